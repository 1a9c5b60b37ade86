import { Refused } from "../model/refused";
import type { ExcelObject, Json } from "./excelObject";
import { memberNamed, notInExcel } from "./members";

/** What an add-in loads: names in any case, with "/" between an object and its property. */
export type Query = {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
};

type Wanted = { readonly names: readonly string[]; readonly expand: readonly string[] };

/** The answer to a load: properties in Pascal case, a collection's items under _Items. */
export function queried(object: ExcelObject | null, { Select, Expand, Top, Skip }: Query): Json {
  if (object === null) return null;
  const wanted = { names: Select ?? [], expand: Expand ?? [] };
  return object.items === undefined
    ? propertiesOf(object, wanted)
    : itemsOf(object, object.items(), wanted, Skip ?? 0, Top);
}

function itemsOf(
  collection: ExcelObject,
  items: readonly ExcelObject[],
  wanted: Wanted,
  skip: number,
  top: number | undefined,
): Json {
  const own = wanted.names.filter((name) => memberNamed(collection.properties, name) !== null);
  const names = wanted.names.filter((name) => !own.includes(name));
  const onlyOwn = own.length > 0 && names.length === 0 && wanted.expand.length === 0;
  const chosen = items.slice(skip, top === undefined ? undefined : skip + top);
  return {
    ...(own.length > 0 ? propertiesOf(collection, { names: own, expand: [] }) : {}),
    ...(onlyOwn ? {} : { _Items: chosen.map((item) => propertiesOf(item, { ...wanted, names })) }),
  };
}

function propertiesOf(object: ExcelObject, { names, expand }: Wanted): { [name: string]: Json } {
  const result: { [name: string]: Json } = { ...object.identity };
  const everything =
    (names.length === 0 && expand.length === 0) || names.some((name) => name === "*" || name === "$all");
  if (everything || (names.length === 0 && expand.length > 0)) {
    for (const [name, { get }] of Object.entries(object.properties)) result[name] = get();
  }
  const nested = new Map<string, string[]>();
  for (const name of names.filter((known) => !["*", "$all", "$none"].includes(known))) {
    const [first = "", ...rest] = name.split("/");
    const property = memberNamed(object.properties, first);
    if (rest.length === 0 && property !== null) result[property[0]] = property[1].get();
    else nested.set(first, [...(nested.get(first) ?? []), ...(rest.length === 0 ? [] : [rest.join("/")])]);
  }
  for (const name of expand) {
    const [first = "", ...rest] = name.split("/");
    nested.set(first, [...(nested.get(first) ?? []), ...(rest.length === 0 ? ["*"] : [rest.join("/")])]);
  }
  for (const [name, inner] of nested) {
    const child = memberNamed(object.children ?? {}, name);
    if (child === null) throw notInExcel(object, name);
    result[child[0]] = queried(child[1](), { Select: inner });
  }
  return result;
}

/** @throws Refused for an unknown option that would go unnoticed. */
export function checkedQuery(query: Query | undefined): Query {
  for (const size of [query?.Top, query?.Skip]) {
    if (size !== undefined && (!Number.isInteger(size) || size < 0)) {
      throw new Refused("InvalidArgument", "top and skip are whole numbers.");
    }
  }
  return query ?? {};
}
