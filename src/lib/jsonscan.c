/* jsonscan.c - brackets and strings of JSON, and nothing else of it. */
#include "config.h"

#include "bytes.h"
#include "jsonresume.h"
#include "jsonscan.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Does a script begin that makes a document a variable? */
static bool
is_assigned(struct text t)
{
	static const char start[] = "window.YTD.";

	return t.len >= sizeof(start) - 1 &&
		memcmp(t.p, start, sizeof(start) - 1) == 0;
}

bool
jsonscan_begins(struct text t)
{
	size_t i = 0;

	if (t.len == 0)
		return false;
	if (t.len >= 3 && memcmp(t.p, "\xEF\xBB\xBF", 3) == 0)
		i = 3;
	while (i < t.len && is_blank(t.p[i]))
		i++;
	t = (struct text){ t.p + i, t.len - i };
	if (is_assigned(t))
		return true;
	if (t.len == 0 || (*t.p != '{' && *t.p != '['))
		return false;
	for (i = 1; i < t.len && is_blank(t.p[i]);)
		i++;
	if (i == t.len)
		return true;
	return *t.p == '{' ? t.p[i] == '"' || t.p[i] == '}'
			   : strchr("{[]", t.p[i]) != NULL;
}

static bool
is_object(const struct jsonscan *s)
{
	return s->depth > 0 && s->depth <= 64 &&
		(s->objects >> (s->depth - 1) & 1) != 0;
}

static void
push(struct jsonscan *s, char c)
{
	if (s->depth < 64) {
		uint64_t bit = (uint64_t)1 << s->depth;

		s->objects = c == '{' ? s->objects | bit : s->objects & ~bit;
	}
	s->depth++;
}

/* A post, or something beside posts, begins at pos. */
static void
begin(struct jsonscan *s, const char *in, bool silent)
{
	s->in_post = true;
	s->silent = silent;
	s->junk = s->page = s->hollow = s->named = false;
	s->level = s->depth;
	s->start = s->pos;
	s->start_line = s->line;
	if (!silent)
		s->posts_look.indent = jsonresume_indent(in, s->pos);
	s->name_len = 0;
}

static enum jsonscan_found
finish(struct jsonscan *s, size_t end, enum row_reason reason)
{
	s->in_post = s->junk = s->in_string = s->escaped = false;
	s->end = end;
	s->reason = reason;
	return JSONSCAN_POST;
}

/* A post, or what is around posts, breaks off at byte end: from here on look
 * for a place to go on. */
static enum jsonscan_found
break_off(struct jsonscan *s, size_t end)
{
	if (s->all_sides)
		return JSONSCAN_DONE;
	if (!s->in_post || s->silent) {
		s->start = end;
		s->start_line = s->line;
		s->level = is_object(s) ? 0 : s->depth;
	}
	s->lost = true;
	s->in_post = s->junk = s->in_string = s->escaped = s->page = false;
	return JSONSCAN_MORE;
}

/* Does a line begin at byte at? */
static bool
at_line_start(const struct jsonscan *s, const char *in, size_t at)
{
	return at == 0 ? !s->begun : in[at - 1] == '\n';
}

/* Do the posts of this document stand at a depth? */
static bool
is_depth_of_posts(const struct jsonscan *s, unsigned depth)
{
	return s->roots == 0 || depth + 1 == s->roots || depth + 1 == s->posts;
}

/* Is a bracket at pos what the bytes before it ask for, so that it begins no
 * document? */
static bool
is_awaited(const struct jsonscan *s, const char *in, bool array)
{
	const char *from = in + s->start, *p = in + s->pos;

	while (p > from && is_blank(p[-1]))
		p--;
	return p > from &&
		(p[-1] == ':' || p[-1] == '[' || (array && p[-1] == ','));
}

/*
 * Look for a place to go on; what lies before it is the broken post. Where
 * only what stands between two posts is broken, there is none.
 */
