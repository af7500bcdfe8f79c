/* account.c - why a verdict is as it is, in lines of text. */
#include "config.h"

#include "account.h"
#include "tty.h"
#include "waits.h"

#define TIMES " \xC3\x97 " /* the sign of multiplication */

struct account {
	struct buf *out;
	const struct lexicon *lex;
	const struct reasons *r;
	const struct verdict *v;
	bool colored;
	const struct hit *winner; /* the last that was written */
};

static void
add_styled(struct account *a, enum tty_style style, struct text t)
{
	tty_add_style(a->out, a->colored ? style : TTY_PLAIN, t);
}

static void
add_points(struct account *a, int64_t milli)
{
	struct buf b = { 0 };

	points_add(&b, milli);
	add_styled(a,
		milli < 0           ? TTY_HIT
			: milli > 0 ? TTY_GOOD
				    : TTY_PLAIN,
		buf_text(&b));
	buf_free(&b);
}

/* The heading of a part, and what stands behind it. */
static void
add_head(struct account *a, const char *head)
{
	size_t len = strlen(head);

	add_styled(a, TTY_HEAD, text_of(head));
	do
		buf_addc(a->out, ' ');
	while (++len < 10);
}

static void
add_quoted(struct account *a, enum tty_style style, struct text t)
{
	buf_addc(a->out, '\'');
	add_styled(a, style, t);
	buf_addc(a->out, '\'');
}

/* The words of a hit as they stand in the post. */
static struct text
words_of(const struct account *a, const struct hit *h)
{
	return (struct text){ a->r->post->original.p + h->from,
		h->to - h->from };
}

/* Where an entry stands: "complaints:12 'no me lleg*'". */
static void
add_entry(struct account *a, const struct entry *e)
{
	const struct table *t = lexicon_table(a->lex, e->file);

	tty_add(a->out, table_name(t));
	buf_addc(a->out, ':');
	buf_addu(a->out, table_line(t, e->row));
	buf_addc(a->out, ' ');
	add_quoted(a, TTY_PLAIN, e->term);
}

/* The post with the hits that count in colour, on one line. */
static void
add_post(struct account *a)
{
	const struct hits *hits = a->r->hits;
	struct text post = a->r->post->original;
	size_t at = 0, i;

	add_head(a, "post");
	for (i = 0; i < hits->n; i++) {
		const struct hit *h = &hits->v[i];
		int32_t milli = a->r->points[i].milli;

		if (!h->scores || h->from < at)
			continue;
		tty_add(a->out, (struct text){ post.p + at, h->from - at });
		add_styled(a,
			milli < 0           ? TTY_HIT
				: milli > 0 ? TTY_GOOD
					    : TTY_HEAD,
			words_of(a, h));
		at = h->to;
	}
	tty_add(a->out, (struct text){ post.p + at, post.len - at });
	buf_addc(a->out, '\n');
	add_head(a, "folded");
	tty_add(a->out, a->r->post->text);
	buf_addc(a->out, '\n');
}

/* Words. */

static const char *
token_class(const struct token *t)
{
	switch ((enum token_kind)t->kind) {
	case TOKEN_WORD:
		return "";
	case TOKEN_NUMBER:
		return "number";
	case TOKEN_TIME:
		return "time";
	case TOKEN_MONEY:
		return "money";
	case TOKEN_USER:
		return "user";
	case TOKEN_URL:
		return "link";
	case TOKEN_EMOJI:
		return "emoji";
	case TOKEN_EMOTICON:
		return "emoticon";
	case TOKEN_TAG:
		return "tag";
	}
	return "";
}

/* What rewriting did to a word; "" for nothing. */
static const char *
token_change(const struct token *t, const struct token *tag)
{
	if (t->kind != TOKEN_WORD)
		return "";
	if (tag != NULL && t->src_start >= tag->src_start &&
		t->src_end <= tag->src_end)
		return "of the tag";
	if (t->flags & TOKEN_ELONGATED)
		return "drawn out";
	if (t->flags & TOKEN_DISGUISED)
		return "disguised";
	return t->flags & TOKEN_CHANGED ? "slang" : "";
}

