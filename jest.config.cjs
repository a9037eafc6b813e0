/** What swc is told of TypeScript, with and without markup in it. */
const swc = parser => [
    "@swc/jest",
    { jsc: { target: "es2022", parser, transform: { react: { runtime: "automatic", importSource: "preact" } } }, module: { type: "commonjs" } },
];
const common = {
    rootDir: __dirname,
    testEnvironment: "node",
    transform: { "\\.ts$": swc({ syntax: "typescript" }), "\\.tsx$": swc({ syntax: "typescript", tsx: true }) },
    modulePathIgnorePatterns: ["<rootDir>/dist", "<rootDir>/.cache", "<rootDir>/templates"],
};

/** @type {import("jest").Config} */
module.exports = {
    projects: [
        {
            ...common,
            displayName: "unit",
            testMatch: ["<rootDir>/test/**/*.test.ts"],
            testPathIgnorePatterns: [
                "/node_modules/",
                "<rootDir>/test/cli/",
                "<rootDir>/test/package/",
                "<rootDir>/test/browser/",
                "<rootDir>/test/trust/",
            ],
        },
        { ...common, displayName: "cli", testMatch: ["<rootDir>/test/cli/**/*.test.ts"] },
        { ...common, displayName: "trust", testMatch: ["<rootDir>/test/trust/**/*.test.ts"] },
        { ...common, displayName: "browser", testMatch: ["<rootDir>/test/browser/**/*.test.ts"] },
        { ...common, displayName: "package", testMatch: ["<rootDir>/test/package/**/*.test.ts"] },
    ],
};