static enum jsonscan_found
find_place(struct jsonscan *s, struct text in, bool last)
{
	bool array;

	for (; s->pos < in.len; s->pos++) {
		const char *p = in.p + s->pos;

		s->line += *p == '\n';
		if (*p != '{' && *p != '[')
			continue;
		array = s->level > 0 && s->level <= 64;
		if (array && !last && in.len - s->pos < 2 * JSONRESUME_HEAD)
			break; /* more bytes tell better */
		if (array && *p == '{' && is_depth_of_posts(s, s->level) &&
			jsonresume_at(
				&s->posts_look, in, s->start, s->pos)) {
			s->depth = s->level;
		} else if (at_line_start(s, in.p, s->pos) &&
			!is_awaited(s, in.p, array)) {
			s->depth = s->roots = s->posts = 0;
			s->torn = true;
		} else {
			continue;
		}
		s->lost = false;
		s->before = ',';
		return s->pos > s->start ? finish(s, s->pos, REASON_BROKEN)
					 : JSONSCAN_MORE;
	}
	return JSONSCAN_MORE;
}

static bool
is_one_of(struct text name, const struct text *names, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (text_eq(name, names[i]))
			return true;
	return false;
}

/* Is this the name of the array that makes an object a page of posts? */
static bool
is_page_name(struct text name)
{
	static const struct text names[] = { TEXT("data"), TEXT("items"),
		TEXT("reviews"), TEXT("results"), TEXT("statuses"),
		TEXT("tweets"), TEXT("posts"), TEXT("mentions"), TEXT("feed"),
		TEXT("documents"), TEXT("ancestors"), TEXT("descendants") };

	return is_one_of(name, names, sizeof(names) / sizeof(names[0]));
}

/* Is it a member that posts have, and pages have not? */
static bool
is_post_name(struct text name)
{
	static const struct text names[] = { TEXT("id"), TEXT("id_str"),
		TEXT("text"), TEXT("full_text"), TEXT("uri"), TEXT("guid"),
		TEXT("author"), TEXT("user"), TEXT("username"),
		TEXT("reviewId"), TEXT("created_at") };

	return is_one_of(name, names, sizeof(names) / sizeof(names[0]));
}

/* Does an array begin that would make the present object a page? Pages may be
 * in an array themselves. Those of Reddit have it one deeper. */
static bool
may_be_page(const struct jsonscan *s, const char *in, char c)
{
	struct text name = { in + s->name, s->name_len };

	if (!s->in_post || s->silent || s->named || c != '[' ||
		s->before != ':' || s->level > 1)
		return false;
	return (s->depth == s->level + 1 && is_page_name(name)) ||
		(s->depth == s->level + 2 && text_is(name, "children"));
}

/* Does an array of posts begin in a page that has one already? */
static bool
is_page_again(const struct jsonscan *s, const char *in, char c)
{
	return s->posts > 0 && s->depth + 2 == s->posts && c == '[' &&
		is_page_name((struct text){ in + s->name, s->name_len });
}

/* May a bracket stand where it does? */
static bool
belongs(const struct jsonscan *s, char c)
{
	if (s->depth == 0)
		return true;
	if (s->depth > 64) /* of which nothing is known */
		return s->before == ':' || s->before == ',' || s->before == '[';
	if (is_object(s))
		return s->before == ':';
	if (s->before != '[' && s->before != ',')
		return false;
	return s->in_post || c == '[' || is_depth_of_posts(s, s->depth);
}

static void
keep_member(struct jsonscan *s, const char *in)
{
	size_t n = s->name_len < JSONSCAN_NAME ? s->name_len : 0;

	memcpy(s->member, in + s->name, n);
	s->member[n] = '\0';
}

/* At an opening bracket; true if it makes the present object a page. */
static bool
open_at(struct jsonscan *s, const char *in, char c)
{
	bool page = may_be_page(s, in, c);

	if (s->page && c == '{') { /* the first post of a page */
		s->in_post = s->page = s->hollow = false;
		s->posts = s->depth + 1;
		return true;
	}
	if (s->roots == 0 && c == '{')
		s->roots = s->depth + 1;
	if (!s->in_post && (c == '{' || is_object(s)) &&
		(s->all_sides || !is_page_again(s, in, c))) {
		keep_member(s, in);
		begin(s, in, is_object(s));
	}
	s->page = page;
	push(s, c);
	return false;
}

