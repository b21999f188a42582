/* The evaluation report on paper: its editions, and what is told in each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/evaluation-print.h"

#include "core/control-code.h"
#include "core/dossier-info.h"
#include "core/dossier.h"
#include "core/parties.h"
#include "core/tags.h"
#include "print/evaluation-internal.h"
#include "print/pages-internal.h"
#include "print/pour.h"

#define DAY_S G_GINT64_CONSTANT (86400)
#define CONTENTS_FROM 7 /* pages */
#define BRIEF_LETTERS 320
#define BRIEFER 80

const char *
akk_report_phrase (AkkReport *self, const char *key)
{
  return akk_phrases_get (self->sheet.phrases, key);
}

char *
akk_report_shown (AkkReport *self, const char *text)
{
  return self->discretion != NULL ? akk_discretion_hide (self->discretion, text) : g_strdup (text);
}

char *
akk_report_brief (AkkReport *self, const char *text)
{
  g_autofree char *shown = akk_report_shown (self, text);
  glong most = BRIEF_LETTERS - (glong) BRIEFER * (self->brevity > 2 ? self->brevity - 2 : 0);
  g_autofree char *cut = NULL;
  char *space;

  if (self->brevity < 3 || g_utf8_strlen (shown, -1) <= most)
    return g_steal_pointer (&shown);
  cut = g_utf8_substring (shown, 0, most);
  space = strrchr (cut, ' ');
  if (space != NULL)
    *space = '\0';
  return g_strconcat (cut, " …", NULL);
}

AkkEvaluationPart *
akk_report_part (AkkReport *self, AkkEvaluationPartKind kind, gint64 priority_id)
{
  for (guint i = 0; i < self->parts->len; i++) {
    AkkEvaluationPart *part = self->parts->pdata[i];

    if (part->kind == (gint64) kind && part->priority_id == priority_id)
      return part;
  }
  return NULL;
}

gboolean
akk_report_hides (const AkkEvaluationPart *part, const char *key, gint64 id)
{
  char whole[64];

  if (part == NULL || *part->hidden == '\0')
    return FALSE;
  if (id == 0)
    return akk_tags_contain (part->hidden, key);
  g_snprintf (whole, sizeof whole, "%s-%" G_GINT64_FORMAT, key, id);
  return akk_tags_contain (part->hidden, whole);
}

AkkIndicatorFact *
akk_report_fact (AkkReport *self, const AkkIndicator *indicator)
{
  for (guint i = 0; i < self->facts->indicators->len; i++) {
    AkkIndicatorFact *fact = self->facts->indicators->pdata[i];

    if (fact->indicator == indicator)
      return fact;
  }
  return NULL;
}

/* --- One layout --- */

/* "Evaluatieverslag 2024 · Scheldeland" above, the version below. */
static void
set_furniture (AkkReport *self)
{
  AkkFlow *flow = self->sheet.flow;
  const AkkAgreement *agreement = self->sheet.agreement;
  const AkkStamp *stamp = self->wanted->stamp;
  const char *name = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
  g_autofree char *year = g_strdup_printf ("%d", self->facts->year);
  g_autofree char *title = akk_phrases_format (
      self->sheet.phrases,
      self->wanted->edition == AKK_REPORT_DASHBOARD ? "report-dashboard" : "evaluation-title",
      "year", year, NULL);
  g_autofree char *header = g_strdup_printf ("%s · %s", title, name);
  g_autofree char *date =
      akk_phrases_date (self->sheet.phrases, stamp != NULL ? stamp->date : self->sheet.today);
  g_autofree char *footer = NULL;

  if (stamp != NULL) {
    g_autofree char *number = g_strdup_printf ("%d", stamp->number);
    g_autofree char *code = akk_control_code_format (stamp->code);
    footer = akk_phrases_format (self->sheet.phrases, "report-version", "number", number, "date",
                                 date, NULL);
    flow->code = g_string_chunk_insert (flow->strings, code);
  } else {
    footer = akk_phrases_format (self->sheet.phrases, "draft-of", "date", date, NULL);
  }
  akk_sheet_furniture (&self->sheet, header, "", footer);
}

static void
add_whole (AkkReport *self)
{
  akk_report_add_summary (self);
  akk_report_fit (self, 0);
  self->sheet.flow->new_page = TRUE;
  akk_report_add_contents (self);
  akk_report_add_priorities (self);
  akk_report_add_commitments (self);
  akk_report_add_matrix (self);
  akk_report_add_indicators (self);
  akk_report_add_municipalities (self);
  akk_report_add_meetings (self);
  akk_report_add_decisions (self);
  akk_report_add_signals (self);
  akk_report_add_learning (self);
  akk_report_add_conclusions (self);
  akk_report_add_tables (self);
  akk_report_add_signatures (self);
}

