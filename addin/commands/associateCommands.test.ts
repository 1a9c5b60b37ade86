import { beforeEach, describe, expect, it } from "@jest/globals";
import { associateCommands } from "./associateCommands";
import { type CommandName, commandNames } from "./commandNames";

type Click = (event?: { readonly completed: () => void }) => Promise<void>;

const associated = new Map<string, Click>();
const told: string[] = [];

/** Does nothing but say that it was called; `renew` fails. */
const run = (name: CommandName) => async () => {
  told.push(name);
  if (name === "renew") throw new Error("protected sheet");
  return Promise.resolve();
};

const commands = Object.fromEntries(commandNames.map((name) => [name, run(name)])) as Record<
  CommandName,
  () => Promise<void>
>;

const click = (name: string) => associated.get(name)?.({ completed: () => told.push("completed") });

describe("the ribbon's commands", () => {
  beforeEach(() => {
    told.length = 0;
    const actions = { associate: (name: string, action: Click) => associated.set(name, action) };
    Object.assign(globalThis, { Office: { actions } });
    associateCommands(commands, (failure) => told.push(String(failure)));
  });

  it("are all given to Office under their names", () => {
    expect([...associated.keys()]).toEqual([...commandNames]);
  });

  it("free their button once they have run", async () => {
    await click("logVisit");
    expect(told).toEqual(["logVisit", "completed"]);
  });

  it("free it too when they fail, after saying why", async () => {
    await click("renew");
    expect(told).toEqual(["renew", "Error: protected sheet", "completed"]);
  });

  it("do once what is clicked twice while it is being done", async () => {
    await Promise.all([click("logVisit"), click("logVisit"), click("logRepair")]);
    expect(told.filter((what) => what !== "completed").sort()).toEqual(["logRepair", "logVisit"]);
    expect(told.filter((what) => what === "completed")).toHaveLength(3);
    await click("logVisit");
    expect(told.filter((what) => what === "logVisit")).toHaveLength(2);
  });

  it("also run from the keyboard, without a button", async () => {
    await associated.get("undoLast")?.();
    expect(told).toEqual(["undoLast"]);
  });
});
