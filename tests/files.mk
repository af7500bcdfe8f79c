# Made by scripts/update-lists.
cli_tests = \
	tests/cli/accuracy-rules.sh \
	tests/cli/all-filters.sh \
	tests/cli/as-typed.sh \
	tests/cli/bench-lexicon.sh \
	tests/cli/clamor-commands.sh \
	tests/cli/clamor-map.sh \
	tests/cli/clamor-unknown.sh \
	tests/cli/country.sh \
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
	tests/cli/fuzz-replay.sh \
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
	tests/cli/import-csv-cases.sh \
	tests/cli/import-damage.sh \
	tests/cli/import-dates.sh \
	tests/cli/import-encodings.sh \
	tests/cli/import-explain.sh \
	tests/cli/import-files.sh \
	tests/cli/import-json.sh \
	tests/cli/import-map-set-keep.sh \
	tests/cli/import-one-line.sh \
	tests/cli/import-own.sh \
	tests/cli/import-pages.sh \
	tests/cli/import-profiles.sh \
	tests/cli/import-reddit.sh \
	tests/cli/import-rejects.sh \
	tests/cli/import-repair.sh \
	tests/cli/import-reviews.sh \
	tests/cli/import-samples.sh \
	tests/cli/import-sources.sh \
	tests/cli/import-streaming.sh \
	tests/cli/import-tweets.sh \
	tests/cli/import-usage.sh \
	tests/cli/import-zone.sh \
	tests/cli/jobs-same-bytes.sh \
	tests/cli/jobs-streaming.sh \
	tests/cli/label-cases.sh \
	tests/cli/label-numbers.sh \
	tests/cli/lexicon-check-csv.sh \
	tests/cli/lexicon-check-excel.sh \
	tests/cli/lexicon-check-slips.sh \
	tests/cli/lexicon-check.sh \
	tests/cli/lexicon-convert.sh \
	tests/cli/lexicon-explain-lines.sh \
	tests/cli/lexicon-explain-terminal.sh \
	tests/cli/lexicon-explain.sh \
	tests/cli/lexicon-hostile.sh \
	tests/cli/lexicon-language.sh \
	tests/cli/lexicon-merge.sh \
	tests/cli/lexicon-suggest.sh \
	tests/cli/lexicon-tune.sh \
	tests/cli/lexicon-usage.sh \
	tests/cli/lexicons-shipped.sh \
	tests/cli/match-failures.sh \
	tests/cli/match-hostile.sh \
	tests/cli/match-own-columns.sh \
	tests/cli/match-records.sh \
	tests/cli/match-rows.sh \
	tests/cli/property-locale.sh \
	tests/cli/property-pieces.sh \
	tests/cli/property-row-order.sh \
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
	tests/cli/tally-zone.sh \
	tests/cli/terminal-all.sh
unit_tests = \
	tests/unit/test_account \
	tests/unit/test_assign \
	tests/unit/test_authors \
	tests/unit/test_bag \
	tests/unit/test_bombs \
	tests/unit/test_bootstrap \
	tests/unit/test_bytes \
	tests/unit/test_byteset \
	tests/unit/test_canon \
	tests/unit/test_classes \
	tests/unit/test_clock \
	tests/unit/test_codes \
	tests/unit/test_confusion \
	tests/unit/test_csvout \
	tests/unit/test_datetime \
	tests/unit/test_dialect \
	tests/unit/test_disguise \
	tests/unit/test_elongation \
	tests/unit/test_entry \
	tests/unit/test_export \
	tests/unit/test_fit \
	tests/unit/test_fold \
	tests/unit/test_hash \
	tests/unit/test_hashset \
	tests/unit/test_heads \
	tests/unit/test_join \
	tests/unit/test_json \
	tests/unit/test_kind \
	tests/unit/test_latin \
	tests/unit/test_lexicon \
	tests/unit/test_lines \
	tests/unit/test_lint \
	tests/unit/test_list \
	tests/unit/test_listed \
	tests/unit/test_logodds \
	tests/unit/test_lower \
	tests/unit/test_mapping \
	tests/unit/test_matcher \
	tests/unit/test_mcnemar \
	tests/unit/test_nearest \
	tests/unit/test_number \
	tests/unit/test_oracle \
	tests/unit/test_paths \
	tests/unit/test_phrases \
	tests/unit/test_places \
	tests/unit/test_plain \
	tests/unit/test_plainterm \
	tests/unit/test_points \
	tests/unit/test_prefixes \
	tests/unit/test_profile \
	tests/unit/test_ratio \
	tests/unit/test_record \
	tests/unit/test_regex \
	tests/unit/test_remnant \
	tests/unit/test_rivals \
	tests/unit/test_seasons \
	tests/unit/test_sentences \
	tests/unit/test_shape \
	tests/unit/test_sink \
	tests/unit/test_siphash \
	tests/unit/test_source \
	tests/unit/test_speaker \
	tests/unit/test_spelling \
	tests/unit/test_split \
	tests/unit/test_table \
	tests/unit/test_tally \
	tests/unit/test_term \
	tests/unit/test_tokens \
	tests/unit/test_topic \
	tests/unit/test_trial \
	tests/unit/test_tty \
	tests/unit/test_tzif \
	tests/unit/test_unichar \
	tests/unit/test_utf8 \
	tests/unit/test_verdict \
	tests/unit/test_verdictcells \
	tests/unit/test_vocab \
	tests/unit/test_waits \
	tests/unit/test_window \
	tests/unit/test_wordset \
	tests/unit/test_worst
