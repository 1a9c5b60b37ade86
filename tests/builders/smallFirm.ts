import type { Register } from "../../domain/register";
import { SCHEMA_VERSION } from "../../domain/workbook/schema";
import type { Contract } from "../../domain/workbook/schema";
import type { Settings } from "../../domain/workbook/settings";
import { client, contract, equipment, period, register, settings } from "./register";

/**
 * Two clients, two contracts of one period from 15 March 2026 to 14 March 2027, to be refused two months before their
 * end: on 24 November 2026 both want their renewal letter, and nothing in them is wrong.
 */
export function smallFirm(
  first: Partial<Contract> = {},
  own: Partial<Settings> = {},
  more: Partial<Register> = {},
): Register {
  const terms = { signedOn: "2026-03-10", noticeLength: 2, noticeUnit: "months" } as const;
  const address = { address: "3 rue du Puits", postcode: "85000", city: "La Roche-sur-Yon" };
  return register({
    clients: [
      client({ number: "C0001", name: "Martin", firstName: "Léa", ...address }),
      client({ number: "C0002", name: "Durand", firstName: "Paul", ...address }),
    ],
    contracts: [contract({ ...terms, ...first }), contract({ ...terms, number: "2026-002", client: "C0002" })],
    periods: [period(), period({ id: "P1-2", contract: "2026-002" })],
    equipment: [equipment(), equipment({ id: "E2", contract: "2026-002" })],
    settings: settings({
      firmName: "Chauffage Lemoine",
      address: "12 rue des Artisans",
      postcode: "85000",
      city: "La Roche-sur-Yon",
      email: "contact@chauffage-lemoine.example",
      signatory: "Anne Lemoine",
      registerId: "small-firm",
      schemaVersion: SCHEMA_VERSION,
      ...own,
    }),
    ...more,
  });
}
