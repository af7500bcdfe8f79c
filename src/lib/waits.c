/* waits.c - durations beside words of waiting. */
#include "config.h"

#include "waits.h"

static const struct {
	const struct text name;
	int32_t minutes;
} units[] = { { TEXT("minuto"), 1 }, { TEXT("minutos"), 1 }, { TEXT("min"), 1 },
	{ TEXT("mins"), 1 }, { TEXT("minutitos"), 1 }, { TEXT("hora"), 60 },
	{ TEXT("horas"), 60 }, { TEXT("hr"), 60 }, { TEXT("hrs"), 60 },
	{ TEXT("hs"), 60 }, { TEXT("h"), 60 }, { TEXT("horitas"), 60 },
	{ TEXT("dia"), 1440 }, { TEXT("dias"), 1440 },
	{ TEXT("semana"), 10080 }, { TEXT("semanas"), 10080 },
	{ TEXT("quincena"), 21600 }, { TEXT("quincenas"), 21600 },
	{ TEXT("mes"), 43200 }, { TEXT("meses"), 43200 },
	{ TEXT("a\xC3\xB1o"), 525600 }, { TEXT("a\xC3\xB1os"), 525600 } };

static const struct {
	const struct text name;
	int32_t halves; /* twice the number, so that "media" is 1 */
} numbers[] = { { TEXT("media"), 1 }, { TEXT("medio"), 1 }, { TEXT("un"), 2 },
	{ TEXT("una"), 2 }, { TEXT("uno"), 2 }, { TEXT("par"), 4 },
	{ TEXT("dos"), 4 }, { TEXT("tres"), 6 }, { TEXT("cuatro"), 8 },
	{ TEXT("cinco"), 10 }, { TEXT("seis"), 12 }, { TEXT("siete"), 14 },
	{ TEXT("ocho"), 16 }, { TEXT("nueve"), 18 }, { TEXT("diez"), 20 },
	{ TEXT("once"), 22 }, { TEXT("doce"), 24 }, { TEXT("quince"), 30 },
	{ TEXT("veinte"), 40 }, { TEXT("treinta"), 60 },
	{ TEXT("cuarenta"), 80 }, { TEXT("cincuenta"), 100 },
	{ TEXT("sesenta"), 120 }, { TEXT("setenta"), 140 },
	{ TEXT("ochenta"), 160 }, { TEXT("noventa"), 180 },
	{ TEXT("veinticuatro"), 48 }, { TEXT("veinticinco"), 50 } };

#define TENS 60 /* halves: from "treinta" on a one may follow behind "y" */
#define ONES 18

/* Beginnings of words that speak of waiting or of being late. */
static const struct text cues[] = { TEXT("llev"), TEXT("esper"), TEXT("hace"),
	TEXT("tard"), TEXT("demor"), TEXT("retras"), TEXT("atras"),
	TEXT("aguard"), TEXT("despues"), TEXT("tras"), TEXT("cola"),
	TEXT("fila"), TEXT("colgad"), TEXT("reten"), TEXT("sin"),
	TEXT("plantad"), TEXT("todavia"), TEXT("sigo"), TEXT("seguimos") };

#define LOYAL_MIN 43200 /* a month */

/* Words that make a long time loyalty instead of waiting. */
static const struct text loyal[] = { TEXT("client"), TEXT("soci"),
	TEXT("usuari"), TEXT("trabaj"), TEXT("conoz"), TEXT("vivo"),
	TEXT("cumpl") };

static bool
begins_with_any(struct text w, const struct text *list, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (text_begins(w, list[i].p, list[i].len))
			return true;
	return false;
}

/* Does a word of the sentence that begins at token i begin like the list? */
static bool
sentence_has(const struct post *p, size_t i, const struct text *list, size_t n)
{
	do {
		if (begins_with_any(post_word(p, i), list, n))
			return true;
	} while (++i < p->ntokens && !(p->tokens[i].flags & TOKEN_FIRST));
	return false;
}

#define LENGTHS 32 /* longer words share them */

/* By first byte and a part of the second that tells vowels apart, the lengths
 * of units that begin so, a bit each: all of them for figures, which may begin
 * "3h". */
static uint32_t lengths[256][8];

static inline size_t
part_of(char second)
{
	return (unsigned char)second / 4 % 8;
}

__attribute__((constructor)) static void
fill_lengths(void)
{
	size_t i, k;

	memset(lengths['0'], 0xFF, 10 * sizeof(*lengths));
	for (i = 0; i < TEXT_COUNT(units); i++) {
		const struct text name = units[i].name;

		for (k = 0; k < 8; k++)
			if (name.len == 1 || k == part_of(name.p[1]))
				lengths[(unsigned char)*name.p][k] |= 1u
					<< name.len;
	}
}

/* Can the word be a unit, or 3h and its like? Most are told by their first
 * bytes and length. */
static inline bool
is_candidate(struct text w)
{
	return lengths[(unsigned char)*w.p][part_of(w.p[1])] >>
		w.len % LENGTHS &
		1;
}

