# One expression of all lines: a tree of their common beginnings. The lines are
# sorted by bytes, each once, of letters and blanks; * ends a stem. A flat
# alternation of as many words as clamor ships takes ripgrep minutes.

# lines lo..hi agree in their first at characters
function tree(lo, hi, at, s, k, c, n, ends) {
	ends = length(line[lo]) == at
	if (ends) lo++
	for (; lo <= hi; lo = k) {
		c = substr(line[lo], at + 1, 1)
		for (k = lo; k <= hi && substr(line[k], at + 1, 1) == c; k++)
			;
		s = s (n++ ? "|" : "") (c == "*" ? "\\w*" : c) \
			tree(lo, k - 1, at + 1)
	}
	if (n > 1 || (n && ends)) s = "(?:" s ")"
	return n && ends ? s "?" : s
}
{ line[NR] = $0 }
END { print "(?i-u)\\b" tree(1, NR, 0) "\\b" }
