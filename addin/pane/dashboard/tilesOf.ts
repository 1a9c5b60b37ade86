import type { Dashboard } from "../../../domain/dashboard/dashboardOf";
import type { Catalogue } from "../../../domain/i18n";
import type { DashboardWords } from "../../../domain/i18n/dashboardWords";

/** A figure of the dashboard as it is shown; an alarming one should be nought and is not. */
export type DashboardTile = {
  readonly label: string;
  readonly figure: string;
  readonly note: string;
  readonly isAlarm: boolean;
};

/** The tiles of the sheet « Tableau de bord », in its order. */
export function tilesOf(figures: Dashboard, { formats }: Catalogue, says: DashboardWords): readonly DashboardTile[] {
  const { tiles, notes } = says;
  const tile = (name: keyof typeof tiles, figure: string, note: string, isAlarm = false): DashboardTile => ({
    label: tiles[name],
    figure,
    note,
    isAlarm,
  });
  const count = (name: CountName, note: string, isAlarm = false): DashboardTile =>
    tile(name, String(figures[name]), note, isAlarm && figures[name] > 0);
  const price = (without: number): string => (without === 0 ? notes.allPriced : notes.withoutPrice(without));
  const { renewed, lost, renewalRate } = figures;
  const soon = figures.periodEnds.slice(0, 3).reduce((sum, one) => sum + one.count, 0);
  return [
    count("activeContracts", notes.endingSoon(soon)),
    tile("yearlyExclTax", formats.money(figures.yearlyExclTax), price(figures.withoutExclTax)),
    tile("yearlyInclTax", formats.money(figures.yearlyInclTax), price(figures.withoutInclTax)),
    renewalRate === null
      ? tile("renewalRate", "–", notes.noRenewal)
      : tile("renewalRate", says.percent(Math.round(renewalRate * 100)), notes.renewed(renewed, renewed + lost)),
    count("refusals", notes.lastYear),
    count("atRisk", notes.atRisk, true),
    count("visitsThisMonth", notes.visitsThisMonth),
    count("visitsLate", notes.visitsLate, true),
    count("invoicesDue", notes.invoicesDue),
    tile(
      "unpaid",
      formats.money(figures.unpaid),
      notes.unpaid(figures.unpaidInvoices, formats.money(figures.leftToPay)),
      figures.unpaid > 0,
    ),
    count("noticesToSend", notes.noticesToSend),
    count("noticesLate", notes.noticesLate, true),
  ];
}

type CountName =
  | "activeContracts"
  | "refusals"
  | "atRisk"
  | "visitsThisMonth"
  | "visitsLate"
  | "invoicesDue"
  | "noticesToSend"
  | "noticesLate";
