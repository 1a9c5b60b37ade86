import type { Catalogue } from "../../../domain/i18n";
import type { FormTexts } from "../../../domain/i18n/fr/formTexts";
import type { PaneWords } from "../../../domain/i18n/fr/pane";
import type { CivilDate } from "../../../domain/dates/civilDate";
import type { PlannedContract } from "../../../domain/plan/plan";
import type { OpenedRegister, Outcome, Session } from "../../actions/session";
import type { Field, Reading, Typed, TypedForm } from "./field";

type Fields = Readonly<Record<string, Field>>;

type Values<F extends Fields> = { readonly [N in keyof F]: F[N] extends Field<infer V> ? V : never };

/** Fields under a title of their own. Those that are seldom filled in are folded away. */
export type FieldGroup = {
  readonly title: string;
  readonly fields: readonly string[];
  readonly folded?: boolean;
  readonly shown?: (form: TypedForm) => boolean;
};

/** A form: what it tells, what it asks and what it does with the answers. */
export type Form<F extends Fields = Fields> = {
  /** What is known already, so that it need not be looked up. */
  readonly lead?: string | null;
  /** What is to be thought over before it is sent. */
  readonly warnings?: readonly string[];
  /** Why there is nothing to fill in; the form then shows nothing else. */
  readonly blocked?: string | null;
  readonly fields: F;
  /** The fields that are in no group come first. */
  readonly groups?: readonly FieldGroup[];
  perform(session: Session, values: Values<F>): Promise<Outcome>;
};

/** What a form knows when it is opened. */
export type FormSubject = {
  readonly opened: OpenedRegister;
  readonly today: CivilDate;
  readonly words: Catalogue;
  readonly texts: PaneWords & FormTexts;
};

/** A form about a contract; `about` is the key of the obligation or the row from which it was opened. */
export type ContractFormSubject = FormSubject & { readonly planned: PlannedContract; readonly about: string | null };

/** Lets a form be written with the types of its own fields, and shown with all the others. */
export function form<F extends Fields>(spec: Form<F>): Form {
  return spec;
}

export function initialForm(fields: Fields): TypedForm {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.initial]));
}

/** The values of every box that is shown; those hidden count as they were at first. */
export function readForm(
  fields: Fields,
  typed: TypedForm,
): { readonly values: Readonly<Record<string, unknown>>; readonly wrong: Readonly<Record<string, string>> } {
  const values: Record<string, unknown> = {};
  const wrong: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const isShown = field.shown(typed);
    const reading = readOne(field, isShown ? (typed[name] ?? field.initial) : field.initial);
    if ("value" in reading) values[name] = reading.value;
    else if (isShown) wrong[name] = reading.wrong;
  }
  return { values, wrong };
}

function readOne(field: Field, typed: Typed): Reading<unknown> {
  return field.read(typed);
}
