import { describe, expect, it } from "@jest/globals";
import { client } from "../../tests/builders/register";
import { payerOf } from "./payer";

const atDurand = { billingName: "Cabinet Durand", billingAddress: "9, quai Bas", billingPostcode: "37000" };

describe("payerOf", () => {
  it("is the client himself, unless both a name and an address to bill are known", () => {
    expect([payerOf(client()), payerOf(client({ billingName: "Cabinet Durand" }))]).toEqual(["C0001", "C0001"]);
  });

  it("is one for two clients billed to one name and address, however they are typed", () => {
    const other = client({ ...atDurand, number: "C0002", billingName: "CABINET DURAND", billingAddress: "9 quai bas" });
    expect(payerOf(other)).toBe(payerOf(client(atDurand)));
    expect(payerOf({ ...other, billingPostcode: "37100" })).not.toBe(payerOf(client(atDurand)));
  });
});
