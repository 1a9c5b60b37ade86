/** What `tacite` answers to the program that started it; documented in docs/commandes.md. */
export const exitCodes = {
  done: 0,
  bug: 1,
  usage: 2,
  registerUnreadable: 3,
  /** Letters are due and cannot be written, or `check` found rows to correct. */
  toCorrect: 4,
  ledgerBroken: 5,
  alreadyRunning: 6,
  outputUnwritable: 7,
  /** tacite.json is to be corrected. */
  configInvalid: 8,
  /** No mail could be sent, or its password could not be kept. */
  mailRefused: 9,
  /** The queue cannot be used: a library is missing, Redis does not answer, or the storage is not shared. */
  queueRefused: 10,
} as const;
