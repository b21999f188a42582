/* A large agreement with everything in it, for benchmarks; the same every time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"

G_BEGIN_DECLS

/* What is measured: "43" is the example with so many sections more in its second agreement
 * (parties, signatures, fields, commitments, and in the added sections tables with captions, notes,
 * references to pages; 43 make 60 pages, 477 make 600); "pact" is the Pact, "pact10" has its text
 * ten times. */

/* In a store in a folder of its own, without the dossier's file around it. */
typedef struct {
  char *folder;
  AkkStore *store;
  AkkAgreement *agreement;
} BenchAgreement;

void bench_agreement_init (BenchAgreement *self, const char *material);
void bench_agreement_clear (BenchAgreement *self);

/* The same as the file of a dossier in `folder`. Its path; `agreement` (out): its id. */
char *bench_agreement_save (const char *material, const char *folder, gint64 *agreement);

G_END_DECLS
