# Things of Google with faults that jobs-audit finds, in the double whose APIs $WORLD names by a line each: 'make' makes them,
# 'read FOLDER' writes what stands as assets, without the etags and with members in order, so that it can be compared.
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


def put(api, name, value):
    call("control", "PUT", "_state?api=%s&name=%s" % (api, name), {"name": name, **value})


def make():
    put("iam", "projects/acme/serviceAccounts/" + account, {"email": account, "projectId": "acme", "uniqueId": "1"})
    key = {"keyType": "USER_MANAGED", "validAfterTime": "2024-01-01T00:00:00Z"}
    put("iam", "projects/acme/serviceAccounts/%s/keys/abc" % account, key)
    container = {"containers": [{"image": "x/y:1"}]}
    put("run", place + "/jobs/report", {"template": {"template": container}})
    put("pubsub", "projects/acme/topics/orders", {})
    for name in ["open", "comma", "marks", "letters", "gone"]:
        put("secretmanager", "projects/acme/secrets/" + name, {"replication": {"automatic": {}}})
    for api, resource, bindings in policies.values():
        version = 3 if any("condition" in one for one in bindings) else 1
        call(api, "POST", resource + ":setIamPolicy", {"policy": {"version": version, "bindings": bindings}})


def read(folder):
    os.makedirs(folder)
    with open(folder + "/assets.json", "w") as file:
        for name, (api, resource, _) in policies.items():
            asked = "options.requestedPolicyVersion=3"
            if api == "cloudresourcemanager":
                options = {"options": {"requestedPolicyVersion": 3}}
                policy = call(api, "POST", resource + ":getIamPolicy", options)
            else:
                policy = call(api, "POST" if api == "iam" else "GET", resource + ":getIamPolicy?" + asked)
            del policy["etag"]
            for one in policy.get("bindings", []):
                one["members"].sort()
            policy["bindings"] = sorted(policy.get("bindings", []), key=lambda one: json.dumps(one, sort_keys=True))
            kind = "Project" if api == "cloudresourcemanager" else "Resource"
            asset = {"name": name, "assetType": "%s.googleapis.com/%s" % (api, kind), "iamPolicy": policy}
            file.write(json.dumps(asset, sort_keys=True) + "\n")
    with open(folder + "/keys.json", "w") as file:
        keys = call("iam", "GET", "v1/projects/acme/serviceAccounts/%s/keys" % account)["keys"]
        json.dump([key for key in keys if key["keyType"] == "USER_MANAGED"], file)


make() if sys.argv[1] == "make" else read(sys.argv[2])
