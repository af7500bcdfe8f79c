/* elongation.c - runs of letters shortened, the forms asked one by one. */
#include "config.h"

#include "elongation.h"
#include "simd.h"

#define FORMS_RUNS 3 /* runs tried both ways: 2^3 = eight forms */
#define ENYE "\xC3\xB1"

/* Is the last letter doubled, as in "buenoo", that no word has so? e is left
 * out (posee), and what is not Spanish (full). */
static bool
ends_double(struct text w)
{
	return w.len > 4 && w.p[w.len - 1] == w.p[w.len - 2] &&
		strchr("aiousrnz", w.p[w.len - 1]) != NULL;
}

/* Do three of a letter a-z stand there, or of ñ? */
static bool
has_run_slowly(struct text w)
{
	const char *p = w.p;
	size_t i;

	for (i = 2; i < w.len; i++) {
		if (p[i] != p[i - 2]) /* most */
			continue;
		if ((p[i] == p[i - 1] && p[i] >= 'a' && p[i] <= 'z') ||
			(p[i] == ENYE[1] && i >= 5 &&
				memcmp(p + i - 5, ENYE ENYE ENYE, 6) == 0))
			return true;
	}
	return false;
}

#ifdef SIMD_X86

/* The same, in most words by one look: which letters are alike nobody
 * foresees. */
static bool
has_run(struct text w)
{
	const __m128i v = _mm_loadu_si128((const __m128i *)(const void *)w.p);
	const __m128i alike =
		_mm_and_si128(_mm_cmpeq_epi8(v, _mm_srli_si128(v, 1)),
			_mm_cmpeq_epi8(v, _mm_srli_si128(v, 2)));
	const __m128i letters =
		_mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8('a' - 1)),
			_mm_cmpgt_epi8(_mm_set1_epi8('z' + 1), v));
	unsigned own = (1u << w.len % 32) - 1;

	if (w.len > ELONGATION_READ ||
		((unsigned)_mm_movemask_epi8(v) & own) != 0)
		return has_run_slowly(w);
	return w.len > 2 &&
		((unsigned)_mm_movemask_epi8(_mm_and_si128(alike, letters)) &
			own >> 2) != 0;
}

#else

static bool
has_run(struct text w)
{
	return has_run_slowly(w);
}

#endif

bool
elongation_has(struct text w)
{
	return has_run(w) || ends_double(w);
}

/* How often the character of n bytes, 1 or 2, at i stands there in a row. */
static size_t
repeats(struct text w, size_t i, size_t n)
{
	size_t k = 1, at = i + n;

	for (; at + n <= w.len && w.p[at] == w.p[i] &&
		w.p[at + n - 1] == w.p[i + n - 1];
		at += n)
		k++;
	return k;
}

/*
 * The word with its runs of three or more shortened: the k-th run to two
 * letters if bit k of twos is set, else to one; three keeps all at three.
 * Returns how many runs there are.
 */
static unsigned
shorten(struct buf *out, struct text w, unsigned twos, bool three)
{
	unsigned k = 0;
	size_t i = 0;
	char *to;

	buf_clear(out);
	buf_reserve(out, w.len);
	to = out->p;
	while (i < w.len) {
		bool enye = w.len - i > 1 && memcmp(w.p + i, ENYE, 2) == 0;
		size_t len = enye ? 2 : 1, n = repeats(w, i, len), keep = n, c;

		if (n >= 3 && (enye || (w.p[i] >= 'a' && w.p[i] <= 'z'))) {
			keep = three                                ? 3
				: k < FORMS_RUNS && (twos >> k & 1) ? 2
								    : 1;
			k++;
		}
		for (c = 0; c < keep * len; c++)
			*to++ = w.p[i + c];
		i += n * len;
	}
	out->len = (size_t)(to - out->p);
	return k;
}

/* Shorten the first runs to the first form that is known, two letters before
 * one; false if none is. */
static bool
shorten_to(struct buf *out, struct text w, unsigned runs, const struct vocab *v,
	bool is_known(const struct vocab *v, struct text w))
{
	unsigned twos;

	for (twos = 1u << runs; twos-- > 0;) {
		(void)shorten(out, w, twos, false);
		if (is_known(v, buf_text(out)))
			return true;
	}
	return false;
}

static bool
is_word(const struct vocab *v, struct text w)
{
	return vocab_find(v, w) != 0;
}

/* Without its double at the end, if that is a word. */
static bool
drop_double(struct buf *out, const struct vocab *v)
{
	if (!ends_double(buf_text(out)))
		return false;
	out->len--;
	if (is_word(v, buf_text(out)))
		return true;
	out->len++;
	return false;
}

/* Does it begin with a stem that is written with a run of its own? */
static bool
begins_with_run(const struct vocab *v, struct text w)
{
	uint32_t ids[VOCAB_STEMS_MAX];
	size_t n = vocab_stems(v, w, ids), i;

	for (i = 0; i < n; i++)
		if (has_run_slowly(vocab_text(v, ids[i])))
			return true;
	return false;
}

bool
elongation_undo(struct buf *out, const struct vocab *v, struct text w)
{
	unsigned runs = shorten(out, w, 0, true);

	if (runs == 0)
		return drop_double(out, v);
	if (is_word(v, buf_text(out)))
		return true;
	if (begins_with_run(v, w))
		return false;
	if (begins_with_run(v, buf_text(out)))
		return true;
	if (runs > FORMS_RUNS)
		runs = FORMS_RUNS;
	if (!shorten_to(out, w, runs, v, is_word) &&
		!shorten_to(out, w, runs, v, vocab_knows)) {
		(void)shorten(out, w, 0, false);
		(void)drop_double(out, v);
	}
	return true;
}
