/* The marks of a year in which those that would lie on each other are one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/state-glyph.h"

G_BEGIN_DECLS

/* `id` is 0 for what is only proposed. */
typedef struct {
  gint64 id, date;
  AkkGlyph glyph;
  const char *state; /* in words, translated: "held" */
} AkkYearMark;

/* Marks that one button shows. */
typedef struct {
  guint first, n; /* of the marks */
  gboolean roomy; /* there is room for a number */
} AkkYearRun;

/* `marks`: elements AkkYearMark, by date. Elements AkkYearRun. */
GArray *akk_year_runs_new (const GArray *marks) G_GNUC_WARN_UNUSED_RESULT;
/* How many runs show the same as before: at the start, and of the others at the end. */
void akk_year_runs_compare (const GArray *old_runs,
                            const GArray *old_marks,
                            const GArray *runs,
                            const GArray *marks,
                            guint *at_start,
                            guint *at_end);

G_END_DECLS
