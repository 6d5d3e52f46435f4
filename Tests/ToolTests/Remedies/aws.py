# Things of AWS with faults that jobs-audit finds, in the emulator at $WORLD: 'make PART SUFFIX' makes them, 'read PART SUFFIX
# FOLDER' writes what stands, as AWS's command line prints it. The parts are 'account', what IAM has, and 'resources'. Only what
# a policy is goes into the files, so that they can be compared.
import io
import json
import os
import sys
import zipfile

import botocore.session

verb, part, suffix = sys.argv[1:4]
session = botocore.session.get_session()
account = os.environ["WORLD_ACCOUNT"]
odd = "it's \"$HOME\" `id` \\ ü *"


def client(name):
    return session.create_client(name, region_name="eu-west-1", endpoint_url=os.environ["WORLD"])


def allow(action, resource="*", **more):
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def trust(principal, **more):
    action = "sts:AssumeRoleWithWebIdentity" if "Federated" in principal else "sts:AssumeRole"
    return policy({"Effect": "Allow", "Principal": principal, "Action": action, **more})


lambdas = {"Service": "lambda.amazonaws.com"}
bucket = "arn:aws:s3:::b-" + suffix
strange = {"StringNotLike": {"aws:PrincipalTag/" + odd: [odd, "x"]}}
harmless = allow("s3:GetObject", bucket + "/" + odd, Condition=strange)

