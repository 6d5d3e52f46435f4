function __jobs-run_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __jobs-run_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __jobs-run_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __jobs-run_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __jobs-run_parse_tokens -S
    set -l unparsed_tokens (__jobs-run_tokens -pc)
    switch $unparsed_tokens[1]
    case 'jobs-run'
        __jobs-run_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'now'
            __jobs-run_parse_subcommand -r 1 'all' 'force' 'dry-run' 'j/parallel=' 'timeout=' 'grace=' 'retries=' 'set-env=+' 'e/env=' 'var=+' 'format=' 'l/selector=' 'allow-incomplete' 'allow-failed' 'state=' 'secrets=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'exec'
            __jobs-run_parse_subcommand -r 1 'name=' 'timeout=' 'grace=' 'retries=' 'set-env=+' 'lock=' 'lock-wait=' 'quiet-unless-failed' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'list'
            __jobs-run_parse_subcommand -r 1 'e/env=' 'var=+' 'format=' 'l/selector=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'next'
            __jobs-run_parse_subcommand -r 1 'count=' 'from=' 'warn' 'cron=' 'timezone=' 'dialect=' 'e/env=' 'var=+' 'format=' 'l/selector=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'runs'
            __jobs-run_parse_subcommand 1 'status=' 'since=' 'until=' 'limit=' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'show'
            __jobs-run_parse_subcommand 1 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'logs'
            __jobs-run_parse_subcommand 1 'stream=' 'tail=' 'f/follow' 'state=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'help'
            __jobs-run_parse_subcommand -r 1 'version'
        end
    end
end

function __jobs-run_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __jobs-run_parse_subcommand -S -a positional_count
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

function __jobs-run_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __jobs-run_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__jobs-run_tokens -p)
    if test -z "$(__jobs-run_tokens -t)"
        set -l index (count (__jobs-run_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'jobs-run' -f
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_positional "jobs-run" -eq 1' -fa 'now' -d 'Run local jobs now.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_positional "jobs-run" -eq 1' -fa 'exec' -d 'Run a command as a job: with a timeout, retries, a lock and a history.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_positional "jobs-run" -eq 1' -fa 'list' -d 'List jobs with their schedule, their next run and their last.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_positional "jobs-run" -eq 1' -fa 'next' -d 'Show when jobs are due next.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_positional "jobs-run" -eq 1' -fa 'runs' -d 'List what ran, the newest first.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_positional "jobs-run" -eq 1' -fa 'show' -d 'Show everything that is known of one run.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_positional "jobs-run" -eq 1' -fa 'logs' -d 'Print what a run wrote.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_positional "jobs-run" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" all' -l 'all' -d 'Run every job that is found.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" force' -l 'force' -d 'Run disabled and paused jobs too.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" dry-run' -l 'dry-run' -d 'Say what would run, and run nothing.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" j parallel' -s 'j' -l 'parallel' -d 'Jobs to run at once.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" timeout' -l 'timeout' -d 'End a run after this time, such as 90s or 1h30m; 0 for never.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" grace' -l 'grace' -d 'Time between the polite end of a run and the forced one.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" retries' -l 'retries' -d 'Attempts after the first that fails.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now"' -l 'set-env' -d 'Set a variable of the jobs\' environment (repeatable).' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" allow-incomplete' -l 'allow-incomplete' -d 'Accept a stream without its \'end\' record.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" allow-failed' -l 'allow-failed' -d 'Accept a stream or manifests with errors; jobs that have one are left out.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" state' -l 'state' -d 'Folder of the history and of what jobs wrote.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" secrets' -l 'secrets' -d 'Folder of secrets, one file a name.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json sarif github junit'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run now" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run exec" name' -l 'name' -d 'The name in the history; the program\'s where it is left out.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run exec" timeout' -l 'timeout' -d 'End a run after this time, such as 90s or 1h30m; 0 for never.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run exec" grace' -l 'grace' -d 'Time between the polite end of a run and the forced one.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run exec" retries' -l 'retries' -d 'Attempts after the first that fails.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run exec"' -l 'set-env' -d 'Set a variable of the jobs\' environment (repeatable).' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run exec" lock' -l 'lock' -d 'Start only while no other run holds the lock of this name.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run exec" lock-wait' -l 'lock-wait' -d 'Wait so long for the lock, such as 30s.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run exec" quiet-unless-failed' -l 'quiet-unless-failed' -d 'Keep the command\'s output back, and show it only if the command failed.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run exec" state' -l 'state' -d 'Folder of the history and of what jobs wrote.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run exec" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json sarif github junit'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run exec" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run exec" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run exec" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run exec" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run list" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run list"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run list" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run list" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run list" state' -l 'state' -d 'Folder of the history and of what jobs wrote.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run list" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json sarif github junit'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run list" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run list" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run list" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run next" count' -l 'count' -d 'How many times of each job, up to 100000.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run next" from' -l 'from' -d 'The time to look from, instead of now: 2027-03-27, a time with its zone, or 2h for two hours ago.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run next" warn' -l 'warn' -d 'Say on standard error which times the clock skips or repeats in two years, and what never fires.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run next" cron' -l 'cron' -d 'A schedule to look at instead of jobs.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run next" timezone' -l 'timezone' -d 'The zone of --cron; UTC where it is left out.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run next" dialect' -l 'dialect' -d 'The dialect of --cron, where its fields do not show it.' -rfka 'unix seconds quartz eventbridge'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run next" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run next"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run next" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run next" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run next" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json sarif github junit'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run next" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run next" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run next" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run next" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run runs" status' -l 'status' -d 'Only runs in these states: pending, running, succeeded, failed, cancelled, lost and so on.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run runs" since' -l 'since' -d 'Only runs from this time on: 2026-11-21, a time with its zone, or 2h for two hours ago.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run runs" until' -l 'until' -d 'Only runs before this time.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run runs" limit' -l 'limit' -d 'The most runs to show; 0 for all.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run runs" state' -l 'state' -d 'Folder of the history and of what jobs wrote.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run runs" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json sarif github junit'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run runs" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run runs" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run runs" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run runs" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run show" state' -l 'state' -d 'Folder of the history and of what jobs wrote.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run show" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json sarif github junit'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run show" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run show" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run show" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run logs" stream' -l 'stream' -d 'stdout, stderr or both.' -rfka 'stdout stderr both'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run logs" tail' -l 'tail' -d 'Only the last lines of each stream.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run logs" f follow' -s 'f' -l 'follow' -d 'Go on until the run is over.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run logs" state' -l 'state' -d 'Folder of the history and of what jobs wrote.' -rfka ''
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run logs" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json sarif github junit'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run logs" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run logs" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run logs" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run logs" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-run' -n '__jobs-run_should_offer_completions_for_flags_or_options "jobs-run help" version' -l 'version' -d 'Show the version.'
