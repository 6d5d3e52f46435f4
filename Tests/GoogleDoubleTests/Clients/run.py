"""Cloud Run jobs and executions by google-cloud-run over REST."""

from google.api_core import exceptions
from google.cloud import run_v2
from google.cloud.run_v2.services.executions.transports import ExecutionsRestTransport
from google.cloud.run_v2.services.jobs.transports import JobsRestTransport
from google.cloud.run_v2.services.tasks.transports import TasksRestTransport
from google.iam.v1 import iam_policy_pb2, policy_pb2
from google.protobuf import duration_pb2, field_mask_pb2

from harness import PLACE, check, control, done, equal, gapic, refused

jobs = gapic(run_v2.JobsClient, JobsRestTransport, "run")
executions = gapic(run_v2.ExecutionsClient, ExecutionsRestTransport, "run")
tasks = gapic(run_v2.TasksClient, TasksRestTransport, "run")


def job(image="docker.io/library/alpine:3", **more):
    container = run_v2.Container(image=image, args=["nightly"], env=[run_v2.EnvVar(name="A", value="1")])
    task = run_v2.TaskTemplate(containers=[container], timeout=duration_pb2.Duration(seconds=90))
    return run_v2.Job(template=run_v2.ExecutionTemplate(template=task, task_count=2), **more)


# Create, and what the server fills in.
operation = jobs.create_job(parent=PLACE, job=job(labels={"team": "data"}, launch_stage="BETA"), job_id="nightly")
made = operation.result(timeout=30)
equal(made.name, f"{PLACE}/jobs/nightly", "the name")
equal(made.generation, 1, "the generation")
equal(made.launch_stage, 3, "the launch stage, BETA")
equal(made.template.template.max_retries, 3, "the default of retries")
equal(made.template.template.timeout.seconds, 90, "the timeout")
equal(made.template.template.execution_environment.name, "EXECUTION_ENVIRONMENT_GEN2", "the environment")
equal(dict(made.template.template.containers[0].resources.limits), {"cpu": "1000m", "memory": "512Mi"}, "the limits")
equal(made.terminal_condition.state.name, "CONDITION_SUCCEEDED", "the condition")
check(made.uid and made.etag and made.create_time, "uid, etag or time of creation is missing")
equal(made.creator, "rehearsal@rehearsal.iam.gserviceaccount.com", "the creator")
equal(operation.metadata.name, made.name, "the name in the operation's metadata")
refused(exceptions.Conflict, lambda: jobs.create_job(parent=PLACE, job=job(), job_id="nightly"))
refused(exceptions.BadRequest, lambda: jobs.create_job(parent=PLACE, job=job(), job_id="Nightly"))
refused(exceptions.BadRequest, lambda: jobs.create_job(parent=PLACE, job=job(image=""), job_id="imageless"), "image")
refused(exceptions.NotFound, lambda: jobs.get_job(name=f"{PLACE}/jobs/none"))
refused(exceptions.NotFound, lambda: jobs.get_job(name="projects/clients/locations/atlantis/jobs/nightly"))

# Validate only.
jobs.create_job(run_v2.CreateJobRequest(parent=PLACE, job=job(), job_id="dry", validate_only=True))
refused(exceptions.NotFound, lambda: jobs.get_job(name=f"{PLACE}/jobs/dry"))

# Update with the etag that was read, and with an old one.
made.template.template.containers[0].image = "docker.io/library/alpine:4"
changed = jobs.update_job(job=made).result(timeout=30)
equal(changed.generation, 2, "the generation after an update")
check(changed.etag != made.etag, "the etag stayed as it was")
equal(changed.uid, made.uid, "the uid after an update")
stale = refused(exceptions.Conflict, lambda: jobs.update_job(job=made))
equal(stale.response.json()["error"]["status"], "ABORTED", "the status of a stale etag")

# Lists, in pages that are smaller than asked for, the first of them empty.
for number in range(5):
    jobs.create_job(parent=PLACE, job=job(), job_id=f"page-{number}").result(timeout=30)
control("PUT", "_settings", {"pageLimit": 2, "emptyPages": True})
equal(len(list(jobs.list_jobs(parent=PLACE))), 6, "the count of jobs")
control("PUT", "_settings", {"pageLimit": None, "emptyPages": False})
refused(exceptions.BadRequest, lambda: list(jobs.list_jobs(run_v2.ListJobsRequest(parent=PLACE, page_token="x"))), "token")

# An operation that takes its time.
control("PUT", "_settings", {"operationPolls": 2})
slow = jobs.create_job(parent=PLACE, job=job(), job_id="slow")
check(not slow.done(), "the operation is done at once")
equal(slow.result(timeout=60).name, f"{PLACE}/jobs/slow", "the name after a while")
control("PUT", "_settings", {"operationPolls": 0})

