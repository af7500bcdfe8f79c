/* regex.c - PCRE2 with limits. */
#include "config.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

#include "diag.h"
#include "pattern.h"
#include "regex.h"
#include "unichar.h"
#include "utf8.h"
#include "xalloc.h"

#define PIECE 256 /* places tried together in a long text */
#define MORE 8    /* times as many steps where they were too few */

struct regex {
	struct gate gate;
	pcre2_code *code;
	pcre2_match_data *match;
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
	size_t left; /* steps of the second helping for this text */
	uint64_t granted;
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
		"without accents (write '%s')",
		was, to);
}

/* Refuse what clamor-lexicon(5) refuses and PCRE2 does not. */
static enum rc
check_pattern(struct text p, struct err *err)
{
	const char *s = p.p, *end = p.p + p.len;

	while (s < end) {
		size_t col = (size_t)(s - p.p) + 1, n;
		uint32_t cp;
		enum rc rc;

		if (*s == '\\') {
			n = pattern_escape(s + 1, end);
			if (n == 0)
				return bad(err, col,
					"\\C, \\K and a last \\ are not "
					"allowed (take it out)");
			s += 1 + n;
			continue;
		}
		if (*s == '(' && s + 1 < end && s[1] == '*')
			return bad(err, col, "(*VERBS) are not allowed (take it out)");
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
	r->code = pcre2_compile((PCRE2_SPTR)pattern.p, pattern.len,
		PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C |
			PCRE2_USE_OFFSET_LIMIT,
		&code, &offset,
		NULL);
	if (r->code == NULL) {
		char text[256];

		(void)pcre2_get_error_message(
			code, (PCRE2_UCHAR *)text, sizeof(text));
		err->col = offset + 1;
		rc = err_set(err, CLAMOR_EINVAL, "%s (see pcre2pattern(3))",
			text);
		goto out;
	}
	(void)pcre2_pattern_info(r->code, PCRE2_INFO_MATCHEMPTY, &empty);
	if (empty) {
		rc = bad(err, 0, "an expression that can match nothing (let it need "
			"one letter at least)");
		goto out;
	}
	gate_of(&r->gate, pattern);
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
	free(r);
}

const struct gate *
regex_gate(const struct regex *r)
{
	return &r->gate;
}

struct regex *
regex_copy(const struct regex *r)
{
	struct regex *copy = xcalloc(1, sizeof(*copy));

	copy->gate = r->gate;
	copy->code = pcre2_code_copy(r->code);
	if (copy->code == NULL)
		diag_no_memory();
	return copy;
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

/* The bytes that a step can read, at most. */
static size_t
reach_of(size_t len)
{
	return len > REGEX_WHOLE ? PIECE + REGEX_REACH : len;
}

/* The steps that all places of a text have together: at least one each. */
static size_t
steps_of(size_t len)
{
	size_t steps = REGEX_WORK / (reach_of(len) + 1);

	return steps > len ? steps : len;
}

static bool
is_inside(struct text t, size_t i)
{
	return i < t.len && ((unsigned char)t.p[i] & 0xC0) == 0x80;
}

/*
 * Try the places from `at` on, so many bytes of them, each with so many steps.
 * Returns what pcre2_match does.
 */
static int
try_places(struct regex *r, struct text t, size_t at, size_t places,
	size_t steps)
{
	/* the text was validated by folding */
	uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
	size_t end = t.len;
	int n;

	if (t.len > REGEX_WHOLE && t.len - at > places + REGEX_REACH) {
		end = at + places + REGEX_REACH;
		while (is_inside(t, end))
			end--;
		options |= PCRE2_NOTEOL;
	}
	r->granted += steps * places;
	(void)pcre2_set_match_limit(r->context, (uint32_t)steps);
	(void)pcre2_set_offset_limit(r->context, at + places - 1);
	n = pcre2_match(r->code, (PCRE2_SPTR)t.p, end, at, options, r->match,
		r->context);
	if (n == PCRE2_ERROR_JIT_STACKLIMIT)
		n = pcre2_match(r->code, (PCRE2_SPTR)t.p, end, at,
			options | PCRE2_NO_JIT, r->match, r->context);
	return n;
}

/* One place for which its share was too little: more, as long as there is. */
static int
try_harder(struct regex *r, struct text t, size_t at, size_t steps)
{
	int n;

	do {
		steps = steps < REGEX_MATCH_LIMIT / MORE ? steps * MORE
							 : REGEX_MATCH_LIMIT;
		if (steps > r->left)
			return PCRE2_ERROR_MATCHLIMIT;
		r->left -= steps;
		n = try_places(r, t, at, 1, steps);
	} while (n == PCRE2_ERROR_MATCHLIMIT && steps < REGEX_MATCH_LIMIT);
	return n;
}

enum rc
regex_next(struct regex *r, struct text folded, size_t from, size_t *start,
	size_t *end)
{
	size_t share, most, places;
	PCRE2_SIZE *found;
	int n = PCRE2_ERROR_NOMATCH;

	make_ready(r);
	if (from == 0) {
		r->left = steps_of(folded.len);
		r->granted = 0;
	}
	share = steps_of(folded.len) / (folded.len + 1) + 1;
	if (share > REGEX_MATCH_LIMIT)
		share = REGEX_MATCH_LIMIT;
	most = folded.len > REGEX_WHOLE ? PIECE : folded.len - from;
	for (places = most; from < folded.len;) {
		if (is_inside(folded, from)) {
			from++;
			continue;
		}
		n = try_places(r, folded, from, places, share);
		if (n == PCRE2_ERROR_MATCHLIMIT && places > 1) {
			places = places / MORE + 1; /* which place is it? */
			continue;
		}
		if (n == PCRE2_ERROR_MATCHLIMIT)
			n = try_harder(r, folded, from, share);
		if (n != PCRE2_ERROR_NOMATCH)
			break;
		from += places;
		places = places < most / 2 ? places * 2 : most;
	}
	if (n == PCRE2_ERROR_NOMATCH)
		return CLAMOR_END;
	if (n < 0) /* a limit */
		return CLAMOR_ELIMIT;
	found = pcre2_get_ovector_pointer(r->match);
	*start = found[0];
	*end = found[1];
	return CLAMOR_OK;
}

uint64_t
regex_granted(const struct regex *r)
{
	return r->granted;
}

const char *
regex_library_version(void)
{
	static char version[64];

	if (version[0] == '\0')
		(void)pcre2_config(PCRE2_CONFIG_VERSION, version);
	return version;
}
