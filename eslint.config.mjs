import js from "@eslint/js";
import tseslint from "typescript-eslint";

const tests = ["tests/**", "**/*.test.ts", "**/*.test.tsx"];
const programs = ["worker/main.ts", "worker/cli/**", "scripts/**", "bench/**", "excel-host/serve/main.ts"];

const refuse = (selector, message) => ({ selector, message });

const noEnum = refuse("TSEnumDeclaration", 'Write a union of strings: type Channel = "email" | "post".');
const noDefaultExport = refuse("ExportDefaultDeclaration", "Export by name, so that the name is the same everywhere.");
const noClass = refuse(
  ":matches(ClassDeclaration, ClassExpression):not([superClass.name='Error'])",
  "The rules are functions on plain rows.",
);
const clock = "Only a main.ts reads the clock. Take `today` (a CivilDate) as a parameter.";
const noClock = [
  refuse("NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']", clock),
  refuse("MemberExpression[object.name='Date'][property.name='now']", clock),
  refuse("MemberExpression[object.name='Temporal'][property.name='Now']", clock),
  refuse("MemberExpression[object.name='Date'][property.name=/^(UTC|parse)$/]", "Use the arithmetic of domain/dates/."),
];
const noDate = refuse(
  "NewExpression[callee.name='Date']",
  "A day is a CivilDate: use the arithmetic of domain/dates/.",
);

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "sortie/", "**/*.d.ts"] },
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true },
    },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      // Text out of a workbook is cleaned of control characters by naming them.
      "no-control-regex": "off",
      "no-param-reassign": "error",
      "no-restricted-syntax": ["error", noEnum, noDefaultExport, ...noClock],
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unnecessary-boolean-literal-compare": "error",
      "@typescript-eslint/no-unnecessary-condition": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/require-array-sort-compare": ["error", { ignoreStringArrays: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
    },
  },
  {
    files: ["domain/**/*.ts"],
    ignores: tests,
    rules: { "no-restricted-syntax": ["error", noEnum, noDefaultExport, noClass, noDate, ...noClock] },
  },
  { files: programs, rules: { "no-console": "off" } },
  {
    files: ["worker/main.ts", "addin/main.ts", "excel-host/page/main.ts", "excel-host/serve/main.ts"],
    rules: { "no-restricted-syntax": ["error", noEnum, noDefaultExport] },
  },
  {
    files: tests,
    rules: {
      "no-restricted-syntax": ["error", noEnum, noDefaultExport],
      // JSON.parse and printed tables give `any`, which the expected value written next to it makes safe.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
    },
  },
  {
    files: ["**/*.mjs", "**/*.js"],
    languageOptions: {
      globals: {
        Buffer: "readonly",
        console: "readonly",
        process: "readonly",
        performance: "readonly",
        URL: "readonly",
      },
    },
  },
);