# Executions that go well, that fail, and that are cancelled.
ran = jobs.run_job(name=made.name).result(timeout=60)
equal(ran.succeeded_count, 2, "the count of tasks that succeeded")
equal([task.index for task in tasks.list_tasks(parent=ran.name)], [0, 1], "the tasks")
control("POST", "_outcome", {"job": f"{PLACE}/jobs/nightly", "result": "failed", "exitCode": 7, "failedTasks": 1, "times": 1})
override = run_v2.RunJobRequest.Overrides(
    container_overrides=[run_v2.RunJobRequest.Overrides.ContainerOverride(args=["once"], env=[run_v2.EnvVar(name="B", value="2")])],
    task_count=3, timeout=duration_pb2.Duration(seconds=30))
failed = jobs.run_job(run_v2.RunJobRequest(name=made.name, overrides=override))
refused(exceptions.GoogleAPICallError, lambda: failed.result(timeout=60), "exit code 7")
execution = executions.get_execution(name=failed.metadata.name)
equal((execution.failed_count, execution.succeeded_count, execution.task_count), (1, 2, 3), "the counts")
equal(list(execution.template.containers[0].args), ["once"], "the arguments of the override")
equal([variable.name for variable in execution.template.containers[0].env], ["A", "B"], "the variables")
equal(execution.template.timeout.seconds, 30, "the timeout of the override")
equal(tasks.get_task(name=f"{execution.name}/tasks/{execution.name.split('/')[-1]}-task0").last_attempt_result.exit_code, 7, "the exit code")
equal(jobs.get_job(name=made.name).latest_created_execution.completion_status.name, "EXECUTION_FAILED", "the latest status")
wrong = run_v2.RunJobRequest.Overrides(container_overrides=[run_v2.RunJobRequest.Overrides.ContainerOverride(name="sidecar")])
refused(exceptions.BadRequest, lambda: jobs.run_job(run_v2.RunJobRequest(name=made.name, overrides=wrong)), "sidecar")
control("POST", "_outcome", {"job": "*", "result": "running", "times": 1})
endless = jobs.run_job(name=made.name).metadata.name
equal(executions.get_execution(name=endless).running_count, 2, "the count of running tasks")
executions.cancel_execution(name=endless).result(timeout=30)
equal(executions.get_execution(name=endless).cancelled_count, 2, "the count of cancelled tasks")
refused(exceptions.BadRequest, lambda: executions.cancel_execution(name=endless))
equal(len(list(executions.list_executions(parent=made.name))), 3, "the count of executions")
executions.delete_execution(name=endless).result(timeout=30)
refused(exceptions.NotFound, lambda: executions.get_execution(name=endless))

# Policies: read, change, write.
policy = jobs.get_iam_policy(iam_policy_pb2.GetIamPolicyRequest(resource=made.name))
policy.bindings.add(role="roles/run.invoker", members=["serviceAccount:a@b.iam.gserviceaccount.com"])
kept = jobs.set_iam_policy(iam_policy_pb2.SetIamPolicyRequest(resource=made.name, policy=policy))
equal(len(kept.bindings), 1, "the count of bindings")
refused(exceptions.Conflict, lambda: jobs.set_iam_policy(iam_policy_pb2.SetIamPolicyRequest(resource=made.name, policy=policy)))
asked = iam_policy_pb2.TestIamPermissionsRequest(resource=made.name, permissions=["run.jobs.run", "run.jobs.delete"])
control("PUT", "_settings", {"denied": ["run.jobs.delete"]})
equal(list(jobs.test_iam_permissions(asked).permissions), ["run.jobs.run"], "the permissions")
refused(exceptions.Forbidden, lambda: jobs.delete_job(name=made.name), "run.jobs.delete")
control("PUT", "_settings", {"denied": []})

# Faults.
control("POST", "_fault", {"code": 503, "match": "run.projects.locations.jobs.get", "retryInfo": "0.1s"})
refused(exceptions.ServiceUnavailable, lambda: jobs.get_job(name=made.name))
control("POST", "_fault", {"code": 429, "headers": {"Retry-After": "1"}, "match": "run.*"})
equal(refused(exceptions.TooManyRequests, lambda: jobs.get_job(name=made.name)).response.headers["Retry-After"], "1", "Retry-After")
control("POST", "_fault", {"serviceDisabled": True})
refused(exceptions.Forbidden, lambda: jobs.get_job(name=made.name), "SERVICE_DISABLED")
# A token that has expired is got anew by the library.
control("POST", "_expire")
equal(jobs.get_job(name=made.name).generation, 2, "the generation after a new token")
control("POST", "_fault", {"loseOperation": True, "match": "run.projects.locations.jobs.delete"})
lost = jobs.delete_job(name=f"{PLACE}/jobs/page-4")
refused(exceptions.NotFound, lambda: lost.result(timeout=30))
refused(exceptions.NotFound, lambda: jobs.get_job(name=f"{PLACE}/jobs/page-4"))

equal(jobs.delete_job(name=made.name).result(timeout=30).name, made.name, "the name of what was deleted")
refused(exceptions.NotFound, lambda: jobs.get_job(name=made.name))
done()
