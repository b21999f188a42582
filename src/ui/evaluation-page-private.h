/* The inside of the page Evaluatie, shared by its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/evaluations.h"
#include "core/signing.h"
#include "print/evaluation-print.h"
#include "ui/aside.h"
#include "ui/evaluation-page.h"
#include "ui/evaluation-pieces.h"
#include "ui/record-list.h"

G_BEGIN_DECLS

struct _AkkEvaluationPage {
  AdwBin parent_instance;

  AkkEvaluationPartView *part_view;
  AkkEvaluationSide *side;
  AkkEvaluationParts *parts_pane;
  AdwToggleGroup *year_toggles;
  GtkDropDown *year_choice; /* in place of the toggles where there is little room */
  AdwWindowTitle *title;
  GtkButton *begin_button, *adopt_button, *sentences_button;
  GtkToggleButton *findings_button, *preview_button, *ready_button;
  GtkWidget *ready_image;
  AdwBanner *adopted_banner;
  GtkStack *stack; /* "none", "report" */
  AdwStatusPage *begin_page;
  AdwOverlaySplitView *parts_split, *side_split;
  GtkListBox *parts_list, *stale_list;
  GtkStack *side_stack; /* "preview", "findings", "signatures" */
  AkkPreview *preview;
  GtkScrolledWindow *preview_scroller;
  AkkFindingsList *findings_list;
  GtkScrolledWindow *scroller;
  GtkLabel *heading_label;
  AdwPreferencesGroup *facts_group;
  GtkBox *conclusions_box, *narrative_box;
  AdwBin *narrative_bin;
  GtkWidget *buttons_box;

  AkkStore *store;
  AkkAgreement *agreement;
  AkkPhrases *phrases;
  int year;
  AkkEvaluation *evaluation; /* NULL: nobody began that year's */
  AkkSigning *signing; /* of the adopted version; NULL: it needs no signatures */
  AkkEvaluationFacts *facts;
  GPtrArray *parts; /* AkkEvaluationPart */
  AkkEvaluationPart *part; /* the one that is shown; one of `parts` */
  GPtrArray *lines; /* AkkFact of that part */
  GPtrArray *fact_rows; /* of each line; borrowed */
  GPtrArray *fact_children; /* of the group: rows, or what they fold into; borrowed */
  GPtrArray *findings; /* AkkFinding */
  AkkRecordList *conclusions; /* borrowed; NULL: another part is shown */
  GArray *years; /* int: what the choice of years offers */
  guint most_years; /* that there is room for side by side */
  gboolean narrow, show_side;
  gboolean filling; /* a choice is being shown, not made */
  gboolean own_words; /* the action is of a narrative: no fact is another */
  gboolean outdated; /* the facts were not reckoned since something changed */
  gboolean pages_outdated; /* something changed since the pages were laid out */
  guint refresh_id, findings_id, preview_id;
  AkkAside *facts_aside, *preview_aside, *findings_aside;
};

/* --- evaluation-page.c --- */

/* Whether the report is adopted: nothing of it is written any more. */
gboolean akk_evaluation_page_locked (AkkEvaluationPage *self);
/* Reckons the facts again, and shows all of it. */
void akk_evaluation_page_refresh (AkkEvaluationPage *self);
/* Ends an action, or says why it failed. */
gboolean akk_evaluation_page_commit (AkkEvaluationPage *self);

/* --- evaluation-page-reckon.c --- */

/* Has the facts of the year, at once where there are none of it yet. Where there are, they stay
 * until newer ones were reckoned on another thread, which are then shown. */
void akk_evaluation_page_reckon (AkkEvaluationPage *self);
/* Lets go of the facts. */
void akk_evaluation_page_stop_reckoning (AkkEvaluationPage *self);
void akk_evaluation_page_reckon_init (AkkEvaluationPage *self);

/* --- evaluation-page-years.c: the choice of years, and beginning one; "evaluation.begin" --- */

