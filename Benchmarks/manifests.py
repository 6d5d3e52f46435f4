"""A deterministic corpus of Cloud Run jobs, 44 lines each, that are right but for their placeholders."""

import os
import random

VARIABLES = {"PROJECT_ID": "acme-prod", "REGION": "europe-west1", "TAG": "1.4.2"}

TEMPLATE = """\
apiVersion: run.googleapis.com/v1
kind: Job
metadata:
  name: {name}
  labels:
    team: {team}
    stage: {stage}
    cost-center: "cc-{cost}"
  annotations:
    run.googleapis.com/launch-stage: GA
    jobs/schedule: "{cron}"
spec:
  template:
    metadata:
      annotations:
        run.googleapis.com/execution-environment: gen2
        run.googleapis.com/vpc-access-connector: projects/${{PROJECT_ID}}/locations/${{REGION}}/connectors/{stage}
        run.googleapis.com/vpc-access-egress: private-ranges-only
    spec:
      parallelism: {parallelism}
      taskCount: {tasks}
      template:
        spec:
          maxRetries: {retries}
          timeoutSeconds: {timeout}
          serviceAccountName: {team}-runner@${{PROJECT_ID}}.iam.gserviceaccount.com
          containers:
          - image: ${{REGION}}-docker.pkg.dev/${{PROJECT_ID}}/jobs/{name}:${{TAG}}
            command: ["/app/run"]
            args: ["--table", "{table}", "--batch-size={batch}"]
            env:
            - name: LOG_LEVEL
              value: info
            - name: BUCKET
              value: gs://${{PROJECT_ID}}-{table}
            - name: DB_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: {table}-db-password
                  key: latest
            resources:
              limits:
                cpu: "{cpu}"
                memory: {memory}
"""

SIZES = [(1, "512Mi"), (1, "2Gi"), (2, "4Gi"), (2, "8Gi"), (4, "8Gi"), (4, "16Gi"), (8, "32Gi")]


def manifests(count):
    """Yields `count` manifests, the same ones every time."""
    pick = random.Random(20261121)
    for number in range(count):
        cpu, memory = pick.choice(SIZES)
        tasks = pick.choice([1, 1, 1, 10, 50])
        table = pick.choice(["orders", "users", "events", "invoices", "clicks"])
        yield TEMPLATE.format(
            name=f"job-{table}-{number:05d}", team=pick.choice(["data", "ml", "billing", "ops"]),
            stage=pick.choice(["dev", "stage", "prod"]), cost=pick.randint(100, 999),
            cron=f"{pick.randint(0, 59)} {pick.randint(0, 23)} * * {pick.randint(0, 6)}", tasks=tasks,
            parallelism=min(tasks, pick.choice([1, 5, 10])), retries=pick.randint(0, 5),
            timeout=pick.choice([600, 1800, 3600, 7200]), table=table, batch=pick.choice([100, 500, 1000]),
            cpu=cpu, memory=memory)


def write_files(count, folder):
    os.makedirs(folder, exist_ok=True)
    for number, text in enumerate(manifests(count)):
        with open(os.path.join(folder, f"job-{number:05d}.yaml"), "w") as file:
            file.write(text)


def write_stream(count, path):
    with open(path, "w") as file:
        file.write("---\n".join(manifests(count)))


def write_local_jobs(count, path):
    """Jobs that do nothing, for what a run costs beside the job itself."""
    with open(path, "w") as file:
        for number in range(count):
            file.write(
                f"---\napiVersion: jobs/v1\nkind: Job\nmetadata: {{name: job-{number}}}\nspec: {{command: [/bin/true]}}\n")
