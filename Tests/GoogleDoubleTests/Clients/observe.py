"""Cloud Logging and Cloud Monitoring by clients made from their discovery documents."""

from harness import PROJECT, check, control, discovery, done, equal, status

logging = discovery("logging", "v2")
entries, metrics = logging.entries(), logging.projects().metrics()
parent = f"projects/{PROJECT}"
log = f"{parent}/logs/run.googleapis.com%2Fstdout"
resource = {"type": "cloud_run_job", "labels": {"job_name": "nightly", "location": "europe-west1"}}
label = "run.googleapis.com/execution_name"


def entry(text, time, **more):
    return {"textPayload": text, "timestamp": time, "labels": {label: "nightly-abcde"}} | more


written = [
    entry("second", "2026-11-21T20:00:02Z", severity="ERROR"), entry("first", "2026-11-21T20:00:01Z"),
    entry("third", "2026-11-21T20:00:03.5Z", severity=300, labels={label: "other"})]
entries.write(body={"logName": log, "resource": resource, "entries": written}).execute()
status(400, entries.write(body={"logName": log, "entries": written}).execute, "resource")
status(400, entries.write(body={"logName": log, "resource": resource, "entries": [{"severity": "LOUD", "textPayload": "x"}]}).execute, "TYPE_ENUM")


def read(filter="", **more):
    found = entries.list(body={"resourceNames": [parent], "filter": filter} | more).execute()
    return [one["textPayload"] for one in found.get("entries", [])]


equal(read(), ["first", "second", "third"], "all entries")
equal(read(orderBy="timestamp desc", pageSize=1), ["third"], "the last entry")
equal(read(f'resource.type="cloud_run_job" AND labels."{label}"="nightly-abcde"'), ["first", "second"], "those of an execution")
equal(read("severity>=WARNING"), ["second"], "the errors")
equal(read('severity=NOTICE timestamp>"2026-11-21T20:00:03Z"'), ["third"], "those that are later")
equal(read('NOT textPayload:"IR" resource.labels.job_name=nightly'), ["second"], "those without a text")
equal(read("", resourceNames=["projects/other"]), [], "those of another project")
status(400, entries.list(body={"resourceNames": [parent], "filter": "severity>="}).execute, "filter")
equal(read('textPayload="first" OR severity=NOTICE'), ["first", "third"], "those of two kinds")
equal(read('textPayload=("first" OR "second") -severity=ERROR'), ["first"], "those of two texts that are no errors")
equal(read('textPayload=~"^s.*d$"'), ["second"], "those that fit an expression")
status(501, entries.list(body={"resourceNames": [parent], "filter": "sample(insertId, 0.5)"}).execute)
first = entries.list(body={"resourceNames": [parent], "pageSize": 2}).execute()
rest = entries.list(body={"resourceNames": [parent], "pageSize": 2, "pageToken": first["nextPageToken"]}).execute()
equal([one["textPayload"] for one in rest["entries"]], ["third"], "the second page")

metric = metrics.create(parent=parent, body={"name": "jobs/failures", "filter": "severity>=ERROR"}).execute()
equal(metric["metricDescriptor"]["type"], "logging.googleapis.com/user/jobs/failures", "the type of the metric")
status(409, metrics.create(parent=parent, body={"name": "jobs/failures", "filter": "x"}).execute)
status(400, metrics.create(parent=parent, body={"name": "broken", "filter": "severity>="}).execute, "filter")
status(400, metrics.create(parent=parent, body={"name": "broken", "filter": "x", "metricDescriptor": {"metricKind": "SLOW"}}).execute)
equal([one["name"] for one in metrics.list(parent=parent, pageSize=1).execute()["metrics"]], ["jobs/failures"], "a page")
name = f"{parent}/metrics/jobs%2Ffailures"
equal(metrics.get(metricName=name).execute()["filter"], "severity>=ERROR", "the filter")
metrics.update(metricName=name, body={"name": "jobs/failures", "filter": "severity>=CRITICAL"}).execute()
equal(metrics.list(parent=parent).execute()["metrics"][0]["filter"], "severity>=CRITICAL", "the filter")
metrics.delete(metricName=name).execute()
status(404, metrics.get(metricName=name).execute)

