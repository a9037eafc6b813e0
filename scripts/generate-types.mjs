// What the installed SDKs say of their resource types: which tokens name the same resource, and which module holds a type's arguments.
import fs from "node:fs";
import path from "node:path";
import { azureOwnNames } from "./own-names.mjs";

const PACKAGES = ["aws", "azure-native", "azuread"];

/** Twins that the SDKs do not call aliases of each other: both live, with the same inputs, made from one Terraform resource. */
const TWIN_MODULES = [["aws:alb/", "aws:lb/"]];

/**
 * Live azure-native types that are one ARM resource under two names: each an alias of the other (or one of the other), with the same inputs.
 * The name kept is the one that newer API versions use, or the one that says less about how it is read. A pair that a new SDK brings must be
 * placed here or in NOT_TWINS: `azureAliases` finds it and reports a problem.
 */
const AZURE_TWINS = {
    "azure-native:apimanagement:Schema": "azure-native:apimanagement:GlobalSchema",
    "azure-native:datareplication:Dra": "azure-native:datareplication:FabricAgent",
    "azure-native:dbforpostgresql:AdministratorsMicrosoftEntra": "azure-native:dbforpostgresql:Administrator",
    "azure-native:dbforpostgresql:BackupsAutomaticAndOnDemand": "azure-native:dbforpostgresql:Backup",
    "azure-native:machinelearningservices:EnvironmentSpecificationVersion": "azure-native:machinelearningservices:EnvironmentVersion",
    "azure-native:network:NspLink": "azure-native:network:NetworkSecurityPerimeterLink",
    "azure-native:network:NetworkManagerRoutingConfiguration": "azure-native:network:RoutingConfiguration",
    "azure-native:network:UserRuleCollection": "azure-native:network:SecurityUserRuleCollection",
    "azure-native:sql:BackupLongTermRetentionPolicy": "azure-native:sql:LongTermRetentionPolicy",
    "azure-native:synapse:DatabasePrincipalAssignment": "azure-native:synapse:KustoPoolDatabasePrincipalAssignment",
    "azure-native:web:WebAppAuthSettingsV2WithoutSecrets": "azure-native:web:WebAppAuthSettingsV2",
    "azure-native:web:WebAppAuthSettingsV2WithoutSecretsSlot": "azure-native:web:WebAppAuthSettingsV2Slot",
};
/** Single and flexible servers share names of children, and are different services. */
const NOT_TWINS = /:dbfor(mysql|postgresql):SingleServer/;

function* modules(folder) {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
        const file = path.join(folder, entry.name);
        if (entry.isDirectory()) {
            if (entry.name !== "node_modules" && entry.name !== "types") yield* modules(file);
        } else if (entry.name.endsWith(".js")) yield file;
    }
}