/* At a closing bracket: what ends with it? */
static enum jsonscan_found
close_at(struct jsonscan *s)
{
	s->hollow = s->hollow || s->page;
	s->page = false;
	s->depth--;
	if (s->depth == 0)
		s->roots = 0;
	if (s->depth < s->roots)
		s->posts = 0;
	if (s->in_post && s->depth == s->level && s->hollow && !s->named)
		s->silent = true; /* a page without posts is no post */
	if (!s->in_post)
		return s->depth == 0 ? JSONSCAN_DONE : JSONSCAN_MORE;
	if (s->depth > s->level)
		return JSONSCAN_MORE;
	s->in_post = !s->silent;
	return s->in_post      ? JSONSCAN_POST
		: s->depth > 0 ? JSONSCAN_SIDE
			       : JSONSCAN_DONE;
}

/* What stands between documents; true if a rejected post ends here. */
static bool
between(struct jsonscan *s, char c)
{
	if (c == '\n' && s->junk)
		return true;
	if (s->junk || strchr(" \t\r\n,;\xEF\xBB\xBF", c) != NULL ||
		(s->torn && (c == '}' || c == ']')))
		return false;
	s->junk = true;
	s->start = s->pos;
	s->start_line = s->line;
	return false;
}

/* Is the bracket at pos between documents the beginning of one? */
static bool
begins_document(const struct jsonscan *s, const char *in)
{
	return !s->junk ||
		is_assigned((struct text){ in + s->start, s->pos - s->start });
}

/* Step over a string; false if the bytes end before it does. */
static bool
skip_string(struct jsonscan *s, struct text in)
{
	static const char stops[4] = { '"', '\\', '\n', '\n' };
	const char *p = in.p + s->pos, *end = in.p + in.len;

	for (; p < end; p++) {
		bool escaped = s->escaped;

		if (!escaped)
			p += bytes_before(p, (size_t)(end - p), stops);
		if (p == end)
			break;
		s->escaped = !escaped && *p == '\\';
		if (*p == '\n' || (*p == '"' && !escaped))
			break;
	}
	s->pos = (size_t)(p - in.p);
	return p < end;
}

/* Keep how a good post of an array begins. */
static void
keep_look(struct jsonscan *s, const char *in)
{
	struct jsonresume *look = &s->posts_look;

	if (s->level == 0)
		return;
	look->good_len = s->pos - s->start;
	if (look->good_len > JSONRESUME_KEPT)
		look->good_len = JSONRESUME_KEPT;
	memcpy(look->good, in + s->start, look->good_len);
}

/* At a closing bracket, which may be the wrong one. */
static enum jsonscan_found
step_close(struct jsonscan *s, const char *in, char c)
{
	bool fits = (s->depth > 64 || is_object(s) == (c == '}')) &&
		(s->in_post || s->before != ':');
	enum jsonscan_found found = JSONSCAN_POST;

	if (fits)
		found = close_at(s);
	if (found == JSONSCAN_MORE)
		return found;
	s->pos++;
	s->before = c;
	s->end = s->pos;
	if (!fits)
		return break_off(s, s->pos);
	if (found == JSONSCAN_POST) {
		keep_look(s, in);
		(void)finish(s, s->pos, REASON_NONE);
	}
	return found;
}

/*
 * Where a quote is missing, strings and what lies between them change places,
 * and no bracket would be seen any more: letters of texts give it away. (NaN
 * and the like are the business of jsonpost.)
 */
static bool
is_text(char c)
{
	static const char others[] = "{}[]\":,+-. \t\r\n0123456789"
				     "truefalsnNITFiyE";

	return c == '\0' || strchr(others, c) == NULL;
}