tests_unit_test_account_LDADD = $(UNIT_LIBS)
tests_unit_test_assign_LDADD = $(UNIT_LIBS)
tests_unit_test_authors_LDADD = $(UNIT_LIBS)
tests_unit_test_bag_LDADD = $(UNIT_LIBS)
tests_unit_test_bombs_LDADD = $(UNIT_LIBS)
tests_unit_test_bootstrap_LDADD = $(UNIT_LIBS)
tests_unit_test_bytes_LDADD = $(UNIT_LIBS)
tests_unit_test_byteset_LDADD = $(UNIT_LIBS)
tests_unit_test_canon_LDADD = $(UNIT_LIBS)
tests_unit_test_classes_LDADD = $(UNIT_LIBS)
tests_unit_test_clock_LDADD = $(UNIT_LIBS)
tests_unit_test_codes_LDADD = $(UNIT_LIBS)
tests_unit_test_confusion_LDADD = $(UNIT_LIBS)
tests_unit_test_csvout_LDADD = $(UNIT_LIBS)
tests_unit_test_datetime_LDADD = $(UNIT_LIBS)
tests_unit_test_dialect_LDADD = $(UNIT_LIBS)
tests_unit_test_disguise_LDADD = $(UNIT_LIBS)
tests_unit_test_elongation_LDADD = $(UNIT_LIBS)
tests_unit_test_entry_LDADD = $(UNIT_LIBS)
tests_unit_test_export_LDADD = $(UNIT_LIBS)
tests_unit_test_fit_LDADD = $(UNIT_LIBS)
tests_unit_test_fold_LDADD = $(UNIT_LIBS)
tests_unit_test_hash_LDADD = $(UNIT_LIBS)
tests_unit_test_hashset_LDADD = $(UNIT_LIBS)
tests_unit_test_heads_LDADD = $(UNIT_LIBS)
tests_unit_test_join_LDADD = $(UNIT_LIBS)
tests_unit_test_json_LDADD = $(UNIT_LIBS)
tests_unit_test_kind_LDADD = $(UNIT_LIBS)
tests_unit_test_latin_LDADD = $(UNIT_LIBS)
tests_unit_test_lexicon_LDADD = $(UNIT_LIBS)
tests_unit_test_lines_LDADD = $(UNIT_LIBS)
tests_unit_test_lint_LDADD = $(UNIT_LIBS)
tests_unit_test_list_LDADD = $(UNIT_LIBS)
tests_unit_test_listed_LDADD = $(UNIT_LIBS)
tests_unit_test_logodds_LDADD = $(UNIT_LIBS)
tests_unit_test_lower_LDADD = $(UNIT_LIBS)
tests_unit_test_mapping_LDADD = $(UNIT_LIBS)
tests_unit_test_matcher_LDADD = $(UNIT_LIBS)
tests_unit_test_mcnemar_LDADD = $(UNIT_LIBS)
tests_unit_test_nearest_LDADD = $(UNIT_LIBS)
tests_unit_test_number_LDADD = $(UNIT_LIBS)
tests_unit_test_oracle_LDADD = $(UNIT_LIBS)
tests_unit_test_paths_LDADD = $(UNIT_LIBS)
tests_unit_test_phrases_LDADD = $(UNIT_LIBS)
tests_unit_test_places_LDADD = $(UNIT_LIBS)
tests_unit_test_plain_LDADD = $(UNIT_LIBS)
tests_unit_test_plainterm_LDADD = $(UNIT_LIBS)
tests_unit_test_points_LDADD = $(UNIT_LIBS)
tests_unit_test_prefixes_LDADD = $(UNIT_LIBS)
tests_unit_test_profile_LDADD = $(UNIT_LIBS)
tests_unit_test_ratio_LDADD = $(UNIT_LIBS)
tests_unit_test_record_LDADD = $(UNIT_LIBS)
tests_unit_test_regex_LDADD = $(UNIT_LIBS)
tests_unit_test_remnant_LDADD = $(UNIT_LIBS)
tests_unit_test_rivals_LDADD = $(UNIT_LIBS)
tests_unit_test_seasons_LDADD = $(UNIT_LIBS)
tests_unit_test_sentences_LDADD = $(UNIT_LIBS)
tests_unit_test_shape_LDADD = $(UNIT_LIBS)
tests_unit_test_sink_LDADD = $(UNIT_LIBS)
tests_unit_test_siphash_LDADD = $(UNIT_LIBS)
tests_unit_test_source_LDADD = $(UNIT_LIBS)
tests_unit_test_speaker_LDADD = $(UNIT_LIBS)
tests_unit_test_spelling_LDADD = $(UNIT_LIBS)
tests_unit_test_split_LDADD = $(UNIT_LIBS)
tests_unit_test_table_LDADD = $(UNIT_LIBS)
tests_unit_test_tally_LDADD = $(UNIT_LIBS)
tests_unit_test_term_LDADD = $(UNIT_LIBS)
tests_unit_test_tokens_LDADD = $(UNIT_LIBS)
tests_unit_test_topic_LDADD = $(UNIT_LIBS)
tests_unit_test_trial_LDADD = $(UNIT_LIBS)
tests_unit_test_tty_LDADD = $(UNIT_LIBS)
tests_unit_test_tzif_LDADD = $(UNIT_LIBS)
tests_unit_test_unichar_LDADD = $(UNIT_LIBS)
tests_unit_test_utf8_LDADD = $(UNIT_LIBS)
tests_unit_test_verdict_LDADD = $(UNIT_LIBS)
tests_unit_test_verdictcells_LDADD = $(UNIT_LIBS)
tests_unit_test_vocab_LDADD = $(UNIT_LIBS)
tests_unit_test_waits_LDADD = $(UNIT_LIBS)
tests_unit_test_window_LDADD = $(UNIT_LIBS)
tests_unit_test_wordset_LDADD = $(UNIT_LIBS)
tests_unit_test_worst_LDADD = $(UNIT_LIBS)
test_data = \
	tests/unit/bombs.h \
	tests/unit/lexfile.h \
	tests/unit/onepost.h \
	tests/cases/adversative.csv \
	tests/cases/comparison.csv \
	tests/cases/countries.csv \
	tests/cases/emoji.csv \
	tests/cases/faults.csv \
	tests/cases/hard.csv \
	tests/cases/intensity.csv \
	tests/cases/irony.csv \
	tests/cases/irrealis.csv \
	tests/cases/kinds.csv \
	tests/cases/marks.csv \
	tests/cases/negation.csv \
	tests/cases/politeness.csv \
	tests/cases/severity.csv \
	tests/cases/solved.csv \
	tests/cases/stories.csv \
	tests/cases/topics.csv \
	tests/cases/trades.csv \
	tests/cases/voices.csv \
	tests/cases/waits.csv \
	tests/fuzz/corpus/convert/afinn \
	tests/fuzz/corpus/convert/emolex \
	tests/fuzz/corpus/convert/found-formula \
	tests/fuzz/corpus/convert/found-slash \
	tests/fuzz/corpus/convert/lexicoder \
	tests/fuzz/corpus/convert/list \
	tests/fuzz/corpus/convert/liwc \
	tests/fuzz/corpus/convert/quanteda \
	tests/fuzz/corpus/convert/sentistrength \
	tests/fuzz/corpus/convert/vader \
	tests/fuzz/corpus/convert/wordstat \
	tests/fuzz/corpus/convert/xan \
	tests/fuzz/corpus/import/dates-es \
	tests/fuzz/corpus/import/found-afd80709 \
	tests/fuzz/corpus/import/found-b0c9ad6d \
	tests/fuzz/corpus/import/found-db219adf \
	tests/fuzz/corpus/import/latin1-sep \
	tests/fuzz/corpus/import/path-0ea8794d \
	tests/fuzz/corpus/import/path-168c30d7 \
	tests/fuzz/corpus/import/path-181cf2cc \
	tests/fuzz/corpus/import/path-1eacc627 \
	tests/fuzz/corpus/import/path-227761d0 \
	tests/fuzz/corpus/import/path-3332f7d3 \
	tests/fuzz/corpus/import/path-6a7525b6 \
	tests/fuzz/corpus/import/path-9bf90872 \
	tests/fuzz/corpus/import/path-9c316de6 \
	tests/fuzz/corpus/import/path-d4f988e6 \
	tests/fuzz/corpus/import/path-df7404eb \
	tests/fuzz/corpus/import/path-dff7a82b \
	tests/fuzz/corpus/import/path-eb6b85ea \
	tests/fuzz/corpus/import/path-ffef0a50 \
	tests/fuzz/corpus/import/utf16-tab \
	tests/fuzz/corpus/lexicon/everything \
	tests/fuzz/corpus/lexicon/found-06c11111 \
	tests/fuzz/corpus/lexicon/found-29559f43 \
	tests/fuzz/corpus/lexicon/found-6b2c7853 \
	tests/fuzz/corpus/lexicon/found-7788ad9a \
	tests/fuzz/corpus/lexicon/found-828e9d06 \
	tests/fuzz/corpus/lexicon/found-ccf909c6 \
	tests/fuzz/corpus/lexicon/found-class-first \
	tests/fuzz/corpus/lexicon/found-classes \
	tests/fuzz/corpus/lexicon/found-separators \
	tests/fuzz/corpus/lexicon/path-083b7f55 \
	tests/fuzz/corpus/lexicon/path-09985df0 \
	tests/fuzz/corpus/lexicon/path-1d6d169e \
	tests/fuzz/corpus/lexicon/path-3e81b15e \
	tests/fuzz/corpus/lexicon/path-3ee3f33e \
	tests/fuzz/corpus/lexicon/path-67fc4690 \
	tests/fuzz/corpus/lexicon/path-6d3af8d1 \
	tests/fuzz/corpus/lexicon/path-72971751 \
	tests/fuzz/corpus/lexicon/path-79165b4f \
	tests/fuzz/corpus/lexicon/path-9ad564ea \
	tests/fuzz/corpus/lexicon/path-bc3066a3 \
	tests/fuzz/corpus/lexicon/path-bec80307 \
	tests/fuzz/corpus/lexicon/path-d4f2d7f6 \
	tests/fuzz/corpus/lexicon/path-d56aae96 \
	tests/fuzz/corpus/lexicon/semicolons \
	tests/fuzz/corpus/lexicon/slang-reach \
	tests/fuzz/corpus/lexicon/slang-too-long \
	tests/fuzz/corpus/matcher/everything \
	tests/fuzz/corpus/matcher/found-6fd51de8 \
	tests/fuzz/corpus/matcher/marks \
	tests/fuzz/corpus/matcher/path-100d079c \
	tests/fuzz/corpus/matcher/path-11949741 \
	tests/fuzz/corpus/matcher/path-1358eb09 \
	tests/fuzz/corpus/matcher/path-29c6827b \
	tests/fuzz/corpus/matcher/path-3a9588ca \
	tests/fuzz/corpus/matcher/path-4ef3633c \
	tests/fuzz/corpus/matcher/path-533b5a50 \
	tests/fuzz/corpus/matcher/path-715f4274 \
	tests/fuzz/corpus/matcher/path-768b7901 \
	tests/fuzz/corpus/matcher/path-988e21fc \
	tests/fuzz/corpus/matcher/path-9f13337e \
	tests/fuzz/corpus/matcher/path-a185b67c \
	tests/fuzz/corpus/matcher/path-ce45dd1b \
	tests/fuzz/corpus/matcher/path-d8bdf169 \
	tests/fuzz/corpus/matcher/slang-first \
	tests/fuzz/corpus/matcher/spam-wish \
	tests/fuzz/corpus/matcher/tag-twice \
	tests/fuzz/corpus/record/breaks-crlf \
	tests/fuzz/corpus/record/header \
	tests/fuzz/corpus/record/path-1ac90a48 \
	tests/fuzz/corpus/record/path-456d99bf \
	tests/fuzz/corpus/record/path-70e7c6db \
	tests/fuzz/corpus/record/path-7e2d4d14 \
	tests/fuzz/corpus/record/path-ad2f0bb8 \
	tests/fuzz/corpus/record/path-b80d6823 \
	tests/fuzz/corpus/record/path-bb126256 \
	tests/fuzz/corpus/record/path-bc8300dc \
	tests/fuzz/corpus/record/path-ce25397a \
	tests/fuzz/corpus/record/path-da8eb78f \
	tests/fuzz/corpus/record/path-dccd21f4 \
	tests/fuzz/corpus/record/path-e531dc42 \
	tests/fuzz/corpus/record/path-e95c50fa \
	tests/fuzz/corpus/record/path-efd0eca0 \
	tests/fuzz/corpus/record/quotes \
	tests/fuzz/corpus/record/tab-bare-cr \
	tests/fuzz/corpus/tokens/everything \
	tests/fuzz/corpus/tokens/ill-formed \
	tests/fuzz/corpus/tokens/path-08c39f3d \
	tests/fuzz/corpus/tokens/path-189be2ce \
	tests/fuzz/corpus/tokens/path-24e509b8 \
	tests/fuzz/corpus/tokens/path-25d7faef \
	tests/fuzz/corpus/tokens/path-2760e76d \
	tests/fuzz/corpus/tokens/path-3562d28c \
	tests/fuzz/corpus/tokens/path-43b5522a \
	tests/fuzz/corpus/tokens/path-84cd6892 \
	tests/fuzz/corpus/tokens/path-9d18ad8c \
	tests/fuzz/corpus/tokens/path-cc2b155f \
	tests/fuzz/corpus/tokens/path-d3215d97 \
	tests/fuzz/corpus/tokens/path-ee7b3860 \
	tests/fuzz/corpus/tokens/path-f5b51254 \
	tests/fuzz/corpus/tokens/path-fffae4ba \
	tests/fuzz/fuzz.h \
	tests/fuzz/fuzz_convert.c \
	tests/fuzz/fuzz_import.c \
	tests/fuzz/fuzz_lexicon.c \
	tests/fuzz/fuzz_matcher.c \
	tests/fuzz/fuzz_record.c \
	tests/fuzz/fuzz_tokens.c \
	tests/fuzz/replay.c \
	tests/golden/export-apify-google-maps.csv.txt \
	tests/golden/export-app-store-connect.json.txt \
	tests/golden/export-bluesky-thread.json.txt \
	tests/golden/export-bluesky.json.txt \
	tests/golden/export-brandwatch-api.json.txt \
	tests/golden/export-brandwatch.csv.txt \
	tests/golden/export-cfpb-18.csv.txt \
	tests/golden/export-cfpb.csv.txt \
	tests/golden/export-desconocido.csv.txt \
	tests/golden/export-desconocido.json.txt \
	tests/golden/export-determ.csv.txt \
	tests/golden/export-dimelo-contents.csv.txt \
	tests/golden/export-facebook-comments.json.txt \
	tests/golden/export-facebook-replies.json.txt \
	tests/golden/export-global-news.csv.txt \
	tests/golden/export-google-business.json.txt \
	tests/golden/export-google-play-scraper.csv.txt \
	tests/golden/export-google-play-scraper.json.txt \
	tests/golden/export-hootsuite-messages.csv.txt \
	tests/golden/export-instagram-comments.json.txt \
	tests/golden/export-mastodon-context.json.txt \
	tests/golden/export-mastodon.json.txt \
	tests/golden/export-meltwater-2025.csv.txt \
	tests/golden/export-meltwater.csv.txt \
	tests/golden/export-play-api.json.txt \
	tests/golden/export-play-console.csv.txt \
	tests/golden/export-profeco-2.csv.txt \
	tests/golden/export-profeco.csv.txt \
	tests/golden/export-reddit-listing.json.txt \
	tests/golden/export-reddit-praw.jsonl.txt \
	tests/golden/export-reddit-pushshift.csv.txt \
	tests/golden/export-reddit-submissions.csv.txt \
	tests/golden/export-snscrape.jsonl.txt \
	tests/golden/export-social-feed-manager.csv.txt \
	tests/golden/export-sprinklr.csv.txt \
	tests/golden/export-sprout-cases.json.txt \
	tests/golden/export-sprout-messages.json.txt \
	tests/golden/export-stakeholders.csv.txt \
	tests/golden/export-talkwalker.csv.txt \
	tests/golden/export-trustpilot.json.txt \
	tests/golden/export-twarc.csv.txt \
	tests/golden/export-twcs.csv.txt \
	tests/golden/export-twint.csv.txt \
	tests/golden/export-x-api-v1.json.txt \
	tests/golden/export-x-api-v2.json.txt \
	tests/golden/export-x-archive-tweets.js.txt \
	tests/golden/export-youtube-comments.json.txt \
	tests/golden/export-youtube-replies.json.txt \
	tests/golden/import.csv \
	tests/golden/import.err \
	tests/golden/label.csv \
	tests/golden/match.csv \
	tests/golden/norm.csv \
	tests/golden/tally-excel.csv \
	tests/golden/tally.csv
