import { mountPane } from "../../addin/pane/mountPane";
import { createNavigation } from "../../addin/pane/navigation";
import type { Navigation } from "../../addin/pane/navigation";
import { createNotices } from "../../addin/pane/notices";
import { problem } from "../../domain/problem";
import { sampleRegister } from "../../domain/sample/sampleRegister";
import { memoryCompanion, type MemoryCompanion } from "../builders/memoryCompanion";
import { memorySession } from "../builders/memorySession";
import type { MemorySession } from "../builders/memorySession";
import { intervention } from "../builders/register";
import { smallFirm } from "../builders/smallFirm";

declare global {
  /** What a test in the browser may reach. */
  var tacite: {
    readonly session: MemorySession;
    readonly navigation: Navigation;
    readonly companion: MemoryCompanion | null;
  };
}

const today = "2026-11-24";
const options = new URLSearchParams(location.search);
const registers = { small: () => smallFirm(), sample: () => sampleRegister(today), keyless, blank: () => null };
const wanted = options.get("register") ?? "sample";
const register = registers[wanted in registers ? (wanted as keyof typeof registers) : "sample"]();

/** A visit that was typed by hand without a key, under the one that the reader gives it. */
function keyless() {
  return smallFirm({}, {}, { interventions: [intervention({ id: "~2", plannedOn: "2026-12-01" })] });
}

const session = memorySession({
  today,
  register,
  examples: sampleRegister(today),
  problems: [
    problem("missingKey", { table: "interventions", key: "~2", line: 2, column: "id" }, { table: "interventions" }),
  ],
});
const notices = createNotices();
const navigation = createNavigation(() => notices.tell(null));
const companion = memoryCompanion(options.get("companion") ?? "here");
globalThis.tacite = { session, navigation, companion };

const root = document.getElementById("root");
if (root !== null) {
  const dark = options.has("dark") ? options.get("dark") === "yes" : undefined;
  void mountPane(root, {
    session: options.has("outside") ? null : session,
    navigation,
    notices,
    companion: () => Promise.resolve(companion),
    language: options.get("language") === "en" ? "en" : "fr",
    officeIsDark: () => dark,
  });
}
