import { alarms } from "./alarms";
import { alerts } from "./alerts";
import { domainName, edge, home } from "./config";
import { database } from "./database";
import { distribution } from "./distribution";
import { client, pool } from "./identity";
import { group, vpc } from "./network";
import { repository } from "./registry";
import { serviceArn } from "./service";
import { watched, watchedAtTheEdge } from "./watched";

const topic = alerts("alerts", home, watched);
alarms(topic, alerts("edge-alerts", edge, watchedAtTheEdge));

export const url = `https://${domainName}`;
export const distributionArn = distribution.arn;

/** What a pipeline needs that builds the image and brings out a new version. */
export const repositoryUrl = repository.repositoryUrl;
export const service = serviceArn;

/** What other stacks use. */
export const userPoolArn = pool.arn;
export const clientId = client.id;
export const networkId = vpc.id;
export const serviceSecurityGroupId = group("service");
export const databaseArn = database.arn;
export const alertTopicArn = topic.arn;
