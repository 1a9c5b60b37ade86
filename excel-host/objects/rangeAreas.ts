import type { Area } from "../model/area";
import { Refused } from "../model/refused";
import type { Sheet } from "../model/workbook";
import type { Session } from "../protocol/addinSession";
import { type ExcelObject, readOnly } from "../protocol/excelObject";
import { newRangeObject } from "./range";

/** So many merged areas Excel tells of at once, and no more. */
const MOST_AREAS = 512;

/** RangeAreas: several ranges of one sheet. @throws Refused for more than Excel tells of. */
export function rangeAreasObject(session: Session, sheet: Sheet, areas: readonly Area[]): ExcelObject {
  if (areas.length > MOST_AREAS) throw new Refused("InvalidOperation", `There are more than ${MOST_AREAS} areas.`);
  const collection: ExcelObject = {
    type: "RangeCollection",
    identity: {},
    properties: {},
    items: () => areas.map((area) => newRangeObject(session, sheet, area)),
    methods: { GetCount: () => areas.length },
  };
  return {
    type: "RangeAreas",
    identity: {},
    properties: { AreaCount: readOnly(() => areas.length) },
    children: { Areas: () => collection },
    // It is never asked for again by a reference: Excel gives a new one each time.
    methods: { _KeepReference: () => undefined },
  };
}
