import type { PlannedContract } from "../../../domain/plan/plan";
import type { FormName } from "../forms/formName";

/** Which actions make sense on the contract as it stands; the first one is what is most often done. */
export function possibleForms({ file, notice, obligations, state }: PlannedContract): readonly FormName[] {
  const { contract } = file;
  const isOver = state === "ended" || state === "terminated";
  const has = (kind: string) => obligations.some((one) => one.kind === kind && one.state !== "done");
  const possible: Readonly<Partial<Record<FormName, boolean>>> = {
    logVisit: !isOver,
    logRepair: !isOver,
    markInvoiced: has("invoice") || has("repairInvoice"),
    markPaid: has("payment"),
    noticeSent: notice !== null && notice.state !== "notRequired" && notice.state !== "sent",
    noticeReturned: file.letters.some(({ sentOn, returnedOn }) => sentOn !== null && returnedOn === null),
    handOverCertificate: file.interventions.some(
      ({ kind, doneOn, certificateOn }) => kind !== "repair" && doneOn !== null && certificateOn === null,
    ),
    renew: contract.terminatedOn === null && contract.refusalOn === null && contract.renewalKind !== "none",
    announceRenewal: contract.terminatedOn === null && contract.refusalOn === null && contract.renewalKind !== "none",
    recordRefusal: !isOver && contract.refusalOn === null,
    withdrawRefusal: contract.refusalOn !== null,
    terminate: !isOver && contract.terminatedOn === null,
    reverseTermination: contract.terminatedOn !== null,
    suspend: !isOver && contract.suspendedFrom === null,
    resume: contract.suspendedFrom !== null,
    swapEquipment: !isOver && file.equipment.length > 0,
    changeHolder: !isOver,
    creditNote: file.invoices.some(({ kind }) => kind !== "creditNote"),
  };
  return (Object.keys(possible) as FormName[]).filter((name) => possible[name] === true);
}
