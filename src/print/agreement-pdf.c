/* An agreement as it is stored: its pages and its PDF.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/agreement-pdf.h"

#include "core/agreement-text.h"
#include "core/dossier-info.h"
#include "core/dossier.h"
#include "print/agreement-print.h"
#include "print/pdf.h"

#define DAY_S G_GINT64_CONSTANT (86400)

AkkPages *
akk_agreement_pages (AkkStore *store, AkkAgreement *agreement, GError **error)
{
  const char *language = akk_agreement_language (agreement);
  g_autoptr (AkkPaper) paper = akk_paper_new (language, error);
  g_autoptr (GListModel) sections = NULL;
  g_autoptr (GPtrArray) outline = NULL;
  g_autoptr (AkkText) text = NULL;

  if (paper == NULL)
    return NULL;
  sections = akk_store_list (store, &akk_section_record, "agreement_id", agreement->record.id);
  outline = akk_outline_new (sections, language);
  text = akk_agreement_text_load (outline, NULL);
  const AkkAgreementMatter matter = { .store = store,
                                      .agreement = agreement,
                                      .outline = outline,
                                      .text = text,
                                      .today = akk_store_today (store) };
  return akk_agreement_print (paper, &matter);
}

gboolean
akk_agreement_write_pdf (AkkStore *store, AkkAgreement *agreement, const char *path, GError **error)
{
  g_autoptr (AkkPages) pages = akk_agreement_pages (store, agreement, error);
  g_autoptr (GListModel) infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);
  g_autoptr (AkkDossierInfo) info = g_list_model_get_item (infos, 0);
  g_autofree char *title = g_strjoin (agreement->subtitle[0] != '\0' ? ": " : "", agreement->title,
                                      agreement->subtitle, NULL);
  AkkPdfInfo pdf = {
    .title = title,
    .author = info != NULL ? info->name : "",
    .subject = agreement->motto,
    .language = akk_agreement_language (agreement),
    .date = akk_store_today (store) * DAY_S,
  };

  return pages != NULL && akk_pdf_write (g_steal_pointer (&pages), &pdf, path, error);
}
