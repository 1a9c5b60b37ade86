import { choice, input } from "./columns";
import type { Column, ValueOf } from "./columns";

/** The Excel table of the sheet Paramètres: one line per setting. */
export const SETTINGS_TABLE = "Tacite_Parametres";

/** The headers of the settings table. */
export const SETTINGS_HEADERS = { label: "Réglage", value: "Valeur", help: "Explication", key: "Clé" } as const;

/** A setting is a line of the sheet Paramètres; its label and help are in the catalogues. */
export const settings = {
  firmName: input("text", { width: 40 }),
  legalForm: input("text", { width: 40 }),
  capital: input("text", { width: 40 }),
  address: input("longText", { width: 40 }),
  postcode: input("postcode", { width: 40 }),
  city: input("text", { width: 40 }),
  siret: input("text", { width: 40 }),
  registration: input("text", { width: 40 }),
  phone: input("phone", { width: 40 }),
  email: input("email", { width: 40 }),
  mediator: input("longText", { width: 40 }),
  signatory: input("text", { width: 40 }),
  terminationUrl: input("text", { width: 40 }),
  technicians: input("text", { width: 40 }),
  plans: input("text", { width: 40 }),
  invoiceDelayDays: input("integer", { width: 40, fallback: 7 }),
  paymentDelayDays: input("integer", { width: 40, fallback: 30 }),
  noticeProfessionals: input("yesNo", { width: 40, fallback: false }),
  alsaceMoselle: input("yesNo", { width: 40, fallback: false }),
  digestDay: choice("weekday", { width: 40 }),
  digestHour: input("integer", { width: 40, max: 23 }),
  registerId: input("text", { width: 40 }),
  schemaVersion: input("integer", { width: 40 }),
  revision: input("integer", { width: 40, fallback: 0 }),
} as const satisfies Record<string, Column>;

export type SettingName = keyof typeof settings;

export const settingNames = Object.keys(settings) as readonly SettingName[];

export type Settings = { readonly [S in SettingName]: ValueOf<(typeof settings)[S]> };

/** Settings that a register of this version may lack: it was made before them, and goes on as it was. */
export const optionalSettings: readonly SettingName[] = ["digestDay", "digestHour"];

/** What every setting is worth where nothing was typed. */
export function defaultSettings(): Settings {
  const specs: Readonly<Record<SettingName, Column>> = settings;
  return Object.fromEntries(settingNames.map((name) => [name, specs[name].fallback ?? null])) as unknown as Settings;
}
