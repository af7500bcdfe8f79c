/* verdictcells.c - cells of verdicts, most of them kept. */
#include "config.h"

#include <stdlib.h>

#include "verdictcells.h"
#include "waits.h"
#include "xalloc.h"

/* Where cells that are kept stand. */
struct piece {
	size_t from, n;
};

struct verdictcells {
	const struct codes *codes;
	struct csvout out;                        /* to kept */
	struct buf kept;                          /* what the pieces are of */
	struct piece opinions[KINDS][POLARITIES]; /* kind, polarity */
	struct piece *topics; /* code to stage, by code, if it is alone */
	/* intent to marks, where there are neither a waiting time nor marks */
	struct piece actions[INTENTS][SEVERITY_MAX + 1];
};

static void
put_opinion(struct csvout *out, enum kind kind, enum polarity polarity)
{
	csvout_str(out, kind_name(kind));
	csvout_str(out, polarity_name(polarity));
}

static void
put_topics(struct csvout *out, const struct codes *codes, unsigned code,
	struct text all)
{
	csvout_text(out, codes_name(codes, code));
	csvout_text(out, all);
	csvout_text(out, codes_area(codes, code));
	csvout_text(out, codes_stage(codes, code));
}

static void
put_action(struct csvout *out, const struct verdict *v)
{
	csvout_str(out, intent_name(v->intent));
	csvout_int(out, v->severity);
	if (v->wait_minutes == WAITS_NONE)
		csvout_str(out, "");
	else
		csvout_int(out, v->wait_minutes);
	csvout_text(out, v->marks);
}

/* A piece begins: where its cells are written to. */
static struct csvout *
begin(struct verdictcells *c, struct piece *p)
{
	c->out.started = false;
	p->from = c->kept.len;
	return &c->out;
}

static void
end(const struct verdictcells *c, struct piece *p)
{
	p->n = c->kept.len - p->from;
}

static void
write_opinions(struct verdictcells *c)
{
	unsigned kind, polarity;

	for (kind = 0; kind < KINDS; kind++)
		for (polarity = 0; polarity < POLARITIES; polarity++) {
			struct piece *p = &c->opinions[kind][polarity];
			struct csvout *out = begin(c, p);

			put_opinion(out, kind, polarity);
			end(c, p);
		}
}

static void
write_topics(struct verdictcells *c)
{
	unsigned code;

	c->topics = xcalloc(codes_count(c->codes) + 1, sizeof(*c->topics));
	for (code = CODE_NONE; code <= codes_count(c->codes); code++) {
		struct piece *p = &c->topics[code];
		struct csvout *out = begin(c, p);

		put_topics(out, c->codes, code, codes_name(c->codes, code));
		end(c, p);
	}
}

static void
write_actions(struct verdictcells *c)
{
	unsigned intent;
	int severity;

	for (intent = 0; intent < INTENTS; intent++)
		for (severity = 0; severity <= SEVERITY_MAX; severity++) {
			struct piece *p = &c->actions[intent][severity];
			struct csvout *out = begin(c, p);

			put_action(out,
				&(struct verdict){ .intent = intent,
					.severity = severity,
					.wait_minutes = WAITS_NONE });
			end(c, p);
		}
}

struct verdictcells *
verdictcells_new(const struct codes *codes, const struct csvout *out)
{
	struct verdictcells *c = xcalloc(1, sizeof(*c));

	c->codes = codes;
	c->out = *out;
	c->out.buf = &c->kept;
	c->out.begun = true;
	write_opinions(c);
	write_topics(c);
	write_actions(c);
	buf_reserve(&c->kept, CSVOUT_SHORT); /* behind the last piece */
	memset(c->kept.p + c->kept.len, 0, CSVOUT_SHORT);
	return c;
}

void
verdictcells_free(struct verdictcells *c)
{
	if (c == NULL)
		return;
	buf_free(&c->kept);
	free(c->topics);
	free(c);
}

static void
put(const struct verdictcells *c, struct csvout *out, const struct piece *p)
{
	csvout_short(out, (struct text){ c->kept.p + p->from, p->n });
}

void
verdictcells_put(const struct verdictcells *c, const struct verdict *v,
	struct csvout *out)
{
	put(c, out, &c->opinions[v->kind][v->polarity]);
	csvout_milli(out, v->score);
	/* the codes begin with the main one */
	if (v->codes.len == codes_name(c->codes, v->code).len)
		put(c, out, &c->topics[v->code]);
	else
		put_topics(out, c->codes, v->code, v->codes);
	if (v->wait_minutes == WAITS_NONE && v->marks.len == 0)
		put(c, out, &c->actions[v->intent][v->severity]);
	else
		put_action(out, v);
	csvout_text(out, v->evidence);
}
