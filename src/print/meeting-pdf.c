/* The documents of meetings as they are stored: laid out, and as PDF.
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

AkkDocument *
akk_document_new (AkkStore *store, AkkDocumentKind kind, gpointer subject, GError **error)
{
  g_autoptr (AkkDocument) self = g_new0 (AkkDocument, 1);
  g_autoptr (AkkAgreement) agreement = agreement_of (store, kind, subject);
  g_autoptr (GListModel) infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);
  g_autoptr (AkkDossierInfo) dossier = g_list_model_get_item (infos, 0);
  g_autoptr (AkkPaper) paper = NULL;

  self->language = g_strdup (akk_agreement_language (agreement));
  self->title = akk_document_title (store, kind, subject, error);
  paper = self->title != NULL ? akk_paper_new (self->language, error) : NULL;
  if (paper == NULL)
    return NULL;
  self->author = g_strdup (dossier != NULL ? dossier->name : "");
  self->subject = g_strdup (agreement->title);
  self->date = akk_store_today (store) * DAY_S;
  self->pages = lay_out (paper, store, kind, subject);
  return g_steal_pointer (&self);
}

void
akk_document_free (AkkDocument *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->pages);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->language);
  g_free (self);
}

/* The texts are borrowed. */
static AkkPdfInfo
info_of (const AkkDocument *self)
{
  return (AkkPdfInfo) { .title = self->title,
                        .author = self->author,
                        .subject = self->subject,
                        .language = self->language,
                        .date = self->date };
}

GBytes *
akk_document_pdf (AkkDocument *self, GError **error)
{
  AkkPdfInfo info = info_of (self);

  return akk_pdf_bytes (g_steal_pointer (&self->pages), &info, error);
}

gboolean
akk_document_write (AkkDocument *self, const char *path, GError **error)
{
  AkkPdfInfo info = info_of (self);

  return akk_pdf_write (g_steal_pointer (&self->pages), &info, path, error);
}