/* Blanks up to a width in characters, counted from byte `from` of the output;
 * one at least. */
static void
pad(struct account *a, size_t from, size_t width)
{
	size_t n = 0;

	for (; from < a->out->len; from++)
		n += ((unsigned char)a->out->p[from] & 0xC0) != 0x80;
	do
		buf_addc(a->out, ' ');
	while (++n < width);
}

static void
add_token(struct account *a, const struct token *t, const char *note)
{
	struct post *p = a->r->post;
	size_t line = a->out->len;
	uint32_t from, to;

	post_origin(p, t->start, t->end, &from, &to);
	buf_addf(a->out, "  %u:%u", (unsigned)from, (unsigned)to);
	pad(a, line, 12);
	tty_add(a->out, (struct text){ p->original.p + from, to - from });
	pad(a, line, 30);
	tty_add(a->out,
		(struct text){ p->text.p + t->start, t->end - t->start });
	if (*note != '\0') {
		pad(a, line, 48);
		add_styled(a, TTY_FAINT, text_of(note));
	}
	buf_addc(a->out, '\n');
}

static void
add_tokens(struct account *a)
{
	const struct post *p = a->r->post;
	const struct token *tag = NULL;
	size_t sentence = 0, i;

	add_head(a, "words");
	buf_adds(a->out, "bytes, as written, as read\n");
	for (i = 0; i < p->ntokens; i++) {
		const struct token *t = &p->tokens[i];
		const char *note = token_class(t);

		if (i > 0 && (t->flags & TOKEN_FIRST))
			buf_addf(a->out, "  (sentence %zu)\n", sentence + 1);
		if (i == 0 || (t->flags & TOKEN_FIRST))
			sentence++;
		if (t->kind == TOKEN_TAG)
			tag = t;
		add_token(a, t, *note ? note : token_change(t, tag));
	}
}

/* Hits. */

/* What the entry itself says. */
static void
add_meaning(struct account *a, const struct entry *e)
{
	if (e->role_name.len > 0) {
		buf_adds(a->out, ", ");
		tty_add(a->out, e->role_name);
	}
	if (role_modifies(e->role)) {
		buf_adds(a->out, TIMES);
		points_add(a->out, e->strength);
		if (e->reach == REACH_SENTENCE)
			buf_adds(a->out, " to the end of the sentence");
		else
			buf_addf(a->out, " over %u words", e->reach);
	} else if (role_scores(e->role) || e->weight != 0) {
		buf_adds(a->out, ", weight ");
		points_add(a->out, e->weight);
	}
	if (e->code != CODE_NONE) {
		buf_adds(a->out, ", ");
		tty_add(a->out, codes_name(a->r->codes, e->code));
	}
	if (e->intent != INTENT_NONE)
		buf_addf(a->out, ", %s", intent_name(e->intent));
	if (e->severity > 0)
		buf_addf(a->out, ", severity %u", e->severity);
	if (e->to.len > 0) {
		buf_adds(a->out, ", to ");
		add_quoted(a, TTY_PLAIN, e->to);
	}
}

static bool
is_winner(const struct hit *h)
{
	return h->scores && role_scores(h->entry->role);
}

/* The hit that kept hit i from counting: the longest of the winners that
 * overlap it, which are the last one before it and those that begin in it. */
static const struct hit *
overlapping(const struct account *a, size_t i)
{
	const struct hits *hits = a->r->hits;
	const struct hit *h = &hits->v[i], *best = NULL;

	if (a->winner != NULL && a->winner->last >= h->first)
		best = a->winner;
	for (i++; i < hits->n && hits->v[i].first <= h->last; i++) {
		const struct hit *o = &hits->v[i];

		if (is_winner(o) &&
			(best == NULL ||
				o->end - o->start > best->end - best->start))
			best = o;
	}
	return best;
}

