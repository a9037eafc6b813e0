import { type ExtraRow, type Lifecycle, type Product, lifecycle } from "../../src/charter/lifecycles";

/** A marketplace image, each part lower-cased. */
export interface Image {
    readonly publisher: string;
    readonly offer: string;
    readonly sku: string;
}

interface System {
    /** Its name, made of the table's words. */
    readonly what: string;
    readonly product: Product;
    readonly cycle: string;
    /** Support after the standard term comes only with a subscription that the image does not bring. */
    readonly paidApart?: boolean;
}

/** Systems whose last day no lifecycle table holds. */
interface Ended {
    readonly what: string;
    readonly ended: string;
}

/** Ubuntu's code names in the offers of older images, and the interim releases, which get nine months. */
const UBUNTU: Readonly<Record<string, string>> = {
    xenial: "16.04",
    bionic: "18.04",
    focal: "20.04",
    jammy: "22.04",
    lunar: "23.04",
    mantic: "23.10",
    noble: "24.04",
};
const INTERIM: readonly ExtraRow[] = [
    { product: "ubuntu", cycle: "23.04", standardEnds: "2024-01-25" },
    { product: "ubuntu", cycle: "23.10", standardEnds: "2024-07-11" },
    { product: "ubuntu", cycle: "24.10", standardEnds: "2025-07-10" },
    { product: "ubuntu", cycle: "25.04", standardEnds: "2026-01-15" },
    { product: "ubuntu", cycle: "25.10", standardEnds: "2026-07-09" },
];

/** Last days of Enterprise editions. Source: learn.microsoft.com/lifecycle/products/windows-11-enterprise-and-education. */
const WINDOWS_11: Readonly<Record<string, string>> = {
    "21h2": "2024-10-08",
    "22h2": "2025-10-14",
    "23h2": "2026-11-10",
    "24h2": "2027-10-12",
    "25h2": "2028-10-10",
};

function windowsServer(text: string): System | undefined {
    const [, year, r2] = /(20\d\d)(?:-?(r2))?/.exec(text) ?? [];
    if (year === undefined) return undefined;
    const cycle = r2 === undefined ? year : `${year}-r2`;
    return { what: `Windows Server ${cycle}`, product: "windows-server", cycle };
}

const READERS: Readonly<Record<string, (image: Image) => System | Ended | undefined>> = {
    microsoftwindowsserver: ({ sku }) =>
        /^(?:datacenter-core-)?\d\dh\d/.test(sku)
            ? { what: "Windows Server 23h2", product: "windows-server-annual", cycle: sku.slice(0, 4) }
            : windowsServer(sku),
    microsoftsqlserver: ({ offer }) => windowsServer(/ws(20\d\d.*)$/.exec(offer)?.[1] ?? ""),
    microsoftwindowsdesktop({ offer, sku }) {
        if (offer.startsWith("windows-10")) return sku.includes("ltsc") ? undefined : { what: "Windows 10", ended: "2025-10-14" };
        const release = /^win11-(\d\dh\d)/.exec(sku)?.[1] ?? "";
        const ended = WINDOWS_11[release];
        return ended === undefined ? undefined : { what: `Windows 11 ${release}`, ended };
    },
    canonical({ offer, sku }) {
        const name = Object.keys(UBUNTU).find(word => offer.includes(word)) ?? "";
        const number = /(\d\d)[._](\d\d)/.exec(`${offer} ${sku}`);
        const cycle = UBUNTU[name] ?? (number ? `${number[1] ?? ""}.${number[2] ?? ""}` : undefined);
        return cycle === undefined
            ? undefined
            : { what: `Ubuntu ${cycle}`, product: "ubuntu", cycle, paidApart: !/\bpro\b|-pro-|^pro|ubuntu-pro/.test(`${offer} ${sku}`) };
    },
    redhat({ sku }) {
        const cycle = /^(?:rhel-?)?(10|[6-9])/.exec(sku.replace(/^[a-z-]+/, ""))?.[1];
        return cycle === undefined ? undefined : { what: `RHEL ${cycle}`, product: "rhel", cycle, paidApart: true };
    },
    debian: debian,
    credativ: debian,
    openlogic: () => ({ what: "CentOS", ended: "2024-06-30" }),
    oracle: ({ sku }) =>
        /^(ol)?7/.test(sku)
            ? { what: "Oracle Linux 7", ended: "2024-12-31" }
            : /^(ol)?6/.test(sku)
              ? { what: "Oracle Linux 6", ended: "2021-03-31" }
              : undefined,
    microsoftcblmariner: ({ offer }) => (offer === "cbl-mariner" ? { what: "CBL-Mariner", ended: "2025-07-31" } : undefined),
    suse: ({ offer }) => (offer.startsWith("sles-12") ? { what: "SUSE Linux Enterprise Server 12", ended: "2024-10-31" } : undefined),
};

function debian({ offer, sku }: Image): System | undefined {
    const cycle = /^debian-(\d+)/.exec(offer)?.[1] ?? /^(\d+)/.exec(sku)?.[1];
    return cycle === undefined ? undefined : { what: `Debian ${cycle}`, product: "debian", cycle };
}

/** What is known of an image's end: its name, and where it stands on a day. `undefined` where nothing is known of its publisher or release. */
export function imageLifecycle(
    image: Image,
    today: string,
    warnWithinDays: number,
): { readonly what: string; readonly found: Lifecycle; readonly paidApart: boolean } | undefined {
    const system = READERS[image.publisher]?.(image);
    if (!system) return undefined;
    const { what } = system;
    if ("ended" in system) {
        // An end that no table holds is brought into its form.
        const extra = [{ product: "azure-retired", cycle: what, standardEnds: system.ended }];
        return { what, found: lifecycle("azure-retired", what, today, { warnWithinDays, extra }), paidApart: false };
    }
    const found = lifecycle(system.product, system.cycle, today, { warnWithinDays, extra: INTERIM });
    return { what, found, paidApart: system.paidApart === true };
}
