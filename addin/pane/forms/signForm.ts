import { signContract } from "../../../domain/actions/signContract";
import { equipmentFields } from "./equipmentFields";
import { fieldsIn, pick } from "./field";
import type { Field, TypedForm } from "./field";
import { form } from "./form";
import type { FieldGroup, FormSubject } from "./form";
import { plans } from "./formChoices";
import { holderFields, holderInput, holderNames } from "./holderFields";

/** One contract seldom covers more appliances; others are added in their sheet. */
const MOST_APPLIANCES = 6;

/** A new contract with its client, its price and its appliances, on one page. */
export function signForm(subject: FormSubject) {
  const { today, words, texts, opened } = subject;
  const { field, requiredField } = fieldsIn(words);
  const appliances = Array.from({ length: MOST_APPLIANCES }, (_, i) => applianceFields(i + 1, subject));
  const ofAppliances: ApplianceFields = Object.fromEntries(appliances.flatMap(({ fields }) => Object.entries(fields)));
  const { contracts } = opened.register;
  // The firm's contracts resemble each other: what the last one said is proposed.
  const last = contracts.at(-1);
  const isFirstNew = { shown: ({ holder }: TypedForm) => holder === "new" };
  return form({
    fields: {
      ...holderFields(subject, "new"),
      startsOn: requiredField("contracts", "startsOn", today, { half: true }),
      price: requiredField("periods", "price", null, { half: true }),
      basis: field("periods", "basis", null, { half: true }),
      vatRate: field("periods", "vatRate", last === undefined ? null : (lastRate(subject) ?? null), { half: true }),
      signedOn: field("contracts", "signedOn", today, { half: true }),
      firstMonths: field("contracts", "firstMonths", last?.firstMonths ?? null, { half: true }),
      renewalKind: field("contracts", "renewalKind", last?.renewalKind ?? null, { half: true }),
      renewalMonths: field("contracts", "renewalMonths", last?.renewalMonths ?? null, {
        half: true,
        shown: ({ renewalKind }) => renewalKind !== "none",
      }),
      noticeLength: field("contracts", "noticeLength", last?.noticeLength ?? null, { half: true }),
      noticeUnit: field("contracts", "noticeUnit", last?.noticeUnit ?? null, { half: true }),
      plan: field("contracts", "plan", null, { suggestions: plans(opened) }),
      services: field("periods", "services", null),
      coversLabour: field("contracts", "coversLabour", last?.coversLabour ?? false),
      coversParts: field("contracts", "coversParts", last?.coversParts ?? false),
      billingRhythm: field("contracts", "billingRhythm", null, { half: true }),
      billingTiming: field("contracts", "billingTiming", null, { half: true }),
      placeAddress: field("contracts", "placeAddress", null),
      placePostcode: field("contracts", "placePostcode", null, { half: true }),
      placeCity: field("contracts", "placeCity", null, { half: true }),
      occupantName: field("contracts", "occupantName", null, { half: true }),
      occupantPhone: field("contracts", "occupantPhone", null, { half: true }),
      number: field("contracts", "number", null, { hint: texts.sign.numberHint }),
      count: pick(
        texts.sign.count,
        Object.fromEntries(Array.from({ length: MOST_APPLIANCES + 1 }, (_, n) => [String(n), String(n)])),
        "1",
      ),
      ...ofAppliances,
    },
    groups: [
      { title: texts.sign.client, fields: holderNames.who },
      { title: texts.more, fields: holderNames.more, folded: true, ...isFirstNew },
      { title: texts.sign.contract, fields: ["startsOn", "price", "basis", "vatRate"] },
      {
        title: texts.sign.terms,
        fields: ["signedOn", "firstMonths", "renewalKind", "renewalMonths", "noticeLength", "noticeUnit"],
        folded: true,
      },
      {
        title: texts.sign.services,
        fields: ["plan", "services", "coversLabour", "coversParts", "billingRhythm", "billingTiming", "number"],
        folded: true,
      },
      {
        title: texts.sign.place,
        fields: ["placeAddress", "placePostcode", "placeCity", "occupantName", "occupantPhone"],
        folded: true,
      },
      { title: texts.sign.equipment, fields: ["count"] },
      ...appliances.flatMap(({ groups }) => groups),
    ],
    perform(session, values) {
      const { startsOn, signedOn, firstMonths, renewalKind, renewalMonths, noticeLength, noticeUnit } = values;
      const { plan, coversLabour, coversParts, billingRhythm, billingTiming, number } = values;
      const { placeAddress, placePostcode, placeCity, occupantName, occupantPhone } = values;
      const { price, basis, vatRate, services } = values;
      const terms = { startsOn, signedOn, firstMonths, renewalKind, noticeLength, noticeUnit };
      const cover = { plan, coversLabour, coversParts, billingRhythm, billingTiming };
      const place = { placeAddress, placePostcode, placeCity, occupantName, occupantPhone };
      return session.perform(signContract, {
        client: holderInput(values),
        contract: {
          ...terms,
          ...cover,
          ...place,
          ...(renewalKind === "none" ? {} : { renewalMonths }),
          ...(number === "" ? {} : { number }),
        },
        period: { price, basis, vatRate, services },
        equipment: appliances.slice(0, Number(values.count)).map(({ read }) => read(values)),
      });
    },
  });
}

function lastRate({ opened }: FormSubject) {
  return opened.register.periods.findLast(({ vatRate }) => vatRate !== null)?.vatRate;
}

/** "brand#2" is the brand of the second appliance. */
type ApplianceFields = Readonly<Record<`${string}#${number}`, Field>>;

type ApplianceValues = {
  [N in keyof ReturnType<typeof equipmentFields>]: ReturnType<typeof equipmentFields>[N] extends Field<infer V>
    ? V
    : never;
};

/** The fields of the n-th appliance: those of any appliance, under names of their own. */
function applianceFields(n: number, { words, texts }: FormSubject) {
  const own = equipmentFields("gasBoiler", words);
  const nameOf = (name: string) => `${name}#${String(n)}`;
  const isCounted = ({ count }: TypedForm) => Number(count) >= n;
  const fields = Object.fromEntries(
    Object.entries<Field>(own).map(([name, one]) => {
      const shown = (typed: TypedForm) => isCounted(typed) && one.shown({ category: typed[nameOf("category")] ?? "" });
      return [nameOf(name), { ...one, shown }];
    }),
  );
  const title = n === 1 ? null : texts.sign.appliance(n);
  const main = ["category", "brand", "model", "serial"];
  const seldom = Object.keys(own).filter((name) => !main.includes(name));
  const groups: readonly FieldGroup[] = [
    { title: title ?? texts.sign.appliance(1), fields: main.map(nameOf), shown: isCounted },
    { title: texts.sign.applianceMore(n), fields: seldom.map(nameOf), folded: true, shown: isCounted },
  ];
  const read = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.keys(own).map((name) => [name, values[nameOf(name)]])) as ApplianceValues;
  return { fields, groups, read };
}