/** Every resource class of an SDK: its token, module, aliases and the names of its inputs. */
function readSdk(root, name) {
    const folder = path.join(root, "node_modules/@pulumi", name);
    const types = new Map();
    for (const file of modules(folder)) {
        const text = fs.readFileSync(file, "utf8");
        const token = /static __pulumiType = '([^']+)'/.exec(text)?.[1];
        if (!token) continue;
        const aliases = /aliasOpts = (\{.*\});/.exec(text)?.[1] ?? "";
        const inputs = [...text.matchAll(/resourceInputs\["(\w+)"\] = ([^;]*);/g)].filter(match => !match[2].includes("undefined /*out*/"));
        types.set(token, {
            token,
            module: `@pulumi/${name}/${path.relative(folder, file).replaceAll(path.sep, "/").replace(/\.js$/, "")}`,
            className: /super\((\w+)\.__pulumiType/.exec(text)?.[1],
            aliases: [...new Set([...aliases.matchAll(/type: "([^"]+)"/g)].map(match => match[1]))].filter(alias => alias !== token),
            deprecated: /log\.warn\("\w+ is deprecated/.test(text),
            inputs: [...new Set(inputs.map(match => match[1]))].sort().join(),
            // Where the class itself fills in `kind`, several classes stand for the kinds of one resource: they are not the same type.
            isKind: inputs.some(match => match[2].startsWith('"')),
        });
    }
    return types;
}

const lastPart = token => token.slice(token.lastIndexOf(":") + 1);
const withoutVersion = token => token.replace(/^(azure-native:[^/:]+)\/v\d{8}[a-z]*:/, "$1:");

function awsAliases(types, problems) {
    const table = new Map();
    for (const type of types.values()) {
        if (type.deprecated) continue;
        for (const alias of type.aliases) {
            if (types.has(alias) && !types.get(alias).deprecated)
                problems.push(`${alias} is live and an alias of ${type.token}: decide which is canonical`);
            else if (table.has(alias) && table.get(alias) !== type.token)
                problems.push(`${alias} is an alias of ${type.token} and of ${table.get(alias)}`);
            else table.set(alias, type.token);
        }
    }
    for (const [from, to] of TWIN_MODULES) {
        for (const type of types.values()) {
            if (!type.token.startsWith(from)) continue;
            const twin = types.get(to + type.token.slice(from.length));
            if (twin?.inputs === type.inputs) table.set(type.token, twin.token);
        }
    }
    for (const [alias, type] of table) table.set(alias, table.get(type) ?? type);
    return table;
}

function azureAliases(types, problems) {
    const table = new Map();
    const owners = new Map();
    for (const type of types.values()) {
        for (const alias of new Set(type.aliases.map(withoutVersion))) {
            if (types.has(alias)) {
                const other = types.get(alias);
                const candidate =
                    other !== type && !type.isKind && !other.isKind && type.inputs === other.inputs && !NOT_TWINS.test(type.token + other.token);
                if (candidate && AZURE_TWINS[alias] !== type.token && AZURE_TWINS[type.token] !== alias)
                    problems.push(
                        `${alias} and ${type.token} may be one resource: place them in AZURE_TWINS or NOT_TWINS of scripts/generate-types.mjs`,
                    );
            } else owners.set(alias, [...(owners.get(alias) ?? []), type.token]);
        }
        // The versions of the retired single servers, whose names the flexible servers took over.
        if (NOT_TWINS.test(type.token))
            for (const alias of type.aliases) if (alias.includes("/v") && !lastPart(alias).startsWith("SingleServer")) table.set(alias, type.token);
    }
    for (const [from, to] of Object.entries(AZURE_TWINS)) {
        if (!types.has(from) || !types.has(to))
            problems.push(`${from} or ${to} is no longer in azure-native: correct AZURE_TWINS of scripts/generate-types.mjs`);
        table.set(from, to);
    }
    // A name that is gone goes to its only heir, or to the only heir of the same name; several heirs (the kinds of a data connector) leave it alone.
    for (const [alias, heirs] of owners) {
        const same = heirs.filter(heir => lastPart(heir) === lastPart(alias));
        const heir = heirs.length === 1 ? heirs[0] : same.length === 1 ? same[0] : undefined;
        if (heir && !types.get(heir).isKind) table.set(alias, table.get(heir) ?? heir);
    }
    return table;
}

/** "aws:lb/" and "listener:Listener"; "azure-native:sql:" and "Server". */
function split(token) {
    const [, prefix, rest] = /^([^:]+:[^:/]+[/:](?:v\d{8}[a-z]*:)?)(.+)$/.exec(token);
    return [prefix, rest];
}

function aliasesText(table) {
    const moved = new Map();
    const renamed = [];
    for (const [from, to] of [...table].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const [fromPrefix, fromRest] = split(from);
        const [toPrefix, toRest] = split(to);
        if (fromRest === toRest) {
            const key = `${fromPrefix}>${toPrefix}`;
            moved.set(key, [...(moved.get(key) ?? []), fromRest]);
        } else renamed.push([from, to]);
    }
    return [
        "// Written by `npm run generate` from the `aliases` in the installed @pulumi/aws, @pulumi/azure-native and @pulumi/azuread. Do not edit.",
        "",
        '/** "from>to" prefixes, and the names that moved between them unchanged. */',
        "export const MOVED: Readonly<Record<string, string>> = {",
        ...[...moved].map(([key, names]) => `    ${JSON.stringify(key)}: ${JSON.stringify(names.join(" "))},`),
        "};",
        "",
        "/** Tokens that also changed their name. */",
        "export const RENAMED: Readonly<Record<string, string>> = {",
        ...renamed.map(([from, to]) => `    ${JSON.stringify(from)}: ${JSON.stringify(to)},`),
        "};",
        "",
    ].join("\n");
}

function* sources(folder) {
    if (!fs.existsSync(folder)) return;
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
        const file = path.join(folder, entry.name);
        if (entry.isDirectory()) yield* sources(file);
        else if (entry.name.endsWith(".ts") && !entry.name.endsWith(".generated.ts")) yield file;
    }
}

const TOKEN = /(["'`])((?:aws|azuread):[\w-]+\/\w+:\w+|azure-native(?:_[a-z0-9]+_v\d{8}[a-z]*)?:[a-z0-9]+(?:\/v\d{8}[a-z]*)?:[A-Z]\w*)\1/g;

function canonical(token, table) {
    const plain = token.replace(/^azure-native_[a-z0-9]+_(v\d{8}[a-z]*):([^/:]+)(?:\/v\d{8}[a-z]*)?:/, "azure-native:$2/$1:");
    const unversioned = withoutVersion(plain);
    return table.get(plain) ?? table.get(unversioned) ?? unversioned;
}

/** The tokens that policies and their cases use, each with the file that uses it. */
function usedTokens(root, table, extra, problems) {
    const used = new Map(extra.map(token => [canonical(token, table), "the command line"]));
    for (const folder of ["policies", "test/policies"]) {
        for (const file of sources(path.join(root, folder))) {
            for (const [, , token] of fs.readFileSync(file, "utf8").matchAll(TOKEN)) {
                const name = canonical(token, table);
                const where = path.relative(root, file);
                if (folder === "policies" && name !== token) problems.push(`${where}: ${token} is known as ${name}: policies use that token`);
                if (!used.has(name)) used.set(name, where);
            }
        }
    }
    return used;
}

function resourceTypesText(used, types, problems) {
    const imports = [];
    const members = [];
    for (const token of [...used.keys()].sort()) {
        const type = types.get(token);
        if (!type?.className) {
            problems.push(`${used.get(token)}: ${token} is in none of the installed SDKs`);
            continue;
        }
        // Unique, since a token is: "aws:s3control/bucketPolicy:BucketPolicy" becomes AwsS3controlBucketPolicyArgs.
        const [provider, module] = token.split(/[:/]/);
        const alias =
            `${[...provider.split("-"), module].map(word => word.charAt(0).toUpperCase() + word.slice(1)).join("")}${type.className}Args`.replaceAll(
                /\W/g,
                "",
            );
        imports.push(`import type { ${type.className}Args as ${alias} } from "${type.module}";`);
        members.push(`        ${JSON.stringify(token)}: ${alias};`);
    }
    return [
        "// Written by `npm run generate` from the type tokens that policies and their cases use. Do not edit.",
        ...imports,
        "",
        'declare module "../src/policy/resource-types" {',
        "    interface ResourceTypes {",
        ...members,
        "    }",
        "}",
        "",
        "export {};",
        "",
    ].join("\n");
}

function ownNamesText(names) {
    const lines = Object.entries(names).map(([token, properties]) => `    ${JSON.stringify(token)}: ${JSON.stringify(properties)},\n`);
    return [
        "// Generated by `npm run generate` from the installed SDK. Do not edit.",
        "/** azure-native type to the arguments by which a literal may call it, where that is not `name`. */",
        `export const AZURE_OWN_NAMES: Readonly<Record<string, readonly string[]>> = {${lines.length > 0 ? "\n" : ""}${lines.join("")}};`,
        "",
    ].join("\n");
}

export function generateTypes(root, extraTokens, problems) {
    const sdks = Object.fromEntries(PACKAGES.map(name => [name, readSdk(root, name)]));
    const table = new Map([
        ...awsAliases(sdks.aws, problems),
        ...awsAliases(sdks.azuread, problems),
        ...azureAliases(sdks["azure-native"], problems),
    ]);
    const types = new Map(PACKAGES.flatMap(name => [...sdks[name]]));
    const used = usedTokens(root, table, extraTokens, problems);
    const declarations = [...used.keys()]
        .filter(token => types.has(token))
        .map(token => [token, path.join(root, "node_modules", `${types.get(token).module}.d.ts`)]);
    return {
        "src/policy/type-aliases.generated.ts": aliasesText(table),
        "policies/resource-types.generated.ts": resourceTypesText(used, types, problems),
        "src/policy/own-names.generated.ts": ownNamesText(azureOwnNames(new Map(declarations))),
    };
}
