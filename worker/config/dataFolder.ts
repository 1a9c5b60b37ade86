import { posix, win32 } from "node:path";

/** The machine, as Node tells it: process.platform, process.env, os.homedir(). */
export type Machine = {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

/** The user's own folder for what belongs to this machine (logs, pairing token, certificate): never one that is synchronised. */
export function dataFolder({ platform, env, home }: Machine): string {
  switch (platform) {
    case "win32":
      return win32.join(given(env.LOCALAPPDATA) ?? win32.join(home, "AppData", "Local"), "Tacite");
    case "darwin":
      return posix.join(home, "Library", "Application Support", "Tacite");
    default: {
      // The XDG rule: a path that is not absolute is to be ignored.
      const state = given(env.XDG_STATE_HOME);
      return posix.join(state?.startsWith("/") ? state : posix.join(home, ".local", "state"), "tacite");
    }
  }
}

function given(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}
