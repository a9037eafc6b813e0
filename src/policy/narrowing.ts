/**
 * What the values of IAM condition keys hold a statement to. A pattern that everybody's account, organisation or resource may match holds
 * it to nothing: "arn:aws:iam::*:role/deploy" is a role that anyone may make in an account of their own.
 * Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html and reference_policies_variables.html.
 */
type Test = (value: string) => boolean;

/** Variables that stand for the own side of a request, which nobody else can choose. */
const OF_RESOURCE = { account: /\$\{aws:resourceaccount\}/gi, organisation: /\$\{aws:resourceorgid\}/gi };
const OF_PRINCIPAL = { account: /\$\{aws:principalaccount\}/gi, organisation: /\$\{aws:principalorgid\}/gi };

const isAccount: Test = value => /^\d{12}$/.test(value);
const isOrganisation: Test = value => /^o-[a-z0-9]+$/.test(value);
const isWhole: Test = value => value !== "" && !/[*?]/.test(value);
/** Anything literal at all. */
const isSaid: Test = value => !/^[*?]*$/.test(value);
/** The service stands before the first dot: "s3.*.amazonaws.com". */
const isService: Test = value => isWhole(value.split(".")[0] ?? "");

/** The parts of an ARN. What stands behind the fifth colon may hold colons of its own. */
function partsOf(arn: string): { readonly service: string; readonly account: string; readonly resource: string } {
    const [, , service = "", , account = "", ...resource] = arn.split(":");
    return { service, account, resource: resource.join(":") };
}

/** An ARN of one account, whatever stands behind it, or the name of a resource whose ARN holds no account, as S3's buckets and Route 53's zones. */
const isArn: Test = value => {
    const { service, account, resource } = partsOf(value);
    if (account !== "") return isAccount(account);
    const named = resource.replace(/^\//, "").split(/[/:]/);
    return named.slice(0, service === "s3" ? 1 : 2).every(isWhole);
};

/** The network is smaller than the internet, or than a large part of it: a private one is never seen as a public source. */
const isNetwork: Test = value => {
    const [address = "", prefix] = value.split("/");
    const isV6 = address.includes(":");
    return isWhole(value) && Number(prefix ?? 128) >= (isV6 ? 16 : 8);
};

const BY_KEY: Readonly<Record<string, Test>> = {
    "aws:sourcearn": isArn,
    "aws:principalarn": isArn,
    "aws:sourcevpcarn": isArn,
    "aws:sourceaccount": isAccount,
    "aws:sourceowner": isAccount,
    "aws:principalaccount": isAccount,
    "aws:resourceaccount": isAccount,
    "kms:calleraccount": isAccount,
    "s3:dataaccesspointaccount": isAccount,
    "aws:sourceorgid": isOrganisation,
    "aws:principalorgid": isOrganisation,
    "aws:resourceorgid": isOrganisation,
    "aws:sourceorgpaths": value => isOrganisation(value.split("/")[0] ?? ""),
    "aws:principalorgpaths": value => isOrganisation(value.split("/")[0] ?? ""),
    "aws:resourceorgpaths": value => isOrganisation(value.split("/")[0] ?? ""),
    "aws:sourcevpc": isWhole,
    "aws:sourcevpce": isWhole,
    "aws:sourceip": isNetwork,
    "aws:vpcsourceip": isNetwork,
    "elasticfilesystem:accessedviamounttarget": value => value.toLowerCase() === "true",
    "sts:externalid": isWhole,
    "iam:passedtoservice": isService,
    "kms:viaservice": isService,
    // A boundary is always of the own account or of AWS, so that only its name tells it.
    "iam:permissionsboundary": value => isSaid(partsOf(value).resource.replace(/^policy\//, "")),
    "kms:resourcealiases": value => isSaid(value.replace(/^alias\//, "")),
};

/** "kms:EncryptionContext:aws:logs:arn" tells an ARN as a rule, but may be any word of the application's own. */
const isContext: Test = value => (/^(arn|\*):/.test(value) ? isArn(value) : isSaid(value));

/** Does the value of a condition key (lower-cased) fix an account, an organisation, a network or a named thing? */
export function narrows(key: string, value: string): boolean {
    const { account, organisation } = key.startsWith("aws:resource") ? OF_PRINCIPAL : OF_RESOURCE;
    const own = value.replace(account, "000000000000").replace(organisation, "o-own");
    return (BY_KEY[key] ?? (key.startsWith("kms:encryptioncontext:") ? isContext : isSaid))(own);
}
