/* The promises register: every commitment of an agreement with the actions that carry it out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action-rows.h"
#include "core/commitments.h"

G_BEGIN_DECLS

/* Beloftenregister. One commitment: its section, and the ids of the actions among those that were
 * asked for, by number of the row. `actions` has elements gint64. */
typedef struct {
  const AkkCommitment *commitment;
  char *heading; /* of its section */
  GArray *actions;
} AkkPromise;

typedef struct {
  GPtrArray *promises; /* AkkPromise, in the order of the text */
  guint n_without; /* promises that none of the actions carries out */
  GPtrArray *commitments; /* AkkCommitment: what they borrow from */
} AkkCoverage;

/* Of the actions at `indices` of `rows` (NULL: all of them). Reads the text of the agreement. */
AkkCoverage *akk_coverage_new (AkkActionRows *rows,
                               const GArray *indices) G_GNUC_WARN_UNUSED_RESULT;
void akk_coverage_free (AkkCoverage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkCoverage, akk_coverage_free)

G_END_DECLS
