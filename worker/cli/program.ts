import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { resolve } from "node:path";
import { civilDate, isCivilDate, parts } from "../../domain/dates/civilDate";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { Language } from "../../domain/i18n";
import type { OpeningAnswer } from "../../domain/import/importInput";
import type { PriceBasis } from "../../domain/money";
import type { Environment } from "./environment";
import { exitCodes } from "./exitCodes";
import {
  emptyPath,
  invalidBasis,
  invalidDay,
  invalidMonth,
  invalidMonths,
  invalidOpening,
  optionHelp,
  usageSentence,
  usageTitle,
} from "./usage";
import { VERSION } from "./version";

/** Runs the command line and gives the exit code. A command's code is loaded when it is asked for. */
export async function runCommandLine(args: readonly string[], environment: Environment): Promise<number> {
  let exitCode: number = exitCodes.done;
  const program = commandLine(environment, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version are answers, not errors.
      if (error.exitCode === 0) return exitCodes.done;
      environment.terminal.warn(usageSentence(error, args, program));
      return exitCodes.usage;
    }
    const { refusalOf } = await import("./refusal");
    const { sentence, exitCode: code } = refusalOf(error, languageAsked(program, args));
    environment.terminal.warn(sentence);
    return code;
  }
}

/** In which language a command that failed is to say why. */
function languageAsked(program: Command, [name]: readonly string[]): Language {
  const asked = program.commands.find((one) => one.name() === name)?.opts<{ readonly lang?: Language }>();
  return asked?.lang ?? "fr";
}

type NewGiven = { readonly sample: boolean; readonly today?: CivilDate; readonly lang: Language };

type ImportGiven = {
  readonly into?: string;
  readonly dryRun?: true;
  readonly sheet?: string;
  readonly mapping?: string;
  readonly writeMapping?: string;
  readonly followedSince?: CivilDate;
  readonly invoiced: OpeningAnswer;
  readonly paid: OpeningAnswer;
  readonly visited: OpeningAnswer;
  readonly letterSent: OpeningAnswer;
  readonly noticeMonths?: number;
  readonly basis: PriceBasis;
  readonly today?: CivilDate;
  readonly json?: true;
  readonly lang: Language;
};

type Given = {
  readonly register: string;
  readonly out?: string;
  readonly templates: string;
  readonly today?: CivilDate;
  readonly json?: true;
  readonly lang: Language;
};

type Configured = { readonly config: string };

