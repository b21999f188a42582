/* A large agreement with everything in it, for benchmarks; the same every time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"

G_BEGIN_DECLS

/* A store in a folder of its own with the example and `n_sections` sections more in its second
 * agreement: parties, signatures, fields, commitments, and in the added sections tables with
 * captions, notes, references to pages. Without the dossier's file around it. */
typedef struct {
  char *folder;
  AkkStore *store;
  AkkAgreement *agreement;
} BenchAgreement;

void bench_agreement_init (BenchAgreement *self, guint n_sections);
void bench_agreement_clear (BenchAgreement *self);

G_END_DECLS
