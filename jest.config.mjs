/** Packages published as ES modules only: jest loads CommonJS, so they are compiled like our own code. */
const esmPackages = ["nodemailer", "@react-email", "temporal-polyfill", "temporal-utils", "@socialgouv", "nanoid", "react-promise-suspense"];

const base = {
  testEnvironment: "node",
  transform: { "^.+\\.(tsx?|mjs|js)$": "@swc/jest" },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join("|")})/)`],
};

export default {
  projects: [
    { ...base, displayName: "domain", roots: ["<rootDir>/domain"] },
    { ...base, displayName: "worker", roots: ["<rootDir>/worker"] },
    { ...base, displayName: "repository", roots: ["<rootDir>/tests"] },
  ],
};
