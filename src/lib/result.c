/* result.c - the numbers of the result. */
#include "config.h"

#include "ratio.h"
#include "result.h"

const char *const result_columns[] = { "posts", "complaints", "praise", "mixed",
	"questions", "neutral", "spam", "checkins", "incentivised",
	"complaint_rate", "net_sentiment", "net_sentiment_opinion",
	"score_mean", "net_sentiment_reach", "severity_1", "severity_2",
	"severity_3", "intent_legal", "intent_abandono", "intent_recompra",
	"intent_recomienda", "intent_ayuda", "authors", "answered",
	"reply_minutes_median", "reply_minutes_p90", "share",
	"complaint_rate_low", "complaint_rate_high" };

void
result_write_names(bool share, bool interval, struct csvout *o)
{
	size_t i;

	for (i = 0; i < RESULT_SHARE; i++)
		csvout_str(o, result_columns[i]);
	if (share)
		csvout_str(o, result_columns[RESULT_SHARE]);
	if (interval) {
		csvout_str(o, result_columns[RESULT_LOW]);
		csvout_str(o, result_columns[RESULT_HIGH]);
	}
}

/* A cell of digits: not text to Excel, however it begins. */
static void
write_ratio(struct csvout *o, int64_t num, int64_t den, int decimals)
{
	struct buf cell = { 0 };

	ratio_add(&cell, num, den, decimals);
	csvout_raw(o, buf_text(&cell));
	buf_free(&cell);
}

static void
write_sums(
	const struct group *g, enum sum first, enum sum last, struct csvout *o)
{
	size_t i;

	for (i = first; i <= last; i++)
		csvout_int(o, g->sum[i]);
}

static void
write_replies(const struct group *g, struct csvout *o)
{
	static const unsigned percent[] = { 50, 90 };
	size_t i;

	if (g->sum[SUM_ASKED] > 0)
		csvout_int(o, g->sum[SUM_ANSWERED]);
	else
		csvout_str(o, "");
	for (i = 0; i < sizeof(percent) / sizeof(*percent); i++) {
		if (g->minutes.n > 0)
			csvout_int(o,
				(int64_t)bag_percentile(
					&g->minutes, percent[i]));
		else
			csvout_str(o, "");
	}
}

static void
write_interval(const struct group *g, struct csvout *o)
{
	struct buf low = { 0 }, high = { 0 };

	ratio_add_wilson(&low, &high, g->sum[SUM_COMPLAINTS],
		sums_posts(g->sum) - g->sum[SUM_SPAM], 4);
	csvout_raw(o, buf_text(&low));
	csvout_raw(o, buf_text(&high));
	buf_free(&low);
	buf_free(&high);
}

void
result_write(const struct group *g, bool share, bool interval, struct csvout *o)
{
	const int64_t *sum = g->sum;
	int64_t n = sums_posts(sum), heard = n - sum[SUM_SPAM];
	int64_t net = sum[SUM_PRAISE] - sum[SUM_COMPLAINTS];

	csvout_int(o, n);
	write_sums(g, SUM_COMPLAINTS, SUM_INCENTIVISED, o);
	write_ratio(o, sum[SUM_COMPLAINTS], heard, 4);
	write_ratio(o, 100 * net, heard, 2);
	write_ratio(o, 100 * net, sum[SUM_PRAISE] + sum[SUM_COMPLAINTS], 2);
	write_ratio(o, sum[SUM_SCORE], 1000 * sum[SUM_SCORED], 3);
	write_ratio(o,
		100 * (sum[SUM_REACH_PRAISE] - sum[SUM_REACH_COMPLAINTS]),
		sum[SUM_REACH], 2);
	write_sums(g, SUM_SEVERITY_1, SUM_AYUDA, o);
	csvout_int(o, (int64_t)g->authors.n);
	write_replies(g, o);
	if (share)
		write_ratio(o, n, sums_posts(g->bucket->sum), 4);
	if (interval)
		write_interval(g, o);
}
