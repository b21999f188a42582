/* Action plans on paper: what their papers share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/plan-print.h"

#include "core/dossier-info.h"
#include "core/dossier.h"
#include "core/parties.h"
#include "print/plan-internal.h"
#include "print/pour.h"

#define DAY_S G_GINT64_CONSTANT (86400)
#define SIGN_MIDDLE 7.3 /* below the top of a line of cells */
#define LEGEND_GAP 14.0
#define LEGEND_BASELINE 10.6
#define BESIDE 300.0 /* of what stands beside the title */

void
akk_plan_sign (AkkFlow *flow, gint64 standing, double x, double top)
{
  AkkFillColour sign =
      AKK_FILL_TO_START + (AkkFillColour) CLAMP (standing, 0, AKK_ACTION_CARRIED_OVER);

  akk_flow_fill (flow, x, top + SIGN_MIDDLE - AKK_PLAN_SIGN / 2, AKK_PLAN_SIGN, AKK_PLAN_SIGN,
                 sign);
}

void
akk_plan_say_filter (AkkPlanSheet *self, const AkkActionFilter *rest)
{
  g_autofree char *words = akk_plan_filter_words (self->sheet.phrases, self->sheet.store, rest);

  g_free (self->report->filter);
  self->report->filter = akk_plan_shown (self, words);
}

char *
akk_plan_shown (AkkPlanSheet *self, const char *text)
{
  return self->is_public ? akk_discretion_hide (self->report->discretion, text) : g_strdup (text);
}

/* "Openbare uitgave · Ontwerp · stand op 15 oktober 2025" */
static char *
facts_words (const AkkPlanSheet *self)
{
  const char *edition = self->is_public     ? "plan-public"
                        : self->is_internal ? "plan-internal"
                                            : NULL;
  const char *const facts[] = { edition != NULL ? akk_phrases_get (self->sheet.phrases, edition)
                                                : "",
                                self->report->stand, self->report->dated };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (*facts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", facts[i]);
  return akk_phrases_sentence (words->str);
}

/* Where there is room, the agreement stands beside the title; else above it, with the plan. */
static void
add_title (AkkPlanSheet *self, const char *title)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  const double left = flow->shape->left, right = flow->shape->right;
  const gboolean wide = flow->shape == &akk_page_landscape;
  g_autofree char *above = g_strdup_printf ("%s · %s", self->report->title, self->report->name);
  AkkSet *name = akk_sheet_set (sheet, self->report->name, AKK_LOOK_CAPTION, BESIDE);
  AkkSet *words = akk_sheet_set (sheet, title, AKK_LOOK_PART,
                                 right - left - (wide ? name->width + AKK_SLOT : 0));
  double height = MAX (words->n_lines * (double) words->leading,
                       wide ? 5.5 + name->n_lines * (double) name->leading : 0);
  guint heading;

  if (!wide) {
    akk_sheet_line (sheet, above, AKK_LOOK_CAPTION, left, 0, "P");
    flow->keep = AKK_KEEP_STRONG;
  }
  heading = akk_flow_node (flow, AKK_NO_NODE, "H1");
  akk_flow_node_at (flow, heading)->title = g_string_chunk_insert (flow->strings, title);
  akk_flow_row (flow, wide ? 0 : 2, height, AKK_NO_LINE)->flags |= AKK_ROW_HEADING;
  akk_sheet_put (sheet, words, left, 0, FALSE, heading);
  if (wide)
    akk_sheet_put (sheet, name, right, 5.5, TRUE, akk_flow_node (flow, AKK_NO_NODE, "P"));
  else
    akk_set_unref (name);
  flow->keep = AKK_KEEP_STRONG;
}

void
akk_plan_head (AkkPlanSheet *self, const char *title)
{
  const double left = self->sheet.flow->shape->left;
  g_autofree char *facts = facts_words (self);

  add_title (self, title);
  akk_sheet_line (&self->sheet, facts, AKK_LOOK_CAPTION, left, 1, "P");
  if (*self->report->filter != '\0')
    akk_sheet_line (&self->sheet, self->report->filter, AKK_LOOK_CAPTION, left, 0, "P");
}

/* What the signs are, and their words; takes the width of all. */
static GPtrArray *
legend_words (AkkSheet *sheet, double *width)
{
  GPtrArray *words = g_ptr_array_new ();

  *width = -LEGEND_GAP;
  for (gint64 status = -1; status < AKK_N_ACTION_STANDINGS; status++) {
    const char *key = status < 0 ? "plan-legend" : akk_plan_status_key (status);
    AkkSet *word = akk_sheet_set (sheet, akk_phrases_get (sheet->phrases, key), AKK_LOOK_NOTE, 120);
    *width += (status < 0 ? 0 : AKK_PLAN_SIGN_ROOM) + word->width + LEGEND_GAP;
    g_ptr_array_add (words, word);
  }
  return words;
}

/* Into the last row. */
static void
put_legend (AkkSheet *sheet, const GPtrArray *words)
{
  AkkFlow *flow = sheet->flow;
  guint node = akk_flow_node (flow, AKK_NO_NODE, "P");
  double x = flow->shape->left;

  for (guint i = 0; i < words->len; i++) {
    AkkSet *word = words->pdata[i];
    double width = word->width;
    if (i > 0) {
      akk_plan_sign (flow, i - 1, x, 0);
      x += AKK_PLAN_SIGN_ROOM;
    }
    akk_flow_piece (flow, word, 0, x, LEGEND_BASELINE, node);
    x += width + LEGEND_GAP;
  }
}

