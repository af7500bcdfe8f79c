/* regex.c - PCRE2 with limits, behind a gate of required literals. */
#include "config.h" /* defines _GNU_SOURCE: memmem */

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

#include "diag.h"
#include "regex.h"
#include "unichar.h"
#include "utf8.h"
#include "xalloc.h"

#define GATE_MAX 16  /* literals; more alternatives mean no gate */
#define GATE_MIN 3   /* bytes of a literal that is worth searching */
#define GATE_DEPTH 4 /* groups inside groups that are looked into */

struct gate {
	struct text literals[GATE_MAX]; /* into the pattern */
	size_t n;                       /* 0: no gate */
};

struct regex {
	char *pattern;
	size_t len;
	struct gate gate;
	pcre2_code *code;
	pcre2_match_data *match;
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
};

static enum rc
bad(struct err *err, size_t col, const char *text)
{
	err->col = col;
	return err_set(err, CLAMOR_EINVAL, "%s", text);
}

/* A literal that folding would have changed can never match. */
static enum rc
check_literal(uint32_t cp, size_t col, struct err *err)
{
	uint32_t folded[UNICHAR_FOLD_MAX];
	char was[UTF8_MAX + 1] = "", to[UNICHAR_FOLD_MAX * UTF8_MAX + 1] = "";
	size_t n = unichar_fold(cp, folded), len = 0, i;

	if (n == 1 && folded[0] == cp)
		return CLAMOR_OK;
	(void)utf8_encode(cp, was);
	for (i = 0; i < n; i++)
		len += utf8_encode(folded[i], to + len);
	err->col = col;
	return err_set(err, CLAMOR_EINVAL,
		"'%s' can never match: expressions see text in lower case "
		"without accents; write '%s'",
		was, to);
}

/* What follows a backslash; returns its length, 0 if it is refused. */
static size_t
escape_length(const char *s, const char *end)
{
	size_t n;
	uint32_t cp;

	if (s == end || *s == 'C' || *s == 'K')
		return 0;
	if ((*s == 'p' || *s == 'P' || *s == 'x' || *s == 'N' || *s == 'o') &&
		s + 1 < end && s[1] == '{') {
		for (n = 2; s + n < end && s[n - 1] != '}'; n++)
			;
		return n;
	}
	if ((*s == 'p' || *s == 'P') && s + 1 < end)
		return 2;
	return utf8_decode(s, end, &cp);
}

/* Refuse what DESIGN section 4 refuses and PCRE2 does not. */
static enum rc
check_pattern(struct text p, struct err *err)
{
	const char *s = p.p, *end = p.p + p.len;

	while (s < end) {
		size_t col = (size_t)(s - p.p) + 1, n;
		uint32_t cp;
		enum rc rc;

		if (*s == '\\') {
			n = escape_length(s + 1, end);
			if (n == 0)
				return bad(err, col,
					"\\C, \\K and a last \\ "
					"are not allowed");
			s += 1 + n;
			continue;
		}
		if (*s == '(' && s + 1 < end && s[1] == '*')
			return bad(err, col, "(*VERBS) are not allowed");
		if (*s == '(' && s + 2 < end && s[1] == '?') {
			/* (?P<name>…), (?i: and their like are syntax */
			for (s += 2; s < end && *s != '>' && *s != ':' &&
				*s != ')' && *s != '=' && *s != '!';
				s++)
				;
			continue;
		}
		n = utf8_decode(s, end, &cp);
		rc = check_literal(cp, col, err);
		if (rc != CLAMOR_OK)
			return rc;
		s += n;
	}
	return CLAMOR_OK;
}

/* The gate. */

static bool
is_quantifier(const char *s, const char *end)
{
	return s < end && (*s == '?' || *s == '*' || *s == '+' || *s == '{');
}

/* May the thing before s be absent? */
static bool
is_optional(const char *s, const char *end)
{
	return s < end &&
		(*s == '?' || *s == '*' ||
			(*s == '{' &&
				(s + 1 == end || s[1] == '0' || s[1] == ',')));
}

static const char *
skip_quantifier(const char *s, const char *end)
{
	if (s < end && *s == '{')
		while (s < end && *s != '}')
			s++;
	if (s < end)
		s++;
	if (s < end && (*s == '?' || *s == '+'))
		s++;
	return s;
}

