#!/bin/bash

__jobs-audit_cursor_index_in_current_word() {
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
__jobs-audit_offer_flags_options() {
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

__jobs-audit_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__jobs-audit_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_jobs-audit() {
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
    __jobs-audit_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    manifests|iam|paths|what-if|diff|compliance|access|recommend|policy|review|rules|data|log|help)
        # Offer subcommand argument completions
        "_jobs-audit_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'manifests iam paths what-if diff compliance access recommend policy review rules data log help' -- "${cur}"))
        ;;
    esac
}

_jobs-audit_manifests() {
    repeating_flags=()
    non_repeating_flags=(--no-policy -q --quiet --version -h --help)
    repeating_options=(--iam --images --protected --var --scp --session-policy --live --region)
    non_repeating_options=(-e --env --format -l --selector --resource --as-of --save --impersonate --policy --fail-on --baseline --state -o --output --color)
    __jobs-audit_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--iam')
        return
        ;;
    '--images')
        return
        ;;
    '--protected')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-audit_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--resource')
        return
        ;;
    '--as-of')
        return
        ;;
    '--scp')
        return
        ;;
    '--session-policy')
        return
        ;;
    '--live')
        return
        ;;
    '--region')
        return
        ;;
    '--save')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--policy')
        return
        ;;
    '--fail-on')
        __jobs-audit_add_completions -W 'info'$'\n''low'$'\n''medium'$'\n''high'$'\n''critical'$'\n''never'
        return
        ;;
    '--baseline')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'$'\n''csv'$'\n''markdown'$'\n''html'$'\n''sarif'$'\n''ocsf'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_iam() {
    repeating_flags=()
    non_repeating_flags=(--no-policy -q --quiet --version -h --help)
    repeating_options=(--scp --session-policy --live --region --domain)
    non_repeating_options=(--resource --as-of --save --impersonate --policy --fail-on --baseline --state -o --output --color)
    __jobs-audit_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--resource')
        return
        ;;
    '--as-of')
        return
        ;;
    '--scp')
        return
        ;;
    '--session-policy')
        return
        ;;
    '--live')
        return
        ;;
    '--region')
        return
        ;;
    '--save')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--domain')
        return
        ;;
    '--policy')
        return
        ;;
    '--fail-on')
        __jobs-audit_add_completions -W 'info'$'\n''low'$'\n''medium'$'\n''high'$'\n''critical'$'\n''never'
        return
        ;;
    '--baseline')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'$'\n''csv'$'\n''markdown'$'\n''html'$'\n''sarif'$'\n''ocsf'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_paths() {
    repeating_flags=()
    non_repeating_flags=(--privileged --no-policy -q --quiet --version -h --help)
    repeating_options=(--scp --session-policy --live --region)
    non_repeating_options=(--to --from --resource --as-of --save --impersonate --policy --fail-on --baseline --state -o --output --color)
    __jobs-audit_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--to')
        return
        ;;
    '--from')
        return
        ;;
    '--resource')
        return
        ;;
    '--as-of')
        return
        ;;
    '--scp')
        return
        ;;
    '--session-policy')
        return
        ;;
    '--live')
        return
        ;;
    '--region')
        return
        ;;
    '--save')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--policy')
        return
        ;;
    '--fail-on')
        __jobs-audit_add_completions -W 'info'$'\n''low'$'\n''medium'$'\n''high'$'\n''critical'$'\n''never'
        return
        ;;
    '--baseline')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'$'\n''csv'$'\n''markdown'$'\n''html'$'\n''sarif'$'\n''ocsf'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_what-if() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--remove --scp --session-policy --live --region)
    non_repeating_options=(--to --resource --as-of --save --impersonate --fail-on --baseline --state -o --output --color)
    __jobs-audit_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--remove')
        return
        ;;
    '--to')
        return
        ;;
    '--resource')
        return
        ;;
    '--as-of')
        return
        ;;
    '--scp')
        return
        ;;
    '--session-policy')
        return
        ;;
    '--live')
        return
        ;;
    '--region')
        return
        ;;
    '--save')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--fail-on')
        __jobs-audit_add_completions -W 'info'$'\n''low'$'\n''medium'$'\n''high'$'\n''critical'$'\n''never'
        return
        ;;
    '--baseline')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_diff() {
    repeating_flags=()
    non_repeating_flags=(--no-policy -q --quiet --version -h --help)
    repeating_options=(--to --scp --session-policy --live --region)
    non_repeating_options=(--resource --as-of --save --impersonate --policy --fail-on --baseline --state -o --output --color)
    __jobs-audit_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--to')
        return
        ;;
    '--resource')
        return
        ;;
    '--as-of')
        return
        ;;
    '--scp')
        return
        ;;
    '--session-policy')
        return
        ;;
    '--live')
        return
        ;;
    '--region')
        return
        ;;
    '--save')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--policy')
        return
        ;;
    '--fail-on')
        __jobs-audit_add_completions -W 'info'$'\n''low'$'\n''medium'$'\n''high'$'\n''critical'$'\n''never'
        return
        ;;
    '--baseline')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'$'\n''csv'$'\n''markdown'$'\n''html'$'\n''sarif'$'\n''ocsf'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_compliance() {
    repeating_flags=()
    non_repeating_flags=(--no-policy -q --quiet --version -h --help)
    repeating_options=(--scp --session-policy --live --region --jobs --domain --var)
    non_repeating_options=(--framework --resource --as-of --save --impersonate -e --env --format -l --selector --policy --fail-on --state -o --output --color)
    __jobs-audit_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--framework')
        __jobs-audit_add_completions -W 'cis-gcp-5.0'$'\n''cis-aws-7.0'
        return
        ;;
    '--resource')
        return
        ;;
    '--as-of')
        return
        ;;
    '--scp')
        return
        ;;
    '--session-policy')
        return
        ;;
    '--live')
        return
        ;;
    '--region')
        return
        ;;
    '--save')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--jobs')
        return
        ;;
    '--domain')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-audit_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--policy')
        return
        ;;
    '--fail-on')
        __jobs-audit_add_completions -W 'fails'$'\n''never'
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'$'\n''csv'$'\n''markdown'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_access() {
    repeating_flags=()
    non_repeating_flags=(--no-policy -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--since --until --principal --policy --fail-on --baseline -o --output --color)
    __jobs-audit_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--principal')
        return
        ;;
    '--policy')
        return
        ;;
    '--fail-on')
        __jobs-audit_add_completions -W 'info'$'\n''low'$'\n''medium'$'\n''high'$'\n''critical'$'\n''never'
        return
        ;;
    '--baseline')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'$'\n''csv'$'\n''markdown'$'\n''html'$'\n''sarif'$'\n''ocsf'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_recommend() {
    repeating_flags=()
    non_repeating_flags=(--no-policy -q --quiet --version -h --help)
    repeating_options=(--job --deployer --operator --iam --access --var --scp --session-policy --live --region)
    non_repeating_options=(-e --env --format -l --selector --resource --as-of --save --impersonate --policy --fail-on --baseline --state -o --output --color)
    __jobs-audit_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--job')
        return
        ;;
    '--deployer')
        return
        ;;
    '--operator')
        return
        ;;
    '--iam')
        return
        ;;
    '--access')
        return
        ;;
    '-e'|'--env')
        return
        ;;
    '--var')
        return
        ;;
    '--format')
        __jobs-audit_add_completions -W 'jobs'$'\n''project'$'\n''crontopus'$'\n''cloudrun'$'\n''jobfile'$'\n''crontab'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--resource')
        return
        ;;
    '--as-of')
        return
        ;;
    '--scp')
        return
        ;;
    '--session-policy')
        return
        ;;
    '--live')
        return
        ;;
    '--region')
        return
        ;;
    '--save')
        return
        ;;
    '--impersonate')
        return
        ;;
    '--policy')
        return
        ;;
    '--fail-on')
        __jobs-audit_add_completions -W 'info'$'\n''low'$'\n''medium'$'\n''high'$'\n''critical'$'\n''never'
        return
        ;;
    '--baseline')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'$'\n''markdown'$'\n''html'$'\n''sarif'$'\n''ocsf'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_policy() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __jobs-audit_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    test|show|check)
        # Offer subcommand argument completions
        "_jobs-audit_policy_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'test show check' -- "${cur}"))
        ;;
    esac
}

