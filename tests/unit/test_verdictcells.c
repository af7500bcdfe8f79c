/* test_verdictcells.c - the cells of a verdict. */
#include "config.h"

#include <criterion/criterion.h>

#include "lexfile.h"
#include "verdictcells.h"
#include "waits.h"

static struct codes *codes;
static struct buf got, want;

static void
begin(void)
{
	codes = codes_of("code,area,stage\n"
			 "cobro,\"finanzas, caja\",pago\n"
			 "a_1,\"dijo \"\"no\"\"\",\n"
			 "x,=1,@b\n");
}

static void
end(void)
{
	codes_free(codes);
	buf_free(&got);
	buf_free(&want);
}

TestSuite(verdictcells, .init = begin, .fini = end);

/* What is to be written, cell by cell. */
static void
write_cells(struct csvout *o, const struct verdict *v)
{
	csvout_str(o, kind_name(v->kind));
	csvout_str(o, polarity_name(v->polarity));
	csvout_milli(o, v->score);
	csvout_text(o, codes_name(codes, v->code));
	csvout_text(o, v->codes);
	csvout_text(o, codes_area(codes, v->code));
	csvout_text(o, codes_stage(codes, v->code));
	csvout_str(o, intent_name(v->intent));
	csvout_int(o, v->severity);
	if (v->wait_minutes == WAITS_NONE)
		csvout_str(o, "");
	else
		csvout_int(o, v->wait_minutes);
	csvout_text(o, v->marks);
	csvout_text(o, v->evidence);
}

/* All words that a verdict can have, each once at least. */
static struct verdict
verdict_of(unsigned i)
{
	static const struct {
		const char *codes, *marks, *evidence;
	} rows[] = {
		{ "", "", "" },
		{ "cobro", "regalo", "mal@0:3=-3" },
		{ "cobro;x", "regalo;resuelto", "a, b@0:4=1;c@5:6=0" },
		{ "a_1", "", "dijo \"no\"@3:12=-1.5" },
		{ "x;a_1;cobro", "", "=1@0:2=0" },
	};
	unsigned row = i % (sizeof(rows) / sizeof(rows[0]));
	struct verdict v = { .kind = i % KINDS,
		.polarity = i / KINDS % POLARITIES,
		.score = (int32_t)(i * 37 % 2001) - 1000,
		.intent = i % INTENTS,
		.severity = (int)(i / INTENTS % (SEVERITY_MAX + 1)),
		.wait_minutes = i % 3 == 0 ? WAITS_NONE : (int64_t)i * 60,
		.codes = text_of(rows[row].codes),
		.marks = text_of(rows[row].marks),
		.evidence = text_of(rows[row].evidence) };

	v.code = codes_find(
		codes, (struct text){ v.codes.p, strcspn(v.codes.p, ";") });
	return v;
}

static void
expect_same(const struct csvout *how)
{
	struct verdictcells *c = verdictcells_new(codes, how);
	struct csvout o = *how, put = *how;
	unsigned i;

	o.buf = &want;
	put.buf = &got;
	o.begun = put.begun = true;
	for (i = 0; i < 1000; i++) {
		struct verdict v = verdict_of(i);

		buf_clear(&got);
		buf_clear(&want);
		o.started = put.started = false;
		verdictcells_put(c, &v, &put);
		write_cells(&o, &v);
		cr_assert_str_eq(buf_cstr(&got), buf_cstr(&want), "%u", i);
	}
	verdictcells_free(c);
}

Test(verdictcells, as_if_written_cell_by_cell)
{
	expect_same(&(struct csvout){ 0 });
	expect_same(&(struct csvout){ .delimiter = ';' });
	verdictcells_free(NULL);
}

Test(verdictcells, for_a_spreadsheet)
{
	expect_same(&(struct csvout){ .delimiter = ';', .excel = true });
}

Test(verdictcells, a_row)
{
	struct verdictcells *c = verdictcells_new(codes, &(struct csvout){ 0 });
	const struct verdict v = { .kind = KIND_COMPLAINT,
		.polarity = POLARITY_NEG,
		.score = -429,
		.code = codes_find(codes, text_of("cobro")),
		.codes = TEXT("cobro"),
		.severity = 1,
		.wait_minutes = 90,
		.evidence = TEXT("mal@0:3=-3") };
	struct csvout o = { .buf = &got };

	verdictcells_put(c, &v, &o);
	cr_expect_str_eq(buf_cstr(&got),
		"complaint,neg,-0.429,cobro,cobro,\"finanzas, caja\",pago,,1,90,"
		",mal@0:3=-3");
	verdictcells_free(c);
}
