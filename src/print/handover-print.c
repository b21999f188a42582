/* The handover sheet: what somebody who takes over an agreement must know, on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/handover-print.h"

#include "core/dossier-info.h"
#include "print/handover-internal.h"

#define DAY_S G_GINT64_CONSTANT (86400)

void
akk_handover_heading (AkkHandoverSheet *self, const char *text)
{
  self->sheet.flow->after = 0;
  akk_sheet_line (&self->sheet, text, AKK_LOOK_ARTICLE, AKK_PAGE_LEFT, AKK_SLOT, "H2");
  self->sheet.flow->after = 3;
}

void
akk_handover_nothing (AkkHandoverSheet *self, const char *key)
{
  akk_sheet_line (&self->sheet, akk_phrases_get (self->sheet.phrases, key), AKK_LOOK_CELL,
                  AKK_PAGE_LEFT, 0, "P");
}

void
akk_handover_more (
    AkkHandoverSheet *self, guint n_all, guint n_shown, const char *one, const char *many)
{
  g_autofree char *count = NULL, *words = NULL;

  if (n_all <= n_shown)
    return;
  count = akk_phrases_number (self->sheet.phrases, n_all - n_shown);
  words = n_all - n_shown == 1
              ? g_strdup (akk_phrases_get (self->sheet.phrases, one))
              : akk_phrases_format (self->sheet.phrases, many, "count", count, NULL);
  self->sheet.flow->keep = AKK_KEEP_STRONG;
  akk_sheet_line (&self->sheet, words, AKK_LOOK_NOTE, AKK_PAGE_LEFT, 3, "P");
}

/* Its stage is set by hand: its last day may be over before. */
static gboolean
is_over (const AkkHandoverSheet *self)
{
  const AkkAgreement *agreement = self->sheet.agreement;

  return agreement->stage == AKK_STAGE_RUNNING && !agreement->indefinite &&
         agreement->ends_on != AKK_NO_DATE && agreement->ends_on < self->sheet.today;
}

/* "Samenwerkingsovereenkomst tussen VDAB en Laarne, van … tot en met …. Ze loopt." */
static char *
lead_words (AkkHandoverSheet *self)
{
  static const char *const stages[] = { "handover-is-concept", "handover-is-decision",
                                        "handover-is-signing", "handover-is-running",
                                        "handover-is-ended" };
  AkkSheet *sheet = &self->sheet;
  AkkPhrases *phrases = sheet->phrases;
  gint64 stage = CLAMP (sheet->agreement->stage, 0, (gint64) G_N_ELEMENTS (stages) - 1);
  g_autofree char *parties = akk_field_source_text (sheet->fields, "parties.summary");
  g_autofree char *term = akk_field_source_text (sheet->fields, "agreement.term");
  g_autofree char *notice = akk_field_source_text (sheet->fields, "agreement.notice");
  g_autoptr (GString) words = g_string_new (sheet->agreement->title);

  if (parties != NULL && *parties != '\0') {
    g_autofree char *between =
        akk_phrases_format (phrases, "handover-between", "parties", parties, NULL);
    g_string_append_printf (words, " %s", between);
  }
  if (term != NULL && *term != '\0')
    g_string_append_printf (words, ", %s", term);
  g_string_append_printf (
      words, ". %s",
      akk_phrases_get (phrases, is_over (self) ? "handover-is-over" : stages[stage]));
  if (notice != NULL && *notice != '\0') {
    g_autofree char *sentence =
        akk_phrases_format (phrases, "handover-notice", "notice", notice, NULL);
    g_string_append_printf (words, " %s", sentence);
  }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
add_head (AkkHandoverSheet *self)
{
  AkkSheet *sheet = &self->sheet;
  AkkPhrases *phrases = sheet->phrases;
  const AkkAgreement *agreement = sheet->agreement;
  const char *name = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
  const char *title = akk_phrases_get (phrases, "handover");
  g_autofree char *date = akk_phrases_date (phrases, sheet->today);
  g_autofree char *footer = akk_phrases_format (phrases, "handover-on", "date", date, NULL);
  g_autofree char *facts = akk_phrases_format (phrases, "handover-facts", "date", date, NULL);
  g_autofree char *lead = lead_words (self);

  akk_sheet_furniture (sheet, name, title, footer);
  akk_sheet_head (sheet, name, title, facts);
  akk_sheet_line (sheet, lead, AKK_LOOK_LEAD, AKK_PAGE_LEFT, AKK_SLOT, "P");
}

char *
akk_handover_title (AkkAgreement *agreement, GError **error)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), error);

  if (phrases == NULL)
    return NULL;
  return g_strdup_printf ("%s – %s", akk_phrases_get (phrases, "handover"),
                          *agreement->short_title != '\0' ? agreement->short_title
                                                          : agreement->title);
}

AkkDocument *
akk_handover_document_new (AkkStore *store, AkkAgreement *agreement, gint64 day, GError **error)
{
  g_autoptr (AkkDocument) self = g_new0 (AkkDocument, 1);
  g_autoptr (GListModel) infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);
  g_autoptr (AkkDossierInfo) dossier = g_list_model_get_item (infos, 0);
  g_autoptr (AkkPaper) paper = NULL;
  g_autoptr (AkkHandover) facts = NULL;
  AkkHandoverSheet sheet = { 0 };

  self->language = g_strdup (akk_agreement_language (agreement));
  self->title = akk_handover_title (agreement, error);
  paper = self->title != NULL ? akk_paper_new (self->language, error) : NULL;
  if (paper == NULL)
    return NULL;
  self->author = g_strdup (dossier != NULL ? dossier->name : "");
  self->subject = g_strdup (agreement->title);
  self->date = day * DAY_S;
  facts = akk_handover_new (store, agreement, day);
  sheet.facts = facts;
  akk_sheet_init (&sheet.sheet, paper, store, agreement, day);
  add_head (&sheet);
  akk_handover_add_places (&sheet);
  akk_handover_add_dates (&sheet);
  akk_handover_add_actions (&sheet);
  akk_handover_add_promises (&sheet);
  akk_handover_add_decisions (&sheet);
  akk_handover_add_signals (&sheet);
  akk_handover_add_parked (&sheet);
  akk_handover_add_people (&sheet);
  akk_handover_add_notes (&sheet);
  self->pages = akk_sheet_finish (&sheet.sheet);
  return g_steal_pointer (&self);
}
