export type WorkbookListener = {
  /** The user has gone elsewhere: a hint, for Excel sometimes tells late, twice or never. */
  readonly onSelection: () => void;
  /** Somebody else than this pane has changed a sheet, known by its id. */
  readonly onChange: (sheetId: string) => void;
};

/** Excel tells of every cell that an arrow key passes through. */
const SELECTION_REST_MS = 200;

/** Asks Excel, in the exchange that comes, to tell of the workbook for as long as the pane lives. */
export function listenTo({ workbook: { worksheets } }: Excel.RequestContext, listener: WorkbookListener): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const onSelectionAtRest = () => {
    clearTimeout(resting);
    resting = setTimeout(listener.onSelection, SELECTION_REST_MS);
    return Promise.resolve();
  };
  worksheets.onSelectionChanged.add(onSelectionAtRest);
  worksheets.onActivated.add(onSelectionAtRest);
  // Not every Excel calls a sort a change as well.
  worksheets.onRowSorted.add(({ worksheetId }) => {
    listener.onChange(worksheetId);
    return Promise.resolve();
  });
  worksheets.onChanged.add(({ worksheetId, triggerSource }) => {
    if (String(triggerSource) !== "ThisLocalAddin") listener.onChange(worksheetId);
    return Promise.resolve();
  });
}
