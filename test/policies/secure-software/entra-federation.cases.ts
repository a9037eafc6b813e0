import { type Cases, UNKNOWN, of } from "../support/cases";

const ofIdentity = of("azure-native:managedidentity:FederatedIdentityCredential");
const ofApplication = of("azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential");
const flexible = of("azuread:index/applicationFlexibleFederatedIdentityCredential:ApplicationFlexibleFederatedIdentityCredential");
const cluster = of("azure-native:containerservice:ManagedCluster");

const GITHUB = "https://token.actions.githubusercontent.com";
const GITLAB = "https://gitlab.com";
const TERRAFORM = "https://app.terraform.io";
const AKS = "https://uksouth.oic.prod-aks.azure.com/11111111-1111-1111-1111-111111111111/22222222-2222-2222-2222-222222222222/";
const audiences = ["api://AzureADTokenExchange"];
const trusting = (subject: string | typeof UNKNOWN, issuer: string | typeof UNKNOWN = GITHUB) => ofIdentity({ issuer, subject, audiences });
const matching = (claimsMatchingExpression: string | typeof UNKNOWN, issuer: string | typeof UNKNOWN = GITHUB) =>
    flexible({ issuer, audience: "api://AzureADTokenExchange", claimsMatchingExpression });
const EXPRESSION = "claimsMatchingExpression";

