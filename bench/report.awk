# The tables of scripts/bench: medians, and ratios with what is aimed at.
# awk -F '\t' -v count=POSTS -v part=POSTS -f report.awk ratios.csv measured

# the median of what was measured: sorts v[1..n] in place
function median(v, n, i, k, t) {
	for (i = 2; i <= n; i++)
		for (k = i; k > 1 && v[k] < v[k - 1]; k--) {
			t = v[k]
			v[k] = v[k - 1]
			v[k - 1] = t
		}
	return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
}
# the runs of one command, apart
function medians(name, i) {
	split("", c)
	split("", w)
	for (i = 1; i <= runs[name]; i++) {
		c[i] = cpus[name, i]
		w[i] = walls[name, i]
	}
	cpu[name] = median(c, runs[name])
	wall[name] = median(w, runs[name])
}
function seconds(name, figure) {
	return figure == "wall" ? wall[name] : cpu[name]
}
function human(x) {
	return x >= 100 ? sprintf("%.0f", x) : sprintf("%.3g", x)
}
# in a cell of Markdown
function cell(s) {
	gsub(/\|/, "\\|", s)
	return s
}
# thousands of posts in a second
function rate(name) {
	return human(posts[name] / cpu[name] / 1000)
}

FILENAME ~ /ratios/ {
	if (split($0, f, ";") == 5 && f[1] != "first") ratio[++ratios] = $0
	next
}
{
	if (!($1 in runs)) order[++names] = $1
	k = ++runs[$1]
	posts[$1] = $2 ~ /part/ ? part : $2 ~ /one/ ? 20 : count
	bytes[$1] = $6
	cpus[$1, k] = $3
	walls[$1, k] = $4
	if ($5 > peak[$1]) peak[$1] = $5
}
END {
	print "| command | CPU s per million posts | thousand posts/s | MB/s " \
		"| peak MiB | wall s per million |"
	print "|---|---|---|---|---|---|"
	for (i = 1; i <= names; i++) {
		n = order[i]
		medians(n)
		if (n ~ /^start/ || cpu[n] == 0) continue
		printf "| %s | %s | %s | %s | %.0f | %s |\n", cell(n), \
			human(cpu[n] / posts[n] * 1e6), rate(n), \
			human(bytes[n] / cpu[n] / 1e6), peak[n] / 1024, \
			human(wall[n] / posts[n] * 1e6)
	}
	print "\n| one start | ms |\n|---|---|"
	for (i = 1; i <= names; i++)
		if (order[i] ~ /^start/)
			printf "| %s | %.1f |\n", substr(order[i], 8), \
				cpu[order[i]] * 1000 / 20
	print "\n| first | second | by | times as fast | aim |"
	print "|---|---|---|---|---|"
	for (i = 1; i <= ratios; i++) {
		split(ratio[i], f, ";")
		if (!(f[1] in runs) || !(f[2] in runs)) continue
		a = seconds(f[1], f[3]) / posts[f[1]]
		b = seconds(f[2], f[3]) / posts[f[2]]
		if (a == 0 || b == 0) continue
		times = b / a >= 0.1 ? sprintf("%.2f", b / a) \
			: sprintf("1/%.0f", a / b)
		aim = verdict = ""
		if (f[4] != "") {
			aim = "at least " f[4]
			verdict = b / a >= f[4] ? ": met" : ": missed"
		} else if (f[5] != "") {
			aim = sprintf("at most %s × its time (is %.2f)", f[5], a / b)
			verdict = a / b <= f[5] ? ": met" : ": missed"
		}
		printf "| %s | %s | %s | %s | %s%s |\n", cell(f[1]), cell(f[2]), f[3], \
			times, aim, verdict
	}
}
