// The map of the house (CONTRIBUTING.md draws it). Each comment speaks to whoever broke the rule.
const test = "(^tests/|[.]test[.]tsx?$)";

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** A library is known by one folder (given as a pattern), tests aside. */
const owner = (library, folder) =>
  forbid(
    `${library}-stays-in-its-folder`,
    `Only ${folder} knows ${library}, so that it can be replaced in one place. Ask a function of that folder instead.`,
    { pathNot: [`^${folder}`, "^bench/", test] },
    { path: `^node_modules/${library}/` },
  );

export default {
  forbidden: [
    forbid(
      "domain-is-pure",
      "domain/ holds the rules. It may import domain/ and zod; Excel, files, mail and the clock come in as arguments.",
      { path: "^domain/", pathNot: [test, "^domain/dates/holidays[.]ts$"] },
      { pathNot: ["^domain/", "^node_modules/zod/"] },
    ),
    forbid(
      "holidays-know-one-calendar",
      "domain/dates/holidays.ts may import @socialgouv/jours-feries besides domain/ and zod, and nothing else.",
      { path: "^domain/dates/holidays[.]ts$" },
      { pathNot: ["^domain/", "^node_modules/zod/", "^node_modules/@socialgouv/jours-feries/"] },
    ),
    forbid(
      "addin-never-worker",
      "The add-in runs in a browser. What both need belongs in domain/.",
      { path: "^addin/", pathNot: test },
      { path: "^worker/" },
    ),
    forbid(
      "worker-never-addin",
      "The worker runs in Node. What both need belongs in domain/.",
      { path: "^worker/", pathNot: test },
      { path: "^addin/" },
    ),
    forbid(
      "addin-without-node",
      "A browser has no file system and no process. Let the worker do it, or take the value as an argument.",
      { path: "^addin/", pathNot: test },
      { dependencyTypes: ["core"] },
    ),
    forbid(
      "screens-act-through-actions",
      "A screen or a ribbon button calls an action; it does not speak to Excel itself. Put the call in addin/actions/.",
      { path: "^addin/(pane|commands)/", pathNot: test },
      { path: "^addin/excel/" },
    ),
    forbid(
      "actions-know-no-screen",
      "An action is called by the pane and by the ribbon alike. Return what the screen needs to show instead.",
      { path: "^addin/actions/", pathNot: test },
      { path: "^addin/(pane|commands)/" },
    ),
    forbid(
      "excel-is-a-leaf",
      "addin/excel/ turns rows into Excel calls and back. It knows no screen, no button and no action.",
      { path: "^addin/excel/", pathNot: test },
      { path: "^addin/", pathNot: "^addin/excel/" },
    ),
    forbid(
      "excel-host-knows-no-product",
      "excel-host/ knows Excel, not contracts: as in real life, the add-in reaches it only through office.js.",
      { path: "^excel-host/", pathNot: test },
      { path: "^(domain|addin|worker)/" },
    ),
    forbid(
      "run-takes-its-adapters",
      "worker/run/ receives its adapters as arguments, so that a test can hand it others. Import their types only.",
      { path: "^worker/run/", pathNot: test },
      { path: "^worker/(xlsx|word|digest|files)/", dependencyTypesNot: ["type-only"] },
    ),
    owner("@socialgouv/jours-feries", "domain/dates/holidays[.]ts"),
    owner("exceljs", "worker/xlsx/"),
    owner("@xmldom/xmldom", "(worker/xlsx|excel-host/xlsx|scripts)/"),
    owner("fflate", "(worker/(xlsx|word|files|diagnostic)|excel-host/xlsx)/"),
    owner("@ironcalc/wasm", "excel-host/formulas/"),
    owner("numfmt", "excel-host/model/"),
    owner("docx", "worker/word/"),
    owner("ics", "worker/round/"),
    owner("nodemailer", "worker/(digest|mail)/"),
    owner("@napi-rs/keyring", "worker/mail/keychain[.]ts"),
    owner("@react-email", "worker/digest/"),
    owner("commander", "worker/(cli/|main[.]ts)"),
    owner("node-cron", "worker/schedule/"),
    owner("temporal-polyfill", "worker/schedule/"),
    owner("pino", "worker/log/"),
    owner("rotating-file-stream", "worker/log/"),
    owner("fastify", "worker/server/"),
    owner("@fastify", "worker/server/"),
    owner("bullmq", "worker/queue/"),
    owner("ioredis", "worker/queue/"),
    owner("open", "worker/files/showToUser[.]ts"),
    owner("react", "(worker/digest|addin/pane|excel-host)/"),
    owner("@fluentui", "addin/pane/"),
    forbid(
      "names-say-what",
      "A name like utils or types collects whatever has no home. Name the file after the one subject it holds.",
      {},
      { path: "/(utils|helpers|services|common|misc|types|constants|manager)(/|[.]tsx?$)", pathNot: "^node_modules/" },
    ),
    forbid(
      "nothing-imports-tests",
      "The product must not lean on a test. A helper worth sharing is not a test: move it.",
      { pathNot: [test, "^bench/"] },
      { path: [test, "^bench/"] },
    ),
    forbid(
      "no-cycles",
      "Two modules that need each other are one module, or hide a third.",
      { pathNot: "^node_modules/" },
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    forbid(
      "no-orphans",
      "This module imports nothing and nobody imports it: delete it, or plug it in.",
      // The loader is named by the page and stands alone, to be there at once.
      { orphan: true, pathNot: [test, "[.]d[.]ts$", "^addin/loader/loadOffice[.]ts$"] },
      {},
    ),
    forbid(
      "not-to-unresolvable",
      "This import leads nowhere: a typing error, or a missing package.",
      {},
      { couldNotResolve: true },
    ),
    forbid(
      "no-dev-dependency",
      "Whoever installs the product without its tools would miss this package: move it to dependencies.",
      { path: "^(domain|addin|worker)/", pathNot: test },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
