import { describe, expect, it } from "@jest/globals";
import { freeSheetName } from "./sheetNames";

const taken = new Set(["clients", "clients (tacite)", "feuil1"]);

describe("the name of a new sheet", () => {
  it("is the usual one where the user has no sheet of that name", () => {
    expect(freeSheetName("Contrats", taken)).toBe("Contrats");
  });

  it("never is one of the user's", () => {
    expect(freeSheetName("Clients", taken)).toBe("Clients (Tacite 2)");
    expect(freeSheetName("Feuil1", taken)).toBe("Feuil1 (Tacite)");
  });
});
