import { describe, expect, it } from "@jest/globals";
import { after, contextOn, reasons } from "../../tests/builders/context";
import { contract, equipment, period, register } from "../../tests/builders/register";
import { swapEquipment } from "./swapEquipment";

const context = contextOn("2026-11-24");
const firm = register({
  contracts: [contract()],
  periods: [period()],
  equipment: [equipment({ place: "Cave", visitsPerYear: 2, serial: "A1" })],
});

describe("swapping an equipment", () => {
  const swap = { contract: "2026-001", equipment: "E1", on: "2026-11-20", replacement: { serial: "B2" } } as const;

  it("ends the old one the day before, and the new one takes its place and its visits", () => {
    expect(after(firm, swapEquipment(firm, swap, context)).equipment).toMatchObject([
      { id: "E1", serial: "A1", coveredTo: "2026-11-19" },
      {
        serial: "B2",
        coveredFrom: "2026-11-20",
        replaces: "E1",
        place: "Cave",
        category: "gasBoiler",
        visitsPerYear: 2,
      },
    ]);
  });

  it("is refused for an appliance that has left or is of another contract", () => {
    const swapped = after(firm, swapEquipment(firm, swap, context));
    expect(reasons(swapEquipment(swapped, swap, context))).toEqual(["equipmentOutOfService"]);
    expect(reasons(swapEquipment(firm, { ...swap, equipment: "E9" }, context))).toEqual(["unknownEquipment"]);
  });
});