void akk_evaluation_page_install_years (GtkWidgetClass *widget_class);
void akk_evaluation_page_show_years (AkkEvaluationPage *self);
void akk_evaluation_page_choose_year (AkkEvaluationPage *self, int year);
/* The one that is worked on: the last that is not adopted, else the last. */
int akk_evaluation_page_best_year (AkkEvaluationPage *self);

/* --- evaluation-page-parts.c: the parts beside the text --- */

void akk_evaluation_page_show_parts (AkkEvaluationPage *self);
/* The heading with its number in the report. */
char *akk_evaluation_page_heading (AkkEvaluationPage *self,
                                   const AkkEvaluationPart *part) G_GNUC_WARN_UNUSED_RESULT;
void akk_evaluation_page_choose_part (AkkEvaluationPage *self, guint index);
/* The index of the part that is shown. */
guint akk_evaluation_page_part_index (AkkEvaluationPage *self);

/* --- evaluation-page-part.c: one part: its facts, its narrative, whether it is ready --- */

/* Shows `part` when it is another one than was shown, else what changed in it. */
void akk_evaluation_page_show_part_widgets (AkkEvaluationPage *self, AkkEvaluationPart *part);
void akk_evaluation_page_set_ready (AkkEvaluationPage *self, gboolean ready);
/* Stores what is being typed now. */
void akk_evaluation_page_end_burst (AkkEvaluationPage *self);
/* Inside an action: writes the narrative, and which of its numbers are facts. */
void akk_evaluation_page_write (AkkEvaluationPage *self, const char *narrative);

/* --- evaluation-page-facts.c: the rows of the facts --- */

void akk_evaluation_page_show_facts (AkkEvaluationPage *self);

/* --- evaluation-page-conclusions.c; "evaluation.carry-out" --- */

void akk_evaluation_page_install_conclusions (GtkWidgetClass *widget_class);
/* Shows them where the part is that of the conclusions, and nothing where it is not. */
void akk_evaluation_page_show_conclusions (AkkEvaluationPage *self);

/* --- evaluation-page-side.c: findings and preview; "evaluation.show-findings",
 * "evaluation.show-preview" --- */

void akk_evaluation_page_install_side (GtkWidgetClass *widget_class);
/* Looks for findings, and lays the pages out, when nothing else happens. */
void akk_evaluation_page_queue_side (AkkEvaluationPage *self);
void akk_evaluation_page_stop_side (AkkEvaluationPage *self);
void akk_evaluation_page_update_side (AkkEvaluationPage *self);
void akk_evaluation_page_go_to (AkkEvaluationPage *self, const AkkFinding *finding);

/* --- evaluation-page-findings.c: what is still to be done --- */

/* Looks for findings once nothing changes. */
void akk_evaluation_page_queue_findings (AkkEvaluationPage *self);
void akk_evaluation_page_stop_findings (AkkEvaluationPage *self);
void akk_evaluation_page_findings_init (AkkEvaluationPage *self);

/* --- evaluation-page-signatures.c: who signed the adopted report; "evaluation.show-signatures",
 * "evaluation.note-signature" and "signing.note-signature" --- */

void akk_evaluation_page_install_signatures (GtkWidgetClass *widget_class);
/* `version` NULL: nothing is adopted. */
void akk_evaluation_page_show_signatures (AkkEvaluationPage *self, AkkVersion *version);

/* --- evaluation-page-preview.c: the pages --- */

/* Lays them out once nothing changes, where they are seen. */
void akk_evaluation_page_queue_preview (AkkEvaluationPage *self);
void akk_evaluation_page_stop_preview (AkkEvaluationPage *self);
void akk_evaluation_page_preview_init (AkkEvaluationPage *self);
/* Marks the part that is shown. */
void akk_evaluation_page_mark_part (AkkEvaluationPage *self);
/* On any thread that `store` belongs to: that of an adopted report says its version. */
AkkDocument *akk_evaluation_page_document (AkkStore *store,
                                           gint64 agreement_id,
                                           int year,
                                           AkkReportPrint wanted,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- evaluation-page-paper.c: adopting, and what leaves the program --- */

void akk_evaluation_page_install_paper (GtkWidgetClass *widget_class);

G_END_DECLS
