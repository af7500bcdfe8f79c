# Invented posts, for README, man pages and tests.

samplesdir = $(pkgdatadir)/samples
dist_samples_DATA = samples/README samples/tweets-es.csv \
	samples/resenas.csv samples/reddit-comments.csv.gz \
	samples/brands.csv samples/own.txt

samplesexportsdir = $(samplesdir)/exports
dist_samplesexports_DATA = \
	samples/exports/apify-google-maps.csv \
	samples/exports/app-store-connect.json \
	samples/exports/bluesky-thread.json \
	samples/exports/bluesky.json \
	samples/exports/brandwatch-api.json \
	samples/exports/brandwatch.csv \
	samples/exports/cfpb-18.csv \
	samples/exports/cfpb.csv \
	samples/exports/desconocido.csv \
	samples/exports/desconocido.json \
	samples/exports/determ.csv \
	samples/exports/dimelo-contents.csv \
	samples/exports/facebook-comments.json \
	samples/exports/facebook-replies.json \
	samples/exports/global-news.csv \
	samples/exports/google-business.json \
	samples/exports/google-play-scraper.csv \
	samples/exports/google-play-scraper.json \
	samples/exports/hootsuite-messages.csv \
	samples/exports/instagram-comments.json \
	samples/exports/mastodon-context.json \
	samples/exports/mastodon.json \
	samples/exports/meltwater-2025.csv \
	samples/exports/meltwater.csv \
	samples/exports/play-api.json \
	samples/exports/play-console.csv \
	samples/exports/profeco-2.csv \
	samples/exports/profeco.csv \
	samples/exports/reddit-listing.json \
	samples/exports/reddit-praw.jsonl \
	samples/exports/reddit-pushshift.csv \
	samples/exports/reddit-submissions.csv \
	samples/exports/snscrape.jsonl \
	samples/exports/social-feed-manager.csv \
	samples/exports/sprinklr.csv \
	samples/exports/sprout-cases.json \
	samples/exports/sprout-messages.json \
	samples/exports/stakeholders.csv \
	samples/exports/talkwalker.csv \
	samples/exports/trustpilot.json \
	samples/exports/twarc.csv \
	samples/exports/twcs.csv \
	samples/exports/twint.csv \
	samples/exports/x-api-v1.json \
	samples/exports/x-api-v2.json \
	samples/exports/x-archive-tweets.js \
	samples/exports/youtube-comments.json \
	samples/exports/youtube-replies.json
