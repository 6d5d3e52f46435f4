# Things of AWS with faults that jobs-audit finds, in the emulator at $WORLD: 'make PART SUFFIX' makes them, 'change PART
# SUFFIX' changes every statement of them, and 'read PART SUFFIX FOLDER' writes what stands, as AWS's command line prints it.
# The parts are 'account', what IAM has, 'attached', managed policies that are attached, 'credentials', 'cuts', ways to a
# role, 'border', a way from outside to a secret, and 'resources'. Only what a policy is goes into the files, so that they
# can be compared.
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


invoke = {"Action": "lambda:InvokeFunction"}
# All that 'add-permission' makes conditions of, on the function and on an alias.
permissions = {
    "wide": {**invoke, "Principal": "sns.amazonaws.com"},
    "token": {**invoke, "Principal": "iot.amazonaws.com", "EventSourceToken": "a_b.c-1"},
    "alias": {**invoke, "Principal": "999988887777", "Qualifier": "live", "PrincipalOrgID": "o-abcde12345"},
    "source": {
        **invoke,
        "Principal": "arn:aws:iam::999988887777:role/r",
        "SourceArn": bucket,
        "SourceAccount": "999988887777",
    },
    "byUrl": {
        "Action": "lambda:InvokeFunctionUrl",
        "Principal": "999988887777",
        "FunctionUrlAuthType": "AWS_IAM",
    },
    "viaUrl": {**invoke, "Principal": "999988887777", "InvokedViaFunctionUrl": True},
    "pastUrl": {**invoke, "Principal": "999988887777", "InvokedViaFunctionUrl": False},
}


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


