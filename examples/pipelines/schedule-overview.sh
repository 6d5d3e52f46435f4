#!/bin/sh
# A table of what runs when, from manifests of any format.
#   examples/pipelines/schedule-overview.sh FOLDER
set -eu
jobs-validate --quiet "$1" |
  jq -r 'select(.type == "job") | [.name, .target.kind, (.schedules // [] | map(.cron + " " + (.timezone // "UTC")) | join(", "))] | @tsv'
