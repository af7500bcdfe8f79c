# What is built here.

bin_PROGRAMS += src/clamor src/clamor-eval src/clamor-grep src/clamor-import \
	src/clamor-label src/clamor-lexicon src/clamor-match src/clamor-norm src/clamor-tally
check_PROGRAMS += src/clamor-skel
noinst_LIBRARIES += src/lib/libclamor.a
src_clamor_lexicon_LDADD = $(LDADD) $(YAML_LIBS) $(LINEAR_LIBS) -lm

include src/lib/files.mk
