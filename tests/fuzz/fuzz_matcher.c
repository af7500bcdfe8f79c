/*
 * fuzz_matcher.c - any bytes as a post, matched and judged by a small lexicon
 * that holds one of everything.
 *
 * Promises: hits are in order and stand on the post's bytes; the evidence
 * quotes them, and its points add up to the score.
 */
#include "config.h"

#include "fuzz.h"
#include "verdict.h"

static const char codes_file[] =
	"code,area,stage,name_es,name_en,about\n"
	"trato,tienda,uso,Trato,Service,x\n"
	"espera,tienda,uso,Espera,Waiting,x\n"
	"general,todos,uso,General,General,x\n";

static const char lexicon_file[] =
	"term,weight,code,intent,severity,role,to,strength,reach\n"
	"malo,-3,trato,,1,,,,\n"
	"bueno,3,,,,,,,\n"
	"mala atenci\xC3\xB3n,-3.5,trato,,,,,,\n"
	"p\xC3\xA9sim{o|a},-4.425,,,2,,,,\n"
	"decepcion*,-2,,,,,,,\n"
	"enga\xC3\xB1*,-3,,legal,,,,,\n"
	"a\xC3\xB1o,1,,,,,,,\n"
	"a ~3 b ~3 a,2,espera,,,,,,\n"
	"a ~20 <num> ~20 b,-1,espera,,,,,,\n"
	"llevo <num> {hora|d\xC3\xAD"
	"a}{|s} ~2 esperando,-4,espera,abandono,2,,,,\n"
	"!Orange,1,,,,,,,\n"
	"<user> <url>,1,,,,,,,\n"
	"<money> <time>,-1,,,,,,,\n"
	"<emoji>,0.5,,,,,,,\n"
	":(,-1,,,,,,,\n"
	"#no,-2,,,,,,,\n"
	"nooo,-1,,,,,,,\n"
	"/a[bc]+d/,-2,,ayuda,,,,,\n"
	"/(a+)+$/,1,,,,,,,\n"
	"/\\bx\\w*\\W+y/,2,,,,,,,\n"
	"/ que/,-1,,,,,,,\n"
	"/r /,1,,,,,,,\n"
	"/o \\w/,-1,,,,,,,\n"
	"tonto,-2,,,,insult,,,\n"
	"gana dinero,0,,,,spam,,,\n"
	"regalo,0,,,,mark:regalo,,,\n"
	"navidad,0,,,,season,navidad,,\n"
	"telcel,0,,,,brand,Telcel,,\n"
	"<brand> no,-1,,,,,,,\n"
	"no,,,,,negator,,,\n"
	"muy,,,,,intensifier,,,\n"
	"algo,,,,,diminisher,,,\n"
	"pero,,,,,adversative,,,\n"
	"ojal\xC3\xA1,,,,,irrealis,,,\n"
	"claro que s\xC3\xAD,,,,,irony,,,\n"
	"xq,,,,,slang,por que,,\n"
	"por que no,-1,,,,,,,\n";

static struct judge *judge;
static struct matcher *matcher;

static void
on_problem(void *ctx, const struct err *err)
{
	(void)ctx;
	(void)fprintf(stderr, "%zu: %s\n", err->line, err->text);
	abort();
}

static void
begin(void)
{
	struct kind_options opt;
	struct codes *codes;
	struct lexicon *lex;
	struct err err = { 0 };

	if (judge != NULL)
		return;
	MUST(codes_read(&codes, fuzz_file(codes_file, sizeof(codes_file) - 1),
		&err) == CLAMOR_OK);
	fuzz_unlink();
	lex = lexicon_new(codes);
	MUST(lexicon_add(lex, fuzz_file(lexicon_file,
		sizeof(lexicon_file) - 1), on_problem, NULL) == CLAMOR_OK);
	fuzz_unlink();
	MUST(lexicon_finish(lex, on_problem, NULL) == CLAMOR_OK);
	kind_options_init(&opt);
	judge = judge_new(lex, &opt);
	matcher = matcher_new(lex);
}

