import { catalogues } from "../domain/i18n";
import type { ProblemCode, ProblemFacts } from "../domain/problem";
import { frenchWords as words } from "../worker/cli/frenchWords";
import type { TemplateProblem } from "../worker/word/checkTemplate";
import { markdownTable } from "./registerDoc";

type Example<C extends ProblemCode> = readonly [where: string, facts: ProblemFacts[C]];

/** Where each problem lies, and facts to show its sentence with; the compiler asks for every code. */
const cells: { readonly [C in ProblemCode]: Example<C> } = {
  unreadableDate: ["une case de date", { text: "31/02/2026" }],
  dateIsText: ["une case de date", { text: "15/03/2026", date: "2026-03-15" }],
  unreadableAmount: ["une case de montant", { text: "à voir" }],
  amountIsText: ["une case de montant", { text: "120,00 €" }],
  unreadableNumber: ["une case de nombre", { text: "deux" }],
  unreadableYesNo: ["une case Oui ou Non", { text: "bof" }],
  unreadableMonths: ["une case de mois", { text: "printemps" }],
  unreadableVatRate: ["une case de taux de TVA", { text: "réduite" }],
  unknownChoice: ["une case à liste", { text: "lunes", choices: "noticeUnit" }],
  cellError: ["toute case", { error: "#REF!" }],
  invalidEmail: ["une case d’adresse e-mail", { text: "sans arobase" }],
  missingValue: ["une case obligatoire", {}],
  outOfRange: ["une case de date, de montant ou de nombre", { text: "5000" }],
  rowBelowTable: ["une ligne sous le tableau", {}],
  missingKey: ["la case du numéro ou de la clé", { table: "periods" }],
  duplicateKey: ["la case du numéro ou de la clé", { key: "2026-001", firstRow: 2 }],
  unknownReference: ["une case qui renvoie à une autre feuille", { key: "C0009", table: "clients", nearest: null }],
  missingTable: ["la feuille", { table: "periods" }],
  missingSettings: ["la feuille Paramètres", {}],
  missingColumn: ["la feuille", { table: "contracts", column: "Préavis" }],
  duplicateColumn: ["la feuille", { table: "contracts", column: "Notes" }],
  missingSetting: ["la feuille Paramètres", { setting: "Ville" }],
  startMissing: ["Contrats", {}],
  periodMissing: ["Contrats", {}],
  duplicatePeriod: ["Périodes", { number: 2 }],
  periodGap: ["Périodes", { expected: "2027-03-15" }],
  periodOverlap: ["Périodes", { expected: "2027-03-15" }],
  periodStartDiffers: ["Périodes", { expected: "2026-03-15" }],
  periodReversed: ["Périodes", {}],
  periodEndUnusual: ["Périodes", { typed: "2027-03-31", computed: "2027-03-14" }],
  renewalLengthMissing: ["Contrats", {}],
  noticeTooLong: ["Contrats", { deadline: "2026-01-14", from: "2026-03-15" }],
  noEquipment: ["Contrats", {}],
  unknownPeriod: ["Factures", { number: 7 }],
  invoiceWithoutPeriod: ["Factures", {}],
  duplicateInvoiceNumber: ["Factures", { number: "F-2026-012" }],
  repairWithoutVisit: ["Factures", {}],
  noticeTooEarly: ["Courriers", { from: "2026-10-14" }],
  refusalAfterDeadline: ["Contrats", { deadline: "2027-01-14" }],
  renewedDespiteRefusal: ["Contrats", {}],
  dateInFuture: ["une case de date d’un fait", { date: "2027-06-01" }],
  doneBeforeStart: ["Interventions", { start: "2026-03-15" }],
  suspensionReversed: ["Contrats", {}],
  equipmentOfOtherContract: ["Interventions", { contract: "2026-002" }],
  letterNeeds: ["la case à remplir, quelle que soit la feuille", { field: "Signataire", contract: null }],
};

const templateFaults: readonly TemplateProblem[] = [
  { code: "templateNotFound", field: null },
  { code: "templateUnreadable", field: null },
  { code: "templateUnknownField", field: "cliant_nom", suggestion: "client_nom" },
  { code: "templateFieldUnclosed", field: "date_limite" },
  { code: "templateMissingField", field: "date_limite" },
  { code: "templateFieldOutsideTable", field: "equipement" },
  { code: "templateDeadlineNotBoxed", field: "date_limite" },
];

/** The page of every message about wrong input, `docs/messages.md`: its sentences are those that Tacite says. */
export function messagesDoc(): string {
  const heading = ["Code", "Message", "Où"];
  return [
    "# Les messages",
    "<!-- Written by `npm run docs` from domain/i18n/fr/problems.ts and worker/cli/frenchWords.ts. Do not edit. -->",
    "Une saisie fautive n’arrête jamais Tacite et ne disparaît jamais\u00a0: chaque message dit où elle se trouve et quoi faire. Les mots entre guillemets sont des exemples.",
    "## À corriger dans le registre",
    "Le récapitulatif et `tacite check` donnent la feuille et la case de chaque ligne à corriger\u00a0; le reste du registre est suivi comme si de rien n’était. Une lettre dont la date ou le prix dépend d’une case illisible n’est pas écrite.",
    markdownTable(
      heading,
      Object.keys(cells).map((code) => cellRow(code as ProblemCode)),
    ),
    "## Le fichier ne peut pas être lu",
    "Rien n’est écrit et la commande finit avec le code 3. Un fichier en cours d’enregistrement est d’abord relu pendant une dizaine de secondes.",
    markdownTable(
      ["Code", "Message"],
      [
        ...Object.entries(words.unreadable).map(([code, sentence]) => [`\`${code}\``, capitalised(sentence)]),
        ["`notARegister`", capitalised(words.notARegister)],
        ["`newerSchema`", capitalised(words.newerSchema(2, 1))],
      ],
    ),
    `Un classeur ouvert dans Excel se lit quand même\u00a0: «\u00a0${words.openInExcel}\u00a0»`,
    "## Un modèle de lettre ne peut pas servir",
    "Les lettres de ce modèle ne sont pas écrites\u00a0; tout le reste l’est, et la commande finit avec le code 4.",
    markdownTable(
      ["Code", "Message"],
      templateFaults.map((fault) => [`\`${fault.code}\``, words.templateFault("lettre-reconduction.docx", fault)]),
    ),
    "## Le dossier de sortie",
    markdownTable(
      ["Code de sortie", "Message"],
      [
        ["5", words.ledgerBroken("journal-tacite.jsonl", 3)],
        ["6", words.ledgerLocked("journal-tacite.jsonl.lock", 4321)],
        ["7", words.outputUnwritable("D:\\Tacite", "ENOSPC")],
      ],
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

function cellRow(code: ProblemCode): readonly string[] {
  const [where, facts] = cells[code];
  const write = catalogues.fr.problems[code] as (facts: object) => string;
  return [`\`${code}\``, write(facts), where];
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
