import type { Area } from "../model/area";
import { Refused } from "../model/refused";
import { type ExcelObject, readOnly } from "../protocol/excelObject";

/** So many merged areas Excel tells of at once, and no more. */
const MOST_AREAS = 512;

/** RangeAreas: several ranges of one sheet, each as `give` makes it. @throws Refused for more than Excel tells of. */
export function rangeAreasObject(areas: readonly Area[], give: (area: Area) => ExcelObject): ExcelObject {
  if (areas.length > MOST_AREAS) throw new Refused("InvalidOperation", `There are more than ${MOST_AREAS} areas.`);
  const collection: ExcelObject = {
    type: "RangeCollection",
    identity: {},
    properties: {},
    items: () => areas.map(give),
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