void
akk_plan_legend (AkkPlanSheet *self, const char *totals)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  const double left = flow->shape->left, right = flow->shape->right;
  double width;
  g_autoptr (GPtrArray) words = legend_words (sheet, &width);
  AkkSet *sum = akk_sheet_set (sheet, totals, AKK_LOOK_CELL, right - left);
  gboolean beside = sum->n_lines == 1 && width + AKK_SLOT + sum->width <= right - left;

  flow->keep = AKK_KEEP_STRONG;
  akk_flow_row (flow, AKK_SLOT, sum->n_lines * (double) sum->leading, AKK_NO_LINE);
  akk_sheet_put (sheet, sum, beside ? right : left, 0, beside,
                 akk_flow_node (flow, AKK_NO_NODE, "P"));
  if (!beside) {
    flow->keep = AKK_KEEP_STRONG;
    akk_flow_row (flow, 2.5, akk_types[AKK_LOOK_CELL].leading, AKK_NO_LINE);
  }
  put_legend (sheet, words);
}

/* --- Documents --- */

static AkkPages *
lay_out (AkkPlanSheet *self, AkkPaper *paper, AkkAgreement *agreement, const AkkPlanPrint *wanted)
{
  const AkkPlanReport *report = self->report;
  const char *name = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
  g_autofree char *footer = NULL;

  akk_sheet_init (&self->sheet, paper, report->store, agreement, report->day);
  footer =
      akk_phrases_format (self->sheet.phrases, report->draft ? "plan-footer-draft" : "plan-footer",
                          "title", report->title, "dated", report->dated, NULL);
  if (wanted->paper == AKK_PLAN_OVERVIEW || wanted->paper == AKK_PLAN_MATRIX)
    self->sheet.flow->shape = &akk_page_landscape;
  akk_sheet_furniture (&self->sheet, name, report->title, footer);
  switch (wanted->paper) {
  case AKK_PLAN_PRIORITY:
    akk_plan_add_priority (self);
    break;
  case AKK_PLAN_PARTNER:
    akk_plan_add_partner (self);
    break;
  case AKK_PLAN_MATRIX:
    akk_plan_add_matrix (self);
    break;
  default:
    akk_plan_add_overview (self);
  }
  return akk_sheet_finish (&self->sheet);
}

/* What the file says of itself: "Actieplan 2025: VDAB". */
static char *
document_title (const AkkPlanSheet *self, const AkkPlanPrint *wanted)
{
  const AkkPlanReport *report = self->report;
  g_autofree char *subject = NULL;

  if (wanted->paper == AKK_PLAN_MATRIX)
    return akk_phrases_format (report->phrases, "plan-matrix", "title", report->title, NULL);
  if (wanted->paper == AKK_PLAN_PARTNER && wanted->filter->party_id != 0)
    subject = akk_party_short_name (report->store, wanted->filter->party_id);
  else if (wanted->paper == AKK_PLAN_PRIORITY && report->parts->len == 1)
    subject = g_strdup (((const AkkPlanPart *) report->parts->pdata[0])->title);
  return g_strconcat (report->title, subject != NULL ? ": " : "", subject, NULL);
}

AkkDocument *
akk_plan_document_new (AkkActionRows *rows,
                       AkkAgreement *agreement,
                       const AkkPlanPrint *wanted,
                       GError **error)
{
  g_autoptr (AkkDocument) self = g_new0 (AkkDocument, 1);
  AkkStore *store = akk_action_rows_store (rows);
  g_autoptr (GListModel) infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);
  g_autoptr (AkkDossierInfo) dossier = g_list_model_get_item (infos, 0);
  g_autoptr (AkkPaper) paper = NULL;
  g_autoptr (AkkPlanReport) report = NULL;

  self->language = g_strdup (akk_agreement_language (agreement));
  paper = akk_paper_new (self->language, error);
  if (paper == NULL)
    return NULL;
  report = akk_plan_report_new (rows, agreement, akk_paper_phrases (paper), wanted->filter,
                                wanted->sort, wanted->descending, wanted->is_public);
  AkkPlanSheet sheet = { .rows = rows,
                         .report = report,
                         .filter = wanted->filter,
                         .is_public = wanted->is_public,
                         .is_internal = wanted->paper == AKK_PLAN_PRIORITY ||
                                        wanted->paper == AKK_PLAN_PARTNER };
  self->title = document_title (&sheet, wanted);
  self->author = g_strdup (dossier != NULL ? dossier->name : "");
  self->subject = g_strdup (agreement->title);
  self->date = akk_store_today (store) * DAY_S;
  self->pages = lay_out (&sheet, paper, agreement, wanted);
  return g_steal_pointer (&self);
}

void
akk_plan_pour (AkkFlow *flow, AkkStore *store, AkkAgreement *agreement, int year)
{
  g_autoptr (AkkActionRows) rows = akk_action_rows_new (store, agreement->record.id);
  const AkkActionFilter filter = { .year = year };
  g_autoptr (AkkPlanReport) report = akk_plan_report_new (
      rows, agreement, akk_paper_phrases (flow->paper), &filter, AKK_SORT_NUMBER, FALSE, TRUE);
  AkkPlanSheet sheet = { .rows = rows, .report = report, .filter = &filter, .is_public = TRUE };

  akk_sheet_init_on (&sheet.sheet, flow, store, agreement, report->day);
  akk_plan_add_priority (&sheet);
  akk_sheet_clear (&sheet.sheet);
}
