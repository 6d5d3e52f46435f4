"""IAM, IAM Credentials, the Security Token Service and projects, by clients made from discovery documents and by google-cloud-resource-manager."""

import base64
import json
import time
import urllib.error
import urllib.parse
import urllib.request

from google.api_core import exceptions
from google.auth import compute_engine, crypt, impersonated_credentials, jwt
from google.auth.transport.requests import Request
from google.cloud import resourcemanager_v3
from google.cloud.resourcemanager_v3.services.projects.transports import ProjectsRestTransport

from harness import PROJECT, check, control, credentials, discovery, done, endpoint, equal, gapic, refused, status

iam = discovery("iam", "v1")
accounts = iam.projects().serviceAccounts()
parent = f"projects/{PROJECT}"
email = f"runner@{PROJECT}.iam.gserviceaccount.com"

# Accounts.
made = accounts.create(name=parent, body={"accountId": "runner", "serviceAccount": {"displayName": "Runner"}}).execute()
equal((made["email"], made["displayName"]), (email, "Runner"), "the account")
check(made["uniqueId"].isdigit() and made["etag"], "the unique id or the etag is missing")
status(409, accounts.create(name=parent, body={"accountId": "runner"}).execute)
status(400, accounts.create(name=parent, body={"accountId": "run"}).execute, "account")
equal(accounts.get(name=f"projects/-/serviceAccounts/{email}").execute()["name"], made["name"], "the name behind '-'")
body = {"serviceAccount": {"displayName": "Night", "description": "x"}, "updateMask": "displayName"}
changed = accounts.patch(name=made["name"], body=body).execute()
equal((changed["displayName"], "description" in changed), ("Night", False), "what a mask changed")
status(400, accounts.patch(name=made["name"], body={"serviceAccount": {}}).execute, "mask")
accounts.disable(name=made["name"]).execute()
equal(accounts.get(name=made["name"]).execute()["disabled"], True, "whether it is disabled")
accounts.enable(name=made["name"]).execute()
status(404, accounts.get(name=f"{parent}/serviceAccounts/none@{PROJECT}.iam.gserviceaccount.com").execute)

# Keys.
key = accounts.keys().create(name=made["name"], body={}).execute()
check(key["privateKeyData"], "the key has no data")
listed = accounts.keys().list(name=made["name"], keyTypes=["USER_MANAGED"]).execute()["keys"]
equal([("privateKeyData" in one, one["name"]) for one in listed], [(False, key["name"])], "the keys")
both = accounts.keys().list(name=made["name"]).execute()["keys"]
equal(sorted(one["keyType"] for one in both), ["SYSTEM_MANAGED", "USER_MANAGED"], "whose keys there are")
status(400, accounts.keys().list(name=made["name"], keyTypes=["USER_MANAGED", "USER_MANAGED"]).execute, "Duplicate")
accounts.keys().disable(name=key["name"]).execute()
found = accounts.keys().get(name=key["name"]).execute()
equal((found["disabled"], found["disableReason"].endswith("USER_INITIATED")), (True, True), "whether the key is disabled")
accounts.keys().enable(name=key["name"]).execute()
equal("disabled" in accounts.keys().get(name=key["name"]).execute(), False, "whether the key is disabled")
accounts.keys().delete(name=key["name"]).execute()
status(404, accounts.keys().get(name=key["name"]).execute)

# Signatures, by the key of the account that is Google's to use.
signing = discovery("iamcredentials", "v1").projects().serviceAccounts()
own = f"projects/-/serviceAccounts/{email}"
signed = signing.signBlob(name=own, body={"payload": base64.b64encode(b"hello").decode()}).execute()
system = accounts.keys().list(name=made["name"], keyTypes=["SYSTEM_MANAGED"]).execute()["keys"]
equal([one["name"].rpartition("/")[2] for one in system], [signed["keyId"]], "the key")
public = accounts.keys().get(name=system[0]["name"], publicKeyType="TYPE_RAW_PUBLIC_KEY").execute()["publicKeyData"]
public = base64.b64decode(public)
signature = base64.b64decode(signed["signedBlob"])
check(crypt.verify_signature(b"hello", signature, public), "the signature is not the account's")
check(not crypt.verify_signature(b"hullo", signature, public), "the signature is of anything")
status(400, signing.signBlob(name=own, body={}).execute, "payload")
claims = {"aud": "a", "sub": email, "iat": int(time.time()), "exp": int(time.time()) + 600}
token = signing.signJwt(name=own, body={"payload": json.dumps(claims)}).execute()["signedJwt"]
equal(jwt.decode(token, certs=public, audience="a"), claims, "the claims")
status(400, signing.signJwt(name=own, body={"payload": "no JSON"}).execute, "claims")
late = json.dumps({**claims, "exp": claims["exp"] + 86_400})
status(400, signing.signJwt(name=own, body={"payload": late}).execute, "12 hours")
body = {"audience": "https://a.example", "includeEmail": True}
found = jwt.decode(signing.generateIdToken(name=own, body=body).execute()["token"], certs=public, audience=body["audience"])
equal((found["email"], found["sub"]), (email, made["uniqueId"]), "whose token it is")
equal(found["iss"], "https://accounts.google.com", "who gave it out")
status(400, signing.generateIdToken(name=own, body={}).execute, "audience")

