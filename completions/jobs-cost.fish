function __jobs-cost_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __jobs-cost_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __jobs-cost_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __jobs-cost_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __jobs-cost_parse_tokens -S
    set -l unparsed_tokens (__jobs-cost_tokens -pc)
    switch $unparsed_tokens[1]
    case 'jobs-cost'
        __jobs-cost_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'estimate'
            __jobs-cost_parse_subcommand -r 1 'lines' 'month=' 'assume=+' 'failure-rate=' 'no-free-tier' 'strict-prices' 'budget=' 'warn=' 'prices=' 'e/env=' 'var=+' 'format=' 'l/selector=' 'state=' 'no-history' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'actual'
            __jobs-cost_parse_subcommand -r 1 'by=' 'live' 'month=' 'trends' 'top=' 'focus-version=' 'job-label=+' 'jobs=+' 'j/parallel=' 'e/env=' 'var=+' 'format=' 'l/selector=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'variance'
            __jobs-cost_parse_subcommand -r 1 'job-label=+' 'jobs=+' 'j/parallel=' 'month=' 'assume=+' 'failure-rate=' 'no-free-tier' 'strict-prices' 'prices=' 'e/env=' 'var=+' 'format=' 'l/selector=' 'state=' 'no-history' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'budget'
            __jobs-cost_parse_subcommand -r 1 'through=' 'job-label=+' 'jobs=+' 'j/parallel=' 'budget=' 'warn=' 'month=' 'assume=+' 'failure-rate=' 'no-free-tier' 'strict-prices' 'prices=' 'e/env=' 'var=+' 'format=' 'l/selector=' 'state=' 'no-history' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'recommend'
            __jobs-cost_parse_subcommand -r 1 'usage=' 'images=+' 'code=+' 'least=' 'patch' 'month=' 'assume=+' 'failure-rate=' 'no-free-tier' 'strict-prices' 'prices=' 'e/env=' 'var=+' 'format=' 'l/selector=' 'state=' 'no-history' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'diff'
            __jobs-cost_parse_subcommand -r 3 'max-increase=' 'month=' 'assume=+' 'failure-rate=' 'no-free-tier' 'strict-prices' 'budget=' 'warn=' 'prices=' 'e/env=' 'var=+' 'format=' 'l/selector=' 'state=' 'no-history' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
        case 'prices'
            __jobs-cost_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'show'
                __jobs-cost_parse_subcommand -r 1 'prices=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            case 'diff'
                __jobs-cost_parse_subcommand -r 1 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            case 'check'
                __jobs-cost_parse_subcommand 0 'max-age=' 'prices=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            case 'import'
                __jobs-cost_parse_subcommand -r 1 'live=+' 'region=+' 'impersonate=' 'prices=' 'o/output=' 'q/quiet' 'color=' 'version' 'h/help'
            end
        case 'help'
            __jobs-cost_parse_subcommand -r 1 'version'
        end
    end
end

function __jobs-cost_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __jobs-cost_parse_subcommand -S -a positional_count
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

