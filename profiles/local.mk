# What exports look like.

dist_profiles_DATA += profiles/aliases.csv
