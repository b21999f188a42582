/* What the parts of the handover sheet share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/handover.h"
#include "print/handover-print.h"
#include "print/sheet.h"

G_BEGIN_DECLS

#define AKK_HANDOVER_BREAK "\342\200\250" /* U+2028: a new line in a cell */

typedef struct {
  AkkSheet sheet;
  const AkkHandover *facts;
} AkkHandoverSheet;

/* --- handover-print.c --- */

/* The heading of a part. */
void akk_handover_heading (AkkHandoverSheet *self, const char *text);
/* A sentence in place of what there is nothing of, by its key. */
void akk_handover_nothing (AkkHandoverSheet *self, const char *key);
/* Below a table that shows `n_shown` of them: how many more there are, and where; `one` and `many`
 * are keys. Nothing when it shows all. */
void akk_handover_more (
    AkkHandoverSheet *self, guint n_all, guint n_shown, const char *one, const char *many);

/* --- The parts, each in the order of the sheet --- */

/* handover-dates.c */
void akk_handover_add_places (AkkHandoverSheet *self);
void akk_handover_add_dates (AkkHandoverSheet *self);
/* handover-work.c */
void akk_handover_add_actions (AkkHandoverSheet *self);
void akk_handover_add_promises (AkkHandoverSheet *self);
void akk_handover_add_decisions (AkkHandoverSheet *self);
void akk_handover_add_signals (AkkHandoverSheet *self);
void akk_handover_add_parked (AkkHandoverSheet *self);
void akk_handover_add_notes (AkkHandoverSheet *self);
/* handover-people.c */
void akk_handover_add_people (AkkHandoverSheet *self);

G_END_DECLS
