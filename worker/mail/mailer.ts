/** Who a mail is from and for, as the server is told; the addresses have been validated where the configuration was read. */
export type Envelope = { readonly from: string; readonly to: readonly string[] };

/** Why the server has not taken a mail. */
export type RefusalCause =
  | "password"
  | "applicationPassword"
  | "passwordless"
  | "hostUnknown"
  | "offline"
  | "unreachable"
  | "certificate"
  | "notSecured"
  | "stalled"
  | "interrupted"
  | "sender"
  | "recipients"
  | "tooLarge"
  | "message"
  | "busy"
  | "other";

/**
 * What became of a mail that was handed to the server. Uncertain: all of it was on its way and the answer never came, so
 * that the server may have it. `code` is the server's ("550") or the connection's ("ECONNREFUSED"), `reason` its words.
 */
export type MailResult =
  | { readonly kind: "taken"; readonly rejected: readonly string[] }
  | {
      readonly kind: "refused";
      readonly cause: RefusalCause;
      readonly code: string;
      readonly reason: string;
      /** The server's last word (5xx): nothing but a change of the settings or of the mail will help. */
      readonly permanent: boolean;
    }
  | { readonly kind: "uncertain"; readonly code: string; readonly reason: string };

/** Hands a whole mail, as bytes, to the firm's server. Never throws for what the server or the network does. */
export type Mailer = (envelope: Envelope, eml: Uint8Array) => Promise<MailResult>;
