import { describe, expect, it } from "@jest/globals";
import { after, contextOn, reasons } from "../../tests/builders/context";
import { client, contract, period, register } from "../../tests/builders/register";
import { changeHolder } from "./changeHolder";

const context = contextOn("2026-11-24");
const firm = register({ clients: [client()], contracts: [contract()], periods: [period()] });
const own = { contract: "2026-001" };

describe("a change of holder", () => {
  it("keeps the contract's number", () => {
    const sold = after(firm, changeHolder(firm, { ...own, client: { new: { name: "Petit" } } }, context));
    expect(sold.contracts).toMatchObject([{ number: "2026-001", client: "C0002" }]);
    expect(sold.clients.map(({ name }) => name)).toEqual(["Martin", "Petit"]);
  });

  it("keeps the place where the appliances are, whatever the address of the new holder", () => {
    const at = { placeAddress: "12 rue des Lilas", placePostcode: "33000", placeCity: "Bordeaux" };
    const address = { address: "1 place Stanislas", postcode: "54000", city: "Nancy" };
    const petit = { client: { new: { name: "Petit", ...address } } };
    const home = { address: at.placeAddress, postcode: at.placePostcode, city: at.placeCity };
    const fromHome = { ...firm, clients: [client(home)] };
    expect(after(fromHome, changeHolder(fromHome, { ...own, ...petit }, context)).contracts).toMatchObject([at]);
    const elsewhere = { ...firm, contracts: [contract(at)] };
    expect(after(elsewhere, changeHolder(elsewhere, { ...own, ...petit }, context)).contracts).toMatchObject([at]);
  });

  it("is refused for the same holder and for an unknown one", () => {
    expect(reasons(changeHolder(firm, { ...own, client: { existing: "C0001" } }, context))).toEqual(["sameHolder"]);
    expect(reasons(changeHolder(firm, { ...own, client: { existing: "C0009" } }, context))).toEqual(["unknownClient"]);
  });
});
