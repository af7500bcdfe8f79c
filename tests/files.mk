# Made by scripts/update-lists.
cli_tests = \
	tests/cli/all-filters.sh \
	tests/cli/clamor-commands.sh \
	tests/cli/clamor-map.sh \
	tests/cli/clamor-unknown.sh \
	tests/cli/daily-days.sh \
	tests/cli/daily-failures.sh \
	tests/cli/daily-pipeline.sh \
	tests/cli/daily-usage.sh \
	tests/cli/doc-examples.sh \
	tests/cli/doc-lint.sh \
	tests/cli/doc-rules.sh \
	tests/cli/eval-classes.sh \
	tests/cli/eval-errors.sh \
	tests/cli/eval-measures.sh \
	tests/cli/eval-usage.sh \
	tests/cli/eval-versus.sh \
	tests/cli/golden-samples.sh \
	tests/cli/grep-bad-terms.sh \
	tests/cli/grep-options.sh \
	tests/cli/grep-status.sh \
	tests/cli/grep-streaming.sh \
	tests/cli/grep-terminal.sh \
	tests/cli/grep-terms.sh \
	tests/cli/house-layers.sh \
	tests/cli/house-lists.sh \
	tests/cli/house-shell.sh \
	tests/cli/import-brands.sh \
	tests/cli/import-canonical.sh \
	tests/cli/import-dates.sh \
	tests/cli/import-encodings.sh \
	tests/cli/import-files.sh \
	tests/cli/import-map-set-keep.sh \
	tests/cli/import-one-line.sh \
	tests/cli/import-own.sh \
	tests/cli/import-reddit.sh \
	tests/cli/import-rejects.sh \
	tests/cli/import-repair.sh \
	tests/cli/import-reviews.sh \
	tests/cli/import-streaming.sh \
	tests/cli/import-tweets.sh \
	tests/cli/import-usage.sh \
	tests/cli/import-zone.sh \
	tests/cli/lexicons-shipped.sh \
	tests/cli/match-failures.sh \
	tests/cli/match-hostile.sh \
	tests/cli/match-own-columns.sh \
	tests/cli/match-records.sh \
	tests/cli/match-rows.sh \
	tests/cli/property-locale.sh \
	tests/cli/property-pieces.sh \
	tests/cli/property-same-again.sh \
	tests/cli/skel-closed-pipe.sh \
	tests/cli/skel-crlf-bom.sh \
	tests/cli/skel-delimiter.sh \
	tests/cli/skel-dev-full.sh \
	tests/cli/skel-empty-input.sh \
	tests/cli/skel-excel.sh \
	tests/cli/skel-gzip.sh \
	tests/cli/skel-header-only.sh \
	tests/cli/skel-max-rejects.sh \
	tests/cli/skel-missing-column.sh \
	tests/cli/skel-nul.sh \
	tests/cli/skel-operands.sh \
	tests/cli/skel-options.sh \
	tests/cli/skel-output.sh \
	tests/cli/skel-passthrough.sh \
	tests/cli/skel-prefix.sh \
	tests/cli/skel-ragged.sh \
	tests/cli/skel-rejects.sh \
	tests/cli/skel-replace.sh \
	tests/cli/skel-stats.sh \
	tests/cli/skel-streaming.sh \
	tests/cli/skel-too-long.sh \
	tests/cli/skel-two-headers.sh \
	tests/cli/skel-unterminated.sh \
	tests/cli/tally-columns.sh \
	tests/cli/tally-merge-refused.sh \
	tests/cli/tally-merge.sh \
	tests/cli/tally-names.sh \
	tests/cli/tally-rejects.sh \
	tests/cli/tally-unique.sh \
	tests/cli/tally-usage.sh \
	tests/cli/tally-zone.sh
