import type { Register } from "../../domain/register";

/** Everything by which a client of the register could be known: names, addresses, telephones, e-mail addresses. */
export function clientTexts({ clients, contracts }: Register): readonly string[] {
  const texts = [
    ...clients.flatMap((one) => [one.name, one.firstName, one.address, one.city, one.email, one.phone, one.phone2]),
    ...clients.flatMap((one) => [one.billingName, one.billingAddress, one.billingCity]),
    ...contracts.flatMap((one) => [one.placeAddress, one.placeCity, one.occupantName, one.occupantPhone]),
  ];
  // Shorter ones are found in any text.
  return [...new Set(texts.flatMap((text) => (text !== null && text.length > 2 ? [text] : [])))];
}
