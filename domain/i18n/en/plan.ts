import type { MissingCell, PlanWords } from "../catalogue";
import { formats } from "./formats";

const { shortDate, money } = formats;

export const plan: PlanWords = {
  contractStates: {
    draft: "Draft",
    upcoming: "Upcoming",
    active: "Active",
    toNotify: "To notify",
    notified: "Notified",
    late: "Late",
    refused: "Refused",
    toRenew: "To renew",
    suspended: "Suspended",
    terminated: "Terminated",
    ended: "Ended",
  },
  noticeStates: {
    notRequired: "Not required",
    noWindow: "Hand over at signature",
    notDue: "Not yet",
    toSend: "To send",
    generated: "Ready to send",
    sent: "Sent",
    returned: "Returned",
    late: "Late",
  },
  obligationKinds: {
    notice: "Renewal notice",
    invoice: "Invoice",
    payment: "Payment",
    repairInvoice: "Repair invoice",
    visit: "Visit",
    legalVisit: "Legal visit",
    certificate: "Certificate",
    renewal: "Renewal",
  },
  tasks: {
    sendNotice: (day) => `Renewal notice to write and to send by ${shortDate(day)}.`,
    sendLetter: (day) => `Letter ready: print or attach it, and send it by ${shortDate(day)}.`,
    lateNotice: (freeFrom, refund) =>
      `Notice late: the client may leave at any time, free of charge, from ${shortDate(freeFrom)}${
        refund === null || refund === 0 ? "" : ` (about ${money(refund)} to refund if he leaves today)`
      }.`,
    refusedLetter: (only) => `The letter cannot be written${only === null ? "" : `: fill in ${cellName(only)}`}.`,
    fillIn: (cell) => `Fill in ${cellName(cell)}.`,
    sendAgain: (returnedOn, lastDay) =>
      `Letter returned on ${shortDate(returnedOn)}: check the address, then send the new one by ${shortDate(lastDay)}.`,
    renewedUntold: (until, refund) =>
      `Contract renewed without a notice sent in time: the client may leave at any time, free of charge, until ${shortDate(until)}${
        refund === null || refund === 0 ? "" : ` (about ${money(refund)} to refund if he leaves today)`
      }.`,
    lateByChoice: (lastDay) => `Renewal notice to send: it should have left by ${shortDate(lastDay)}.`,
    returnedLetter: (day) => `Letter returned on ${shortDate(day)}: check the address and send it again.`,
    sentWithoutProof: (day) =>
      `Letter sent on ${shortDate(day)} without proof: note its tracking number if you have it.`,
    visitAfterRefusal: (appliance, day) =>
      `Renewal refused, but the visit${of(appliance)} is owed until ${shortDate(day)}.`,
    visit: (appliance, day) => `Maintenance visit${of(appliance)} to make by ${shortDate(day)}.`,
    legalVisit: (appliance, day) => `Visit required by law${of(appliance)} to make by ${shortDate(day)}.`,
    leakCheck: (appliance, day) => `Leak check${of(appliance)} to make by ${shortDate(day)}.`,
    invoice: (period, day) => `Period ${String(period)} to invoice by ${shortDate(day)}.`,
    repairInvoice: (doneOn) => `Repair of ${shortDate(doneOn)} to invoice.`,
    payment: (number, day) => `Invoice${number === null ? "" : ` ${number}`} to collect: due on ${shortDate(day)}.`,
    certificate: (doneOn, day) => `Certificate of the visit of ${shortDate(doneOn)} to hand over by ${shortDate(day)}.`,
    recordRenewal: (from) => `Contract renewed by silence on ${shortDate(from)}: record the new period.`,
    proposeRenewal: (day) => `Express renewal to propose before ${shortDate(day)}, or the contract ends.`,
  },
  shown: {
    upToDate: "Up to date",
    none: "Not applicable",
    toDoBefore: (day) => `To do before ${shortDate(day)}`,
    overdueSince: (day) => `Overdue since ${shortDate(day)}`,
    fromDay: (day) => `Upcoming on ${shortDate(day)}`,
    toInvoice: "To invoice",
    lateInvoice: "Overdue: to invoice",
    invoiced: "Invoiced",
    paid: "Paid",
    unpaid: "Unpaid",
    notYet: "Not yet",
    more: (appliance, others) => `${appliance} + ${String(others)}`,
  },
};

function of(appliance: string | null): string {
  return appliance === null ? "" : ` (${appliance})`;
}

function cellName({ field, place, contract }: MissingCell): string {
  return `“${field}” (${place}${contract === null ? "" : `, row of contract ${contract}`})`;
}
