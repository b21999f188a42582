/* The rows of the table of an indicator, and what its cells say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/indicator-scope.h"

G_BEGIN_DECLS

typedef struct {
  gint64 party_id; /* 0: the region */
  char *group; /* "": all target groups */
  char *label;
} AkkIndicatorRow;

/* The target groups that figures can be given for: those that have some, and those of the Pact. */
GPtrArray *akk_indicator_groups (AkkIndicatorScope *scope,
                                 const AkkIndicator *indicator) G_GNUC_WARN_UNUSED_RESULT;

/* A row for each municipality, for that target group, or else for each target group; the region
 * last. Elements AkkIndicatorRow. */
GPtrArray *akk_indicator_rows (AkkIndicatorScope *scope,
                               const AkkIndicator *indicator,
                               const char *target_group) G_GNUC_WARN_UNUSED_RESULT;
/* NULL equals nothing. */
gboolean akk_indicator_rows_equal (const GPtrArray *one, const GPtrArray *other);

/* What a cell says in full: "Berlare, 2025: 41 %, provisional". */
char *akk_indicator_row_words (AkkIndicatorScope *scope,
                               const AkkIndicator *indicator,
                               const AkkIndicatorRow *row,
                               int year,
                               const AkkFigure *figure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
