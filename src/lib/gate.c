/*
 * gate.c - the literals of an expression.
 *
 * Each alternative is read part by part. The strings that the last parts can
 * be are kept, all of them, until a part comes that can be too much; the best
 * such set of an alternative is its gate.
 */
#include "config.h" /* defines _GNU_SOURCE: memmem */

#include <string.h>

#include "gate.h"
#include "pattern.h"

#define DEPTH_MAX 4 /* groups inside groups that are looked into */
#define CLASS_MAX 4 /* characters of a class that are tried one by one */
#define GOOD_AT_WORD                                                           \
	5 /* bytes from which on literals at words are preferred               \
	   */

/* What a part of an expression is. */
enum kind {
	KIND_STRINGS,   /* one of a few strings of letters and digits */
	KIND_SEPARATOR, /* it ends with what is no letter, digit or _ */
	KIND_BOUNDARY,  /* nothing, where a word begins or ends */
	KIND_OTHER,
};

static bool
is_word_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Could a byte be of a character that is part of a word? */
static bool
may_be_word(char c)
{
	return is_word_char(c) || c == '_' || (unsigned char)c >= 0x80;
}

/* Sets of strings. */

/* One empty string. */
static void
begin(struct gate *set, bool at_word)
{
	set->n = 1;
	set->len[0] = 0;
	set->at_word = at_word;
}

static bool
is_empty(const struct gate *set)
{
	return set->n == 1 && set->len[0] == 0;
}

static bool
add(struct gate *set, const char *s, size_t len)
{
	if (set->n == GATE_MAX || len > GATE_LEN)
		return false;
	memcpy(set->literals[set->n], s, len);
	set->len[set->n++] = (uint8_t)len;
	return true;
}

/* Let each string of a set go on with each of another; false, and the set as it
 * was, if that is too much. */
static bool
append(struct gate *set, const struct gate *more)
{
	struct gate whole = { .n = 0, .at_word = set->at_word };
	char text[2 * GATE_LEN];
	size_t i, k;

	for (i = 0; i < set->n; i++) {
		for (k = 0; k < more->n; k++) {
			memcpy(text, set->literals[i], set->len[i]);
			memcpy(text + set->len[i], more->literals[k],
				more->len[k]);
			if (!add(&whole, text,
				    (size_t)set->len[i] + more->len[k]))
				return false;
		}
	}
	*set = whole;
	return true;
}

static size_t
shortest(const struct gate *set)
{
	size_t min = GATE_LEN, i;

	for (i = 0; i < set->n; i++)
		if (set->len[i] < min)
			min = set->len[i];
	return set->n > 0 ? min : 0;
}

/* Take a set as the gate if it is a better one: a longer one, or one at words
 * if that is not too short. */
static void
offer(struct gate *best, const struct gate *set)
{
	size_t now = shortest(set), before = shortest(best);
	bool better = now > before;

	if (now < GATE_MIN)
		return;
	if (set->at_word != best->at_word) {
		if (set->at_word && now >= GOOD_AT_WORD)
			better = true;
		if (best->at_word && before >= GOOD_AT_WORD)
			better = false;
	}
	if (better)
		*best = *set;
}

/* Reading. */

static bool read_strings(
	const char *s, const char *end, int depth, struct gate *out);
static void read_alternatives(const char *s, const char *end, int depth,
	bool at_word, struct gate *gate);

/* Where the inside of a group that captures or only groups begins; NULL for
 * other groups: they look around, set options. */
static const char *
inside_of_group(const char *s)
{
	if (s[1] != '?')
		return s + 1;
	return s[2] == ':' ? s + 3 : NULL;
}

/* A class of a few letters. */
static bool
read_class(const char *s, const char *end, struct gate *strings)
{
	strings->n = 0;
	if (end - s > CLASS_MAX + 2)
		return false;
	for (s++; s < end - 1; s++)
		if (!is_word_char(*s) || !add(strings, s, 1))
			return false;
	return true;
}

/* A class of nothing but ASCII punctuation and blanks, one by one. */
static bool
is_separators(const char *s, const char *end)
{
	for (s++; s < end - 1; s++) {
		if (*s == '\\')
			s++;
		else if (*s == '^' || *s == '-' || *s == '[')
			return false;
		if (may_be_word(*s) || (*s >= 'A' && *s <= 'Z'))
			return false;
	}
	return true;
}

