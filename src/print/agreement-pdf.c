/* An agreement as it is stored: its pages and its PDF.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/agreement-pdf.h"

#include "core/agreement-text.h"
#include "core/dossier-info.h"
#include "core/dossier.h"
#include "print/pdf.h"
#include "print/signing-print.h"

#define DAY_S G_GINT64_CONSTANT (86400)

typedef AkkPages *(*Layout) (AkkPaper *paper, const AkkAgreementMatter *matter);

static AkkPages *
lay_out (
    AkkStore *store, AkkAgreement *agreement, const AkkStamp *stamp, Layout layout, GError **error)
{
  const char *language = akk_agreement_language (agreement);
  g_autoptr (AkkPaper) paper = akk_paper_new (language, error);
  g_autoptr (GListModel) sections = NULL;
  g_autoptr (GPtrArray) outline = NULL;
  g_autoptr (AkkText) text = NULL;
  AkkAgreementMatter matter = { .store = store, .agreement = agreement, .stamp = stamp };

  if (paper == NULL)
    return NULL;
  sections = akk_store_list (store, &akk_section_record, "agreement_id", agreement->record.id);
  outline = akk_outline_new (sections, language);
  text = akk_agreement_text_load (outline, NULL);
  matter.outline = outline;
  matter.text = text;
  matter.today = akk_store_today (store);
  return layout (paper, &matter);
}

AkkPages *
akk_agreement_pages_stamped (AkkStore *store,
                             AkkAgreement *agreement,
                             const AkkStamp *stamp,
                             GError **error)
{
  return lay_out (store, agreement, stamp, akk_agreement_print, error);
}

AkkPages *
akk_agreement_pages (AkkStore *store, AkkAgreement *agreement, GError **error)
{
  return akk_agreement_pages_stamped (store, agreement, NULL, error);
}

static char *
title_of (AkkAgreement *agreement)
{
  return g_strjoin (agreement->subtitle[0] != '\0' ? ": " : "", agreement->title,
                    agreement->subtitle, NULL);
}

/* What the PDF says of itself. The texts are borrowed. */
static AkkPdfInfo
info_of (AkkStore *store,
         AkkAgreement *agreement,
         const AkkDossierInfo *dossier,
         const char *title,
         const AkkStamp *stamp)
{
  return (AkkPdfInfo) {
    .title = title,
    .author = dossier != NULL ? dossier->name : "",
    .subject = agreement->motto,
    .language = akk_agreement_language (agreement),
    .date = (stamp != NULL ? stamp->date : akk_store_today (store)) * DAY_S,
  };
}

static AkkDossierInfo *
load_dossier (AkkStore *store)
{
  g_autoptr (GListModel) infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);

  return g_list_model_get_item (infos, 0);
}

GBytes *
akk_agreement_pdf (AkkStore *store, AkkAgreement *agreement, const AkkStamp *stamp, GError **error)
{
  g_autoptr (AkkPages) pages = akk_agreement_pages_stamped (store, agreement, stamp, error);
  g_autoptr (AkkDossierInfo) dossier = load_dossier (store);
  g_autofree char *title = title_of (agreement);
  AkkPdfInfo info = info_of (store, agreement, dossier, title, stamp);

  return pages != NULL ? akk_pdf_bytes (g_steal_pointer (&pages), &info, error) : NULL;
}

/* Takes the pages. */
static gboolean
write_pages (AkkStore *store,
             AkkAgreement *agreement,
             const AkkStamp *stamp,
             AkkPages *pages,
             const char *path,
             GError **error)
{
  g_autoptr (AkkDossierInfo) dossier = load_dossier (store);
  g_autofree char *title = title_of (agreement);
  AkkPdfInfo info = info_of (store, agreement, dossier, title, stamp);

  return pages != NULL && akk_pdf_write (pages, &info, path, error);
}

gboolean
akk_agreement_write_pdf (AkkStore *store, AkkAgreement *agreement, const char *path, GError **error)
{
  return write_pages (store, agreement, NULL, akk_agreement_pages (store, agreement, error), path,
                      error);
}

gboolean
akk_signing_write_pdf (AkkStore *store,
                       AkkAgreement *agreement,
                       const AkkStamp *stamp,
                       const char *path,
                       GError **error)
{
  return write_pages (store, agreement, stamp,
                      lay_out (store, agreement, stamp, akk_signing_print, error), path, error);
}

GBytes *
akk_agreement_large_pdf (AkkStore *store, AkkAgreement *agreement, GError **error)
{
  g_autoptr (AkkPages) pages = akk_agreement_pages (store, agreement, error);
  g_autoptr (AkkDossierInfo) dossier = load_dossier (store);
  g_autofree char *title = title_of (agreement);
  AkkPdfInfo info = info_of (store, agreement, dossier, title, NULL);

  if (pages == NULL)
    return NULL;
  akk_pages_enlarge (pages);
  return akk_pdf_bytes (g_steal_pointer (&pages), &info, error);
}

gboolean
akk_agreement_write_large_pdf (AkkStore *store,
                               AkkAgreement *agreement,
                               const char *path,
                               GError **error)
{
  g_autoptr (GBytes) bytes = akk_agreement_large_pdf (store, agreement, error);

  return bytes != NULL && akk_pdf_save (bytes, path, error);
}
