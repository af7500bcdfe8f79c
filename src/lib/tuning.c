/* tuning.c - from labelled posts to weights. */
#include "config.h"

#include <stdlib.h>

#include "confusion.h"
#include "fit.h"
#include "tuning.h"
#include "xalloc.h"

#define STEP 100 /* weights become tenths */
#define WEIGHT_MAX 5000
#define BYTES_MAX ((size_t)1 << 30) /* of all posts */

/*
 * The first feature of an example is how far the post's points by the old
 * weights are beyond those that make a verdict. Its own weight is hardly held
 * back, since its values are this many times as large as those of the others:
 * so what is learnt about an entry is how far it should go from its old
 * weight.
 */
#define SCORE 10.0

/* A labelled post; its text stands in texts. */
struct sample {
	size_t at, len;
	enum label label;
	bool rated;
};

struct tuning {
	struct tuning_options opt;
	struct lexicon *lex;
	struct judge *judge;
	size_t first, n; /* the entries of the lexicon that is tuned */
	int32_t *old;    /* their weights, thousandths */
	uint64_t *posts; /* labelled ones, by entry */
	uint64_t *last;  /* by entry: the post that counted it last */
	struct sample *samples;
	size_t nsamples, samples_cap;
	struct buf texts;
	struct fit *fit;
	double *learnt;
	double limit; /* points that make a post pos or neg */
	uint64_t limits, labels[LABELS];
};

static struct text
text_at(const struct tuning *t, const struct sample *s)
{
	return (struct text){ t->texts.p + s->at, s->len };
}

static void
judge_sample(struct tuning *t, const struct sample *s, struct verdict *v)
{
	if (judge_post(t->judge, text_at(t, s), s->rated, v) == CLAMOR_ELIMIT)
		t->limits++;
}

/* The number of a tuned entry, from 0; false for any other. */
static bool
is_tuned(const struct tuning *t, const struct entry *e, size_t *number)
{
	size_t i = (size_t)(e - lexicon_entry(t->lex, 0));

	*number = i - t->first;
	return i >= t->first && *number < t->n && t->old[*number] != 0;
}

/* Examples. */

static int
by_feature(const void *a, const void *b)
{
	uint32_t x = ((const struct fit_value *)a)->feature;
	uint32_t y = ((const struct fit_value *)b)->feature;

	return x < y ? -1 : x > y;
}

/* Put values of the same feature together; returns how many are left. */
static size_t
add_up(struct fit_value *v, size_t n)
{
	size_t i, kept = 0;

	qsort(v, n, sizeof(*v), by_feature);
	for (i = 1; i < n; i++) {
		if (v[i].feature == v[kept].feature)
			v[kept].value += v[i].value;
		else
			v[++kept] = v[i];
	}
	return kept + 1;
}

/*
 * The last post that was judged as two examples, for the two questions that
 * its label answers: is it praise, and is it no complaint? Each holds how
 * far the points are beyond the limit in question, and for each tuned entry
 * how much of its weight counts.
 */
static void
add_examples(
	struct tuning *t, const struct sample *s, size_t number, unsigned fold)
{
	struct reasons r = judge_reasons(t->judge);
	struct fit_value *v = xcalloc(r.hits->n + 1, sizeof(*v));
	double points = (double)(r.sums->good - r.sums->bad) / 1000;
	size_t i, e, n = 1;

	for (i = 0; i < r.hits->n; i++) {
		if (!r.hits->v[i].scores || r.points[i].milli == 0 ||
			!is_tuned(t, r.hits->v[i].entry, &e))
			continue;
		v[n++] = (struct fit_value){ (uint32_t)e + 1,
			(double)r.points[i].milli / t->old[e] };
		t->posts[e] += t->last[e] != number;
		t->last[e] = number;
	}
	n = add_up(v, n);
	v[0].value = SCORE * (points - t->limit);
	fit_add(t->fit, v, n, s->label == LABEL_FOR, fold);
	v[0].value = SCORE * (points + t->limit);
	fit_add(t->fit, v, n, s->label != LABEL_AGAINST, fold);
	free(v);
}

/* Weights. */

static void
reset(struct tuning *t)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		lexicon_reweigh(t->lex, t->first + i, t->old[i]);
}

/* The new weight of an entry from what was learnt, in tenths. */
static int32_t
new_weight(const struct tuning *t, size_t i)
{
	double w = t->old[i] + 1000 * t->learnt[i + 1] / (SCORE * t->learnt[0]);
	int32_t sign = t->old[i] < 0 ? -1 : 1, rounded;

	if (w > WEIGHT_MAX)
		w = WEIGHT_MAX;
	if (w < -WEIGHT_MAX)
		w = -WEIGHT_MAX;
	rounded = STEP * (int32_t)(w / STEP + (w < 0 ? -0.5 : 0.5));
	if (!t->opt.flip && sign * rounded <= 0)
		rounded = sign * STEP;
	return rounded;
}

/* Learn from all posts but a fold, and give the entries their new weights;
 * false if nothing could be learnt. */