static const char *
factor_reason(enum factor_kind kind)
{
	switch (kind) {
	case FACTOR_MODIFIER:
		return "";
	case FACTOR_ELONGATION:
		return "drawn out";
	case FACTOR_EXCLAMATION:
		return "the sentence ends in !!";
	case FACTOR_CAPITALS:
		return "in capitals";
	case FACTOR_LIMIT:
		return "at most, all together";
	case FACTOR_REPEAT:
		return "the same entry counts three times at most";
	case FACTOR_DENIAL:
		return "it turned no opinion: it counts itself";
	case FACTOR_QUOTED:
		return "praise in quotation marks";
	case FACTOR_QUESTION:
		return "what is asked is not said";
	case FACTOR_COURTESY:
		return "thanks are no praise in a complaint";
	}
	return "";
}

static void
add_factor(struct account *a, const struct factor *f)
{
	const struct hit *by = &a->r->hits->v[f->by];

	buf_adds(a->out,
		f->kind == FACTOR_LIMIT            ? "    = "
			: f->kind == FACTOR_DENIAL ? "    "
						   : "   " TIMES);
	points_add(a->out, f->milli);
	buf_addc(a->out, ' ');
	if (f->kind != FACTOR_MODIFIER) {
		buf_addf(a->out, "(%s)\n", factor_reason(f->kind));
		return;
	}
	add_quoted(a, TTY_PLAIN, words_of(a, by));
	buf_adds(a->out, " (");
	tty_add(a->out, by->entry->role_name);
	buf_addf(a->out, "%s)\n",
		f->milli == 1000 ? ", changes nothing here" : "");
}

/* What became of the hit, behind its first line. */
static void
add_outcome(struct account *a, size_t i)
{
	const struct hit *h = &a->r->hits->v[i], *by;
	const struct points *p = &a->r->points[i];

	if (!h->scores && p->used) {
		buf_adds(a->out, "    modifies the words that it stands among");
	} else if (!h->scores) {
		buf_adds(a->out, "    does not count");
		by = overlapping(a, i);
		if (by != NULL) {
			buf_adds(a->out, ": overlapped by ");
			add_quoted(a, TTY_PLAIN, words_of(a, by));
			buf_adds(a->out, ", ");
			add_entry(a, by->entry);
		}
	} else if (role_modifies(h->entry->role) && p->milli == 0) {
		buf_adds(a->out,
			p->used ? "    modifies what follows"
				: "    changes nothing");
	} else if (!role_scores(h->entry->role) && p->milli == 0) {
		buf_adds(a->out, "    stands beside the score");
	} else {
		buf_adds(a->out, "    = ");
		add_points(a, p->milli);
		if (p->negated)
			buf_adds(a->out,
				", negated: its intent and severity "
				"do not count");
	}
	buf_addc(a->out, '\n');
}

/* Is it of a rule that looks at the whole post, after the others? */
static bool
is_late(const struct factor *f)
{
	return f->kind == FACTOR_DENIAL || f->kind == FACTOR_COURTESY;
}

/* A run of factors in the order of the hits, as far as it is written. */
struct run {
	size_t next, end;
};

/* The factors of hit i from a run. */
static void
add_factors(struct account *a, size_t i, struct run *run)
{
	const struct factors *f = a->r->factors;
	bool weighs = a->r->hits->v[i].entry->weight != 0;

	for (; run->next < run->end && f->v[run->next].hit == i; run->next++)
		if (weighs || f->v[run->next].kind == FACTOR_MODIFIER ||
			is_late(&f->v[run->next]))
			add_factor(a, &f->v[run->next]);
}

/* Take the factors of a kind off the end of a run, as a run of their own. */
static struct run
cut_run(const struct account *a, struct run *run, enum factor_kind kind)
{
	struct run cut = { run->end, run->end };

	while (cut.next > 0 && a->r->factors->v[cut.next - 1].kind == kind)
		cut.next--;
	run->end = cut.next;
	return cut;
}

/* Factors stand in the order of the hits, behind them those of the late
 * rules, rule by rule. */
