/* The page Evaluatie: the yearly report, its facts and its narratives.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"
#include "core/store.h"

G_BEGIN_DECLS

/* Property "narrow" (gboolean): there is room for one thing beside the other no longer. */
#define AKK_TYPE_EVALUATION_PAGE (akk_evaluation_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkEvaluationPage, akk_evaluation_page, AKK, EVALUATION_PAGE, AdwBin)

/* NULL and NULL empty the page. */
void akk_evaluation_page_set_agreement (AkkEvaluationPage *self,
                                        AkkStore *store,
                                        AkkAgreement *agreement);
/* Shows the report of a year; its part, where it is a record of one. */
void akk_evaluation_page_show_evaluation (AkkEvaluationPage *self, gint64 id);
void akk_evaluation_page_show_part (AkkEvaluationPage *self, gint64 id);

G_END_DECLS
