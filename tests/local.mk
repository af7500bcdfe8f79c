# Every test program and script.

include tests/files.mk

UNIT_LIBS = $(LDADD) $(YAML_LIBS) $(LINEAR_LIBS) $(CRITERION_LIBS) -lm
if HAVE_CRITERION
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
endif
TESTS += $(cli_tests)

# Each fuzzer with the files of its corpus; see HACKING.md, "Fuzzing".
fuzz_replays = \
	tests/fuzz/replay_convert \
	tests/fuzz/replay_import \
	tests/fuzz/replay_lexicon \
	tests/fuzz/replay_matcher \
	tests/fuzz/replay_record \
	tests/fuzz/replay_tokens
tests_fuzz_replay_convert_SOURCES = tests/fuzz/fuzz_convert.c \
	tests/fuzz/replay.c tests/fuzz/fuzz.h
tests_fuzz_replay_convert_LDADD = $(LDADD) $(YAML_LIBS)
tests_fuzz_replay_import_SOURCES = tests/fuzz/fuzz_import.c \
	tests/fuzz/replay.c tests/fuzz/fuzz.h
tests_fuzz_replay_lexicon_SOURCES = tests/fuzz/fuzz_lexicon.c \
	tests/fuzz/replay.c tests/fuzz/fuzz.h
tests_fuzz_replay_matcher_SOURCES = tests/fuzz/fuzz_matcher.c \
	tests/fuzz/replay.c tests/fuzz/fuzz.h
tests_fuzz_replay_record_SOURCES = tests/fuzz/fuzz_record.c \
	tests/fuzz/replay.c tests/fuzz/fuzz.h
tests_fuzz_replay_tokens_SOURCES = tests/fuzz/fuzz_tokens.c \
	tests/fuzz/replay.c tests/fuzz/fuzz.h
check_PROGRAMS += $(fuzz_replays)

# Posts with what is to be said of them; see tests/cases/README.
check_PROGRAMS += tests/cases/cases
tests_cases_cases_SOURCES = tests/cases/cases.c

EXTRA_DIST += $(cli_tests) $(test_data) tests/init.sh tests/run-unit \
	tests/cases/README

# Nothing of the user's own settings reaches a test.
AM_TESTS_ENVIRONMENT = \
	unset CLAMOR_TZ TZ LC_ALL LANG MAKEFLAGS; \
	top_srcdir=`cd $(top_srcdir) && pwd`; export top_srcdir; \
	top_builddir=`pwd`; export top_builddir; \
	CLAMOR_LEXICONS=$$top_srcdir/lexicons; export CLAMOR_LEXICONS; \
	CLAMOR_PROFILES=$$top_srcdir/profiles; export CLAMOR_PROFILES; \
	PATH=$$top_builddir/src:$$top_srcdir/scripts:$$PATH; export PATH;

TEST_EXTENSIONS = .sh
SH_LOG_COMPILER = $(SHELL)
LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/run-unit

# The tests that compare with tests/golden/.
golden_tests = tests/cli/golden-samples.sh tests/cli/import-samples.sh

# Rewrite the golden files from what the filters print now; review the diff.
.PHONY: update-golden
update-golden: all
	CLAMOR_GOLDEN_UPDATE=1 $(MAKE) check TESTS='$(golden_tests)'
