import { inWorkbook } from "./inWorkbook";

export type WorkbookListener = {
  /** The user has gone elsewhere: a hint, for Excel sometimes tells late, twice or never. */
  readonly onSelection: () => void;
  /** Somebody else than this pane has changed a sheet, known by its id. */
  readonly onChange: (sheetId: string) => void;
};

/** Excel tells of every cell that an arrow key passes through. */
const SELECTION_REST_MS = 200;

/** Listens to the workbook for as long as the pane lives. Throws an ExcelError. */
export function watchWorkbook({ onSelection, onChange }: WorkbookListener): Promise<void> {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const onSelectionAtRest = () => {
    clearTimeout(resting);
    resting = setTimeout(onSelection, SELECTION_REST_MS);
    return Promise.resolve();
  };
  return inWorkbook(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onSelectionChanged.add(onSelectionAtRest);
    worksheets.onActivated.add(onSelectionAtRest);
    worksheets.onChanged.add(({ worksheetId, triggerSource }) => {
      if (String(triggerSource) !== "ThisLocalAddin") onChange(worksheetId);
      return Promise.resolve();
    });
    await context.sync();
  });
}
