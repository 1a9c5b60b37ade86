import type { Equipment } from "../workbook/schema";

/** Global warming potential over 100 years of the usual refrigerants (regulation (EU) 2024/573, annex I). */
const warmingPotential: Readonly<Record<string, number>> = {
  R32: 675,
  R134A: 1430,
  R404A: 3922,
  R407A: 2107,
  R407C: 1774,
  R407F: 1825,
  R410A: 2088,
  R417A: 2346,
  R422D: 2729,
  R427A: 2138,
  R448A: 1387,
  R449A: 1397,
  R452A: 2140,
  R452B: 698,
  R454B: 466,
  R454C: 148,
  R455A: 148,
  R507A: 3985,
  R513A: 631,
};

/** Hydrofluoro-olefins (annex II), whose thresholds are in kilograms. */
const olefins = ["R1234YF", "R1234ZE"] as const;

/** From the largest charge down: tonnes of CO2 equivalent, kilograms of olefin, months between two checks. */
const thresholds = [
  { tonnes: 500, olefinKg: 100, months: 3 },
  { tonnes: 50, olefinKg: 10, months: 6 },
  { tonnes: 5, olefinKg: 1, months: 12 },
] as const;

/** Hermetically sealed equipment below these is exempt. */
const hermeticLimit = { tonnes: 10, olefinKg: 2 } as const;

/**
 * Months between two leak checks, or null when none is owed or refrigerant or charge are unknown. A fixed leak
 * detector doubles the interval (regulation (EU) 2024/573, art. 5; C. env. R543-79).
 */
export function leakCheckMonths(equipment: Equipment): number | null {
  if (equipment.refrigerant === null || equipment.charge === null) return null;
  const name = codeOf(equipment.refrigerant);
  const potential = warmingPotential[name];
  // R1234ze(E) and R1234ze(Z) are isomers of one substance.
  const isOlefin = olefins.some((olefin) => name.startsWith(olefin));
  if (potential === undefined && !isOlefin) return null;

  const tonnes = (equipment.charge * (potential ?? 0)) / 1000;
  const olefinKg = isOlefin ? equipment.charge : 0;
  const reaches = (limit: { readonly tonnes: number; readonly olefinKg: number }) =>
    isOlefin ? olefinKg >= limit.olefinKg : tonnes >= limit.tonnes;
  if (equipment.hermetic && !reaches(hermeticLimit)) return null;
  const months = thresholds.find(reaches)?.months;
  if (months === undefined) return null;
  return equipment.leakDetector ? months * 2 : months;
}

/** "R-410A", "r410a" and "410A" are one refrigerant. */
function codeOf(refrigerant: string): string {
  const code = refrigerant.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return /^\d/.test(code) ? `R${code}` : code;
}
