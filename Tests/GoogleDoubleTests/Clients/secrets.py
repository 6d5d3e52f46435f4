"""Secret Manager by google-cloud-secret-manager over REST."""

from google.api_core import exceptions
from google.cloud import secretmanager_v1
from google.cloud.secretmanager_v1.services.secret_manager_service.transports import SecretManagerServiceRestTransport
from google.protobuf import field_mask_pb2

from harness import PROJECT, check, control, done, equal, gapic, refused

manager = gapic(secretmanager_v1.SecretManagerServiceClient, SecretManagerServiceRestTransport, "secretmanager")
parent = f"projects/{PROJECT}"


def secret(**more):
    return secretmanager_v1.Secret(replication=secretmanager_v1.Replication(automatic={}), **more)


made = manager.create_secret(parent=parent, secret_id="token", secret=secret(labels={"team": "data"}))
check(made.name.split("/")[1].isdigit(), "the name has no number of a project")
equal(dict(made.labels), {"team": "data"}, "the labels")
refused(exceptions.Conflict, lambda: manager.create_secret(parent=parent, secret_id="token", secret=secret()))
refused(exceptions.BadRequest, lambda: manager.create_secret(parent=parent, secret_id="to/ken", secret=secret()))
refused(exceptions.BadRequest, lambda: manager.create_secret(parent=parent, secret_id="bare", secret=secretmanager_v1.Secret()), "replication")

# Versions, by the name with the number and by that with the id.
payload = secretmanager_v1.SecretPayload(data=b"first", data_crc32c=0xD987C8A9)
wrong = secretmanager_v1.SecretPayload(data=b"first", data_crc32c=1)
refused(exceptions.BadRequest, lambda: manager.add_secret_version(parent=made.name, payload=wrong), "checksum")
refused(exceptions.NotFound, lambda: manager.add_secret_version(parent=f"{parent}/secrets/none", payload=payload))
first = manager.add_secret_version(parent=made.name, payload={"data": b"first"})
second = manager.add_secret_version(parent=f"{parent}/secrets/token", payload={"data": b"second"})
equal(second.name, f"{made.name}/versions/2", "the name of the second version")
equal(manager.access_secret_version(name=f"{parent}/secrets/token/versions/latest").payload.data, b"second", "the latest")
equal(manager.access_secret_version(name=first.name).payload.data, b"first", "the first")
manager.disable_secret_version(name=first.name)
refused(exceptions.BadRequest, lambda: manager.access_secret_version(name=first.name), "DISABLED")
equal(manager.enable_secret_version(name=first.name).state.name, "ENABLED", "the state")
equal(manager.destroy_secret_version(name=first.name).state.name, "DESTROYED", "the state")
refused(exceptions.BadRequest, lambda: manager.enable_secret_version(name=first.name), "DESTROYED")
refused(exceptions.NotFound, lambda: manager.get_secret_version(name=f"{made.name}/versions/9"))
control("PUT", "_settings", {"pageLimit": 1})
equal([version.name[-1] for version in manager.list_secret_versions(parent=made.name)], ["2", "1"], "the versions")
control("PUT", "_settings", {"pageLimit": None})

# Updates need a mask, and an etag that holds.
mask = field_mask_pb2.FieldMask(paths=["labels"])
made.labels["team"] = "web"
changed = manager.update_secret(secret=made, update_mask=mask)
equal(dict(changed.labels), {"team": "web"}, "the labels")
refused(exceptions.BadRequest, lambda: manager.update_secret(secret=made, update_mask=mask), "etag")
refused(exceptions.BadRequest, lambda: manager.update_secret(secret=changed, update_mask=field_mask_pb2.FieldMask()), "mask")
alias = secretmanager_v1.Secret(name=made.name, version_aliases={"live": 2})
manager.update_secret(secret=alias, update_mask=field_mask_pb2.FieldMask(paths=["version_aliases"]))
equal(manager.access_secret_version(name=f"{made.name}/versions/live").payload.data, b"second", "what the alias stands for")

policy = manager.get_iam_policy({"resource": made.name})
policy.bindings.add(role="roles/secretmanager.secretAccessor", members=["serviceAccount:a@b.iam.gserviceaccount.com"])
equal(len(manager.set_iam_policy({"resource": made.name, "policy": policy}).bindings), 1, "the count of bindings")
refused(exceptions.Conflict, lambda: manager.set_iam_policy({"resource": made.name, "policy": policy}))
control("PUT", "_settings", {"denied": ["secretmanager.versions.access"]})
refused(exceptions.Forbidden, lambda: manager.access_secret_version(name=second.name), "secretmanager.versions.access")
control("PUT", "_settings", {"denied": []})
manager.delete_secret(name=made.name)
refused(exceptions.NotFound, lambda: manager.get_secret_version(name=second.name))
equal(list(manager.list_secrets(parent=parent)), [], "the secrets")
done()
