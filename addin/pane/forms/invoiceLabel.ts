import type { Catalogue } from "../../../domain/i18n";
import type { FormTexts } from "../../../domain/i18n/fr/formTexts";
import type { Cents } from "../../../domain/money";
import type { Invoice } from "../../../domain/workbook/schema";

/** "FA-2026-031 du 02/03/2026 : 115,00 €" */
export function invoiceLabel(invoice: Invoice, amount: Cents | null, words: Catalogue, texts: FormTexts): string {
  const { money, shortDate } = words.formats;
  const number = invoice.number ?? texts.invoice.noNumber;
  const named = invoice.issuedOn === null ? number : texts.invoice.issued(number, shortDate(invoice.issuedOn));
  return amount === null ? named : `${named}\u00a0: ${money(amount)}`;
}
