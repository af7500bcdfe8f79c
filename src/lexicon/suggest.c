/* suggest.c - clamor-lexicon suggest: what a lexicon lacks. */
#include "config.h"

#include <stdlib.h>

#include "labelled.h"
#include "limits.h"
#include "logodds.h"
#include "number.h"
#include "phrases.h"
#include "xalloc.h"

#define TOP 100       /* suggestions, by default */
#define TOP_MAX 10000 /* each is compared with those before it */
#define LEAST 5       /* posts with a phrase, by default */
#define LONGEST 3     /* words of a phrase, by default */
#define SURE 1.96     /* z: 95 % of what chance does lies below */
#define SAME 0.7      /* of the posts of a longer or shorter phrase */

struct suggest {
	const struct opts *opts;
	struct judge *judge;
	struct phrases *phrases;
	enum phrases_word *known; /* by token */
	size_t known_cap;
	uint64_t limits, used;
};

/* A phrase that may be suggested. */
struct candidate {
	struct phrase phrase;
	double z;
};

/* Say of each word of the last post whether the lexicon has it. */
static void
mark_known(struct suggest *s, const struct reasons *r)
{
	size_t i, t;

	if (r->post->ntokens > s->known_cap) {
		s->known_cap = 2 * r->post->ntokens;
		s->known = xreallocarray(
			s->known, s->known_cap, sizeof(*s->known));
	}
	for (t = 0; t < r->post->ntokens; t++)
		s->known[t] = PHRASES_NEW;
	for (i = 0; i < r->hits->n; i++) {
		const struct hit *h = &r->hits->v[i];

		if (!role_modifies(h->entry->role) && h->entry->weight != 0)
			for (t = h->first; t <= h->last; t++)
				s->known[t] = PHRASES_TAKEN;
		else if (h->first == h->last &&
			s->known[h->first] == PHRASES_NEW)
			s->known[h->first] = PHRASES_KNOWN;
	}
}

/* Is the post of the kind for which words are wanted? Without a label it is
 * what clamor-label finds. */
static bool
is_wanted(const struct suggest *s, enum label label, enum kind kind)
{
	bool praise = s->opts->suggest.praise;

	if (label == LABEL_NONE)
		return kind == (praise ? KIND_PRAISE : KIND_COMPLAINT);
	return label == (praise ? LABEL_FOR : LABEL_AGAINST);
}

static void
count_posts(struct suggest *s, struct labelled *posts)
{
	bool labels = labelled_has_labels(posts);
	struct labelled_post post;
	struct reasons r;
	struct verdict v;

	while (labelled_next(posts, &post)) {
		if (labels && post.label == LABEL_NONE)
			continue;
		if (judge_post(s->judge, post.text, post.rated, &v) ==
			CLAMOR_ELIMIT)
			s->limits++;
		r = judge_reasons(s->judge);
		mark_known(s, &r);
		phrases_add(s->phrases, r.post, s->known,
			is_wanted(s, post.label, v.kind));
		s->used++;
	}
}

static int
by_z(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->z != y->z)
		return x->z < y->z ? 1 : -1;
	return text_cmp(x->phrase.words, y->phrase.words);
}

/* Do the words of a phrase stand in another one? */
static bool
holds(struct text longer, struct text shorter)
{
	const char *p = longer.p, *end = longer.p + longer.len;

	while ((size_t)(end - p) >= shorter.len) {
		const char *after = p + shorter.len;

		if (memcmp(p, shorter.p, shorter.len) == 0 &&
			(after == end || *after == ' '))
			return true;
		p = memchr(p, ' ', (size_t)(end - p));
		if (p++ == NULL)
			break;
	}
	return false;
}

/* Do two phrases say the same of nearly the same posts? */
static bool
is_same(const struct phrase *a, const struct phrase *b)
{
	double x = (double)a->wanted, y = (double)b->wanted;

	return (x < y ? x >= SAME * y : y >= SAME * x) &&
		(holds(a->words, b->words) || holds(b->words, a->words));
}

/* A phrase that ends in "de" or "y" is half of one. */
static bool
is_whole(struct text words)
{
	const char *blank =
		words.len > 0 ? memrchr(words.p, ' ', words.len) : NULL;
	const char *last = blank ? blank + 1 : words.p;

	return !words_is_function(
		(struct text){ last, (size_t)(words.p + words.len - last) });
}

/* All phrases that stand in enough wanted posts, and surely more often than in
 * the others; the surest first. */
static struct candidate *
find_candidates(const struct suggest *s, size_t *n)
{
	struct candidate *v = NULL;
	size_t i, cap = 0;

	*n = 0;
	for (i = 0; i < phrases_count(s->phrases); i++) {
		struct candidate c = { .phrase = phrases_get(s->phrases, i) };

		if (c.phrase.wanted < s->opts->suggest.least ||
			!is_whole(c.phrase.words))
			continue;
		c.z = logodds_z((struct logodds_side){ c.phrase.wanted,
					phrases_posts(s->phrases, true) },
			(struct logodds_side){ c.phrase.others,
				phrases_posts(s->phrases, false) });
		if (c.z < SURE)
			continue;
		v = xgrow(v, *n, &cap, sizeof(*v));
		v[(*n)++] = c;
	}
	if (*n > 0)
		qsort(v, *n, sizeof(*v), by_z);
	return v;
}