_jobs-audit_policy_test() {
    repeating_flags=()
    non_repeating_flags=(--no-policy -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--policy --state -o --output --color)
    __jobs-audit_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--policy')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_policy_show() {
    repeating_flags=()
    non_repeating_flags=(--no-policy -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--policy -o --output --color)
    __jobs-audit_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--policy')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_policy_check() {
    repeating_flags=()
    non_repeating_flags=(--no-policy -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as-of --policy --fail-on --baseline -o --output --color)
    __jobs-audit_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--as-of')
        return
        ;;
    '--policy')
        return
        ;;
    '--fail-on')
        __jobs-audit_add_completions -W 'info'$'\n''low'$'\n''medium'$'\n''high'$'\n''critical'$'\n''never'
        return
        ;;
    '--baseline')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'$'\n''csv'$'\n''markdown'$'\n''html'$'\n''sarif'$'\n''ocsf'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_review() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __jobs-audit_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    open|assign|decide|status|close)
        # Offer subcommand argument completions
        "_jobs-audit_review_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'open assign decide status close' -- "${cur}"))
        ;;
    esac
}

_jobs-audit_review_open() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--scp --session-policy --live --region)
    non_repeating_options=(--state --due --known --people --resource --as-of --save --impersonate -o --output --color)
    __jobs-audit_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--state')
        return
        ;;
    '--due')
        return
        ;;
    '--known')
        return
        ;;
    '--people')
        return
        ;;
    '--resource')
        return
        ;;
    '--as-of')
        return
        ;;
    '--scp')
        return
        ;;
    '--session-policy')
        return
        ;;
    '--live')
        return
        ;;
    '--region')
        return
        ;;
    '--save')
        return
        ;;
    '--impersonate')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_review_assign() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--item)
    non_repeating_options=(--state --principal --grant --on -o --output --color)
    __jobs-audit_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--state')
        return
        ;;
    '--item')
        return
        ;;
    '--principal')
        return
        ;;
    '--grant')
        return
        ;;
    '--on')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_review_decide() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--item)
    non_repeating_options=(--state --by --until --reason --from --principal --grant --on -o --output --color)
    __jobs-audit_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--state')
        return
        ;;
    '--by')
        return
        ;;
    '--until')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--item')
        return
        ;;
    '--principal')
        return
        ;;
    '--grant')
        return
        ;;
    '--on')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_review_status() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--state -o --output --color)
    __jobs-audit_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'$'\n''csv'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_review_close() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--state --by -o --output --color)
    __jobs-audit_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--state')
        return
        ;;
    '--by')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_rules() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-o --output --color)
    __jobs-audit_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'$'\n''csv'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_data() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __jobs-audit_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    show|check|replace|reset)
        # Offer subcommand argument completions
        "_jobs-audit_data_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'show check replace reset' -- "${cur}"))
        ;;
    esac
}

