/* measures.c - show how good predictions are. */
#include "config.h"

#include "mcnemar.h"
#include "measures.h"
#include "ratio.h"
#include "tty.h"
#include "xalloc.h"

#define CSV_DECIMALS 6
#define TABLE_DECIMALS 3
#define OTHER "(other)"
#define GAP 2          /* blanks between the columns of a table */
#define SHARE_WIDTH 19 /* "0.712 (0.680 0.742)"; a line has 80 characters */
#define COUNT_WIDTH 6

/* A share with its interval, written. */
struct share {
	struct buf value, low, high;
};

static void
share_free(struct share *s)
{
	buf_free(&s->value);
	buf_free(&s->low);
	buf_free(&s->high);
}

/* Part of a whole, with Wilson's interval. */
static struct share
share_of(uint64_t part, uint64_t whole, int decimals)
{
	struct share s = { 0 };

	ratio_add(&s.value, (int64_t)part, (int64_t)whole, decimals);
	ratio_add_wilson(
		&s.low, &s.high, (int64_t)part, (int64_t)whole, decimals);
	return s;
}

/* F1, with its interval by bootstrap if there is one. */
static struct share
share_of_f1(int64_t f1, const struct interval *in, int decimals)
{
	struct share s = { 0 };

	ratio_add(&s.value, f1, CONFUSION_ONE, decimals);
	if (in != NULL) {
		ratio_add(&s.low, in->low, CONFUSION_ONE, decimals);
		ratio_add(&s.high, in->high, CONFUSION_ONE, decimals);
	}
	return s;
}

static struct share
accuracy_of(const struct prediction *p, int decimals)
{
	return share_of(p->table.right, p->table.posts, decimals);
}

static struct share
macro_of(const struct prediction *p, int decimals)
{
	const struct confusion *t = &p->table;

	if (t->posts == 0 || t->n == 0)
		return (struct share){ 0 };
	return share_of_f1(
		confusion_macro_f1(t), p->f1 ? &p->f1[t->n] : NULL, decimals);
}

static struct share
precision_of(const struct prediction *p, size_t class, int decimals)
{
	return share_of(confusion_count(&p->table, class, class),
		confusion_guesses(&p->table, class), decimals);
}

static struct share
recall_of(const struct prediction *p, size_t class, int decimals)
{
	return share_of(confusion_count(&p->table, class, class),
		confusion_labels(&p->table, class), decimals);
}

static struct share
f1_of(const struct prediction *p, size_t class, int decimals)
{
	const struct confusion *t = &p->table;

	if (confusion_labels(t, class) + confusion_guesses(t, class) == 0)
		return (struct share){ 0 };
	return share_of_f1(
		confusion_f1(t, class), p->f1 ? &p->f1[class] : NULL, decimals);
}

/* The row and the column of what is no class stand only if they are needed. */
static size_t
places_shown(const struct prediction *p)
{
	size_t n = p->table.n;

	return n +
		(confusion_labels(&p->table, n) > 0 ||
			confusion_guesses(&p->table, n) > 0);
}

static struct text
place_name(const struct judged *j, size_t place)
{
	return place < classes_count(j->classes)
		? classes_name(j->classes, place)
		: text_of(OTHER);
}

/* CSV. */

static void
begin_record(struct csvout *o, const struct prediction *p, const char *measure,
	struct text class, struct text against)
{
	csvout_str(o, p->column);
	csvout_str(o, measure);
	csvout_text(o, class);
	csvout_text(o, against);
}

static void
write_count(struct csvout *o, const struct prediction *p, const char *measure,
	struct text class, struct text against, uint64_t count)
{
	begin_record(o, p, measure, class, against);
	csvout_int(o, (int64_t)count);
	csvout_str(o, "");
	csvout_str(o, "");
	csvout_end(o);
}

static void
write_share(struct csvout *o, const struct prediction *p, const char *measure,
	struct text class, struct share s)
{
	begin_record(o, p, measure, class, text_of(""));
	csvout_text(o, buf_text(&s.value));
	csvout_text(o, buf_text(&s.low));
	csvout_text(o, buf_text(&s.high));
	csvout_end(o);
	share_free(&s);
}

