import { columnHeader } from "../domain/i18n/columnHeader";
import { dashboard } from "../domain/i18n/fr/dashboard";
import { pane } from "../domain/i18n/fr/pane";
import { round } from "../domain/i18n/fr/round";
import { workbook } from "../domain/i18n/fr/workbook";
import { workbookHelp } from "../domain/i18n/fr/workbookHelp";
import { sheetTexts } from "../domain/workbook/look/sheetTexts";
import type { ChoiceSet } from "../domain/workbook/choices";
import type { Column, Role } from "../domain/workbook/columns";
import { columnsOf, SCHEMA_VERSION, tableNames, tables, TODAY_NAME } from "../domain/workbook/schema";
import type { TableName } from "../domain/workbook/schema";
import { settings, SETTINGS_TABLE } from "../domain/workbook/settings";
import { settingsSections } from "../domain/workbook/settingsSections";

const filledBy: Readonly<Record<Exclude<Role, "key">, string>> = {
  input: "vous",
  formula: "Excel, par une formule",
  status: "Tacite, pour information",
};

const contents: Readonly<Record<Exclude<Column["type"], "choice" | "reference">, string>> = {
  text: "texte",
  longText: "texte, sur plusieurs lignes si besoin",
  postcode: "code postal",
  phone: "téléphone",
  email: "adresse e-mail",
  date: "date",
  money: "montant en euros",
  vatRate: "taux de TVA",
  integer: "nombre entier",
  decimal: "nombre",
  yesNo: "Oui ou Non",
  months: "mois de l’année",
};

/** The description of the register for its users, `docs/registre.md`: all of it comes from the schema and the French words. */
export function registerDoc(): string {
  return [
    "# Le registre",
    `<!-- Written by \`npm run docs\` from domain/workbook/ and domain/i18n/fr/workbook.ts. Do not edit. -->`,
    `Ce que contient le classeur Excel de Tacite, feuille par feuille. Version du registre\u00a0: ${String(SCHEMA_VERSION)}.`,
    [
      "- Tacite retrouve chaque tableau par son nom Excel (`Tacite_…`) et chaque colonne par son en-tête. Vous pouvez renommer les feuilles, déplacer les colonnes et ajouter les vôtres\u00a0: elles ne sont jamais touchées.",
      "- Vous remplissez les colonnes marquées «\u00a0vous\u00a0»\u00a0; ce que vous taperiez dans les autres ne serait pas lu.",
      "- Les colonnes «\u00a0Tacite, pour information\u00a0» sont remplies à la création d’un registre d’exemple, puis par le complément Excel. Sans lui, elles restent comme elles sont\u00a0: les commandes `tacite` lisent le registre sans y écrire, et leur réponse est dans le récapitulatif. Les dates limites calculées par Excel à partir de ces colonnes restent alors vides elles aussi.",
      "- Les lignes tapées à la main ont besoin d’une clé dans la colonne masquée «\u00a0Clé\u00a0»\u00a0: tapez-en une qui n’existe pas encore (P1, P2…), ou laissez le complément Excel la donner. Ne changez pas une clé déjà donnée.",
      "- Pour montrer une feuille masquée\u00a0: clic droit sur un onglet, puis «\u00a0Afficher…\u00a0». [Premiers pas](premiers-pas.md) montre un contrat rempli, de la feuille Clients à la première lettre.",
      "- Là où des mots sont proposés, séparés par «\u00a0·\u00a0», les majuscules et les accents ne comptent pas, et le mot anglais est compris aussi.",
      `- La cellule nommée \`${TODAY_NAME}\`, dans Paramètres, donne la date dont dépendent les formules.`,
    ].join("\n"),
    ...dashboardSection,
    ...tableNames.flatMap(tableSection),
    ...settingsPart(),
  ]
    .join("\n\n")
    .concat("\n");
}

const { tiles, charts } = sheetTexts.dashboard;

