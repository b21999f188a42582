/* The agreements that follow each other, with the years between them: the line of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"

G_BEGIN_DECLS

/* An agreement, or (NULL) the time between two in which there was none. A day that is not known is
 * AKK_NO_DATE; a gap has both. */
typedef struct {
  AkkAgreement *agreement; /* owned */
  gint64 from, to;
} AkkLineageStep;

/* The predecessors of an agreement, itself and what succeeds it, the oldest first; addenda are not
 * in it. Of several successors the one that begins first. Elements: AkkLineageStep. */
GPtrArray *akk_lineage_new (AkkStore *store, AkkAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;

/* "2021–2025", "2019", "2024–" of one without an end; "" without a start. */
char *akk_lineage_years (const AkkLineageStep *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
