import { ExcelError, type ExcelProblem } from "./excelProblem";

/** Small enough for the progress to be seen, large enough for a register to take a few. */
const SLICE = 256 * 1024;

/** By the number that Office gives. */
const problems: Readonly<Record<number, ExcelProblem>> = {
  5000: "notSupported",
  5004: "cellBeingEdited",
  5015: "notSupported",
};

/**
 * The open workbook as an .xlsx, as it is on the screen and not as it was last saved; null once the signal has stopped
 * it. Office reads it in slices and holds at most two copies open, so the copy is always closed.
 * @throws ExcelError
 */
export async function copyWorkbook(
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const file = await asked<Office.File>((answer) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, answer),
  );
  try {
    const bytes = new Uint8Array(file.size);
    let done = 0;
    for (let index = 0; index < file.sliceCount; index += 1) {
      onProgress(done, file.size);
      if (signal.aborted) return null;
      const slice = await asked<Office.Slice>((answer) => file.getSliceAsync(index, answer));
      bytes.set(slice.data as ArrayLike<number>, done);
      done += slice.size;
    }
    onProgress(done, file.size);
    return signal.aborted ? null : bytes;
  } finally {
    await new Promise<void>((resolve) => file.closeAsync(() => resolve()));
  }
}

function asked<T>(ask: (answer: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    ask(({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) return resolve(value);
      reject(new ExcelError(problems[error.code] ?? "unexpected", `${String(error.code)} ${error.message}`));
    });
  });
}