function commandLine(environment: Environment, finish: (code: number) => void): Command {
  const program = new Command("tacite")
    .usage("<commande> [options]")
    .description("Tacite : les contrats d’entretien d’un registre Excel, jamais une lettre oubliée.")
    .version(VERSION, "--version", "affiche la version")
    .helpOption("-h, --help", "affiche cette aide")
    .helpCommand("help [commande]", "affiche l’aide d’une commande")
    .configureHelp({ styleTitle: usageTitle, optionDescription: optionHelp })
    .configureOutput({
      writeOut: (text) => {
        environment.terminal.print(text.trimEnd());
      },
      // Its own sentences are English: ours are written from the error's code.
      writeErr: () => undefined,
    })
    .exitOverride();

  const defaults = async (given: Given) => {
    const { outFolder } = await import("./outFolder");
    return {
      register: resolve(given.register),
      out: resolve(given.out ?? outFolder(given.register)),
      templates: resolve(given.templates),
      today: given.today ?? environment.clock.today(),
      json: given.json ?? false,
      language: given.lang,
    };
  };

  command(program, "new <fichier>", "crée un registre vide, ou un registre d’exemple")
    .option("--sample", "remplit le registre d’une entreprise d’exemple", false)
    .addOption(today())
    .addOption(language())
    .action(async (file: string, { sample, today: day, lang }: NewGiven) => {
      const { newCommand } = await import("./newCommand");
      finish(await newCommand(file, { sample, today: day ?? null, language: lang }, environment));
    });

  command(program, "import <liste>", "lit une liste de contrats, et en fait un registre")
    .addOption(new Option("--into <fichier>", "le registre à créer (sinon rien n’est écrit)").argParser(path))
    .option("--dry-run", "dit ce qui serait importé, sans rien écrire")
    .option("--sheet <nom>", "la feuille de la liste (sinon celle qui y ressemble le plus)")
    .addOption(new Option("--mapping <fichier>", "ce que contient chaque colonne, en JSON").argParser(path))
    .addOption(
      new Option("--write-mapping <fichier>", "écrit ce qui a été reconnu, à corriger pour --mapping").argParser(path),
    )
    .addOption(new Option("--followed-since <date>", "avant ce jour rien n’est dû (sinon aujourd’hui)").argParser(day))
    .addOption(opening("--invoiced", "la période en cours est déjà facturée"))
    .addOption(opening("--paid", "les factures de la période en cours sont déjà payées"))
    .addOption(opening("--visited", "la visite de la période en cours est déjà faite"))
    .addOption(opening("--letter-sent", "la lettre de la période en cours est déjà partie"))
    .addOption(
      new Option(
        "--notice-months <mois>",
        "le préavis des contrats dont la liste ne le dit pas (sinon aucun)",
      ).argParser(months),
    )
    .addOption(
      new Option("--basis <prix>", "ce que sont les prix qui ne le disent pas, HT ou TTC")
        .argParser(priceBasis)
        .default("TTC"),
    )
    .addOption(today())
    .addOption(json())
    .addOption(language())
    .action(async (list: string, given: ImportGiven) => {
      const { importCommand } = await import("./importCommand");
      const place = (file: string | undefined) => (file === undefined ? null : resolve(file));
      const { invoiced, paid, visited, letterSent, basis } = given;
      const options = {
        list: resolve(list),
        into: given.dryRun === true ? null : place(given.into),
        sheet: given.sheet ?? null,
        mapping: place(given.mapping),
        writeMapping: place(given.writeMapping),
        json: given.json ?? false,
        language: given.lang,
        rehearsed: given.today ?? null,
        answers: {
          ...{ invoiced, paid, visited, letterSent, basis },
          followedSince: given.followedSince ?? null,
          noticeMonths: given.noticeMonths ?? null,
        },
      };
      finish(await importCommand(options, environment));
    });

  command(program, "plan", "dit ce qui est dû, sans rien écrire")
    .addOption(register())
    .addOption(out("le dossier du journal, ou « Tacite » à côté du registre"))
    .addOption(today())
    .addOption(json())
    .addOption(language())
    .action(async (given: Given) => {
      const { planCommand } = await import("./planCommand");
      finish(await planCommand(await defaults({ ...given, templates: "" }), environment));
    });

  command(program, "run", "écrit les lettres dues et le récapitulatif")
    .addOption(register())
    .addOption(out("le dossier du journal, ou « Tacite » à côté du registre"))
    .addOption(templates(environment))
    .addOption(today())
    .addOption(json())
    .addOption(language())
    .action(async (given: Given) => {
      const { runCommand } = await import("./runCommand");
      finish(await runCommand(await defaults(given), environment));
    });

  command(program, "round", "écrit la tournée d’un mois : un document à imprimer et un calendrier")
    .addOption(register())
    .addOption(month())
    .addOption(out("« Tacite » à côté du registre", "le dossier où écrire la tournée"))
    .addOption(today())
    .addOption(language())
    .action(async (given: Omit<Given, "templates"> & { readonly month?: CivilDate }) => {
      const { roundCommand } = await import("./roundCommand");
      const options = await defaults({ ...given, templates: "" });
      const asked = given.month ?? firstOfMonth(options.today);
      finish(await roundCommand({ ...options, month: asked }, environment));
    });

  const check: Command = command(program, "check", "liste ce qui est à corriger dans le registre et les modèles")
    .addOption(
      new Option("--register <fichier>", "le registre Excel enregistré (obligatoire sans --send-test)").argParser(path),
    )
    .addOption(templates(environment))
    .addOption(today())
    .addOption(json())
    .addOption(language())
    .option("--send-test", "envoie plutôt un message d’essai avec la boîte de la configuration")
    .addOption(config())
    .action(
      async (
        given: Omit<Given, "register"> & Configured & { readonly register?: string; readonly sendTest?: true },
      ) => {
        if (given.sendTest === true) {
          const { sendTestCommand } = await import("./sendTestCommand");
          finish(await sendTestCommand({ config: resolve(given.config) }, environment));
          return;
        }
        const { register: file } = given;
        // In the words of Commander, which cannot be told that the option is needed only here.
        if (file === undefined)
          check.error("'--register <fichier>'", { code: "commander.missingMandatoryOptionValue" });
        const { checkCommand } = await import("./checkCommand");
        finish(await checkCommand(await defaults({ ...given, register: file }), environment));
      },
    );

  for (const [name, description] of [
    ["start", "suit les registres de la configuration, jusqu’à ce qu’on l’arrête"],
    ["status", "dit ce que « tacite start » a fait, fera, et ce qui ne va pas"],
  ] as const) {
    const followed = command(program, name, description)
      .addOption(config())
      .addOption(new Option("--register <fichier>", "un registre seul, sans configuration").argParser(path));
    if (name === "start") followed.addOption(queue());
    followed.action(async (given: Configured & { readonly register?: string; readonly queue?: string }) => {
      if (given.queue !== undefined) {
        const { queueCommand } = await import("./queueCommand");
        finish(await queueCommand({ config: resolve(given.config), queue: given.queue }, environment));
        return;
      }
      const options = {
        config: resolve(given.config),
        register: given.register === undefined ? null : resolve(given.register),
      };
      const work = {
        start: async () => (await import("./startCommand")).startCommand,
        status: async () => (await import("./statusCommand")).statusCommand,
      };
      finish(await (await work[name]())(options, environment));
    });
  }

  command(program, "password", "garde le mot de passe de la boîte mail dans le trousseau de l’ordinateur")
    .addOption(config())
    .action(async (given: Configured) => {
      const { passwordCommand } = await import("./passwordCommand");
      finish(await passwordCommand({ config: resolve(given.config) }, environment));
    });

  command(program, "diagnostic", "écrit un zip pour la personne qui vous aide, sans nom ni adresse")
    .addOption(config())
    .addOption(out("le dossier où l’on est", "le dossier où écrire le zip").default("."))
    .action(async ({ config: file, out: folder }: Configured & { out: string }) => {
      const { diagnosticCommand } = await import("./diagnosticCommand");
      finish(await diagnosticCommand({ config: resolve(file), out: resolve(folder) }, environment));
    });

  command(program, "ledger", "vérifie et montre le journal des lettres")
    .addOption(out(null).makeOptionMandatory())
    .addOption(json())
    .addOption(language())
    .action(async ({ out: folder, json: asJson, lang }: { out: string; json?: true; lang: Language }) => {
      const { ledgerCommand } = await import("./ledgerCommand");
      finish(await ledgerCommand({ out: resolve(folder), json: asJson ?? false, language: lang }, environment));
    });

  command(program, "demo", "crée un registre d’exemple et fait un passage dessus")
    .addOption(out("« sortie »").default("sortie"))
    .addOption(today())
    .action(async ({ out: folder, today: day }: { out: string; today?: CivilDate }) => {
      const { demoCommand } = await import("./demoCommand");
      finish(await demoCommand({ out: resolve(folder), today: day ?? null }, environment));
    });

  return program;
}