inline = {
    "all": [allow("*")],
    "service": [harmless, allow("sqs:*")],
    "but": [allow("s3:GetObject", bucket + "/" + odd), {"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}],
    "unknown": [allow(["s3:GetObject", "s3:GetObjekt"], bucket + "/*")],
    "wildcard": [allow(["s3:GetObject", "s3:PutObject*"], [bucket + "/*", bucket + "/" + odd], Condition=strange)],
    "every": [allow("s3:PutObject")],
    "mismatched": [allow("s3:GetObject", bucket)],
}
managed = {"assume": [allow("sts:AssumeRole")], "pass": [allow("iam:PassRole"), harmless]}
trusts = {
    "open": trust({"AWS": "*"}),
    "foreign": trust({"AWS": ["arn:aws:iam::999988887777:root", "arn:aws:iam::%s:root" % account]}),
    "github": trust({"Federated": "arn:aws:iam::%s:oidc-provider/token.actions.githubusercontent.com" % account}),
    "gone": trust({"AWS": ["AIDAGONEGONEGONEGONE1", "arn:aws:iam::%s:root" % account]}),
}


def named(name):
    return "r-%s-%s" % (name, suffix)


def open_to(principal, action, resource, **more):
    return {"Effect": "Allow", "Principal": principal, "Action": action, "Resource": resource, **more}


def topic():
    return "arn:aws:sns:eu-west-1:%s:t-%s" % (account, suffix)


def make_account():
    iam = client("iam")
    for name, statements in inline.items():
        iam.create_role(RoleName=named(name), AssumeRolePolicyDocument=trust(lambdas))
        iam.put_role_policy(RoleName=named(name), PolicyName="p+=,.@-" + name, PolicyDocument=policy(*statements))
    for name, statements in managed.items():
        iam.create_policy(PolicyName=named(name), PolicyDocument=policy(*statements))
    for name, document in trusts.items():
        iam.create_role(RoleName=named(name), AssumeRolePolicyDocument=document)


def make_resources():
    for name in ["one", "two"]:
        client("secretsmanager").create_secret(Name="%s-%s" % (name, suffix), SecretString="x")
        more = [open_to({"AWS": account}, "secretsmanager:GetSecretValue", "*", Sid=odd)] if name == "two" else []
        client("secretsmanager").put_resource_policy(
            SecretId="%s-%s" % (name, suffix),
            ResourcePolicy=policy(open_to("*", "secretsmanager:GetSecretValue", "*", Condition=strange), *more),
        )
    ecr = client("ecr")
    ecr.create_repository(repositoryName="team/r-" + suffix)
    ecr.set_repository_policy(
        repositoryName="team/r-" + suffix,
        policyText=policy({"Effect": "Allow", "Principal": "*", "Action": "ecr:BatchGetImage"}),
    )
    s3 = client("s3")
    s3.create_bucket(Bucket="b-" + suffix, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    s3.put_bucket_policy(Bucket="b-" + suffix, Policy=policy(open_to("*", "s3:GetObject", bucket + "/*")))
    sns = client("sns")
    sns.create_topic(Name="t-" + suffix)
    sns.set_topic_attributes(
        TopicArn=topic(),
        AttributeName="Policy",
        AttributeValue=policy(open_to({"Service": "s3.amazonaws.com"}, "sns:Publish", topic())),
    )
    sqs = client("sqs")
    for name in ["one", "two"]:
        url = sqs.create_queue(QueueName="%s-%s" % (name, suffix))["QueueUrl"]
        arn = "arn:aws:sqs:eu-west-1:%s:%s-%s" % (account, name, suffix)
        more = [open_to({"AWS": account}, "sqs:SendMessage", arn, Sid=odd)] if name == "two" else []
        sqs.set_queue_attributes(
            QueueUrl=url, Attributes={"Policy": policy(*more, open_to("*", "sqs:SendMessage", arn, Condition=strange))}
        )
    kms = client("kms")
    key = kms.create_key()["KeyMetadata"]
    kms.create_alias(AliasName="alias/k-" + suffix, TargetKeyId=key["KeyId"])
    kms.put_key_policy(
        KeyId=key["KeyId"], PolicyName="default", Policy=policy(open_to("*", "kms:*", key["Arn"]))
    )
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as file:
        file.writestr("i.py", "def h(e, c): pass\n")
    client("iam").create_role(RoleName=named("function"), AssumeRolePolicyDocument=trust(lambdas))
    functions = client("lambda")
    functions.create_function(
        FunctionName="f-" + suffix,
        Runtime="python3.11",
        Handler="i.h",
        Role="arn:aws:iam::%s:role/%s" % (account, named("function")),
        Code={"ZipFile": code.getvalue()},
    )
    functions.add_permission(
        FunctionName="f-" + suffix,
        StatementId="narrow",
        Action="lambda:InvokeFunction",
        Principal="s3.amazonaws.com",
        SourceArn="arn:aws:s3:::b-" + suffix,
        SourceAccount=account,
    )
    functions.add_permission(
        FunctionName="f-" + suffix,
        StatementId="wide",
        Action="lambda:InvokeFunction",
        Principal="sns.amazonaws.com",
    )


def write(name, value):
    with open("%s/%s.json" % (sys.argv[4], name), "w") as file:
        json.dump(value, file, indent=1, sort_keys=True, default=str)


def read_account():
    iam = client("iam")
    roles, policies = [], []
    for page in iam.get_paginator("get_account_authorization_details").paginate():
        roles += [role for role in page["RoleDetailList"] if role["RoleName"].endswith(suffix)]
        policies += [one for one in page["Policies"] if one["Arn"].endswith(suffix)]
    for one in policies:
        # Versions and times are no part of what it allows.
        one["PolicyVersionList"] = [v for v in one["PolicyVersionList"] if v["IsDefaultVersion"]]
        one.pop("UpdateDate", None)
    write("account", {"RoleDetailList": roles, "Policies": policies})


def read_resources():
    for name in ["one", "two"]:
        answer = client("secretsmanager").get_resource_policy(SecretId="%s-%s" % (name, suffix))
        del answer["ResponseMetadata"]
        write("secret-" + name, answer)
        url = client("sqs").get_queue_url(QueueName="%s-%s" % (name, suffix))["QueueUrl"]
        attributes = client("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=["Policy", "QueueArn"])["Attributes"]
        write("queue-" + name, {"Attributes": attributes})
    try:
        answer = client("ecr").get_repository_policy(repositoryName="team/r-" + suffix)
        arn = "arn:aws:ecr:eu-west-1:%s:repository/team/r-%s" % (account, suffix)
        write("repository", {"repositoryArn": arn, "policyText": answer["policyText"]})
    except client("ecr").exceptions.RepositoryPolicyNotFoundException:
        pass
    try:
        write("bucket", {"Policy": client("s3").get_bucket_policy(Bucket="b-" + suffix)["Policy"]})
    except client("s3").exceptions.ClientError:
        pass
    attributes = client("sns").get_topic_attributes(TopicArn=topic())["Attributes"]
    write("topic", {"Attributes": {"TopicArn": topic(), "Policy": attributes["Policy"]}})
    key = client("kms").describe_key(KeyId="alias/k-" + suffix)["KeyMetadata"]["KeyId"]
    write("key", {"Policy": client("kms").get_key_policy(KeyId=key, PolicyName="default")["Policy"]})
    function_policy = json.loads(client("lambda").get_policy(FunctionName="f-" + suffix)["Policy"])
    # In the order in which they were added; added again, one stands last.
    function_policy["Statement"].sort(key=lambda statement: statement["Sid"])
    write("function", {"Policy": json.dumps(function_policy, sort_keys=True)})


if verb == "read":
    os.makedirs(sys.argv[4])
globals()["%s_%s" % (verb, part)]()
