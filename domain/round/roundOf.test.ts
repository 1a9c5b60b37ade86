import { describe, expect, it } from "@jest/globals";
import type { CivilDate } from "../dates/civilDate";
import { client, contract, equipment, intervention, period, register } from "../../tests/builders/register";
import type { Register } from "../register";
import { dayOf, roundOf, townsOf } from "./roundOf";

const machine = (values: Parameters<typeof equipment>[0] = {}) => equipment({ category: "other", ...values });
const firmOf = (values: Partial<Register> = {}) =>
  register({
    clients: [client({ address: "3 rue Basse", postcode: "37000", city: "Tours", phone: "06 12 34 56 78" })],
    contracts: [contract({ notes: "Code 12A" })],
    periods: [period()],
    equipment: [machine({ visitMonths: [3] })],
    ...values,
  });
const roundIn = (month: CivilDate, firm: Register, today: CivilDate = "2026-11-24") =>
  roundOf(firm, today, month).stops;

describe("the round of a month", () => {
  it("holds the visit whose month it is, with all that is to be known at the door", () => {
    const firm = firmOf({
      interventions: [intervention({ doneOn: "2026-03-20", outcome: "done", equipment: "E1" })],
    });
    expect(roundIn("2027-03-01", firm)).toMatchObject([
      {
        contract: "2026-001",
        client: "Martin",
        address: "3 rue Basse",
        postcode: "37000",
        city: "Tours",
        phone: "06 12 34 56 78",
        lastVisitOn: "2026-03-20",
        plannedOn: null,
        due: { to: "2027-03-31" },
        notes: "Code 12A",
        isRepair: false,
      },
    ]);
    expect(roundIn("2027-02-01", firm)).toEqual([]);
    expect(roundIn("2027-04-01", firm)).toEqual([]);
  });

  it("goes to the place of the contract and to whoever lives there", () => {
    const at = { placeAddress: "1 quai Haut", placePostcode: "37400", placeCity: "Amboise" };
    const lived = { occupantName: "Mme Roy", occupantPhone: "02 47 00 00 00" };
    expect(roundIn("2027-03-01", firmOf({ contracts: [contract({ ...at, ...lived })] }))).toMatchObject([
      { address: "1 quai Haut", postcode: "37400", city: "Amboise", occupant: "Mme Roy", phone: "02 47 00 00 00" },
    ]);
  });

  it("holds an appointment in its own month, wherever the visit was due, under the same key", () => {
    const planned = intervention({ plannedOn: "2027-02-10", equipment: "E1" });
    const firm = firmOf({ interventions: [planned] });
    const [appointment] = roundIn("2027-02-01", firm);
    // The visit of the first March was missed, so the appointment makes up for it.
    expect(appointment).toMatchObject({ plannedOn: "2027-02-10" });
    expect(roundIn("2027-02-01", firmOf({ interventions: [{ ...planned, outcome: "cancelled" }] }))).toEqual([]);
  });

  it("holds appointments that nothing asks for, such as a repair", () => {
    const repair = intervention({ kind: "repair", plannedOn: "2026-12-03", equipment: "E1" });
    const firm = firmOf({ equipment: [machine({ visitMonths: [6] })], interventions: [repair] });
    expect(roundIn("2026-12-01", firm)).toMatchObject([{ isRepair: true, plannedOn: "2026-12-03", due: null }]);
  });

  it("takes what is late in the month of today, and in no other", () => {
    const firm = firmOf({ equipment: [machine({ visitMonths: [9] })] });
    expect(roundIn("2026-11-01", firm)).toMatchObject([{ due: { to: "2026-09-30" } }]);
    expect(roundIn("2026-12-01", firm)).toEqual([]);
    expect(dayOf(roundIn("2026-11-01", firm)[0] ?? fail(), "2026-11-24")).toBe("2026-11-24");
  });

  it("keeps the visit that a client who refused is still owed", () => {
    const firm = firmOf({
      contracts: [contract({ refusalOn: "2026-11-02" })],
      equipment: [machine({ visitTiming: "end" })],
    });
    expect(roundIn("2027-03-01", firm)).toMatchObject([{ due: { to: "2027-03-14" } }]);
  });

  it("calls once for an appliance that the contract and the law want visited", () => {
    const boiler = equipment({ visitMonths: [12] });
    expect(roundIn("2026-12-01", firmOf({ equipment: [boiler] }))).toHaveLength(1);
  });

  it("calls once for several appliances, and at each flat apart", () => {
    const two = [machine({ visitMonths: [3] }), machine({ id: "E2", visitMonths: [3] })];
    expect(roundIn("2027-03-01", firmOf({ equipment: two }))).toMatchObject([
      { appliances: [{ id: "E1" }, { id: "E2" }] },
    ]);
    const flats = two.map((one, i) => ({ ...one, place: `Appartement ${String(i + 1)}` }));
    expect(roundIn("2027-03-01", firmOf({ equipment: flats }))).toHaveLength(2);
  });

  it("goes by postcode, town and name, grouped by town however it is typed", () => {
    const at = (number: string, name: string, postcode: string, city: string) =>
      client({ number, name, postcode, city });
    const clients = [
      at("C1", "Zola", "37000", "Tours"),
      at("C2", "Élie", "37000", "TOURS"),
      at("C3", "Bon", "41000", "Blois"),
      at("C4", "Aubry", "37000", "Tours"),
    ];
    const firm = firmOf({
      clients,
      contracts: clients.map(({ number }, i) => contract({ number: `2026-00${String(i + 1)}`, client: number })),
      periods: clients.map((_, i) => period({ contract: `2026-00${String(i + 1)}` })),
      equipment: clients.map((_, i) =>
        machine({ id: `E${String(i)}`, contract: `2026-00${String(i + 1)}`, visitMonths: [3] }),
      ),
    });
    const round = roundOf(firm, "2026-11-24", "2027-03-01");
    expect(townsOf(round).map(({ town, stops }) => [town, ...stops.map((stop) => stop.client)])).toEqual([
      ["37000 Tours", "Aubry", "Élie", "Zola"],
      ["41000 Blois", "Bon"],
    ]);
  });
});

function fail(): never {
  throw new Error("There is no such stop");
}
