# Every test program and script.

include tests/files.mk

UNIT_LIBS = $(LDADD) $(CRITERION_LIBS)
if HAVE_CRITERION
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
endif
TESTS += $(cli_tests)

EXTRA_DIST += $(cli_tests) $(test_data) tests/init.sh tests/run-unit

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
golden_tests = tests/cli/golden-samples.sh

# Rewrite the golden files from what the filters print now; review the diff.
.PHONY: update-golden
update-golden: all
	CLAMOR_GOLDEN_UPDATE=1 $(MAKE) check TESTS='$(golden_tests)'