static void
write_class(const struct judged *j, const struct prediction *p, size_t class,
	struct csvout *o)
{
	struct text name = classes_name(j->classes, class);

	write_share(
		o, p, "precision", name, precision_of(p, class, CSV_DECIMALS));
	write_share(o, p, "recall", name, recall_of(p, class, CSV_DECIMALS));
	write_share(o, p, "f1", name, f1_of(p, class, CSV_DECIMALS));
	write_count(o, p, "support", name, text_of(""),
		confusion_labels(&p->table, class));
}

static void
write_prediction(
	const struct judged *j, const struct prediction *p, struct csvout *o)
{
	struct text none = text_of("");
	size_t n = places_shown(p), i, k;

	write_count(o, p, "posts", none, none, p->table.posts);
	write_count(o, p, "left_out", none, none, j->left_out);
	write_share(o, p, "accuracy", none, accuracy_of(p, CSV_DECIMALS));
	write_share(o, p, "macro_f1", none, macro_of(p, CSV_DECIMALS));
	for (i = 0; i < p->table.n; i++)
		write_class(j, p, i, o);
	for (i = 0; i < n; i++)
		for (k = 0; k < n; k++)
			write_count(o, p, "confusion", place_name(j, i),
				place_name(j, k),
				confusion_count(&p->table, i, k));
}

/* p as short as its four digits allow: 0.01234, 1.234e-12. */
static void
add_p(struct buf *out, const struct prediction *p)
{
	buf_addf(out, "%.4g", mcnemar_p(p[0].only_right, p[1].only_right));
}

static void
write_difference(const struct prediction *p, struct csvout *o)
{
	struct text none = text_of("");
	struct share s = { 0 };

	write_count(o, &p[0], "only_right", none, text_of(p[1].column),
		p[0].only_right);
	write_count(o, &p[1], "only_right", none, text_of(p[0].column),
		p[1].only_right);
	add_p(&s.value, p);
	begin_record(o, &p[0], "mcnemar_p", none, text_of(p[1].column));
	csvout_text(o, buf_text(&s.value));
	csvout_str(o, "");
	csvout_str(o, "");
	csvout_end(o);
	share_free(&s);
}

