"""What identities may do and come to do, beside cloudsplaining and parliament in the same run."""

import json
import os
import random
import subprocess

import bars
import measure
import peers

ACCOUNT = "111122223333"
CLOUDSPLAINING = peers.Peer(
    "cloudsplaining", ["cloudsplaining==0.9.1"],
    lambda folder, work, path: [f"{folder}/bin/cloudsplaining", "scan", "-i", path, "-o", work, "--skip-open-report"], 0)
PARLIAMENT = peers.Peer(
    "parliament", ["parliament==1.6.4", "setuptools<81"],
    lambda folder, work, path: [f"{folder}/bin/parliament", "--auth-details-file", path], 0)

ACTIONS = (
    "s3:GetObject s3:PutObject s3:* ec2:RunInstances ec2:Describe* iam:PassRole iam:CreatePolicyVersion iam:PutRolePolicy "
    "sts:AssumeRole lambda:CreateFunction lambda:InvokeFunction lambda:UpdateFunctionCode dynamodb:* sqs:SendMessage "
    "secretsmanager:GetSecretValue kms:Decrypt logs:* cloudformation:CreateStack ecs:RunTask ecs:RegisterTaskDefinition "
    "sns:Publish rds:Describe* batch:SubmitJob events:PutRule cloudwatch:PutMetricData").split()
SERVICES = ("ec2.amazonaws.com", "lambda.amazonaws.com", "ecs-tasks.amazonaws.com")
DANGEROUS = (
    "owner editor run.developer run.admin iam.serviceAccountUser iam.serviceAccountTokenCreator cloudbuild.builds.editor "
    "iam.serviceAccountKeyAdmin resourcemanager.projectIamAdmin secretmanager.secretAccessor artifactregistry.writer").split()
HARMLESS = (
    "viewer logging.viewer monitoring.viewer pubsub.publisher bigquery.dataViewer compute.viewer cloudsql.client run.invoker "
    "storage.objectViewer").split()
TIME = "2025-01-01T00:00:00+00:00"


def account(users, roles, policies, path):
    """An account as `aws iam get-account-authorization-details` writes it; each role has a policy, as far as they go."""
    chance = random.Random(7)

    def resource():
        number = chance.randrange(max(roles, 1))
        return chance.choice((
            "*", f"arn:aws:s3:::bucket-{number}/*", f"arn:aws:iam::{ACCOUNT}:role/app-{number}",
            f"arn:aws:dynamodb:eu-west-1:{ACCOUNT}:table/table-{number}"))

    def document():
        return {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow" if chance.random() < 0.93 else "Deny", "Action": chance.sample(ACTIONS, chance.randint(1, 6)),
             "Resource": [resource() for _ in range(chance.randint(1, 2))]} for _ in range(chance.randint(1, 4))]}

    def trust():
        draw, action, condition = chance.random(), "sts:AssumeRole", {}
        if draw < 0.5:
            principal = {"Service": chance.choice(SERVICES)}
        elif draw < 0.9:
            other = "root" if draw < 0.7 else f"role/app-{chance.randrange(roles)}"
            principal = {"AWS": f"arn:aws:iam::{ACCOUNT}:{other}"}
        else:
            principal = {"Federated": f"arn:aws:iam::{ACCOUNT}:oidc-provider/token.actions.githubusercontent.com"}
            subject = chance.choice(("repo:acme/*", "repo:acme/app:ref:refs/heads/main"))
            condition = {"StringLike": {"token.actions.githubusercontent.com:sub": subject}}
            action = "sts:AssumeRoleWithWebIdentity"
        statement = {"Effect": "Allow", "Principal": principal, "Action": action}
        return {"Version": "2012-10-17", "Statement": [{**statement, "Condition": condition} if condition else statement]}

    def attached(number):
        name = f"policy-{number % policies}"
        return [{"PolicyName": name, "PolicyArn": f"arn:aws:iam::{ACCOUNT}:policy/{name}"}]

    details = {
        "UserDetailList": [
            {"Path": "/", "UserName": f"user-{i}", "UserId": f"AIDA{i:017d}", "Arn": f"arn:aws:iam::{ACCOUNT}:user/user-{i}",
             "CreateDate": TIME, "GroupList": [], "UserPolicyList": [], "AttachedManagedPolicies": attached(i), "Tags": []}
            for i in range(users)],
        "GroupDetailList": [],
        "RoleDetailList": [
            {"Path": "/", "RoleName": f"app-{i}", "RoleId": f"AROA{i:017d}", "Arn": f"arn:aws:iam::{ACCOUNT}:role/app-{i}",
             "CreateDate": TIME, "AssumeRolePolicyDocument": trust(), "InstanceProfileList": [], "RolePolicyList": [],
             "AttachedManagedPolicies": attached(i), "Tags": [], "RoleLastUsed": {}} for i in range(roles)],
        "Policies": [
            {"PolicyName": f"policy-{i}", "PolicyId": f"ANPA{i:017d}", "Arn": f"arn:aws:iam::{ACCOUNT}:policy/policy-{i}",
             "Path": "/", "DefaultVersionId": "v1", "AttachmentCount": 1, "PermissionsBoundaryUsageCount": 0,
             "IsAttachable": True, "CreateDate": TIME, "UpdateDate": TIME, "PolicyVersionList": [
                 {"Document": document(), "VersionId": "v1", "IsDefaultVersion": True, "CreateDate": TIME}]}
            for i in range(policies)]}
    with open(path, "w") as file:
        json.dump(details, file)