static void
check_hits(const struct hits *hits, const struct post *p)
{
	size_t i;

	for (i = 0; i < hits->n; i++) {
		const struct hit *h = &hits->v[i], *k = h - (i > 0);

		MUST(h->from < h->to && h->to <= p->original.len);
		MUST(h->start < h->end && h->end <= p->text.len);
		MUST(h->first <= h->last && h->last < p->ntokens);
		MUST(k->from < h->from ||
			(k->from == h->from && k->to >= h->to));
	}
}

/* Of the hits that score no two share a token. */
static void
check_resolved(const struct hits *hits, const struct post *p)
{
	unsigned char *taken = calloc(p->ntokens + 1, 1);
	size_t i, t;

	MUST(taken != NULL);
	for (i = 0; i < hits->n; i++) {
		const struct hit *h = &hits->v[i];

		if (!h->scores || !role_scores(h->entry->role))
			continue;
		for (t = h->first; t <= h->last; t++) {
			MUST(!taken[t]);
			taken[t] = 1;
		}
	}
	free(taken);
}

/* "-4.425" in thousandths. */
static int64_t
milli_of(struct text t)
{
	int64_t n = 0;
	size_t i = t.len > 0 && t.p[0] == '-', digits = 0;
	int point = 0;

	MUST(i < t.len);
	for (; i < t.len; i++) {
		if (t.p[i] == '.') {
			MUST(!point);
			point = 1;
			continue;
		}
		MUST(t.p[i] >= '0' && t.p[i] <= '9');
		n = n * 10 + (t.p[i] - '0');
		digits += point != 0;
	}
	MUST(digits <= 3 && (!point || t.p[t.len - 1] != '0'));
	for (; digits < 3; digits++)
		n *= 10;
	return t.p[0] == '-' ? -n : n;
}

/* A number that ends at the byte `end`, which is before at. */
static size_t
number_at(struct text t, size_t *at, char end)
{
	size_t n = 0;

	MUST(*at < t.len && t.p[*at] != end);
	for (; *at < t.len && t.p[*at] != end; (*at)++) {
		MUST(t.p[*at] >= '0' && t.p[*at] <= '9');
		n = n * 10 + (size_t)(t.p[*at] - '0');
	}
	MUST(*at < t.len);
	(*at)++;
	return n;
}

/* One WORDS@START:END=POINTS; returns the points. */
static int64_t
check_piece(struct text t, struct text original, size_t *before)
{
	size_t at = t.len, words, start, end, i;

	while (at > 0 && t.p[at - 1] != '@')
		at--;
	MUST(at > 1);
	words = at - 1;
	start = number_at(t, &at, ':');
	end = number_at(t, &at, '=');
	MUST(start >= *before && start < end && end <= original.len);
	*before = start;
	MUST(end - start == words);
	for (i = 0; i < words; i++) {
		char c = original.p[start + i];

		MUST(t.p[i] == c || (c == ';' && t.p[i] == ',') ||
			((c == '\n' || c == '\r') && t.p[i] == ' '));
	}
	return milli_of((struct text){ t.p + at, t.len - at });
}

static void
check_verdict(const struct verdict *v, struct text original)
{
	struct text t = v->evidence;
	int64_t sum = 0, size, twice;
	size_t before = 0;

	while (t.len > 0) {
		const char *semicolon = memchr(t.p, ';', t.len);
		size_t n = semicolon ? (size_t)(semicolon - t.p) : t.len;

		sum += check_piece((struct text){ t.p, n }, original, &before);
		n += semicolon != NULL;
		t = (struct text){ t.p + n, t.len - n };
	}
	size = sum < 0 ? -sum : sum;
	twice = 2 * 1000 * size + size + 4000;
	size = twice / (2 * (size + 4000));
	MUST(v->score == (sum < 0 ? -size : size));
	MUST(v->severity >= 0 && v->severity <= 3);
	MUST((v->kind == KIND_NEUTRAL || v->kind == KIND_SPAM) ==
		(v->codes.len == 0));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct hits hits;
	struct text t = { (const char *)data, size };
	struct verdict v;
	enum rc rc;

	begin();
	rc = matcher_find(matcher, t, &hits);
	MUST(rc == CLAMOR_OK || rc == CLAMOR_ELIMIT);
	hits_resolve(&hits);
	check_hits(&hits, matcher_post(matcher));
	check_resolved(&hits, matcher_post(matcher));
	MUST(judge_post(judge, t, size & 1, &v) == rc);
	check_verdict(&v, t);
	return 0;
}
