/* profiles.c - a folder of profiles, and the choice among them. */
#include "config.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#include "nearest.h"
#include "profiles.h"
#include "xalloc.h"

static bool
has_name(const char *const *names, size_t n, const char *name)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* Add names that are not there yet. */
static const char *const *
add_names(const char *const *names, size_t *n, size_t *cap, char **more,
	size_t nmore)
{
	const char **list = (const char **)(uintptr_t)names;
	size_t i;

	for (i = 0; i < nmore; i++) {
		if (has_name(list, *n, more[i]))
			continue;
		list = xgrow(list, *n, cap, sizeof(*list));
		list[(*n)++] = more[i];
	}
	return list;
}

static bool
has_join(const struct json_shape *s, const struct profile_join *j)
{
	size_t i;

	for (i = 0; i < s->njoins; i++)
		if (strcmp(s->joins[i].key, j->key) == 0 &&
			strcmp(s->joins[i].list, j->list) == 0 &&
			strcmp(s->joins[i].id, j->id) == 0)
			return true;
	return false;
}

/* Posts are read before it is known which profile they fit. */
static void
add_shape(struct profiles *p, const struct profile *one)
{
	struct json_shape *s = &p->shape;
	struct json_join *joins = (struct json_join *)(uintptr_t)s->joins;
	struct json_stub *stubs = (struct json_stub *)(uintptr_t)s->stubs;
	size_t i;

	s->nested = add_names(s->nested, &s->nnested, &p->cap_nested,
		one->nested, one->nnested);
	s->typed = add_names(
		s->typed, &s->ntyped, &p->cap_typed, one->typed, one->ntyped);
	for (i = 0; i < one->njoins; i++) {
		const struct profile_join *j = &one->joins[i];

		if (has_join(s, j))
			continue;
		s->joins = joins =
			xgrow(joins, s->njoins, &p->cap_joins, sizeof(*joins));
		joins[s->njoins++] =
			(struct json_join){ j->key, j->list, j->id };
	}
	for (i = 0; i < one->nstubs; i++) {
		s->stubs = stubs =
			xgrow(stubs, s->nstubs, &p->cap_stubs, sizeof(*stubs));
		stubs[s->nstubs++] =
			(struct json_stub){ text_of(one->stubs[i].path),
				text_of(one->stubs[i].value) };
	}
}

static enum rc
add(struct profiles *p, const char *path, bool own, struct err *err)
{
	struct profile *made;
	enum rc rc = profile_load(&made, path, err);

	if (rc != CLAMOR_OK)
		return rc;
	made->own = own;
	p->list = xgrow(p->list, p->n, &p->cap, sizeof(*p->list));
	p->list[p->n++] = made;
	add_shape(p, made);
	return CLAMOR_OK;
}

enum rc
profiles_add(struct profiles *p, const char *path, struct err *err)
{
	return add(p, path, true, err);
}

static int
is_profile(const struct dirent *d)
{
	size_t n = strlen(d->d_name);

	return n > 4 && *d->d_name != '.' &&
		strcmp(d->d_name + n - 4, ".txt") == 0;
}

/* By bytes: alphasort asks the locale. */
static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

enum rc
profiles_load(struct profiles *p, const char *folder, struct err *err)
{
	struct buf path = { 0 };
	struct dirent **files;
	enum rc rc = CLAMOR_OK;
	int n = scandir(folder, &files, is_profile, by_name), i;

	if (n < 0) {
		err_at(err, folder, 0, 0);
		return err_set(err,
			errno == ENOENT ? CLAMOR_ENOTFOUND : CLAMOR_EIO, "%s",
			strerror(errno));
	}
	for (i = 0; i < n; i++) {
		if (rc == CLAMOR_OK && i < PROFILES_MAX) {
			buf_clear(&path);
			buf_addf(&path, "%s/%s", folder, files[i]->d_name);
			rc = add(p, buf_cstr(&path), false, err);
		}
		free(files[i]);
	}
	free(files);
	buf_free(&path);
	return rc;
}

void
profiles_free(struct profiles *p)
{
	size_t i;

	for (i = 0; i < p->n; i++)
		profile_free(p->list[i]);
	free(p->list);
	free((void *)(uintptr_t)p->shape.nested);
	free((void *)(uintptr_t)p->shape.typed);
	free((void *)(uintptr_t)p->shape.joins);
	free((void *)(uintptr_t)p->shape.stubs);
	*p = (struct profiles){ 0 };
}

enum rc
profiles_find(const struct profiles *p, const char *name,
	const struct profile **found, struct err *err)
{
	struct nearest near = nearest_begin(text_of(name));
	size_t i, best;

	for (i = p->n; i-- > 0;) { /* the user's own are the last */
		*found = p->list[i];
		if (strcmp((*found)->name, name) == 0)
			return CLAMOR_OK;
		nearest_try(&near, text_of((*found)->name), i);
	}
	*found = NULL;
	best = nearest_found(&near, p->n);
	if (best == p->n)
		return err_set(err, CLAMOR_ENOTFOUND,
			"unknown profile '%s' (--list names them)", name);
	return err_set(err, CLAMOR_ENOTFOUND,
		"unknown profile '%s' (did you mean '%s'?)", name,
		p->list[best]->name);
}

/* How well a profile fits: the columns of its best sign; 0: not at all. */
static size_t
fit(const struct profile *p, const struct names *names, const char **sign)
{
	size_t best = 0, i, k;

	*sign = NULL;
	if (p->nsigns == 0 && p->own)
		return 1;
	for (i = 0; i < p->nsigns; i++) {
		const struct profile_sign *s = &p->signs[i];

		for (k = 0; k < s->n; k++)
			if (names_first(names, s->names[k]) == COLUMN_NONE)
				break;
		if (k < s->n || s->n <= best)
			continue;
		best = s->n;
		*sign = s->text;
	}
	return best;
}

enum rc
profiles_choose(const struct profiles *p, const struct names *names,
	const struct profile **found, const char **sign, struct err *err)
{
	const struct profile *rival = NULL;
	size_t best = 0, i;

	*found = NULL;
	*sign = NULL;
	for (i = p->n; i-- > 0;) { /* the user's own are the last */
		const struct profile *one = p->list[i];
		const char *its_sign;
		size_t fits = fit(one, names, &its_sign);

		if (fits == 0 || (*found != NULL && (*found)->own && !one->own))
			continue;
		if (fits < best)
			continue;
		rival = fits == best ? one : NULL;
		if (rival != NULL)
			continue;
		best = fits;
		*found = one;
		*sign = its_sign;
	}
	if (rival == NULL)
		return CLAMOR_OK;
	return err_set(err, CLAMOR_EINVAL,
		"skipped: it may be '%s' or '%s'; say which: --profile %s or "
		"--profile %s",
		rival->name, (*found)->name, rival->name, (*found)->name);
}
