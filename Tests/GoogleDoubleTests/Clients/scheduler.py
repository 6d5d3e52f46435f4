"""Cloud Scheduler by google-cloud-scheduler over REST."""

from google.api_core import exceptions
from google.cloud import scheduler_v1
from google.cloud.scheduler_v1.services.cloud_scheduler.transports import CloudSchedulerRestTransport
from google.protobuf import field_mask_pb2

from harness import PLACE, check, control, done, equal, gapic, refused

scheduler = gapic(scheduler_v1.CloudSchedulerClient, CloudSchedulerRestTransport, "cloudscheduler")
name = f"{PLACE}/jobs/nightly"


def job(**more):
    target = scheduler_v1.HttpTarget(
        uri="https://run.googleapis.com/v2/projects/p/locations/l/jobs/j:run", body=b"{}",
        oauth_token=scheduler_v1.OAuthToken(service_account_email="invoker@clients.iam.gserviceaccount.com"))
    return scheduler_v1.Job(**({"name": name, "schedule": "30 2 * * *", "time_zone": "Europe/Berlin", "http_target": target} | more))


made = scheduler.create_job(parent=PLACE, job=job())
equal(made.name, name, "the name")
equal(made.state.name, "ENABLED", "the state")
equal(made.attempt_deadline.total_seconds(), 180, "the deadline")
equal(made.http_target.http_method.name, "POST", "the method")
equal(made.http_target.body, b"{}", "the body")
equal(made.retry_config.max_doublings, 5, "the default of doublings")
check(made.schedule_time and made.user_update_time, "a time is missing")
refused(exceptions.Conflict, lambda: scheduler.create_job(parent=PLACE, job=job()))
refused(exceptions.BadRequest, lambda: scheduler.create_job(parent=PLACE, job=job(name=f"{PLACE}/jobs/b", schedule="61 * * * *")), "invalid")
refused(exceptions.BadRequest, lambda: scheduler.create_job(parent=PLACE, job=job(name=f"{PLACE}/jobs/b", time_zone="Mars/Base")), "Mars")
refused(exceptions.BadRequest, lambda: scheduler.create_job(parent=PLACE, job=job(name="projects/other/locations/l/jobs/b")))
refused(exceptions.BadRequest, lambda: scheduler.create_job(parent=PLACE, job=scheduler_v1.Job(name=f"{PLACE}/jobs/b", schedule="* * * * *")), "target")
check(scheduler.create_job(parent=PLACE, job=job(name="")).name.startswith(f"{PLACE}/jobs/"), "no name was made up")

# Masks: what they name is changed, and nothing else.
mask = field_mask_pb2.FieldMask(paths=["schedule"])
changed = scheduler.update_job(job=job(schedule="0 3 * * *", time_zone="UTC"), update_mask=mask)
equal((changed.schedule, changed.time_zone), ("0 3 * * *", "Europe/Berlin"), "what a mask changed")
refused(exceptions.BadRequest, lambda: scheduler.update_job(job=job(), update_mask=field_mask_pb2.FieldMask(paths=["calendar"])), "calendar")
refused(exceptions.NotFound, lambda: scheduler.update_job(job=job(name=f"{PLACE}/jobs/none"), update_mask=mask))

equal(scheduler.pause_job(name=name).state.name, "PAUSED", "the state after a pause")
refused(exceptions.BadRequest, lambda: scheduler.pause_job(name=name), "PAUSED")
equal(scheduler.resume_job(name=name).state.name, "ENABLED", "the state after the pause")
check(scheduler.run_job(name=name).last_attempt_time, "the last attempt is not noted")
control("PUT", "_settings", {"pageLimit": 1, "emptyPages": True})
equal(len(list(scheduler.list_jobs(parent=PLACE))), 2, "the count of jobs")
control("PUT", "_settings", {"pageLimit": None, "emptyPages": False})
topic = scheduler_v1.PubsubTarget(topic_name="projects/clients/topics/t", data=b"x")
moved = scheduler.update_job(
    job=scheduler_v1.Job(name=name, schedule="0 3 * * *", pubsub_target=topic), update_mask=field_mask_pb2.FieldMask(paths=["http_target", "pubsub_target"]))
check(moved.pubsub_target.data == b"x" and not moved.http_target.uri, "the target did not change")
scheduler.delete_job(name=name)
refused(exceptions.NotFound, lambda: scheduler.get_job(name=name))
done()
