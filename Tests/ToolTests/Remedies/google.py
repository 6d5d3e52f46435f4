# Things of Google with faults that jobs-audit finds, in the double whose APIs $WORLD names by a line each: 'make PART' makes
# them, 'read PART FOLDER' writes what stands as assets, without the etags and with members in order, so that it can be compared.
# The parts are 'policies', 'use', what Google sees of the use of grants and accounts and what manifests ask for, 'paths', and
# 'needs' of jobs.
import json
import os
import sys
import urllib.request

urls = dict(line.split("=", 1) for line in os.environ["WORLD"].split())
odd = "it's \"$HOME\" `id` \\ ü"
account = "ci@acme.iam.gserviceaccount.com"


def call(api, method, path, body=None):
    request = urllib.request.Request(
        urls[api] + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def condition(title, description=None):
    expression = "resource.name != %s && resource.name != 'a,b'" % json.dumps(odd)
    found = {"title": title, "expression": expression}
    return found if description is None else {**found, "description": description}


def binding(role, *members, condition=None):
    found = {"role": role, "members": list(members)}
    return found if condition is None else {**found, "condition": condition}


stays = binding("roles/viewer", "serviceAccount:other@acme.iam.gserviceaccount.com")
reads = "roles/secretmanager.secretAccessor"
place = "projects/acme/locations/europe-west1"
secret = "v1/projects/acme/secrets/"
eve = "user:eve@gmail.com"
job = "serviceAccount:" + account
# By the name of the asset: the API, the path, and what stands.
policies = {
    "//cloudresourcemanager.googleapis.com/projects/acme": (
        "cloudresourcemanager",
        "v1/projects/acme",
        [binding("roles/owner", *["user:%s@acme.example" % name for name in "abcde"]), stays],
    ),
    "//secretmanager.googleapis.com/projects/acme/secrets/open": (
        "secretmanager",
        secret + "open",
        [binding(reads, "allUsers"), binding(reads, job, condition=condition("t"))],
    ),
    # With a comma: a mark of its own; with every mark: only as a whole.
    "//secretmanager.googleapis.com/projects/acme/secrets/comma": (
        "secretmanager",
        secret + "comma",
        [binding(reads, eve, condition=condition("a, b", odd)), binding(reads, job)],
    ),
    "//secretmanager.googleapis.com/projects/acme/secrets/marks": (
        "secretmanager",
        secret + "marks",
        [binding(reads, eve, job, condition=condition("; | ~ # @, " + odd, "why"))],
    ),
    "//secretmanager.googleapis.com/projects/acme/secrets/letters": (
        "secretmanager",
        secret + "letters",
        [binding(reads, "user:\u0430nn@acme.example", job)],
    ),
    "//secretmanager.googleapis.com/projects/acme/secrets/gone": (
        "secretmanager",
        secret + "gone",
        [
            binding(reads, "deleted:user:o'b@acme.example?uid=1", job),
            binding("roles/secretmanager.viewer", "deleted:user:p@acme.example?uid=2"),
        ],
    ),
    "//run.googleapis.com/%s/jobs/report" % place: (
        "run",
        "v2/%s/jobs/report" % place,
        [binding("roles/run.invoker", "allUsers", job)],
    ),
    "//iam.googleapis.com/projects/acme/serviceAccounts/" + account: (
        "iam",
        "v1/projects/acme/serviceAccounts/" + account,
        [binding("roles/iam.serviceAccountTokenCreator", eve)],
    ),
    "//pubsub.googleapis.com/projects/acme/topics/orders": (
        "pubsub",
        "v1/projects/acme/topics/orders",
        [binding("roles/pubsub.publisher", eve, job)],
    ),
}


def of_project(*bindings):
    return {"//cloudresourcemanager.googleapis.com/projects/acme": ("cloudresourcemanager", "v1/projects/acme", list(bindings))}


def of_account(name, *bindings):
    path = "projects/acme/serviceAccounts/%s@acme.iam.gserviceaccount.com" % name
    return {"//iam.googleapis.com/" + path: ("iam", "v1/" + path, list(bindings))}


def of_secret(name, *bindings):
    return {
        "//secretmanager.googleapis.com/projects/acme/secrets/" + name: ("secretmanager", secret + name, list(bindings))
    }


def of_topic(name, *bindings):
    path = "projects/acme/topics/" + name
    return {"//pubsub.googleapis.com/" + path: ("pubsub", "v1/" + path, list(bindings))}


idle, wide = "user:o'idle@acme.example", "user:wide@acme.example"
use = {
    **of_project(binding("roles/run.developer", wide), stays),
    **of_account("idle-account"),
    **of_secret("idle", binding(reads, idle, job)),
    **of_secret("wanted", stays),
    **of_topic("orders", binding("roles/pubsub.publisher", job, "user:past@acme.example")),
}
WANTED = """apiVersion: iam.cnrm.cloud.google.com/v1beta1
kind: IAMPolicyMember
metadata: {name: wanted, namespace: acme}
spec: {member: "%s", role: roles/secretmanager.viewer, resourceRef: {kind: SecretManagerSecret, external: projects/acme/secrets/wanted}}
---
apiVersion: iam.cnrm.cloud.google.com/v1beta1
kind: IAMPolicy
metadata: {name: whole, namespace: acme}
spec: {resourceRef: {kind: PubSubTopic, external: projects/acme/topics/orders}, bindings: [{role: roles/pubsub.publisher, members: ["%s"]}]}
""" % (job, job)

# To the secret 'db': by the project, by the account that reads it, and by itself.
paths = {
    **of_project(binding("roles/resourcemanager.projectIamAdmin", "user:ann@acme.example", "user:o'b@acme.example"), stays),
    **of_account("ci", binding("roles/iam.serviceAccountTokenCreator", "user:eve@acme.example", stays["members"][0])),
    **of_secret("db", binding(reads, job, condition=condition("a, b", odd)), stays),
}


def worker(name):
    return "serviceAccount:worker-%s@acme.iam.gserviceaccount.com" % name


images = "projects/acme/locations/europe-west1/repositories/images"
needs = {
    **of_project(binding(reads, worker("b"), worker("c")), stays),
    **of_secret("db-a", stays),
    **of_secret("db-b"),
    **of_topic("orders", binding("roles/pubsub.publisher", worker("b"), job)),
    "//artifactregistry.googleapis.com/" + images: ("artifactregistry", "v1/" + images, []),
}

part = sys.argv[2]
policies = {"policies": policies, "use": use, "paths": paths, "needs": needs}[part]


def put(api, name, value):
    call("control", "PUT", "_state?api=%s&name=%s" % (api, name), {"name": name, **value})


def account_named(name):
    put("iam", name, {"email": name.split("/")[-1], "projectId": "acme", "uniqueId": "1"})


def make():
    ours = "projects/acme/serviceAccounts/" + account
    account_named(ours)
    key = {"keyType": "USER_MANAGED", "validAfterTime": "2024-01-01T00:00:00Z"}
    if part in ["policies", "use"]:
        put("iam", ours + "/keys/abc", key)
    for api, resource, bindings in policies.values():
        name = resource.split("/", 1)[1]
        if api == "secretmanager":
            put(api, name, {"replication": {"automatic": {}}})
        elif api == "pubsub":
            put(api, name, {})
        elif api == "run":
            put(api, name, {"template": {"template": {"containers": [{"image": "x/y:1"}]}}})
        elif api == "artifactregistry":
            put(api, name, {"format": "DOCKER"})
        elif api == "iam" and name != ours:
            account_named(name)
        version = 3 if any("condition" in one for one in bindings) else 1
        if bindings:
            call(api, "POST", resource + ":setIamPolicy", {"policy": {"version": version, "bindings": bindings}})


KINDS = {
    "artifactregistry": "Repository",
    "cloudresourcemanager": "Project",
    "iam": "ServiceAccount",
    "pubsub": "Topic",
    "run": "Job",
    "secretmanager": "Secret",
}


def write(file, value):
    file.write(json.dumps(value, sort_keys=True) + "\n")


def read(folder):
    os.makedirs(folder)
    standing = {}
    with open(folder + "/assets.json", "w") as file:
        for name, (api, resource, _) in policies.items():
            asked = "options.requestedPolicyVersion=3"
            if api == "cloudresourcemanager":
                options = {"options": {"requestedPolicyVersion": 3}}
                policy = call(api, "POST", resource + ":getIamPolicy", options)
            else:
                policy = call(api, "POST" if api == "iam" else "GET", resource + ":getIamPolicy?" + asked)
            policy.pop("etag", None)
            policy.setdefault("version", 1)
            for one in policy.get("bindings", []):
                one["members"].sort()
            policy["bindings"] = sorted(policy.get("bindings", []), key=lambda one: json.dumps(one, sort_keys=True))
            standing.update({(name, one["role"], member): True for one in policy["bindings"] for member in one["members"]})
            if not policy["bindings"]:
                del policy["version"]
            write(file, {"name": name, "assetType": "%s.googleapis.com/%s" % (api, KINDS[api]), "iamPolicy": policy})
    accounts = [call("iam", "GET", "v1/" + name.split("/", 3)[3]) for name in policies if "/serviceAccounts/" in name]
    keys = call("iam", "GET", "v1/projects/acme/serviceAccounts/%s/keys" % account).get("keys", [])
    keys = [key for key in keys if key["keyType"] == "USER_MANAGED"]
    if part == "policies":
        with open(folder + "/keys.json", "w") as file:
            json.dump(keys, file)
    if part == "use":
        # Before the policies that it is held against.
        with open(folder + "/a-wanted.yaml", "w") as file:
            file.write(WANTED)
        found = list(seen(standing, accounts + keys))
        if found:
            with open(folder + "/seen.json", "w") as file:
                for one in found:
                    write(file, one)


def seen(standing, credentials):
    """What Recommender and Policy Analyzer tell of what stands, and is not switched off."""
    place = "projects/1/locations/global/"
    resource = "//secretmanager.googleapis.com/projects/acme/secrets/idle"
    if (resource, reads, idle) in standing:
        content = {"role": reads, "member": idle, "exercisedPermissions": [], "currentTotalPermissionsCount": "2"}
        name = place + "insightTypes/google.iam.policy.Insight/insights/a"
        yield {"name": name, "content": content, "targetResources": [resource]}
    resource = "//cloudresourcemanager.googleapis.com/projects/acme"
    if (resource, "roles/run.developer", wide) in standing:
        overview = {"removedRole": "roles/run.developer", "member": wide, "addedRoles": ["roles/run.viewer"], "resource": resource}
        name = place + "recommenders/google.iam.policy.Recommender/recommendations/a"
        yield {"name": name, "content": {"overview": overview}}
    for one in credentials:
        if one.get("disabled"):
            continue
        kind = "serviceAccountKey" if "keyType" in one else "serviceAccount"
        activity = {kind: {"fullResourceName": "//iam.googleapis.com/" + one["name"]}, "lastAuthenticatedTime": "2024-01-01T00:00:00Z"}
        yield {"activityType": kind + "LastAuthentication", "activity": activity}


make() if sys.argv[1] == "make" else read(sys.argv[3])