unit_tests = \
	tests/unit/test_assign \
	tests/unit/test_authors \
	tests/unit/test_bag \
	tests/unit/test_bootstrap \
	tests/unit/test_canon \
	tests/unit/test_classes \
	tests/unit/test_clock \
	tests/unit/test_codes \
	tests/unit/test_confusion \
	tests/unit/test_csvout \
	tests/unit/test_datetime \
	tests/unit/test_dialect \
	tests/unit/test_entry \
	tests/unit/test_fold \
	tests/unit/test_lexicon \
	tests/unit/test_matcher \
	tests/unit/test_mcnemar \
	tests/unit/test_nearest \
	tests/unit/test_points \
	tests/unit/test_profile \
	tests/unit/test_ratio \
	tests/unit/test_record \
	tests/unit/test_regex \
	tests/unit/test_sink \
	tests/unit/test_siphash \
	tests/unit/test_source \
	tests/unit/test_split \
	tests/unit/test_table \
	tests/unit/test_tally \
	tests/unit/test_term \
	tests/unit/test_tokens \
	tests/unit/test_tty \
	tests/unit/test_tzif \
	tests/unit/test_unichar \
	tests/unit/test_utf8 \
	tests/unit/test_verdict \
	tests/unit/test_vocab \
	tests/unit/test_waits \
	tests/unit/test_window \
	tests/unit/test_worst
tests_unit_test_assign_LDADD = $(UNIT_LIBS)
tests_unit_test_authors_LDADD = $(UNIT_LIBS)
tests_unit_test_bag_LDADD = $(UNIT_LIBS)
tests_unit_test_bootstrap_LDADD = $(UNIT_LIBS)
tests_unit_test_canon_LDADD = $(UNIT_LIBS)
tests_unit_test_classes_LDADD = $(UNIT_LIBS)
tests_unit_test_clock_LDADD = $(UNIT_LIBS)
tests_unit_test_codes_LDADD = $(UNIT_LIBS)
tests_unit_test_confusion_LDADD = $(UNIT_LIBS)
tests_unit_test_csvout_LDADD = $(UNIT_LIBS)
tests_unit_test_datetime_LDADD = $(UNIT_LIBS)
tests_unit_test_dialect_LDADD = $(UNIT_LIBS)
tests_unit_test_entry_LDADD = $(UNIT_LIBS)
tests_unit_test_fold_LDADD = $(UNIT_LIBS)
tests_unit_test_lexicon_LDADD = $(UNIT_LIBS)
tests_unit_test_matcher_LDADD = $(UNIT_LIBS)
tests_unit_test_mcnemar_LDADD = $(UNIT_LIBS)
tests_unit_test_nearest_LDADD = $(UNIT_LIBS)
tests_unit_test_points_LDADD = $(UNIT_LIBS)
tests_unit_test_profile_LDADD = $(UNIT_LIBS)
tests_unit_test_ratio_LDADD = $(UNIT_LIBS)
tests_unit_test_record_LDADD = $(UNIT_LIBS)
tests_unit_test_regex_LDADD = $(UNIT_LIBS)
tests_unit_test_sink_LDADD = $(UNIT_LIBS)
tests_unit_test_siphash_LDADD = $(UNIT_LIBS)
tests_unit_test_source_LDADD = $(UNIT_LIBS)
tests_unit_test_split_LDADD = $(UNIT_LIBS)
tests_unit_test_table_LDADD = $(UNIT_LIBS)
tests_unit_test_tally_LDADD = $(UNIT_LIBS)
tests_unit_test_term_LDADD = $(UNIT_LIBS)
tests_unit_test_tokens_LDADD = $(UNIT_LIBS)
tests_unit_test_tty_LDADD = $(UNIT_LIBS)
tests_unit_test_tzif_LDADD = $(UNIT_LIBS)
tests_unit_test_unichar_LDADD = $(UNIT_LIBS)
tests_unit_test_utf8_LDADD = $(UNIT_LIBS)
tests_unit_test_verdict_LDADD = $(UNIT_LIBS)
tests_unit_test_vocab_LDADD = $(UNIT_LIBS)
tests_unit_test_waits_LDADD = $(UNIT_LIBS)
tests_unit_test_window_LDADD = $(UNIT_LIBS)
tests_unit_test_worst_LDADD = $(UNIT_LIBS)
test_data = \
	tests/unit/lexfile.h \
	tests/fuzz/fuzz.h \
	tests/fuzz/fuzz_import.c \
	tests/fuzz/fuzz_lexicon.c \
	tests/fuzz/fuzz_matcher.c \
	tests/fuzz/fuzz_record.c \
	tests/fuzz/fuzz_tokens.c \
	tests/fuzz/replay.c
