import type { Client } from "../workbook/schema";

/** "Mme Jeanne Martin", or the name alone of a firm or co-ownership. */
export function clientName({ civility, firstName, name }: Pick<Client, "civility" | "firstName" | "name">): string {
  return [civility, firstName, name].filter((part) => part !== null && part !== "").join(" ");
}
