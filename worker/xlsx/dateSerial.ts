const dayMs = 86_400_000;
const unixEpochSerial = 25_569;

/** The serial number of an instant in Excel's 1900 system, from its UTC fields. */
export function dateSerial(date: Date): number {
  return date.getTime() / dayMs + unixEpochSerial;
}
