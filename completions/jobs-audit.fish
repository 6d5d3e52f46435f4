function __jobs-audit_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __jobs-audit_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __jobs-audit_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __jobs-audit_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __jobs-audit_parse_tokens -S
    set -l unparsed_tokens (__jobs-audit_tokens -pc)
    switch $unparsed_tokens[1]
    case 'jobs-audit'
        __jobs-audit_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'manifests'
            __jobs-audit_parse_subcommand -r 1 'iam=+' 'images=+' 'protected=+' 'e/env=' 'var=+' 'format=' 'l/selector=' 'resource=' 'as-of=' 'scp=+' 'fail-on=' 'baseline=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'iam'
            __jobs-audit_parse_subcommand -r 1 'resource=' 'as-of=' 'scp=+' 'domain=+' 'fail-on=' 'baseline=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'paths'
            __jobs-audit_parse_subcommand -r 1 'to=' 'from=' 'privileged' 'resource=' 'as-of=' 'scp=+' 'fail-on=' 'baseline=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'what-if'
            __jobs-audit_parse_subcommand -r 1 'remove=+' 'to=' 'resource=' 'as-of=' 'scp=+' 'fail-on=' 'baseline=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'diff'
            __jobs-audit_parse_subcommand 2 'to=+' 'resource=' 'as-of=' 'scp=+' 'fail-on=' 'baseline=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'access'
            __jobs-audit_parse_subcommand -r 1 'since=' 'until=' 'principal=' 'fail-on=' 'baseline=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'rules'
            __jobs-audit_parse_subcommand 1 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'log'
            __jobs-audit_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'verify'
                __jobs-audit_parse_subcommand 0 'head=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            case 'show'
                __jobs-audit_parse_subcommand 0 'since=' 'until=' 'tool=' 'action=' 'user=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            case 'export'
                __jobs-audit_parse_subcommand 0 'broken' 'state=' 'version' 'h/help'
            end
        case 'help'
            __jobs-audit_parse_subcommand -r 1 'version'
        end
    end
end

function __jobs-audit_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __jobs-audit_parse_subcommand -S -a positional_count
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

