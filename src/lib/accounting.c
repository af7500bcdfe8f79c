/* accounting.c - words and points as an account writes them. */
#include "config.h"

#include "accounting.h"
#include "number.h"

void
accounting_styled(struct accounting *a, enum tty_style style, struct text t)
{
	tty_add_style(a->out, a->colored ? style : TTY_PLAIN, t);
}

void
accounting_points(struct accounting *a, int64_t milli)
{
	struct buf b = { 0 };

	number_add_milli(&b, milli);
	accounting_styled(a,
		milli < 0           ? TTY_HIT
			: milli > 0 ? TTY_GOOD
				    : TTY_PLAIN,
		buf_text(&b));
	buf_free(&b);
}

void
accounting_head(struct accounting *a, const char *head)
{
	size_t len = strlen(head);

	accounting_styled(a, TTY_HEAD, text_of(head));
	do
		buf_addc(a->out, ' ');
	while (++len < 10);
}

void
accounting_quoted(struct accounting *a, enum tty_style style, struct text t)
{
	buf_addc(a->out, '\'');
	accounting_styled(a, style, t);
	buf_addc(a->out, '\'');
}

struct text
accounting_words(const struct accounting *a, const struct hit *h)
{
	return (struct text){ a->r->post->original.p + h->from,
		h->to - h->from };
}