# Policies: with conditions, and what those see who do not know of conditions.
policy = accounts.getIamPolicy(resource=made["name"]).execute()
condition = {"title": "office", "expression": "request.time < timestamp('2030-01-01T00:00:00Z')"}
policy["bindings"] = [{"role": "roles/iam.serviceAccountUser", "members": ["user:a@example.com"], "condition": condition}]
status(400, accounts.setIamPolicy(resource=made["name"], body={"policy": policy}).execute, "version 3")
policy["version"] = 3
kept = accounts.setIamPolicy(resource=made["name"], body={"policy": policy}).execute()
status(409, accounts.setIamPolicy(resource=made["name"], body={"policy": policy}).execute, "concurrent")
plain = accounts.getIamPolicy(resource=made["name"]).execute()
check("_withcond_" in plain["bindings"][0]["role"] and plain["version"] == 1, "an old client sees conditions")
whole = accounts.getIamPolicy(resource=made["name"], options_requestedPolicyVersion=3).execute()
equal(whole["bindings"][0]["condition"], condition, "the condition")
wrong = {"bindings": [{"role": "roles/viewer", "members": ["runner"]}]}
status(400, accounts.setIamPolicy(resource=made["name"], body={"policy": wrong}).execute, "runner")

# What roles may hold: asked of a project, of a thing in it, and where a service is switched off.
full = f"//cloudresourcemanager.googleapis.com/{parent}"
ask = iam.permissions().queryTestablePermissions
page = ask(body={"fullResourceName": full, "pageSize": 3}).execute()
equal(len(page["permissions"]), 3, "how many permissions a page has")
names = []
while True:
    names += [one["name"] for one in page["permissions"]]
    if "nextPageToken" not in page:
        break
    page = ask(body={"fullResourceName": full, "pageSize": 1000, "pageToken": page["nextPageToken"]}).execute()
equal(names, sorted(set(names)), "the permissions")
check({"run.jobs.run", "run.jobs.runWithOverrides", "iam.serviceAccounts.actAs"} <= set(names), "some are missing")
job = f"//run.googleapis.com/{parent}/locations/europe-west1/jobs/a"
names = [one["name"] for one in ask(body={"fullResourceName": job}).execute()["permissions"]]
check("run.jobs.run" in names and not {"run.jobs.list", "iam.roles.get"} & set(names), f"of a job: {names}")
control("PUT", "_settings", {"disabled": ["run.googleapis.com"]})
page = ask(body={"fullResourceName": full, "pageSize": 1000}).execute()["permissions"]
equal({one["name"].split(".")[0] for one in page if one.get("apiDisabled")}, {"run"}, "what is switched off")
control("PUT", "_settings", {"disabled": []})
status(400, ask(body={"fullResourceName": parent}).execute, "full resource name")

