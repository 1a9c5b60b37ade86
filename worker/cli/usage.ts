import type { CommanderError } from "commander";
import { typeset } from "../../domain/i18n/fr/typography";

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

/** What is wrong with the command line. Commander names the culprit in quotes, in an English sentence. */
export function usageSentence({ code, message }: CommanderError): string {
  const culprit = /'([^']*)'/.exec(message)?.[1] ?? "";
  return typeset(`${sentence(code, culprit, message)} Voyez « tacite --help ».`);
}

function sentence(code: string, culprit: string, message: string): string {
  switch (code) {
    case "commander.unknownCommand":
      return `La commande « ${culprit} » n’existe pas.`;
    case "commander.unknownOption":
      return `L’option « ${culprit} » n’existe pas.`;
    case "commander.missingArgument":
      return `Il manque l’argument « ${culprit} ».`;
    case "commander.optionMissingArgument":
      return `Il manque une valeur après « ${culprit} ».`;
    case "commander.missingMandatoryOptionValue":
      return `Il manque l’option « ${culprit} ».`;
    case "commander.excessArguments":
      return "Il y a trop d’arguments.";
    case "commander.invalidArgument":
      return `La valeur donnée à « ${culprit} » ne convient pas. ${advice(message)}`.trimEnd();
    default:
      return "Dites ce qu’il faut faire.";
  }
}

/** What our own check of the value says, or the values that Commander lists. */
function advice(message: string): string {
  const text = /is invalid\. (.*)$/.exec(message)?.[1] ?? "";
  return text.replace("Allowed choices are", "Au choix :");
}
