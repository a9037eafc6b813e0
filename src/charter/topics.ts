import { TOPICS } from "./topics.generated";

/** What a policy is about: each policy names one, and gets from it the control ids it contributes to (controls.yaml, policyTopicMappings). */
export type Topic = keyof typeof TOPICS;

export { TOPICS };

/** Control ids ("framework:control") of a topic. */
export function topicControls(topic: Topic): readonly string[] {
    return TOPICS[topic];
}

export function isTopic(name: string): name is Topic {
    return Object.hasOwn(TOPICS, name);
}