static void
add_hits(struct account *a)
{
	const struct hits *hits = a->r->hits;
	struct run early = { 0, a->r->factors->n };
	struct run courtesies = cut_run(a, &early, FACTOR_COURTESY);
	struct run denials = cut_run(a, &early, FACTOR_DENIAL);
	size_t i;

	add_head(a, "hits");
	buf_addf(a->out, "%zu\n", hits->n);
	for (i = 0; i < hits->n; i++) {
		const struct hit *h = &hits->v[i];

		buf_addf(
			a->out, "  %u:%u ", (unsigned)h->from, (unsigned)h->to);
		add_quoted(a, h->scores ? TTY_HEAD : TTY_FAINT, words_of(a, h));
		buf_adds(a->out, "  ");
		add_entry(a, h->entry);
		add_meaning(a, h->entry);
		buf_addc(a->out, '\n');
		add_factors(a, i, &early);
		add_factors(a, i, &denials);
		add_factors(a, i, &courtesies);
		add_outcome(a, i);
		if (is_winner(h))
			a->winner = h;
	}
}

/* The verdict. */

static void
add_score(struct account *a)
{
	const struct sums *s = a->r->sums;
	int64_t sum = s->good - s->bad;

	add_head(a, "score");
	buf_adds(a->out, "P = ");
	points_add(a->out, s->good);
	buf_adds(a->out, ", N = ");
	points_add(a->out, s->bad);
	buf_adds(a->out, ", S = P - N = ");
	points_add(a->out, sum);
	buf_adds(a->out, "\n          S / (|S| + 4) = ");
	points_add(a->out, sum);
	buf_adds(a->out, " / ");
	points_add(a->out, (sum < 0 ? -sum : sum) + 4000);
	buf_adds(a->out, " = ");
	add_points(a, a->v->score);
	buf_addc(a->out, '\n');
}

/* What a rule asks for, with the numbers of this post. */
static void
add_condition(struct account *a, enum kind kind)
{
	const struct verdict_options *o = a->r->options;
	const struct sums *s = a->r->sums;
	struct buf *b = a->out;

	switch (kind) {
	case KIND_SPAM:
		buf_addf(b, "a hit of the role spam (%s) and N = 0",
			s->spam ? "there is one" : "there is none");
		return;
	case KIND_MIXED:
		buf_adds(b, "tied, P and N without adversatives (");
		points_add(b, s->even_good);
		buf_adds(b, " and ");
		points_add(b, s->even_bad);
		buf_adds(b, ") at least ");
		points_add(b, o->mixed_min);
		buf_adds(b, ", the smaller at least ");
		points_add(b, o->mixed_share);
		buf_adds(b, " of the larger");
		return;
	case KIND_QUESTION:
		buf_addf(b, "asks (%s), score nearer to 0 than ",
			s->asks ? "yes" : "no");
		points_add(b, o->question_max);
		return;
	case KIND_COMPLAINT:
		buf_adds(b, "tied, score at most ");
		points_add(b, -o->opinion_min);
		return;
	case KIND_PRAISE:
		buf_adds(b, "tied, score at least ");
		points_add(b, o->opinion_min);
		return;
	case KIND_NEUTRAL:
		buf_adds(b, "nothing else holds");
		return;
	}
}

/* Is there anything that ties the post to a company? */
static void
add_tie(struct account *a)
{
	int32_t score = a->v->score, strong = a->r->options->strong_min;

	buf_adds(a->out, "          tied to a company: ");
	if (a->r->sums->tied) {
		buf_adds(a->out,
			"yes, by a topic, an intent, a user, a brand "
			"or a rating\n");
		return;
	}
	buf_adds(a->out,
		score >= strong || score <= -strong
			? "yes, by the score alone, at least "
			: "no, and the score alone is not yet ");
	points_add(a->out, strong);
	buf_adds(a->out, " either way\n");
}

/* One step of the decision. */
static void
add_step(struct account *a, size_t number, bool holds, enum kind kind)
{
	buf_addf(a->out, "  %zu %s %s: ", number, holds ? "holds" : "no   ",
		kind_name(kind));
}

