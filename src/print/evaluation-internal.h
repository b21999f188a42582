/* What the parts of a printed evaluation report share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/discretion.h"
#include "core/evaluations.h"
#include "print/chart-figures.h"
#include "print/evaluation-print.h"
#include "print/sheet.h"

G_BEGIN_DECLS

/* A part as the contents list it; `number` "" for one without. */
typedef struct {
  char *number, *title;
  gint64 place; /* what a link to it is called by; and the source line of its heading */
} AkkReportEntry;

/* A page number in the contents: filled in when all is laid out. */
typedef struct {
  guint piece, link;
} AkkReportPromise;

typedef struct {
  AkkSheet sheet;
  const AkkReportPrint *wanted; /* borrowed, as all below */
  AkkEvaluationFacts *facts;
  AkkEvaluation *evaluation; /* in no store while it was not begun */
  GPtrArray *parts; /* AkkEvaluationPart */
  GPtrArray *conclusions; /* AkkConclusion */
  AkkDiscretion *discretion; /* NULL: not public */
  GArray *entries; /* AkkReportEntry: of this layout */
  const GArray *known; /* those of the layout before; NULL: there are no contents */
  GArray *promises; /* AkkReportPromise: of each of these */
  /* Of editions that have so many pages: how brief each is. 0: all is said; the more, the less. */
  GArray *brevities; /* guint; NULL: not of such an edition */
  GArray *starts; /* guint: the row that each of those pages begins with */
  guint brevity; /* of the page in the making */
  GHashTable
      *charts; /* those of layouts before, which are the same: "indicator party" → AkkChart */
} AkkReport;

#define AKK_REPORT_MOST_BREVITY 5
/* Two charts stand beside each other. */
#define AKK_REPORT_HALF 208.0
#define AKK_REPORT_SECOND (AKK_PAGE_RIGHT - AKK_REPORT_HALF)

/* --- evaluation-print.c --- */

const char *akk_report_phrase (AkkReport *self, const char *key);
/* As the edition may say it: a public one names nobody. */
char *akk_report_shown (AkkReport *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The same, cut to fit where brevity asks for it. */
char *akk_report_brief (AkkReport *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Borrowed. */
AkkEvaluationPart *
akk_report_part (AkkReport *self, AkkEvaluationPartKind kind, gint64 priority_id);
/* Whether a part leaves a fact out: "indicator-4711". `id` 0: the key is whole. */
gboolean akk_report_hides (const AkkEvaluationPart *part, const char *key, gint64 id);
AkkIndicatorFact *akk_report_fact (AkkReport *self, const AkkIndicator *indicator);

/* --- evaluation-words.c --- */

/* A part begins: its heading, its header, its place in the contents. */
void akk_report_begin_part (AkkReport *self, const char *number, const char *title);
/* A page of an edition of so many pages begins, and ends: what is too much for it is set closer. */
void akk_report_begin_page (AkkReport *self);
void akk_report_end_page (AkkReport *self);
/* The rows from `first` on take less space between them, if that is what keeps them from fitting a
 * page. */
void akk_report_fit (AkkReport *self, guint first);
/* Its name, with what its values are where these do not say so. `bare`: they say nothing. */
char *akk_report_name (AkkReport *self,
                       const AkkIndicator *indicator,
                       gboolean bare) G_GNUC_WARN_UNUSED_RESULT;
/* A heading within a part; `beside` at its right end, "" for nothing. */
void akk_report_heading (AkkReport *self, const char *title, const char *beside, double before);
/* Its narrative up to where facts come between; what is unwritten shows in a draft. */
void akk_report_narrative (AkkReport *self, const AkkEvaluationPart *part);
/* What follows after the facts. */
void akk_report_afterword (AkkReport *self, const AkkEvaluationPart *part);
void akk_report_lead (AkkReport *self, const AkkEvaluationPart *part);
/* Numbered paragraphs; elements char *. */
void akk_report_list (AkkReport *self, const GPtrArray *texts, double x);
/* A tinted block that is never divided. */
void akk_report_box (AkkReport *self, const char *label, const char *text);
/* A quiet line where there is nothing to tell. */
void akk_report_nothing (AkkReport *self, const char *key);

/* --- evaluation-charts.c --- */

/* "Bron: VDAB Arvastat, ontvangen op 3 februari 2025." */
char *akk_report_source (AkkReport *self, const AkkIndicatorFact *fact) G_GNUC_WARN_UNUSED_RESULT;
/* A chart over the full width, with its heading beside its key; takes it over. `source` "": none.
 */
void akk_report_chart (AkkReport *self, const char *title, AkkChart *chart, const char *source);
/* Line charts, two per row, with what must be said under them. `party_id` 0: of the region.
 * Elements AkkIndicatorFact; those without any figure are left out. */
void akk_report_lines (AkkReport *self, const GPtrArray *facts, gint64 party_id);
/* Bars for each that was measured per target group. */
void akk_report_target_groups (AkkReport *self, const GPtrArray *facts);

/* --- The parts and editions, each in its file --- */

void akk_report_add_contents (AkkReport *self);
/* Puts the numbers of the pages in. */
void akk_report_keep_promises (AkkReport *self, AkkPages *pages);
void akk_report_add_summary (AkkReport *self);
void akk_report_add_second_page (AkkReport *self);
void akk_report_add_priorities (AkkReport *self);
void akk_report_add_commitments (AkkReport *self);
void akk_report_add_matrix (AkkReport *self);
void akk_report_add_indicators (AkkReport *self);
void akk_report_add_municipalities (AkkReport *self);
void akk_report_add_meetings (AkkReport *self);
void akk_report_add_decisions (AkkReport *self);
void akk_report_add_signals (AkkReport *self);
void akk_report_add_learning (AkkReport *self);
void akk_report_add_conclusions (AkkReport *self);
void akk_report_add_tables (AkkReport *self);
/* Nothing unless signatures are wanted. */
void akk_report_add_signatures (AkkReport *self);
void akk_report_add_municipality_pages (AkkReport *self);
void akk_report_add_dashboard (AkkReport *self);
/* All indicators that pass `only` (NULL: all) against baseline and target. */
void akk_report_indicator_table (AkkReport *self, const GPtrArray *facts);
/* A row of the table of actions: what was planned, and what became of it. */
void akk_report_action_table (AkkReport *self, const GPtrArray *actions, const char *about);
/* The adjustments, numbered. */
void akk_report_adjustments (AkkReport *self);

G_END_DECLS
