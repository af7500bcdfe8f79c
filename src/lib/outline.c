/* outline.c - categories by indentation or by a mark before them. */
#include "config.h"

#include "number.h"
#include "outline.h"

size_t
outline_depth(struct text line)
{
	size_t n = 0;

	while (n < line.len && line.p[n] == '\t')
		n++;
	return n;
}

struct text
outline_at(const struct outline *o, size_t depth)
{
	if (depth > o->depth)
		depth = o->depth;
	return depth > 0 ? (struct text){ o->path.p, o->ends[depth - 1] }
			 : (struct text){ "", 0 };
}

struct text
outline_enter(struct outline *o, size_t depth, struct text category)
{
	if (depth > o->depth) /* a level left out counts for nothing */
		depth = o->depth;
	if (depth >= OUTLINE_DEPTH_MAX)
		depth = OUTLINE_DEPTH_MAX - 1;
	o->path.len = outline_at(o, depth).len;
	if (o->path.len > 0)
		buf_addc(&o->path, '.');
	buf_addt(&o->path, category);
	o->ends[depth] = o->path.len;
	o->depth = depth + 1;
	return buf_text(&o->path);
}

void
outline_free(struct outline *o)
{
	buf_free(&o->path);
}

/* WordStat. */

#define NUMBER_MAX 3 /* digits: "VENTAS (2026)" is a category */

/* Take " (1)" off the end; false if it is not there: a category. */
static bool
cut_number(struct text *t)
{
	const char *open = t->len > 0 ? memrchr(t->p, '(', t->len) : NULL;
	struct text number;
	int64_t v;

	if (open == NULL || open == t->p || open[-1] != ' ' ||
		t->p[t->len - 1] != ')')
		return false;
	number = (struct text){ open + 1, (size_t)(t->p + t->len - open) - 2 };
	if (number.len > NUMBER_MAX || !number_whole(number, &v))
		return false;
	*t = text_trimmed((struct text){ t->p, (size_t)(open - t->p) });
	return true;
}

/* "BUENAS_TARDES": a blank there is written _. */
static struct text
without_underscores(struct buf *b, struct text t)
{
	size_t i;

	buf_clear(b);
	for (i = 0; i < t.len; i++)
		buf_addc(b, t.p[i] == '_' ? ' ' : t.p[i]);
	return buf_text(b);
}

static void
take_leaf(struct carry *c, const struct carry_row *row)
{
	if (row->category.len == 0)
		carry_leave(c, row->line, "'%.*s': no category above it, with fewer TABs",
			carry_shown(row->term), row->term.p);
	else if (row->term.len > 0 && row->term.p[0] == '@')
		carry_leave(c, row->line,
			"'%.*s': depends on the words around it",
			carry_shown(row->term), row->term.p);
	else
		carry_add(c, row);
}

enum rc
outline_wordstat(struct carry *c, struct textfile *f, struct err *err)
{
	struct outline o = { 0 };
	struct buf term = { 0 };
	struct text line;
	enum rc rc;

	while ((rc = textfile_line(f, &line, err)) == CLAMOR_OK) {
		size_t depth = outline_depth(line);
		struct text t = text_trimmed(line);
		struct carry_row row = { .line = f->line,
			.stars = true,
			.marks = true };

		if (t.len == 0)
			continue;
		if (!cut_number(&t)) {
			(void)outline_enter(&o, depth, t);
			continue;
		}
		row.term = without_underscores(&term, t);
		row.category = outline_at(&o, depth);
		take_leaf(c, &row);
	}
	buf_free(&term);
	outline_free(&o);
	return rc == CLAMOR_END ? CLAMOR_OK : rc;
}

/* Lexicoder. */

enum rc
outline_lexicoder(struct carry *c, struct textfile *f, struct err *err)
{
	struct outline o = { 0 };
	struct text line;
	enum rc rc;

	while ((rc = textfile_line(f, &line, err)) == CLAMOR_OK) {
		struct text t = text_trimmed(line);
		struct carry_row row = { .line = f->line, .stars = true };

		if (t.len == 0)
			continue;
		if (t.p[0] == '+' && t.len > 1) {
			(void)outline_enter(&o, 0,
				text_trimmed(
					(struct text){ t.p + 1, t.len - 1 }));
			continue;
		}
		row.term = t;
		row.category = outline_at(&o, 1);
		take_leaf(c, &row);
	}
	outline_free(&o);
	return rc == CLAMOR_END ? CLAMOR_OK : rc;
}
