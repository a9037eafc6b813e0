import { configure, type Configuration } from "../../src/preview/configuration";
import { chooseStack, readProject } from "../../src/preview/project";
import { ENCRYPTED } from "../../src/preview/wire";
import { removeScratch, scratch } from "./scratch";

afterAll(removeScratch);

function read(files: Readonly<Record<string, string>>, overrides: Readonly<Record<string, string>> = {}, stack?: string): Configuration {
    const project = readProject(scratch(files));
    return configure(project, chooseStack(project, stack), overrides);
}

function project(config: string): string {
    return `name: shop\nruntime: nodejs\nconfig:\n${config}`;
}

describe("a stack's file", () => {
    it("gives scalars as text, structures as JSON with sorted keys, unquoted dates as Go writes them", () => {
        const { values } = read({
            "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
            "Pulumi.dev.yaml": `config:
  size: 3
  half: 0.50
  on: true
  yes: yes
  octal: 010
  grouped: 1_000
  account: "012345678901"
  when: 2026-12-31
  at: 2026-12-31T10:20:30.5Z
  quoted: "2026-12-31"
  nothing:
  aws:region: eu-west-2
  azure-native:config:location: uksouth
  nhs-supplier-charter:waivers:
    - policy: a
      expires: 2026-12-31
      also: [1, true, null]
`,
        });
        expect(values).toEqual({
            "shop:size": "3",
            "shop:half": "0.5",
            "shop:on": "true",
            "shop:yes": "yes",
            "shop:octal": "8",
            "shop:grouped": "1000",
            "shop:account": "012345678901",
            "shop:when": "2026-12-31 00:00:00 +0000 UTC",
            "shop:at": "2026-12-31 10:20:30.5 +0000 UTC",
            "shop:quoted": "2026-12-31",
            "shop:nothing": "",
            "aws:region": "eu-west-2",
            "azure-native:location": "uksouth",
            "nhs-supplier-charter:waivers": `[{"also":[1,true,null],"expires":"2026-12-31 00:00:00 +0000 UTC","policy":"a"}]`,
        });
    });

    it("resolves anchors and merge keys", () => {
        const { values } = read({ "Pulumi.dev.yaml": "base: &b {a: 1, b: 2}\nconfig:\n  x:\n    <<: *b\n    b: 3\n  y: *b\n" });
        expect(values).toEqual({ "trial:x": `{"a":1,"b":3}`, "trial:y": `{"a":1,"b":2}` });
    });

    it("marks encrypted values, wholly or in part", () => {
        const configuration = read({
            "Pulumi.dev.yaml": "config:\n  a: {secure: v1:x}\n  b: {c: {secure: v1:y}, d: 1}\n  e: {secure: v1:z, f: 1}\n",
        });
        expect(configuration.values).toEqual({ "trial:a": ENCRYPTED, "trial:b": `{"c":"${ENCRYPTED}","d":1}`, "trial:e": `{"f":1,"secure":"v1:z"}` });
        expect(configuration.secretKeys).toEqual(["trial:a", "trial:b"]);
    });

    it("tells of environments, which are not read", () => {
        expect(read({ "Pulumi.dev.yaml": "environment: [prod]\n" }).notices).toEqual([
            "Pulumi.dev.yaml imports an environment, which is not read offline: give its values with --config KEY=VALUE.",
        ]);
    });
});

describe("Pulumi.yaml", () => {
    it("gives defaults of the project's own keys and values of others", () => {
        const { values } = read({
            "Pulumi.yaml": project(
                "  size: small\n  shop:count: {type: integer, default: 2}\n  aws:region: eu-west-2\n  nhs-supplier-charter:estate: {value: {holds: [identity]}}\n",
            ),
        });
        expect(values).toEqual({
            "shop:size": "small",
            "shop:count": "2",
            "aws:region": "eu-west-2",
            "nhs-supplier-charter:estate": `{"holds":["identity"]}`,
        });
    });

    it("yields to the stack's file, which yields to overrides", () => {
        const files = { "Pulumi.yaml": project("  a: 1\n  b: 1\n  c: 1\n"), "Pulumi.dev.yaml": "config: {b: 2, shop:c: 2}\n" };
        expect(read(files, { c: "3", "aws:region": "eu-west-1" }).values).toEqual({
            "shop:a": "1",
            "shop:b": "2",
            "shop:c": "3",
            "aws:region": "eu-west-1",
        });
    });

    it.each([
        [
            "a value nobody gives",
            "  size: {type: string}\n",
            "",
            /^Pulumi\.yaml:4: declares size without a value; give it in Pulumi\.dev\.yaml or with --config size=VALUE$/,
        ],
        ["a value of another type", "  size: {type: integer}\n", "config: {size: big}\n", /^Pulumi\.yaml:4: shop:size is not of type integer; /],
        ["a key that is none", "", "config:\n  a:b:c: 1\n", /^Pulumi\.dev\.yaml:2: "a:b:c" is no configuration key; write it as NAMESPACE:NAME/],
        ["config that is no map", "", "config: [a]\n", /^Pulumi\.dev\.yaml:1: config is no map/],
    ])("refuses %s", (_, declared, stack, message) => {
        expect(() => read({ "Pulumi.yaml": project(declared), "Pulumi.dev.yaml": stack })).toThrow(
            expect.objectContaining({ exitCode: 2, message: expect.stringMatching(message) as string }) as Error,
        );
    });

    it("refuses an override without a key", () => {
        expect(() => read({}, { "": "x" })).toThrow(/"" is no configuration key/);
    });
});

