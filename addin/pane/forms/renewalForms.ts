import { announceRenewal } from "../../../domain/actions/announceRenewal";
import { renew } from "../../../domain/actions/renew";
import type { Revision } from "../../../domain/actions/revision";
import { termsOf } from "../../../domain/contract/terms";
import type { Cents } from "../../../domain/money";
import type { Plan, PlannedContract } from "../../../domain/plan/plan";
import { candidateOf } from "../../../domain/renewals/candidates";
import { recordingLines } from "../../../domain/renewals/renewalLines";
import type { LineWarning } from "../../../domain/renewals/renewalLines";
import { renewalsWords } from "../renewals/renewalsWords";
import { fieldsIn, numberField, pick } from "./field";
import { form } from "./form";
import type { ContractFormSubject } from "./form";

/** The next period, or the one that began by silence, at the same price unless another is chosen. */
export function renewForm({ opened, planned, words, texts }: ContractFormSubject) {
  const { requiredField } = fieldsIn(words);
  const { contract } = planned.file;
  const fixed = contract.neverRevise || contract.nextPrice !== null;
  const by = (wanted: string) => (form: Readonly<Record<string, unknown>>) => !fixed && form.revision === wanted;
  const number = (label: string, wanted: string) => numberField(label, texts.fillIn, words, { shown: by(wanted) });
  return form({
    lead: leadOf(planned, { words, texts }),
    warnings: warningsOf(planned, opened.plan).map(renewalsWords[texts.language].warnings),
    fields: {
      revision: pick(texts.renewal.revision, texts.renewal.revisions, "none", { shown: () => !fixed }),
      percent: number(texts.renewal.percent, "percent"),
      amount: number(texts.renewal.amount, "amount"),
      price: requiredField("periods", "price", planned.period?.row?.price ?? 0, { shown: by("price"), half: true }),
      index: number(texts.renewal.index(contract.revisionIndex), "index"),
    },
    perform(session, { revision, percent, amount, price, index }) {
      const chosen = revisionOf(revision, { percent, amount, price, index });
      const input = { contract: contract.number, ...(chosen === null || fixed ? {} : { revision: chosen }) };
      return session.perform(renew, input);
    },
  });
}

/** What the screen of many renewals warns of, but for a missing price, which is asked here. */
function warningsOf(planned: PlannedContract, plan: Plan): readonly LineWarning[] {
  const candidate = candidateOf(planned);
  const lines = candidate === null ? [] : recordingLines([candidate], plan);
  return lines.flatMap(({ warnings }) => warnings).filter(({ code }) => code !== "unpriced");
}

type Typed = { readonly percent: number; readonly amount: number; readonly price: Cents; readonly index: number };

function revisionOf(by: "none" | Revision["by"], { percent, amount, price, index }: Typed): Revision | null {
  switch (by) {
    case "none":
      return null;
    case "percent":
      return { by, basisPoints: Math.round(percent * 100) };
    case "amount":
      return { by, cents: Math.round(amount * 100) };
    case "price":
      return { by, cents: price };
    case "index":
      return { by, index };
  }
}

function leadOf({ file, period }: PlannedContract, { words, texts }: Pick<ContractFormSubject, "words" | "texts">) {
  const { money } = words.formats;
  const { nextPrice, neverRevise } = file.contract;
  const price = period === null ? null : (termsOf(file, period.number)?.price ?? null);
  if (nextPrice !== null) return texts.renewal.announced(money(nextPrice));
  if (price === null) return null;
  return neverRevise ? texts.renewal.neverRevised(money(price)) : texts.renewal.currentPrice(money(price));
}

/** What the renewal letter will say of the next period. */
export function announceForm({ planned: { file, period }, words, texts }: ContractFormSubject) {
  const { field } = fieldsIn(words);
  const { number, nextPrice, nextBasis, nextServices, nextReason } = file.contract;
  const basis = nextBasis ?? (period === null ? null : (termsOf(file, period.number)?.basis ?? null));
  return form({
    lead: texts.renewal.announceLead,
    fields: {
      price: field("contracts", "nextPrice", nextPrice, { hint: texts.renewal.samePrice, half: true }),
      basis: field("contracts", "nextBasis", basis, { half: true }),
      reason: field("contracts", "nextReason", nextReason),
      services: field("contracts", "nextServices", nextServices),
    },
    perform: (session, values) => session.perform(announceRenewal, { contract: number, ...values }),
  });
}
