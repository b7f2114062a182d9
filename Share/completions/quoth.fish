function __quoth_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __quoth_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __quoth_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __quoth_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __quoth_parse_tokens -S
    set -l unparsed_tokens (__quoth_tokens -pc)
    switch $unparsed_tokens[1]
    case 'quoth'
        __quoth_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'query'
            __quoth_parse_subcommand -r 1 'map=+' 'strict' 'keep-repeated' 'skip=+' 'topics=+' 'corrections=' 'no-corrections' 'corpus=+' 'param=+' 'format=' 'header' 'no-header' 'version' 'h/help'
        case 'run'
            __quoth_parse_subcommand -r 1 'map=+' 'strict' 'keep-repeated' 'skip=+' 'topics=+' 'corrections=' 'no-corrections' 'corpus=+' 'param=+' 'format=' 'header' 'no-header' 'keep-going' 'check' 'o/output=' 'version' 'h/help'
        case 'check'
            __quoth_parse_subcommand -r 1 'map=+' 'strict' 'keep-repeated' 'skip=+' 'topics=+' 'corrections=' 'no-corrections' 'corpus=+' 'param=+' 'version' 'h/help'
        case 'format'
            __quoth_parse_subcommand -r 1 'check' 'version' 'h/help'
        case 'test'
            __quoth_parse_subcommand -r 1 'update' 'corpus=+' 'corrections=' 'format=' 'junit=' 'version' 'h/help'
        case 'tour'
            __quoth_parse_subcommand -r 1 'map=+' 'strict' 'keep-repeated' 'skip=+' 'topics=+' 'corrections=' 'no-corrections' 'corpus=+' 'check' 'version' 'h/help'
        case 'index'
            __quoth_parse_subcommand -r 1 'add' 'verify' 'o/output=' 'map=+' 'strict' 'keep-repeated' 'skip=+' 'topics=+' 'version' 'h/help'
        case 'help'
            __quoth_parse_subcommand -r 1 'version'
        end
    end
end

function __quoth_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __quoth_parse_subcommand -S -a positional_count
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

