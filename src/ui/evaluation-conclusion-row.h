/* The row of a conclusion: folded it says it, unfolded it is edited.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/evaluation.h"
#include "core/store.h"
#include "ui/state-glyph.h"

G_BEGIN_DECLS

/* Each change is an action of the store: a choice at once, words when they are left. */
#define AKK_TYPE_EVALUATION_CONCLUSION_ROW (akk_evaluation_conclusion_row_get_type ())
G_DECLARE_FINAL_TYPE (AkkEvaluationConclusionRow,
                      akk_evaluation_conclusion_row,
                      AKK,
                      EVALUATION_CONCLUSION_ROW,
                      AdwExpanderRow)

GtkWidget *
akk_evaluation_conclusion_row_new (AkkStore *store, AkkConclusion *conclusion, gint64 agreement_id);
/* The conclusion changed. */
void akk_evaluation_conclusion_row_update (AkkEvaluationConclusionRow *self);

/* The sign of what became of it. */
AkkGlyph akk_conclusion_glyph (const AkkConclusion *conclusion);

G_END_DECLS
