# Repositories of Artifact Registry, their clean-up policies, images and tags by gcloud.
# shellcheck shell=bash disable=SC1091
. "$(dirname "$0")/gcloud.sh"
at=--location=europe-west1
images=europe-west1-docker.pkg.dev/acme/jobs
digest=sha256:$(printf '0%.0s' {1..64})
ok artifacts repositories create jobs --repository-format=docker $at
cat >policies.json <<'END'
[{"name": "old", "action": {"type": "Delete"}, "condition": {"tagState": "untagged", "olderThan": "7d"}},
 {"name": "newest", "action": {"type": "Keep"}, "mostRecentVersions": {"keepCount": 5}}]
END
ok artifacts repositories set-cleanup-policies jobs $at --policy=policies.json --dry-run
ok artifacts repositories list-cleanup-policies jobs $at '--format=value(name,action.type)'
is $'newest\tKEEP\nold\tDELETE'
ok artifacts repositories set-cleanup-policies jobs $at --policy=policies.json --no-dry-run
ok artifacts repositories delete-cleanup-policies jobs $at --policynames=old
ok artifacts repositories list-cleanup-policies jobs $at '--format=value(name)'
is newest
image="projects/acme/locations/europe-west1/repositories/jobs/dockerImages/nightly@$digest"
curl -fsS -o image.json -X PUT "${DOUBLE_CONTROL}_state?api=artifactregistry&name=$image" \
  -d "{\"uri\": \"$images/nightly@$digest\", \"tags\": [\"v1\"], \"imageSizeBytes\": \"1000\"}" || stop "no image was put"
ok artifacts docker images list $images '--format=value(package,version)'
is "$images/nightly"$'\t'"$digest"
ok artifacts docker tags list $images/nightly '--format=value(tag)'
is v1
ok artifacts repositories add-iam-policy-binding jobs $at --member=serviceAccount:a@acme.iam.gserviceaccount.com --role=roles/artifactregistry.reader '--format=value(bindings.role)'
is roles/artifactregistry.reader
ok artifacts repositories delete jobs $at
refused 'NOT_FOUND' artifacts repositories describe jobs $at
echo "$commands commands"
