import { alarms } from "./alarms";
import { alerts } from "./alerts";
import "./analysis";
import { sendArn } from "./api";
import { domainName, home } from "./config";
import { feedBrokers } from "./feed";
import "./files";
import "./link";
import "./migration";
import { group } from "./network";
import { analystsDoor, archive } from "./stores";
import "./search";
import "./warehouse";
import { watched } from "./watched";

const topic = alerts("alerts", home, watched);
alarms(topic, home.account);

/** What partners need: where to send, and what their role must be allowed to call. */
export const url = `https://${domainName}/events`;
export const partnersMayCall = sendArn;
export const brokers = feedBrokers;

/** What other stacks use. */
export const archiveBucketName = archive.bucket;
export const archiveAccessPointArn = analystsDoor.arn;
export const analystsSecurityGroupId = group("analysts");
export const alertTopicArn = topic.arn;
