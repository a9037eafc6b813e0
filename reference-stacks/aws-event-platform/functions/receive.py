"""Takes events from the queue and from the partners' feed, checks their shape and puts them on the bus."""

import base64
import json
import os
import uuid

import boto3

events = boto3.client("events")
queues = boto3.client("sqs")
TYPES = set(os.environ["EVENT_TYPES"].split(","))


def entry(body, caller):
    """What a partner sent. The shape was checked at the API; the feed checks nothing."""
    if body["type"] not in TYPES:
        raise ValueError("unknown type of event")
    detail = {**body["data"], "id": str(uuid.UUID(body["id"])), "caller": caller}
    return on_bus(body["type"], detail)


def file_entry(body):
    """A partner's file: only where it lies, never what is in it."""
    detail = {"id": body["id"], "bucket": body["detail"]["bucket"]["name"], "key": body["detail"]["object"]["key"], "caller": "files"}
    return on_bus("file-received", detail)


def on_bus(kind, detail):
    return {"EventBusName": os.environ["BUS"], "Source": "partners", "DetailType": kind, "Detail": json.dumps(detail)}


def put(one):
    if events.put_events(Entries=[one])["FailedEntryCount"]:
        raise RuntimeError("the bus refused the event")


def from_queue(records):
    failed = []
    for record in records:
        try:
            body, caller = json.loads(record["body"]), record.get("messageAttributes", {}).get("caller")
            # The API names the caller of each message; without one, the message is EventBridge's.
            put(entry(body, caller["stringValue"]) if caller else file_entry(body))
        except Exception as error:
            # What failed is named by its id: messages hold patients' data and do not belong in a log.
            print(json.dumps({"message": "not taken", "id": record["messageId"], "error": type(error).__name__}))
            failed.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failed}


def from_feed(partitions):
    for records in partitions.values():
        for record in records:
            try:
                one = entry(json.loads(base64.b64decode(record["value"])), "feed")
            except (KeyError, TypeError, ValueError):
                # A message that no second attempt mends must not hold up those behind it.
                queues.send_message(QueueUrl=os.environ["FEED_DEAD_LETTERS"], MessageBody=json.dumps(record))
            else:
                put(one)


def handler(event, _context):
    return from_queue(event["Records"]) if "Records" in event else from_feed(event["records"])