const dashboardSection = [
  `## ${sheetTexts.dashboard.sheet}`,
  "Où en est l’entreprise, en douze chiffres et cinq graphiques, sur une page à imprimer. Ce sont des formules\u00a0: elles suivent le registre. Celles qui comptent des visites, des lettres et des factures lisent les colonnes que Tacite remplit, dont quelques colonnes masquées à la fin de Contrats, Factures, Périodes et Courriers\u00a0; la feuille dit de quel jour elles sont quand ce n’est pas celui-ci.",
  `- Chiffres\u00a0: ${Object.values(tiles).join(" · ")}.\n- Graphiques\u00a0: ${Object.values(charts).join(" · ")}. Leurs chiffres sont à droite de la page, hors de ce qui s’imprime.`,
  `Le complément l’ajoute à un registre plus ancien\u00a0: dans le volet, «\u00a0${sheetTexts.dashboard.sheet}\u00a0», puis «\u00a0${dashboard.addSheet}\u00a0». Vous pouvez la renommer, ou la supprimer.`,
  `## Tournée`,
  `Dans le volet, «\u00a0${pane.round}\u00a0», puis «\u00a0${round.make}\u00a0»\u00a0: les visites d’un mois par ville, avec adresse, téléphone, appareil et une case à cocher. La feuille est faite pour être imprimée\u00a0: Tacite ne la relit pas, ne la met pas à jour, et elle se supprime sans rien perdre. [\`tacite round\`](commandes.md) en fait un document Word et un calendrier.`,
];

function tableSection(table: TableName): readonly string[] {
  const { excelName, hidden } = tables[table];
  const helps: Readonly<Record<string, string>> = workbookHelp.columns[table];
  const rows = columnsOf(table).map(([name, column]) => {
    const header = columnHeader(workbook, table, name);
    return [`**${header}**`, filler(column), contentOf(column), helps[name] ?? "", `\`${name}\``];
  });
  return [
    `## ${workbook.sheets[table]}`,
    `Tableau \`${excelName}\`, feuille ${hidden ? "masquée" : "visible"}\u00a0; dans le code\u00a0: \`${table}\`.`,
    markdownTable(["Colonne", "Remplie par", "Contenu", "Explication", "Dans le code"], rows),
  ];
}

function filler({ role, hidden }: Column): string {
  if (role === "key") return hidden === true ? "le complément Excel, ou vous" : "vous, ou le complément Excel";
  if (role === "input" && hidden === true) return "Tacite";
  return filledBy[role];
}

function contentOf({ type, required, role, choices, refersTo, hidden }: Column): string {
  const remarks = [
    ...(required === true && role === "input" ? ["obligatoire"] : []),
    ...(hidden === true ? ["colonne masquée"] : []),
  ];
  return [plainContent(type, choices, refersTo), ...remarks].join(", ");
}

function plainContent(type: Column["type"], choices: ChoiceSet | undefined, refersTo: string | undefined): string {
  if (type === "choice") return choices === undefined ? "" : Object.values(workbook.choices[choices]).join(" · ");
  if (type === "reference") return `un numéro de la feuille ${sheetNamed(refersTo)}`;
  return contents[type];
}

function sheetNamed(table: string | undefined): string {
  return Object.entries<string>(workbook.sheets).find(([name]) => name === table)?.[1] ?? "";
}

function settingsPart(): readonly string[] {
  return [
    `## ${workbook.sheets.settings}`,
    `Tableau \`${SETTINGS_TABLE}\`, feuille visible\u00a0: un réglage par ligne.`,
    ...settingsSections.flatMap((section) => [
      `### ${section.title}`,
      markdownTable(
        ["Réglage", "Contenu", "Explication", "Dans le code"],
        section.settings.map((name) => {
          const help = workbookHelp.settings[name];
          return [`**${workbook.settings[name]}**`, contentOf(settings[name]), help, `\`${name}\``];
        }),
      ),
    ]),
  ];
}

/** Aligned as the formatter would align it. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, i) => Math.max(...[header, ...rows].map((cells) => cells[i]?.length ?? 0)));
  const line = (cells: readonly string[], fill: string) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0, fill)).join(" | ")} |`;
  return [
    line(header, " "),
    line(
      header.map(() => ""),
      "-",
    ),
    ...rows.map((cells) => line(cells, " ")),
  ].join("\n");
}
