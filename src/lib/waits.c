/* waits.c - durations beside words of waiting. */
#include "config.h"

#include "waits.h"

static const struct {
	const char *name;
	int32_t minutes;
} units[] = { { "minuto", 1 }, { "minutos", 1 }, { "min", 1 }, { "mins", 1 },
	{ "minutitos", 1 }, { "hora", 60 }, { "horas", 60 }, { "hr", 60 },
	{ "hrs", 60 }, { "hs", 60 }, { "h", 60 }, { "horitas", 60 },
	{ "dia", 1440 }, { "dias", 1440 }, { "semana", 10080 },
	{ "semanas", 10080 }, { "quincena", 21600 }, { "quincenas", 21600 },
	{ "mes", 43200 }, { "meses", 43200 }, { "a\xC3\xB1o", 525600 },
	{ "a\xC3\xB1os", 525600 } };

static const struct {
	const char *name;
	int32_t halves; /* twice the number, so that "media" is 1 */
} numbers[] = { { "media", 1 }, { "medio", 1 }, { "un", 2 }, { "una", 2 },
	{ "uno", 2 }, { "par", 4 }, { "dos", 4 }, { "tres", 6 },
	{ "cuatro", 8 }, { "cinco", 10 }, { "seis", 12 }, { "siete", 14 },
	{ "ocho", 16 }, { "nueve", 18 }, { "diez", 20 }, { "once", 22 },
	{ "doce", 24 }, { "quince", 30 }, { "veinte", 40 }, { "treinta", 60 },
	{ "cuarenta", 80 }, { "cincuenta", 100 }, { "sesenta", 120 } };

/* Beginnings of words that speak of waiting or of being late. */
static const char *const cues[] = { "llev", "esper", "hace", "desde", "tard",
	"demor", "retras", "atras", "aguard", "despues", "tras", "cola", "fila",
	"colgad", "reten", "sin", "plantad", "todavia", "sigo", "seguimos" };

/* Words that make a long time loyalty instead of waiting. */
static const char *const loyal[] = { "client", "soci", "usuari", "trabaj",
	"conoz", "vivo", "cumpl" };

static struct text
word_of(const struct post *p, size_t i)
{
	const struct token *t = &p->tokens[i];

	return (struct text){ p->text.p + t->start, t->end - t->start };
}

static bool
begins_with_any(struct text w, const char *const *list, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		size_t len = strlen(list[i]);

		if (w.len >= len && memcmp(w.p, list[i], len) == 0)
			return true;
	}
	return false;
}

/* Minutes of a unit, 0 if the word is none. */
static int32_t
unit_of(struct text w)
{
	size_t i;

	for (i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (text_is(w, units[i].name))
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
	for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		if (text_is(w, numbers[i].name))
			return numbers[i].halves;
	return -1;
}

/* The duration whose unit is at token i, in minutes, or WAITS_NONE. */
static int64_t
duration_at(const struct post *p, size_t i)
{
	struct text w = word_of(p, i);
	int32_t unit = unit_of(w), halves;
	size_t used, k = i;
	int64_t minutes;

	if (unit == 0) { /* 3h, 45min */
		halves = digits_of(w, &used);
		unit = halves < 0 ? 0 : unit_of((struct text){ w.p + used,
			w.len - used });
		if (unit == 0)
			return WAITS_NONE;
		return (int64_t)halves * unit / 2;
	}
	if (k > 0 && text_is(word_of(p, k - 1), "de")) /* un par de horas */
		k--;
	if (k == 0)
		return WAITS_NONE;
	halves = number_of(word_of(p, k - 1));
	if (halves < 0)
		return WAITS_NONE;
	minutes = (int64_t)halves * unit / 2;
	if (i + 2 < p->ntokens && text_is(word_of(p, i + 1), "y") &&
		(text_is(word_of(p, i + 2), "media") ||
			text_is(word_of(p, i + 2), "medio")))
		minutes += unit / 2;
	return minutes;
}

int64_t
waits_longest(const struct post *p)
{
	int64_t longest = WAITS_NONE, here = WAITS_NONE;
	bool waiting = false, is_loyal = false;
	size_t i;

	for (i = 0; i <= p->ntokens; i++) {
		int64_t minutes;

		if (i == p->ntokens || (p->tokens[i].flags & TOKEN_FIRST)) {
			/* a sentence ends: does it speak of waiting? */
			if (waiting && !(is_loyal && here >= 43200) &&
				here > longest && here <= WAITS_MAX)
				longest = here;
			here = WAITS_NONE;
			waiting = is_loyal = false;
			if (i == p->ntokens)
				break;
		}
		waiting |= begins_with_any(word_of(p, i), cues,
			sizeof(cues) / sizeof(cues[0]));
		is_loyal |= begins_with_any(word_of(p, i), loyal,
			sizeof(loyal) / sizeof(loyal[0]));
		minutes = duration_at(p, i);
		if (minutes > here)
			here = minutes;
	}
	return longest;
}