/* At a byte outside of strings: is anything complete? */
static enum jsonscan_found
step(struct jsonscan *s, const char *in, char c)
{
	bool opens = c == '{' || c == '[';

	if (s->depth == 0 && (!opens || !begins_document(s, in)))
		return between(s, c) ? finish(s, s->pos, REASON_BROKEN)
				     : JSONSCAN_MORE;
	if (opens && !belongs(s, c))
		return break_off(s, s->pos);
	if (opens) {
		s->junk = false;
		return open_at(s, in, c) ? JSONSCAN_PAGE : JSONSCAN_MORE;
	}
	if (c == '}' || c == ']')
		return step_close(s, in, c);
	if (c == '"') {
		s->in_string = true;
		s->name = s->pos + 1;
		s->first = s->before == '{';
	}
	if ((s->level > 0 || !s->in_post) && is_text(c))
		return break_off(s, s->pos);
	if (c == ':' && s->in_post && !s->named && s->depth == s->level + 1)
		s->named = is_post_name(
			(struct text){ in + s->name, s->name_len });
	s->page = s->page && is_blank(c);
	return JSONSCAN_MORE;
}

/* Is it one of those bytes of which most stand outside of strings? Inside of a
 * document there is nothing that step() does with them. */
static bool
is_dull(char c)
{
	return c == ' ' || c == ',' || (c >= '0' && c <= '9');
}

enum jsonscan_found
jsonscan_next(struct jsonscan *s, struct text in, bool last)
{
	enum jsonscan_found found = JSONSCAN_MORE;

	while (s->pos < in.len && found == JSONSCAN_MORE) {
		char c = in.p[s->pos];

		if (s->lost) {
			found = find_place(s, in, last);
			if (s->lost)
				break;
			continue;
		}
		if (s->in_string) {
			if (!skip_string(s, in))
				break;
			s->in_string = false;
			s->name_len = s->pos - s->name;
			if (in.p[s->pos] == '\n') { /* does not close */
				found = break_off(s, s->pos);
				continue;
			}
			s->before = '"';
			s->pos++;
			continue;
		}
		if (s->depth > 0 && is_dull(c)) {
			if (c != ' ') {
				s->before = c;
				s->page = false;
			}
			s->pos++;
			continue;
		}
		found = step(s, in.p, c);
		if (found != JSONSCAN_MORE || s->lost)
			continue;
		s->line += c == '\n';
		if (!is_blank(c) && !s->in_string)
			s->before = c;
		s->pos++;
	}
	return found;
}

bool
jsonscan_finish(struct jsonscan *s, struct text in)
{
	enum row_reason reason = s->lost ? REASON_BROKEN : REASON_CUT;

	if (s->depth > 0 && !s->lost)
		(void)break_off(s, in.len);
	else if (s->junk)
		reason = REASON_BROKEN;
	else if (!s->lost)
		return false;
	s->lost = false;
	s->depth = 0;
	(void)finish(s, in.len, reason);
	return true;
}

struct jsonscan
jsonscan_sides(size_t start)
{
	struct jsonscan s = { .pos = start + 1,
		.line = 1,
		.begun = true,
		.before = '{',
		.all_sides = true };

	push(&s, '{');
	return s;
}

bool
jsonscan_keeps(const struct jsonscan *s)
{
	return (s->in_post && !s->silent) || s->junk || s->lost;
}

size_t
jsonscan_needs(const struct jsonscan *s, const char *in)
{
	size_t from = s->name_len > 0 || s->in_string ? s->name : s->pos;

	if (jsonscan_keeps(s))
		return s->start;
	if (from > s->pos || s->pos - from > 4 * JSONSCAN_NAME)
		from = s->pos;
	/* how far a line is indented shows before what is in it */
	while (from > 0 && s->pos - from < 4 * JSONSCAN_NAME &&
		(in[from - 1] == ' ' || in[from - 1] == '\t'))
		from--;
	return from > 0 ? from - 1 : 0;
}

void
jsonscan_forget(struct jsonscan *s, size_t n)
{
	s->begun = s->begun || n > 0;
	s->pos -= n;
	s->start -= s->start < n ? s->start : n;
	if (s->name < n)
		s->name_len = 0;
	s->name -= s->name < n ? s->name : n;
}
