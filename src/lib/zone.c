/*
 * zone.c - the time zones of clock.h, by name, from the system's tzdata.
 *
 * Its files are read here instead of through localtime(3), which knows one
 * zone at a time, the process's, and only by way of $TZ.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "clock.h"
#include "nearest.h"
#include "tzif.h"
#include "xalloc.h"

#define ZONE_DIR "/usr/share/zoneinfo"
#define ZONE_FILE_MAX (1u << 18) /* the largest of tzdata has 4 KiB */
#define NAME_SIZE 64             /* the longest name of tzdata has 32 bytes */

struct zone {
	struct tzif rules;
};

/* "-05:00", "+0530", "+05": a zone of one offset. */
static bool
fixed_offset(const char *name, int *offset)
{
	size_t len = strlen(name), i, digits = 0;
	int d[4] = { 0 };

	if ((name[0] != '+' && name[0] != '-') || len > 6)
		return false;
	for (i = 1; i < len; i++) {
		if (name[i] == ':' && i == 3 && len == 6)
			continue;
		if (name[i] < '0' || name[i] > '9' || digits == 4)
			return false;
		d[digits++] = name[i] - '0';
	}
	if (digits != 2 && digits != 4)
		return false;
	*offset = (d[0] * 10 + d[1]) * 3600 + (d[2] * 10 + d[3]) * 60;
	if (d[2] > 5 || *offset > 18 * 3600)
		return false;
	if (name[0] == '-')
		*offset = -*offset;
	return true;
}

/* A name that stays in the folder: letters, digits, _ + - /, never "..". */
static bool
is_zone_name(const char *name)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "abcdefghijklmnopqrstuvwxyz"
				      "0123456789_+-/";

	/* no dot at all: a name of tzdata has none */
	return *name != '\0' && *name != '/' &&
		name[strspn(name, allowed)] == '\0';
}

/* Open a file of the folder of zones; NULL if it is not there. */
static FILE *
open_data(const char *name)
{
	const char *dir = getenv("TZDIR");
	struct buf path = { 0 };
	FILE *f;

	buf_adds(&path, dir && *dir ? dir : ZONE_DIR);
	buf_addc(&path, '/');
	buf_adds(&path, name);
	f = fopen(buf_cstr(&path), "rb");
	buf_free(&path);
	return f;
}

static bool
load(struct tzif *rules, const char *name)
{
	unsigned char *data;
	size_t n;
	enum rc rc;
	FILE *f;

	if (!is_zone_name(name) || (f = open_data(name)) == NULL)
		return false;
	data = xmalloc(ZONE_FILE_MAX);
	n = fread(data, 1, ZONE_FILE_MAX, f);
	(void)fclose(f);
	rc = tzif_parse(rules, data, n);
	free(data);
	return rc == CLAMOR_OK;
}

/* Lower case, and blanks as tzdata writes them: for comparing only. */
static struct text
plain_name(char *out, size_t size, const char *name)
{
	size_t i;

	for (i = 0; i < size && name[i] != '\0'; i++) {
		out[i] = name[i];
		if (name[i] == ' ')
			out[i] = '_';
		else if (name[i] >= 'A' && name[i] <= 'Z')
			out[i] = (char)(name[i] + 32);
	}
	return (struct text){ out, i };
}

/* The name that a line of tzdata.zi gives: "Z name …", "L target name". */
static bool
read_zi_name(FILE *f, char name[NAME_SIZE])
{
	char line[256];

	while (fgets(line, sizeof(line), f) != NULL)
		if (sscanf(line, "Z %63s", name) == 1 ||
			sscanf(line, "L %*s %63s", name) == 1)
			return true;
	return false;
}

/* The nearest name of tzdata, by the whole or by the city alone, or "". */
static void
suggest(const char *wrong, char best[NAME_SIZE])
{
	FILE *f = open_data("tzdata.zi");
	char name[NAME_SIZE], plain[NAME_SIZE], wanted[NAME_SIZE];
	struct nearest n;
	const char *city;
	long at;

	best[0] = '\0';
	if (f == NULL)
		return;
	n = nearest_begin(plain_name(wanted, sizeof(wanted), wrong));
	for (at = 0; read_zi_name(f, name); at = ftell(f)) {
		nearest_try(
			&n, plain_name(plain, sizeof(plain), name), (size_t)at);
		city = strrchr(name, '/');
		if (city != NULL)
			nearest_try(&n,
				plain_name(plain, sizeof(plain), city + 1),
				(size_t)at);
	}
	at = (long)nearest_found(&n, (size_t)-1);
	if (at < 0 || fseek(f, at, SEEK_SET) != 0 || !read_zi_name(f, best))
		best[0] = '\0';
	(void)fclose(f);
}

enum rc
zone_open(struct zone **z, const char *name, struct err *err)
{
	struct zone *made = xcalloc(1, sizeof(*made));
	char best[NAME_SIZE];

	*z = NULL;
	if (strcmp(name, "UTC") == 0 ||
		fixed_offset(name, &made->rules.first) ||
		load(&made->rules, name)) {
		*z = made;
		return CLAMOR_OK;
	}
	zone_free(made);
	suggest(name, best);
	if (best[0] != '\0')
		return err_set(err, CLAMOR_ENOTFOUND,
			"unknown time zone '%s' (did you mean '%s'?)", name,
			best);
	return err_set(err, CLAMOR_ENOTFOUND,
		"unknown time zone '%s' (a name such as 'America/Lima', 'UTC' "
		"or '-05:00' is wanted)",
		name);
}

const struct zone *
zone_utc(void)
{
	static const struct zone utc;

	return &utc;
}

void
zone_free(struct zone *z)
{
	if (z == NULL)
		return;
	tzif_free(&z->rules);
	free(z);
}

int
zone_offset_at(const struct zone *z, int64_t utc)
{
	return tzif_offset_at(&z->rules, utc);
}
