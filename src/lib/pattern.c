/* pattern.c - the parts of an expression. */
#include "config.h"

#include "pattern.h"
#include "utf8.h"

size_t
pattern_escape(const char *s, const char *end)
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

/* Past the [:name:] of a class at s, or past its bracket if it is none. */
static const char *
posix_name_end(const char *s, const char *end)
{
	const char *p = s + 2;

	while (p < end && ((*p >= 'a' && *p <= 'z') || *p == '^'))
		p++;
	return end - p > 1 && p[0] == ':' && p[1] == ']' ? p + 2 : s + 1;
}

const char *
pattern_class_end(const char *s, const char *end)
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
			s = posix_name_end(s, end);
		else
			s++;
	}
	return s < end ? s + 1 : s;
}

const char *
pattern_group_end(const char *s, const char *end)
{
	size_t depth = 0;

	while (s < end) {
		if (*s == '\\') {
			s += s + 1 < end ? 2 : 1;
			continue;
		}
		if (*s == '[') {
			s = pattern_class_end(s, end);
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

const char *
pattern_branch_end(const char *s, const char *end)
{
	while (s < end && *s != '|') {
		if (*s == '\\')
			s += s + 1 < end ? 2 : 1;
		else if (*s == '[')
			s = pattern_class_end(s, end);
		else if (*s == '(')
			s = pattern_group_end(s, end);
		else
			s++;
	}
	return s;
}

/* Of {2}, {0,3}, {,3}, {2,}. What is no quantifier but stands for itself counts
 * as any, which is safe. */
static enum pattern_often
braces(const char *s, const char *end)
{
	if (s + 1 == end || s[1] < '1' || s[1] > '9')
		return PATTERN_ANY;
	while (++s < end && *s >= '0' && *s <= '9')
		;
	return s < end && (*s == ',' || *s == '}') ? PATTERN_AT_LEAST_ONCE
						   : PATTERN_ANY;
}

enum pattern_often
pattern_quantifier(const char **at, const char *end)
{
	const char *s = *at;
	enum pattern_often often = PATTERN_ONCE;

	if (s == end)
		return often;
	if (*s == '?')
		often = PATTERN_AT_MOST_ONCE;
	else if (*s == '*')
		often = PATTERN_ANY;
	else if (*s == '+')
		often = PATTERN_AT_LEAST_ONCE;
	else if (*s == '{')
		often = braces(s, end);
	else
		return often;
	if (*s == '{')
		while (s < end && *s != '}')
			s++;
	if (s < end)
		s++;
	if (s < end && (*s == '?' || *s == '+')) /* lazy, possessive */
		s++;
	*at = s;
	return often;
}