function __jobs-audit_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __jobs-audit_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__jobs-audit_tokens -p)
    if test -z "$(__jobs-audit_tokens -t)"
        set -l index (count (__jobs-audit_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'jobs-audit' -f
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'manifests' -d 'Find what jobs are given too much, and what they leave open.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'iam' -d 'Find what identities, roles and policies give too much.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'paths' -d 'Tell who can come to be whom, or to reach what, step by step.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'what-if' -d 'Tell what comes of taking grants away, before anybody does.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'diff' -d 'Tell what became reachable between two states, and what else is new.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'access' -d 'Tell from the clouds\' logs who was denied, who used keys and secrets, and what looks odd.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'rules' -d 'List the rules, or tell what one finds and why.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'log' -d 'Check and show the log of all acts.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests"' -l 'iam' -d 'What \'iam\' reads, to judge the jobs\' identities by; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests"' -l 'images' -d 'What Trivy, Grype or Artifact Analysis found in images, as JSON; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests"' -l 'protected' -d 'An environment that is judged more strictly; may be given several times. Without it \'prod\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" resource' -l 'resource' -d 'What an input is of that does not say so: of Google \'projects/ID\' or a full name, of AWS an ARN.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" as-of' -l 'as-of' -d 'Judge as of this time (RFC 3339) instead of now.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests"' -l 'scp' -d 'Service control policies of a level of the AWS organisation; once for each level, from the root down.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" fail-on' -l 'fail-on' -d 'Leave with 1 for findings of this severity or worse: info, low, medium, high, critical or never.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" baseline' -l 'baseline' -d 'Records of an earlier run: what was found then is counted, and neither shown nor judged.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam" resource' -l 'resource' -d 'What an input is of that does not say so: of Google \'projects/ID\' or a full name, of AWS an ARN.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam" as-of' -l 'as-of' -d 'Judge as of this time (RFC 3339) instead of now.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam"' -l 'scp' -d 'Service control policies of a level of the AWS organisation; once for each level, from the root down.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam"' -l 'domain' -d 'A domain of the organisation; may be given several times. Others are then found.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam" fail-on' -l 'fail-on' -d 'Leave with 1 for findings of this severity or worse: info, low, medium, high, critical or never.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam" baseline' -l 'baseline' -d 'Records of an earlier run: what was found then is counted, and neither shown nor judged.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" to' -l 'to' -d 'What is at the end: an identity of AWS by ARN or name; of Google an account, job, secret, role or project.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" from' -l 'from' -d 'Who is at the beginning; without it all.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" privileged' -l 'privileged' -d 'Paths to all rights in an account of AWS, or a project, folder or organisation of Google.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" resource' -l 'resource' -d 'What an input is of that does not say so: of Google \'projects/ID\' or a full name, of AWS an ARN.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" as-of' -l 'as-of' -d 'Judge as of this time (RFC 3339) instead of now.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths"' -l 'scp' -d 'Service control policies of a level of the AWS organisation; once for each level, from the root down.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" fail-on' -l 'fail-on' -d 'Leave with 1 for findings of this severity or worse: info, low, medium, high, critical or never.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" baseline' -l 'baseline' -d 'Records of an earlier run: what was found then is counted, and neither shown nor judged.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if"' -l 'remove' -d 'What to take away; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if" to' -l 'to' -d 'What is at the end of the paths; without it all rights there are.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if" resource' -l 'resource' -d 'What an input is of that does not say so: of Google \'projects/ID\' or a full name, of AWS an ARN.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if" as-of' -l 'as-of' -d 'Judge as of this time (RFC 3339) instead of now.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if"' -l 'scp' -d 'Service control policies of a level of the AWS organisation; once for each level, from the root down.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if" fail-on' -l 'fail-on' -d 'Leave with 1 for findings of this severity or worse: info, low, medium, high, critical or never.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if" baseline' -l 'baseline' -d 'Records of an earlier run: what was found then is counted, and neither shown nor judged.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff"' -l 'to' -d 'What else is at the end of paths, beside all rights; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" resource' -l 'resource' -d 'What an input is of that does not say so: of Google \'projects/ID\' or a full name, of AWS an ARN.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" as-of' -l 'as-of' -d 'Judge as of this time (RFC 3339) instead of now.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff"' -l 'scp' -d 'Service control policies of a level of the AWS organisation; once for each level, from the root down.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" fail-on' -l 'fail-on' -d 'Leave with 1 for findings of this severity or worse: info, low, medium, high, critical or never.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" baseline' -l 'baseline' -d 'Records of an earlier run: what was found then is counted, and neither shown nor judged.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" since' -l 'since' -d 'Events since this time (RFC 3339).' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" until' -l 'until' -d 'Events before this time.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" principal' -l 'principal' -d 'Events of identities whose name holds this.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" fail-on' -l 'fail-on' -d 'Leave with 1 for findings of this severity or worse: info, low, medium, high, critical or never.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" baseline' -l 'baseline' -d 'Records of an earlier run: what was found then is counted, and neither shown nor judged.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit rules" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit rules" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit rules" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit rules" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit rules" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit log" -eq 1' -fa 'verify' -d 'Tell whether the log is whole, and where it is not.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit log" -eq 1' -fa 'show' -d 'Show who did what, and what came of it.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit log" -eq 1' -fa 'export' -d 'Write the log as it is, byte for byte, once it was found whole.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log verify" head' -l 'head' -d 'The hash of a line that has to be there still.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log verify" state' -l 'state' -d 'Folder of the log.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log verify" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log verify" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log verify" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log verify" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log verify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log show" since' -l 'since' -d 'Acts since this time (RFC 3339).' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log show" until' -l 'until' -d 'Acts before this time.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log show" tool' -l 'tool' -d 'Acts of this tool.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log show" action' -l 'action' -d 'Acts of this kind, such as \'rollback\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log show" user' -l 'user' -d 'Acts of this user, by their own name or that before sudo.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log show" state' -l 'state' -d 'Folder of the log.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log show" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log show" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log show" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log show" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log export" broken' -l 'broken' -d 'Write a log that is not whole as well.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log export" state' -l 'state' -d 'Folder of the log.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log export" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit log export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit help" version' -l 'version' -d 'Show the version.'
