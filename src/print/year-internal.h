/* What the parts of the year calendar share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/body.h"
#include "core/meeting.h"
#include "print/sheet.h"

G_BEGIN_DECLS

typedef struct {
  AkkSheet sheet;
  int year;
  gint64 from, to; /* its first and last day */
  GPtrArray *bodies; /* AkkBody */
  GPtrArray *meetings; /* AkkMeeting that were held or are to be, in this year */
  GPtrArray *obligations; /* AkkObligation */
} AkkYearSheet;

/* --- year-strips.c --- */

/* A line per body: a disc on each day on which it meets. */
void akk_year_add_strips (AkkYearSheet *self);

/* --- year-months.c --- */

/* The twelve months in a table. */
void akk_year_add_months (AkkYearSheet *self);

G_END_DECLS
