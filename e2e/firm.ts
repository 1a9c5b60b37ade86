import { catalogues } from "../domain/i18n";
import { planOf } from "../domain/plan/plan";
import { statusColumns } from "../domain/plan/statusColumns";
import type { Register } from "../domain/register";
import { client, contract, equipment, intervention, invoice, letter, period } from "../tests/builders/register";
import { smallFirm } from "../tests/builders/smallFirm";
import { writeRegister } from "../worker/xlsx/writeRegister";

/** The day on which every end-to-end test takes place. */
export const today = "2026-11-26";

const terms = { signedOn: "2026-03-10", noticeLength: 2, noticeUnit: "months" } as const;
const address = { address: "3 rue du Puits", postcode: "85000", city: "La Roche-sur-Yon" };

/**
 * Six contracts from 15 March 2026 to 14 March 2027 at 120,00 € TTC, each in the state that some action needs:
 * 001 Martin has everything still to do; 002 Durand had a letter, a visit without its certificate and an unpaid
 * invoice; 003 Petit has refused, 004 Roux ends early, 005 Blanc is suspended; 006 Noir covers two appliances.
 */
export const firm: Register = smallFirm(
  {},
  {},
  {
    clients: [
      ["Martin", "Léa"],
      ["Durand", "Paul"],
      ["Petit", "Inès"],
      ["Roux", "Hugo"],
      ["Blanc", "Zoé"],
      ["Noir", "Émile"],
    ].map(([name, firstName], i) =>
      client({ number: `C000${String(i + 1)}`, name: name ?? "", firstName: firstName ?? null, ...address }),
    ),
    contracts: [
      contract(terms),
      contract({ ...terms, number: "2026-002", client: "C0002" }),
      contract({
        ...terms,
        number: "2026-003",
        client: "C0003",
        refusalOn: "2026-11-02",
        refusalChannel: "email",
        refusalReason: "move",
      }),
      contract({
        ...terms,
        number: "2026-004",
        client: "C0004",
        terminatedOn: "2026-12-31",
        terminationReason: "Vente",
      }),
      contract({ ...terms, number: "2026-005", client: "C0005", suspendedFrom: "2026-10-01" }),
      contract({ ...terms, number: "2026-006", client: "C0006" }),
    ],
    periods: [1, 2, 3, 4, 5, 6].map((n) => period({ id: `P${String(n)}`, contract: `2026-00${String(n)}` })),
    equipment: [
      ...[1, 2, 3, 4, 5, 6].map((n) =>
        equipment({ id: `E${String(n)}`, contract: `2026-00${String(n)}`, brand: "Frisquet" }),
      ),
      equipment({ id: "E7", contract: "2026-006", category: "flue", flue: "individual" }),
    ],
    interventions: [
      intervention({ id: "I1", contract: "2026-002", doneOn: "2026-11-20", outcome: "done", technician: "Karim" }),
    ],
    invoices: [
      invoice({
        id: "F1",
        number: "FA-1",
        contract: "2026-002",
        period: 1,
        issuedOn: "2026-03-15",
        amount: 12000,
        vatRate: 1000,
        dueOn: "2026-04-14",
      }),
    ],
    letters: [
      letter({
        id: "L1",
        contract: "2026-002",
        periodFrom: "2026-03-15",
        deadline: "2027-01-14",
        sentOn: "2026-10-20",
        channel: "tracked",
        tracking: "3C001",
      }),
    ],
  },
);

/** A register as Tacite writes it to a file on that day, its columns of state filled in. */
export function fileOf(register: Register): Promise<Uint8Array> {
  return writeRegister(register, {
    today,
    writtenAt: `${today}T08:00:00Z`,
    statuses: statusColumns(planOf(register, [], today), catalogues.fr),
  });
}
