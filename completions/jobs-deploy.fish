function __jobs-deploy_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __jobs-deploy_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __jobs-deploy_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __jobs-deploy_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __jobs-deploy_parse_tokens -S
    set -l unparsed_tokens (__jobs-deploy_tokens -pc)
    switch $unparsed_tokens[1]
    case 'jobs-deploy'
        __jobs-deploy_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'plan'
            __jobs-deploy_parse_subcommand -r 1 'out=' 'exit-code' 'why=' 'e/env=' 'var=+' 'format=' 'l/selector=' 'crontab=' 'systemd' 'units=' 'impersonate=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'apply'
            __jobs-deploy_parse_subcommand -r 1 'only-drift' 'resume' 'spare=' 'verify=' 'rollback-on-failure' 'allow-incomplete' 'allow-failed' 'y/yes' 'j/parallel=' 'offline' 'wait=' 'approve-by=' 'ticket=' 'override-freeze=' 'e/env=' 'var=+' 'format=' 'l/selector=' 'crontab=' 'systemd' 'units=' 'impersonate=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'drift'
            __jobs-deploy_parse_subcommand -r 1 'e/env=' 'var=+' 'format=' 'l/selector=' 'crontab=' 'systemd' 'units=' 'impersonate=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'rollback'
            __jobs-deploy_parse_subcommand 0 'to=' 'before=' 'y/yes' 'j/parallel=' 'offline' 'wait=' 'approve-by=' 'ticket=' 'override-freeze=' 'crontab=' 'systemd' 'units=' 'impersonate=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'history'
            __jobs-deploy_parse_subcommand 0 'days=' 'n/last=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'prune'
            __jobs-deploy_parse_subcommand -r 1 'max=' 'max-percent=' 'after=' 'y/yes' 'j/parallel=' 'offline' 'wait=' 'approve-by=' 'ticket=' 'override-freeze=' 'e/env=' 'var=+' 'format=' 'l/selector=' 'crontab=' 'systemd' 'units=' 'impersonate=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'status'
            __jobs-deploy_parse_subcommand -r 1 'watch' 'e/env=' 'var=+' 'format=' 'l/selector=' 'crontab=' 'systemd' 'units=' 'impersonate=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'import'
            __jobs-deploy_parse_subcommand -r 1 'project=' 'account=' 'region=+' 'e/env=' 'tenant=' 'out=' 'code' 'force' 'adopt' 'y/yes' 'j/parallel=' 'offline' 'wait=' 'approve-by=' 'ticket=' 'override-freeze=' 'crontab=' 'systemd' 'units=' 'impersonate=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'secret'
            __jobs-deploy_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'list'
                __jobs-deploy_parse_subcommand -r 1 'project=' 'region=' 'impersonate=' 'e/env=' 'var=+' 'format=' 'l/selector=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            case 'put'
                __jobs-deploy_parse_subcommand 1 'e/env=' 'file=' 'keep-newline' 'project=' 'region=' 'impersonate=' 'approve-by=' 'ticket=' 'override-freeze=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            case 'rotate'
                __jobs-deploy_parse_subcommand -r 2 'keep=' 'file=' 'keep-newline' 'project=' 'region=' 'impersonate=' 'e/env=' 'var=+' 'format=' 'l/selector=' 'approve-by=' 'ticket=' 'override-freeze=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            case 'disable'
                __jobs-deploy_parse_subcommand 2 'e/env=' 'project=' 'region=' 'impersonate=' 'approve-by=' 'ticket=' 'override-freeze=' 'state=' 'o/output=' 'q/quiet' 'color=' 'y/yes' 'version' 'h/help'
            case 'enable'
                __jobs-deploy_parse_subcommand 2 'e/env=' 'project=' 'region=' 'impersonate=' 'approve-by=' 'ticket=' 'override-freeze=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            end
        case 'access'
            __jobs-deploy_parse_subcommand 0 'e/env=' 'repository=' 'y/yes' 'j/parallel=' 'offline' 'wait=' 'approve-by=' 'ticket=' 'override-freeze=' 'crontab=' 'systemd' 'units=' 'impersonate=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'force-unlock'
            __jobs-deploy_parse_subcommand -r 1 'y/yes' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'help'
            __jobs-deploy_parse_subcommand -r 1 'version'
        end
    end
end

function __jobs-deploy_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __jobs-deploy_parse_subcommand -S -a positional_count
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

