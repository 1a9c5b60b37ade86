import type { Command, CommanderError, Option } from "commander";
import { typeset } from "../../domain/i18n/fr/typography";
import { nearestName } from "../word/nearestName";

const titles: Readonly<Record<string, string>> = {
  "Usage:": "Utilisation :",
  "Arguments:": "Arguments :",
  "Options:": "Options :",
  "Commands:": "Commandes :",
};

/** The headings of the help, in French. */
export function usageTitle(title: string): string {
  return titles[title] ?? title;
}

export const emptyPath = typeset("Elle est vide : écrivez un chemin.");

export function invalidDay(text: string): string {
  return typeset(`« ${text} » n’est pas une date. Écrivez par exemple 2026-11-24.`);
}

export function invalidMonth(text: string): string {
  return typeset(`« ${text} » n’est pas un mois. Écrivez par exemple 2026-03.`);
}

export const invalidOpening = "Au choix : all, none, as-listed.";

export const invalidBasis = "Donnez HT ou TTC.";
export const invalidMonths = "Écrivez un nombre de mois, par exemple 2.";

/** An option in the help. */
export function optionHelp({ description, mandatory }: Option): string {
  return mandatory ? `${description} (obligatoire)` : description;
}

/** What is wrong with the command line. Commander names the culprit in quotes, in an English sentence. */
export function usageSentence({ code, message }: CommanderError, args: readonly string[], program: Command): string {
  const culprit = /'([^']*)'/.exec(message)?.[1] ?? "";
  const command = program.commands.find((one) => one.name() === args[0]);
  return typeset(`${sentence(code, culprit, message, args, command)} Voyez « tacite --help ».`);
}

function sentence(
  code: string,
  culprit: string,
  message: string,
  args: readonly string[],
  command: Command | undefined,
): string {
  const options = longNames(command);
  switch (code) {
    case "commander.unknownCommand":
      return `La commande « ${culprit} » n’existe pas.`;
    case "commander.unknownOption":
      return unknownOption(culprit, options);
    case "commander.missingArgument":
      return `Il manque l’argument « ${culprit} ».`;
    case "commander.optionMissingArgument":
      return `Il manque une valeur après « ${culprit} ».`;
    case "commander.missingMandatoryOptionValue": {
      // Commander looks for what is missing first; the reason may be a name that was mistyped.
      const mistyped = args.find((arg) => /^--\w/.test(arg) && !options.includes(arg.replace(/=.*/s, "")));
      return mistyped === undefined ? `Il manque l’option « ${culprit} ».` : unknownOption(mistyped, options);
    }
    case "commander.excessArguments":
      return "Il y a trop d’arguments.";
    case "commander.invalidArgument":
      return `La valeur donnée à « ${culprit} » ne convient pas. ${advice(message)}`.trimEnd();
    default:
      return "Dites ce qu’il faut faire.";
  }
}

function longNames(command: Command | undefined): readonly string[] {
  return (command?.options ?? []).flatMap(({ long }) => long ?? []);
}

function unknownOption(typed: string, options: readonly string[]): string {
  const name = typed.replace(/=.*/s, "");
  const nearest = nearestName(name, options);
  return `L’option « ${name} » n’existe pas.${nearest === null ? "" : ` Vouliez-vous dire « ${nearest} » ?`}`;
}

/** What our own check of the value says, or the values that Commander lists. */
function advice(message: string): string {
  const text = /is invalid\. (.*)$/.exec(message)?.[1] ?? "";
  return text.replace("Allowed choices are", "Au choix :");
}
