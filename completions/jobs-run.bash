#!/bin/bash

__jobs-run_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__jobs-run_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__jobs-run_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__jobs-run_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_jobs-run() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __jobs-run_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    now|exec|event|daemon|cancel|list|next|runs|show|logs|explain|simulate|add|set|enable|disable|rm|query|dlq|purge|help)
        # Offer subcommand argument completions
        "_jobs-run_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'now exec event daemon cancel list next runs show logs explain simulate add set enable disable rm query dlq purge help' -- "${cur}"))
        ;;
    esac
}

_jobs-run_now() {
    repeating_flags=()
    non_repeating_flags=(--all --force --wait --detach --dry-run --allow-incomplete --allow-failed -q --quiet --version -h --help)
    repeating_options=(--set-env --arg --var)
    non_repeating_options=(-j --parallel --timeout --grace --retries --tasks --region --impersonate --log-wait -e --env --format -l --selector --state --secrets -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-j'|'--parallel')
        return
        ;;
    '--timeout')
        return
        ;;
    '--grace')
        return
        ;;
    '--retries')
        return
        ;;
    '--tasks')
        return
        ;;
    '--set-env')
        return
        ;;
    '--arg')
        return
        ;;
    '--region')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--log-wait')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-run_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--state')
        return
        ;;
    '--secrets')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_exec() {
    repeating_flags=()
    non_repeating_flags=(--quiet-unless-failed -q --quiet --version -h --help)
    repeating_options=(--set-env --arg)
    non_repeating_options=(--name --timeout --grace --retries --tasks --lock --lock-wait --ping --state -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--name')
        return
        ;;
    '--timeout')
        return
        ;;
    '--grace')
        return
        ;;
    '--retries')
        return
        ;;
    '--tasks')
        return
        ;;
    '--set-env')
        return
        ;;
    '--arg')
        return
        ;;
    '--lock')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--ping')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_event() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--set-env --arg --var)
    non_repeating_options=(--timeout --grace --retries --tasks --region --impersonate -e --env --format -l --selector --state --secrets -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--timeout')
        return
        ;;
    '--grace')
        return
        ;;
    '--retries')
        return
        ;;
    '--tasks')
        return
        ;;
    '--set-env')
        return
        ;;
    '--arg')
        return
        ;;
    '--region')
        return
        ;;
    '--impersonate')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-run_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--state')
        return
        ;;
    '--secrets')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_daemon() {
    repeating_flags=()
    non_repeating_flags=(--once --dry-run --foreground --no-watch --allow-incomplete --allow-failed -q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(--max-running --drain -e --env --format -l --selector --state --keep-runs --keep-days --keep-dead-letters --secrets --log-dir --log-format --metrics -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--max-running')
        return
        ;;
    '--drain')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-run_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--state')
        return
        ;;
    '--keep-runs')
        return
        ;;
    '--keep-days')
        return
        ;;
    '--keep-dead-letters')
        return
        ;;
    '--secrets')
        return
        ;;
    '--log-dir')
        return
        ;;
    '--log-format')
        __jobs-run_add_completions -W 'text'$'\n''json'
        return
        ;;
    '--metrics')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_cancel() {
    repeating_flags=()
    non_repeating_flags=(--wait --no-wait -q --quiet --version -h --help)
    repeating_options=(-e --env --from)
    non_repeating_options=(--reason --region --impersonate --state -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--from')
        return
        ;;
    '--region')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_list() {
    repeating_flags=()
    non_repeating_flags=(--watch --live -q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(--region --impersonate -e --env --format -l --selector --state -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--region')
        return
        ;;
    '--impersonate')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-run_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_next() {
    repeating_flags=()
    non_repeating_flags=(--warn -q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(--count --from --cron --timezone --dialect -e --env --format -l --selector -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--count')
        return
        ;;
    '--from')
        return
        ;;
    '--cron')
        return
        ;;
    '--timezone')
        return
        ;;
    '--dialect')
        __jobs-run_add_completions -W 'unix'$'\n''seconds'$'\n''quartz'$'\n''eventbridge'
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-run_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_runs() {
    repeating_flags=()
    non_repeating_flags=(--reverse -q --quiet --version -h --help)
    repeating_options=(-e --env --from)
    non_repeating_options=(--status --class --trigger -l --selector --since --until --sort --limit --offset --after --count --region --impersonate --state -o --output --color)
    __jobs-run_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--status')
        return
        ;;
    '--class')
        return
        ;;
    '--trigger')
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--sort')
        __jobs-run_add_completions -W 'time'$'\n''duration'$'\n''job'
        return
        ;;
    '--limit')
        return
        ;;
    '--offset')
        return
        ;;
    '--after')
        return
        ;;
    '--count')
        __jobs-run_add_completions -W 'state'$'\n''job'
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--from')
        return
        ;;
    '--region')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_show() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(-e --env --from)
    non_repeating_options=(--region --impersonate --state -o --output --color)
    __jobs-run_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-e'|'--env')
        return
        ;;
    '--from')
        return
        ;;
    '--region')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_logs() {
    repeating_flags=()
    non_repeating_flags=(-f --follow -i --ignore-case --times -q --quiet --version -h --help)
    repeating_options=(-e --env --from)
    non_repeating_options=(--stream --tail --grep --regex --since --region --impersonate --state -o --output --color)
    __jobs-run_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--stream')
        __jobs-run_add_completions -W 'stdout'$'\n''stderr'$'\n''both'
        return
        ;;
    '--tail')
        return
        ;;
    '--grep')
        return
        ;;
    '--regex')
        return
        ;;
    '--since')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--from')
        return
        ;;
    '--region')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_explain() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(--at -e --env --format -l --selector --state -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--at')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-run_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_simulate() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(--from --to --max-running --herd --percentile --assume --bucket -e --env --format -l --selector --state -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--max-running')
        return
        ;;
    '--herd')
        return
        ;;
    '--percentile')
        return
        ;;
    '--assume')
        return
        ;;
    '--bucket')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-run_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_add() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -q --quiet --version -h --help)
    repeating_options=(--label --env-var --var)
    non_repeating_options=(--schedule --timezone --workdir --dir --file -e --env --format -l --selector --state -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--schedule')
        return
        ;;
    '--timezone')
        return
        ;;
    '--label')
        return
        ;;
    '--env-var')
        return
        ;;
    '--workdir')
        return
        ;;
    '--dir')
        return
        ;;
    '--file')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-run_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_set() {
    repeating_flags=()
    non_repeating_flags=(--all --dry-run -q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(-e --env --format -l --selector --state -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-run_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_enable() {
    repeating_flags=()
    non_repeating_flags=(--all --dry-run -q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(-e --env --format -l --selector --state -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-run_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_disable() {
    repeating_flags=()
    non_repeating_flags=(--all --dry-run -q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(-e --env --format -l --selector --state -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-run_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_rm() {
    repeating_flags=()
    non_repeating_flags=(--all -y --yes --dry-run -q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(-e --env --format -l --selector --state -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-run_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_query() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--timeout --limit --state -o --output --color)
    __jobs-run_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--timeout')
        return
        ;;
    '--limit')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'$'\n''csv'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_dlq() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __jobs-run_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|show|replay|purge)
        # Offer subcommand argument completions
        "_jobs-run_dlq_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list show replay purge' -- "${cur}"))
        ;;
    esac
}

_jobs-run_dlq_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--state -o --output --color)
    __jobs-run_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_dlq_show() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--state -o --output --color)
    __jobs-run_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_dlq_replay() {
    repeating_flags=()
    non_repeating_flags=(--all --again -q --quiet --version -h --help)
    repeating_options=(--set-env --arg)
    non_repeating_options=(-j --parallel --timeout --grace --retries --tasks --state --secrets -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-j'|'--parallel')
        return
        ;;
    '--timeout')
        return
        ;;
    '--grace')
        return
        ;;
    '--retries')
        return
        ;;
    '--tasks')
        return
        ;;
    '--set-env')
        return
        ;;
    '--arg')
        return
        ;;
    '--state')
        return
        ;;
    '--secrets')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_dlq_purge() {
    repeating_flags=()
    non_repeating_flags=(--settled -y --yes -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--before --state -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--before')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_purge() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -y --yes -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--keep-runs --keep-days --keep-dead-letters --state -o --output --color)
    __jobs-run_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--keep-runs')
        return
        ;;
    '--keep-days')
        return
        ;;
    '--keep-dead-letters')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-run_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-run_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-run_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __jobs-run_offer_flags_options -1
}

complete -o default -o filenames -F _jobs-run jobs-run
