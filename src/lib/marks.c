/* marks.c - marks in a fixed order. */
#include "config.h"

#include "list.h"
#include "marks.h"

#define ALL (MARKS_OF_COMPLAINT | MARKS_OF_PRAISE | MARKS_OF_OTHERS)

/* In the order in which they are listed; those of users stand behind. */
static const struct {
	const struct text name; /* empty: seasons */
	unsigned of;            /* enum marks_of bits: where it is a mark */
} order[] = {
	{ TEXT("checkin"), ALL },
	{ TEXT("incentivado"), MARKS_OF_PRAISE | MARKS_OF_OTHERS },
	{ TEXT("testimonio"), MARKS_OF_PRAISE },
	{ TEXT("regalo"), ALL },
	{ TEXT(""), ALL },
	{ TEXT("reincide"), MARKS_OF_COMPLAINT },
	{ TEXT("resuelto"), ALL },
};

#define NORDER (sizeof(order) / sizeof(order[0]))
#define NOWHERE (NORDER + 1)
#define RANK_BIT(rank) (1u << (rank))

/* Is the mark in the list? (Looking through the hits before would take the
 * square of their number.) */
static bool
is_marked(const struct buf *marks, const char *prefix, struct text name)
{
	struct text list = list_of(buf_text(marks)), mark;
	size_t n = strlen(prefix);

	while (list_next(&list, ';', &mark))
		if (mark.len == n + name.len &&
			memcmp(mark.p, prefix, n) == 0 &&
			memcmp(mark.p + n, name.p, name.len) == 0)
			return true;
	return false;
}

static void
add_mark(struct buf *marks, const char *prefix, struct text name)
{
	if (marks->len > 0 && is_marked(marks, prefix, name))
		return;
	if (marks->len > 0)
		buf_addc(marks, ';');
	buf_adds(marks, prefix);
	buf_addt(marks, name);
}

/* Where the mark of an entry stands in the order; NOWHERE if it is none
 * here. */
static size_t
rank_of(const struct entry *e, enum marks_of kind)
{
	size_t i;

	if (e->role != ROLE_SEASON && e->role != ROLE_MARK)
		return NOWHERE;
	for (i = 0; i < NORDER; i++)
		if (order[i].name.len == 0 ? e->role == ROLE_SEASON
					   : e->role == ROLE_MARK &&
					text_eq(e->name, order[i].name))
			return order[i].of & kind ? i : NOWHERE;
	return NORDER;
}

static void
add_seasons(struct buf *marks, struct text seasons)
{
	struct text list = list_of(seasons), season;

	while (list_next(&list, ';', &season))
		add_mark(marks, "temporada:", season);
}

void
marks_list(struct buf *out, const struct hits *hits,
	const struct points *points, enum marks_of kind, struct text seasons)
{
	unsigned ranks = 0;
	size_t rank, i;

	buf_clear(out);
	if (seasons.len == 0 && !hits_have(hits, ROLE_MARK) &&
		!hits_have(hits, ROLE_SEASON))
		return; /* most posts */
	for (i = 0; i < hits->n; i++)
		ranks |= RANK_BIT(rank_of(hits->v[i].entry, kind));
	for (rank = 0; rank <= NORDER; rank++) {
		for (i = 0; ranks & RANK_BIT(rank) && i < hits->n; i++) {
			const struct entry *e = hits->v[i].entry;

			if (!hits->v[i].scores || points[i].negated ||
				rank_of(e, kind) != rank)
				continue;
			if (e->role == ROLE_SEASON)
				add_mark(out, "temporada:", e->to);
			else
				add_mark(out, "", e->name);
		}
		if (rank < NORDER && order[rank].name.len == 0)
			add_seasons(out, seasons);
	}
}
