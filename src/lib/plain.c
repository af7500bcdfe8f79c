/* plain.c - tags, entities and escapes undone. */
#include "config.h"

#include <stdbool.h>
#include <strings.h>

#include "plain.h"
#include "utf8.h"

#define ENTITY_MAX 10 /* bytes between & and ; */

static const char *const names[] = { [PLAIN_AS_IS] = "",
	[PLAIN_HTML] = "html",
	[PLAIN_PAIRS] = "pairs",
	[PLAIN_TAB] = "tab" };

/* Tags that end a line. */
static const char *const breaks[] = { "br", "p", "div", "li", "tr",
	"blockquote", "ul", "ol", "h1", "h2", "h3" };

/* Those that a Spanish post may hold; others stay as they are. */
/* clang-format off */
static const struct {
	const char *name;
	uint32_t cp;
} entities[] = {
	{ "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' },
	{ "apos", '\'' }, { "nbsp", ' ' }, { "aacute", 0xE1 },
	{ "eacute", 0xE9 }, { "iacute", 0xED }, { "oacute", 0xF3 },
	{ "uacute", 0xFA }, { "uuml", 0xFC }, { "ntilde", 0xF1 },
	{ "Aacute", 0xC1 }, { "Eacute", 0xC9 }, { "Iacute", 0xCD },
	{ "Oacute", 0xD3 }, { "Uacute", 0xDA }, { "Uuml", 0xDC },
	{ "Ntilde", 0xD1 }, { "iexcl", 0xA1 }, { "iquest", 0xBF },
	{ "euro", 0x20AC }, { "hellip", 0x2026 }, { "laquo", 0xAB },
	{ "raquo", 0xBB }, { "ldquo", 0x201C }, { "rdquo", 0x201D },
	{ "lsquo", 0x2018 }, { "rsquo", 0x2019 }, { "ndash", 0x2013 },
	{ "mdash", 0x2014 }, { "deg", 0xB0 }, { "ordf", 0xAA },
	{ "ordm", 0xBA }
};
/* clang-format on */

enum plain
plain_by_name(struct text name)
{
	size_t i;

	for (i = PLAIN_HTML; i <= PLAIN_TAB; i++)
		if (text_is(name, names[i]))
			return (enum plain)i;
	return PLAIN_AS_IS;
}

/* A line ends, if one has begun since byte start. */
static void
end_line(struct buf *out, size_t start)
{
	if (out->len > start && out->p[out->len - 1] != '\n')
		buf_addc(out, '\n');
}

static bool
is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Step over the tag at p, if it is one; returns its end, or p. */
static const char *
skip_tag(struct buf *out, size_t start, const char *p, const char *end)
{
	const char *name = p + 1, *close, *q;
	size_t i;

	if (name < end && *name == '/')
		name++;
	if (name == end || !(is_letter(*name) || *name == '!'))
		return p; /* "<3" */
	close = memchr(name, '>', (size_t)(end - name));
	if (close == NULL)
		return p;
	for (q = name;
		q < close && (is_letter(*q) || (*q >= '0' && *q <= '9'));)
		q++;
	for (i = 0; i < sizeof(breaks) / sizeof(breaks[0]); i++)
		if (strlen(breaks[i]) == (size_t)(q - name) &&
			strncasecmp(breaks[i], name, (size_t)(q - name)) == 0)
			end_line(out, start);
	return close + 1;
}

/* The code point of "#233" or "#xE9"; 0 if it is none that text may hold. */
static uint32_t
numeric(struct text t)
{
	uint32_t base = 10, cp = 0;
	size_t i = 1;

	if (t.len > 2 && (t.p[1] | 0x20) == 'x') {
		base = 16;
		i = 2;
	}
	for (; i < t.len; i++) {
		char c = t.p[i] | 0x20;
		uint32_t digit;

		if (t.p[i] >= '0' && t.p[i] <= '9')
			digit = (uint32_t)(t.p[i] - '0');
		else if (base == 16 && c >= 'a' && c <= 'f')
			digit = (uint32_t)(c - 'a') + 10;
		else
			return 0;
		cp = cp * base + digit;
		if (cp > 0x10FFFF)
			return 0;
	}
	return cp >= 0xD800 && cp < 0xE000 ? 0 : cp;
}

size_t
plain_entity(const char *p, const char *end, uint32_t *cp)
{
	size_t left = (size_t)(end - p) - 1, i;
	const char *close;
	struct text t;

	if (left > ENTITY_MAX)
		left = ENTITY_MAX;
	close = memchr(p + 1, ';', left);
	if (close == NULL || close == p + 1)
		return 0;
	t = (struct text){ p + 1, (size_t)(close - p) - 1 };
	if (*t.p == '#') {
		*cp = numeric(t);
		return *cp != 0 ? t.len + 2 : 0;
	}
	for (i = 0; i < sizeof(entities) / sizeof(entities[0]); i++)
		if (text_is(t, entities[i].name)) {
			*cp = entities[i].cp;
			return t.len + 2;
		}
	return 0;
}

/* Write the entity at p; returns its end, or p if it is none. */
static const char *
add_entity(struct buf *out, const char *p, const char *end)
{
	uint32_t cp;
	size_t n = plain_entity(p, end, &cp);

	if (n > 0)
		utf8_add(out, cp);
	return p + n;
}

static void
add_html(struct buf *out, struct text t)
{
	const char *p = t.p, *end = t.p + t.len, *next;
	size_t start = out->len;

	while (p < end) {
		next = p;
		if (*p == '<')
			next = skip_tag(out, start, p, end);
		else if (*p == '&')
			next = add_entity(out, p, end);
		if (next == p)
			buf_addc(out, *next++);
		p = next;
	}
	while (out->len > start && out->p[out->len - 1] == '\n')
		out->len--;
}

static void
add_pairs(struct buf *out, struct text t)
{
	size_t i;

	for (i = 0; i < t.len; i++) {
		char next = i + 1 < t.len ? t.p[i + 1] : '\0';

		if (t.p[i] != '\\' || strchr("nrt\\", next) == NULL ||
			next == '\0') {
			buf_addc(out, t.p[i]);
			continue;
		}
		buf_addc(out, next == '\\' ? '\\' : next == 't' ? ' ' : '\n');
		i++;
	}
}

void
plain_add(struct buf *out, struct text t, enum plain how)
{
	size_t i;

	switch (how) {
	case PLAIN_AS_IS:
		buf_addt(out, t);
		break;
	case PLAIN_HTML:
		add_html(out, t);
		break;
	case PLAIN_PAIRS:
		add_pairs(out, t);
		break;
	case PLAIN_TAB:
		for (i = 0; i < t.len; i++)
			buf_addc(out, (char)(t.p[i] == '\t' ? '\n' : t.p[i]));
		break;
	}
}
