"""Renews the secret that signs sessions: Secrets Manager calls this once for each of four steps."""

import boto3

secrets = boto3.client("secretsmanager")


def handler(event, _context):
    secret, version, step = event["SecretId"], event["ClientRequestToken"], event["Step"]
    stages = secrets.describe_secret(SecretId=secret)["VersionIdsToStages"]
    if "AWSPENDING" not in stages.get(version, []):
        raise ValueError("no such version is pending")
    if step == "createSecret":
        try:
            secrets.get_secret_value(SecretId=secret, VersionId=version, VersionStage="AWSPENDING")
        except secrets.exceptions.ResourceNotFoundException:
            password = secrets.get_random_password(PasswordLength=64, ExcludePunctuation=True)["RandomPassword"]
            secrets.put_secret_value(SecretId=secret, ClientRequestToken=version, SecretString=password, VersionStages=["AWSPENDING"])
    elif step == "finishSecret":
        current = next((one for one, names in stages.items() if "AWSCURRENT" in names), None)
        if current != version:
            moved = {} if current is None else {"RemoveFromVersionId": current}
            secrets.update_secret_version_stage(SecretId=secret, VersionStage="AWSCURRENT", MoveToVersionId=version, **moved)
    # setSecret and testSecret have nothing to do: no other system keeps a copy that would have to change with it.
