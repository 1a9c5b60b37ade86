import { increaseByPercent, revisePrice, roundedTo, toTheCent } from "../money";
import type { Cents, RevisionTerms, Rounding } from "../money";
import type { Contract } from "../workbook/schema";
import { refused } from "./decision";
import type { Refused } from "./decision";

/**
 * How prices change at a renewal: by hundredths of a percent, by cents, by an index, or to a price. The index goes by the
 * contract's own clause; `clause` is for contracts without one, whose present price it takes as P0.
 */
export type Revision =
  | { readonly by: "percent"; readonly basisPoints: number; readonly rounding?: Rounding }
  | { readonly by: "amount"; readonly cents: Cents; readonly rounding?: Rounding }
  | {
      readonly by: "index";
      readonly index: number;
      readonly clause?: Omit<RevisionTerms, "index">;
      readonly rounding?: Rounding;
    }
  | { readonly by: "price"; readonly cents: Cents };

/** The price after the revision, rounded to the cent if it does not say how. */
export function revisedPrice(contract: Contract, price: Cents | null, revision: Revision): Cents | Refused {
  const { number } = contract;
  if (revision.by === "price") return notNegative(number, revision.cents);
  const { rounding = toTheCent } = revision;
  if (revision.by === "index") return notNegative(number, indexedPrice(contract, price, revision, rounding));
  if (price === null) return refused("priceUnknown", { contract: number });
  if (revision.by === "amount") return notNegative(number, roundedTo(price + revision.cents, rounding));
  return notNegative(number, increaseByPercent(price, revision.basisPoints, rounding));
}

/** P = P0 × (a + b × I / I0), or null when no clause is complete. */
function indexedPrice(
  contract: Contract,
  price: Cents | null,
  { index, clause }: Extract<Revision, { readonly by: "index" }>,
  rounding: Rounding,
): Cents | null {
  const {
    revisionBasePrice: p0,
    revisionFixedShare: fixedShare,
    revisionIndexShare: indexShare,
    revisionBaseIndex: baseIndex,
  } = contract;
  const own = [p0, fixedShare, indexShare, baseIndex];
  if (p0 !== null && fixedShare !== null && indexShare !== null && baseIndex !== null) {
    return revisePrice(p0, { fixedShare, indexShare, index, baseIndex }, rounding);
  }
  // A clause that is there in part is to be completed, not replaced.
  if (clause === undefined || price === null || own.some((part) => part !== null)) return null;
  return revisePrice(price, { ...clause, index }, rounding);
}

function notNegative(contract: string, price: Cents | null): Cents | Refused {
  if (price === null) return refused("revisionTermsMissing", { contract });
  return Number.isSafeInteger(price) && price >= 0
    ? price
    : refused("notANumber", { table: "periods", column: "price" });
}