static bool
learn(struct tuning *t, unsigned without)
{
	size_t i;

	if (fit_solve(t->fit, t->opt.cost, without, t->learnt) != CLAMOR_OK ||
		t->learnt[0] <= 0)
		return false;
	for (i = 0; i < t->n; i++)
		if (t->old[i] != 0 && t->posts[i] >= t->opt.least)
			lexicon_reweigh(t->lex, t->first + i, new_weight(t, i));
	return true;
}

/* The gain, on posts from which nothing was learnt. */

static size_t
class_of(enum polarity p)
{
	return p == POLARITY_NEG ? 0 : p == POLARITY_POS ? 1 : 2;
}

static size_t
class_of_label(enum label label)
{
	return label == LABEL_AGAINST ? 0 : label == LABEL_FOR ? 1 : 2;
}

static unsigned
fold_of(const struct tuning *t, size_t sample)
{
	return (unsigned)(sample % t->opt.folds);
}

/* Judge the posts of a fold, or all, with the weights of the moment. */
static void
count_guesses(
	struct tuning *t, struct confusion *c, unsigned fold, bool learning)
{
	struct verdict v;
	size_t i;

	for (i = 0; i < t->nsamples; i++) {
		const struct sample *s = &t->samples[i];

		if (fold != FIT_NO_FOLD && fold_of(t, i) != fold)
			continue;
		judge_sample(t, s, &v);
		confusion_add(
			c, class_of_label(s->label), class_of(v.polarity));
		if (learning)
			add_examples(t, s, i + 1, fold_of(t, i));
	}
}

enum rc
tuning_learn(struct tuning *t, struct tuning_gain *gain)
{
	size_t n = t->labels[LABEL_NEITHER] > 0 ? 3 : 2;
	struct confusion old, tuned;
	unsigned fold;
	bool ok = t->labels[LABEL_AGAINST] > 0 && t->labels[LABEL_FOR] > 0;

	/* without posts of neither kind there are two classes, and a guess of
	 * a third stands for "other" */
	confusion_init(&old, n);
	confusion_init(&tuned, n);
	count_guesses(t, &old, FIT_NO_FOLD, true);
	for (fold = 0; fold < t->opt.folds && ok; fold++) {
		ok = learn(t, fold);
		count_guesses(t, &tuned, fold, false);
		reset(t);
	}
	gain->before = confusion_macro_f1(&old);
	gain->after = confusion_macro_f1(&tuned);
	confusion_fini(&old);
	confusion_fini(&tuned);
	return ok && learn(t, FIT_NO_FOLD) ? CLAMOR_OK : CLAMOR_EINVAL;
}

struct tuning *
tuning_new(struct lexicon *lex, const struct tuning_options *o)
{
	struct tuning *t = xcalloc(1, sizeof(*t));
	struct kind_options how;
	size_t i;

	kind_options_init(&how);
	t->opt = *o;
	t->lex = lex;
	t->judge = judge_new(lex, &how);
	t->limit = 4.0 * how.polarity_min / (1000 - how.polarity_min);
	t->first = lexicon_nentries(lex);
	while (t->first > 0 &&
		lexicon_entry(lex, t->first - 1)->file + 1 ==
			lexicon_nfiles(lex))
		t->first--;
	t->n = lexicon_nentries(lex) - t->first;
	t->old = xcalloc(t->n, sizeof(*t->old));
	t->posts = xcalloc(t->n, sizeof(*t->posts));
	t->last = xcalloc(t->n, sizeof(*t->last));
	t->learnt = xcalloc(t->n + 1, sizeof(*t->learnt));
	for (i = 0; i < t->n; i++)
		t->old[i] = tuning_entry(t, i)->weight;
	t->fit = fit_new(t->n + 1);
	return t;
}

void
tuning_free(struct tuning *t)
{
	if (t == NULL)
		return;
	fit_free(t->fit);
	judge_free(t->judge);
	buf_free(&t->texts);
	free(t->samples);
	free(t->learnt);
	free(t->last);
	free(t->posts);
	free(t->old);
	free(t);
}

enum rc
tuning_add(struct tuning *t, struct text text, enum label label, bool rated)
{
	if (text.len > BYTES_MAX - t->texts.len)
		return CLAMOR_ELIMIT;
	t->samples = xgrow(
		t->samples, t->nsamples, &t->samples_cap, sizeof(*t->samples));
	t->samples[t->nsamples++] =
		(struct sample){ t->texts.len, text.len, label, rated };
	buf_addt(&t->texts, text);
	t->labels[label]++;
	return CLAMOR_OK;
}

size_t
tuning_count(const struct tuning *t)
{
	return t->n;
}

const struct entry *
tuning_entry(const struct tuning *t, size_t i)
{
	return lexicon_entry(t->lex, t->first + i);
}

int32_t
tuning_old_weight(const struct tuning *t, size_t i)
{
	return t->old[i];
}

uint64_t
tuning_posts(const struct tuning *t, enum label label)
{
	return t->labels[label];
}

const struct matcher *
tuning_matcher(const struct tuning *t)
{
	return judge_matcher(t->judge);
}

uint64_t
tuning_limits(const struct tuning *t)
{
	return t->limits;
}