# Roles of the project and of an organization.
roles = iam.projects().roles()
role = roles.create(parent=parent, body={"roleId": "jobRunner", "role": {"title": "Runner", "includedPermissions": ["run.jobs.run"], "stage": "GA"}}).execute()
stale = role["etag"]
roles.patch(name=role["name"], updateMask="title", body={"title": "Night"}).execute()
status(409, roles.patch(name=role["name"], updateMask="title", body={"title": "x", "etag": stale}).execute)
status(400, roles.patch(name=role["name"], body={"includedPermissions": ["run.jobs.*"]}).execute, "run.jobs.*")
equal("includedPermissions" in roles.list(parent=parent).execute()["roles"][0], False, "whether a list shows permissions")
equal(roles.delete(name=role["name"]).execute()["deleted"], True, "whether the role is deleted")
equal(roles.list(parent=parent).execute(), {}, "the roles that are left")
again = {"roleId": "jobRunner", "role": {"title": "Runner"}}
status(400, roles.create(parent=parent, body=again).execute, "marked for deletion")
status(400, roles.patch(name=role["name"], updateMask="title", body={"title": "x"}).execute, "marked for deletion")
status(409, roles.undelete(name=role["name"], body={"etag": stale}).execute)
roles.undelete(name=role["name"], body={}).execute()
status(409, roles.create(parent=parent, body=again).execute)
status(400, roles.undelete(name=role["name"], body={}).execute)
equal(roles.list(parent=parent, view="FULL").execute()["roles"][0]["includedPermissions"], ["run.jobs.run"], "what it holds")
above = iam.organizations().roles()
early = above.create(parent="organizations/123", body={"roleId": "auditor", "role": {"title": "A", "stage": "ALPHA"}}).execute()
equal((early["name"], "stage" in early), ("organizations/123/roles/auditor", False), "the role of an organization")
equal([one["name"] for one in above.list(parent="organizations/123").execute()["roles"]], [early["name"]], "its roles")

# Other identities: by google-auth against IAM Credentials, and by the metadata server.
generate = discovery("iamcredentials", "v1").projects().serviceAccounts().generateAccessToken
scope = ["https://www.googleapis.com/auth/cloud-platform"]
token = generate(name=f"projects/-/serviceAccounts/{email}", body={"scope": scope, "lifetime": "600s"}).execute()
check(token["accessToken"].startswith("ya29."), "the token")
status(400, generate(name=f"projects/-/serviceAccounts/{email}", body={"scope": scope, "lifetime": "7200s"}).execute, "lifetime")
control("PUT", "_settings", {"denied": ["iam.serviceAccounts.getAccessToken"]})
status(403, generate(name=f"projects/-/serviceAccounts/{email}", body={"scope": scope}).execute, "getAccessToken")
control("PUT", "_settings", {"denied": []})
machine = compute_engine.Credentials()
machine.refresh(Request())
equal(machine.service_account_email, "rehearsal@rehearsal.iam.gserviceaccount.com", "the account of the machine")


def exchange(**more):
    form = {
        "grant_type": "urn:ietf:params:oauth:grant-type:token-exchange", "subject_token": "x",
        "audience": "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/github",
        "requested_token_type": "urn:ietf:params:oauth:token-type:access_token",
        "subject_token_type": "urn:ietf:params:oauth:token-type:jwt", "scope": scope[0]} | more
    with urllib.request.urlopen(endpoint("sts") + "v1/token", urllib.parse.urlencode(form).encode()) as reply:
        return json.load(reply)


check(exchange()["access_token"], "the exchange gave no token")
refused(urllib.error.HTTPError, lambda: exchange(audience="github"), "400")
refused(urllib.error.HTTPError, lambda: exchange(grant="x"), "400")

# Projects, by both versions, with one policy.
projects = gapic(resourcemanager_v3.ProjectsClient, ProjectsRestTransport, "cloudresourcemanager")
old = discovery("cloudresourcemanager", "v1").projects()
project = projects.get_project(name=parent)
equal(project.name, "projects/" + old.get(projectId=PROJECT).execute()["projectNumber"], "the number of the project")
first = old.getIamPolicy(resource=PROJECT, body={}).execute()
first["bindings"] = [{"role": "roles/viewer", "members": ["user:a@example.com"]}]
old.setIamPolicy(resource=PROJECT, body={"policy": first}).execute()
equal(list(projects.get_iam_policy({"resource": project.name}).bindings[0].members), ["user:a@example.com"], "the members")
refused(exceptions.Conflict, lambda: projects.set_iam_policy({"resource": parent, "policy": {"etag": b"\x00\x40"}}))
equal(list(projects.test_iam_permissions({"resource": parent, "permissions": ["run.jobs.create"]}).permissions), ["run.jobs.create"], "the permissions")
control("PUT", "_settings", {"projects": ["other"]})
refused(exceptions.NotFound, lambda: projects.get_project(name=parent))
equal([one.project_id for one in projects.search_projects(query="id:other")], ["other"], "the projects found")
control("PUT", "_settings", {"projects": []})
accounts.delete(name=made["name"]).execute()
status(404, accounts.getIamPolicy(resource=made["name"]).execute)
done()
