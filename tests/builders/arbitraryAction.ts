import fc from "fast-check";
import { announceMany } from "../../domain/actions/announceMany";
import { announceRenewal } from "../../domain/actions/announceRenewal";
import { changeHolder } from "../../domain/actions/changeHolder";
import { creditNote } from "../../domain/actions/creditNote";
import type { ActionContext, ActionName, Decision } from "../../domain/actions/decision";
import { forgetClient } from "../../domain/actions/forgetClient";
import { handOverCertificate } from "../../domain/actions/handOverCertificate";
import { importRows } from "../../domain/actions/importRows";
import { logRepair } from "../../domain/actions/logRepair";
import { logVisit } from "../../domain/actions/logVisit";
import { markInvoiced } from "../../domain/actions/markInvoiced";
import { markPaid } from "../../domain/actions/markPaid";
import { noticeReturned } from "../../domain/actions/noticeReturned";
import { noticeSent } from "../../domain/actions/noticeSent";
import { recordRefusal } from "../../domain/actions/recordRefusal";
import { renew } from "../../domain/actions/renew";
import { renewMany } from "../../domain/actions/renewMany";
import { repairKeys } from "../../domain/actions/repairKeys";
import { resume } from "../../domain/actions/resume";
import { reverseTermination } from "../../domain/actions/reverseTermination";
import { signContract } from "../../domain/actions/signContract";
import { suspend } from "../../domain/actions/suspend";
import { swapEquipment } from "../../domain/actions/swapEquipment";
import { terminate } from "../../domain/actions/terminate";
import { withdrawRefusal } from "../../domain/actions/withdrawRefusal";
import type { Register } from "../../domain/register";
import { arbitraryDate, arbitraryText, blankOr, oneOf } from "./arbitraryRegister";

export type Decide = (register: Register, context: ActionContext) => Decision;