static void
add_edition (AkkReport *self)
{
  switch (self->wanted->edition) {
  case AKK_REPORT_SUMMARY:
    akk_report_begin_page (self);
    akk_report_add_summary (self);
    akk_report_end_page (self);
    akk_report_begin_page (self);
    akk_report_add_second_page (self);
    akk_report_end_page (self);
    break;
  case AKK_REPORT_MUNICIPALITY:
    akk_report_add_municipality_pages (self);
    break;
  case AKK_REPORT_DASHBOARD:
    akk_report_add_dashboard (self);
    break;
  default:
    add_whole (self);
  }
}

static void
entry_clear (gpointer data)
{
  AkkReportEntry *entry = data;

  g_free (entry->number);
  g_free (entry->title);
}

static AkkPages *
lay_out (AkkReport *self, AkkPaper *paper)
{
  AkkPages *pages;
  g_autoptr (GArray) promises = g_array_new (FALSE, FALSE, sizeof (AkkReportPromise));

  self->promises = promises;
  self->entries = g_array_new (FALSE, FALSE, sizeof (AkkReportEntry));
  g_array_set_clear_func (self->entries, entry_clear);
  akk_sheet_init (&self->sheet, paper, self->facts->store, self->facts->agreement,
                  self->facts->day);
  set_furniture (self);
  add_edition (self);
  pages = akk_sheet_finish (&self->sheet);
  akk_report_keep_promises (self, pages);
  return pages;
}

/* A long one has contents: of the parts of the layout before. */
static AkkPages *
lay_out_whole (AkkReport *self, AkkPaper *paper)
{
  g_autoptr (AkkPages) pages = lay_out (self, paper);
  g_autoptr (GArray) known = self->entries;
  g_autoptr (GArray) entries = NULL;

  if (akk_pages_count (pages) < CONTENTS_FROM)
    return g_steal_pointer (&pages);
  self->known = known;
  g_clear_object (&pages);
  pages = lay_out (self, paper);
  entries = self->entries;
  return g_steal_pointer (&pages);
}

static guint
page_of_row (AkkPages *pages, guint row)
{
  return pages->places[row].page;
}

/* Where a page of its own went on over the next one, it is made briefer. FALSE: all is well, or
 * cannot be helped. */
static gboolean
make_briefer (AkkReport *self, AkkPages *pages)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->starts->len; i++) {
    guint *brevity = &g_array_index (self->brevities, guint, i);
    guint first = page_of_row (pages, g_array_index (self->starts, guint, i));
    guint next = i + 1 < self->starts->len
                     ? page_of_row (pages, g_array_index (self->starts, guint, i + 1))
                     : akk_pages_count (pages);

    if (next <= first + 1 || *brevity == AKK_REPORT_MOST_BREVITY)
      continue;
    (*brevity)++;
    changed = TRUE;
  }
  return changed;
}

/* As much on each page as it holds. */
static AkkPages *
lay_out_pages (AkkReport *self, AkkPaper *paper)
{
  g_autoptr (GArray) brevities = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) starts = g_array_new (FALSE, TRUE, sizeof (guint));

  self->brevities = brevities;
  self->starts = starts;
  for (;;) {
    g_autoptr (AkkPages) pages = NULL;

    g_array_set_size (starts, 0);
    pages = lay_out (self, paper);
    g_clear_pointer (&self->entries, g_array_unref);
    if (!make_briefer (self, pages))
      return g_steal_pointer (&pages);
  }
}

static AkkPages *
lay_out_edition (AkkReport *self, AkkPaper *paper)
{
  return self->wanted->edition == AKK_REPORT_WHOLE ? lay_out_whole (self, paper)
                                                   : lay_out_pages (self, paper);
}

/* --- Documents --- */

/* That of a year in which nobody began one: in no store. */
static AkkEvaluation *
not_begun (AkkAgreement *agreement, int year)
{
  AkkEvaluation *evaluation = akk_record_new (&akk_evaluation_record);

  akk_record_set_int (evaluation, akk_record_type_field (&akk_evaluation_record, "agreement_id"),
                      agreement->record.id);
  akk_record_set_int (evaluation, akk_record_type_field (&akk_evaluation_record, "year"), year);
  return evaluation;
}