/* Past the [:name:] of a class at s, or past its bracket if it is none. */
static const char *
skip_posix_name(const char *s, const char *end)
{
	const char *p = s + 2;

	while (p < end && ((*p >= 'a' && *p <= 'z') || *p == '^'))
		p++;
	return end - p > 1 && p[0] == ':' && p[1] == ']' ? p + 2 : s + 1;
}

static const char *
skip_class(const char *s, const char *end)
{
	s++;
	if (s < end && *s == '^')
		s++;
	if (s < end && *s == ']')
		s++;
	while (s < end && *s != ']') {
		if (*s == '\\' && s + 1 < end)
			s += 2;
		else if (*s == '[' && s + 1 < end && s[1] == ':')
			s = skip_posix_name(s, end);
		else
			s++;
	}
	return s < end ? s + 1 : s;
}

/* Past the group that opens at s. */
static const char *
skip_group(const char *s, const char *end)
{
	size_t depth = 0;

	while (s < end) {
		if (*s == '\\') {
			s += s + 1 < end ? 2 : 1;
			continue;
		}
		if (*s == '[') {
			s = skip_class(s, end);
			continue;
		}
		if (*s == '(')
			depth++;
		else if (*s == ')' && --depth == 0)
			return s + 1;
		s++;
	}
	return s;
}

static bool
is_plain(const char *s)
{
	unsigned char c = (unsigned char)*s;

	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ' ||
		c == '@' || c == '#' || c == '-' || c == '_' || c == ',' ||
		c == 0xC3 || (c & 0xC0) == 0x80;
}

static size_t
shortest(const struct gate *g)
{
	size_t min = SIZE_MAX, i;

	for (i = 0; i < g->n; i++)
		if (g->literals[i].len < min)
			min = g->literals[i].len;
	return g->n ? min : 0;
}

static void
prefer(struct gate *best, const struct gate *other)
{
	if (shortest(other) >= GATE_MIN && shortest(other) > shortest(best))
		*best = *other;
}

static bool gate_of(
	const char *s, const char *end, int depth, struct gate *gate);

/* The best gate of one alternative, [s, end). */
static void
gate_of_branch(const char *s, const char *end, int depth, struct gate *best)
{
	best->n = 0;
	while (s < end) {
		const char *from = s, *to;
		struct gate g = { .n = 0 };

		if (is_plain(s)) {
			while (s < end && is_plain(s))
				s++;
			to = s;
			if (is_optional(s, end)) /* its last letter may miss */
				for (to--; to > from && (*to & 0xC0) == 0x80;)
					to--;
			g.literals[0] =
				(struct text){ from, (size_t)(to - from) };
			g.n = 1;
		} else if (*s == '(') {
			s = skip_group(s, end);
			if (!is_optional(s, end) && from[1] != '?')
				(void)gate_of(from + 1, s - 1, depth + 1, &g);
			else if (!is_optional(s, end) && s - from > 4 &&
				from[2] == ':')
				(void)gate_of(from + 3, s - 1, depth + 1, &g);
		} else if (*s == '[') {
			s = skip_class(s, end);
		} else if (*s == '\\') {
			s += s + 1 < end ? 1 + escape_length(s + 1, end) : 1;
		} else {
			s++;
		}
		if (is_quantifier(s, end))
			s = skip_quantifier(s, end);
		prefer(best, &g);
	}
}

