# Installed data; clamor-lexicon(5) says what a lexicon is.

dist_lexicons_DATA += lexicons/codes.csv lexicons/different.csv \
	lexicons/seasons.csv \
	lexicons/ordinary.csv
dist_lexicons_DATA += lexicons/complaints.csv lexicons/praise.csv \
	lexicons/opinions.csv lexicons/cues.csv lexicons/crisis.csv lexicons/intents.csv \
	lexicons/modifiers.csv lexicons/emoji.csv lexicons/slang.csv \
	lexicons/insults.csv lexicons/spam.csv lexicons/marks.csv lexicons/speakers.csv \
	lexicons/replies.csv
dist_lexicons_DATA += lexicons/ar.csv lexicons/cl.csv lexicons/co.csv \
	lexicons/es.csv lexicons/mx.csv lexicons/pe.csv
