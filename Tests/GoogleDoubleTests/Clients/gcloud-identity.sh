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
ok iam service-accounts keys create "$HOME/key.json" --iam-account="$account"
ok iam service-accounts keys list --iam-account="$account" --managed-by=user '--format=value(name.basename())'
key=$output
grep -q "$key" "$HOME/key.json" || stop "the file is not of key '$key'"
ok iam service-accounts keys disable "$key" --iam-account="$account"
ok iam service-accounts keys list --iam-account="$account" --managed-by=user '--format=value(disabled)'
is True
ok iam service-accounts keys enable "$key" --iam-account="$account"
ok iam service-accounts keys delete "$key" --iam-account="$account"
ok iam service-accounts keys list --iam-account="$account" '--format=value(keyType)'
is SYSTEM_MANAGED
place=--project=$CLOUDSDK_CORE_PROJECT
ok iam roles create jobRunner "$place" --title=Runner --permissions=run.jobs.run,run.jobs.get --stage=GA '--format=value(stage)'
is GA
ok iam roles update jobRunner "$place" --add-permissions=run.jobs.list --remove-permissions=run.jobs.get '--format=value(includedPermissions)'
is 'run.jobs.list;run.jobs.run'
ok iam roles describe jobRunner "$place" '--format=value(title)'
is Runner
ok iam roles list "$place" '--format=value(name)'
is "projects/$CLOUDSDK_CORE_PROJECT/roles/jobRunner"
ok iam roles delete jobRunner "$place" '--format=value(deleted)'
is True
ok iam roles list "$place" '--format=value(name)'
is ''
refused 'marked for deletion' iam roles create jobRunner "$place" --title=Runner --permissions=run.jobs.run
ok iam roles undelete jobRunner "$place"
ok iam roles copy --source=jobRunner --source-project="$CLOUDSDK_CORE_PROJECT" --destination=early --dest-organization=123
ok iam roles describe early --organization=123 '--format=value(includedPermissions)'
is 'run.jobs.list;run.jobs.run'
ok iam list-testable-permissions "//cloudresourcemanager.googleapis.com/projects/$CLOUDSDK_CORE_PROJECT" --filter=name=run.jobs.run '--format=value(name)'
is run.jobs.run
ok iam service-accounts delete "$account"
refused 'NOT_FOUND' iam service-accounts describe "$account"
ok secrets delete token
echo "$commands commands"
