#!/bin/sh
# Runs every job, then names those that failed, with the class of the failure. Ends with 1 if there are any.
#   examples/pipelines/failed-runs.sh FOLDER
set -eu
records=$(mktemp)
trap 'rm -f "$records"' EXIT
status=0
jobs-validate "$1" | jobs-run now --all --output ndjson >"$records" || status=$?
# Without an 'end' record nothing was run; with one, the records tell more than the status does.
tail -n 1 "$records" | jq -e 'select(.type == "end")' >/dev/null || exit "$status"
# Each attempt has a record; the last one of a job counts.
failed=$(jq -rs 'map(select(.type == "execution")) | group_by(.job)[] | last | select(.state == "failed") | "\(.job): \(.class)"' "$records")
[ -n "$failed" ] || exit 0
printf '%s\n' "$failed"
exit 1
