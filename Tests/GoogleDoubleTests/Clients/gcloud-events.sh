# Workflows and Eventarc by gcloud.
# shellcheck shell=bash disable=SC1091
. "$(dirname "$0")/gcloud.sh"
at=--location=europe-west1
account=starter@acme.iam.gserviceaccount.com
printf '%s' '{"main": {"params": ["event"], "steps": [{"end": {"return": "${event.id}"}}]}}' >program.json
ok pubsub topics create orders
ok workflows deploy starter $at --source=program.json --service-account=$account '--format=value(state)'
is ACTIVE
ok workflows execute starter $at '--data={"id":"7"}' '--format=value(state)'
is ACTIVE
ok workflows executions list starter $at '--format=value(state,result)'
is $'SUCCEEDED\t"7"'
to=(--destination-workflow=starter --destination-workflow-location=europe-west1)
by=(--event-filters=type=google.cloud.pubsub.topic.v1.messagePublished --transport-topic=projects/acme/topics/orders)
ok eventarc triggers create orders $at "${to[@]}" "${by[@]}" --service-account=$account
ok eventarc triggers list $at '--format=value(name.basename(),destination.workflow.basename())'
is $'orders\tstarter'
ok pubsub topics publish orders --message=hello
ok workflows executions list starter $at --limit=10 '--format=value(state)'
is SUCCEEDED
ok projects add-iam-policy-binding acme --member=serviceAccount:$account --role=roles/workflows.invoker
ok pubsub topics publish orders --message=hello
ok workflows executions list starter $at --limit=10 '--format=value(state)'
is $'SUCCEEDED\nSUCCEEDED'
ok pubsub topics add-iam-policy-binding orders --member=serviceAccount:$account --role=roles/pubsub.publisher '--format=value(bindings.role)'
is roles/pubsub.publisher
ok eventarc triggers update orders $at --update-labels=team=data '--format=value(labels.team)'
ok eventarc triggers describe orders $at '--format=value(labels.team)'
is data
ok eventarc triggers delete orders $at
ok workflows delete starter $at
refused 'NOT_FOUND' workflows describe starter $at
ok pubsub subscriptions list '--format=value(name)'
is ''
echo "$commands commands"