/* Minutes of a unit, 0 if the word is none. */
static int32_t
unit_of(struct text w)
{
	size_t i;

	if (w.len == 0 || !is_candidate(w))
		return 0;
	for (i = 0; i < TEXT_COUNT(units); i++)
		if (text_eq(w, units[i].name))
			return units[i].minutes;
	return 0;
}

/* Twice a number in digits ("1,5" and "1.5" are 3), or -1. */
static int32_t
digits_of(struct text w, size_t *used)
{
	int32_t n = 0;
	size_t i;

	for (i = 0; i < w.len && w.p[i] >= '0' && w.p[i] <= '9'; i++)
		if (n < 100000)
			n = n * 10 + (w.p[i] - '0');
	*used = i;
	if (i == 0)
		return -1;
	if (i + 2 == w.len && (w.p[i] == '.' || w.p[i] == ',') &&
		w.p[i + 1] == '5') {
		*used = w.len;
		return 2 * n + 1;
	}
	return 2 * n;
}

static int32_t
number_of(struct text w)
{
	size_t used, i;
	int32_t n = digits_of(w, &used);

	if (n >= 0)
		return used == w.len ? n : -1;
	for (i = 0; i < TEXT_COUNT(numbers); i++)
		if (text_eq(w, numbers[i].name))
			return numbers[i].halves;
	return -1;
}

/* Does a token of the same sentence stand before token i? */
static bool
is_inside(const struct post *p, size_t i)
{
	return i > 0 && !(p->tokens[i].flags & TOKEN_FIRST);
}

/* Twice the number that ends at token i, "45" or "cuarenta y cinco", or -1. */
static int32_t
number_before(const struct post *p, size_t i)
{
	int32_t n = number_of(post_word(p, i)), tens;

	if (n < 0 || n > ONES || i < 2 || !is_inside(p, i) ||
		!is_inside(p, i - 1) || !text_is(post_word(p, i - 1), "y"))
		return n;
	tens = number_of(post_word(p, i - 2));
	return tens >= TENS && tens % 20 == 0 ? tens + n : n;
}

/* What "y media", "y medio" or "y cuarto" behind token i adds to a unit. */
static int32_t
fraction_behind(const struct post *p, size_t i, int32_t unit)
{
	if (i + 2 >= p->ntokens || !is_inside(p, i + 1) ||
		!is_inside(p, i + 2) || !text_is(post_word(p, i + 1), "y"))
		return 0;
	if (text_is(post_word(p, i + 2), "media") ||
		text_is(post_word(p, i + 2), "medio"))
		return unit / 2;
	return text_is(post_word(p, i + 2), "cuarto") ? unit / 4 : 0;
}

/* The duration whose unit is at token i, in minutes, or WAITS_NONE. */
static int64_t
duration_at(const struct post *p, size_t i)
{
	struct text w = post_word(p, i);
	int32_t unit = unit_of(w), halves;
	size_t used, k = i;
	int64_t minutes;

	if (unit == 0) { /* 3h, 45min */
		if (*w.p < '0' || *w.p > '9')
			return WAITS_NONE;
		halves = digits_of(w, &used);
		unit = halves < 0
			? 0
			: unit_of((struct text){ w.p + used, w.len - used });
		if (unit == 0)
			return WAITS_NONE;
		return (int64_t)halves * unit / 2;
	}
	minutes = fraction_behind(p, i, unit);
	if (is_inside(p, k) && text_is(post_word(p, k - 1), "de"))
		k--; /* un par de horas */
	halves = is_inside(p, k) ? number_before(p, k - 1) : -1;
	if (halves >= 0)
		return minutes + (int64_t)halves * unit / 2;
	return minutes > 0 ? minutes + unit : WAITS_NONE; /* hora y media */
}

/* Can a duration in the sentence be a waiting time? The longest that can. */
static int64_t
limit_of(const struct post *p, size_t i)
{
	if (!sentence_has(p, i, cues, TEXT_COUNT(cues)))
		return WAITS_NONE;
	if (sentence_has(p, i, loyal, TEXT_COUNT(loyal)))
		return LOYAL_MIN - 1;
	return WAITS_MAX;
}

struct longest {
	int64_t minutes;    /* so far */
	int64_t limit;      /* of the sentence that begins at token first */
	bool known;         /* is that limit? */
	size_t first, upto; /* there is no further one up to token upto */
};

/* Take a duration at token i, the tokens being taken in order. */
static void
take(struct longest *l, const struct post *p, size_t i)
{
	int64_t minutes = duration_at(p, i);
	size_t k = i;

	if (minutes <= l->minutes)
		return;
	while (k > l->upto && !(p->tokens[k].flags & TOKEN_FIRST))
		k--;
	if (k > l->upto) {
		l->first = k;
		l->known = false;
	}
	l->upto = i;
	if (!l->known)
		l->limit = limit_of(p, l->first);
	l->known = true;
	if (minutes <= l->limit)
		l->minutes = minutes;
}

int64_t
waits_longest(const struct post *p)
{
	struct longest l = { .minutes = WAITS_NONE };
	const char *text = p->text.p;
	size_t i;

	for (i = 0; i < p->ntokens; i++) {
		const struct token *t = &p->tokens[i];

		if (is_candidate((struct text){
			    text + t->start, t->end - t->start }))
			take(&l, p, i);
	}
	return l.minutes;
}
