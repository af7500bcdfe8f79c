/* pieces.c - title, lead and body of a post made one text. */
#include "config.h"

#include "pieces.h"

/* Without the ellipses that show where it was cut. */
static struct text
without_ellipses(struct text t)
{
	static const struct text dots[] = { TEXT("…"), TEXT("...") };
	size_t i;

	for (i = 0; i < 2; i++) {
		size_t n = dots[i].len;

		if (t.len >= n && memcmp(t.p, dots[i].p, n) == 0)
			t = (struct text){ t.p + n, t.len - n };
		if (t.len >= n && memcmp(t.p + t.len - n, dots[i].p, n) == 0)
			t.len -= n;
	}
	while (t.len > 0 && *t.p == ' ')
		t = (struct text){ t.p + 1, t.len - 1 };
	while (t.len > 0 && t.p[t.len - 1] == ' ')
		t.len--;
	return t;
}

/* Does the text begin with the title, perhaps one that was cut? */
static bool
repeats(struct text title, struct text text)
{
	title = without_ellipses(title);
	return text.len >= title.len && memcmp(text.p, title.p, title.len) == 0;
}

static bool
contains(struct text t, struct text piece)
{
	piece = without_ellipses(piece);
	return piece.len == 0 || memmem(t.p, t.len, piece.p, piece.len) != NULL;
}

void
pieces_join(struct buf *out, size_t *last, struct text piece, bool may_overlap)
{
	struct text before = { out->p + *last, out->len - *last };

	if (piece.len == 0 ||
		(may_overlap && out->len > 0 && contains(before, piece)))
		return;
	if (out->len > 0 &&
		(repeats(before, piece) ||
			(may_overlap && contains(piece, before)))) {
		out->len = *last; /* it says all of it */
	} else if (out->len > 0) {
		/* a line break: what becomes of it is what joins the pieces */
		buf_addc(out, '\n');
		*last = out->len;
	}
	buf_addt(out, piece);
}
