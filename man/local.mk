# Manual pages, mdoc(7).

dist_man_MANS += man/clamor.1 man/clamor-daily.1 man/clamor-eval.1 \
	man/clamor-grep.1 man/clamor-import.1 man/clamor-label.1 man/clamor-lexicon.1 \
	man/clamor-match.1 man/clamor-norm.1 man/clamor-tally.1 \
	man/clamor-lexicon.5 man/clamor.7
