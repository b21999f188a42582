/* The year of an agreement on a page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/year-print.h"

#include "core/dates.h"
#include "core/dossier-info.h"
#include "core/dossier.h"
#include "core/meetings.h"
#include "core/obligations.h"
#include "print/pdf.h"
#include "print/year-internal.h"

#define DAY_S G_GINT64_CONSTANT (86400)

static void
find_bodies (AkkYearSheet *self)
{
  g_autoptr (GListModel) bodies = akk_store_list (self->sheet.store, &akk_body_record,
                                                  "agreement_id", self->sheet.agreement->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++)
    g_ptr_array_add (self->bodies, g_list_model_get_item (bodies, i));
}

static void
find_meetings (AkkYearSheet *self)
{
  self->meetings = akk_meetings (self->sheet.store, self->sheet.agreement->record.id, 0);
  for (guint i = self->meetings->len; i > 0; i--) {
    const AkkMeeting *it = self->meetings->pdata[i - 1];
    if ((!akk_meeting_held (it) && !akk_meeting_ahead (it)) || it->date < self->from ||
        it->date > self->to)
      g_ptr_array_remove_index (self->meetings, i - 1);
  }
}

AkkPages *
akk_year_print (AkkPaper *paper, AkkStore *store, AkkAgreement *agreement, int year, gint64 today)
{
  const char *name = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
  g_autofree char *number = g_strdup_printf ("%d", year);
  g_autofree char *title = NULL, *date = NULL, *footer = NULL;
  g_autoptr (GPtrArray) obligations = NULL;
  AkkYearSheet self = { .year = year,
                        .from = akk_date_from_ymd (year, 1, 1),
                        .to = akk_date_from_ymd (year, 12, 31),
                        .bodies = g_ptr_array_new_with_free_func (g_object_unref) };

  akk_sheet_init (&self.sheet, paper, store, agreement, today);
  find_bodies (&self);
  find_meetings (&self);
  obligations = akk_obligations_new (store, agreement, today);
  self.obligations = akk_obligations_gathered (obligations, TRUE);
  title = akk_phrases_format (self.sheet.phrases, "year-title", "year", number, NULL);
  date = akk_phrases_date (self.sheet.phrases, today);
  footer = akk_phrases_format (self.sheet.phrases, "year-on", "year", number, "date", date, NULL);
  akk_sheet_furniture (&self.sheet, name, title, footer);
  akk_sheet_head (&self.sheet, name, title, "");
  akk_year_add_strips (&self);
  akk_year_add_months (&self);
  g_ptr_array_unref (self.obligations);
  g_ptr_array_unref (self.meetings);
  g_ptr_array_unref (self.bodies);
  return akk_sheet_finish (&self.sheet);
}

GBytes *
akk_year_pdf (AkkStore *store, AkkAgreement *agreement, int year, GError **error)
{
  const char *language = akk_agreement_language (agreement);
  gint64 today = akk_store_today (store);
  g_autoptr (GListModel) infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);
  g_autoptr (AkkDossierInfo) dossier = g_list_model_get_item (infos, 0);
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (language, error);
  g_autoptr (AkkPaper) paper = phrases != NULL ? akk_paper_new (language, error) : NULL;
  g_autofree char *number = g_strdup_printf ("%d", year);
  g_autofree char *title = NULL;

  if (paper == NULL)
    return NULL;
  title = akk_phrases_format (phrases, "year-title", "year", number, NULL);
  AkkPdfInfo info = { .title = title,
                      .author = dossier != NULL ? dossier->name : "",
                      .subject = agreement->title,
                      .language = language,
                      .date = today * DAY_S };
  return akk_pdf_bytes (akk_year_print (paper, store, agreement, year, today), &info, error);
}

gboolean
akk_year_write_pdf (
    AkkStore *store, AkkAgreement *agreement, int year, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = akk_year_pdf (store, agreement, year, error);

  return bytes != NULL && akk_pdf_save (bytes, path, error);
}
