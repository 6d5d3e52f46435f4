"""Service Usage by google-cloud-service-usage, and what an API says that is switched off."""

from google.api_core import exceptions
from google.cloud import run_v2, service_usage_v1
from google.cloud.run_v2.services.jobs.transports import JobsRestTransport
from google.cloud.service_usage_v1.services.service_usage.transports import ServiceUsageRestTransport

from harness import PLACE, PROJECT, check, control, done, equal, gapic, refused

usage = gapic(service_usage_v1.ServiceUsageClient, ServiceUsageRestTransport, "serviceusage")
jobs = gapic(run_v2.JobsClient, JobsRestTransport, "run")
run = f"projects/{PROJECT}/services/run.googleapis.com"

equal(usage.get_service({"name": run}).state.name, "ENABLED", "the state of Cloud Run")
usage.disable_service({"name": run}).result(timeout=30)
equal(usage.get_service({"name": run}).state.name, "DISABLED", "the state of Cloud Run")
problem = refused(exceptions.Forbidden, lambda: list(jobs.list_jobs(parent=PLACE)), "SERVICE_DISABLED")
equal(problem.metadata["service"], "run.googleapis.com", "the service of the error")
control("PUT", "_settings", {"operationPolls": 1})
equal(usage.enable_service({"name": run}).result(timeout=30).service.state.name, "ENABLED", "the state of Cloud Run")
control("PUT", "_settings", {"operationPolls": 0})
equal(list(jobs.list_jobs(parent=PLACE)), [], "the jobs")
check(usage.enable_service({"name": run}).done(), "what is so already takes time")
both = usage.batch_enable_services({"parent": f"projects/{PROJECT}", "service_ids": ["run.googleapis.com", "compute.googleapis.com"]})
equal(len(both.result(timeout=30).services), 2, "the count of services")
refused(exceptions.Forbidden, lambda: usage.enable_service({"name": f"projects/{PROJECT}/services/run.example.com"}))
enabled = usage.list_services({"parent": f"projects/{PROJECT}", "filter": "state:ENABLED"})
check("compute.googleapis.com" in [one.config.name for one in enabled], "a service is not listed")
refused(exceptions.BadRequest, lambda: list(usage.list_services({"parent": f"projects/{PROJECT}", "filter": "x"})), "filter")
found = usage.batch_get_services({"parent": f"projects/{PROJECT}", "names": [run]}).services
equal([one.state.name for one in found], ["ENABLED"], "the states")
done()
