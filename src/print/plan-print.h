/* Action plans on paper: the overview, one priority, one partner, the matrix of the Pact.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action-filter.h"
#include "print/meeting-pdf.h"

G_BEGIN_DECLS

typedef enum {
  AKK_PLAN_OVERVIEW, /* landscape: all that passes, by priority */
  AKK_PLAN_PRIORITY, /* each with all that is known of its actions */
  AKK_PLAN_PARTNER, /* the party of the filter, or each: what it leads, owns and contributes to */
  AKK_PLAN_MATRIX, /* landscape: domains × target groups */
} AkkPlanPaper;

/* A public one names no person and tells nothing internal (core/plan-report.h). */
typedef struct {
  AkkPlanPaper paper;
  gboolean is_public;
  const AkkActionFilter *filter;
  AkkActionSort sort;
  gboolean descending;
} AkkPlanPrint;

/* Laid out in the language of the agreement, dated by the day of the store. Errors:
 * AKK_PAPER_ERROR, AKK_PHRASES_ERROR. */
AkkDocument *akk_plan_document_new (AkkActionRows *rows,
                                    AkkAgreement *agreement,
                                    const AkkPlanPrint *wanted,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