/* The gate of an expression: one literal set for all its alternatives. */
static bool
gate_of(const char *s, const char *end, int depth, struct gate *gate)
{
	const char *from = s;
	struct gate g;

	gate->n = 0;
	if (depth > GATE_DEPTH)
		return false;
	for (;;) {
		while (s < end && *s != '|') {
			if (*s == '\\')
				s += s + 1 < end ? 2 : 1;
			else if (*s == '[')
				s = skip_class(s, end);
			else if (*s == '(')
				s = skip_group(s, end);
			else
				s++;
		}
		gate_of_branch(from, s, depth, &g);
		if (g.n == 0 || gate->n + g.n > GATE_MAX) {
			gate->n = 0;
			return false;
		}
		memcpy(gate->literals + gate->n, g.literals,
			g.n * sizeof(g.literals[0]));
		gate->n += g.n;
		if (s >= end)
			return true;
		from = ++s;
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

enum rc
regex_new(struct regex **out, struct text pattern, struct err *err)
{
	struct regex *r;
	PCRE2_SIZE offset;
	uint32_t empty = 0;
	enum rc rc = check_pattern(pattern, err);
	int code;

	if (rc != CLAMOR_OK)
		return rc;
	r = xcalloc(1, sizeof(*r));
	r->pattern = xmemdup0(pattern.p, pattern.len);
	r->len = pattern.len;
	r->code = pcre2_compile((PCRE2_SPTR)r->pattern, r->len,
		PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &code, &offset,
		NULL);
	if (r->code == NULL) {
		char text[256];

		(void)pcre2_get_error_message(
			code, (PCRE2_UCHAR *)text, sizeof(text));
		rc = bad(err, offset + 1, text);
		goto out;
	}
	(void)pcre2_pattern_info(r->code, PCRE2_INFO_MATCHEMPTY, &empty);
	if (empty) {
		rc = bad(err, 0, "an expression that can match nothing");
		goto out;
	}
	if (!is_beyond_gates(pattern))
		(void)gate_of(r->pattern, r->pattern + r->len, 0, &r->gate);
	*out = r;
	return CLAMOR_OK;
out:
	regex_free(r);
	return rc;
}

void
regex_free(struct regex *r)
{
	if (r == NULL)
		return;
	pcre2_match_data_free(r->match);
	pcre2_match_context_free(r->context);
	pcre2_jit_stack_free(r->stack);
	pcre2_code_free(r->code);
	free(r->pattern);
	free(r);
}

bool
regex_is_gated(const struct regex *r)
{
	return r->gate.n > 0;
}

const struct text *
regex_gate(const struct regex *r, size_t *n)
{
	*n = r->gate.n;
	return r->gate.literals;
}

bool
regex_gate_opens(const struct regex *r, struct text folded)
{
	size_t i;

	for (i = 0; i < r->gate.n; i++)
		if (memmem(folded.p, folded.len, r->gate.literals[i].p,
			    r->gate.literals[i].len) != NULL)
			return true;
	return r->gate.n == 0;
}

/* JIT code, limits and scratch memory, made when a gate first opens. */
static void
make_ready(struct regex *r)
{
	if (r->match != NULL)
		return;
	r->match = pcre2_match_data_create_from_pattern(r->code, NULL);
	r->context = pcre2_match_context_create(NULL);
	if (r->match == NULL || r->context == NULL)
		diag_no_memory();
	(void)pcre2_set_match_limit(r->context, REGEX_MATCH_LIMIT);
	(void)pcre2_set_depth_limit(r->context, REGEX_DEPTH_LIMIT);
	(void)pcre2_set_heap_limit(r->context, REGEX_HEAP_LIMIT_KIB);
	/* where JIT is not to be had the interpreter does it, limits and all */
	if (pcre2_jit_compile(r->code, PCRE2_JIT_COMPLETE) == 0) {
		r->stack = pcre2_jit_stack_create(
			32 * 1024, REGEX_JIT_STACK_MAX, NULL);
		if (r->stack != NULL)
			pcre2_jit_stack_assign(r->context, NULL, r->stack);
	}
}

enum rc
regex_next(struct regex *r, struct text folded, size_t from, size_t *start,
	size_t *end)
{
	/* the text was validated by folding */
	uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
	PCRE2_SIZE *found;
	int n;

	make_ready(r);
	n = pcre2_match(r->code, (PCRE2_SPTR)folded.p, folded.len, from,
		options, r->match, r->context);
	if (n == PCRE2_ERROR_JIT_STACKLIMIT)
		n = pcre2_match(r->code, (PCRE2_SPTR)folded.p, folded.len, from,
			options | PCRE2_NO_JIT, r->match, r->context);
	if (n == PCRE2_ERROR_NOMATCH)
		return CLAMOR_END;
	if (n < 0) /* the match, depth or heap limit */
		return CLAMOR_ELIMIT;
	found = pcre2_get_ovector_pointer(r->match);
	*start = found[0];
	*end = found[1];
	return CLAMOR_OK;
}

const char *
regex_library_version(void)
{
	static char version[64];

	if (version[0] == '\0')
		(void)pcre2_config(PCRE2_CONFIG_VERSION, version);
	return version;
}
