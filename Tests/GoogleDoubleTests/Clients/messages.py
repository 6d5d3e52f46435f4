"""Eventarc by google-cloud-eventarc over REST, and Workflows by clients made from their discovery documents."""

import base64
import json

from google.api_core import exceptions
from google.cloud import eventarc_v1
from google.cloud.eventarc_v1.services.eventarc.transports import EventarcRestTransport
from google.protobuf import field_mask_pb2

from harness import PLACE, PROJECT, check, control, done, discovery, equal, gapic, refused, status

pubsub = discovery("pubsub", "v1").projects()
topics, subscriptions = pubsub.topics(), pubsub.subscriptions()
topic = f"projects/{PROJECT}/topics/nightly"
subscription = f"projects/{PROJECT}/subscriptions/nightly"

message = {"data": base64.b64encode(b"hello").decode(), "attributes": {"a": "b"}}
eventarc = gapic(eventarc_v1.EventarcClient, EventarcRestTransport, "eventarc")
filters = [eventarc_v1.EventFilter(attribute="type", value="google.cloud.pubsub.topic.v1.messagePublished")]
run = eventarc_v1.Destination(cloud_run=eventarc_v1.CloudRun(service="starter", region="europe-west1"))
trigger = eventarc_v1.Trigger(name=f"{PLACE}/triggers/nightly", event_filters=filters, destination=run)
made = eventarc.create_trigger({"parent": PLACE, "trigger": trigger, "trigger_id": "nightly"}).result(timeout=30)
equal(made.name, trigger.name, "the name")
check(made.transport.pubsub.topic.startswith(f"projects/{PROJECT}/topics/eventarc-"), "no topic was made")
own = subscriptions.get(subscription=made.transport.pubsub.subscription).execute()
equal((own["topic"], own["messageRetentionDuration"]), (made.transport.pubsub.topic, "86400s"), "what Eventarc made")
refused(exceptions.Conflict, lambda: eventarc.create_trigger({"parent": PLACE, "trigger": trigger, "trigger_id": "nightly"}))
bare = eventarc_v1.Trigger(destination=run)
refused(exceptions.BadRequest, lambda: eventarc.create_trigger({"parent": PLACE, "trigger": bare, "trigger_id": "b"}), "type")
made.labels["team"] = "data"
changed = eventarc.update_trigger(trigger=made, update_mask=field_mask_pb2.FieldMask(paths=["labels"])).result(timeout=30)
equal(dict(changed.labels), {"team": "data"}, "the labels")
refused(exceptions.Conflict, lambda: eventarc.delete_trigger({"name": made.name, "etag": made.etag}))
equal(len(list(eventarc.list_triggers(parent=PLACE))), 1, "the count of triggers")
eventarc.delete_trigger(name=made.name).result(timeout=30)
refused(exceptions.NotFound, lambda: eventarc.get_trigger(name=made.name))
status(404, subscriptions.get(subscription=own["name"]).execute)

# Workflows: made, changed, run, and started by a message.
service = discovery("workflows", "v1").projects().locations()
workflows, executions = service.workflows(), discovery("workflowexecutions", "v1").projects().locations().workflows().executions()
account = f"starter@{PROJECT}.iam.gserviceaccount.com"


def program(*steps):
    return json.dumps({"main": {"params": ["event"], "steps": [{f"s{at}": step} for at, step in enumerate(steps)]}})


def finished(operation):
    """What an operation ends with, as the clients wait for it."""
    while not operation.get("done"):
        operation = service.operations().get(name=operation["name"]).execute()
    check("error" not in operation, str(operation))
    return operation["response"]


def make(name, source):
    body = {"sourceContents": source, "serviceAccount": account, "description": "Starts things"}
    return finished(workflows.create(parent=PLACE, workflowId=name, body=body).execute())


def run(name, argument):
    body = {"argument": json.dumps(argument)}
    begun = executions.create(parent=f"{PLACE}/workflows/{name}", body=body).execute()
    equal(begun["state"], "ACTIVE", "the state of what was begun")
    return executions.get(name=begun["name"]).execute()


