# Cloud Scheduler and Pub/Sub by gcloud.
# shellcheck shell=bash disable=SC1091
. "$(dirname "$0")/gcloud.sh"
at=--location=europe-west1
ok pubsub topics create nightly
ok pubsub subscriptions create nightly --topic=nightly '--format=value(ackDeadlineSeconds)'
is 10
ok pubsub topics publish nightly --message=hello
ok pubsub subscriptions pull nightly --auto-ack '--format=value(message.data)'
is hello
ok scheduler jobs create pubsub nightly $at --schedule='30 2 * * *' --topic=nightly --message-body=go
ok scheduler jobs create http hourly $at --schedule='0 * * * *' --uri=https://example.com/ --time-zone=Europe/Berlin
refused 'invalid' scheduler jobs create http wrong $at --schedule='61 * * * *' --uri=https://example.com/
ok scheduler jobs update http hourly $at --schedule='5 * * * *' '--format=value(schedule,timeZone)'
is $'5 * * * *\tEurope/Berlin'
ok scheduler jobs pause hourly $at
ok scheduler jobs list $at '--format=value(name.basename(),state)' --sort-by=name
is $'hourly\tPAUSED\nnightly\tENABLED'
ok scheduler jobs delete hourly $at
refused 'NOT_FOUND' scheduler jobs describe hourly $at
echo "$commands commands"
