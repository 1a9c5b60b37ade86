/** The forms of the pane. Each bears the name of the action that it asks for. */
export const formNames = [
  "signContract",
  "logVisit",
  "logRepair",
  "markInvoiced",
  "markPaid",
  "creditNote",
  "noticeSent",
  "noticeReturned",
  "recordRefusal",
  "withdrawRefusal",
  "announceRenewal",
  "renew",
  "terminate",
  "reverseTermination",
  "suspend",
  "resume",
  "handOverCertificate",
  "swapEquipment",
  "changeHolder",
] as const;

export type FormName = (typeof formNames)[number];
