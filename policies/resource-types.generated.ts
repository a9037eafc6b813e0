// Written by `npm run generate` from the type tokens that policies and their cases use. Do not edit.

declare module "../src/policy/resource-types" {
    interface ResourceTypes {
    }
}

export {};
