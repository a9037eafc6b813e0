"""Answers who asks for an event, or for the types of events."""

import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def answer(status, body):
    return {"statusCode": status, "headers": {"content-type": "application/json"}, "body": json.dumps(body)}


def handler(event, _context):
    if event["resource"] == "/event-types":
        return answer(200, os.environ["EVENT_TYPES"].split(","))
    item = table.get_item(Key={"id": event["pathParameters"]["id"]}).get("Item")
    if item is None:
        return answer(404, {"message": "no such event"})
    return answer(200, {"id": item["id"], "type": item["type"], "receivedAt": item["receivedAt"]})
