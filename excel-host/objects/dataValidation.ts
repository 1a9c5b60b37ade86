import type { Area } from "../model/area";
import { Refused } from "../model/refused";
import { setValidation, validationAt } from "../model/rules";
import type { Sheet, ValidationRule } from "../model/workbook";
import { booleanOf, choice, recordOf, textOf } from "../protocol/argument";
import { type ExcelObject, type Json, readOnly } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";

/** How Office.js and the file name the kinds of a rule. */
const kinds = [
  ["list", "list", "List"],
  ["wholeNumber", "whole", "WholeNumber"],
  ["decimal", "decimal", "Decimal"],
  ["date", "date", "Date"],
  ["time", "time", "Time"],
  ["textLength", "textLength", "TextLength"],
  ["custom", "custom", "Custom"],
] as const;

const noRule: ValidationRule = {
  type: "none",
  operator: null,
  formula1: null,
  formula2: null,
  ignoreBlanks: true,
  inCellDropDown: true,
  alert: { show: true, style: "stop", title: "", message: "" },
  prompt: { show: false, title: "", message: "" },
};

export function dataValidationObject({ workbook, origin }: Session, sheet: Sheet, area: Area): ExcelObject {
  const rule = (): ValidationRule => validationAt(sheet, area)?.rule ?? noRule;
  const change = (changes: Partial<ValidationRule>): void =>
    setValidation(workbook, origin, sheet, area, { ...rule(), ...changes });
  return {
    type: "DataValidation",
    identity: {},
    properties: {
      Type: readOnly(() => typeJson(sheet, area)),
      Rule: { get: () => ruleJson(rule()), set: (value) => change(ruleOf(value)) },
      IgnoreBlanks: { get: () => rule().ignoreBlanks, set: (value) => change({ ignoreBlanks: booleanOf(value) }) },
      ErrorAlert: {
        get: () => {
          const { show, style, title, message } = rule().alert;
          return { showAlert: show, style: style.charAt(0).toUpperCase() + style.slice(1), title, message };
        },
        set: (value) => change({ alert: alertOf(value) }),
      },
      Prompt: {
        get: () => {
          const { show, title, message } = rule().prompt;
          return { showPrompt: show, title, message };
        },
        set: (value) => change({ prompt: promptOf(value) }),
      },
    },
    methods: { Clear: () => void setValidation(workbook, origin, sheet, area, null) },
  };
}

function typeJson(sheet: Sheet, area: Area): Json {
  const found = validationAt(sheet, area);
  if (found === null) return "None";
  if (!found.whole) return "Inconsistent";
  return kinds.find(([, type]) => type === found.rule.type)?.[2] ?? "None";
}

function ruleJson({ type, operator, formula1, formula2, inCellDropDown }: ValidationRule): Json {
  const name = kinds.find(([, known]) => known === type)?.[0];
  switch (name) {
    case undefined:
      return {};
    case "list":
      return { list: { inCellDropDown, source: sourceJson(formula1 ?? "") } };
    case "custom":
      return { custom: { formula: `=${formula1 ?? ""}` } };
    default:
      return {
        [name]: { formula1: operand(formula1), formula2: operand(formula2), operator: capital(operator ?? "between") },
      };
  }
}

function sourceJson(formula: string): string {
  return formula.startsWith('"') ? formula.slice(1, -1).replaceAll('""', '"') : `=${formula}`;
}

function operand(formula: string | null): Json {
  if (formula === null) return null;
  return formula.trim() !== "" && !Number.isNaN(Number(formula)) ? Number(formula) : `=${formula}`;
}

function ruleOf(value: Json): Partial<ValidationRule> {
  const record = recordOf(value) ?? {};
  const kind = kinds.find(([name]) => record[name] !== undefined && record[name] !== null);
  if (kind === undefined || Object.keys(record).length !== 1) {
    throw new Refused(
      "InvalidArgument",
      "A rule is one of list, wholeNumber, decimal, date, time, textLength, custom.",
    );
  }
  const details = recordOf(record[kind[0]] ?? null) ?? {};
  const base = { type: kind[1], operator: null, formula2: null };
  switch (kind[0]) {
    case "list":
      return { ...base, formula1: sourceOf(details.source ?? null), inCellDropDown: details.inCellDropDown !== false };
    case "custom":
      return { ...base, formula1: textOf(details.formula ?? null).replace(/^=/, "") };
    default:
      return {
        ...base,
        operator: operatorOf(details.operator),
        formula1: formulaOf(details.formula1),
        formula2: formulaOf(details.formula2),
      };
  }
}

const operators = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
] as const;

/** The file leaves "To" out: greaterThanOrEqual. */
function operatorOf(value: Json | undefined): string {
  const word = choice(value ?? null, operators).replace(/To$/, "");
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function capital(operator: string): string {
  const word = operator.charAt(0).toUpperCase() + operator.slice(1);
  return operators.find((known) => known === word || known === `${word}To`) ?? word;
}

/** "Oui,Non" or "=Liste_oui". A list written out has at most 255 characters. */
function sourceOf(value: Json): string {
  const text = textOf(value);
  if (text.startsWith("=")) return text.slice(1);
  if (text.length > 255) throw new Refused("InvalidArgument", "A list written out has at most 255 characters.");
  return `"${text.replaceAll('"', '""')}"`;
}

function formulaOf(value: Json | undefined): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "number") return String(value);
  const text = textOf(value);
  return text.startsWith("=") ? text.slice(1) : text;
}

function alertOf(value: Json): ValidationRule["alert"] {
  const { showAlert, style, title, message } = recordOf(value) ?? {};
  return {
    show: showAlert !== false,
    style: choice(style ?? "Stop", ["Stop", "Warning", "Information"]).toLowerCase(),
    title: limited(title, 32, "The title of an alert"),
    message: limited(message, 255, "An alert"),
  };
}

function promptOf(value: Json): ValidationRule["prompt"] {
  const { showPrompt, title, message } = recordOf(value) ?? {};
  return {
    show: showPrompt !== false,
    title: limited(title, 32, "The title of a prompt"),
    message: limited(message, 255, "A prompt"),
  };
}

function limited(value: Json | undefined, most: number, what: string): string {
  const text = value === undefined || value === null ? "" : textOf(value);
  if (text.length > most) throw new Refused("InvalidArgument", `${what} has at most ${most} characters.`);
  return text;
}
