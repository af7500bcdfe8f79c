# What exports look like.

dist_profiles_DATA += \
	profiles/aliases.csv \
	profiles/apify-google-maps.txt \
	profiles/app-store-connect.txt \
	profiles/bluesky.txt \
	profiles/brandwatch.txt \
	profiles/cfpb.txt \
	profiles/determ.txt \
	profiles/dimelo.txt \
	profiles/facebook-comments.txt \
	profiles/global-news.txt \
	profiles/google-business.txt \
	profiles/google-play-scraper.txt \
	profiles/hootsuite.txt \
	profiles/instagram-comments.txt \
	profiles/mastodon.txt \
	profiles/meltwater-2025.txt \
	profiles/meltwater.txt \
	profiles/play-api.txt \
	profiles/play-console.txt \
	profiles/profeco.txt \
	profiles/reddit-listing.txt \
	profiles/reddit-submissions.txt \
	profiles/reddit.txt \
	profiles/snscrape.txt \
	profiles/social-feed-manager.txt \
	profiles/sprinklr.txt \
	profiles/sprout.txt \
	profiles/stakeholders.txt \
	profiles/talkwalker.txt \
	profiles/trustpilot.txt \
	profiles/twarc.txt \
	profiles/twcs.txt \
	profiles/twint.txt \
	profiles/x-api-v1.txt \
	profiles/x-api-v2.txt \
	profiles/x-archive.txt \
	profiles/youtube-comments.txt
