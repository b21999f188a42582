/* A dossier with many actions for benchmarks; the same every time but for the day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/store.h"

G_BEGIN_DECLS

typedef struct {
  char *folder; /* of the dossier, thrown away with it */
  AkkStore *store;
  AkkAgreement *agreement;
  gint64 last; /* the id of the action that was made last */
} BenchActions;

/* In the last one, and in no other. */
#define BENCH_RARE_WORD "zonnepanelen"

/* Three priorities, ten parties, two plans of two years that both hold this year, and `n` actions
 * with a contribution each. Not yet in the index of words, as after an import. */
void bench_actions_init (BenchActions *self, guint n);
void bench_actions_clear (BenchActions *self);

G_END_DECLS
