import { recordsBucket, trailBucket } from "./archive";
import "./access";
import "./aggregator";
import { accountDefaults } from "./baseline";
import "./budget";
import { places } from "./config";
import { organisation } from "./organisation";
import { findings } from "./threats";
import { trail } from "./trail";

for (const [id, place] of Object.entries(places)) accountDefaults(id, place);

export const organisationArn = organisation.arn;
export const trailArn = trail.arn;
export const trailBucketName = trailBucket.bucket;
export const recordsBucketName = recordsBucket.bucket;
export const findingsTopicArn = findings.arn;
