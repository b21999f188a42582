/* The documents of meetings as they are stored: their pages and PDFs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/meeting-pdf.h"

#include "core/body.h"
#include "core/dossier-info.h"
#include "core/dossier.h"
#include "print/meeting-words.h"
#include "print/pdf.h"

#define DAY_S G_GINT64_CONSTANT (86400)

/* The agreement that a document belongs to; one without a language of its own if there is none. */
static AkkAgreement *
agreement_of (AkkStore *store, AkkDocumentKind kind, gpointer subject)
{
  g_autoptr (AkkBody) body = NULL;
  AkkAgreement *agreement = NULL;

  if (kind == AKK_DOCUMENT_DECISIONS)
    return g_object_ref (subject);
  if (kind == AKK_DOCUMENT_SIGNAL) {
    agreement = akk_store_get (store, &akk_agreement_record, ((AkkSignal *) subject)->agreement_id);
  } else {
    body = akk_store_get (store, &akk_body_record, ((AkkMeeting *) subject)->body_id);
    if (body != NULL)
      agreement = akk_store_get (store, &akk_agreement_record, body->agreement_id);
  }
  return agreement != NULL ? agreement : akk_record_new (&akk_agreement_record);
}

static AkkPages *
lay_out (AkkPaper *paper, AkkStore *store, AkkDocumentKind kind, gpointer subject)
{
  gint64 today = akk_store_today (store);

  switch (kind) {
  case AKK_DOCUMENT_INVITATION:
    return akk_invitation_print (paper, store, subject, today);
  case AKK_DOCUMENT_ATTENDANCE:
    return akk_attendance_print (paper, store, subject, today);
  case AKK_DOCUMENT_MINUTES:
    return akk_minutes_print (paper, store, subject, today);
  case AKK_DOCUMENT_DECISIONS:
    return akk_decisions_print (paper, store, subject, today);
  case AKK_DOCUMENT_SIGNAL:
    return akk_signal_print (paper, store, subject, today);
  default:
    return akk_agenda_print (paper, store, subject, today);
  }
}

AkkPages *
akk_document_pages (AkkStore *store, AkkDocumentKind kind, gpointer subject, GError **error)
{
  g_autoptr (AkkAgreement) agreement = agreement_of (store, kind, subject);
  g_autoptr (AkkPaper) paper = akk_paper_new (akk_agreement_language (agreement), error);

  return paper != NULL ? lay_out (paper, store, kind, subject) : NULL;
}

char *
akk_document_title (AkkStore *store, AkkDocumentKind kind, gpointer subject, GError **error)
{
  static const char *const keys[] = { "invitation", "agenda",    "attendance",
                                      "minutes",    "decisions", "signal" };
  g_autoptr (AkkAgreement) agreement = agreement_of (store, kind, subject);
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), error);
  g_autoptr (AkkBody) body = NULL;
  g_autofree char *meeting = NULL;
  const char *name;

  if (phrases == NULL)
    return NULL;
  name = akk_phrases_get (phrases, keys[kind]);
  if (kind == AKK_DOCUMENT_DECISIONS)
    return g_strdup_printf ("%s – %s", name,
                            *agreement->short_title != '\0' ? agreement->short_title
                                                            : agreement->title);
  if (kind == AKK_DOCUMENT_SIGNAL)
    return g_strdup_printf ("%s – %s", name, ((AkkSignal *) subject)->title);
  body = akk_store_get (store, &akk_body_record, ((AkkMeeting *) subject)->body_id);
  if (body == NULL)
    return g_strdup (name);
  meeting = akk_words_meeting (phrases, body, subject);
  return g_strdup_printf ("%s – %s", name, meeting);
}

/* All that a PDF is made from. */
typedef struct {
  AkkAgreement *agreement;
  AkkDossierInfo *dossier;
  char *title;
  AkkPages *pages;
  AkkPdfInfo info; /* whose texts are borrowed from the others */
} Document;

static void
document_clear (Document *self)
{
  g_clear_object (&self->agreement);
  g_clear_object (&self->dossier);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->title, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Document, document_clear)

static gboolean
document_init (
    Document *self, AkkStore *store, AkkDocumentKind kind, gpointer subject, GError **error)
{
  g_autoptr (GListModel) infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);

  self->title = akk_document_title (store, kind, subject, error);
  self->pages = self->title != NULL ? akk_document_pages (store, kind, subject, error) : NULL;
  if (self->pages == NULL)
    return FALSE;
  self->agreement = agreement_of (store, kind, subject);
  self->dossier = g_list_model_get_item (infos, 0);
  self->info = (AkkPdfInfo) { .title = self->title,
                              .author = self->dossier != NULL ? self->dossier->name : "",
                              .subject = self->agreement->title,
                              .language = akk_agreement_language (self->agreement),
                              .date = akk_store_today (store) * DAY_S };
  return TRUE;
}

GBytes *
akk_document_pdf (AkkStore *store, AkkDocumentKind kind, gpointer subject, GError **error)
{
  g_auto (Document) document = { 0 };

  if (!document_init (&document, store, kind, subject, error))
    return NULL;
  return akk_pdf_bytes (g_steal_pointer (&document.pages), &document.info, error);
}

gboolean
akk_document_write_pdf (
    AkkStore *store, AkkDocumentKind kind, gpointer subject, const char *path, GError **error)
{
  g_auto (Document) document = { 0 };

  return document_init (&document, store, kind, subject, error) &&
         akk_pdf_write (g_steal_pointer (&document.pages), &document.info, path, error);
}
