/* fit.c - the door to liblinear. */
#include "config.h"

#include <linear.h>
#include <stdlib.h>

#include "fit.h"
#include "xalloc.h"

#define PRECISE 0.001 /* when the solver stops; its default is 0.01 */

struct example {
	size_t first; /* of nodes */
	unsigned fold;
	bool positive;
};

struct fit {
	size_t features;
	struct feature_node *nodes; /* each example's, -1 behind them */
	size_t nnodes, nodes_cap;
	struct example *v;
	size_t n, cap;
};

struct fit *
fit_new(size_t features)
{
	struct fit *f = xcalloc(1, sizeof(*f));

	f->features = features;
	return f;
}

void
fit_free(struct fit *f)
{
	if (f == NULL)
		return;
	free(f->nodes);
	free(f->v);
	free(f);
}

static void
add_node(struct fit *f, int index, double value)
{
	f->nodes = xgrow(f->nodes, f->nnodes, &f->nodes_cap, sizeof(*f->nodes));
	f->nodes[f->nnodes++] = (struct feature_node){ index, value };
}

void
fit_add(struct fit *f, const struct fit_value *v, size_t n, bool positive,
	unsigned fold)
{
	size_t i;

	f->v = xgrow(f->v, f->n, &f->cap, sizeof(*f->v));
	f->v[f->n++] = (struct example){ f->nnodes, fold, positive };
	for (i = 0; i < n; i++)
		add_node(f, (int)v[i].feature + 1, v[i].value);
	add_node(f, -1, 0);
}

static void
say_nothing(const char *s)
{
	(void)s;
}

enum rc
fit_solve(const struct fit *f, double cost, unsigned without, double *weights)
{
	struct parameter how = {
		.solver_type = L2R_LR, .C = cost, .eps = PRECISE
	};
	struct problem what = { .n = (int)f->features, .bias = -1 };
	size_t i, positive = 0;
	struct model *model;
	double sign;

	what.x = xcalloc(f->n, sizeof(*what.x));
	what.y = xcalloc(f->n, sizeof(*what.y));
	for (i = 0; i < f->n; i++) {
		if (f->v[i].fold == without)
			continue;
		what.x[what.l] = &f->nodes[f->v[i].first];
		what.y[what.l++] = f->v[i].positive ? 1 : -1;
		positive += f->v[i].positive;
	}
	if (positive > 0 && positive < (size_t)what.l) {
		set_print_string_function(say_nothing);
		model = train(&what, &how);
		/* its weights speak for the kind that it met first */
		sign = model->label[0] == 1 ? 1 : -1;
		for (i = 0; i < f->features; i++)
			weights[i] = sign * model->w[i];
		free_and_destroy_model(&model);
	}
	free(what.x);
	free(what.y);
	return positive > 0 && positive < (size_t)what.l ? CLAMOR_OK
							 : CLAMOR_EINVAL;
}
