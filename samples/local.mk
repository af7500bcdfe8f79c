# Invented posts, for README, man pages and tests.

samplesdir = $(pkgdatadir)/samples
dist_samples_DATA = samples/README samples/tweets-es.csv \
	samples/resenas.csv samples/reddit-comments.csv.gz \
	samples/brands.csv samples/own.txt
