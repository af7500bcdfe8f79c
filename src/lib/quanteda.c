/* quanteda.c - YAML's events, taken as categories and terms. */
#include "config.h"

#include <yaml.h>

#include "outline.h"
#include "quanteda.h"

#define NESTED_MAX 64 /* maps and lists inside each other */

struct quanteda {
	struct carry *carry;
	struct textfile *file;
	struct err *err;
	enum rc rc;           /* of reading lines */
	struct buf line;      /* what libyaml has not taken yet */
	size_t taken;         /* of line */
	struct outline where; /* category */
	struct level {
		bool map;
		bool want_key; /* of a map */
		size_t depth;  /* of categories around it */
	} levels[NESTED_MAX];
	size_t nlevels;
};

/* libyaml asks for bytes; it gets a line at a time. */
static int
give_bytes(void *ctx, unsigned char *to, size_t cap, size_t *n)
{
	struct quanteda *q = ctx;
	struct text line;

	*n = 0;
	if (q->taken == q->line.len) {
		q->rc = textfile_line(q->file, &line, q->err);
		if (q->rc != CLAMOR_OK)
			return q->rc == CLAMOR_END;
		buf_clear(&q->line);
		q->taken = 0;
		buf_addt(&q->line, line);
		buf_addc(&q->line, '\n');
	}
	*n = q->line.len - q->taken < cap ? q->line.len - q->taken : cap;
	memcpy(to, q->line.p + q->taken, *n);
	q->taken += *n;
	return 1;
}

static enum rc
bad(struct quanteda *q, yaml_mark_t at, const char *text)
{
	err_at(q->err, textfile_name(q->file), at.line + 1, at.column + 1);
	return err_set(q->err, CLAMOR_EINVAL, "%s", text);
}

static struct level *
innermost(struct quanteda *q)
{
	return q->nlevels > 0 ? &q->levels[q->nlevels - 1] : NULL;
}

static enum rc
open_level(struct quanteda *q, const yaml_event_t *e)
{
	struct level *in = innermost(q);

	if (q->nlevels == NESTED_MAX)
		return bad(q, e->start_mark, "too many levels");
	if (in == NULL && e->type != YAML_MAPPING_START_EVENT)
		return bad(q, e->start_mark,
			"no map of categories: is it a quanteda dictionary?");
	if (in != NULL && in->map && in->want_key)
		return bad(q, e->start_mark, "a category has no name");
	q->levels[q->nlevels++] =
		(struct level){ .map = e->type == YAML_MAPPING_START_EVENT,
			.want_key = true,
			.depth = in == NULL ? 0 : in->depth + in->map };
	return CLAMOR_OK;
}

/* A value is complete: in a map a key comes next. */
static void
end_value(struct quanteda *q)
{
	struct level *in = innermost(q);

	if (in != NULL)
		in->want_key = true;
}

static void
take_scalar(struct quanteda *q, const yaml_event_t *e)
{
	struct level *in = innermost(q);
	struct text t = text_trimmed((struct text){
		(const char *)e->data.scalar.value, e->data.scalar.length });
	struct carry_row row = {
		.term = t, .stars = true, .marks = true,
		.line = e->start_mark.line + 1
	};

	if (in == NULL)
		return;
	if (in->map && in->want_key) {
		(void)outline_enter(&q->where, in->depth, t);
		in->want_key = false;
		return;
	}
	row.category = outline_at(&q->where, in->depth + in->map);
	if (t.len > 0)
		carry_add(q->carry, &row);
	end_value(q);
}

static enum rc
take_event(struct quanteda *q, const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_ALIAS_EVENT:
		return bad(q, e->start_mark, "aliases are not read");
	case YAML_MAPPING_START_EVENT:
	case YAML_SEQUENCE_START_EVENT:
		return open_level(q, e);
	case YAML_MAPPING_END_EVENT:
	case YAML_SEQUENCE_END_EVENT:
		q->nlevels--;
		end_value(q);
		break;
	case YAML_SCALAR_EVENT:
		if (q->nlevels == 0)
			return bad(q, e->start_mark,
				"no map of categories: is it a quanteda "
				"dictionary?");
		take_scalar(q, e);
		break;
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_STREAM_END_EVENT:
	case YAML_DOCUMENT_START_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		break;
	}
	return CLAMOR_OK;
}

static enum rc
take_all(struct quanteda *q, yaml_parser_t *parser)
{
	yaml_event_t e;
	bool end = false;
	enum rc rc = CLAMOR_OK;

	while (!end && rc == CLAMOR_OK) {
		if (!yaml_parser_parse(parser, &e)) {
			if (q->rc != CLAMOR_OK && q->rc != CLAMOR_END)
				return q->rc;
			return bad(q, parser->problem_mark,
				parser->problem != NULL ? parser->problem
							: "no YAML");
		}
		end = e.type == YAML_STREAM_END_EVENT;
		rc = take_event(q, &e);
		yaml_event_delete(&e);
	}
	return rc;
}

enum rc
quanteda_read(struct carry *c, struct textfile *f, struct err *err)
{
	struct quanteda q = { .carry = c, .file = f, .err = err };
	yaml_parser_t parser;
	enum rc rc;

	if (!yaml_parser_initialize(&parser))
		return err_set(err, CLAMOR_ELIMIT, "no memory for YAML");
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input(&parser, give_bytes, &q);
	rc = take_all(&q, &parser);
	yaml_parser_delete(&parser);
	buf_free(&q.line);
	outline_free(&q.where);
	return rc;
}