function command(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).helpOption("-h, --help", "affiche cette aide");
}

const config = () =>
  new Option("--config <fichier>", "le fichier de configuration").argParser(path).default("tacite.json");
const queue = () =>
  new Option(
    "--queue <adresse>",
    "prend les registres d’une file partagée par plusieurs machines : redis://serveur:6379",
  )
    .env("TACITE_QUEUE")
    .conflicts("register");
const register = () =>
  new Option("--register <fichier>", "le registre Excel enregistré").argParser(path).makeOptionMandatory();
const out = (otherwise: string | null, what = "le dossier des lettres, du récapitulatif et du journal") =>
  new Option("--out <dossier>", `${what}${otherwise === null ? "" : ` (sinon ${otherwise})`}`).argParser(path);
const today = () => new Option("--today <date>", "fait comme si ce jour était aujourd’hui (AAAA-MM-JJ)").argParser(day);
const month = () =>
  new Option("--month <mois>", "le mois de la tournée, AAAA-MM (sinon celui d’aujourd’hui)").argParser(firstDay);
const opening = (flag: string, what: string) =>
  new Option(`${flag} <reponse>`, `${what} : all (partout), none (nulle part) ou as-listed (où la liste le dit)`)
    .argParser(openingAnswer)
    .default("asListed", "as-listed");
const json = () => new Option("--json", "répond en JSON, pour un programme");
const language = () =>
  new Option(
    "--lang <langue>",
    "la langue des réponses : fr ou en (sinon fr) ; feuilles et lettres restent en français",
  )
    .choices(["fr", "en"])
    .default("fr");
const templates = ({ templatesFolder }: Environment) =>
  new Option("--templates <dossier>", "le dossier de vos modèles de lettres (sinon ceux de Tacite)")
    .argParser(path)
    .default(templatesFolder);

function firstOfMonth(date: CivilDate): CivilDate {
  const { year, month: number } = parts(date);
  return civilDate(year, number, 1);
}

function path(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError(emptyPath);
  return text;
}

function firstDay(text: string): CivilDate {
  const first = `${text}-01`;
  if (!isCivilDate(first)) throw new InvalidArgumentError(invalidMonth(text));
  return first;
}

function day(text: string): CivilDate {
  if (!isCivilDate(text)) throw new InvalidArgumentError(invalidDay(text));
  return text;
}

const openings: Readonly<Record<string, OpeningAnswer>> = { all: "all", none: "none", "as-listed": "asListed" };

function openingAnswer(text: string): OpeningAnswer {
  const answer = openings[text];
  if (answer === undefined) throw new InvalidArgumentError(invalidOpening);
  return answer;
}

function priceBasis(text: string): PriceBasis {
  const basis = text.toUpperCase();
  if (basis !== "HT" && basis !== "TTC") throw new InvalidArgumentError(invalidBasis);
  return basis;
}

function months(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new InvalidArgumentError(invalidMonths);
  return Number(text);
}
