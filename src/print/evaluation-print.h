/* The evaluation report on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/evaluation-facts.h"
#include "print/agreement-print.h"
#include "print/meeting-pdf.h"

G_BEGIN_DECLS

typedef enum {
  AKK_REPORT_WHOLE,
  AKK_REPORT_SUMMARY, /* two pages */
  AKK_REPORT_MUNICIPALITY, /* a page for `party_id`, or (0) for each */
  AKK_REPORT_DASHBOARD, /* the indicators that were chosen for it, without a report */
} AkkReportEdition;

/* A public one names no person. `stamp` NULL: a draft, and what is unwritten is visible. */
typedef struct {
  AkkReportEdition edition;
  gint64 party_id;
  gboolean is_public;
  const AkkStamp *stamp;
} AkkReportPrint;

/* That of a year, whether its report was begun or not, laid out in the language of the agreement as
 * of the day of the store (of the stamp, if there is one). Errors: AKK_PAPER_ERROR,
 * AKK_PHRASES_ERROR. */
AkkDocument *akk_report_document_new (AkkStore *store,
                                      AkkAgreement *agreement,
                                      int year,
                                      const AkkReportPrint *wanted,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same; that of an adopted report says so on each page, and is as of the day of its version. */
AkkDocument *akk_report_edition_new (AkkStore *store,
                                     AkkAgreement *agreement,
                                     int year,
                                     AkkReportPrint wanted,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* In the pages (pages.h), the headings of the parts are source lines from here on, in the order of
 * the report. */
#define AKK_REPORT_FIRST_PLACE 10000

G_END_DECLS
