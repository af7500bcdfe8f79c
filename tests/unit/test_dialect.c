/* test_dialect.c - encodings and separators from the first bytes. */
#include "config.h"

#include <criterion/criterion.h>

#include "dialect.h"

#define BYTES(s) { s, sizeof(s) - 1 }

Test(dialect, separators)
{
	static const struct {
		const char *why, *in;
		char want;
	} rows[] = {
		{ "one column", "texto\nhola, qué tal; bien\n", ',' },
		{ "nothing", "", ',' },
		{ "comma", "a,b\n1;2,3\n", ',' },
		{ "semicolon, commas in the text",
			"a;b;c\nuno, dos, tres;4;5\nuno;2;3\n", ';' },
		{ "semicolon, decimal commas", "a;b\n1,5;2,5\n3,5;4,5\n", ';' },
		{ "tab", "a\tb\nuno, dos\t3\n", '\t' },
		{ "bar", "a|b\nuno, dos|3\n", '|' },
		{ "quoted separators",
			"a,b\n\"x;y;z\n;\",1\n\"p;q\",2\n", ',' },
		{ "a header alone", "id;texto;fecha", ';' },
		{ "a comma in one of the names",
			"Fecha; Hora, lugar;Texto\n1;2;3\n4;5;6\n", ';' },
		{ "Excel's hint", "sep=|\na;b;c|d\n", '|' },
		{ "CR alone", "a;b\r1;2\r3;4\r", ';' },
	};
	struct dialect d;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		dialect_sniff(&d, text_of(rows[i].in), true);
		cr_expect_eq(d.delimiter, rows[i].want, "%s", rows[i].why);
	}
}

Test(dialect, encodings)
{
	static const struct {
		const char *why;
		struct text in;
		const char *want; /* NULL: UTF-8 */
		bool ascii;
	} rows[] = {
		{ "ASCII", BYTES("a,b\n"), NULL, true },
		{ "UTF-8", BYTES("a,\xc3\xb1\n"), NULL, false },
		{ "UTF-8 with a BOM, whatever follows",
			BYTES("\xef\xbb\xbf" "a,\xf1\n"), NULL, false },
		{ "Windows-1252", BYTES("a,\xf1o \xbfQu\xe9?\n"),
			"WINDOWS-1252", false },
		{ "UTF-8 with a damaged character",
			BYTES("\xc3\xa9 \xf0\x9f\x98 \xc3\xb1"), NULL, false },
		{ "UTF-16LE", BYTES("\xff\xfe" "a\0;\0b\0\n\0"), "UTF-16LE",
			false },
		{ "UTF-16BE", BYTES("\xfe\xff\0a\0;\0b\0\n"), "UTF-16BE",
			false },
	};
	struct dialect d;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		dialect_sniff(&d, rows[i].in, true);
		if (rows[i].want == NULL)
			cr_expect_null(d.encoding, "%s", rows[i].why);
		else
			cr_expect_str_eq(d.encoding, rows[i].want, "%s",
				rows[i].why);
		cr_expect_eq(d.ascii, rows[i].ascii, "%s", rows[i].why);
	}
	cr_expect_eq(d.delimiter, ';', "read through UTF-16");
}

Test(dialect, a_character_cut_by_the_window_is_no_damage)
{
	struct dialect d;

	dialect_sniff(&d, text_of("a,b\nx,\xf0\x9f\x98"), false);
	cr_expect_null(d.encoding);
	dialect_sniff(&d, text_of("a,b\nx,\xf0\x9f\x98"), true);
	cr_expect_str_eq(d.encoding, "WINDOWS-1252");
}

Test(dialect, the_hint_is_measured_in_bytes)
{
	static const struct {
		struct text in;
		size_t want;
	} rows[] = {
		{ BYTES("sep=;\na;b"), 6 },
		{ BYTES("SEP=;\r\na;b"), 7 },
		{ BYTES("\xef\xbb\xbfsep=,\r\na,b"), 10 },
		{ BYTES("\xff\xfes\0e\0p\0=\0;\0\r\0\n\0"), 16 },
		{ BYTES("sep=;a;b\n"), 0 },
		{ BYTES("sep=\n1\n"), 0 },
		{ BYTES("sep="), 0 },
		{ BYTES("sep=;"), 0 },
	};
	struct dialect d;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		dialect_sniff(&d, rows[i].in, true);
		cr_expect_eq(d.skip, rows[i].want, "row %zu", i);
	}
}

Test(dialect, preambles)
{
	static const struct {
		const char *why;
		struct text in;
		size_t skip, lines;
		char delimiter;
	} rows[] = {
		{ "none", BYTES("id,texto,fecha\n1,hola,2026-11-21\n"), 0, 0,
			',' },
		{ "two lines and a blank one",
			BYTES("Informe:,Telbrisa\nDesde:,2026-11-01\n\n"
				"id,texto,fecha,autor\n1,hola,2026-11-21,a\n"
				"2,adiós,2026-11-21,b\n"), 37, 3, ',' },
		{ "a title without separators",
			BYTES("Menciones de la semana\nid;texto;fecha\n"
				"1;hola, ¿qué tal?;2026-11-21\n"), 23, 1,
			';' },
		{ "padded to the width of the sheet",
			BYTES("Informe,Telbrisa,,\r\n,,,\r\n"
				"id,texto,fecha,autor\r\n"
				"1,hola,2026-11-21,ana\r\n"), 25, 2, ',' },
		{ "UTF-16",
			BYTES("\xff\xfe" "X\0\n\0a\0;\0b\0;\0c\0\n\0"
				"1\0;\0x\0;\0y\0\n\0"), 6, 1, ';' },
		{ "a BOM", BYTES("\xef\xbb\xbfInforme\na,b,c\n1,2,3\n"), 11,
			1, ',' },
		{ "a header too short for its records is no preamble",
			BYTES("id,texto\n1,hola,2026-11-21\n"
				"2,adiós,2026-11-21\n"), 0, 0, ',' },
		{ "nor is a header whose first column has no name",
			BYTES(",text,date\nuno,dos,tres\ncuatro,seis,siete\n"),
			0, 0, ',' },
		{ "records of values have no header among them",
			BYTES("Informe\n1,hola,2026-11-21\n"
				"2,adiós,2026-11-21\n"), 0, 0, ',' },
		{ "nothing", BYTES(""), 0, 0, ',' },
		{ "line ends alone", BYTES("\n\n\n"), 0, 0, ',' },
	};
	struct dialect d;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		dialect_sniff(&d, rows[i].in, true);
		cr_expect_eq(d.skip, rows[i].skip, "%s: %zu", rows[i].why,
			d.skip);
		cr_expect_eq(d.lines, rows[i].lines, "%s: %zu", rows[i].why,
			d.lines);
		cr_expect_eq(d.delimiter, rows[i].delimiter, "%s",
			rows[i].why);
	}
}
