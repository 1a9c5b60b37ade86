import { describe, expect, it } from "@jest/globals";
import { problem } from "../problem";
import { withoutEchoes } from "./withoutEchoes";

const contractAt = (column: string) => ({ table: "contracts", key: "2026-001", column }) as const;
const rowOf = (table: "periods" | "equipment", contract: string) =>
  ({ table, key: "~2", contract, column: "from" }) as const;
const unreadable = { text: "bientôt" };

describe("a problem that only repeats what the reader said", () => {
  it("is dropped where the cell is not blank but unreadable", () => {
    const missing = [problem("renewalLengthMissing", contractAt("renewalMonths"), {})];
    const read = [problem("unreadableNumber", contractAt("renewalMonths"), unreadable)];
    expect(withoutEchoes(missing, read)).toEqual([]);
    expect(withoutEchoes(missing, [problem("unreadableNumber", contractAt("noticeLength"), unreadable)])).toEqual(
      missing,
    );
    expect(withoutEchoes(missing, [])).toEqual(missing);
  });

  it("is dropped where the contract has such a row that could not be understood", () => {
    const noPeriod = problem("periodMissing", contractAt("number"), {});
    const noEquipment = problem("noEquipment", contractAt("number"), {});
    const read = [problem("unreadableDate", rowOf("periods", "2026-001"), unreadable)];
    expect(withoutEchoes([noPeriod, noEquipment], read)).toEqual([noEquipment]);
    expect(withoutEchoes([noPeriod], [problem("unreadableDate", rowOf("periods", "2026-002"), unreadable)])).toEqual([
      noPeriod,
    ]);
    expect(
      withoutEchoes(
        [noEquipment],
        [problem("unknownChoice", rowOf("equipment", "2026-001"), { ...unreadable, choices: "noticeUnit" })],
      ),
    ).toEqual([]);
  });

  it("is kept where it says more", () => {
    const contradiction = [problem("dateInFuture", contractAt("signedOn"), { date: "2027-01-01" })];
    const read = [problem("dateIsText", contractAt("signedOn"), { text: "1/1/2027", date: "2027-01-01" })];
    expect(withoutEchoes(contradiction, read)).toEqual(contradiction);
  });
});
