/* lexpath.c - a path, $CLAMOR_LEXICONS, the installed ones. */
#include "config.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "lexpath.h"

static bool
exists_in(struct buf *path, const char *folder, const char *name)
{
	if (folder == NULL || *folder == '\0')
		return false;
	buf_clear(path);
	buf_adds(path, folder);
	buf_addc(path, '/');
	buf_adds(path, name);
	buf_adds(path, ".csv");
	return access(buf_cstr(path), R_OK) == 0;
}

enum rc
lexpath_find(struct buf *path, const char *name, struct err *err)
{
	const char *own = getenv("CLAMOR_LEXICONS");
	size_t n = strlen(name);

	if (strchr(name, '/') != NULL ||
		(n > 4 && strcmp(name + n - 4, ".csv") == 0)) {
		buf_clear(path);
		buf_adds(path, name);
		(void)buf_cstr(path);
		return CLAMOR_OK;
	}
	if (exists_in(path, own, name) ||
		exists_in(path, CLAMOR_LEXICONS_DIR, name))
		return CLAMOR_OK;
	err_at(err, NULL, 0, 0);
	return err_set(err, CLAMOR_ENOTFOUND,
		"no lexicon '%s' in %s%s%s (a file needs its folder or .csv: "
		"./%s)",
		name, own ? own : "", own ? " or " : "", CLAMOR_LEXICONS_DIR,
		name);
}
