import { increaseByPercent, revisePrice } from "../money";
import type { Cents } from "../money";
import type { Contract } from "../workbook/schema";
import { refused } from "./decision";
import type { Refused } from "./decision";

/** How prices change at a renewal: by hundredths of a percent, by cents, by the contract's own index clause, or to a price. */
export type Revision =
  | { readonly by: "percent"; readonly basisPoints: number; readonly step?: Cents }
  | { readonly by: "amount"; readonly cents: Cents }
  | { readonly by: "index"; readonly index: number; readonly step?: Cents }
  | { readonly by: "price"; readonly cents: Cents };

/** The price after the revision, rounded to a multiple of its step (one cent if it tells none). */
export function revisedPrice(contract: Contract, price: Cents | null, revision: Revision): Cents | Refused {
  const { number } = contract;
  if (revision.by === "price") return notNegative(number, revision.cents);
  if (revision.by === "index") return notNegative(number, indexedPrice(contract, revision.index, revision.step));
  if (price === null) return refused("priceUnknown", { contract: number });
  if (revision.by === "amount") return notNegative(number, price + revision.cents);
  return notNegative(number, increaseByPercent(price, revision.basisPoints, revision.step));
}

/** P = P0 × (a + b × I / I0), or null when the contract's clause is incomplete. */
function indexedPrice(contract: Contract, index: number, step?: Cents): Cents | null {
  const {
    revisionBasePrice: p0,
    revisionFixedShare: fixedShare,
    revisionIndexShare: indexShare,
    revisionBaseIndex: baseIndex,
  } = contract;
  if (p0 === null || fixedShare === null || indexShare === null || baseIndex === null) return null;
  return revisePrice(p0, { fixedShare, indexShare, index, baseIndex }, step);
}

function notNegative(contract: string, price: Cents | null): Cents | Refused {
  if (price === null) return refused("revisionTermsMissing", { contract });
  return Number.isSafeInteger(price) && price >= 0
    ? price
    : refused("notANumber", { table: "periods", column: "price" });
}
