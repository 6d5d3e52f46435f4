#!/bin/bash

__jobs-deploy_cursor_index_in_current_word() {
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
__jobs-deploy_offer_flags_options() {
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

__jobs-deploy_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__jobs-deploy_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_jobs-deploy() {
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
    __jobs-deploy_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    plan|apply|drift|rollback|history|prune|status|import|secret|access|force-unlock|help)
        # Offer subcommand argument completions
        "_jobs-deploy_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'plan apply drift rollback history prune status import secret access force-unlock help' -- "${cur}"))
        ;;
    esac
}

_jobs-deploy_plan() {
    repeating_flags=()
    non_repeating_flags=(--exit-code --systemd -q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(--out --why -e --env --format -l --selector --crontab --units --impersonate --state -o --output --color)
    __jobs-deploy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--out')
        return
        ;;
    '--why')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-deploy_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--crontab')
        return
        ;;
    '--units')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-deploy_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-deploy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-deploy_apply() {
    repeating_flags=()
    non_repeating_flags=(--only-drift --resume --rollback-on-failure --allow-incomplete --allow-failed -y --yes --offline --systemd -q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(--spare --verify -j --parallel --wait --approve-by --ticket --override-freeze -e --env --format -l --selector --crontab --units --impersonate --state -o --output --color)
    __jobs-deploy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--spare')
        return
        ;;
    '--verify')
        __jobs-deploy_add_completions -W 'changed'$'\n''all'$'\n''none'
        return
        ;;
    '-j'|'--parallel')
        return
        ;;
    '--wait')
        return
        ;;
    '--approve-by')
        return
        ;;
    '--ticket')
        return
        ;;
    '--override-freeze')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-deploy_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--crontab')
        return
        ;;
    '--units')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-deploy_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-deploy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-deploy_drift() {
    repeating_flags=()
    non_repeating_flags=(--systemd -q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(-e --env --format -l --selector --crontab --units --impersonate --state -o --output --color)
    __jobs-deploy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-deploy_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--crontab')
        return
        ;;
    '--units')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-deploy_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-deploy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-deploy_rollback() {
    repeating_flags=()
    non_repeating_flags=(-y --yes --offline --systemd -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--to --before -j --parallel --wait --approve-by --ticket --override-freeze --crontab --units --impersonate --state -o --output --color)
    __jobs-deploy_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--to')
        return
        ;;
    '--before')
        return
        ;;
    '-j'|'--parallel')
        return
        ;;
    '--wait')
        return
        ;;
    '--approve-by')
        return
        ;;
    '--ticket')
        return
        ;;
    '--override-freeze')
        return
        ;;
    '--crontab')
        return
        ;;
    '--units')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-deploy_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-deploy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-deploy_history() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--days -n --last --state -o --output --color)
    __jobs-deploy_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--days')
        return
        ;;
    '-n'|'--last')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-deploy_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-deploy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-deploy_prune() {
    repeating_flags=()
    non_repeating_flags=(-y --yes --offline --systemd -q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(--max --max-percent --after -j --parallel --wait --approve-by --ticket --override-freeze -e --env --format -l --selector --crontab --units --impersonate --state -o --output --color)
    __jobs-deploy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--max')
        return
        ;;
    '--max-percent')
        return
        ;;
    '--after')
        return
        ;;
    '-j'|'--parallel')
        return
        ;;
    '--wait')
        return
        ;;
    '--approve-by')
        return
        ;;
    '--ticket')
        return
        ;;
    '--override-freeze')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-deploy_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--crontab')
        return
        ;;
    '--units')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-deploy_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-deploy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-deploy_status() {
    repeating_flags=()
    non_repeating_flags=(--watch --systemd -q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(-e --env --format -l --selector --crontab --units --impersonate --state -o --output --color)
    __jobs-deploy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-deploy_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--crontab')
        return
        ;;
    '--units')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-deploy_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-deploy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-deploy_import() {
    repeating_flags=()
    non_repeating_flags=(--code --force --adopt -y --yes --offline --systemd -q --quiet --version -h --help)
    repeating_options=(--region)
    non_repeating_options=(--project --account -e --env --tenant --out -j --parallel --wait --approve-by --ticket --override-freeze --crontab --units --impersonate --state -o --output --color)
    __jobs-deploy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--project')
        return
        ;;
    '--account')
        return
        ;;
    '--region')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--tenant')
        return
        ;;
    '--out')
        return
        ;;
    '-j'|'--parallel')
        return
        ;;
    '--wait')
        return
        ;;
    '--approve-by')
        return
        ;;
    '--ticket')
        return
        ;;
    '--override-freeze')
        return
        ;;
    '--crontab')
        return
        ;;
    '--units')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-deploy_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-deploy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-deploy_secret() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __jobs-deploy_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|put|rotate|disable|enable)
        # Offer subcommand argument completions
        "_jobs-deploy_secret_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list put rotate disable enable' -- "${cur}"))
        ;;
    esac
}

