import { addressOf } from "../model/address";
import type { Area } from "../model/area";
import type { Filter } from "../model/filter";
import type { Table, TableColumn } from "../model/workbook";
import { signs } from "./readTable";
import { attributesOf, attributeText, element, elements, escaped, escapedText } from "./xml";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The part of a table. What this host does not know of the original (totals, borders of a column) is kept. */
export function tableXml(table: Table, original: string): string {
  const before = original === "" ? null : element(original, "table");
  const { name: _name, displayName: _shown, ref: _ref, id: _id, ...kept } = before?.attributes ?? {};
  const attributes = attributeText({
    ...(before === null ? { xmlns: main, totalsRowShown: 0 } : kept),
    id: table.id,
    name: table.name,
    displayName: table.name,
    ref: addressOf(table.area),
  });
  const columns = new Map(
    elements(before?.inner ?? "", "tableColumn").map((column) => [column.attributes.id, column.xml]),
  );
  const rest = (before?.inner ?? "").replace(
    /<autoFilter\b.*?(?:<\/autoFilter>|\/>)|<tableColumns\b.*?<\/tableColumns>/gs,
    "",
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<table${attributes}>`,
    autoFilterXml(table),
    `<tableColumns count="${table.columns.length}">`,
    ...table.columns.map((column) => columnXml(column, columns.get(String(column.id)) ?? "")),
    "</tableColumns>",
    rest === "" ? styleXml(table) : rest.replace(/<sortState\b.*?(?:<\/sortState>|\/>)/gs, ""),
    "</table>",
  ].join("");
}

function styleXml({ style, bandedRows }: Table): string {
  const attributes = {
    name: style,
    showFirstColumn: 0,
    showLastColumn: 0,
    showRowStripes: bandedRows ? 1 : 0,
    showColumnStripes: 0,
  };
  return `<tableStyleInfo${attributeText(attributes)}/>`;
}

function columnXml({ id, name, formula }: TableColumn, original: string): string {
  const { id: _id, name: _name, ...kept } = attributesOf(/^<tableColumn\b([^>]*?)\/?>/.exec(original)?.[1] ?? "");
  const inner = (element(original, "tableColumn")?.inner ?? "").replace(
    /<calculatedColumnFormula\b.*?<\/calculatedColumnFormula>/s,
    "",
  );
  const calculated = formula === null ? "" : `<calculatedColumnFormula>${escaped(formula)}</calculatedColumnFormula>`;
  const opening = `<tableColumn id="${id}" name="${escapedText(name).replaceAll("\n", "_x000a_")}"${attributeText(kept)}`;
  const content = calculated + inner;
  return content === "" ? `${opening}/>` : `${opening}>${content}</tableColumn>`;
}

function autoFilterXml({ filterButtons, area, hasTotals, columns, filters }: Table): string {
  if (!filterButtons) return "";
  const filtered: Area = hasTotals ? { ...area, rows: area.rows - 1 } : area;
  const rules = columns.flatMap(({ id }, at) => {
    const filter = filters.get(id);
    return filter === undefined ? [] : [`<filterColumn colId="${at}">${filterXml(filter)}</filterColumn>`];
  });
  const opening = `<autoFilter ref="${addressOf(filtered)}"`;
  return rules.length === 0 ? `${opening}/>` : `${opening}>${rules.join("")}</autoFilter>`;
}

function filterXml(filter: Filter): string {
  if (filter.kind === "values") {
    const blank = filter.values.includes("") ? ' blank="1"' : "";
    const values = filter.values.filter((value) => value !== "").map((value) => `<filter val="${escaped(value)}"/>`);
    return `<filters${blank}>${values.join("")}</filters>`;
  }
  const criteria = [filter.criterion1, filter.criterion2].flatMap((criterion) =>
    criterion === null ? [] : [criterionXml(criterion)],
  );
  const and = filter.operator === "And" && criteria.length === 2 ? ' and="1"' : "";
  return `<customFilters${and}>${criteria.join("")}</customFilters>`;
}

function criterionXml(criterion: string): string {
  const [, sign = "=", operand = ""] = /^(<=|>=|<>|=|<|>)?(.*)$/s.exec(criterion) ?? [];
  const operator = Object.entries(signs).find(([, written]) => written === sign)?.[0];
  return `<customFilter${attributeText({ operator: operator === "equal" ? null : operator, val: operand })}/>`;
}
