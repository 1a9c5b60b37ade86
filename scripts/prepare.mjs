// What `npm ci` leaves behind: the built programs. The first `npx tacite` asks for it once more, to link the command, and
// is not to wait a minute for what is already there.
import { execSync } from "node:child_process";
import { existsSync } from "node:fs";

if (process.env.npm_command !== "exec" || !existsSync("dist/tacite.mjs")) {
  execSync("npm run --silent build", { stdio: "inherit" });
}
