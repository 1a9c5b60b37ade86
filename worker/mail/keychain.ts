import type { AsyncEntry } from "@napi-rs/keyring";

/** The system's own store of passwords, for one account of one server. */
export type Keychain = {
  readonly get: (account: string) => Promise<string | null>;
  readonly set: (account: string, password: string) => Promise<void>;
};

/** The system's keychain cannot be used here: not installed, no desktop session, locked. */
export class KeychainUnavailable extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "KeychainUnavailable";
  }
}

const SERVICE = "Tacite";

/** Windows' Credential Manager, macOS' Keychain, Linux' Secret Service; its library is loaded at the first use. */
export const systemKeychain: Keychain = {
  get: (account) => withEntry(account, async (entry) => (await entry.getPassword()) ?? null),
  set: (account, password) => withEntry(account, (entry) => entry.setPassword(password)),
};

async function withEntry<T>(account: string, use: (entry: AsyncEntry) => Promise<T>): Promise<T> {
  try {
    const keyring = await import("@napi-rs/keyring");
    // Linux' other store, the kernel's, forgets at each restart.
    return await use(new keyring.AsyncEntry(SERVICE, account, { linux: { store: "secret-service" } }));
  } catch (error) {
    throw new KeychainUnavailable(error);
  }
}
