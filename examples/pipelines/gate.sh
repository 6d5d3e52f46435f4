#!/bin/sh
# A gate for a deployment: nothing goes on while one job has an error or a warning. The report stays for the reviewer.
#   examples/pipelines/gate.sh FOLDER REPORT.sarif
set -eu
jobs-validate check --env prod --fail-on warning --report sarif="$2" "$1" >/dev/null
echo "the jobs in '$1' may be deployed"
