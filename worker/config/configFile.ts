import * as z from "zod";
import { timeZones } from "../schedule/rhythm";
import { providerIds } from "./providers";
import { frenchDays } from "./frenchDays";

const text = z.string().trim().min(1);
/** A control character comes from a single backslash: "C:\temp" is a tabulation and "emp". */
const path = text.refine((value) => !/[\x00-\x1f]/.test(value));
/** Also the name of a folder, on every system. */
const name = text.max(60).regex(/^[^\\/:*?"<>|\x00-\x1f]*[^\\/:*?"<>|\x00-\x1f. ]$/);
const port = z.int().min(1).max(65_535);

const register = z.strictObject({
  name: name.optional(),
  file: path,
  out: path.optional(),
  templates: path.optional(),
  day: z.enum(frenchDays).optional(),
  hour: z.int().min(0).max(23).optional(),
  zone: z.enum(timeZones).optional(),
});

const mail = z.strictObject({
  user: text,
  provider: z.enum(providerIds).optional(),
  host: text.regex(/^[A-Za-z0-9.-]+$/).optional(),
  port: port.optional(),
  security: z.enum(["tls", "starttls"]).optional(),
  from: z.email().optional(),
  to: z.array(z.email()).min(1).optional(),
});

/** The file tacite.json as it is written. Secrets come from the environment or the system's keychain, never from here. */
export const configFile = z.strictObject({
  registers: z.array(register).min(1),
  mail: mail.optional(),
  server: z.strictObject({ port: port.optional() }).optional(),
  data: path.optional(),
  shared: path.optional(),
});

export type ConfigFile = Readonly<z.infer<typeof configFile>>;
export type MailEntry = NonNullable<ConfigFile["mail"]>;

/** The fields of each object of the file, to tell a mistyped name from an unknown one. */
export const fieldNames: Readonly<Record<string, readonly string[]>> = {
  "": Object.keys(configFile.shape),
  "registers[]": Object.keys(register.shape),
  mail: Object.keys(mail.shape),
  server: ["port"],
};