function __jobs-cost_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __jobs-cost_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__jobs-cost_tokens -p)
    if test -z "$(__jobs-cost_tokens -t)"
        set -l index (count (__jobs-cost_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_positional "jobs-cost" -eq 1' -fa 'estimate' -d 'Tell what jobs will cost in a month.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_positional "jobs-cost" -eq 1' -fa 'actual' -d 'Tell what jobs did cost, from bills.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_positional "jobs-cost" -eq 1' -fa 'variance' -d 'Set what was estimated for a month against what was billed, and say why they differ.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_positional "jobs-cost" -eq 1' -fa 'budget' -d 'Tell what a month will have cost at its end, and whether that is within a budget.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_positional "jobs-cost" -eq 1' -fa 'recommend' -d 'Advise what makes jobs cheaper, with what it saves and a patch of the manifest.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_positional "jobs-cost" -eq 1' -fa 'diff' -d 'Tell what a change of manifests makes dearer or cheaper, and why.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_positional "jobs-cost" -eq 1' -fa 'prices' -d 'Look at the prices by which is estimated.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_positional "jobs-cost" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" lines' -l 'lines' -d 'Show each line: what is used, what a unit costs, where the price is from, and how old it is.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" month' -l 'month' -d 'The month to estimate, such as 2027-03, in place of the coming 30 days.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate"' -l 'assume' -d 'What nobody says (repeatable): how long a run takes, one time or three from short to long; or KEY=VALUE.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" failure-rate' -l 'failure-rate' -d 'The share of attempts that fail, such as 5%, by which retries cost; without it that of the history.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" no-free-tier' -l 'no-free-tier' -d 'Leave out what is free, as where other work spends it already.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" strict-prices' -l 'strict-prices' -d 'End with 1 if something has no price.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" budget' -l 'budget' -d 'The most that a month may cost, such as \'200 USD\', in place of the budgets of jobs.yaml.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" warn' -l 'warn' -d 'From which share of a budget on to warn, such as 80%.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" prices' -l 'prices' -d 'Take the prices of a file in place of the shipped ones.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" state' -l 'state' -d 'Folder of the history of jobs-run.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" no-history' -l 'no-history' -d 'Do not look at the history.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost estimate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual" by' -l 'by' -d 'What to group by: job, team, env, project, service, sku, region, day, or the name of a label; up to four.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual" live' -l 'live' -d 'Ask Cost Explorer of AWS in place of files.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual" month' -l 'month' -d 'Count the days of a month alone, such as 2026-10; by UTC.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual" trends' -l 'trends' -d 'Tell also by how much each group changed in the last seven days against the seven before, and which days stand out from the same weekdays before them.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual" top' -l 'top' -d 'How many groups to show that changed most; records have all.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual" focus-version' -l 'focus-version' -d 'The version of FOCUS that -o focus writes: 1.0 to 1.3.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual"' -l 'job-label' -d 'A label or tag that names the job (repeatable); without it \'jobs-id\' and \'job\'.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual"' -l 'jobs' -d 'Manifests, or records of jobs, that say which jobs there are (repeatable).' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual" j parallel' -s 'j' -l 'parallel' -d 'How many threads read; without it one for each core. The outcome is the same.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown html focus'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost actual" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance"' -l 'job-label' -d 'A label or tag that names the job (repeatable); without it \'jobs-id\' and \'job\'.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance"' -l 'jobs' -d 'Manifests, or records of jobs, that say which jobs there are (repeatable).' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" j parallel' -s 'j' -l 'parallel' -d 'How many threads read; without it one for each core. The outcome is the same.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" month' -l 'month' -d 'The month to estimate, such as 2027-03, in place of the coming 30 days.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance"' -l 'assume' -d 'What nobody says (repeatable): how long a run takes, one time or three from short to long; or KEY=VALUE.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" failure-rate' -l 'failure-rate' -d 'The share of attempts that fail, such as 5%, by which retries cost; without it that of the history.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" no-free-tier' -l 'no-free-tier' -d 'Leave out what is free, as where other work spends it already.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" strict-prices' -l 'strict-prices' -d 'End with 1 if something has no price.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" prices' -l 'prices' -d 'Take the prices of a file in place of the shipped ones.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" state' -l 'state' -d 'Folder of the history of jobs-run.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" no-history' -l 'no-history' -d 'Do not look at the history.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost variance" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" through' -l 'through' -d 'The last day that is billed whole, such as 2026-10-14; without it the last day of the bills.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget"' -l 'job-label' -d 'A label or tag that names the job (repeatable); without it \'jobs-id\' and \'job\'.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget"' -l 'jobs' -d 'Manifests, or records of jobs, that say which jobs there are (repeatable).' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" j parallel' -s 'j' -l 'parallel' -d 'How many threads read; without it one for each core. The outcome is the same.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" budget' -l 'budget' -d 'The most that a month may cost, such as \'200 USD\', in place of the budgets of jobs.yaml.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" warn' -l 'warn' -d 'From which share of a budget on to warn, such as 80%.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" month' -l 'month' -d 'The month to estimate, such as 2027-03, in place of the coming 30 days.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget"' -l 'assume' -d 'What nobody says (repeatable): how long a run takes, one time or three from short to long; or KEY=VALUE.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" failure-rate' -l 'failure-rate' -d 'The share of attempts that fail, such as 5%, by which retries cost; without it that of the history.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" no-free-tier' -l 'no-free-tier' -d 'Leave out what is free, as where other work spends it already.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" strict-prices' -l 'strict-prices' -d 'End with 1 if something has no price.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" prices' -l 'prices' -d 'Take the prices of a file in place of the shipped ones.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" state' -l 'state' -d 'Folder of the history of jobs-run.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" no-history' -l 'no-history' -d 'Do not look at the history.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost budget" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" usage' -l 'usage' -d 'What runs used at most, as a CSV.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend"' -l 'images' -d 'Images that a registry keeps, as its tool lists them (repeatable).' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend"' -l 'code' -d 'Give advice of this code alone (repeatable).' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" least' -l 'least' -d 'The least that a change saves in a month.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" patch' -l 'patch' -d 'Write the patches alone, as \'git apply\' takes them; of several for a file the one that saves most.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" month' -l 'month' -d 'The month to estimate, such as 2027-03, in place of the coming 30 days.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend"' -l 'assume' -d 'What nobody says (repeatable): how long a run takes, one time or three from short to long; or KEY=VALUE.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" failure-rate' -l 'failure-rate' -d 'The share of attempts that fail, such as 5%, by which retries cost; without it that of the history.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" no-free-tier' -l 'no-free-tier' -d 'Leave out what is free, as where other work spends it already.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" strict-prices' -l 'strict-prices' -d 'End with 1 if something has no price.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" prices' -l 'prices' -d 'Take the prices of a file in place of the shipped ones.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" state' -l 'state' -d 'Folder of the history of jobs-run.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" no-history' -l 'no-history' -d 'Do not look at the history.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv markdown'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost recommend" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" max-increase' -l 'max-increase' -d 'The most by which a month may become dearer, such as \'20 USD\'.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" month' -l 'month' -d 'The month to estimate, such as 2027-03, in place of the coming 30 days.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff"' -l 'assume' -d 'What nobody says (repeatable): how long a run takes, one time or three from short to long; or KEY=VALUE.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" failure-rate' -l 'failure-rate' -d 'The share of attempts that fail, such as 5%, by which retries cost; without it that of the history.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" no-free-tier' -l 'no-free-tier' -d 'Leave out what is free, as where other work spends it already.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" strict-prices' -l 'strict-prices' -d 'End with 1 if something has no price.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" budget' -l 'budget' -d 'The most that a month may cost, such as \'200 USD\', in place of the budgets of jobs.yaml.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" warn' -l 'warn' -d 'From which share of a budget on to warn, such as 80%.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" prices' -l 'prices' -d 'Take the prices of a file in place of the shipped ones.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" e env' -s 'e' -l 'env' -d 'The environment to read for, or \'all\'.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff"' -l 'var' -d 'Give a variable a value (repeatable).' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" format' -l 'format' -d 'Take every file for this format.' -rfka 'jobs project crontopus cloudrun jobfile crontab'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" l selector' -s 'l' -l 'selector' -d 'Jobs to hand on, by label, name, tenant, env or target.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" state' -l 'state' -d 'Folder of the history of jobs-run.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" no-history' -l 'no-history' -d 'Do not look at the history.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json markdown github'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost diff" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_positional "jobs-cost prices" -eq 1' -fa 'show' -d 'List prices, what is free, and how use is counted.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_positional "jobs-cost prices" -eq 1' -fa 'diff' -d 'Show in which rows two price books differ.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_positional "jobs-cost prices" -eq 1' -fa 'check' -d 'Leave with 1 if prices are older than they may be.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_positional "jobs-cost prices" -eq 1' -fa 'import' -d 'Make a price book of what clouds publish.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices show" prices' -l 'prices' -d 'Take the prices of a file in place of the shipped ones.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices show" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices show" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices show" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices show" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices diff" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices diff" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices diff" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices diff" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices diff" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices check" max-age' -l 'max-age' -d 'The most days since a source said so.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices check" prices' -l 'prices' -d 'Take the prices of a file in place of the shipped ones.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices check" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices check" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices check" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices check" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices import"' -l 'live' -d 'Ask a cloud for its prices: gcp or aws (repeatable).' -rfka 'gcp aws'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices import"' -l 'region' -d 'With --live, take prices of this region alone (repeatable).' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices import" impersonate' -l 'impersonate' -d 'Call Google Cloud as this service account.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices import" prices' -l 'prices' -d 'Take the prices of a file in place of the shipped ones.' -rfka ''
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices import" o output' -s 'o' -l 'output' -d 'Format of the results on standard output.' -rfka 'auto human ndjson json csv'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices import" q quiet' -s 'q' -l 'quiet' -d 'No words on standard error but errors.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices import" color' -l 'color' -d 'Colour of words: auto, always or never.' -rfka 'auto always never'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices import" version' -l 'version' -d 'Show the version.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost prices import" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'jobs-cost' -n '__jobs-cost_should_offer_completions_for_flags_or_options "jobs-cost help" version' -l 'version' -d 'Show the version.'
