import { addressOf } from "../model/address";
import type { Area } from "../model/area";
import { usedArea } from "../model/cells";
import type { ConditionalFormat, Sheet, Validation } from "../model/workbook";
import { permissions, type Originals } from "./readLayout";
import { attributesOf, attributeText, escaped } from "./xml";

/** The elements of a sheet's part as the sheet is now; each is "" where the sheet has none. */
export const sheetElements = {
  dimension: (sheet: Sheet): string => {
    const used = usedArea(sheet);
    return `<dimension ref="${used === null ? "A1" : addressOf(used)}"/>`;
  },
  cols: (sheet: Sheet): string => {
    const columns = columnsXml(sheet);
    return columns === "" ? "" : `<cols>${columns}</cols>`;
  },
  sheetProtection: protectionXml,
  mergeCells: ({ merges }: Sheet): string => {
    const cells = merges.map((area) => `<mergeCell ref="${addressOf(area)}"/>`).join("");
    return cells === "" ? "" : `<mergeCells count="${merges.length}">${cells}</mergeCells>`;
  },
} as const;

/** The view of the sheet: what is frozen and selected; zoom and the like stay as `original` has them. */
export function viewsXml(sheet: Sheet, active: boolean, original: string): string {
  const view = /<sheetView\b([^>]*?)(?:\/>|>)/.exec(original)?.[1] ?? ' workbookViewId="0"';
  const { tabSelected, showGridLines: _lines, ...attributes } = attributesOf(view);
  const opening = `<sheetView${attributeText({ ...(sheet.gridlines ? {} : { showGridLines: 0 }), ...(active ? { tabSelected: 1 } : {}), ...attributes })}>`;
  return `<sheetViews>${opening}${paneXml(sheet)}</sheetView></sheetViews>`;
}

function paneXml({ frozen, selection }: Sheet): string {
  const cell = addressOf({ ...selection, rows: 1, columns: 1 });
  const selected = { activeCell: cell, sqref: addressOf(selection) };
  if (frozen.rows === 0 && frozen.columns === 0) return `<selection${attributeText(selected)}/>`;
  const pane = `${frozen.rows === 0 ? "top" : "bottom"}${frozen.columns === 0 ? "Left" : "Right"}`;
  const split = attributeText({
    xSplit: frozen.columns || null,
    ySplit: frozen.rows || null,
    topLeftCell: addressOf({ row: frozen.rows, column: frozen.columns, rows: 1, columns: 1 }),
    activePane: pane,
    state: "frozen",
  });
  return `<pane${split}/><selection${attributeText({ pane, ...selected })}/>`;
}

/** Neighbours alike make one element. */
function columnsXml({ columnWidths, columnStyles, hiddenColumns }: Sheet): string {
  const known = [...new Set([...columnWidths.keys(), ...columnStyles.keys(), ...hiddenColumns])].sort((a, b) => a - b);
  const spans: { from: number; to: number; text: string }[] = [];
  for (const column of known) {
    const width = columnWidths.get(column);
    const text = attributeText({
      width: width ?? 9.140625,
      style: columnStyles.get(column),
      hidden: hiddenColumns.has(column) ? 1 : null,
      customWidth: width === undefined ? null : 1,
    });
    const last = spans.at(-1);
    if (last?.to === column - 1 && last.text === text) last.to = column;
    else spans.push({ from: column, to: column, text });
  }
  return spans.map(({ from, to, text }) => `<col min="${from + 1}" max="${to + 1}"${text}/>`).join("");
}

function protectionXml({ protection }: Sheet): string {
  if (protection === null) return "";
  const refused = permissions.flatMap(([option, name]) => {
    const allowed = protection.options[option] === true;
    const usual = name === "objects" || name === "scenarios";
    return allowed === usual ? [] : [[name, allowed ? 0 : 1] as const];
  });
  return `<sheetProtection${attributeText({ sheet: 1, ...Object.fromEntries(refused) })}/>`;
}

export function validationsXml({ validations }: Sheet, originals: Originals): string {
  const rules = validations.map((validation) => {
    const original = originals.get(validation.rule);
    return original === undefined ? newValidation(validation) : withAreas(original, validation.areas);
  });
  return rules.length === 0 ? "" : `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

function withAreas(xml: string, areas: readonly Area[]): string {
  return xml.replace(/\bsqref="[^"]*"/, `sqref="${areas.map(addressOf).join(" ")}"`);
}

function newValidation({ areas, rule }: Validation): string {
  const { alert, prompt } = rule;
  const attributes = attributeText({
    type: rule.type === "none" ? null : rule.type,
    errorStyle: alert.style === "stop" ? null : alert.style,
    operator: rule.operator === "between" ? null : rule.operator,
    allowBlank: rule.ignoreBlanks ? 1 : null,
    showDropDown: rule.inCellDropDown ? null : 1,
    showInputMessage: prompt.show ? 1 : null,
    showErrorMessage: alert.show ? 1 : null,
    errorTitle: alert.title || null,
    error: alert.message || null,
    promptTitle: prompt.title || null,
    prompt: prompt.message || null,
    sqref: areas.map(addressOf).join(" "),
  });
  const formula = (name: string, text: string | null): string =>
    text === null ? "" : `<${name}>${escaped(text)}</${name}>`;
  return `<dataValidation${attributes}>${formula("formula1", rule.formula1)}${formula("formula2", rule.formula2)}</dataValidation>`;
}

/** @param lookOf the index of a look among the file's, for a format made since */
export function formatsXml(
  { conditionalFormats }: Sheet,
  originals: Originals,
  lookOf: (format: ConditionalFormat) => number,
): string {
  return conditionalFormats
    .map((format) => {
      const original = originals.get(format);
      const rule = original ?? newFormat(format, lookOf(format));
      return `<conditionalFormatting sqref="${format.areas.map(addressOf).join(" ")}">${rule}</conditionalFormatting>`;
    })
    .join("");
}

function newFormat({ priority, stopIfTrue, formula }: ConditionalFormat, look: number): string {
  const attributes = attributeText({ type: "expression", dxfId: look, priority, stopIfTrue: stopIfTrue ? 1 : null });
  return `<cfRule${attributes}><formula>${escaped(formula)}</formula></cfRule>`;
}
