"""Pub/Sub by a client made from its discovery document, and Eventarc by google-cloud-eventarc over REST."""

import base64

from google.api_core import exceptions
from google.cloud import eventarc_v1
from google.cloud.eventarc_v1.services.eventarc.transports import EventarcRestTransport
from google.protobuf import field_mask_pb2

from harness import PLACE, PROJECT, check, done, discovery, equal, gapic, refused, status

pubsub = discovery("pubsub", "v1").projects()
topics, subscriptions = pubsub.topics(), pubsub.subscriptions()
topic = f"projects/{PROJECT}/topics/nightly"
subscription = f"projects/{PROJECT}/subscriptions/nightly"

equal(topics.create(name=topic, body={"labels": {"team": "data"}}).execute()["name"], topic, "the name")
status(409, topics.create(name=topic, body={}).execute, "already exists")
status(400, topics.create(name=f"projects/{PROJECT}/topics/goog", body={}).execute)
status(404, subscriptions.create(name=subscription, body={"topic": f"projects/{PROJECT}/topics/none"}).execute)
made = subscriptions.create(name=subscription, body={"topic": topic, "retryPolicy": {}}).execute()
equal((made["ackDeadlineSeconds"], made["messageRetentionDuration"]), (10, "604800s"), "the defaults")
equal(made["retryPolicy"]["maximumBackoff"], "600s", "the default of the longest wait")
status(400, subscriptions.create(name=subscription + "2", body={"topic": topic, "ackDeadlineSeconds": 5}).execute, "deadline")
body = {"subscription": {"ackDeadlineSeconds": 60, "labels": {"a": "b"}}, "updateMask": "ack_deadline_seconds"}
changed = subscriptions.patch(name=subscription, body=body).execute()
equal((changed["ackDeadlineSeconds"], changed.get("labels")), (60, None), "what a mask changed")
status(400, subscriptions.patch(name=subscription, body={"subscription": {"topic": "x"}, "updateMask": "topic"}).execute, "topic")
status(400, subscriptions.patch(name=subscription, body={"subscription": {}}).execute, "empty")
equal(topics.subscriptions().list(topic=topic).execute()["subscriptions"], [subscription], "the subscriptions")

message = {"data": base64.b64encode(b"hello").decode(), "attributes": {"a": "b"}}
equal(len(topics.publish(topic=topic, body={"messages": [message, message]}).execute()["messageIds"]), 2, "the ids")
status(400, topics.publish(topic=topic, body={"messages": [{}]}).execute, "data")
received = subscriptions.pull(subscription=subscription, body={"maxMessages": 10}).execute()["receivedMessages"]
equal([base64.b64decode(one["message"]["data"]) for one in received], [b"hello"] * 2, "the messages")
subscriptions.acknowledge(subscription=subscription, body={"ackIds": [received[0]["ackId"]]}).execute()
equal(len(subscriptions.pull(subscription=subscription, body={"maxMessages": 10}).execute()["receivedMessages"]), 1, "the messages left")
topics.delete(topic=topic).execute()
equal(subscriptions.get(subscription=subscription).execute()["topic"], "_deleted-topic_", "the topic that is gone")
subscriptions.delete(subscription=subscription).execute()
status(404, subscriptions.get(subscription=subscription).execute)

eventarc = gapic(eventarc_v1.EventarcClient, EventarcRestTransport, "eventarc")
filters = [eventarc_v1.EventFilter(attribute="type", value="google.cloud.pubsub.topic.v1.messagePublished")]
run = eventarc_v1.Destination(cloud_run=eventarc_v1.CloudRun(service="starter", region="europe-west1"))
trigger = eventarc_v1.Trigger(name=f"{PLACE}/triggers/nightly", event_filters=filters, destination=run)
made = eventarc.create_trigger({"parent": PLACE, "trigger": trigger, "trigger_id": "nightly"}).result(timeout=30)
equal(made.name, trigger.name, "the name")
check(made.transport.pubsub.topic.startswith(f"projects/{PROJECT}/topics/eventarc-"), "no topic was made")
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
done()
