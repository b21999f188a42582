/* The inside of the figures.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/figures.h"

G_BEGIN_DECLS

/* A measurement in brief. `group` counts from 1 in the names of its series; 0: all. `source`
 * likewise; 0: that of the indicator. */
typedef struct {
  gint64 id, party_id, value, until, received_on;
  int year;
  guint16 group, source;
  guint8 state, provisional;
} AkkFigureRow;

typedef struct {
  int year;
  guint16 group; /* as of AkkFigureRow */
  gint64 party_id, value, upper;
} AkkTargetRow;

/* What is known of one indicator. */
typedef struct {
  GArray *rows; /* AkkFigureRow, by year, party and group */
  GArray *targets; /* AkkTargetRow, by party, group and year */
  GPtrArray *groups, *sources; /* char *: names in the order in which they were met */
} AkkSeries;

struct _AkkFigures {
  GObject parent_instance;
  AkkStore *store;
  gint64 agreement_id;
  GPtrArray *indicators; /* AkkIndicator */
  GPtrArray *municipalities; /* AkkParty */
  GPtrArray *pact_groups; /* char * */
  GHashTable *series; /* id of an indicator -> AkkSeries */
  GHashTable *shown_groups; /* id of an indicator -> GPtrArray of char * */
};

/* Read now if it was not yet. Borrowed until the next change. */
AkkSeries *akk_figures_series (AkkFigures *self, gint64 indicator_id);
/* The number of a target group in the rows of the series; 0: all of them, G_MAXUINT16: it has
 * none. */
guint16 akk_series_group (const AkkSeries *self, const char *target_group);
/* NULL: there is no such measurement. */
const AkkFigureRow *
akk_series_find (const AkkSeries *self, int year, gint64 party_id, const char *target_group);

/* By how many people a figure is weighed: the newest value up to `year` of the indicator that
 * weighs this one; 0: not known. */
gint64
akk_figures_weight (AkkFigures *self, const AkkIndicator *indicator, int year, gint64 party_id);

G_END_DECLS
