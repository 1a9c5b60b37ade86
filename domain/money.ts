/** An amount in euro cents, always a whole number. */
export type Cents = number;

/** Whether a price was typed without tax (hors taxes) or with it (toutes taxes comprises). */
export type PriceBasis = "HT" | "TTC";

/** A VAT rate in hundredths of a percent: 550 is 5.5 %. */
export type VatRate = number;

/** A price as it was typed. The other basis is computed, never stored, so that 115.00 € TTC is printed 115.00 €. */
export type Price = { readonly amount: Cents; readonly basis: PriceBasis; readonly vatRate: VatRate | null };

/** The terms of P = P0 × (a + b × I / I0). Shares and indices are decimals; six decimals count. */
export type RevisionTerms = {
  readonly fixedShare: number;
  readonly indexShare: number;
  readonly index: number;
  readonly baseIndex: number;
};

/** Prices are rounded once, to a multiple of `step` cents: the nearest one, a half going away from zero, or up or down. */
export type Rounding = { readonly step: Cents; readonly to: "nearest" | "up" | "down" };

/** How a price is rounded where nobody says otherwise. */
export const toTheCent: Rounding = { step: 1, to: "nearest" };

const wholePercent = 10_000;
const decimalScale = 1_000_000;
const centTolerance = 1e-6;

/** The price with tax, or null when the rate that it takes is unknown. */
export function inclTax(price: Price): Cents | null {
  if (price.basis === "TTC") return price.amount;
  return price.vatRate === null ? null : scaled(price.amount, wholePercent + price.vatRate, wholePercent);
}

/** The price without tax, or null when the rate that it takes is unknown. */
export function exclTax(price: Price): Cents | null {
  if (price.basis === "HT") return price.amount;
  return price.vatRate === null ? null : scaled(price.amount, wholePercent, wholePercent + price.vatRate);
}

/** Cents of an amount in euros, or null when it is farther than 0.000001 € from a whole cent. */
export function eurosToCents(euros: number): Cents | null {
  // Adding 0 turns -0 into 0.
  const cents = Math.round(euros * 100) + 0;
  return Number.isSafeInteger(cents) && Math.abs(euros - cents / 100) <= centTolerance ? cents : null;
}

export function centsToEuros(cents: Cents): number {
  return cents / 100;
}

/** `n` parts that add up to the total, the larger ones first. Throws a RangeError when n is not a whole number from 1. */
export function splitCents(total: Cents, n: number): Cents[] {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`Cannot split an amount into ${n} parts`);
  const rest = total % n;
  const part = (total - rest) / n;
  const unit = Math.sign(rest);
  return Array.from({ length: n }, (_, at) => (at < Math.abs(rest) ? part + unit : part));
}

/** The share of a total for `days` out of `ofDays`, to the nearest cent. Throws a RangeError when ofDays is not positive. */
export function proRata(total: Cents, days: number, ofDays: number): Cents {
  if (ofDays <= 0) throw new RangeError(`Cannot share an amount over ${ofDays} days`);
  return scaled(total, days, ofDays);
}

/** The revised price P0 × (a + b × I / I0), rounded once. Null when an index is not a positive number. */
export function revisePrice(p0: Cents, terms: RevisionTerms, rounding: Rounding = toTheCent): Cents | null {
  const a = asMillionths(terms.fixedShare);
  const b = asMillionths(terms.indexShare);
  const i = asMillionths(terms.index);
  const i0 = asMillionths(terms.baseIndex);
  if (i <= 0n || i0 <= 0n) return null;
  return rounded(BigInt(p0) * (a * i0 + b * i), BigInt(decimalScale) * i0, rounding);
}

/** The amount raised (lowered when negative) by hundredths of a percent (250 is 2.5 %), rounded once. */
export function increaseByPercent(cents: Cents, percentBasisPoints: number, rounding: Rounding = toTheCent): Cents {
  return rounded(BigInt(cents) * BigInt(wholePercent + percentBasisPoints), BigInt(wholePercent), rounding);
}

/** The amount rounded to a multiple of the step. */
export function roundedTo(cents: Cents, rounding: Rounding): Cents {
  return rounded(BigInt(cents), 1n, rounding);
}

function asMillionths(decimal: number): bigint {
  return BigInt(Math.round(decimal * decimalScale));
}

function rounded(numerator: bigint, denominator: bigint, { step, to }: Rounding): Cents {
  const unit = denominator * BigInt(step);
  if (to === "nearest") return divided(numerator, unit) * step;
  const rest = ((numerator % unit) + unit) % unit;
  const below = Number((numerator - rest) / unit);
  return (to === "up" && rest !== 0n ? below + 1 : below) * step;
}

function scaled(amount: Cents, by: number, over: number): Cents {
  return divided(BigInt(amount) * BigInt(by), BigInt(over));
}

/** The quotient to the nearest whole number, a half going away from zero. The denominator is positive. */
function divided(numerator: bigint, denominator: bigint): number {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const quotient = Number((2n * magnitude + denominator) / (2n * denominator));
  return numerator < 0n && quotient !== 0 ? -quotient : quotient;
}
