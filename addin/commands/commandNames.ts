/** What a ribbon button or a keyboard shortcut may call. manifest.xml and its shortcuts name these, and no others. */
export const commandNames = [
  "openPane",
  "showAlerts",
  "undoLast",
  "logVisit",
  "logRepair",
  "markInvoiced",
  "noticeSent",
  "renew",
  "exportRegister",
] as const;

export type CommandName = (typeof commandNames)[number];

/** What each does. One that must ask something first opens the pane with everything filled in. */
export type CommandTable = Readonly<Record<CommandName, () => Promise<void>>>;
