import fc from "fast-check";
import { renewalMonthsOf } from "../../domain/contract/periods";
import { addDays, monthsFrom } from "../../domain/dates/civilDate";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { Register } from "../../domain/register";
import { choiceSets } from "../../domain/workbook/choices";
import type { ChoiceSet } from "../../domain/workbook/choices";
import type { Client, Contract } from "../../domain/workbook/schema";
import { client, contract, equipment, intervention, invoice, letter, period, register, settings } from "./register";

/** The day on which generated registers are looked at; their contracts began up to three years before. */
export const generatedToday: CivilDate = "2026-11-24";

/** A day from three years before today to one year after. */
export const arbitraryDate = fc.integer({ min: -1100, max: 370 }).map((days) => addDays(generatedToday, days));

const pastDate = fc.integer({ min: -1100, max: 0 }).map((days) => addDays(generatedToday, days));
const price = fc.integer({ min: 50, max: 399 }).map((euros) => euros * 100);
const cents = fc.integer({ min: 0, max: 50_000 });

/** Text as people type it, and text that Excel would take for something else. */
export const arbitraryText = fc.constantFrom(
  "Rien à signaler",
  "=1+1",
  "+33 6",
  "@ICI",
  "01000",
  'dit « "oui" »',
  "a\nb",
  "🔧",
);

export function blankOr<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { freq: 2 });
}

/** Mostly blank: what few rows bear. */
function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

export function oneOf<S extends ChoiceSet>(set: S): fc.Arbitrary<(typeof choiceSets)[S][number]> {
  return fc.constantFrom<(typeof choiceSets)[S][number][]>(...choiceSets[set]);
}

/**
 * Small registers that a firm could have: up to three clients and four contracts, each with its equipment, the periods
 * recorded so far, visits, invoices and letters. Every reference is right; the rows are in any order.
 */
export const arbitraryRegister: fc.Arbitrary<Register> = fc
  .uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 })
  .chain((numbers) => fc.tuple(...numbers.map((n) => arbitraryClient(`C000${String(n)}`))))
  .chain((clients) =>
    fc
      .uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 })
      .chain((numbers) => fc.tuple(...numbers.map((n) => arbitraryContractRows(n, clients))))
      .chain((parts) =>
        fc.record({
          contracts: shuffled(parts.map((part) => part.contract)),
          clients: shuffled(clients),
          periods: shuffled(parts.flatMap((part) => part.periods)),
          equipment: shuffled(parts.flatMap((part) => part.equipment)),
          interventions: shuffled(parts.flatMap((part) => part.interventions)),
          invoices: shuffled(parts.flatMap((part) => part.invoices)),
          letters: shuffled(parts.flatMap((part) => part.letters)),
          settings: fc.record({ alsaceMoselle: fc.boolean(), noticeProfessionals: fc.boolean() }).map(settings),
        }),
      ),
  )
  .map(register);

function shuffled<T>(rows: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });
}

function arbitraryClient(number: string): fc.Arbitrary<Client> {
  return fc
    .record({
      type: blankOr(oneOf("clientType")),
      name: arbitraryText,
      email: blankOr(fc.constant("client@example.fr")),
      emailConsentOn: blankOr(pastDate),
      preferredChannel: blankOr(oneOf("channel")),
      notes: blankOr(arbitraryText),
    })
    .map((values) => client({ number, ...values }));
}

function arbitraryContract(number: string, clients: readonly Client[]): fc.Arbitrary<Contract> {
  return fc
    .record({
      client: fc.constantFrom(...clients.map((row) => row.number)),
      startsOn: pastDate,
      firstMonths: fc.constantFrom(6, 12, 24, 36),
      renewalMonths: blankOr(fc.constantFrom(6, 12, 24)),
      noticeLength: fc.constantFrom(0, 1, 2, 3, 15),
      renewalKind: fc.constantFrom("tacit", "tacit", "tacit", "express", "none"),
      coversLabour: fc.boolean(),
      coversParts: fc.boolean(),
      billingRhythm: oneOf("billingRhythm"),
      billingTiming: oneOf("billingTiming"),
      firstYearFree: fc.boolean(),
      placeCity: blankOr(arbitraryText),
      neverRevise: fc.boolean(),
      nextPrice: seldom(price),
      refusalOn: seldom(pastDate),
      terminatedOn: seldom(pastDate),
      suspendedFrom: seldom(pastDate),
      followedSince: blankOr(pastDate),
      notes: blankOr(arbitraryText),
    } as const)
    .map((values) =>
      contract({
        ...values,
        number,
        noticeUnit: values.noticeLength > 3 ? "days" : "months",
        suspendedTo: values.suspendedFrom === null ? null : addDays(values.suspendedFrom, 60),
      }),
    );
}

