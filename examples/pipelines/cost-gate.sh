#!/bin/sh
# A gate for a pull request: what it makes dearer, as a comment, and a limit for that.
#   examples/pipelines/cost-gate.sh BASE HEAD COMMENT.md LIMIT
set -eu
jobs-cost diff "$1" "$2" --env prod --assume 5m --month 2027-03 --max-increase "$4 USD" --output markdown >"$3"
echo "the jobs may cost $(sed -n 's/^### Cost of jobs: //p' "$3")"
