import type { Client } from "../workbook/schema";
import { normalized } from "../workbook/words";

/**
 * Who pays for the client, as a key to compare: the one that the billing name and address name, however they are
 * typed, so that a syndic who pays for two co-ownerships is one payer; else the client himself.
 */
export function payerOf(client: Client): string {
  const { number, billingName, billingAddress, billingPostcode, billingCity } = client;
  if (billingName === null || billingAddress === null) return number;
  const where = [billingAddress, billingPostcode ?? "", billingCity ?? ""].join(" ");
  return JSON.stringify([normalized(billingName), normalized(where)]);
}
