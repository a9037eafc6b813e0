import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { domainName, edge, home, hostedZoneId, tags, type Place } from "./config";

// One name, two certificates: CloudFront's in us-east-1, and the load balancer's beside it. ACM asks for the same proof for both, and renews
// them as long as the record stands.
const request = (id: string, { options }: Place) => new aws.acm.Certificate(id, { domainName, validationMethod: "DNS", tags }, options);
const edgeCertificate = request("edge", edge);
const homeCertificate = request("balancer", home);
const proof = edgeCertificate.domainValidationOptions.apply(([only]) => {
    if (only === undefined) throw new pulumi.RunError("ACM asks for no proof of the domain");
    return only;
});
const record = new aws.route53.Record("proof", {
    zoneId: hostedZoneId,
    name: proof.resourceRecordName,
    type: proof.resourceRecordType,
    records: [proof.resourceRecordValue],
    ttl: 300,
});
const issued = (id: string, certificate: aws.acm.Certificate, { options }: Place) =>
    new aws.acm.CertificateValidation(id, { certificateArn: certificate.arn, validationRecordFqdns: [record.fqdn] }, options).certificateArn;

export const edgeCertificateArn = issued("edge", edgeCertificate, edge);
export const balancerCertificateArn = issued("balancer", homeCertificate, home);