/* The rules in the order of clamor-label(1), up to the one that held. */
static void
add_kind(struct account *a)
{
	static const enum kind order[] = { KIND_MIXED, KIND_QUESTION,
		KIND_COMPLAINT, KIND_PRAISE, KIND_NEUTRAL };
	enum kind kind = a->v->kind;
	bool reports = a->r->sums->reports;
	size_t i, number = 1;

	add_head(a, "kind");
	add_styled(a, TTY_HEAD, text_of(kind_name(kind)));
	buf_addf(a->out, ", polarity %s\n", a->v->polarity);
	add_tie(a);
	add_step(a, number++, kind == KIND_SPAM, KIND_SPAM);
	add_condition(a, KIND_SPAM);
	buf_addc(a->out, '\n');
	if (kind == KIND_SPAM)
		return;
	add_step(a, number++, reports, KIND_NEUTRAL);
	buf_addf(a->out, "news or an offer, no customer speaks (%s)\n",
		reports ? "yes" : "no");
	for (i = 0; !reports && (i == 0 || order[i - 1] != kind); i++) {
		add_step(a, number++, order[i] == kind, order[i]);
		add_condition(a, order[i]);
		buf_addc(a->out, '\n');
	}
}

static void
add_main_topic(struct account *a)
{
	unsigned code = a->v->code;

	tty_add(a->out, a->v->codes);
	buf_adds(a->out, ", area ");
	tty_add(a->out, codes_area(a->r->codes, code));
	buf_adds(a->out, ", stage ");
	tty_add(a->out, codes_stage(a->r->codes, code));
}

static void
add_topics(struct account *a)
{
	unsigned c;

	add_head(a, "topics");
	if (a->v->code == CODE_NONE)
		buf_adds(a->out, "none for this kind");
	else
		add_main_topic(a);
	buf_addc(a->out, '\n');
	for (c = 0; c <= codes_count(a->r->codes); c++) {
		const struct topic *t = &a->r->topics[c];

		if (t->hits == 0)
			continue;
		buf_adds(a->out, "  ");
		tty_add(a->out,
			c == CODE_NONE ? text_of("(no topic)")
				       : codes_name(a->r->codes, c));
		buf_addf(a->out, ": %u hit%s, for ", (unsigned)t->hits,
			t->hits == 1 ? "" : "s");
		points_add(a->out, t->good);
		buf_adds(a->out, ", against ");
		points_add(a->out, t->bad);
		if (t->lent_good + t->lent_bad > 0) {
			buf_adds(a->out, "; lent for ");
			points_add(a->out, t->lent_good);
			buf_adds(a->out, ", against ");
			points_add(a->out, t->lent_bad);
		}
		buf_addc(a->out, '\n');
	}
}

static void
add_rest(struct account *a)
{
	const struct verdict *v = a->v;

	add_head(a, "intent");
	buf_addf(a->out, "%s\n",
		v->intent == INTENT_NONE ? "none" : intent_name(v->intent));
	add_head(a, "severity");
	buf_addf(a->out, "%d, of the hits %d\n", v->severity,
		a->r->sums->severity);
	add_head(a, "wait");
	if (v->wait_minutes == WAITS_NONE)
		buf_adds(a->out, "none\n");
	else
		buf_addf(a->out, "%lld minutes\n", (long long)v->wait_minutes);
	add_head(a, "marks");
	if (v->marks.len == 0)
		buf_adds(a->out, "none");
	tty_add(a->out, v->marks);
	buf_addc(a->out, '\n');
}

void
account_add(struct buf *out, const struct lexicon *lex, const struct reasons *r,
	const struct verdict *v, bool colored)
{
	struct account a = {
		.out = out, .lex = lex, .r = r, .v = v, .colored = colored
	};

	add_post(&a);
	add_tokens(&a);
	add_hits(&a);
	add_score(&a);
	add_kind(&a);
	add_topics(&a);
	add_rest(&a);
}
