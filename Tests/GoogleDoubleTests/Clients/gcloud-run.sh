# Cloud Run jobs by gcloud, which speaks version 1 at hosts of regions.
# shellcheck shell=bash disable=SC1091
. "$(dirname "$0")/gcloud.sh"
at=--region=europe-west1
ok run jobs create nightly $at --image=docker.io/library/alpine:3 --tasks=2 --set-env-vars=A=1 --set-secrets=B=token:latest --memory=1Gi --labels=team=data
refused 'already exists' run jobs create nightly $at --image=docker.io/library/alpine:3
refused 'Violation' run jobs create big $at --image=docker.io/library/alpine:3 --tasks=10001
ok run jobs update nightly $at --max-retries=5 --task-timeout=20m
ok run jobs describe nightly $at '--format=value(spec.template.spec.taskCount,spec.template.spec.template.spec.maxRetries,spec.template.spec.template.spec.timeoutSeconds,metadata.generation)'
is $'2\t5\t1200\t2'
ok run jobs describe nightly $at '--format=value(spec.template.spec.template.spec.containers[0].resources.limits.memory,metadata.labels.team)'
is $'1Gi\tdata'
ok run jobs execute nightly $at --wait --args=once '--format=value(status.succeededCount)'
is 2
ok run jobs add-iam-policy-binding nightly $at --member=user:a@example.com --role=roles/run.invoker '--format=value(bindings[0].members[0])'
is user:a@example.com
ok run jobs delete nightly $at
refused 'Cannot find' run jobs describe nightly $at
echo "$commands commands"