/* "Evaluatieverslag 2024", "Evaluatieverslag 2024: Laarne". */
static char *
document_title (AkkReport *self, AkkPhrases *phrases)
{
  static const char *const keys[] = { "evaluation-title", "report-summary-title",
                                      "report-municipalities-title", "report-dashboard" };
  g_autofree char *year = g_strdup_printf ("%d", self->facts->year);
  g_autofree char *title =
      akk_phrases_format (phrases, keys[self->wanted->edition], "year", year, NULL);
  g_autofree char *name = NULL;

  if (self->wanted->edition != AKK_REPORT_MUNICIPALITY || self->wanted->party_id == 0)
    return g_steal_pointer (&title);
  name = akk_party_short_name (self->facts->store, self->wanted->party_id);
  return g_strdup_printf ("%s: %s", title, name);
}

AkkDocument *
akk_report_document_new (AkkStore *store,
                         AkkAgreement *agreement,
                         int year,
                         const AkkReportPrint *wanted,
                         GError **error)
{
  g_autoptr (AkkDocument) self = g_new0 (AkkDocument, 1);
  g_autoptr (GListModel) infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);
  g_autoptr (AkkDossierInfo) dossier = g_list_model_get_item (infos, 0);
  const gint64 day = wanted->stamp != NULL ? wanted->stamp->date : akk_store_today (store);
  g_autoptr (AkkEvaluation) evaluation = akk_evaluation_find (store, agreement->record.id, year);
  g_autoptr (AkkEvaluationFacts) facts = NULL;
  g_autoptr (AkkDiscretion) discretion = NULL;
  g_autoptr (AkkPaper) paper = NULL;
  g_autoptr (GHashTable) charts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) akk_chart_unref);
  AkkReport report = { .wanted = wanted };

  self->language = g_strdup (akk_agreement_language (agreement));
  paper = akk_paper_new (self->language, error);
  if (paper == NULL)
    return NULL;
  if (evaluation == NULL)
    evaluation = not_begun (agreement, year);
  facts = akk_evaluation_facts_new (store, agreement, year, day);
  discretion = wanted->is_public ? akk_discretion_new (store, akk_paper_phrases (paper)) : NULL;
  report.charts = charts;
  report.facts = facts;
  report.discretion = discretion;
  report.evaluation = evaluation;
  report.parts = akk_evaluation_parts (store, evaluation);
  report.conclusions = akk_conclusions (store, evaluation->record.id);
  self->title = document_title (&report, akk_paper_phrases (paper));
  self->author = g_strdup (dossier != NULL ? dossier->name : "");
  self->subject = g_strdup (agreement->title);
  self->date = day * DAY_S;
  self->pages = lay_out_edition (&report, paper);
  g_ptr_array_unref (report.parts);
  g_ptr_array_unref (report.conclusions);
  return g_steal_pointer (&self);
}

AkkDocument *
akk_report_edition_new (
    AkkStore *store, AkkAgreement *agreement, int year, AkkReportPrint wanted, GError **error)
{
  g_autoptr (AkkEvaluation) evaluation = akk_evaluation_find (store, agreement->record.id, year);
  g_autoptr (AkkVersion) version =
      evaluation != NULL ? akk_evaluation_version (store, evaluation) : NULL;
  const AkkStamp stamp = { version != NULL ? (int) version->number : 0,
                           version != NULL ? version->frozen_on : 0,
                           version != NULL ? version->code : NULL };

  if (version != NULL)
    wanted.stamp = &stamp;
  return akk_report_document_new (store, agreement, year, &wanted, error);
}

void
akk_report_pour_dashboard (
    AkkFlow *flow, AkkStore *store, AkkAgreement *agreement, int year, gint64 day)
{
  const AkkReportPrint wanted = { .edition = AKK_REPORT_DASHBOARD, .is_public = TRUE };
  g_autoptr (AkkEvaluation) evaluation = akk_evaluation_find (store, agreement->record.id, year);
  g_autoptr (AkkEvaluationFacts) facts = akk_evaluation_facts_new (store, agreement, year, day);
  g_autoptr (AkkDiscretion) discretion =
      akk_discretion_new (store, akk_paper_phrases (flow->paper));
  g_autoptr (GHashTable) charts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) akk_chart_unref);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (AkkReportEntry));
  AkkReport self = { .wanted = &wanted,
                     .facts = facts,
                     .discretion = discretion,
                     .entries = entries,
                     .charts = charts };

  if (evaluation == NULL)
    evaluation = not_begun (agreement, year);
  self.evaluation = evaluation;
  self.parts = akk_evaluation_parts (store, evaluation);
  self.conclusions = akk_conclusions (store, evaluation->record.id);
  akk_sheet_init_on (&self.sheet, flow, store, agreement, day);
  akk_report_add_dashboard (&self);
  akk_sheet_clear (&self.sheet);
  g_ptr_array_unref (self.parts);
  g_ptr_array_unref (self.conclusions);
}
