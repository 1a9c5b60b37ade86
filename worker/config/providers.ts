/** Where mail is handed over: "tls" from the first byte (port 465), or "starttls" before anything is said (port 587). */
export type MailServer = { readonly host: string; readonly port: number; readonly security: "tls" | "starttls" };

type Provider = {
  readonly name: string;
  /** The domains whose mailboxes are his; none for those who host the firm's own domain. */
  readonly domains: readonly string[];
  readonly server: MailServer;
  /** What he wants as the user's name: the whole address, or what stands before the @. */
  readonly login: "address" | "localPart";
  /** The password of the mailbox, or one that he makes for a program. */
  readonly password: "mailbox" | "application";
  /** Where the password comes from, and what else must be set there. */
  readonly help: string;
};

const tls = (host: string): MailServer => ({ host, port: 465, security: "tls" });
const startTls = (host: string): MailServer => ({ host, port: 587, security: "starttls" });
const ownPassword = "C’est le mot de passe de la boîte, celui de son site.";

/** The mailboxes that French tradesmen have. Servers as in Thunderbird's public list and the providers' help pages. */
export const providers = {
  orange: {
    name: "Orange",
    domains: ["orange.fr", "wanadoo.fr"],
    server: tls("smtp.orange.fr"),
    login: "address",
    password: "mailbox",
    help: ownPassword,
  },
  free: {
    name: "Free",
    domains: ["free.fr"],
    server: tls("smtp.free.fr"),
    login: "localPart",
    password: "mailbox",
    help: `${ownPassword} S’il est refusé, activez « SMTP authentifié » dans votre Espace abonné Free.`,
  },
  sfr: {
    name: "SFR",
    domains: ["sfr.fr", "neuf.fr", "cegetel.net", "club-internet.fr"],
    server: tls("smtp.sfr.fr"),
    login: "address",
    password: "mailbox",
    help: ownPassword,
  },
  laposte: {
    name: "La Poste",
    domains: ["laposte.net"],
    server: tls("smtp.laposte.net"),
    login: "address",
    password: "mailbox",
    help: `${ownPassword} S’il est refusé, autorisez les logiciels de messagerie dans les réglages de laposte.net.`,
  },
  bouygues: {
    name: "Bouygues Telecom",
    domains: ["bbox.fr"],
    server: startTls("smtp.bbox.fr"),
    login: "address",
    password: "mailbox",
    help: ownPassword,
  },
  gmail: {
    name: "Gmail",
    domains: ["gmail.com", "googlemail.com"],
    server: tls("smtp.gmail.com"),
    login: "address",
    password: "application",
    help: "Gmail veut un mot de passe d’application : activez la validation en deux étapes, puis créez-le sur myaccount.google.com/apppasswords.",
  },
  ovh: {
    name: "OVH",
    domains: [],
    server: tls("ssl0.ovh.net"),
    login: "address",
    password: "mailbox",
    help: "C’est le mot de passe de l’adresse, donné dans l’espace client OVH. Pour une offre Exchange ou Email Pro, mettez à la place de « provider » le « host » que cet espace indique.",
  },
  ionos: {
    name: "Ionos",
    domains: [],
    server: tls("smtp.ionos.fr"),
    login: "address",
    password: "mailbox",
    help: "C’est le mot de passe de l’adresse, donné dans l’espace client Ionos.",
  },
  infomaniak: {
    name: "Infomaniak",
    domains: ["ik.me", "ikmail.com", "etik.com"],
    server: tls("mail.infomaniak.com"),
    login: "address",
    password: "mailbox",
    help: "C’est le mot de passe de l’adresse, ou celui d’un appareil, créé dans le Manager Infomaniak.",
  },
  yahoo: {
    name: "Yahoo",
    domains: ["yahoo.fr", "yahoo.com", "ymail.com", "rocketmail.com"],
    server: tls("smtp.mail.yahoo.com"),
    login: "address",
    password: "application",
    help: "Yahoo veut un mot de passe d’application : créez-le dans « Sécurité du compte » de Yahoo.",
  },
  icloud: {
    name: "iCloud",
    domains: ["icloud.com", "me.com", "mac.com"],
    server: startTls("smtp.mail.me.com"),
    login: "address",
    password: "application",
    help: "iCloud veut un mot de passe pour application : créez-le sur account.apple.com, rubrique « Connexion et sécurité ».",
  },
} as const satisfies Readonly<Record<string, Provider>>;

export type ProviderId = keyof typeof providers;
export const providerIds = Object.keys(providers) as readonly ProviderId[];

/** Microsoft's own mailboxes take no password from a program since 16 September 2024, not even one made for it. */
export const passwordless = {
  ids: ["outlook", "hotmail", "live", "msn"],
  domains: ["outlook.fr", "outlook.com", "hotmail.fr", "hotmail.com", "live.fr", "live.com", "msn.com"],
} as const;

/** Whose mailbox the address is; null when its domain tells nothing. */
export function providerOf(address: string): ProviderId | null {
  const domain = domainOf(address);
  return providerIds.find((id) => includes(providers[id].domains, domain)) ?? null;
}

/** Whether the address is one of Microsoft's own, which no program can send from with a password. */
export function isPasswordless(address: string): boolean {
  return includes(passwordless.domains, domainOf(address));
}

/** What follows the @, in lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

function includes(list: readonly string[], value: string): boolean {
  return list.includes(value);
}
