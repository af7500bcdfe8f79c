/* accounthits.c - the hits of a post, and what came over each. */
#include "config.h"

#include "accounthits.h"
#include "number.h"

#define TIMES " \xC3\x97 " /* the sign of multiplication */

/* Where an entry stands: "complaints:12 'no me lleg*'". */
static void
add_entry(struct accounting *a, const struct entry *e)
{
	const struct table *t = lexicon_table(a->lex, e->file);

	tty_add(a->out, table_name(t));
	buf_addc(a->out, ':');
	buf_addu(a->out, table_line(t, e->row));
	buf_addc(a->out, ' ');
	accounting_quoted(a, TTY_PLAIN, e->term);
}

/* What the entry itself says. */
static void
add_meaning(struct accounting *a, const struct entry *e)
{
	if (e->role_name.len > 0) {
		buf_adds(a->out, ", ");
		tty_add(a->out, e->role_name);
	}
	if (role_modifies(e->role)) {
		buf_adds(a->out, TIMES);
		number_add_milli(a->out, e->strength);
		if (e->reach == REACH_SENTENCE)
			buf_adds(a->out, " to the end of the sentence");
		else
			buf_addf(a->out, " over %u words", e->reach);
	} else if (role_scores(e->role) || e->weight != 0) {
		buf_adds(a->out, ", weight ");
		number_add_milli(a->out, e->weight);
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
		accounting_quoted(a, TTY_PLAIN, e->to);
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
overlapping(const struct accounting *a, size_t i)
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
	case FACTOR_DENIAL:
		return "it turned no opinion: it counts itself";
	case FACTOR_QUOTED:
		return "praise in quotation marks";
	case FACTOR_QUESTION:
		return "what is asked is not said";
	case FACTOR_SOLVED:
		return "it was put right";
	case FACTOR_COURTESY:
		return "thanks are no praise in a complaint";
	}
	return "";
}

static void
add_factor(struct accounting *a, const struct factor *f)
{
	const struct hit *by = &a->r->hits->v[f->by];

	buf_adds(a->out,
		f->kind == FACTOR_LIMIT            ? "    = "
			: f->kind == FACTOR_DENIAL ? "    "
						   : "   " TIMES);
	number_add_milli(a->out, f->milli);
	buf_addc(a->out, ' ');
	if (f->kind != FACTOR_MODIFIER) {
		buf_addf(a->out, "(%s)\n", factor_reason(f->kind));
		return;
	}
	accounting_quoted(a, TTY_PLAIN, accounting_words(a, by));
	buf_adds(a->out, " (");
	tty_add(a->out, by->entry->role_name);
	buf_addf(a->out, "%s)\n",
		f->milli == 1000 ? ", changes nothing here" : "");
}

/* What became of the hit, behind its first line. */
static void
add_outcome(struct accounting *a, size_t i)
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
			accounting_quoted(
				a, TTY_PLAIN, accounting_words(a, by));
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
		accounting_points(a, p->milli);
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
	return f->kind == FACTOR_DENIAL || f->kind == FACTOR_SOLVED ||
		f->kind == FACTOR_COURTESY;
}

/* A run of factors in the order of the hits, as far as it is written. */
struct run {
	size_t next, end;
};

/* The factors of hit i from a run. */
static void
add_factors(struct accounting *a, size_t i, struct run *run)
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
cut_run(const struct accounting *a, struct run *run, enum factor_kind kind)
{
	struct run cut = { run->end, run->end };

	while (cut.next > 0 && a->r->factors->v[cut.next - 1].kind == kind)
		cut.next--;
	run->end = cut.next;
	return cut;
}

/* Factors stand in the order of the hits, behind them those of the late
 * rules, rule by rule. */
void
accounthits_add(struct accounting *a)
{
	const struct hits *hits = a->r->hits;
	struct run early = { 0, a->r->factors->n };
	struct run courtesies = cut_run(a, &early, FACTOR_COURTESY);
	struct run solved = cut_run(a, &early, FACTOR_SOLVED);
	struct run denials = cut_run(a, &early, FACTOR_DENIAL);
	size_t i;

	accounting_head(a, "hits");
	buf_addf(a->out, "%zu\n", hits->n);
	for (i = 0; i < hits->n; i++) {
		const struct hit *h = &hits->v[i];

		buf_addf(
			a->out, "  %u:%u ", (unsigned)h->from, (unsigned)h->to);
		accounting_quoted(a, h->scores ? TTY_HEAD : TTY_FAINT,
			accounting_words(a, h));
		buf_adds(a->out, "  ");
		add_entry(a, h->entry);
		add_meaning(a, h->entry);
		buf_addc(a->out, '\n');
		add_factors(a, i, &early);
		add_factors(a, i, &denials);
		add_factors(a, i, &solved);
		add_factors(a, i, &courtesies);
		add_outcome(a, i);
		if (is_winner(h))
			a->winner = h;
	}
}
