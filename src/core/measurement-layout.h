/* What the rows and columns of a table of figures are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/measurement-columns.h"

G_BEGIN_DECLS

/* What a head, a title or a whole table says of its figures; 0, NULL and FALSE: nothing. */
typedef struct {
  int year;
  gint64 until;
  const AkkIndicator *indicator;
  const AkkMeasuredParty *party;
  gboolean region; /* the whole region, which is no party */
  const char *group;
} AkkMeasureFixed;

typedef enum {
  AKK_PLACE_IGNORED,
  AKK_PLACE_COLUMN, /* a column of the list */
  AKK_PLACE_VALUES, /* figures, of what its head says */
  AKK_PLACE_UNKNOWN, /* figures, but its head is nearly a name only */
} AkkPlaceKind;

typedef struct {
  AkkPlaceKind kind;
  AkkMeasureColumn column;
  AkkMeasureFixed fixed;
} AkkMeasurePlace;

/* Heads may be columns of the list, years, municipalities, indicators and target groups, two of
 * these in one head ("Leefloon 2024") or in two rows of heads, of which the upper one holds on to
 * the right. Titles above them say what holds for all. Columns without a head that is understood
 * are known by what they hold. */
typedef struct {
  GArray *places; /* AkkMeasurePlace, by column */
  guint head; /* the row of heads; G_MAXUINT: there is none */
  guint first; /* the first row of figures */
  AkkMeasureFixed title;
  GPtrArray *ignored; /* char *: heads that are not read */
} AkkMeasureLayout;

AkkMeasureLayout *akk_measure_layout_new (const GPtrArray *table,
                                          AkkMeasurementNames *names) G_GNUC_WARN_UNUSED_RESULT;
void akk_measure_layout_free (AkkMeasureLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkMeasureLayout, akk_measure_layout_free)

/* The column of the table that is that one of the list; -1: none. */
int akk_measure_layout_column (const AkkMeasureLayout *self, AkkMeasureColumn column);

G_END_DECLS
