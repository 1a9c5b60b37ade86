import { ExcelError } from "./excelProblem";

/** Code that is fetched when it is asked for, because most days it is not. @throws ExcelError "offline" when it does not come */
export function fetched<T>(code: Promise<T>): Promise<T> {
  return code.catch((error: unknown) => {
    throw new ExcelError("offline", String(error));
  });
}
