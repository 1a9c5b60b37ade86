import { join } from "node:path";
import type { CompanionAdapters } from "../companion/adapters";
import { readState, writeState } from "../companion/state";
import type { Config } from "../config/config";
import { showToUser } from "../files/showToUser";
import { LEDGER_FILE, openLedger, readLedger } from "../ledger/ledger";
import { realDisk } from "../living/realDisk";
import type { Log } from "../log/log";
import { systemKeychain } from "../mail/keychain";
import { mailWords } from "../mail/mailWords";
import { diskFiles } from "../mail/outbox";
import { plainMail } from "../mail/plainMail";
import { findPassword, isPasswordGiven } from "../mail/secrets";
import { smtpMailer } from "../mail/smtpMailer";
import { newestCopy } from "../server/copies";
import type { Environment } from "./environment";
import { explain } from "./explain";
import { openFile } from "./reader";
import { runAdapters } from "./runAdapters";

/** The real world for the companion of this configuration. */
export function companionAdapters({ data, mail }: Config, log: Log, { clock }: Environment): CompanionAdapters {
  return {
    now: clock.now,
    disk: {
      ...realDisk,
      open: (file) => openFile(file, clock.wait),
      newestCopy: (registerId, now) => newestCopy(data, registerId, now),
      explain,
      localTime: clock.localTime,
    },
    readEvents: async (folder) => (await readLedger(join(folder, LEDGER_FILE))).events,
    openLedger: (folder) => openLedger(join(folder, LEDGER_FILE), { now: clock.now }),
    runAdapters: (templates) => runAdapters(templates, () => undefined),
    mailer: async () => {
      if (mail === null) return { code: "noMail", sentence: mailWords.noMail };
      const found = await findPassword(mail, process.env, systemKeychain);
      if (found.kind === "found") {
        // The firm's own server may have a certificate of its own making; NODE_EXTRA_CA_CERTS is then the way.
        return smtpMailer({ server: mail.server, login: mail.login, password: found.password });
      }
      return found.kind === "absent"
        ? { code: "noPassword", sentence: mailWords.noPassword(mail) }
        : { code: "noKeychain", sentence: mailWords.noKeychain(mail) };
    },
    isPasswordGiven: isPasswordGiven(process.env),
    plainMail,
    mailFiles: diskFiles,
    show: showToUser,
    readState: () => readState(data),
    writeState: (state) => writeState(data, state),
    log,
  };
}
