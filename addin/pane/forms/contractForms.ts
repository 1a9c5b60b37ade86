import { certificateForm } from "./certificateForm";
import { creditForm } from "./creditForm";
import { refusalForm, reverseTerminationForm, terminateForm, withdrawRefusalForm } from "./endingForms";
import type { ContractFormSubject, Form } from "./form";
import type { FormName } from "./formName";
import { holderForm } from "./holderForm";
import { invoicedForm } from "./invoicedForm";
import { letterReturnedForm, letterSentForm } from "./letterForms";
import { paymentForm } from "./paymentForm";
import { announceForm, renewForm } from "./renewalForms";
import { repairForm } from "./repairForm";
import { resumeForm, suspendForm } from "./suspensionForms";
import { swapForm } from "./swapForm";
import { visitForm } from "./visitForm";

export type ContractFormName = Exclude<FormName, "signContract">;

/** Every form about a contract. */
export const contractForms: { readonly [N in ContractFormName]: (subject: ContractFormSubject) => Form } = {
  logVisit: visitForm,
  logRepair: repairForm,
  markInvoiced: invoicedForm,
  markPaid: paymentForm,
  creditNote: creditForm,
  noticeSent: letterSentForm,
  noticeReturned: letterReturnedForm,
  recordRefusal: refusalForm,
  withdrawRefusal: withdrawRefusalForm,
  announceRenewal: announceForm,
  renew: renewForm,
  terminate: terminateForm,
  reverseTermination: reverseTerminationForm,
  suspend: suspendForm,
  resume: resumeForm,
  handOverCertificate: certificateForm,
  swapEquipment: swapForm,
  changeHolder: holderForm,
};
