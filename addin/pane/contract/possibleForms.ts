import { noticesOf } from "../../../domain/actions/noticeSent";
import type { PlannedContract } from "../../../domain/plan/plan";
import type { FormName } from "../forms/formName";

/** Which actions make sense on the contract as it stands, what is most often done first. */
export function possibleForms({ file, period, notice, obligations, state }: PlannedContract): readonly FormName[] {
  const { contract } = file;
  const isOver = state === "ended" || state === "terminated";
  const letter = notice?.letter ?? null;
  const onItsWay = letter !== null && letter.sentOn !== null && letter.returnedOn === null;
  const has = (kind: string) => obligations.some((one) => one.kind === kind && one.state !== "done");
  const possible: Readonly<Partial<Record<FormName, boolean>>> = {
    logVisit: !isOver,
    logRepair: !isOver,
    markInvoiced: has("invoice") || has("repairInvoice"),
    markPaid: has("payment"),
    noticeSent: !isOver && notice !== null && notice.state !== "notRequired" && !onItsWay,
    noticeReturned:
      period !== null &&
      noticesOf(file, period).some(({ sentOn, returnedOn }) => sentOn !== null && returnedOn === null),
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
