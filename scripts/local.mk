# What users run around the filters.

dist_bin_SCRIPTS += scripts/clamor-daily
EXTRA_DIST += scripts/demo scripts/check scripts/setup scripts/update-lists \
	scripts/accuracy scripts/make-posts scripts/make-lexicon scripts/bench \
	bench/RESULTS.md bench/ratios.csv bench/report.awk bench/tree.awk \
	bench/careful.py bench/used.c