function __jobs-deploy_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __jobs-deploy_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__jobs-deploy_tokens -p)
    if test -z "$(__jobs-deploy_tokens -t)"
        set -l index (count (__jobs-deploy_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy" -eq 1' -fa 'plan' -d 'Show what \'apply\' would change, and change nothing.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy" -eq 1' -fa 'apply' -d 'Make the world match the manifests.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy" -eq 1' -fa 'drift' -d 'Show what somebody changed by hand since the last \'apply\'.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy" -eq 1' -fa 'rollback' -d 'Take runs back: the world becomes what it was before them.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy" -eq 1' -fa 'history' -d 'List the runs that changed something: who, when, from which commit, and how they ended.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy" -eq 1' -fa 'prune' -d 'Be rid of what was deployed for jobs that are gone.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy" -eq 1' -fa 'status' -d 'Show each place in one row: what is ours, what differs, and when it was changed last.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy" -eq 1' -fa 'import' -d 'Write manifests of jobs that are there already, and take them over.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy" -eq 1' -fa 'secret' -d 'Keep the secrets that jobs read: list, put, rotate, disable, enable.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy" -eq 1' -fa 'access' -d 'Let workflows of GitHub deploy an environment to AWS, without keys.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy" -eq 1' -fa 'force-unlock' -d 'Take places away from a run that hangs.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" out' -l 'out' -d 'Write the plan to a file too, for \'apply FILE\'.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" exit-code' -l 'exit-code' -d 'End with 1 if there are changes.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" why' -l 'why' -d 'Say of a field that the world has and the plan does not show why that is.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" crontab' -l 'crontab' -d 'The crontab to deploy to, as a file.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" systemd' -l 'systemd' -d 'Deploy to services and timers of systemd, in place of a crontab.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" units' -l 'units' -d 'The folder of the units; with it systemd is not told, which is for images and other hosts.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" state' -l 'state' -d 'Folder of the audit log, the journals of runs, and the note of what was applied.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy plan" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" only-drift' -l 'only-drift' -d 'Only undo what somebody changed by hand: fields become again what was applied last.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" resume' -l 'resume' -d 'Go on with the run that was interrupted last, as it was planned.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" spare' -l 'spare' -d 'Put off changes of jobs that run now or are due within this time, such as 10m; 0 for none.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" verify' -l 'verify' -d 'Which jobs are verified afterwards, as their \'verify\' says: changed, all or none.' -rfka 'changed all none'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" rollback-on-failure' -l 'rollback-on-failure' -d 'Take back what this run changed if a change or a check of it fails; what cannot be taken back is named.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" allow-incomplete' -l 'allow-incomplete' -d 'Accept a stream without its \'end\' record.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" allow-failed' -l 'allow-failed' -d 'Accept a stream or manifests with errors; jobs that have one are left out.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" y yes' -s 'y' -l 'yes' -d 'Ask no question.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" j parallel' -s 'j' -l 'parallel' -d 'As many changes at once, where a place allows it.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" offline' -l 'offline' -d 'Do not ask first what is missing in a cloud.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" wait' -l 'wait' -d 'For how long to wait for another run that changes the same place, such as 10m; without it not at all.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" approve-by' -l 'approve-by' -d 'Who approved it, where the environment is protected.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" ticket' -l 'ticket' -d 'Where the approval is found.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" override-freeze' -l 'override-freeze' -d 'Act though the project\'s deployments are frozen, and say why.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" crontab' -l 'crontab' -d 'The crontab to deploy to, as a file.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" systemd' -l 'systemd' -d 'Deploy to services and timers of systemd, in place of a crontab.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" units' -l 'units' -d 'The folder of the units; with it systemd is not told, which is for images and other hosts.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" state' -l 'state' -d 'Folder of the audit log, the journals of runs, and the note of what was applied.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy apply" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy drift" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy drift"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy drift" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy drift" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy drift" crontab' -l 'crontab' -d 'The crontab to deploy to, as a file.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy drift" systemd' -l 'systemd' -d 'Deploy to services and timers of systemd, in place of a crontab.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy drift" units' -l 'units' -d 'The folder of the units; with it systemd is not told, which is for images and other hosts.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy drift" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy drift" state' -l 'state' -d 'Folder of the audit log, the journals of runs, and the note of what was applied.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy drift" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy drift" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy drift" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy drift" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy drift" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" to' -l 'to' -d 'The run after which the world is to be as it was.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" before' -l 'before' -d 'The run before which the world is to be as it was.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" y yes' -s 'y' -l 'yes' -d 'Ask no question.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" j parallel' -s 'j' -l 'parallel' -d 'As many changes at once, where a place allows it.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" offline' -l 'offline' -d 'Do not ask first what is missing in a cloud.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" wait' -l 'wait' -d 'For how long to wait for another run that changes the same place, such as 10m; without it not at all.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" approve-by' -l 'approve-by' -d 'Who approved it, where the environment is protected.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" ticket' -l 'ticket' -d 'Where the approval is found.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" override-freeze' -l 'override-freeze' -d 'Act though the project\'s deployments are frozen, and say why.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" crontab' -l 'crontab' -d 'The crontab to deploy to, as a file.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" systemd' -l 'systemd' -d 'Deploy to services and timers of systemd, in place of a crontab.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" units' -l 'units' -d 'The folder of the units; with it systemd is not told, which is for images and other hosts.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" state' -l 'state' -d 'Folder of the audit log, the journals of runs, and the note of what was applied.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy rollback" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy history" days' -l 'days' -d 'Only of the last days.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy history" last n' -s 'n' -l 'last' -d 'Only the last runs; figures are of all.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy history" state' -l 'state' -d 'Folder of the audit log, the journals of runs, and the note of what was applied.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy history" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy history" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy history" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy history" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy history" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" max' -l 'max' -d 'Refuse to prune more than this.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" max-percent' -l 'max-percent' -d 'Refuse to prune more than this share of what is ours there.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" after' -l 'after' -d 'Days out of use before something is deleted; 0 deletes at once.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" y yes' -s 'y' -l 'yes' -d 'Ask no question.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" j parallel' -s 'j' -l 'parallel' -d 'As many changes at once, where a place allows it.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" offline' -l 'offline' -d 'Do not ask first what is missing in a cloud.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" wait' -l 'wait' -d 'For how long to wait for another run that changes the same place, such as 10m; without it not at all.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" approve-by' -l 'approve-by' -d 'Who approved it, where the environment is protected.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" ticket' -l 'ticket' -d 'Where the approval is found.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" override-freeze' -l 'override-freeze' -d 'Act though the project\'s deployments are frozen, and say why.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" crontab' -l 'crontab' -d 'The crontab to deploy to, as a file.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" systemd' -l 'systemd' -d 'Deploy to services and timers of systemd, in place of a crontab.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" units' -l 'units' -d 'The folder of the units; with it systemd is not told, which is for images and other hosts.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" state' -l 'state' -d 'Folder of the audit log, the journals of runs, and the note of what was applied.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy prune" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy status" watch' -l 'watch' -d 'Look again every ten seconds, until interrupted; needs a terminal.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy status" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy status"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy status" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy status" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy status" crontab' -l 'crontab' -d 'The crontab to deploy to, as a file.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy status" systemd' -l 'systemd' -d 'Deploy to services and timers of systemd, in place of a crontab.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy status" units' -l 'units' -d 'The folder of the units; with it systemd is not told, which is for images and other hosts.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy status" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy status" state' -l 'state' -d 'Folder of the audit log, the journals of runs, and the note of what was applied.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy status" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy status" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy status" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy status" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy status" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" project' -l 'project' -d 'Look at Cloud Run in this project of Google Cloud.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" account' -l 'account' -d 'Look at Lambda in this account of AWS, of which the credentials are.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import"' -l 'region' -d 'Look in this region (repeatable); without it in those of the environment.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" e env' -s 'e' -l 'env' -d 'The environment of jobs that bear no mark yet.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" tenant' -l 'tenant' -d 'The tenant of jobs that bear no mark yet.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" out' -l 'out' -d 'Write one file a job into this folder.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" code' -l 'code' -d 'With --out: fetch the code of functions too.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" force' -l 'force' -d 'With --out: replace files that are there.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" adopt' -l 'adopt' -d 'Take the jobs over that are named: write our mark onto them, and nothing else.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" y yes' -s 'y' -l 'yes' -d 'Ask no question.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" j parallel' -s 'j' -l 'parallel' -d 'As many changes at once, where a place allows it.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" offline' -l 'offline' -d 'Do not ask first what is missing in a cloud.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" wait' -l 'wait' -d 'For how long to wait for another run that changes the same place, such as 10m; without it not at all.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" approve-by' -l 'approve-by' -d 'Who approved it, where the environment is protected.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" ticket' -l 'ticket' -d 'Where the approval is found.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" override-freeze' -l 'override-freeze' -d 'Act though the project\'s deployments are frozen, and say why.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" crontab' -l 'crontab' -d 'The crontab to deploy to, as a file.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" systemd' -l 'systemd' -d 'Deploy to services and timers of systemd, in place of a crontab.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" units' -l 'units' -d 'The folder of the units; with it systemd is not told, which is for images and other hosts.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" state' -l 'state' -d 'Folder of the audit log, the journals of runs, and the note of what was applied.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy import" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy secret" -eq 1' -fa 'list' -d 'Show which job reads which secret, and what is missing.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy secret" -eq 1' -fa 'put' -d 'Give a secret a value, which becomes the current one.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy secret" -eq 1' -fa 'rotate' -d 'Give a secret another value, and take old versions out of use.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy secret" -eq 1' -fa 'disable' -d 'Take a version of a secret out of use.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_positional "jobs-deploy secret" -eq 1' -fa 'enable' -d 'Bring a version of a secret back that was disabled.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret list" project' -l 'project' -d 'Secret Manager of this project of Google Cloud.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret list" region' -l 'region' -d 'AWS Secrets Manager in this region.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret list" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret list" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret list"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret list" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret list" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret list" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret list" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret list" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret list" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret put" e env' -s 'e' -l 'env' -d 'The environment of the project file.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret put" file' -l 'file' -d 'Read the value from this file; without it from standard input.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret put" keep-newline' -l 'keep-newline' -d 'Keep a line break at the end.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret put" project' -l 'project' -d 'Secret Manager of this project of Google Cloud.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret put" region' -l 'region' -d 'AWS Secrets Manager in this region.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret put" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret put" approve-by' -l 'approve-by' -d 'Who approved it, where the environment is protected.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret put" ticket' -l 'ticket' -d 'Where the approval is found.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret put" override-freeze' -l 'override-freeze' -d 'Act though the project\'s deployments are frozen, and say why.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret put" state' -l 'state' -d 'Folder of the audit log, the journals of runs, and the note of what was applied.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret put" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret put" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret put" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret put" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret put" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" keep' -l 'keep' -d 'Leave so many versions before the new one in use.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" file' -l 'file' -d 'Read the value from this file; without it from standard input.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" keep-newline' -l 'keep-newline' -d 'Keep a line break at the end.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" project' -l 'project' -d 'Secret Manager of this project of Google Cloud.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" region' -l 'region' -d 'AWS Secrets Manager in this region.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" approve-by' -l 'approve-by' -d 'Who approved it, where the environment is protected.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" ticket' -l 'ticket' -d 'Where the approval is found.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" override-freeze' -l 'override-freeze' -d 'Act though the project\'s deployments are frozen, and say why.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" state' -l 'state' -d 'Folder of the audit log, the journals of runs, and the note of what was applied.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret rotate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret disable" e env' -s 'e' -l 'env' -d 'The environment of the project file.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret disable" project' -l 'project' -d 'Secret Manager of this project of Google Cloud.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret disable" region' -l 'region' -d 'AWS Secrets Manager in this region.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret disable" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret disable" approve-by' -l 'approve-by' -d 'Who approved it, where the environment is protected.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret disable" ticket' -l 'ticket' -d 'Where the approval is found.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret disable" override-freeze' -l 'override-freeze' -d 'Act though the project\'s deployments are frozen, and say why.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret disable" state' -l 'state' -d 'Folder of the audit log, the journals of runs, and the note of what was applied.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret disable" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret disable" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret disable" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret disable" y yes' -s 'y' -l 'yes' -d 'Ask no question.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret disable" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret disable" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret enable" e env' -s 'e' -l 'env' -d 'The environment of the project file.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret enable" project' -l 'project' -d 'Secret Manager of this project of Google Cloud.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret enable" region' -l 'region' -d 'AWS Secrets Manager in this region.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret enable" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret enable" approve-by' -l 'approve-by' -d 'Who approved it, where the environment is protected.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret enable" ticket' -l 'ticket' -d 'Where the approval is found.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret enable" override-freeze' -l 'override-freeze' -d 'Act though the project\'s deployments are frozen, and say why.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret enable" state' -l 'state' -d 'Folder of the audit log, the journals of runs, and the note of what was applied.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret enable" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret enable" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret enable" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret enable" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy secret enable" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" e env' -s 'e' -l 'env' -d 'The environment of the project file and of GitHub.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" repository' -l 'repository' -d 'The repository on GitHub whose workflows deploy.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" y yes' -s 'y' -l 'yes' -d 'Ask no question.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" j parallel' -s 'j' -l 'parallel' -d 'As many changes at once, where a place allows it.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" offline' -l 'offline' -d 'Do not ask first what is missing in a cloud.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" wait' -l 'wait' -d 'For how long to wait for another run that changes the same place, such as 10m; without it not at all.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" approve-by' -l 'approve-by' -d 'Who approved it, where the environment is protected.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" ticket' -l 'ticket' -d 'Where the approval is found.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" override-freeze' -l 'override-freeze' -d 'Act though the project\'s deployments are frozen, and say why.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" crontab' -l 'crontab' -d 'The crontab to deploy to, as a file.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" systemd' -l 'systemd' -d 'Deploy to services and timers of systemd, in place of a crontab.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" units' -l 'units' -d 'The folder of the units; with it systemd is not told, which is for images and other hosts.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" state' -l 'state' -d 'Folder of the audit log, the journals of runs, and the note of what was applied.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy access" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy force-unlock" y yes' -s 'y' -l 'yes' -d 'Ask no question.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy force-unlock" state' -l 'state' -d 'Folder of the audit log, the journals of runs, and the note of what was applied.' -rfka ''
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy force-unlock" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy force-unlock" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy force-unlock" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy force-unlock" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy force-unlock" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-deploy' -n '__jobs-deploy_should_offer_completions_for_flags_or_options "jobs-deploy help" version' -l 'version' -d 'Show the version.'