/** The contract and the rows that belong to it. */
function arbitraryContractRows(n: number, clients: readonly Client[]) {
  const number = `2026-0${String(n).padStart(2, "0")}`;
  return arbitraryContract(number, clients).chain((row) =>
    fc
      .record({ recorded: fc.integer({ min: 0, max: 3 }), machines: fc.integer({ min: 0, max: 3 }) })
      .chain(({ recorded, machines }) => {
        const keys = Array.from({ length: machines }, (_, i) => `E${String(n)}-${String(i)}`);
        return fc.record({
          contract: fc.constant(row),
          periods: fc.tuple(...Array.from({ length: recorded }, (_, i) => arbitraryPeriod(row, i + 1))),
          equipment: fc.tuple(...keys.map((id) => arbitraryEquipment(number, id))),
          interventions: several(3, (i) => arbitraryIntervention(number, `I${String(n)}-${String(i)}`, keys)),
          invoices: several(2, (i) => arbitraryInvoice(number, `F${String(n)}-${String(i)}`, Math.max(1, recorded))),
          letters: several(2, (i) => arbitraryLetter(row, `L${String(n)}-${String(i)}`)),
        });
      }),
  );
}

function several<T>(most: number, build: (i: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc
    .integer({ min: 0, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => build(i))));
}

function arbitraryPeriod(row: Contract, number: number) {
  const months = number === 1 ? 0 : row.firstMonths + (number - 2) * renewalMonthsOf(row);
  return fc.record({ price: blankOr(price), basis: oneOf("basis"), services: blankOr(arbitraryText) }).map((values) =>
    period({
      ...values,
      contract: row.number,
      number,
      from: monthsFrom(row.startsOn ?? generatedToday, months),
    }),
  );
}

function arbitraryEquipment(number: string, id: string) {
  return fc
    .record({
      category: oneOf("category"),
      power: blankOr(fc.constantFrom(3.5, 24, 80)),
      refrigerant: blankOr(fc.constantFrom("R32", "R410A")),
      charge: blankOr(fc.constantFrom(1.2, 2.5, 30)),
      hermetic: fc.boolean(),
      flue: blankOr(oneOf("flue")),
      place: blankOr(arbitraryText),
      coveredTo: seldom(pastDate),
      visitsPerYear: fc.constantFrom(0, 0.5, 1, 2),
      visitTiming: blankOr(oneOf("visitTiming")),
      visitMonths: blankOr(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 2 })),
    })
    .map((values) => equipment({ id, contract: number, ...values }));
}

function arbitraryIntervention(number: string, id: string, keys: readonly string[]) {
  return fc
    .record({
      kind: oneOf("interventionKind"),
      equipment: fc.constantFrom(null, ...keys),
      plannedOn: blankOr(arbitraryDate),
      outcome: blankOr(oneOf("outcome")),
      on: pastDate,
      technician: blankOr(fc.constantFrom("Lucie", "Karim")),
      report: blankOr(arbitraryText),
      amount: blankOr(cents),
      handedOver: fc.boolean(),
    })
    .map(({ on, handedOver, ...values }) => {
      const doneOn = values.outcome === "done" || values.outcome === "partial" ? on : null;
      const certificateOn = handedOver && values.outcome === "done" ? on : null;
      const plannedOn = doneOn === null ? (values.plannedOn ?? on) : values.plannedOn;
      return intervention({ ...values, id, contract: number, plannedOn, doneOn, certificateOn });
    });
}

function arbitraryInvoice(number: string, id: string, periods: number) {
  return fc
    .record({
      number: blankOr(fc.constantFrom("FA-1", "FA-2", "FA-3")),
      period: fc.integer({ min: 1, max: periods }),
      issuedOn: pastDate,
      amount: cents,
      basis: oneOf("basis"),
      paidOn: blankOr(pastDate),
    })
    .map((values) => invoice({ id, contract: number, ...values }));
}

function arbitraryLetter(row: Contract, id: string) {
  return fc
    .record({
      number: fc.integer({ min: 0, max: 1 }),
      sentOn: blankOr(pastDate),
      channel: oneOf("channel"),
      returned: fc.constantFrom(false, false, true),
    })
    .map(({ number, sentOn, channel, returned }) => {
      const months = number === 0 ? 0 : row.firstMonths + (number - 1) * renewalMonthsOf(row);
      return letter({
        id,
        contract: row.number,
        periodFrom: monthsFrom(row.startsOn ?? generatedToday, months),
        sentOn,
        channel: sentOn === null ? null : channel,
        returnedOn: returned ? sentOn : null,
      });
    });
}
