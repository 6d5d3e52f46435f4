"""Pub/Sub by a client made from its discovery document: the double, and where PUBSUB_EMULATOR_HOST is set Google's emulator."""

import base64

from harness import EMULATOR, PROJECT, discovery, done, equal, status

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
if not EMULATOR:
    # Google's emulator takes any.
    wrong = {"topic": topic, "ackDeadlineSeconds": 5}
    status(400, subscriptions.create(name=subscription + "2", body=wrong).execute, "deadline")
body = {"subscription": {"ackDeadlineSeconds": 60, "labels": {"a": "b"}}, "updateMask": "ack_deadline_seconds"}
changed = subscriptions.patch(name=subscription, body=body).execute()
equal((changed["ackDeadlineSeconds"], changed.get("labels")), (60, None), "what a mask changed")
status(400, subscriptions.patch(name=subscription, body={"subscription": {"topic": "x"}, "updateMask": "topic"}).execute, "topic")
status(400, subscriptions.patch(name=subscription, body={"subscription": {}}).execute, "empty")
equal(topics.subscriptions().list(topic=topic).execute()["subscriptions"], [subscription], "the subscriptions")

message = {"data": base64.b64encode(b"hello").decode(), "attributes": {"a": "b"}}
equal(len(topics.publish(topic=topic, body={"messages": [message, message]}).execute()["messageIds"]), 2, "the ids")
status(400, topics.publish(topic=topic, body={"messages": [{}]}).execute)
received = subscriptions.pull(subscription=subscription, body={"maxMessages": 10}).execute()["receivedMessages"]
equal([base64.b64decode(one["message"]["data"]) for one in received], [b"hello"] * 2, "the messages")
subscriptions.acknowledge(subscription=subscription, body={"ackIds": [received[0]["ackId"]]}).execute()
equal(len(subscriptions.pull(subscription=subscription, body={"maxMessages": 10}).execute()["receivedMessages"]), 1, "the messages left")
topics.delete(topic=topic).execute()
equal(subscriptions.get(subscription=subscription).execute()["topic"], "_deleted-topic_", "the topic that is gone")
subscriptions.delete(subscription=subscription).execute()
status(404, subscriptions.get(subscription=subscription).execute)
body = {"topic": {"messageRetentionDuration": "1200s"}, "updateMask": "messageRetentionDuration"}
topics.create(name=topic, body={}).execute()
body["topic"]["name"] = topic
equal(topics.patch(name=topic, body=body).execute()["messageRetentionDuration"], "1200s", "what a mask changed of a topic")
wrong = {"topic": {"name": topic}, "updateMask": "nonsense"}
status(400, topics.patch(name=topic, body=wrong).execute)
equal([one["name"] for one in topics.list(project=f"projects/{PROJECT}").execute()["topics"]], [topic], "the topics")
topics.delete(topic=topic).execute()
status(404, topics.get(topic=topic).execute)
done()
