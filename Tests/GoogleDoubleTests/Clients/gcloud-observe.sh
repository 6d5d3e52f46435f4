# Alert policies, notification channels, log metrics and log entries by gcloud.
# shellcheck shell=bash disable=SC1091
. "$(dirname "$0")/gcloud.sh"
ok beta monitoring channels create --display-name=oncall --type=email --channel-labels=email_address=a@example.com '--format=value(name)'
channel=$output
ok beta monitoring channels list '--format=value(displayName,type)'
is $'oncall\temail'
cat >"$HOME/policy.json" <<END
{"displayName": "nightly fails", "combiner": "OR", "notificationChannels": ["$channel"], "userLabels": {"jobs-name": "nightly"},
 "conditions": [{"displayName": "fails", "conditionThreshold": {
   "filter": "resource.type = \"cloud_run_job\" AND metric.type = \"run.googleapis.com/job/completed_execution_count\"",
   "comparison": "COMPARISON_GT", "duration": "0s",
   "aggregations": [{"alignmentPeriod": "60s", "perSeriesAligner": "ALIGN_SUM"}]}}]}
END
ok alpha monitoring policies create --policy-from-file="$HOME/policy.json" '--format=value(name)'
policy=$output
ok alpha monitoring policies describe "$policy" '--format=value(enabled,userLabels.jobs-name)'
is $'True\tnightly'
ok alpha monitoring policies update "$policy" --no-enabled '--format=value(enabled,displayName)'
is $'False\tnightly fails'
refused 'is told' beta monitoring channels delete "$channel"
ok alpha monitoring policies list '--filter=display_name="nightly fails"' '--format=value(displayName)'
is 'nightly fails'
ok alpha monitoring policies delete "$policy"
refused 'NOT_FOUND' alpha monitoring policies describe "$policy"
ok logging metrics create failures --description=Failures '--log-filter=severity>=ERROR'
ok logging metrics describe failures '--format=value(filter)'
is 'severity>=ERROR'
ok logging metrics update failures '--log-filter=resource.type="cloud_run_job" AND (severity=ERROR OR severity=CRITICAL)'
ok logging metrics list '--format=value(name,filter)'
is $'failures\tresource.type="cloud_run_job" AND (severity=ERROR OR severity=CRITICAL)'
refused 'Unparseable' logging metrics update failures '--log-filter=severity>='
ok logging metrics delete failures
ok logging write nightly 'disk full' --severity=ERROR
ok logging read 'severity=(ERROR OR CRITICAL) AND logName:nightly' '--format=value(textPayload)'
is 'disk full'
echo "$commands commands"
