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
  if (revision.by === "price") return notNegative(revision.cents);
  const { rounding = toTheCent } = revision;
  if (revision.by === "index") {
    const terms = indexTerms(contract, price, revision);
    if (terms === null) return refused("revisionTermsMissing", { contract: number });
    const shares = sharesOf(terms);
    if (shares === null) return refused("revisionSharesWrong", { contract: number });
    const revised = revisePrice(terms.p0, { ...terms, ...shares, index: revision.index }, rounding);
    return revised === null ? refused("revisionTermsMissing", { contract: number }) : notNegative(revised);
  }
  if (price === null) return refused("priceUnknown", { contract: number });
  if (revision.by === "amount") return notNegative(roundedTo(price + revision.cents, rounding));
  return notNegative(increaseByPercent(price, revision.basisPoints, rounding));
}

type IndexTerms = Omit<RevisionTerms, "index"> & { readonly p0: Cents };

/** What P = P0 × (a + b × I / I0) takes beside the new index, or null when no clause is complete. */
function indexTerms(
  contract: Contract,
  price: Cents | null,
  { clause }: Extract<Revision, { readonly by: "index" }>,
): IndexTerms | null {
  const {
    revisionBasePrice: p0,
    revisionFixedShare: fixedShare,
    revisionIndexShare: indexShare,
    revisionBaseIndex: baseIndex,
  } = contract;
  const own = [p0, fixedShare, indexShare, baseIndex];
  if (p0 !== null && fixedShare !== null && indexShare !== null && baseIndex !== null) {
    return { p0, fixedShare, indexShare, baseIndex };
  }
  // A clause that is there in part is to be completed, not replaced.
  if (clause === undefined || price === null || own.some((part) => part !== null)) return null;
  return { ...clause, p0: price };
}

/** Clauses round their shares, so that these add up to a little more or less than 1. */
const LARGEST_ERROR = 0.1;

/** The shares a and b, which must make about 1; « 15 » and « 85 » are percents. Null when they make something else. */
function sharesOf({ fixedShare, indexShare }: IndexTerms): Pick<RevisionTerms, "fixedShare" | "indexShare"> | null {
  const isWhole = (sum: number) => Math.abs(sum - 1) <= LARGEST_ERROR + 1e-9;
  if (isWhole(fixedShare + indexShare)) return { fixedShare, indexShare };
  const percents = { fixedShare: fixedShare / 100, indexShare: indexShare / 100 };
  return isWhole(percents.fixedShare + percents.indexShare) ? percents : null;
}

function notNegative(price: Cents): Cents | Refused {
  return Number.isSafeInteger(price) && price >= 0
    ? price
    : refused("notANumber", { table: "periods", column: "price" });
}