/* The escape whose letter is at s. */
static enum kind
read_escape(const char *s)
{
	if (*s == 'b')
		return KIND_BOUNDARY;
	if (*s == 's' || *s == 'W')
		return KIND_SEPARATOR;
	return may_be_word(*s) || (*s >= 'A' && *s <= 'Z') ? KIND_OTHER
							   : KIND_SEPARATOR;
}

/* A character that stands for itself, or ^ and its like. */
static enum kind
read_character(const char **at, const char *end, struct gate *strings)
{
	const char *s = *at;

	*at = s + 1;
	strings->n = 0;
	if (is_word_char(*s)) {
		(void)add(strings, s, 1);
		return KIND_STRINGS;
	}
	if (end - s > 1 && memcmp(s, "\xC3\xB1", 2) == 0) { /* ñ */
		*at = s + 2;
		(void)add(strings, s, 2);
		return KIND_STRINGS;
	}
	if (*s == '^')
		return KIND_BOUNDARY;
	return *s == '$' || *s == '.' || may_be_word(*s) ? KIND_OTHER
							 : KIND_SEPARATOR;
}

/* Does every alternative of a group end with a blank, or match where the text
 * begins and nothing more? What follows the group then begins a word. */
static bool
ends_apart(const char *s, const char *end)
{
	for (;; s++) {
		const char *to = pattern_branch_end(s, end);

		if (!(to - s == 1 && *s == '^') &&
			!(to - s > 1 && to[-1] == ' ' && to[-2] != '\\'))
			return false;
		if (to == end)
			return true;
		s = to;
	}
}

/*
 * The part at *at, which is moved past it; strings if it is that.
 *
 * @set   what was read before it
 * @best  offered the gate of a group that is more than strings
 */
static enum kind
read_part(const char **at, const char *end, int depth, const struct gate *set,
	struct gate *strings, struct gate *best)
{
	const char *s = *at, *inside, *after;
	enum kind kind = KIND_OTHER;
	struct gate group;

	if (*s == '\\') {
		*at = s + 1 + pattern_escape(s + 1, end);
		return read_escape(s + 1);
	}
	if (*s == '[') {
		*at = pattern_class_end(s, end);
		if (read_class(s, *at, strings))
			return KIND_STRINGS;
		return is_separators(s, *at) ? KIND_SEPARATOR : KIND_OTHER;
	}
	if (*s != '(')
		return read_character(at, end, strings);
	*at = after = pattern_group_end(s, end);
	inside = inside_of_group(s);
	if (inside == NULL || depth == DEPTH_MAX)
		return KIND_OTHER;
	if (read_strings(inside, after - 1, depth + 1, strings))
		return KIND_STRINGS;
	if (ends_apart(inside, after - 1))
		kind = KIND_SEPARATOR;
	switch (pattern_quantifier(&after, end)) {
	case PATTERN_ONCE:
	case PATTERN_AT_LEAST_ONCE:
		read_alternatives(inside, *at - 1, depth + 1,
			is_empty(set) && set->at_word, &group);
		offer(best, &group);
		break;
	case PATTERN_AT_MOST_ONCE:
	case PATTERN_ANY:
		break;
	}
	return kind;
}

/* Let a set go on with one of some strings, or with none of them as well. */
static bool
append_strings(struct gate *set, struct gate *strings, enum pattern_often often)
{
	if (often == PATTERN_AT_MOST_ONCE && !add(strings, "", 0))
		return false;
	return often != PATTERN_ANY && append(set, strings);
}

/* Let a set go on with a blank that stands at s, behind something. */
static bool
append_blank(struct gate *set, const char *s, enum pattern_often often)
{
	const struct gate blank = { .literals = { " " }, .len = { 1 }, .n = 1 };

	return *s == ' ' && often == PATTERN_ONCE && shortest(set) > 0 &&
		append(set, &blank);
}

/* Is an expression one of a few strings, and nothing else? */
static bool
read_strings(const char *s, const char *end, int depth, struct gate *out)
{
	struct gate set, strings, unused = { .n = 0 };
	const char *branch_end, *from;
	enum pattern_often often;
	enum kind kind;
	size_t i;

	for (out->n = 0;; s = branch_end + 1) {
		branch_end = pattern_branch_end(s, end);
		begin(&set, false);
		while (s < branch_end) {
			from = s;
			kind = read_part(
				&s, branch_end, depth, &set, &strings, &unused);
			often = pattern_quantifier(&s, branch_end);
			if (kind == KIND_SEPARATOR &&
				append_blank(&set, from, often))
				continue;
			if (kind != KIND_STRINGS ||
				often == PATTERN_AT_LEAST_ONCE ||
				!append_strings(&set, &strings, often))
				return false;
		}
		for (i = 0; i < set.n; i++)
			if (!add(out, set.literals[i], set.len[i]))
				return false;
		if (branch_end == end)
			return true;
	}
}

