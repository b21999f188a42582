/* The verbs that print.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
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
write_version (AkkStore *store, AkkAgreement *agreement, const AkkCall *call, const char *out)
{
  g_autoptr (AkkVersion) version = find_version (store, agreement, call);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  if (version == NULL)
    return AKK_EXIT_REFUSED;
  pdf = akk_version_pdf (store, version, &error);
  if (pdf != NULL &&
      g_file_set_contents_full (out, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                &error))
    return AKK_EXIT_FINE;
  return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
}

int
akk_verb_print_agreement (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autofree char *caution = NULL;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = akk_verb_agreement (store, call);
  if (agreement == NULL || !akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  if (akk_verb_names_version (call) && call->large)
    return akk_verb_fail (AKK_EXIT_REFUSED,
                          _ ("A version is written as it was frozen, not in large print."));
  if (akk_verb_names_version (call))
    return write_version (store, agreement, call, words[1]);
  if (!(call->large ? akk_agreement_write_large_pdf (store, agreement, words[1], &error)
                    : akk_agreement_write_pdf (store, agreement, words[1], &error)))
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  caution = akk_annex_caution (store, agreement);
  if (caution != NULL)
    g_printerr ("%s\n", caution);
  return AKK_EXIT_FINE;
}

/* Pages of a version are printed only while the agreement is what was frozen: else they would not
 * be those of the version. */
static gboolean
write_signing (
    AkkStore *store, AkkAgreement *agreement, AkkVersion *version, const char *out, GError **error)
{
  AkkStamp stamp;

  if (version == NULL)
    return akk_signing_write_pdf (store, agreement, NULL, out, error);
  if (!akk_version_check (store, version, error) ||
      !akk_freeze_is_current (store, agreement, version, error))
    return FALSE;
  stamp = (AkkStamp) { (gint) version->number, version->frozen_on, version->code };
  return akk_signing_write_pdf (store, agreement, &stamp, out, error);
}

/* The signature pages of the newest version, or of the draft while there is none. */
int
akk_verb_print_signing (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (AkkVersion) version = NULL;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = akk_verb_agreement (store, call);
  if (agreement == NULL || !akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  version = akk_verb_names_version (call) ? find_version (store, agreement, call)
                                          : akk_version_newest (store, agreement);
  if (akk_verb_names_version (call) && version == NULL)
    return AKK_EXIT_REFUSED;
  if (write_signing (store, agreement, version, words[1], &error))
    return AKK_EXIT_FINE;
  return akk_verb_fail (error->domain == AKK_FREEZE_ERROR ? AKK_EXIT_REFUSED : AKK_EXIT_UNUSABLE,
                        error->message);
}

/* What the council or board of one party decided. */
int
akk_verb_print_council (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (AkkDocument) document = NULL;
  gint64 party;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = akk_verb_agreement (store, call);
  party = agreement != NULL ? akk_verb_partner (store, agreement, call->party) : 0;
  if (party == 0 || !akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  document = akk_council_document_new (store, agreement, party, &error);
  if (document != NULL && akk_document_write (document, words[1], &error))
    return AKK_EXIT_FINE;
  return akk_verb_fail (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
                            ? AKK_EXIT_REFUSED
                            : AKK_EXIT_UNUSABLE,
                        error->message);
}
