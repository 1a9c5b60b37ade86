import type { Revision } from "../../../domain/actions/revision";
import { addMonths } from "../../../domain/dates/civilDate";
import type { CivilDate, DateSpan } from "../../../domain/dates/civilDate";
import type { Catalogue } from "../../../domain/i18n";
import type { PaneWords } from "../../../domain/i18n/fr/pane";
import type { RenewalsWords } from "../../../domain/i18n/fr/renewals";
import type { Candidate, CandidateFilter } from "../../../domain/renewals/candidates";
import { choiceSets } from "../../../domain/workbook/choices";
import { fieldsIn, numberField, pick } from "../forms/field";
import type { TypedForm } from "../forms/field";

type Words = { readonly words: Catalogue; readonly texts: PaneWords; readonly own: RenewalsWords };

/** Contracts whose letter is to be sent end within so many months; a renewal is recorded when its period ends. */
const ANNOUNCED_MONTHS = 4;
const RECORDED_MONTHS = { before: 6, after: 1 };

/** The two steps: prices are announced first, renewals recorded later. */
export function stepFields({ own }: Words) {
  return { step: pick(own.step, own.steps, "announce") };
}

/** The days between which the periods end. */
export function spanFields(step: "announce" | "record", today: CivilDate, { words, own }: Words) {
  const { requiredField } = fieldsIn(words);
  const span: DateSpan =
    step === "announce"
      ? { from: today, to: addMonths(today, ANNOUNCED_MONTHS) }
      : { from: addMonths(today, -RECORDED_MONTHS.before), to: addMonths(today, RECORDED_MONTHS.after) };
  return {
    from: requiredField("periods", "from", span.from, { label: own.from, half: true }),
    to: requiredField("periods", "from", span.to, { label: own.to, half: true }),
  };
}

/** What the candidates differ by: there is no list with a single choice. */
export function filterFields(candidates: readonly Candidate[], { words, own }: Words) {
  const list = (label: string, choices: readonly (readonly [string, string])[]) =>
    pick<string>(label, Object.fromEntries([["", own.all], ...choices]), "", {
      half: true,
      required: false,
      shown: () => choices.length > 1,
    });
  const named = (values: readonly (string | null)[]) =>
    [...new Set(values.filter((value) => value !== null && value !== ""))]
      .sort((a, b) => String(a).localeCompare(String(b), "fr"))
      .map((value): [string, string] => [String(value), String(value)]);
  const there = new Set(candidates.flatMap(({ categories }) => categories));
  const { category } = words.workbook.choices;
  return {
    city: list(own.city, named(candidates.map(({ city }) => city))),
    category: list(
      own.category,
      choiceSets.category.flatMap((code) => (there.has(code) ? [[code, category[code]] as const] : [])),
    ),
    plan: list(own.plan, named(candidates.map(({ plan }) => plan))),
    basis: list(own.basis, named(candidates.map(({ basis }) => basis))),
  };
}

/** The filter as it is typed; a blank list lets everything pass. */
export function filterOf(values: Readonly<Record<keyof CandidateFilter, string>>): CandidateFilter {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === "" ? null : value]),
  ) as CandidateFilter;
}

/** How the prices change. */
export function revisionFields({ words, texts, own }: Words) {
  const { field } = fieldsIn(words);
  const by = (wanted: string) => (form: TypedForm) => (form.by ?? "percent") === wanted;
  const number = (label: string, wanted: string, hint: string | null = null) =>
    numberField(label, texts.fillIn, words, { shown: by(wanted), half: wanted === "index", hint });
  return {
    by: pick(own.revision, own.by, "percent"),
    percent: number(own.percent, "percent"),
    amount: number(own.amount, "amount"),
    index: number(own.index, "index"),
    fixedShare: field("contracts", "revisionFixedShare", null, {
      label: own.fixedShare,
      half: true,
      shown: by("index"),
    }),
    indexShare: field("contracts", "revisionIndexShare", null, {
      label: own.indexShare,
      half: true,
      shown: by("index"),
    }),
    baseIndex: field("contracts", "revisionBaseIndex", null, {
      ...{ label: own.baseIndex, half: true, shown: by("index"), hint: own.clauseHint },
    }),
    roundedTo: pick(own.roundingStep, own.roundingSteps, "1", { half: true, required: false }),
    towards: pick(own.rounding, own.roundings, "nearest", { half: true, required: false }),
    reason: field("contracts", "nextReason", null, { label: own.reason }),
  };
}

type Values<F> = {
  readonly [N in keyof F]: F[N] extends { readonly read: (typed: never) => infer R } ? ValueIn<R> : never;
};
type ValueIn<R> = Extract<R, { readonly value: unknown }>["value"];

/** The revision that was filled in. */
export function revisionOf(values: Values<ReturnType<typeof revisionFields>>): Revision {
  const { by, percent, amount, index, fixedShare, indexShare, baseIndex } = values;
  const rounding = { step: Number(values.roundedTo), to: values.towards };
  switch (by) {
    case "percent":
      return { by, basisPoints: Math.round(percent * 100), rounding };
    case "amount":
      return { by, cents: Math.round(amount * 100), rounding };
    case "index": {
      const isWhole = fixedShare !== null && indexShare !== null && baseIndex !== null;
      return { by, index, rounding, ...(isWhole ? { clause: { fixedShare, indexShare, baseIndex } } : {}) };
    }
  }
}
