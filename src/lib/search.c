/* search.c - brands, gates, anchors and the sieve of a lexicon. */
#include "config.h"

#include <stdlib.h>

#include "search.h"
#include "xalloc.h"

static bool *
find_brands(const struct forms *f, const struct entry *entries)
{
	bool *is_brand = xcalloc(vocab_size(f->vocab) + 1, sizeof(*is_brand));
	size_t i;

	for (i = 0; i < f->n; i++)
		if (entries[f->v[i].entry].role == ROLE_BRAND)
			is_brand[forms_single_word(f, i)] = true;
	is_brand[0] = false;
	return is_brand;
}

static struct gates *
make_gates(const struct forms *f)
{
	struct gates *gates = gates_new();
	size_t i, k;

	for (i = 0; i < f->n; i++) {
		const struct gate *gate;

		if (!f->v[i].is_regex)
			continue;
		gate = regex_gate(forms_expression(f, &f->v[i])->regex);
		gates_add(gates, gate);
		for (k = 0; k < gate->n && gate->at_word; k++)
			vocab_expect(f->vocab, gate_literal(gate, k));
	}
	return gates;
}

void
search_make(struct search *s, const struct forms *forms,
	const struct entry *entries)
{
	s->is_brand = find_brands(forms, entries);
	s->gates = make_gates(forms);
	s->anchors = anchors_new(forms, s->is_brand, s->gates);
	s->sieve = sieve_new(s->anchors, s->gates);
}

void
search_free(struct search *s)
{
	sieve_free(s->sieve);
	anchors_free(s->anchors);
	gates_free(s->gates);
	free(s->is_brand);
	*s = (struct search){ 0 };
}
