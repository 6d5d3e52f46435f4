function __jobs-validate_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __jobs-validate_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __jobs-validate_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __jobs-validate_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __jobs-validate_parse_tokens -S
    set -l unparsed_tokens (__jobs-validate_tokens -pc)
    switch $unparsed_tokens[1]
    case 'jobs-validate'
        __jobs-validate_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'check'
            __jobs-validate_parse_subcommand -r 1 'e/env=' 'var=+' 'format=' 'l/selector=' 'o/output=' 'q/quiet' 'color=' 'report=+' 'fail-on=' 'select=' 'ignore=' 'baseline=' 'write-baseline=' 'baseline-days=' 'fix' 'diff' 'unsafe-fixes' 'staged' 'since=' 'stats' 'j/parallel=' 'version' 'h/help'
        case 'explain'
            __jobs-validate_parse_subcommand 1 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'rules'
            __jobs-validate_parse_subcommand -r 1 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'schema'
            __jobs-validate_parse_subcommand 1 'version' 'h/help'
        case 'example'
            __jobs-validate_parse_subcommand 1 'version' 'h/help'
        case 'convert'
            __jobs-validate_parse_subcommand -r 1 'to=' 'e/env=' 'var=+' 'format=' 'l/selector=' 'output-dir=' 'force' 'q/quiet' 'version' 'h/help'
        case 'help'
            __jobs-validate_parse_subcommand -r 1 'version'
        end
    end
end

function __jobs-validate_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __jobs-validate_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __jobs-validate_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __jobs-validate_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__jobs-validate_tokens -p)
    if test -z "$(__jobs-validate_tokens -t)"
        set -l index (count (__jobs-validate_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_positional "jobs-validate" -eq 1' -fa 'check' -d 'Check manifests and hand on their jobs (the default).'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_positional "jobs-validate" -eq 1' -fa 'explain' -d 'Print the page of a rule.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_positional "jobs-validate" -eq 1' -fa 'rules' -d 'List the rules.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_positional "jobs-validate" -eq 1' -fa 'schema' -d 'Print a JSON Schema of a format, for editors.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_positional "jobs-validate" -eq 1' -fa 'example' -d 'Print a job of a format to begin with.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_positional "jobs-validate" -eq 1' -fa 'convert' -d 'Write jobs in another format.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_positional "jobs-validate" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json sarif github junit'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check"' -l 'report' -d 'Write a report beside the output (repeatable): human, ndjson, json, sarif, github or junit.' -rfka ''
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" fail-on' -l 'fail-on' -d 'Leave with 1 from this level on: error, warning, info or never.' -rfka 'error warning info never'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" select' -l 'select' -d 'Judge by these rules only: codes or their beginnings.' -rfka ''
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" ignore' -l 'ignore' -d 'Leave these rules out.' -rfka ''
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" baseline' -l 'baseline' -d 'Accept the findings that the file lists.' -rfka ''
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" write-baseline' -l 'write-baseline' -d 'Write a baseline of what is found now, and leave with 0.' -rfka ''
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" baseline-days' -l 'baseline-days' -d 'Days until a baseline that is written ends.' -rfka ''
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" fix' -l 'fix' -d 'Mend what has a safe fix, in the files themselves.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" diff' -l 'diff' -d 'Print the patch that --fix would make, and leave with 1 if there is one.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" unsafe-fixes' -l 'unsafe-fixes' -d 'With --fix and --diff: also fixes that may change what a job means.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" staged' -l 'staged' -d 'Check what is staged for the next commit, from Git\'s index.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" since' -l 'since' -d 'Check what HEAD changed since a revision.' -rfka ''
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" stats' -l 'stats' -d 'Say how much was read and how long it took.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" j parallel' -s 'j' -l 'parallel' -d 'Files to check at once; default the processors.' -rfka ''
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate explain" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate explain" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate explain" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate explain" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate rules" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate rules" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate rules" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate rules" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate rules" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_positional "jobs-validate schema" -eq 1' -fka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate schema" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate schema" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_positional "jobs-validate example" -eq 1' -fka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate example" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate example" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate convert" to' -l 'to' -d 'The format to write: jobs, cloudrun, crontab, jobfile or windows, a task of its Task Scheduler.' -rfka 'jobs cloudrun crontab jobfile windows'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate convert" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate convert"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate convert" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate convert" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate convert" output-dir' -l 'output-dir' -d 'Write one file a job into this folder instead of standard output.' -rfka ''
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate convert" force' -l 'force' -d 'With --output-dir: replace files that are there.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate convert" q quiet' -s 'q' -l 'quiet' -d 'Say no warnings on standard error.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate convert" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate convert" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-validate' -n '__jobs-validate_should_offer_completions_for_flags_or_options "jobs-validate help" version' -l 'version' -d 'Show the version.'