echo = program({"return": "${event.a}"})
made = make("echo", echo)
equal(made["@type"], "type.googleapis.com/google.cloud.workflows.v1.Workflow", "the type of the answer")
equal(made["serviceAccount"], f"projects/{PROJECT}/serviceAccounts/{account}", "the account")
equal((made["state"], made["revisionId"][:7]), ("ACTIVE", "000001-"), "the state and the revision")
status(409, workflows.create(parent=PLACE, workflowId="echo", body={"sourceContents": echo}).execute, "already exists")
status(400, workflows.create(parent=PLACE, workflowId="1st", body={"sourceContents": echo}).execute)
status(400, workflows.create(parent=PLACE, workflowId="bad", body={"sourceContents": "{"}).execute, "syntax")
status(400, workflows.create(parent=PLACE, workflowId="bad", body={"sourceContents": " " * 140_000}).execute, "128 KB")
status(400, workflows.create(parent=PLACE, workflowId="bad", body={"sourceContents": echo, "steps": []}).execute, "steps")
changed = finished(workflows.patch(name=made["name"], updateMask="description", body={"description": "Else"}).execute())
equal((changed["description"], changed["revisionId"]), ("Else", made["revisionId"]), "what a mask changed")
changed = finished(
    workflows.patch(name=made["name"], updateMask="sourceContents", body={"sourceContents": echo + " "}).execute()
)
equal(changed["revisionId"][:7], "000002-", "the revision of another program")
equal([one["name"] for one in workflows.list(parent=PLACE).execute()["workflows"]], [made["name"]], "the workflows")
equal(run("echo", {"a": [1, "b"]})["result"], '[1,"b"]', "the result")
failed = run("echo", {"b": 1})
equal(failed["state"], "FAILED", "the state of a program that fails")
check("KeyError" in failed["error"]["payload"], failed["error"]["payload"])

control("PUT", "/_state?api=pubsub&name=" + topic, {})
call = {"call": "googleapis.pubsub.v1.projects.topics.publish"}
copy = f"projects/{PROJECT}/topics/copy"
topics.create(name=copy, body={}).execute()
subscriptions.create(name=subscription, body={"topic": copy}).execute()
make("copy", program({**call, "args": {"topic": copy, "body": {"messages": [{"data": "${event.data.message.data}"}]}}}))
filters = [eventarc_v1.EventFilter(attribute="type", value="google.cloud.pubsub.topic.v1.messagePublished")]
by = eventarc_v1.Transport(pubsub=eventarc_v1.Pubsub(topic=topic))
to = eventarc_v1.Destination(workflow=f"{PLACE}/workflows/copy")
trigger = eventarc_v1.Trigger(
    name=f"{PLACE}/triggers/copy", event_filters=filters, destination=to, transport=by, service_account=account
)
for field, wrong in [
    ("destination", eventarc_v1.Destination(workflow=f"{PLACE}/workflows/none")),
    ("transport", eventarc_v1.Transport(pubsub=eventarc_v1.Pubsub(topic=topic + "2"))),
]:
    other = eventarc_v1.Trigger(eventarc_v1.Trigger.to_dict(trigger))
    setattr(other, field, wrong)
    refused(
        exceptions.BadRequest,
        lambda: eventarc.create_trigger({"parent": PLACE, "trigger": other, "trigger_id": "copy"}), "was not found",
    )
eventarc.create_trigger({"parent": PLACE, "trigger": trigger, "trigger_id": "copy"}).result(timeout=30)


def arrived():
    topics.publish(topic=topic, body={"messages": [message]}).execute()
    return len(subscriptions.pull(subscription=subscription, body={"maxMessages": 10}).execute().get("receivedMessages", []))


equal(arrived(), 0, "what came without the right to start workflows")
projects = discovery("cloudresourcemanager", "v3").projects()
bindings = [{"role": role, "members": [f"serviceAccount:{account}"]} for role in ["roles/workflows.invoker", "roles/pubsub.publisher"]]
projects.setIamPolicy(resource=f"projects/{PROJECT}", body={"policy": {"bindings": bindings[:1]}}).execute()
equal(arrived(), 0, "what came without the right to publish")
last = executions.list(parent=to.workflow).execute()["executions"]
check(any("pubsub.topics.publish" in one.get("error", {}).get("payload", "") for one in last), str(last))
topics.setIamPolicy(resource=copy, body={"policy": {"bindings": bindings[1:]}}).execute()
equal(arrived(), 1, "what came")
eventarc.delete_trigger(name=trigger.name).result(timeout=30)
topics.get(topic=topic).execute()
equal(finished(workflows.delete(name=made["name"]).execute())["@type"], "type.googleapis.com/google.protobuf.Empty", "the end")
status(404, workflows.get(name=made["name"]).execute)
done()
