" Vim syntax file: scripts of quoth (.query).
" Made from the words of the language by `quoth generate vim`; changes belong there.
if exists("b:current_syntax")
  finish
endif
syntax case ignore
syntax iskeyword @,48-57,_,-,.,&,192-255

syntax keyword quothField addressee agency alias aliases anonymity article articles author code confidence country cue date document end entity file first form id introduced kind known last mentions name on_behalf organization organizations outlet outlets people person place places quote quotes repeats role roles rule sentence sentence_topic sentence_topics source source_end source_start source_title source_type speaker speakers start statement statements term terms text title topic topics translator url word words
syntax keyword quothFigure bic chisquared count day deltap dice logdice loglikelihood logratio max mean median mi mi3 min month quarter share simplemaths sum tscore week year zscore
syntax keyword quothCollection articles epithets mentions organizations outlets paragraphs people places quotes refusals sentences statements topics
syntax keyword quothClause about against asc at by chart collocates compare concordance count desc dispersion frequencies group in keywords least left limit ngrams of read repeats right sample seed show sort sources timeline to variants where width window with
syntax keyword quothOperator and between contains except intersect is not or union
syntax keyword quothConstant missing no yes
syntax keyword quothCommand alias cite correct corrections describe exit explain fix help history more open quit read save set source split topic tour undo why
syntax keyword quothStatement analyze article as define expect from it let new no quote replace

syntax match quothNumber "\<-\=\d\+\%(\.\d\+\)\=\>"
syntax match quothDate "\<\d\{4}-\d\{2}\%(-\d\{2}\)\=\>"
syntax match quothVariable "\$\k\+"
syntax match quothSign "[=<>~|]\|!="
syntax region quothString start=+"+ skip=+\\.+ end=+"+
syntax region quothString start=+[“„]+ skip=+\\.+ end=+[”“]+
syntax region quothString start=+\%(^\|[[:blank:](=,]\)\@1<='+ skip=+\\.+ end=+'+
syntax region quothRegex start=+\%(\~\s*\)\@3<=/+ skip=+\\.+ end=+/+ oneline
syntax match quothComment "#.*$"

highlight default link quothField Identifier
highlight default link quothFigure Function
highlight default link quothCollection Type
highlight default link quothClause Statement
highlight default link quothOperator Operator
highlight default link quothConstant Constant
highlight default link quothCommand PreProc
highlight default link quothStatement Statement
highlight default link quothNumber Number
highlight default link quothDate Number
highlight default link quothVariable Identifier
highlight default link quothSign Operator
highlight default link quothString String
highlight default link quothRegex String
highlight default link quothComment Comment

let b:current_syntax = "quoth"