export const cases: Cases = {
    "azure-federated-credential-subject-exact": {
        compliant: {
            "an environment": trusting("repo:supplier/records:environment:live"),
            "a branch": trusting("repo:supplier/records:ref:refs/heads/main"),
            "a tag": trusting("repo:supplier/records:ref:refs/tags/v1"),
            "an application": ofApplication({ issuer: GITHUB, subject: "repo:supplier/records:environment:live", audiences }),
            "an enterprise's own issuer": trusting("repo:supplier/records:environment:live", `${GITHUB}/supplier`),
            "an issuer with a stroke at its end": trusting("repo:supplier/records:environment:live", `${GITHUB}/`),
            "with GitHub's ids": {
                resources: [trusting("repo:supplier@123/records@456:environment:live")],
                settings: { allowedOwners: ["Supplier"] },
            },
            "a service account": trusting("system:serviceaccount:records:api", AKS),
            "a service account of the stack's own cluster": (() => {
                const own = cluster({ oidcIssuerProfile: { enabled: true } });
                return [own, ofIdentity({ issuer: UNKNOWN, subject: "system:serviceaccount:records:api", audiences }, { issuer: own })];
            })(),
            "the same, where the preview has nothing to show for the issuer": (() => {
                const own = cluster({ oidcIssuerProfile: { enabled: true } });
                return [own, ofIdentity({ issuer: "", subject: "system:serviceaccount:records:api", audiences }, { issuer: own })];
            })(),
            "Azure DevOps": trusting("sc://supplier/records/azure", "https://vstoken.dev.azure.com/33333333-3333-3333-3333-333333333333"),
            "a pipeline of GitLab": trusting("project_path:supplier/records:ref_type:branch:ref:main", GITLAB),
            "an issuer of the estate's own": {
                resources: [trusting("build", "https://build.supplier.example/oidc")],
                settings: { allowedIssuers: ["https://build.supplier.example/oidc"] },
            },
        },
        violating: {
            "a pull request": [trusting("repo:supplier/records:pull_request"), "subject"],
            "a repository and nothing else": [trusting("repo:supplier/records"), "subject"],
            "any branch": [trusting("repo:supplier/records:ref:refs/heads/*"), "subject"],
            "a merge of a pull request": [trusting("repo:supplier/records:ref:refs/pull/1/merge"), "subject"],
            "an empty subject": [trusting("", GITLAB), "subject"],
            "another owner": {
                resources: [trusting("repo:stranger/records:environment:live")],
                settings: { allowedOwners: ["supplier"] },
                property: "subject",
            },
            "the account that every workload gets": [trusting("system:serviceaccount:records:default", AKS), "subject"],
            "no service account": [trusting("records", AKS), "subject"],
            "an issuer that is not allowed": [trusting("anything", "https://stranger.example"), "issuer"],
            "an issuer that only looks like one": [trusting("x", "https://stranger.example/a.oic.prod-aks.azure.com/b"), "issuer"],
            "an issuer without TLS": [trusting("repo:supplier/records:environment:live", "http://token.actions.githubusercontent.com"), "issuer"],
            "another audience": [
                ofIdentity({ issuer: GITHUB, subject: "repo:supplier/records:environment:live", audiences: ["https://github.com/supplier"] }),
                "audiences",
            ],
            "one audience too many": [
                ofApplication({ issuer: GITHUB, subject: "repo:supplier/records:environment:live", audiences: [...audiences, UNKNOWN] }),
                "audiences",
            ],
        },
        undetermined: {
            "a subject that is not known": [trusting(UNKNOWN), "subject"],
            "a subject of the organisation's own form": [trusting("repository_id:456:environment:live"), "subject"],
            "a claim of the organisation's own": [trusting("repo:supplier/records:job_workflow_ref:supplier/flows/deploy.yml@v1"), "subject"],
            "an issuer that is not known": [trusting("repo:supplier/records:environment:live", UNKNOWN), "issuer"],
            "no issuer, which is read from something that does not stand yet": [
                ofIdentity({ subject: "system:serviceaccount:records:api", audiences }),
                "issuer",
            ],
            "audiences that are not known": [
                ofIdentity({ issuer: GITHUB, subject: "repo:supplier/records:environment:live", audiences: UNKNOWN }),
                "audiences",
            ],
        },
    },
    "entra-flexible-federated-credential-narrow": {
        compliant: {
            "branches of one repository": matching("claims['sub'] matches 'repo:supplier/records:ref:refs/heads/*'"),
            "environments of one repository": matching("claims['sub'] matches 'repo:supplier/records:environment:*'"),
            "one subject": matching("claims['sub'] eq 'repo:supplier/records:ref:refs/heads/main'"),
            "a workflow besides": matching(
                "claims['sub'] matches 'repo:supplier/records:ref:refs/heads/*' and claims['job_workflow_ref'] matches 'supplier/flows/.github/workflows/deploy.yml@*'",
            ),
            "a project of GitLab": matching("claims['sub'] matches 'project_path:supplier/records:ref_type:branch:ref:*'", GITLAB),
            "a project of Terraform": matching("claims['sub'] matches 'organization:supplier:project:records:workspace:*:run_phase:*'", TERRAFORM),
            "an owner of the setting": {
                resources: [matching("claims['sub'] matches 'repo:supplier/records:ref:refs/heads/*'")],
                settings: { allowedOwners: ["supplier"] },
            },
        },
        violating: {
            "any repository": [matching("claims['sub'] matches 'repo:supplier/*:ref:refs/heads/main'"), EXPRESSION],
            "any owner": [matching("claims['sub'] matches 'repo:*/records:ref:refs/heads/main'"), EXPRESSION],
            "repositories that begin alike": [matching("claims['sub'] matches 'repo:supplier/records*'"), EXPRESSION],
            "pull requests, too": [matching("claims['sub'] matches 'repo:supplier/records:*'"), EXPRESSION],
            "pull requests, said outright": [matching("claims['sub'] eq 'repo:supplier/records:pull_request'"), EXPRESSION],
            "only a workflow, whoever calls it": [matching("claims['job_workflow_ref'] matches 'supplier/flows/*'"), EXPRESSION],
            "any project of Terraform": [matching("claims['sub'] matches 'organization:supplier:project:*:run_phase:apply'", TERRAFORM), EXPRESSION],
            "another owner": {
                resources: [matching("claims['sub'] matches 'repo:stranger/records:ref:refs/heads/*'")],
                settings: { allowedOwners: ["supplier"] },
                property: EXPRESSION,
            },
            "an issuer that is not allowed": [matching("claims['sub'] eq 'x'", "https://stranger.example"), "issuer"],
            "another audience": [
                flexible({
                    issuer: GITHUB,
                    audience: "records",
                    claimsMatchingExpression: "claims['sub'] eq 'repo:supplier/records:environment:live'",
                }),
                "audience",
            ],
        },
        undetermined: {
            "an expression that is not known": [matching(UNKNOWN), EXPRESSION],
            "an issuer that is not known": [matching("claims['sub'] eq 'repo:supplier/records:environment:live'", UNKNOWN), "issuer"],
            "an expression of another form": [matching("claims['sub'] in ['a', 'b']"), EXPRESSION],
        },
    },
};