def make_attached():
    iam = client("iam")
    iam.create_role(RoleName=named("shell"), AssumeRolePolicyDocument=trust(lambdas))
    iam.attach_role_policy(RoleName=named("shell"), PolicyArn="arn:aws:iam::aws:policy/AWSCloudShellFullAccess")
    iam.create_role(RoleName=named("chief"), AssumeRolePolicyDocument=trust(lambdas))
    iam.attach_role_policy(RoleName=named("chief"), PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
    own = iam.create_policy(PolicyName="p+=,.@-" + suffix, PolicyDocument=policy(harmless))["Policy"]["Arn"]
    iam.create_group(GroupName="g+=.@-" + suffix)
    iam.attach_group_policy(GroupName="g+=.@-" + suffix, PolicyArn=own)


def role_arn(name):
    return "arn:aws:iam::%s:role/%s" % (account, named(name))


def user_name(name):
    return "%s+=.@-%s" % (name, suffix)


# Each of them comes to the role 'chief' by a way of its own, and so has a cut of its own.
def make_cuts():
    iam = client("iam")
    edit = allow("iam:UpdateAssumeRolePolicy", role_arn("chief"))
    for name in ["edits", "passes", "versions", "member", "trusted"]:
        iam.create_user(UserName=user_name(name))
    arn = "arn:aws:iam::%s:user/%s" % (account, user_name("trusted"))
    trusted = [{"AWS": arn}, lambdas, {"Service": "events.amazonaws.com"}]
    document = policy(*(json.loads(trust(one))["Statement"][0] for one in trusted))
    iam.create_role(RoleName=named("chief"), AssumeRolePolicyDocument=document)
    iam.put_user_policy(
        UserName=user_name("edits"),
        PolicyName="p+=,.@-",
        PolicyDocument=policy(edit, harmless, allow(["s3:ListBucket", "iam:UpdateAssume*"])),
    )
    iam.put_user_policy(
        UserName=user_name("passes"),
        PolicyName="p+=,.@-",
        PolicyDocument=policy(allow("iam:PassRole", role_arn("chief")), allow("lambda:*")),
    )
    made = iam.create_policy(PolicyName=named("versions"), PolicyDocument=policy(edit))["Policy"]["Arn"]
    iam.attach_user_policy(UserName=user_name("versions"), PolicyArn=made)
    iam.create_group(GroupName="g+=.@-" + suffix)
    iam.put_group_policy(GroupName="g+=.@-" + suffix, PolicyName="p+=,.@-", PolicyDocument=policy(edit))
    iam.add_user_to_group(GroupName="g+=.@-" + suffix, UserName=user_name("member"))


def make_border():
    client("iam").create_role(RoleName=named("chief"), AssumeRolePolicyDocument=trust(lambdas))
    secrets = client("secretsmanager")
    secrets.create_secret(Name="one-" + suffix, SecretString="x")
    secrets.put_resource_policy(
        SecretId="one-" + suffix,
        ResourcePolicy=policy(
            open_to({"AWS": account}, "secretsmanager:DescribeSecret", "*", Sid=odd),
            open_to({"AWS": "arn:aws:iam::999988887777:role/guest"}, "secretsmanager:GetSecretValue", "*"),
        ),
    )


def make_credentials():
    iam = client("iam")
    iam.create_group(GroupName="g+=.@-" + suffix)
    for name in ["old", "listed", "direct"]:
        iam.create_user(UserName="%s+=.@-%s" % (name, suffix))
    for name in ["old", "listed"]:
        iam.create_access_key(UserName="%s+=.@-%s" % (name, suffix))
    iam.put_user_policy(UserName="direct+=.@-" + suffix, PolicyName="p+=,.@-", PolicyDocument=policy(harmless))
    iam.create_role(RoleName=named("idle"), AssumeRolePolicyDocument=trust(lambdas))


def read_credentials():
    iam = client("iam")
    iam.generate_credential_report()
    rows = iam.get_credential_report()["Content"].decode().splitlines()
    with open(sys.argv[4] + "/report.csv", "w") as file:
        file.write("\n".join([rows[0]] + [row for row in rows if row.startswith("old+=.@-" + suffix)]) + "\n")
    keys = iam.list_access_keys(UserName="listed+=.@-" + suffix)["AccessKeyMetadata"]
    write("keys", {"AccessKeyMetadata": keys})
    page = iam.get_account_authorization_details()
    users = [one for one in page["UserDetailList"] if one["UserName"] == "direct+=.@-" + suffix]
    roles = [one for one in page["RoleDetailList"] if one["RoleName"] == named("idle")]
    groups = [one for one in page["GroupDetailList"] if one["GroupName"] == "g+=.@-" + suffix]
    write("account", {"UserDetailList": users, "GroupDetailList": groups, "RoleDetailList": roles})
    # Neither emulator makes such a report.
    services = [{"ServiceName": name, "ServiceNamespace": name} for name in ["s3", "execute-api"]]
    write("services", {"JobStatus": "COMPLETED", "Arn": groups[0]["Arn"], "ServicesLastAccessed": services})


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
    functions.create_alias(FunctionName="f-" + suffix, Name="live", FunctionVersion="$LATEST")
    for sid, words in permissions.items():
        functions.add_permission(FunctionName="f-" + suffix, StatementId=sid, **words)


def write(name, value):
    with open("%s/%s.json" % (sys.argv[4], name), "w") as file:
        json.dump(value, file, indent=1, sort_keys=True, default=str)


def read_account():
    iam = client("iam")
    roles, policies = [], []
    for page in iam.get_paginator("get_account_authorization_details").paginate():
        roles += [role for role in page["RoleDetailList"] if role["RoleName"].endswith(suffix)]
        policies += page["Policies"]
    write("account", {"RoleDetailList": roles, "Policies": standing(policies)})


def standing(policies):
    own = [one for one in policies if one["Arn"].endswith(suffix)]
    for one in own:
        # Versions and times are no part of what it allows.
        one["PolicyVersionList"] = [v for v in one["PolicyVersionList"] if v["IsDefaultVersion"]]
        one.pop("UpdateDate", None)
    return own


def read_attached():
    page = client("iam").get_account_authorization_details()
    lists = [("RoleDetailList", "RoleName"), ("GroupDetailList", "GroupName")]
    write("account", {key: [one for one in page[key] if one[name].endswith(suffix)] for key, name in lists})


def read_cuts():
    page = client("iam").get_account_authorization_details()
    lists = [("UserDetailList", "UserName"), ("GroupDetailList", "GroupName"), ("RoleDetailList", "RoleName")]
    details = {key: [one for one in page[key] if one[name].endswith(suffix)] for key, name in lists}
    details["Policies"] = standing(page["Policies"])
    write("account", details)


def read_border():
    read_cuts()
    read_secret("one")


def read_secret(name):
    answer = client("secretsmanager").get_resource_policy(SecretId="%s-%s" % (name, suffix))
    del answer["ResponseMetadata"]
    write("secret-" + name, answer)


def read_resources():
    for name in ["one", "two"]:
        read_secret(name)
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


def other(text):
    """A policy with the same statements, each with a condition more."""
    document = json.loads(text) if isinstance(text, str) else text
    for statement in document["Statement"]:
        statement.setdefault("Condition", {})["StringNotEquals"] = {"aws:userid": "AIDACHANGED"}
    return json.dumps(document)


def change_account():
    iam = client("iam")
    page = iam.get_account_authorization_details()
    for kind in ["User", "Group", "Role"]:
        put = getattr(iam, "put_%s_policy" % kind.lower())
        for one in page[kind + "DetailList"]:
            if not one[kind + "Name"].endswith(suffix):
                continue
            for inline in one.get(kind + "PolicyList", []):
                put(
                    **{kind + "Name": one[kind + "Name"]},
                    PolicyName=inline["PolicyName"],
                    PolicyDocument=other(inline["PolicyDocument"]),
                )
            if kind == "Role":
                document = other(one["AssumeRolePolicyDocument"])
                iam.update_assume_role_policy(RoleName=one["RoleName"], PolicyDocument=document)
    for one in standing(page["Policies"]):
        document = other(one["PolicyVersionList"][0]["Document"])
        iam.create_policy_version(PolicyArn=one["Arn"], PolicyDocument=document, SetAsDefault=True)


change_cuts = change_account


def change_border():
    change_secret("one")


def change_secret(name):
    secrets = client("secretsmanager")
    name = "%s-%s" % (name, suffix)
    document = secrets.get_resource_policy(SecretId=name)["ResourcePolicy"]
    secrets.put_resource_policy(SecretId=name, ResourcePolicy=other(document))


def change_resources():
    for name in ["one", "two"]:
        change_secret(name)
        url = client("sqs").get_queue_url(QueueName="%s-%s" % (name, suffix))["QueueUrl"]
        document = client("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=["Policy"])["Attributes"]["Policy"]
        client("sqs").set_queue_attributes(QueueUrl=url, Attributes={"Policy": other(document)})
    repository = "team/r-" + suffix
    document = client("ecr").get_repository_policy(repositoryName=repository)["policyText"]
    client("ecr").set_repository_policy(repositoryName=repository, policyText=other(document))
    document = client("s3").get_bucket_policy(Bucket="b-" + suffix)["Policy"]
    client("s3").put_bucket_policy(Bucket="b-" + suffix, Policy=other(document))
    document = client("sns").get_topic_attributes(TopicArn=topic())["Attributes"]["Policy"]
    client("sns").set_topic_attributes(TopicArn=topic(), AttributeName="Policy", AttributeValue=other(document))
    key = client("kms").describe_key(KeyId="alias/k-" + suffix)["KeyMetadata"]["KeyId"]
    document = client("kms").get_key_policy(KeyId=key, PolicyName="default")["Policy"]
    client("kms").put_key_policy(KeyId=key, PolicyName="default", Policy=other(document))
    functions = client("lambda")
    for sid, words in permissions.items():
        place = {key: words[key] for key in words if key == "Qualifier"}
        functions.remove_permission(FunctionName="f-" + suffix, StatementId=sid, **place)
        more = {"EventSourceToken": "changed", "Principal": "events.amazonaws.com"}
        functions.add_permission(FunctionName="f-" + suffix, StatementId=sid, **{**words, **more})


if verb == "read":
    os.makedirs(sys.argv[4])
globals()["%s_%s" % (verb, part)]()
