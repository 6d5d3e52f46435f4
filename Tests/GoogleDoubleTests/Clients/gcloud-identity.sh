# Secret Manager, IAM, projects and services by gcloud.
# shellcheck shell=bash disable=SC1091
. "$(dirname "$0")/gcloud.sh"
printf 'secret' >"$HOME/payload"
ok secrets create token --replication-policy=automatic
ok secrets versions add token --data-file="$HOME/payload"
ok secrets versions access latest --secret=token
is secret
ok iam service-accounts create runner --display-name=Runner
account=runner@$CLOUDSDK_CORE_PROJECT.iam.gserviceaccount.com
ok iam service-accounts describe "$account" '--format=value(displayName)'
is Runner
ok secrets add-iam-policy-binding token --member="serviceAccount:$account" --role=roles/secretmanager.secretAccessor '--format=value(bindings[0].role)'
is roles/secretmanager.secretAccessor
ok projects add-iam-policy-binding "$CLOUDSDK_CORE_PROJECT" --member="serviceAccount:$account" --role=roles/viewer --condition=None '--format=value(bindings[0].members[0])'
is "serviceAccount:$account"
ok services list --enabled '--format=value(config.name)' --filter=config.name=run.googleapis.com
is run.googleapis.com
ok iam service-accounts delete "$account"
refused 'NOT_FOUND' iam service-accounts describe "$account"
ok secrets delete token
echo "$commands commands"
