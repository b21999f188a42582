/* The verbs that print.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>

#include "core/frozen.h"
#include "core/signing.h"
#include "print/agreement-pdf.h"
#include "print/annex-flaws.h"
#include "print/council-print.h"
#include "print/freeze.h"

static AkkVersion *
find_by_code (AkkStore *store, AkkAgreement *agreement, const char *code)
{
  g_autoptr (GPtrArray) versions = akk_version_list (store, agreement);

  for (guint i = 0; i < versions->len; i++) {
    AkkVersion *version = versions->pdata[i];

    if (g_str_equal (version->code, code))
      return g_object_ref (version);
  }
  return NULL;
}

/* The version that a call names; NULL after saying that there is none, or more than one. */
static AkkVersion *
find_version (AkkStore *store, AkkAgreement *agreement, const AkkCall *call)
{
  gboolean by_code = *call->version_code != '\0';
  g_autoptr (AkkVersion) version =
      by_code ? find_by_code (store, agreement, call->version_code)
              : akk_version_find (store, agreement->record.id, call->version);
  g_autofree char *namesake =
      version != NULL && !by_code ? akk_version_namesake_words (store, version) : NULL;
  g_autofree char *asked = NULL;
  g_autofree char *message = NULL;

  if (version != NULL && namesake == NULL)
    return g_steal_pointer (&version);
  asked = by_code ? akk_control_code_format (call->version_code)
                  : g_strdup_printf ("%" G_GINT64_FORMAT, call->version);
  message = namesake != NULL
                ? g_strjoin (" ", namesake, _ ("Name one with --version CODE."), NULL)
                : g_strdup_printf (_ ("There is no version %s of this agreement."), asked);
  akk_verb_fail (AKK_EXIT_REFUSED, message);
  return NULL;
}

/* The PDF that was frozen, byte for byte. */
static int
write_version (const AkkVerbJob *job, GError **error)
{
  g_autoptr (AkkVersion) version = find_version (job->store, job->agreement, job->call);
  g_autoptr (GBytes) pdf = NULL;

  if (version == NULL)
    return AKK_EXIT_REFUSED;
  pdf = akk_version_pdf (job->store, version, error);
  return akk_verb_write_bytes (pdf, job->out, error);
}

static int
write_agreement (const AkkVerbJob *job, GError **error)
{
  g_autofree char *caution = NULL;

  if (akk_verb_names_version (job->call) && job->call->large)
    return akk_verb_fail (AKK_EXIT_REFUSED,
                          _ ("A version is written as it was frozen, not in large print."));
  if (akk_verb_names_version (job->call))
    return write_version (job, error);
  if (!(job->call->large
            ? akk_agreement_write_large_pdf (job->store, job->agreement, job->out, error)
            : akk_agreement_write_pdf (job->store, job->agreement, job->out, error)))
    return AKK_EXIT_UNUSABLE;
  caution = akk_annex_caution (job->store, job->agreement);
  if (caution != NULL)
    g_printerr ("%s\n", caution);
  return AKK_EXIT_FINE;
}

int
akk_verb_print_agreement (char **words, const AkkCall *call)
{
  return akk_verb_write (words, call, akk_verb_agreement, write_agreement, 0);
}

/* Pages of a version are printed only while the agreement is what was frozen: else they would not
 * be those of the version. */
static gboolean
write_pages (const AkkVerbJob *job, AkkVersion *version, GError **error)
{
  AkkStamp stamp;

  if (version == NULL)
    return akk_signing_write_pdf (job->store, job->agreement, NULL, job->out, error);
  if (!akk_version_check (job->store, version, error) ||
      !akk_freeze_is_current (job->store, job->agreement, version, error))
    return FALSE;
  stamp = (AkkStamp) { (gint) version->number, version->frozen_on, version->code };
  return akk_signing_write_pdf (job->store, job->agreement, &stamp, job->out, error);
}

/* The signature pages of the newest version, or of the draft while there is none. */
static int
write_signing (const AkkVerbJob *job, GError **error)
{
  g_autoptr (AkkVersion) version = akk_verb_names_version (job->call)
                                       ? find_version (job->store, job->agreement, job->call)
                                       : akk_version_newest (job->store, job->agreement);

  if (akk_verb_names_version (job->call) && version == NULL)
    return AKK_EXIT_REFUSED;
  if (write_pages (job, version, error))
    return AKK_EXIT_FINE;
  return (*error)->domain == AKK_FREEZE_ERROR ? AKK_EXIT_REFUSED : AKK_EXIT_UNUSABLE;
}

int
akk_verb_print_signing (char **words, const AkkCall *call)
{
  return akk_verb_write (words, call, akk_verb_agreement, write_signing, 0);
}

/* What the council or board of one party decided. */
static int
write_council (const AkkVerbJob *job, GError **error)
{
  gint64 party = akk_verb_partner (job->store, job->agreement, job->call->party);
  g_autoptr (AkkDocument) document = NULL;
  int status;

  if (party == 0)
    return AKK_EXIT_REFUSED;
  document = akk_council_document_new (job->store, job->agreement, party, error);
  status = akk_verb_write_document (document, job->out, error);
  return g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? AKK_EXIT_REFUSED : status;
}

int
akk_verb_print_council (char **words, const AkkCall *call)
{
  return akk_verb_write (words, call, akk_verb_agreement, write_council, 0);
}