/* Keep, at the front, the first of those that say the same; at most top. */
static size_t
pick(struct candidate *v, size_t n, size_t top)
{
	size_t picked = 0, i, k;

	for (i = 0; i < n && picked < top; i++) {
		for (k = 0; k < picked; k++)
			if (is_same(&v[k].phrase, &v[i].phrase))
				break;
		if (k == picked)
			v[picked++] = v[i];
	}
	return picked;
}

static void
write_candidates(const struct candidate *v, size_t n, struct buf *buf)
{
	struct csvout out = { .buf = buf };
	size_t i;

	csvout_raw(&out, text_of("term,weight,code,example,posts,others,z"));
	csvout_end(&out);
	for (i = 0; i < n; i++) {
		csvout_text(&out, v[i].phrase.words);
		csvout_str(&out, ""); /* for a person to say */
		csvout_str(&out, "");
		csvout_text(&out, text_trimmed(v[i].phrase.example));
		csvout_int(&out, (int64_t)v[i].phrase.wanted);
		csvout_int(&out, (int64_t)v[i].phrase.others);
		csvout_milli(&out, (int64_t)(v[i].z * 1000 + 0.5));
		csvout_end(&out);
	}
}

static void
tell(const struct suggest *s, bool labels)
{
	const char *kind = s->opts->suggest.praise ? "praise" : "complaints";

	if (!labels)
		diag_note("no column label or kind: %s are what clamor-label "
			  "finds",
			kind);
	if (phrases_forgot(s->phrases))
		diag_note("so many different phrases that rare ones were "
			  "forgotten");
	if (phrases_posts(s->phrases, true) == 0)
		diag_note("no post is one of the %s (see --true, %s)", kind,
			s->opts->suggest.praise ? "--for" : "--against");
	else if (phrases_posts(s->phrases, false) == 0)
		diag_note("all posts are %s: there is nothing to tell them "
			  "from",
			kind);
}

static void
suggest(struct opts *o)
{
	struct lexloaded loaded = lexload(&o->lexload);
	struct kind_options options;
	struct suggest s = { .opts = o };
	struct labelled *posts;
	struct candidate *v;
	struct buf buf = { 0 };
	struct sink *out;
	size_t n;

	if (o->suggest.least == 0)
		o->suggest.least = LEAST;
	kind_options_init(&options);
	s.judge = judge_new(loaded.lexicon, &options);
	s.phrases = phrases_new(&(struct phrases_options){
		.longest = o->suggest.longest ? o->suggest.longest : LONGEST,
		.least = o->suggest.least });
	posts = labelled_open(o, o->operands, false);
	count_posts(&s, posts);
	tell(&s, labelled_has_labels(posts));
	v = find_candidates(&s, &n);
	n = pick(v, n, o->suggest.top ? o->suggest.top : TOP);
	out = cli_output(&o->common);
	write_candidates(v, n, &buf);
	cli_flush(out, &buf);
	limits_tell(s.limits, matcher_limited(judge_matcher(s.judge)));
	labelled_close(posts, s.used);
	(void)cli_finish(out);
	buf_free(&buf);
	free(v);
	free(s.known);
	phrases_free(s.phrases);
	judge_free(s.judge);
	lexload_free(&loaded, &o->lexload);
}

static void
set(struct opts *o, int opt)
{
	if (opt == OPT_PRAISE)
		o->suggest.praise = true;
	else if (opt == OPT_TOP)
		o->suggest.top = command_number("--top", 1, TOP_MAX);
	else if (opt == OPT_MIN_POSTS)
		o->suggest.least = command_number("--min-posts", 1, 1000000);
	else if (opt == OPT_LONGEST)
		o->suggest.longest = (unsigned)command_number(
			"--longest", 1, PHRASES_LONGEST);
	else
		labelled_set(o, opt);
}

/* clang-format off */
static const struct option options[] = {
	{ "praise", no_argument, NULL, OPT_PRAISE },
	{ "top", required_argument, NULL, OPT_TOP },
	{ "min-posts", required_argument, NULL, OPT_MIN_POSTS },
	{ "longest", required_argument, NULL, OPT_LONGEST },
	LABELLED_OPTIONS,
	CLI_OPTIONS_END
};
/* clang-format on */

const struct command command_suggest = {
	.name = "suggest",
	.usage = "[OPTION]... [FILE]...",
	.help = "    words and phrases that the lexicons lack and that tell complaints from\n"
		"    other posts, the surest first, as rows of a lexicon for a person to\n"
		"    pick from and give weights to\n"
		"      --praise             that tell praise from other posts\n"
		"      --top N              at most so many (default 100)\n"
		"      --min-posts N        that stand in so many of them (default 5)\n"
		"      --longest N          words of a phrase, at most (default 3)\n" LABELLED_HELP
		"  -f, --lexicon FILE|NAME  add a lexicon to the shipped ones (repeatable)\n"
		"      --no-defaults        without the shipped lexicons\n",
	.options = options,
	.set = set,
	.run = suggest,
};
