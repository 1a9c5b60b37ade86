/**
 * One cell as it was found in the saved workbook, before any rule looked at it: dates are Excel serial numbers of the
 * 1900 system, a formula is its last saved result, a blank is null, and an Excel error keeps its code ("#N/A").
 */
export type RawCell = string | number | boolean | null | { readonly error: string };
