import prettier from "eslint-config-prettier";
import tseslint from "typescript-eslint";

export default tseslint.config(
    { ignores: ["examples/", "dist", "coverage", "**/node_modules", "**/.cache", "test/cli/programs"] },
    { files: ["**/*.ts", "**/*.tsx"], extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked] },
    {
        files: ["**/*.ts", "**/*.tsx"],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        rules: {
            "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true, argsIgnorePattern: "^_" }],
            // Loaded when first needed.
            "@typescript-eslint/no-require-imports": ["error", { allow: ["^ajv$"] }],
            "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
            // Type-only imports name the module: a package root costs every tool many seconds.
            "no-restricted-imports": ["error", { paths: ["@pulumi/aws", "@pulumi/azure-native", "@pulumi/azuread"] }],
        },
    },
    { files: ["reference-stacks/**/*.ts", "examples/**/*.ts"], rules: { "no-restricted-imports": "off" } },
    prettier,
);
