/* skip.c - to the end of a record. */
#include "config.h"

#include "skip.h"

void
skip_start(struct skip *s)
{
	*s = (struct skip){ .state = SKIP_CELL };
}

static void
end_record(struct skip *s, char c)
{
	s->end_len = 1;
	s->state = c == '\r' ? SKIP_CR : SKIP_DONE;
}

/* A line break inside a quoted cell. */
static void
break_inside(struct skip *s, char c)
{
	s->spans = true;
	if (s->stray)
		end_record(s, c);
}

/* The byte behind a quote in a quoted cell; it is none that may stand there. */
static void
lone_quote(struct skip *s)
{
	s->stray = true;
	s->state = s->spans ? SKIP_LOST : SKIP_QUOTED;
}

static void
step(struct skip *s, char c, char delimiter)
{
	bool is_break = c == '\n' || c == '\r';

	switch (s->state) {
	case SKIP_CELL:
		s->spans = s->stray = false;
		if (is_break)
			end_record(s, c);
		else if (c == '"')
			s->state = SKIP_QUOTED;
		else if (c != delimiter)
			s->state = SKIP_PLAIN;
		break;
	case SKIP_PLAIN:
		if (is_break)
			end_record(s, c);
		else if (c == delimiter)
			s->state = SKIP_CELL;
		break;
	case SKIP_QUOTED:
		if (is_break)
			break_inside(s, c);
		else if (c == '"')
			s->state = SKIP_CLOSING;
		break;
	case SKIP_CLOSING:
		if (is_break)
			end_record(s, c);
		else if (c == delimiter)
			s->state = SKIP_CELL;
		else if (c == '"')
			s->state = SKIP_QUOTED;
		else
			lone_quote(s);
		break;
	case SKIP_LOST:
		if (is_break)
			end_record(s, c);
		break;
	case SKIP_CR:
	case SKIP_DONE:
		break;
	}
}

size_t
skip_feed(struct skip *s, const char *p, size_t len, char delimiter)
{
	size_t i;

	for (i = 0; i < len; i++) {
		if (s->state == SKIP_CR) {
			s->state = SKIP_DONE;
			if (p[i] == '\n') {
				s->end_len = 2;
				return i + 1;
			}
		}
		if (s->state == SKIP_DONE)
			return i;
		step(s, p[i], delimiter);
	}
	return len;
}
