import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { sha256Of } from "./chain";
import { tempPathIn } from "../files/writeAtomic";
import { LEDGER_FILE, openLedger, type Ledger } from "./ledger";
import { lettersOf } from "./letters";
import { produceFile, recover, type FileToProduce } from "./recover";

const clock = { now: () => "2026-09-10T08:00:00.000Z" };
const letter: FileToProduce = {
  key: { registerId: "R1", contract: "C-001", periodFrom: "2026-01-01", kind: "renewalNotice", issue: 1 },
  file: "courriers/C-001 Dupont.docx",
  bytes: Buffer.from("letter"),
  on: "2026-09-10",
  deadline: "2026-11-30",
  periodEnd: "2026-12-31",
  late: false,
  template: "reconduction.docx",
};
const { key, bytes, ...facts } = letter;
const prepared = { event: "prepared", ...key, ...facts, sha256: sha256Of(bytes) } as const;

type Desk = { readonly folder: string; readonly ledger: Ledger };

async function withDesk(work: (desk: Desk) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tacite-recover-"));
  await mkdir(join(folder, "courriers"));
  const ledger = await openLedger(join(folder, LEDGER_FILE), clock);
  await work({ folder, ledger });
  await ledger.close();
  await rm(folder, { recursive: true });
}

const lettersIn = ({ folder }: Desk) => readdir(join(folder, "courriers"));
const kindsIn = ({ ledger }: Desk) => ledger.events().map(({ event }) => event);

describe("produceFile", () => {
  it("announces the letter, puts it in place and records it", () =>
    withDesk(async (desk) => {
      const produced = await produceFile(desk.ledger, desk.folder, letter);
      expect(produced).toEqual({ file: "courriers/C-001 Dupont.docx", sha256: sha256Of("letter"), written: true });
      expect(await readFile(join(desk.folder, produced.file), "utf8")).toBe("letter");
      expect(kindsIn(desk)).toEqual(["prepared", "generated"]);
      expect(lettersOf(desk.ledger.events(), "R1")[0]).toMatchObject({ contract: "C-001", generatedOn: "2026-09-10" });
    }));

  it("records a letter that is already there without writing it", () =>
    withDesk(async (desk) => {
      await writeFile(join(desk.folder, letter.file), "letter");
      expect(await produceFile(desk.ledger, desk.folder, letter)).toMatchObject({ file: letter.file, written: false });
      expect(kindsIn(desk)).toEqual(["generated"]);
    }));

  it("never replaces a file of that name: the letter takes the next free one", () =>
    withDesk(async (desk) => {
      await writeFile(join(desk.folder, letter.file), "his own");
      await mkdir(join(desk.folder, "courriers/C-001 Dupont (2).docx"));
      const produced = await produceFile(desk.ledger, desk.folder, letter);
      expect(produced.file).toBe("courriers/C-001 Dupont (3).docx");
      expect(await readFile(join(desk.folder, letter.file), "utf8")).toBe("his own");
    }));

  it("numbers a name with dots in its folder and none of its own", () =>
    withDesk(async (desk) => {
      await mkdir(join(desk.folder, "v1.0"));
      await writeFile(join(desk.folder, "v1.0/lettre"), "his own");
      expect((await produceFile(desk.ledger, desk.folder, { ...letter, file: "v1.0/lettre" })).file).toBe(
        "v1.0/lettre (2)",
      );
    }));
});

describe("recover", () => {
  it("records an announced letter that is in place", () =>
    withDesk(async (desk) => {
      await desk.ledger.append(prepared);
      await writeFile(join(desk.folder, letter.file), "letter");
      await recover(desk.ledger, desk.folder);
      await recover(desk.ledger, desk.folder);
      expect(kindsIn(desk)).toEqual(["prepared", "generated"]);
      expect(desk.ledger.events()[1]).toMatchObject({
        file: letter.file,
        sha256: sha256Of("letter"),
        template: "reconduction.docx",
      });
    }));

  it("leaves an announced letter that never arrived to be produced under the same name", () =>
    withDesk(async (desk) => {
      await desk.ledger.append(prepared);
      await recover(desk.ledger, desk.folder);
      expect(kindsIn(desk)).toEqual(["prepared"]);
      expect((await produceFile(desk.ledger, desk.folder, letter)).file).toBe(letter.file);
      expect(kindsIn(desk)).toEqual(["prepared", "prepared", "generated"]);
    }));

  it("does not take another's file for the announced letter", () =>
    withDesk(async (desk) => {
      await desk.ledger.append(prepared);
      await writeFile(join(desk.folder, letter.file), "his own");
      await recover(desk.ledger, desk.folder);
      expect(kindsIn(desk)).toEqual(["prepared"]);
      expect(await readFile(join(desk.folder, letter.file), "utf8")).toBe("his own");
    }));

  it("clears what a killed writer left: half-written files and a name claimed by an empty one", () =>
    withDesk(async (desk) => {
      await desk.ledger.append(prepared);
      const halfWritten = basename(tempPathIn(desk.folder)).replace(`-${String(process.pid)}-`, "-99999999-");
      for (const name of [halfWritten, "C-001 Dupont.docx"]) await writeFile(join(desk.folder, "courriers", name), "");
      await recover(desk.ledger, desk.folder);
      expect(await lettersIn(desk)).toEqual([]);
    }));

  it("does nothing when the folder of an announced letter was removed", () =>
    withDesk(async (desk) => {
      await desk.ledger.append(prepared);
      await rm(join(desk.folder, "courriers"), { recursive: true });
      await recover(desk.ledger, desk.folder);
      expect(kindsIn(desk)).toEqual(["prepared"]);
    }));
});
