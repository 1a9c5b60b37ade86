import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { addDays, type CivilDate } from "../../domain/dates/civilDate";
import { certificateFor, openssl } from "../../tests/openssl";
import { describeIf } from "../../tests/optionalTools";
import { certificateWarning, readCertificate } from "./certificate";

describeIf(openssl, "the certificate of https://localhost", () => {
  // It lasts for two days.
  const certificate = certificateFor("localhost");
  const end = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10) as CivilDate;
  const on = (day: CivilDate) => certificateWarning(certificate, day);

  it("is warned of from thirty days before its end, with the day and the command to type", () => {
    expect(on(addDays(end, -32))).toBeNull();
    for (const days of [29, 1]) {
      const warning = on(addDays(end, -days));
      expect(warning?.code).toBe("certificateEnds");
      expect(warning?.sentence).toContain("npx office-addin-dev-certs install --days 820");
    }
    expect(on(addDays(end, 2))?.code).toBe("certificateEnded");
  });

  it("is said to be missing, or to be no certificate", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tacite-certificate-"));
    expect(await readCertificate(folder)).toBeNull();
    expect(certificateWarning(null, end)?.code).toBe("certificateMissing");
    await writeFile(join(folder, "localhost.crt"), "half a certif");
    await writeFile(join(folder, "localhost.key"), "");
    expect(certificateWarning(await readCertificate(folder), end)?.code).toBe("certificateUnreadable");
    await rm(folder, { recursive: true });
  });
});