/* Go on with strings: what they make with those before them is offered where
 * it cannot be followed further. */
static void
go_on(struct gate *set, struct gate *strings, enum pattern_often often,
	struct gate *best)
{
	bool fits = append_strings(set, strings, often);

	if (fits && often != PATTERN_AT_LEAST_ONCE)
		return;
	offer(best, set);
	begin(set, false);
	if (!fits && often == PATTERN_ONCE)
		(void)append(set, strings);
}

/* The gate of one alternative. */
static void
read_branch(const char *s, const char *end, int depth, bool at_word,
	struct gate *best)
{
	struct gate set, strings;

	best->n = 0;
	best->at_word = false;
	begin(&set, at_word);
	while (s < end) {
		const char *from = s;
		bool fresh;
		enum kind kind =
			read_part(&s, end, depth, &set, &strings, best);
		enum pattern_often often = pattern_quantifier(&s, end);

		fresh = is_empty(&set) && set.at_word;
		switch (kind) {
		case KIND_STRINGS:
			go_on(&set, &strings, often, best);
			continue;
		case KIND_SEPARATOR:
			if (append_blank(&set, from, often))
				continue;
			at_word = fresh || often == PATTERN_ONCE ||
				often == PATTERN_AT_LEAST_ONCE;
			break;
		case KIND_BOUNDARY:
			at_word = often == PATTERN_ONCE;
			break;
		case KIND_OTHER:
			at_word = false;
			break;
		}
		offer(best, &set);
		begin(&set, at_word);
	}
	offer(best, &set);
}

/* One gate for all alternatives; n is 0 if one of them has none. */
static void
read_alternatives(const char *s, const char *end, int depth, bool at_word,
	struct gate *gate)
{
	const char *branch_end;
	struct gate g;
	size_t i;

	gate->n = 0;
	gate->at_word = true;
	for (;; s = branch_end + 1) {
		branch_end = pattern_branch_end(s, end);
		read_branch(s, branch_end, depth, at_word, &g);
		for (i = 0; i < g.n; i++)
			if (!add(gate, g.literals[i], g.len[i]))
				g.n = 0;
		if (g.n == 0) {
			gate->n = 0;
			return;
		}
		gate->at_word &= g.at_word;
		if (branch_end == end)
			return;
	}
}

/*
 * Does an expression hold escapes or options that the gate does not follow?
 * \x61bc, \12a, \Qa\E? and their like hide what is literal, (?x) makes
 * blanks and comments of it: such an expression has no gate.
 */
static bool
is_beyond_gates(struct text p)
{
	size_t i;

	for (i = 0; i + 1 < p.len; i++) {
		if (p.p[i] == '\\') {
			char c = p.p[++i];
			bool named = (c >= 'a' && c <= 'z') ||
				(c >= 'A' && c <= 'Z') ||
				(c >= '0' && c <= '9');

			if (named && strchr("bBwWdDsSpPnrt", c) == NULL)
				return true;
		} else if (p.p[i] == '(' && p.p[i + 1] == '?') {
			size_t k = i + 2;

			while (k < p.len &&
				((p.p[k] >= 'a' && p.p[k] <= 'z') ||
					p.p[k] == '^' || p.p[k] == '-'))
				if (p.p[k++] == 'x')
					return true;
		}
	}
	return false;
}

void
gate_of(struct gate *g, struct text p)
{
	g->n = 0;
	g->at_word = false;
	if (!is_beyond_gates(p))
		read_alternatives(p.p, p.p + p.len, 0, false, g);
}

bool
gate_opens(const struct gate *g, struct text folded)
{
	const char *end = folded.p + folded.len, *at;
	size_t i;

	for (i = 0; i < g->n; i++) {
		struct text l = gate_literal(g, i);

		for (at = folded.p;; at++) {
			at = memmem(at, (size_t)(end - at), l.p, l.len);
			if (at == NULL)
				break;
			if (!g->at_word || at == folded.p ||
				!is_word_char(at[-1]))
				return true;
		}
	}
	return g->n == 0;
}