def organization(projects, bindings, path):
    """An export of Cloud Asset Inventory: a project with its policy a line."""
    chance = random.Random(7)

    def member(project):
        draw = chance.random()
        if draw < 0.4:
            return f"user:user-{chance.randrange(3000)}@acme.example"
        if draw < 0.6:
            return f"group:group-{chance.randrange(400)}@acme.example"
        home = chance.randrange(projects) if draw < 0.7 else project
        return f"serviceAccount:account-{chance.randrange(8)}@project-{home}.iam.gserviceaccount.com"

    with open(path, "w") as file:
        for project in range(projects):
            granted = []
            for _ in range(bindings):
                role = chance.choice(DANGEROUS if chance.random() < 0.5 else HARMLESS)
                binding = {"role": f"roles/{role}", "members": sorted({member(project) for _ in range(chance.randint(1, 4))})}
                if chance.random() < 0.05:
                    month = chance.randint(1, 9)
                    expression = f"request.time < timestamp('2026-0{month}-01T00:00:00Z')"
                    binding["condition"] = {"title": "until", "expression": expression}
                granted.append(binding)
            file.write(json.dumps({
                "name": f"//cloudresourcemanager.googleapis.com/projects/project-{project}",
                "assetType": "cloudresourcemanager.googleapis.com/Project",
                "ancestors": [f"projects/{project}", f"folders/{project // 50}", "organizations/1"],
                "iamPolicy": {"version": 3, "etag": "BwX", "bindings": granted}}) + "\n")


# What findings end with, here and there.
STATUSES = (0, 1, 4)


def found(command):
    """How many findings there are, so that a figure is not one of nothing."""
    out = subprocess.run(command, capture_output=True, text=True).stdout
    return sum(line.startswith('{"type":"finding"') for line in out.splitlines())


def report(folder, work, quick):
    tool = os.path.join(folder, "jobs-audit")
    environments = {peer.name: peer.install() for peer in (CLOUDSPLAINING, PARLIAMENT)}
    for name, environment in environments.items():
        if environment is None:
            bars.left_out(name, "PyPI cannot be reached")
    large = 500 if quick else 5_000
    for users, roles, policies, limits in (
            (44, 78, 84, (0.5, 60, 0.5, 60)), (0, large, large, (5, 250, 20, None))):
        path = os.path.join(work, f"account-{roles}.json")
        account(users, roles, policies, path)
        measure.head(f"an account of {users} users, {roles:,} roles, {policies:,} policies")
        lint = [tool, "iam", path, "-q", "-o", "ndjson"]
        graph = [tool, "paths", path, "--privileged", "-q", "-o", "ndjson"]
        ours = measure.best(lint, 3)
        measure.row(f"jobs-audit iam ({found(lint):,})", ours, statuses=STATUSES)
        paths = measure.best(graph, 3)
        measure.row(f"jobs-audit paths ({found(graph):,})", paths, ours, statuses=STATUSES)
        for peer in (CLOUDSPLAINING, PARLIAMENT):
            if environments[peer.name] and not (quick and roles > 100):
                cost = measure.run(peer.command(environments[peer.name], work, path), cwd=work)
                measure.row(peer.name, cost, ours, statuses=STATUSES)
        name = f"account of {roles:,} roles"
        for title, cost, cpu, rss in (("rules", ours, *limits[:2]), ("paths", paths, *limits[2:])):
            bars.bar(f"{name}, {title}: CPU", cost.cpu, most=cpu, unit="s")
            if rss:
                bars.bar(f"{name}, {title}: resident", cost.rss, most=rss, unit="MiB")
    projects = 100 if quick else 1_000
    path = os.path.join(work, "organization.ndjson")
    organization(projects, 200, path)
    measure.head(f"{projects:,} projects of 200 bindings, {os.path.getsize(path) >> 20:,} MiB")
    lint = [tool, "iam", path, "-q", "-o", "ndjson"]
    ours = measure.best(lint, 3)
    measure.row(f"jobs-audit iam ({found(lint):,})", ours, statuses=STATUSES)
    graph = [tool, "paths", path, "--privileged", "-q", "-o", "ndjson"]
    paths = measure.best(graph, 1)
    measure.row(f"jobs-audit paths ({found(graph):,})", paths, ours, statuses=STATUSES)
    bars.bar(f"{projects:,} projects, rules: CPU", ours.cpu, most=4, unit="s")
    bars.bar(f"{projects:,} projects, rules: resident", ours.rss, most=200, unit="MiB")
    bars.bar(f"{projects:,} projects, paths: CPU", paths.cpu, most=10, unit="s")
