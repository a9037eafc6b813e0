"""Brings events from the stream into the search index."""

import base64
import json
import os
import urllib.request

import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest

credentials = boto3.Session().get_credentials()
URL = f"https://{os.environ['SEARCH_ENDPOINT']}/_bulk"


def handler(event, _context):
    lines = []
    for record in event["Records"]:
        body = json.loads(base64.b64decode(record["kinesis"]["data"]))
        lines += [{"index": {"_index": "events", "_id": record["kinesis"]["sequenceNumber"]}}, body]
    data = "".join(json.dumps(line) + "\n" for line in lines).encode()
    request = AWSRequest("POST", URL, data=data, headers={"content-type": "application/x-ndjson"})
    SigV4Auth(credentials.get_frozen_credentials(), "es", os.environ["AWS_REGION"]).add_auth(request)
    with urllib.request.urlopen(urllib.request.Request(URL, data, dict(request.headers)), timeout=20) as response:
        if json.load(response)["errors"]:
            raise RuntimeError("the index refused some events")