monitoring = discovery("monitoring", "v3").projects()
channels, policies = monitoring.notificationChannels(), monitoring.alertPolicies()
status(400, channels.create(name=parent, body={"type": "email"}).execute, "email_address")
channel = channels.create(name=parent, body={"type": "email", "labels": {"email_address": "a@example.com"}}).execute()
threshold = {"filter": 'metric.type="x"', "comparison": "COMPARISON_GT", "duration": "60s",
             "aggregations": [{"alignmentPeriod": "60s", "perSeriesAligner": 14}]}
wanted = {"displayName": "nightly fails", "combiner": "OR", "notificationChannels": [channel["name"]],
          "conditions": [{"displayName": "fails", "conditionThreshold": threshold}]}
policy = policies.create(name=parent, body=wanted).execute()
check(policy["conditions"][0]["name"].startswith(policy["name"] + "/conditions/"), "the condition has no name")
equal(policy["conditions"][0]["conditionThreshold"]["aggregations"][0]["perSeriesAligner"], "ALIGN_SUM", "the aligner")
status(400, policies.create(name=parent, body=wanted | {"combiner": None}).execute, "combiner")
status(400, policies.create(name=parent, body=wanted | {"notificationChannels": [parent + "/notificationChannels/1"]}).execute, "channel")
status(400, policies.create(name=parent, body=wanted | {"userLabels": {"team": "Data"}}).execute, "user_labels")
status(400, policies.create(name=parent, body=wanted | {"alertStrategy": {"autoClose": "60s"}}).execute, "auto_close")
short = {"displayName": "x", "conditionThreshold": threshold | {"duration": "90s"}}
status(400, policies.create(name=parent, body=wanted | {"conditions": [short]}).execute, "duration")
counted = {"displayName": "x", "conditionThreshold": threshold | {"filter": 'metric.type = "logging.googleapis.com/user/none"'}}
status(404, policies.create(name=parent, body=wanted | {"conditions": [counted]}).execute, "Cannot find metric")
status(400, policies.patch(name=policy["name"], updateMask="color", body={}).execute, "mask")
more = policies.create(name=parent, body=wanted | {"userLabels": {"jobs-name": "nightly"}}).execute()
page = policies.list(name=parent, pageSize=1).execute()
rest = policies.list(name=parent, pageSize=1, pageToken=page["nextPageToken"]).execute()
equal(len(page["alertPolicies"] + rest["alertPolicies"]), 2, "the policies of two pages")
policies.delete(name=more["name"]).execute()
changed = policies.patch(name=policy["name"], updateMask="enabled", body={"enabled": False, "displayName": "x"}).execute()
equal((changed["enabled"], changed["displayName"]), (False, "nightly fails"), "what a mask changed")
status(400, channels.create(name=parent, body={"type": "pagerduty"}).execute, "service_key")
keyed = channels.create(name=parent, body={"type": "pagerduty", "labels": {"service_key": "0123456789abcdef"}}).execute()
equal(keyed["labels"]["service_key"], "****cdef", "what is shown of a key")
channels.delete(name=keyed["name"]).execute()
status(400, channels.delete(name=channel["name"]).execute, "is told")
channels.delete(name=channel["name"], force=True).execute()
equal("notificationChannels" in policies.get(name=policy["name"]).execute(), False, "whether the policy tells the channel")
equal(len(policies.list(name=parent).execute()["alertPolicies"]), 1, "the count of policies")
policies.delete(name=policy["name"]).execute()
equal(policies.list(name=parent).execute(), {}, "the policies")
done()
