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
            __jobs-audit_parse_subcommand -r 1 'iam=+' 'images=+' 'protected=+' 'e/env=' 'var=+' 'format=' 'l/selector=' 'resource=' 'as-of=' 'scp=+' 'live=+' 'save=' 'impersonate=' 'policy=' 'no-policy' 'fail-on=' 'baseline=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'iam'
            __jobs-audit_parse_subcommand -r 1 'resource=' 'as-of=' 'scp=+' 'live=+' 'save=' 'impersonate=' 'domain=+' 'policy=' 'no-policy' 'fail-on=' 'baseline=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'paths'
            __jobs-audit_parse_subcommand -r 1 'to=' 'from=' 'privileged' 'resource=' 'as-of=' 'scp=+' 'live=+' 'save=' 'impersonate=' 'policy=' 'no-policy' 'fail-on=' 'baseline=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'what-if'
            __jobs-audit_parse_subcommand -r 1 'remove=+' 'to=' 'resource=' 'as-of=' 'scp=+' 'live=+' 'save=' 'impersonate=' 'fail-on=' 'baseline=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'diff'
            __jobs-audit_parse_subcommand 2 'to=+' 'resource=' 'as-of=' 'scp=+' 'live=+' 'save=' 'impersonate=' 'policy=' 'no-policy' 'fail-on=' 'baseline=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'compliance'
            __jobs-audit_parse_subcommand -r 1 'framework=' 'resource=' 'as-of=' 'scp=+' 'live=+' 'save=' 'impersonate=' 'jobs=+' 'domain=+' 'e/env=' 'var=+' 'format=' 'l/selector=' 'policy=' 'no-policy' 'fail-on=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'access'
            __jobs-audit_parse_subcommand -r 1 'since=' 'until=' 'principal=' 'policy=' 'no-policy' 'fail-on=' 'baseline=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'policy'
            __jobs-audit_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'test'
                __jobs-audit_parse_subcommand 0 'policy=' 'no-policy' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            case 'show'
                __jobs-audit_parse_subcommand 0 'policy=' 'no-policy' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            case 'check'
                __jobs-audit_parse_subcommand 0 'as-of=' 'policy=' 'no-policy' 'fail-on=' 'baseline=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            end
        case 'review'
            __jobs-audit_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'open'
                __jobs-audit_parse_subcommand -r 2 'state=' 'due=' 'known=' 'resource=' 'as-of=' 'scp=+' 'live=+' 'save=' 'impersonate=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            case 'assign'
                __jobs-audit_parse_subcommand 2 'state=' 'item=+' 'principal=' 'grant=' 'on=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            case 'decide'
                __jobs-audit_parse_subcommand 2 'state=' 'by=' 'until=' 'reason=' 'from=' 'item=+' 'principal=' 'grant=' 'on=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            case 'status'
                __jobs-audit_parse_subcommand 1 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            case 'close'
                __jobs-audit_parse_subcommand 1 'state=' 'by=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            end
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
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'compliance' -d 'Hold what was read against a benchmark, and say what was not assessed.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'access' -d 'Tell from the clouds\' logs who was denied, who used keys and secrets, and what looks odd.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'policy' -d 'Test, show and check the organisation\'s policy.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'review' -d 'Review who has what: open, assign, decide, sign off.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'rules' -d 'List the rules, or tell what one finds and why.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'log' -d 'Check and show the log of all acts.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests"' -l 'iam' -d 'What \'iam\' reads, to judge the jobs\' identities by; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests"' -l 'images' -d 'What Trivy, Grype or Artifact Analysis found in images, as JSON; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests"' -l 'protected' -d 'An environment that is judged more strictly; may be given several times. Without it those that the policy or the project protects, or \'prod\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" resource' -l 'resource' -d 'What an input is of that does not say so: of Google \'projects/ID\' or a full name, of AWS an ARN.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" as-of' -l 'as-of' -d 'Judge as of this time (RFC 3339) instead of now.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests"' -l 'scp' -d 'Policies of a level of the AWS organisation (SCP, RCP); once for each level, from the root down.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests"' -l 'live' -d 'Read a cloud: gcp:PROJECT, gcp:folders/ID, gcp:organizations/ID, aws or aws:PROFILE; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" save' -l 'save' -d 'Keep what --live reads in a file, which is an input like any other, and is judged as of when it was read.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" policy' -l 'policy' -d 'The organisation\'s policy: a project file, or a file of kind \'Policy\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" no-policy' -l 'no-policy' -d 'Hold findings against no policy.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" fail-on' -l 'fail-on' -d 'Leave with 1 for findings of this severity or worse: info, low, medium, high, critical or never.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" baseline' -l 'baseline' -d 'Records of an earlier run: what was found then is counted, and neither shown nor judged.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit manifests" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam" resource' -l 'resource' -d 'What an input is of that does not say so: of Google \'projects/ID\' or a full name, of AWS an ARN.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam" as-of' -l 'as-of' -d 'Judge as of this time (RFC 3339) instead of now.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam"' -l 'scp' -d 'Policies of a level of the AWS organisation (SCP, RCP); once for each level, from the root down.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam"' -l 'live' -d 'Read a cloud: gcp:PROJECT, gcp:folders/ID, gcp:organizations/ID, aws or aws:PROFILE; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam" save' -l 'save' -d 'Keep what --live reads in a file, which is an input like any other, and is judged as of when it was read.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam"' -l 'domain' -d 'A domain of the organisation; may be given several times. Others are then found.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam" policy' -l 'policy' -d 'The organisation\'s policy: a project file, or a file of kind \'Policy\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit iam" no-policy' -l 'no-policy' -d 'Hold findings against no policy.'
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
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths"' -l 'scp' -d 'Policies of a level of the AWS organisation (SCP, RCP); once for each level, from the root down.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths"' -l 'live' -d 'Read a cloud: gcp:PROJECT, gcp:folders/ID, gcp:organizations/ID, aws or aws:PROFILE; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" save' -l 'save' -d 'Keep what --live reads in a file, which is an input like any other, and is judged as of when it was read.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" policy' -l 'policy' -d 'The organisation\'s policy: a project file, or a file of kind \'Policy\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit paths" no-policy' -l 'no-policy' -d 'Hold findings against no policy.'
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
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if"' -l 'scp' -d 'Policies of a level of the AWS organisation (SCP, RCP); once for each level, from the root down.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if"' -l 'live' -d 'Read a cloud: gcp:PROJECT, gcp:folders/ID, gcp:organizations/ID, aws or aws:PROFILE; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if" save' -l 'save' -d 'Keep what --live reads in a file, which is an input like any other, and is judged as of when it was read.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit what-if" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
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
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff"' -l 'scp' -d 'Policies of a level of the AWS organisation (SCP, RCP); once for each level, from the root down.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff"' -l 'live' -d 'Read a cloud: gcp:PROJECT, gcp:folders/ID, gcp:organizations/ID, aws or aws:PROFILE; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" save' -l 'save' -d 'Keep what --live reads in a file, which is an input like any other, and is judged as of when it was read.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" policy' -l 'policy' -d 'The organisation\'s policy: a project file, or a file of kind \'Policy\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" no-policy' -l 'no-policy' -d 'Hold findings against no policy.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" fail-on' -l 'fail-on' -d 'Leave with 1 for findings of this severity or worse: info, low, medium, high, critical or never.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" baseline' -l 'baseline' -d 'Records of an earlier run: what was found then is counted, and neither shown nor judged.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit diff" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" framework' -l 'framework' -d 'What to hold it against.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" resource' -l 'resource' -d 'What an input is of that does not say so: of Google \'projects/ID\' or a full name, of AWS an ARN.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" as-of' -l 'as-of' -d 'Judge as of this time (RFC 3339) instead of now.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance"' -l 'scp' -d 'Policies of a level of the AWS organisation (SCP, RCP); once for each level, from the root down.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance"' -l 'live' -d 'Read a cloud: gcp:PROJECT, gcp:folders/ID, gcp:organizations/ID, aws or aws:PROFILE; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" save' -l 'save' -d 'Keep what --live reads in a file, which is an input like any other, and is judged as of when it was read.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance"' -l 'jobs' -d 'Manifests and folders to judge too; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance"' -l 'domain' -d 'A domain of the organisation; may be given several times. Others are then found.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" policy' -l 'policy' -d 'The organisation\'s policy: a project file, or a file of kind \'Policy\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" no-policy' -l 'no-policy' -d 'Hold findings against no policy.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" fail-on' -l 'fail-on' -d 'Leave with 1 where a control fails: fails or never.' -rfka 'fails never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit compliance" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" since' -l 'since' -d 'Events since this time (RFC 3339).' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" until' -l 'until' -d 'Events before this time.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" principal' -l 'principal' -d 'Events of identities whose name holds this.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" policy' -l 'policy' -d 'The organisation\'s policy: a project file, or a file of kind \'Policy\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" no-policy' -l 'no-policy' -d 'Hold findings against no policy.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" fail-on' -l 'fail-on' -d 'Leave with 1 for findings of this severity or worse: info, low, medium, high, critical or never.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" baseline' -l 'baseline' -d 'Records of an earlier run: what was found then is counted, and neither shown nor judged.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit access" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit policy" -eq 1' -fa 'test' -d 'Tell whether the policy finds in its examples what it ought to.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit policy" -eq 1' -fa 'show' -d 'Show what the policy asks, and what it accepts until when.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit policy" -eq 1' -fa 'check' -d 'Find what is wrong with the policy itself.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy test" policy' -l 'policy' -d 'The organisation\'s policy: a project file, or a file of kind \'Policy\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy test" no-policy' -l 'no-policy' -d 'Hold findings against no policy.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy test" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy test" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy test" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy test" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy test" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy show" policy' -l 'policy' -d 'The organisation\'s policy: a project file, or a file of kind \'Policy\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy show" no-policy' -l 'no-policy' -d 'Hold findings against no policy.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy show" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy show" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy show" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy show" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy check" as-of' -l 'as-of' -d 'Judge as of this time (RFC 3339) instead of now.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy check" policy' -l 'policy' -d 'The organisation\'s policy: a project file, or a file of kind \'Policy\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy check" no-policy' -l 'no-policy' -d 'Hold findings against no policy.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy check" fail-on' -l 'fail-on' -d 'Leave with 1 for findings of this severity or worse: info, low, medium, high, critical or never.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy check" baseline' -l 'baseline' -d 'Records of an earlier run: what was found then is counted, and neither shown nor judged.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy check" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy check" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy check" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy check" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit policy check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit review" -eq 1' -fa 'open' -d 'Freeze who has what, for people to look at.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit review" -eq 1' -fa 'assign' -d 'Give grants to a reviewer.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit review" -eq 1' -fa 'decide' -d 'Note what a reviewer decides: keep, revoke, or limit until a day.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit review" -eq 1' -fa 'status' -d 'Tell who decided what, and what is left.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_positional "jobs-audit review" -eq 1' -fa 'close' -d 'Sign a review off, and write what comes of it.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review open" state' -l 'state' -d 'Folder of the audit log.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review open" due' -l 'due' -d 'The last day for decisions: 2027-01-15.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review open" known' -l 'known' -d 'People, groups and accounts that there are, an address or name a line: others are marked as orphans.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review open" resource' -l 'resource' -d 'What an input is of that does not say so: of Google \'projects/ID\' or a full name, of AWS an ARN.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review open" as-of' -l 'as-of' -d 'Judge as of this time (RFC 3339) instead of now.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review open"' -l 'scp' -d 'Policies of a level of the AWS organisation (SCP, RCP); once for each level, from the root down.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review open"' -l 'live' -d 'Read a cloud: gcp:PROJECT, gcp:folders/ID, gcp:organizations/ID, aws or aws:PROFILE; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review open" save' -l 'save' -d 'Keep what --live reads in a file, which is an input like any other, and is judged as of when it was read.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review open" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review open" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review open" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review open" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review open" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review open" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review assign" state' -l 'state' -d 'Folder of the audit log.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review assign"' -l 'item' -d 'An item by its id; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review assign" principal' -l 'principal' -d 'Those of whom this pattern fits.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review assign" grant' -l 'grant' -d 'Those of a role, policy or group that this pattern fits.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review assign" on' -l 'on' -d 'Those on a resource that this pattern fits, as \'*projects/acme-*\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review assign" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review assign" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review assign" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review assign" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review assign" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review decide" state' -l 'state' -d 'Folder of the audit log.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review decide" by' -l 'by' -d 'Whose decision it is.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review decide" until' -l 'until' -d 'The day on which a grant ends that is limited: 2027-03-31.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review decide" reason' -l 'reason' -d 'Why; for a keep of what is marked it is asked for.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review decide" from' -l 'from' -d 'A table of decisions, as CSV or JSON; \'-\' for standard input.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review decide"' -l 'item' -d 'An item by its id; may be given several times.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review decide" principal' -l 'principal' -d 'Those of whom this pattern fits.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review decide" grant' -l 'grant' -d 'Those of a role, policy or group that this pattern fits.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review decide" on' -l 'on' -d 'Those on a resource that this pattern fits, as \'*projects/acme-*\'.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review decide" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review decide" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review decide" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review decide" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review decide" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review status" state' -l 'state' -d 'Folder of the audit log.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review status" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review status" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review status" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review status" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review status" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review close" state' -l 'state' -d 'Folder of the audit log.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review close" by' -l 'by' -d 'Who signs.' -rfka ''
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review close" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html sarif github junit focus ocsf'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review close" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review close" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review close" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-audit' -n '__jobs-audit_should_offer_completions_for_flags_or_options "jobs-audit review close" h help' -s 'h' -l 'help' -d 'Show help information.'
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
