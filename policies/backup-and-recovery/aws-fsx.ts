import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { UNKNOWN, is, not, or } from "../../src/policy/unknown";

const ASSOCIATION = "aws:fsx/dataRepositoryAssociation:DataRepositoryAssociation";

/** What the provider does where the retention is left out; it leaves the choice of Lustre to the service, whose default is none. */
const DEFAULT_DAYS = {
    "aws:fsx/windowsFileSystem:WindowsFileSystem": 7,
    "aws:fsx/ontapFileSystem:OntapFileSystem": 0,
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": 0,
    "aws:fsx/lustreFileSystem:LustreFileSystem": 0,
} as const;

const LUSTRE = "aws:fsx/lustreFileSystem:LustreFileSystem";

export const fsxAutomaticBackups = stackPolicy({
    name: "aws-fsx-automatic-backups-and-multi-az",
    title: "FSx file systems are backed up daily, and once more before deletion",
    commitment: "backup-and-recovery",
    topic: "backup-coverage",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: Object.keys(DEFAULT_DAYS) as (keyof typeof DEFAULT_DAYS)[],
    reads: [ASSOCIATION],
    why: "A file system without backups cannot be brought back, and by default most of them have none.",
    fix: "Set automaticBackupRetentionDays to at least the setting minRetentionDays, and skipFinalBackup to false.",
    references: ["aws-config:fsx-resources-protected-by-backup-plan", "fsbp:FSx.3", "fsbp:FSx.4", "fsbp:FSx.5"],
    settings: {
        minRetentionDays: { type: "integer", minimum: 1, maximum: 90, default: 7, description: "Days for which automatic backups must be kept." },
        requireMultiAz: {
            type: "boolean",
            default: false,
            description: "Also ask for a deployment across availability zones, where the type offers one.",
        },
    },
    checkResource(c) {
        const { graph, resource, settings, type } = c;
        const tag = c.tagged("backup", "not-required", "central");
        // Scratch file systems, and those that mirror a bucket, have no backups: the service refuses.
        const mirrors = c.has("importPath") || linkedSatisfies(graph.into(resource, ASSOCIATION, "fileSystemId"), () => true);
        const scratch = type === LUSTRE ? or(c.oneOf("deploymentType", ["SCRATCH_1", "SCRATCH_2"], "SCRATCH_1"), mirrors) : false;
        const exempt = or(tag, scratch);
        if (exempt === true) {
            c.notApplicable("holds nothing to recover, or is backed up elsewhere");
            return;
        }
        const perhaps = exempt === UNKNOWN ? UNKNOWN : false;
        const kept = is(
            c.number("automaticBackupRetentionDays", DEFAULT_DAYS[type]),
            days => days !== undefined && days >= settings.minRetentionDays,
        );
        c.require(
            or(perhaps, kept),
            "automaticBackupRetentionDays",
            `Automatic backups are kept for fewer than ${String(settings.minRetentionDays)} days.`,
        );
        c.require(
            or(perhaps, not(c.on("skipFinalBackup", type === LUSTRE))),
            "skipFinalBackup",
            "The file system is deleted without a final backup.",
        );
        if (settings.requireMultiAz && type !== LUSTRE) {
            const multi = c.oneOf("deploymentType", ["MULTI_AZ_1", "MULTI_AZ_2"], "SINGLE_AZ_1");
            c.require(or(perhaps, multi), "deploymentType", "The file system stands in one availability zone.");
        }
    },
});