_jobs-deploy_secret_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(--project --region --impersonate -e --env --format -l --selector -o --output --color)
    __jobs-deploy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--project')
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
        __jobs-deploy_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '-o'|'--output')
        __jobs-deploy_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-deploy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-deploy_secret_put() {
    repeating_flags=()
    non_repeating_flags=(--keep-newline -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-e --env --file --project --region --impersonate --approve-by --ticket --override-freeze --state -o --output --color)
    __jobs-deploy_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-e'|'--env')
        return
        ;;
    '--file')
        return
        ;;
    '--project')
        return
        ;;
    '--region')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--approve-by')
        return
        ;;
    '--ticket')
        return
        ;;
    '--override-freeze')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-deploy_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-deploy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-deploy_secret_rotate() {
    repeating_flags=()
    non_repeating_flags=(--keep-newline -q --quiet --version -h --help)
    repeating_options=(--var)
    non_repeating_options=(--keep --file --project --region --impersonate -e --env --format -l --selector --approve-by --ticket --override-freeze --state -o --output --color)
    __jobs-deploy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--keep')
        return
        ;;
    '--file')
        return
        ;;
    '--project')
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
        __jobs-deploy_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--approve-by')
        return
        ;;
    '--ticket')
        return
        ;;
    '--override-freeze')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-deploy_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-deploy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-deploy_secret_disable() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet -y --yes --version -h --help)
    repeating_options=()
    non_repeating_options=(-e --env --project --region --impersonate --approve-by --ticket --override-freeze --state -o --output --color)
    __jobs-deploy_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '-e'|'--env')
        return
        ;;
    '--project')
        return
        ;;
    '--region')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--approve-by')
        return
        ;;
    '--ticket')
        return
        ;;
    '--override-freeze')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-deploy_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-deploy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-deploy_secret_enable() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-e --env --project --region --impersonate --approve-by --ticket --override-freeze --state -o --output --color)
    __jobs-deploy_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '-e'|'--env')
        return
        ;;
    '--project')
        return
        ;;
    '--region')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--approve-by')
        return
        ;;
    '--ticket')
        return
        ;;
    '--override-freeze')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-deploy_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-deploy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-deploy_access() {
    repeating_flags=()
    non_repeating_flags=(-y --yes --offline --systemd -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-e --env --repository -j --parallel --wait --approve-by --ticket --override-freeze --crontab --units --impersonate --state -o --output --color)
    __jobs-deploy_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-e'|'--env')
        return
        ;;
    '--repository')
        return
        ;;
    '-j'|'--parallel')
        return
        ;;
    '--wait')
        return
        ;;
    '--approve-by')
        return
        ;;
    '--ticket')
        return
        ;;
    '--override-freeze')
        return
        ;;
    '--crontab')
        return
        ;;
    '--units')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-deploy_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-deploy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-deploy_force-unlock() {
    repeating_flags=()
    non_repeating_flags=(-y --yes -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--state -o --output --color)
    __jobs-deploy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-deploy_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-deploy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-deploy_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __jobs-deploy_offer_flags_options -1
}

complete -o default -o filenames -F _jobs-deploy jobs-deploy
