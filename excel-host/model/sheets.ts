import { edit, tell, touch } from "./edit";
import { renameInReferences } from "./adjustReferences";
import { maxColumns, maxRows } from "./area";
import { Refused } from "./refused";
import { createSheet, findSheet, newSheetId, type Sheet, type Visibility, type Workbook } from "./workbook";

/** Adds a blank sheet at the end. Without a name it is called Feuil2, Feuil3… @throws Refused for a name in use. */
export function addSheet(workbook: Workbook, origin: string, name: string | null): Sheet {
  const chosen = name ?? freeName(workbook);
  refuseName(workbook, chosen, null);
  const sheet = createSheet(newSheetId(workbook), chosen, null);
  edit(workbook, origin, () => {
    workbook.sheets.push(sheet);
    tell(workbook, { kind: "sheetAdded", sheet });
  });
  return sheet;
}

export function renameSheet(workbook: Workbook, origin: string, sheet: Sheet, name: string): void {
  if (name === sheet.name) return;
  refuseName(workbook, name, sheet);
  edit(workbook, origin, () => {
    renameInReferences(workbook, sheet.name, name);
    sheet.name = name;
    tell(workbook, { kind: "sheetRenamed", sheet });
  });
}

/** @throws Refused for the last visible sheet. */
export function removeSheet(workbook: Workbook, origin: string, sheet: Sheet): void {
  refuseLastVisible(workbook, sheet);
  edit(workbook, origin, () => {
    leave(workbook, origin, sheet);
    workbook.sheets = workbook.sheets.filter((other) => other !== sheet);
    workbook.names = workbook.names.filter((name) => name.sheet !== sheet);
    tell(workbook, { kind: "sheetRemoved", sheet });
  });
}

/** Moves a sheet's tab; `position` counts from 0. */
export function moveSheet(workbook: Workbook, origin: string, sheet: Sheet, position: number): void {
  if (position < 0 || position >= workbook.sheets.length) {
    throw new Refused("InvalidArgument", `There is no position ${position}.`);
  }
  edit(workbook, origin, () => {
    const others = workbook.sheets.filter((other) => other !== sheet);
    workbook.sheets = [...others.slice(0, position), sheet, ...others.slice(position)];
    tell(workbook, { kind: "layout", sheet });
  });
}

/** @throws Refused when it would hide the last visible sheet. */
export function setVisibility(workbook: Workbook, origin: string, sheet: Sheet, visibility: Visibility): void {
  if (sheet.visibility === visibility) return;
  if (visibility !== "visible") refuseLastVisible(workbook, sheet);
  edit(workbook, origin, () => {
    sheet.visibility = visibility;
    if (visibility !== "visible") leave(workbook, origin, sheet);
    tell(workbook, { kind: "layout", sheet });
  });
}

/** Sets the width of columns in characters, or hides them; what is not given stays. */
export function layOutColumns(
  workbook: Workbook,
  origin: string,
  sheet: Sheet,
  columns: { readonly first: number; readonly count: number },
  layout: { readonly width?: number; readonly hidden?: boolean },
): void {
  edit(workbook, origin, () => {
    for (let at = columns.first; at < columns.first + columns.count; at++) {
      if (layout.width !== undefined) sheet.columnWidths.set(at, layout.width);
      if (layout.hidden === true) sheet.hiddenColumns.add(at);
      if (layout.hidden === false) sheet.hiddenColumns.delete(at);
    }
    tell(workbook, { kind: "layout", sheet });
  });
}

/** Sets the height of rows in points. */
export function layOutRows(
  workbook: Workbook,
  origin: string,
  sheet: Sheet,
  rows: { readonly first: number; readonly count: number },
  height: number,
): void {
  edit(workbook, origin, () => {
    for (let at = rows.first; at < rows.first + rows.count; at++) {
      sheet.rowHeights.set(at, height);
      sheet.changed.rows.add(at);
    }
    tell(workbook, { kind: "layout", sheet });
  });
}

/** Whether the lines between cells are drawn. */
export function showGridlines(workbook: Workbook, origin: string, sheet: Sheet, shown: boolean): void {
  edit(workbook, origin, () => {
    sheet.gridlines = shown;
    tell(workbook, { kind: "layout", sheet });
  });
}

/** Keeps the first rows and columns in sight. */
export function freezePanes(workbook: Workbook, origin: string, sheet: Sheet, frozen: Sheet["frozen"]): void {
  edit(workbook, origin, () => {
    sheet.frozen = frozen;
    tell(workbook, { kind: "layout", sheet });
  });
}

/** The colour of a sheet's tab, "#RRGGBB", or null for none. */
export function colorTab(workbook: Workbook, origin: string, sheet: Sheet, color: string | null): void {
  edit(workbook, origin, () => {
    sheet.tabColor = color;
    tell(workbook, { kind: "layout", sheet });
  });
}

/** Asks for every formula to be computed again. */
export function recalculate(workbook: Workbook, origin: string): void {
  edit(workbook, origin, () =>
    touch(workbook, workbook.active, { row: 0, column: 0, rows: maxRows, columns: maxColumns }),
  );
}

function leave(workbook: Workbook, origin: string, sheet: Sheet): void {
  if (workbook.active !== sheet) return;
  const next = workbook.sheets.find((other) => other !== sheet && other.visibility === "visible");
  if (next === undefined) return;
  edit(workbook, origin, () => {
    workbook.active = next;
    tell(workbook, { kind: "sheetActivated", sheet: next });
    tell(workbook, { kind: "selection", sheet: next });
  });
}

function refuseLastVisible(workbook: Workbook, sheet: Sheet): void {
  if (workbook.sheets.some((other) => other !== sheet && other.visibility === "visible")) return;
  throw new Refused("InvalidOperation", "A workbook needs at least one visible sheet.");
}

function refuseName(workbook: Workbook, name: string, renamed: Sheet | null): void {
  if (name === "" || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name)) {
    throw new Refused("InvalidArgument", `"${name}" cannot be the name of a sheet.`);
  }
  const other = findSheet(workbook, name);
  if (other !== null && other !== renamed)
    throw new Refused("ItemAlreadyExists", `There is a sheet "${name}" already.`);
}

function freeName(workbook: Workbook): string {
  for (let number = workbook.sheets.length + 1; ; number++) {
    if (findSheet(workbook, `Feuil${number}`) === null) return `Feuil${number}`;
  }
}
