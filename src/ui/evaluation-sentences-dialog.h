/* The dialog that offers sentences of minutes and decisions for a narrative.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/evaluation-sentences.h"

G_BEGIN_DECLS

#define AKK_TYPE_EVALUATION_SENTENCES_DIALOG (akk_evaluation_sentences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkEvaluationSentencesDialog,
                      akk_evaluation_sentences_dialog,
                      AKK,
                      EVALUATION_SENTENCES_DIALOG,
                      AdwDialog)

/* Those of the subject `heading` first; the others come with a switch or by searching. */
AdwDialog *akk_evaluation_sentences_dialog_new (const AkkEvaluationFacts *facts,
                                                AkkPhrases *phrases,
                                                AkkEvaluationPartKind kind,
                                                gint64 priority_id);

/* Signal "insert" (AkkEvaluationSentencesDialog *, const char *text): the chosen ones, as
 * CommonMark. */

G_END_DECLS