function __quoth_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __quoth_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__quoth_tokens -p)
    if test -z "$(__quoth_tokens -t)"
        set -l index (count (__quoth_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'quoth' -f
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth" version' -l 'version' -d 'Show the version.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_positional "quoth" -eq 1' -fa 'query' -d 'Run one query and print its results.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_positional "quoth" -eq 1' -fa 'run' -d 'Run files of queries.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_positional "quoth" -eq 1' -fa 'check' -d 'Check files of queries against the articles without running them.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_positional "quoth" -eq 1' -fa 'format' -d 'Rewrite files of queries in canonical form.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_positional "quoth" -eq 1' -fa 'test' -d 'Run scripts and compare what they give with stored answers.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_positional "quoth" -eq 1' -fa 'tour' -d 'Open the shell with a tour: short lessons on the articles.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_positional "quoth" -eq 1' -fa 'index' -d 'Analyse articles once and keep the result in a file.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_positional "quoth" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth query"' -l 'map' -d 'What the fields of records or columns are called; may be given several times.' -rfka ''
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth query" strict' -l 'strict' -d 'Stop at the first file or record that cannot be read, with exit code 4.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth query" keep-repeated' -l 'keep-repeated' -d 'Keep an article that comes again, instead of the first alone.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth query"' -l 'skip' -d 'An article to leave out; may be given several times.' -rfka ''
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth query"' -l 'topics' -d 'A file of topics beside the built-in ones; may be given several times.' -rF
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth query" corrections' -l 'corrections' -d 'The file of corrections, in place of the one beside the articles.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'corrections\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth query" no-corrections' -l 'no-corrections' -d 'Leave out what was corrected: the articles as they were found.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth query"' -l 'corpus' -d 'A file or folder of articles; may be given several times.' -rF
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth query"' -l 'param' -d 'What $name stands for; may be given several times.' -rfka ''
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth query" format' -l 'format' -d 'How results are written.' -rfka 'table csv tsv json jsonl markdown'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth query" header' -l 'header' -d 'Begin files written by > with where they come from, or leave that out.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth query" no-header' -l 'no-header' -d 'Begin files written by > with where they come from, or leave that out.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth query" version' -l 'version' -d 'Show the version.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth query" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run"' -l 'map' -d 'What the fields of records or columns are called; may be given several times.' -rfka ''
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run" strict' -l 'strict' -d 'Stop at the first file or record that cannot be read, with exit code 4.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run" keep-repeated' -l 'keep-repeated' -d 'Keep an article that comes again, instead of the first alone.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run"' -l 'skip' -d 'An article to leave out; may be given several times.' -rfka ''
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run"' -l 'topics' -d 'A file of topics beside the built-in ones; may be given several times.' -rF
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run" corrections' -l 'corrections' -d 'The file of corrections, in place of the one beside the articles.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'corrections\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run" no-corrections' -l 'no-corrections' -d 'Leave out what was corrected: the articles as they were found.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run"' -l 'corpus' -d 'A file or folder of articles; may be given several times.' -rF
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run"' -l 'param' -d 'What $name stands for; may be given several times.' -rfka ''
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run" format' -l 'format' -d 'How results are written.' -rfka 'table csv tsv json jsonl markdown'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run" header' -l 'header' -d 'Begin files written by > with where they come from, or leave that out.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run" no-header' -l 'no-header' -d 'Begin files written by > with where they come from, or leave that out.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run" keep-going' -l 'keep-going' -d 'Go on after an error; the exit code is the first error\'s.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run" check' -l 'check' -d 'Only check the files, as quoth check does.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run" o output' -s 'o' -l 'output' -d 'Write each answer to a file of this folder instead.' -rfa '(__quoth_complete_directories)'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_positional "quoth run" -ge 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'query\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run" version' -l 'version' -d 'Show the version.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth run" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth check"' -l 'map' -d 'What the fields of records or columns are called; may be given several times.' -rfka ''
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth check" strict' -l 'strict' -d 'Stop at the first file or record that cannot be read, with exit code 4.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth check" keep-repeated' -l 'keep-repeated' -d 'Keep an article that comes again, instead of the first alone.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth check"' -l 'skip' -d 'An article to leave out; may be given several times.' -rfka ''
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth check"' -l 'topics' -d 'A file of topics beside the built-in ones; may be given several times.' -rF
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth check" corrections' -l 'corrections' -d 'The file of corrections, in place of the one beside the articles.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'corrections\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth check" no-corrections' -l 'no-corrections' -d 'Leave out what was corrected: the articles as they were found.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth check"' -l 'corpus' -d 'A file or folder of articles; may be given several times.' -rF
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth check"' -l 'param' -d 'What $name stands for; may be given several times.' -rfka ''
complete -c 'quoth' -n '__quoth_should_offer_completions_for_positional "quoth check" -ge 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'query\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth check" version' -l 'version' -d 'Show the version.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth format" check' -l 'check' -d 'Only tell which files would change; the exit code is 1 if any would.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_positional "quoth format" -ge 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'query\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth format" version' -l 'version' -d 'Show the version.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth format" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth test" update' -l 'update' -d 'Store what the scripts give, in place of the answers that differ.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth test"' -l 'corpus' -d 'Run on these articles, whatever the scripts say.' -rF
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth test" corrections' -l 'corrections' -d 'A file of corrections to apply; without it, scripts run on the articles as they were found.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'corrections\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth test" format' -l 'format' -d 'How results are written.' -rfka 'tap junit'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth test" junit' -l 'junit' -d 'Write the results to a file as JUnit does.' -rF
complete -c 'quoth' -n '__quoth_should_offer_completions_for_positional "quoth test" -ge 1' -fa '(__quoth_complete_directories)'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth test" version' -l 'version' -d 'Show the version.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth test" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth tour"' -l 'map' -d 'What the fields of records or columns are called; may be given several times.' -rfka ''
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth tour" strict' -l 'strict' -d 'Stop at the first file or record that cannot be read, with exit code 4.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth tour" keep-repeated' -l 'keep-repeated' -d 'Keep an article that comes again, instead of the first alone.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth tour"' -l 'skip' -d 'An article to leave out; may be given several times.' -rfka ''
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth tour"' -l 'topics' -d 'A file of topics beside the built-in ones; may be given several times.' -rF
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth tour" corrections' -l 'corrections' -d 'The file of corrections, in place of the one beside the articles.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'corrections\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth tour" no-corrections' -l 'no-corrections' -d 'Leave out what was corrected: the articles as they were found.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth tour"' -l 'corpus' -d 'A file or folder of articles; may be given several times.' -rF
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth tour" check' -l 'check' -d 'Only check the files against the articles, and tell all errors.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_positional "quoth tour" -ge 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'md\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth tour" version' -l 'version' -d 'Show the version.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth tour" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth index" add' -l 'add' -d 'Add the articles to those of the file.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth index" verify' -l 'verify' -d 'Check that the file is whole and sound.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth index" o output' -s 'o' -l 'output' -d 'The file to write, which ends in .quoth.' -rF
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth index"' -l 'map' -d 'What the fields of records or columns are called; may be given several times.' -rfka ''
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth index" strict' -l 'strict' -d 'Stop at the first file or record that cannot be read, with exit code 4.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth index" keep-repeated' -l 'keep-repeated' -d 'Keep an article that comes again, instead of the first alone.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth index"' -l 'skip' -d 'An article to leave out; may be given several times.' -rfka ''
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth index"' -l 'topics' -d 'A file of topics beside the built-in ones; may be given several times.' -rF
complete -c 'quoth' -n '__quoth_should_offer_completions_for_positional "quoth index" -ge 1' -F
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth index" version' -l 'version' -d 'Show the version.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth index" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_flags_or_options "quoth help" version' -l 'version' -d 'Show the version.'
complete -c 'quoth' -n '__quoth_should_offer_completions_for_positional "quoth" -ge 1' -F