void
measures_write_csv(const struct judged *j, struct csvout *o)
{
	static const char *const columns[] = { "guess", "measure", "class",
		"against", "value", "low", "high" };
	size_t i;

	for (i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		csvout_str(o, columns[i]);
	csvout_end(o);
	for (i = 0; i < j->n; i++)
		write_prediction(j, &j->predictions[i], o);
	if (j->n == 2)
		write_difference(j->predictions, o);
}

/* The table. */

/* Characters, as far as columns go: bytes that begin one. */
static size_t
width_of(struct text t)
{
	size_t width = 0, i;

	for (i = 0; i < t.len; i++)
		width += (t.p[i] & 0xC0) != 0x80;
	return width;
}

/* The width of a text as it is shown. */
static size_t
shown_width(struct text t)
{
	struct buf shown = { 0 };
	size_t width;

	tty_add(&shown, t);
	width = width_of(buf_text(&shown));
	buf_free(&shown);
	return width;
}

/* A cell of a table: to the left in its column, or to the right. */
static void
add_cell(struct buf *out, struct text t, size_t width, bool right)
{
	struct buf shown = { 0 };
	size_t used, fill;

	tty_add(&shown, t);
	used = width_of(buf_text(&shown));
	fill = used < width ? width - used : 0;
	for (; right && fill > 0; fill--)
		buf_addc(out, ' ');
	buf_addt(out, buf_text(&shown));
	for (; fill > 0; fill--)
		buf_addc(out, ' ');
	buf_free(&shown);
}

/* A share, "0.712 (0.680 0.742)"; empty where there is none. */
static void
add_share(struct buf *out, struct share s, size_t width)
{
	if (s.low.len > 0)
		buf_addf(&s.value, " (%.*s %.*s)", (int)s.low.len, s.low.p,
			(int)s.high.len, s.high.p);
	add_cell(out, buf_text(&s.value), width, false);
	share_free(&s);
}

static void
add_count(struct buf *out, uint64_t count, size_t width)
{
	struct buf digits = { 0 };

	buf_addf(&digits, "%llu", (unsigned long long)count);
	add_cell(out, buf_text(&digits), width, true);
	buf_free(&digits);
}

/* End a line; the blanks that fill its last column go. */
static void
end_line(struct buf *out)
{
	while (out->len > 0 && out->p[out->len - 1] == ' ')
		out->len--;
	buf_addc(out, '\n');
}

/* Wide enough for what stands at the left of the table. */
static size_t
name_width(const struct judged *j)
{
	size_t width = strlen("label\\guess"), i;

	for (i = 0; i < classes_count(j->classes); i++) {
		size_t w = shown_width(classes_name(j->classes, i));

		width = w > width ? w : width;
	}
	return width + GAP;
}

static void
add_classes(const struct judged *j, const struct prediction *p, size_t names,
	struct buf *out)
{
	size_t i;

	add_cell(out, text_of("class"), names, false);
	add_cell(out, text_of("precision"), SHARE_WIDTH + GAP, false);
	add_cell(out, text_of("recall"), SHARE_WIDTH + GAP, false);
	add_cell(out, text_of("F1"), SHARE_WIDTH, false);
	add_cell(out, text_of("posts"), COUNT_WIDTH, true);
	end_line(out);
	for (i = 0; i < p->table.n; i++) {
		add_cell(out, classes_name(j->classes, i), names, false);
		add_share(out, precision_of(p, i, TABLE_DECIMALS),
			SHARE_WIDTH + GAP);
		add_share(out, recall_of(p, i, TABLE_DECIMALS),
			SHARE_WIDTH + GAP);
		add_share(out, f1_of(p, i, TABLE_DECIMALS), SHARE_WIDTH);
		add_count(out, confusion_labels(&p->table, i), COUNT_WIDTH);
		end_line(out);
	}
	add_cell(out, text_of("macro-F1"), names + 2 * (SHARE_WIDTH + GAP),
		false);
	add_share(out, macro_of(p, TABLE_DECIMALS), 0);
	end_line(out);
	add_cell(out, text_of("accuracy"), names + 2 * (SHARE_WIDTH + GAP),
		false);
	add_share(out, accuracy_of(p, TABLE_DECIMALS), 0);
	end_line(out);
}

static void
add_confusion(const struct judged *j, const struct prediction *p, size_t names,
	struct buf *out)
{
	size_t n = places_shown(p), i, k;

	add_cell(out, text_of("label\\guess"), names, false);
	for (i = 0; i < n; i++) {
		buf_addc(out, ' ');
		add_cell(out, place_name(j, i), COUNT_WIDTH, true);
	}
	end_line(out);
	for (i = 0; i < n; i++) {
		add_cell(out, place_name(j, i), names, false);
		for (k = 0; k < n; k++) {
			size_t width = shown_width(place_name(j, k));

			buf_addc(out, ' ');
			add_count(out, confusion_count(&p->table, i, k),
				width > COUNT_WIDTH ? width : COUNT_WIDTH);
		}
		end_line(out);
	}
}

static void
add_difference(const struct prediction *p, struct buf *out)
{
	size_t i;

	buf_addc(out, '\n');
	for (i = 0; i < 2; i++) {
		buf_adds(out, "only ");
		tty_add(out, text_of(p[i].column));
		buf_addf(out, " is right: %llu\n",
			(unsigned long long)p[i].only_right);
	}
	buf_adds(out, "McNemar's test: p = ");
	add_p(out, p);
	buf_addc(out, '\n');
}

void
measures_write_table(const struct judged *j, struct buf *out)
{
	size_t names = name_width(j), i;

	for (i = 0; i < j->n; i++) {
		const struct prediction *p = &j->predictions[i];

		if (i > 0)
			buf_addc(out, '\n');
		tty_add(out, text_of(p->column));
		buf_addf(out, ": %llu posts, %llu left out\n\n",
			(unsigned long long)p->table.posts,
			(unsigned long long)j->left_out);
		add_classes(j, p, names, out);
		buf_addc(out, '\n');
		add_confusion(j, p, names, out);
	}
	if (j->n == 2)
		add_difference(j->predictions, out);
}
