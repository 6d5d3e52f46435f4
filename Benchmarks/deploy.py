"""What jobs-deploy costs on 1,000 jobs in five regions of Google Cloud, which the double answers for."""

import contextlib
import json
import os
import subprocess
import tempfile
import time
import urllib.request

import bars
import measure

REGIONS = ("europe-west1", "europe-west3", "us-central1", "us-east1", "asia-east1")
PROJECT = "acme-bench"
APIS = ("run", "cloudscheduler", "iam", "secretmanager", "cloudresourcemanager", "monitoring", "logging")
ACCOUNTS = 20


class Double:
    """google-double as a process, and its control port."""

    def __init__(self, program, documents, folder):
        self.ports = os.path.join(folder, "ports")
        key = os.path.join(folder, "key.json")
        self.process = subprocess.Popen(
            [program, "--documents", documents, "--port-file", self.ports, "--credentials", key,
             *(word for api in APIS for word in ("--api", api))], stdout=subprocess.DEVNULL)
        self.environment = {"GOOGLE_APPLICATION_CREDENTIALS": key}
        while not os.path.exists(self.ports):
            if self.process.poll() is not None:
                raise RuntimeError("google-double did not start")
            time.sleep(0.05)
        with open(self.ports) as file:
            for line in file:
                record = json.loads(line)
                if record.get("variable", "").startswith("CLOUDSDK"):
                    self.environment[record["variable"]] = record["setting"]
                if record.get("name") == "control":
                    self.control = record["url"]

    def ask(self, method, path, body=None):
        request = urllib.request.Request(
            self.control + path, method=method, data=None if body is None else json.dumps(body).encode())
        with contextlib.closing(urllib.request.urlopen(request)) as answer:
            return json.loads(answer.read() or b"{}")

    def calls(self):
        """How many requests there were since the last call of this, by method."""
        counts = self.ask("GET", "_requests?entries=false")["counts"]
        self.ask("DELETE", "_requests")
        return counts

    def end(self):
        self.process.terminate()
        self.process.wait()


def manifests(folder, count):
    """As many jobs as make `count` in all regions together, each with a schedule."""
    with open(os.path.join(folder, "jobs.yaml"), "w") as file:
        file.write(
            "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: bench}\nenvironments:\n"
            f"  prod:\n    gcp: {{project: {PROJECT}, regions: [{', '.join(REGIONS)}]}}\n")
    for number in range(count // len(REGIONS)):
        with open(os.path.join(folder, f"job-{number}.yaml"), "w") as file:
            file.write(
                f"apiVersion: jobs/v1\nkind: Job\nmetadata:\n  name: job-{number}\n  labels: {{team: team-{number % 7}}}\n"
                f"spec:\n  target: gcp.run\n  schedule: \"{number % 60} {number % 24} * * *\"\n"
                f"  image: europe-docker.pkg.dev/bench/jobs/job:{number:07x}\n"
                "  command: [/app/job]\n  args: [--day, yesterday]\n"
                "  env: {LOG_LEVEL: info, MODE: batch, BUCKET: bench-data, QUEUE: main}\n"
                "  secrets: {DB_PASSWORD: \"db-password:3\"}\n  resources: {cpu: 1, memory: 512Mi}\n"
                f"  timeout: 30m\n  identity: runner-{number % ACCOUNTS}@{PROJECT}.iam.gserviceaccount.com\n")


def report(binaries, documents, work, quick):
    count = 100 if quick else 1_000
    folder = os.path.join(work, "deploy")
    os.makedirs(folder, exist_ok=True)
    manifests(folder, count)
    tool = os.path.join(binaries, "jobs-deploy")
    double = Double(os.path.join(binaries, "google-double"), documents, tempfile.mkdtemp(dir=work))
    try:
        environment = {**os.environ, **double.environment, "JOBS_STATE_DIR": os.path.join(work, "state")}
        print(f"\njobs-deploy, {count:,} jobs in {len(REGIONS)} regions\n  {'':<28}{'CPU s':>9}{'wall s':>9}{'MiB':>9}{'calls':>9}")

        def row(name, command, status=0, times=1):
            cost = measure.best([tool, *command, "-e", "prod", "-q", "-o", "ndjson", folder], times, env=environment)
            calls = double.calls()
            print(f"  {name:<28}{cost.cpu:9.3f}{cost.wall:9.3f}{cost.rss:9.1f}{sum(calls.values()) / times:9,.0f}", flush=True)
            # What fails is done soon, and must hold no bar.
            if cost.status != status:
                raise RuntimeError(f"'jobs-deploy {command[0]}' ended with {cost.status}, not {status}")
            return cost, calls

        double.ask(
            "PUT", f"_state?api=secretmanager&name=projects/{PROJECT}/secrets/db-password", {"replication": {"automatic": {}}})
        double.calls()
        double.ask("POST", "_fault", {"code": 429, "probability": 0.05, "seed": 7, "retryInfo": "0.05s"})
        _, calls = row("apply, all new, 5 % of 429", ["apply", "--yes", "--offline"])
        double.ask("DELETE", "_fault")
        made = len(double.ask("GET", "_state?api=run").get("names", []))
        # A list a region and service, of accounts, alert policies and log metrics, the policies of the project and of the secret; a job and a look at its
        # operation, its policy read and written, and a schedule; an account and its access to the secret.
        least = 2 * len(REGIONS) + 3 + (len(REGIONS) + 1) + 1 + 5 * count + 3 * ACCOUNTS
        bars.bar(f"apply of {count:,} new jobs, calls to the least", sum(calls.values()) / least, most=1.15, unit="x")
        bars.bar("jobs that are there afterwards", made, least=count)
        cost, calls = row("plan, nothing to change", ["plan", "--exit-code"], times=3)
        bars.bar("no-change plan, CPU", cost.cpu, most=2, unit="s")
        bars.bar("no-change plan, memory", cost.rss, most=64, unit="MiB")
        lists = sum(number for method, number in calls.items() if method.endswith(".list")) / 3 - 3
        bars.bar("no-change plan, lists a region and service", lists / len(REGIONS) / 2, most=1)
        policies = sum(number for method, number in calls.items() if method.endswith(".getIamPolicy")) / 3
        bars.bar("no-change plan, policies a job", (policies - 1) / count, most=1)
        cost, _ = row("drift, none", ["drift"], times=3)
        bars.bar("drift, CPU", cost.cpu, most=2, unit="s")
        cost = measure.best([tool, "--help"], 20)
        bars.bar("jobs-deploy --help, CPU", cost.cpu * 1000, most=20, unit="ms")
    finally:
        double.end()