/** Every action of the product but undo, with inputs that fit the register often enough to be accepted. */
export function arbitraryActions(register: Register): {
  readonly [A in Exclude<ActionName, "undo">]: fc.Arbitrary<Decide>;
} {
  const contract = fc.constantFrom(...register.contracts.map(({ number }) => number));
  const client = fc.constantFrom(...register.clients.map(({ number }) => number));
  const intervention = fc.constantFrom("none", ...register.interventions.map(({ id }) => id));
  const invoice = fc.constantFrom("none", ...register.invoices.map(({ id }) => id));
  const equipment = fc.constantFrom("none", ...register.equipment.map(({ id }) => id));
  const amount = fc.integer({ min: 1, max: 30_000 });
  const text = blankOr(arbitraryText);
  const holder = fc.oneof(
    client.map((existing) => ({ existing })),
    fc.record({ name: arbitraryText, notes: text, phone: text }).map((values) => ({ new: values })),
  );
  const revision = fc.oneof(
    fc.record({ by: fc.constant("percent" as const), basisPoints: fc.integer({ min: -500, max: 1000 }) }),
    fc.record({ by: fc.constant("amount" as const), cents: fc.integer({ min: -500, max: 1000 }) }),
    fc.constant({ by: "index", index: 140 } as const),
  );
  const signature = fc.record({
    client: holder,
    contract: fc.record({ startsOn: arbitraryDate, firstMonths: fc.constantFrom(6, 12, 36), notes: text }),
    period: fc.record({ price: amount, services: text }),
    equipment: fc.array(fc.record({ category: oneOf("category"), brand: text }), { maxLength: 2 }),
  });
  const opening = optional({
    visitedOn: arbitraryDate,
    letterSentOn: arbitraryDate,
    invoiced: fc.record({ number: text, on: blankOr(arbitraryDate) }),
  });
  const rows = fc.subarray([
    ...register.interventions.map(({ id }) => ({ table: "interventions" as const, key: id })),
    ...register.invoices.map(({ id }) => ({ table: "invoices" as const, key: id })),
  ]);
  return {
    signContract: decide(signContract, signature),
    logVisit: decide(
      logVisit,
      fc.oneof(
        optional(
          { on: arbitraryDate, technician: text, report: text, notes: text, leakCheck: fc.boolean() },
          { contract, outcome: fc.constantFrom("done", "partial", "cancelled", "planned") },
        ),
        optional({ on: arbitraryDate, report: text }, { contract, outcome: fc.constant("done"), intervention }),
      ),
    ),
    logRepair: decide(
      logRepair,
      optional({ on: arbitraryDate, report: text, parts: text, amount, billing: oneOf("repairBilling") }, { contract }),
    ),
    markInvoiced: decide(
      markInvoiced,
      fc.record({
        number: text,
        items: fc.array(fc.oneof(optional({ amount }, { contract }), fc.record({ contract, intervention, amount })), {
          minLength: 1,
          maxLength: 2,
        }),
      }),
    ),
    markPaid: decide(
      markPaid,
      fc.oneof(fc.record({ invoice }), fc.record({ number: fc.constantFrom("FA-1", "FA-2") })),
    ),
    creditNote: decide(creditNote, optional({ amount }, { invoice, number: text })),
    noticeSent: decide(
      noticeSent,
      optional({ on: arbitraryDate, channel: oneOf("channel"), tracking: text }, { contract }),
    ),
    noticeReturned: decide(
      noticeReturned,
      fc.record({
        contract: fc.constantFrom("none", ...register.letters.map((row) => row.contract)),
        period: fc.constantFrom(1, 2),
      }),
    ),
    recordRefusal: decide(
      recordRefusal,
      optional({ channel: oneOf("channel"), reason: oneOf("refusalReason") }, { contract }),
    ),
    withdrawRefusal: decide(withdrawRefusal, fc.record({ contract })),
    renew: decide(renew, optional({ revision }, { contract })),
    renewMany: decide(renewMany, fc.record({ contracts: fc.constant(register.contracts.map(({ number }) => number)) })),
    announceRenewal: decide(
      announceRenewal,
      fc.record({ contract, price: blankOr(amount), services: text, reason: text }),
    ),
    announceMany: decide(
      announceMany,
      fc.record({ contracts: fc.constant(register.contracts.map(({ number }) => number)), revision, reason: text }),
    ),
    terminate: decide(terminate, optional({ on: arbitraryDate }, { contract, reason: text })),
    reverseTermination: decide(reverseTermination, fc.record({ contract })),
    suspend: decide(suspend, optional({ from: arbitraryDate }, { contract, to: blankOr(arbitraryDate) })),
    resume: decide(resume, optional({ on: arbitraryDate }, { contract })),
    handOverCertificate: decide(handOverCertificate, fc.record({ intervention })),
    swapEquipment: decide(
      swapEquipment,
      fc.record({ contract, equipment, replacement: fc.record({ brand: text, model: text }) }),
    ),
    changeHolder: decide(changeHolder, fc.record({ contract, client: holder })),
    importRows: decide(
      importRows,
      fc.record({
        followedSince: arbitraryDate,
        lines: fc.array(
          fc.record({ signature, opening }).map((line) => ({ ...line.signature, opening: line.opening })),
          { minLength: 1, maxLength: 3 },
        ),
      }),
    ),
    repairKeys: decide(repairKeys, fc.record({ rows })),
    forgetClient: decide(forgetClient, fc.record({ client })),
  };
}

function decide<I>(
  action: (register: Register, input: I, context: ActionContext) => Decision,
  input: fc.Arbitrary<I>,
): fc.Arbitrary<Decide> {
  return input.map((value) => (register, context) => action(register, value, context));
}

/** A record whose first fields may be absent, as forms leave them. */
function optional<T extends object, U extends object>(
  absent: { [K in keyof T]: fc.Arbitrary<T[K]> },
  given: { [K in keyof U]: fc.Arbitrary<U[K]> } = {} as never,
): fc.Arbitrary<Partial<T> & U> {
  return fc.tuple(fc.record(absent, { requiredKeys: [] }), fc.record(given)).map(([a, b]) => ({ ...a, ...b }) as never);
}