describe("the project", () => {
    it.each([
        ["no Pulumi.yaml", { "Pulumi.yaml": undefined }, 2, /^there is no Pulumi\.yaml in /],
        ["malformed YAML", { "Pulumi.yaml": "name: a\nruntime: [nodejs\n" }, 2, /^Pulumi\.yaml:\d: malformed YAML: /],
        ["no name", { "Pulumi.yaml": "runtime: nodejs\n" }, 2, /^Pulumi\.yaml:1: has no name; add name: PROJECT$/],
        ["no runtime", { "Pulumi.yaml": "name: a\n" }, 2, /has no runtime; add runtime: nodejs$/],
        [
            "main that is not there",
            { "Pulumi.yaml": "name: a\nruntime: nodejs\nmain: src\n" },
            2,
            /^Pulumi\.yaml:3: main names src, which does not exist/,
        ],
        [
            "another language",
            { "Pulumi.yaml": "name: a\nruntime:\n  name: python\n" },
            3,
            /^Pulumi\.yaml:2: the runtime python cannot be run here.*\n.*charter audit/,
        ],
    ])("says what is wrong with %s", (_, files, exitCode, message) => {
        const given = Object.fromEntries(Object.entries(files).map(([name, text]) => [text === undefined ? "other.yaml" : name, text ?? ""]));
        const folder = scratch("Pulumi.yaml" in given ? given : { ...given, "Pulumi.yaml": "" });
        const read = (): unknown => readProject("Pulumi.yaml" in given ? folder : `${folder}/node_modules/yaml`);
        expect(read).toThrow(expect.objectContaining({ exitCode, message: expect.stringMatching(message) as string }) as Error);
    });

    it("takes main as a folder or a file, and the runtime's options", () => {
        const yaml = "name: a\nruntime: {name: nodejs, options: {typescript: false, nodeargs: --no-warnings --trace-exit, tsconfig: t.json}}\nmain: ";
        const folder = readProject(scratch({ "Pulumi.yaml": `${yaml}src\n`, "src/index.js": "" }));
        expect([folder.workingDirectory.endsWith("/src"), folder.entryPoint]).toEqual([true, "."]);
        expect(folder.runtime).toEqual({ typescript: false, nodeArguments: ["--no-warnings", "--trace-exit"], tsconfig: "t.json" });
        const file = readProject(scratch({ "Pulumi.yaml": `${yaml}src/app.js\n`, "src/app.js": "" }));
        expect([file.workingDirectory.endsWith("/src"), file.entryPoint]).toEqual([true, "app.js"]);
    });
});

describe("the stack", () => {
    const choose = (files: Readonly<Record<string, string>>, asked?: string): string => chooseStack(readProject(scratch(files)), asked).name;
    const several = { "Pulumi.dev.yaml": "", "Pulumi.prod.yaml": "" };

    it("is the one asked for, else the only one, else dev", () => {
        expect(choose(several, "prod")).toBe("prod");
        expect(choose(several, "acme/shop/prod")).toBe("prod");
        expect(choose({ "Pulumi.prod.yaml": "" })).toBe("prod");
        expect(choose(several)).toBe("dev");
        expect(choose({})).toBe("dev");
        expect(choose({ "Pulumi.yaml": "name: a\nruntime: nodejs\nstackConfigDir: stacks\n", "stacks/Pulumi.test.yaml": "" })).toBe("test");
    });

    it("is refused with the list of those there", () => {
        expect(() => choose(several, "live")).toThrow(/^there is no stack live in .*; the stacks there are dev, prod$/);
        expect(() => choose({ "Pulumi.a.yaml": "", "Pulumi.b.yaml": "" })).toThrow("there are several stacks; choose one with --stack: a, b");
    });

    it("names file and line of malformed YAML", () => {
        expect(() => choose({ "Pulumi.dev.yaml": "config:\n  a: 'x\n" })).toThrow(
            expect.objectContaining({ exitCode: 2, file: "Pulumi.dev.yaml" }) as Error,
        );
    });
});
