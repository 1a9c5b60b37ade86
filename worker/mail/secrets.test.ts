import { describe, expect, it } from "@jest/globals";
import type { MailConfig } from "../config/config";
import { KeychainUnavailable, type Keychain } from "./keychain";
import { findPassword, keepPassword } from "./secrets";

const mail: MailConfig = {
  provider: "orange",
  server: { host: "smtp.orange.fr", port: 465, security: "tls" },
  login: "paul@orange.fr",
  from: "paul@orange.fr",
  to: ["paul@orange.fr"],
};

function memoryKeychain(): Keychain & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: (account) => Promise.resolve(kept.get(account) ?? null),
    set: (account, password) => {
      kept.set(account, password);
      return Promise.resolve();
    },
  };
}

const closed: Keychain = {
  get: () => Promise.reject(new KeychainUnavailable("no session")),
  set: () => Promise.reject(new KeychainUnavailable("no session")),
};

describe("the password of the mailbox", () => {
  it("comes from the environment, without opening the keychain", async () => {
    expect(await findPassword(mail, { TACITE_SMTP_PASSWORD: "a b" }, closed)).toEqual({
      kind: "found",
      password: "a b",
    });
  });

  it("comes from the keychain otherwise, for this mailbox on this server only", async () => {
    const keychain = memoryKeychain();
    expect(await findPassword(mail, {}, keychain)).toEqual({ kind: "absent" });
    await keepPassword(mail, "sésame", keychain);
    expect([...keychain.kept.keys()]).toEqual(["paul@orange.fr (smtp.orange.fr)"]);
    expect(await findPassword(mail, { TACITE_SMTP_PASSWORD: "" }, keychain)).toEqual({
      kind: "found",
      password: "sésame",
    });
    const elsewhere = { ...mail, server: { ...mail.server, host: "smtp.autre.example" } };
    expect(await findPassword(elsewhere, {}, keychain)).toEqual({ kind: "absent" });
  });

  it("is told to have no keychain where there is none", async () => {
    expect(await findPassword(mail, {}, closed)).toEqual({ kind: "noKeychain" });
    await expect(keepPassword(mail, "sésame", closed)).rejects.toThrow(KeychainUnavailable);
  });
});