_jobs-audit_data_show() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--state -o --output --color)
    __jobs-audit_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'$'\n''csv'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_data_check() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--max-age --state -o --output --color)
    __jobs-audit_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--max-age')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'$'\n''csv'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_data_replace() {
    repeating_flags=()
    non_repeating_flags=(--older -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--state -o --output --color)
    __jobs-audit_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_data_reset() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--state -o --output --color)
    __jobs-audit_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __jobs-audit_add_completions -W 'aws-actions'$'\n''google-roles'
        return
        ;;
    esac
}

_jobs-audit_log() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __jobs-audit_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    verify|show|export)
        # Offer subcommand argument completions
        "_jobs-audit_log_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'verify show export' -- "${cur}"))
        ;;
    esac
}

_jobs-audit_log_verify() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--head --state -o --output --color)
    __jobs-audit_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--head')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_log_show() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--since --until --tool --action --user --state -o --output --color)
    __jobs-audit_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--tool')
        return
        ;;
    '--action')
        return
        ;;
    '--user')
        return
        ;;
    '--state')
        return
        ;;
    '-o'|'--output')
        __jobs-audit_add_completions -W 'auto'$'\n''human'$'\n''ndjson'$'\n''json'
        return
        ;;
    '--color')
        __jobs-audit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_jobs-audit_log_export() {
    repeating_flags=()
    non_repeating_flags=(--broken --version -h --help)
    repeating_options=()
    non_repeating_options=(--state)
    __jobs-audit_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--state')
        return
        ;;
    esac
}

_jobs-audit_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __jobs-audit_offer_flags_options -1
}

complete -o default -o filenames -F _jobs-audit jobs-audit
