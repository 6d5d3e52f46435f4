# What the scripts for gcloud share. They are run by bash with the double in the environment.
# shellcheck shell=bash
set -u
commands=0

stop() { # WORDS
  printf '%s\n' "$1" >&2
  exit 1
}

# Runs gcloud, which is to end well, and leaves its output in $output.
ok() { # ARGUMENT…
  commands=$((commands + 1))
  output=$(gcloud "$@" 2>"$HOME/stderr") || stop "gcloud $*: $(cat "$HOME/stderr")"
}

# Runs gcloud, which is to be refused with a word.
refused() { # WORD ARGUMENT…
  local word=$1
  shift
  commands=$((commands + 1))
  if gcloud "$@" >"$HOME/stdout" 2>"$HOME/stderr"; then stop "gcloud $* was not refused"; fi
  grep -q -- "$word" "$HOME/stderr" || stop "gcloud $* does not speak of '$word': $(cat "$HOME/stderr")"
}

# Whether the last output is this.
is() { # TEXT
  [ "$output" = "$1" ] || stop "it is '$output', not '$1'"
}
