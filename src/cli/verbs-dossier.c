/* The verbs that make, check and export dossiers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/dossier.h"
#include "core/export.h"
#include "print/example.h"
#include "core/seal.h"

int
akk_verb_fail (int status, const char *message)
{
  g_printerr ("akkoord-cli: %s\n", message);
  return status;
}

gboolean
akk_verb_may_overwrite (const char *out)
{
  g_autofree char *name = g_filename_display_basename (out);
  g_autofree char *message = NULL;

  if (!akk_seal_is_dossier (out))
    return TRUE;
  message =
      g_strdup_printf (_ ("“%s” is a dossier and is not written over. Choose another name."), name);
  akk_verb_fail (AKK_EXIT_REFUSED, message);
  return FALSE;
}

gboolean
akk_verb_names_version (const AkkCall *call)
{
  return call->version != 0 || *call->version_code != '\0';
}

AkkAgreement *
akk_verb_agreement (AkkStore *store, const AkkCall *call)
{
  gint64 number = MAX (call->agreement, 1);
  AkkAgreement *agreement = call->agreement == 0  ? akk_agreement_current (store)
                            : number <= G_MAXUINT ? akk_agreement_nth (store, number)
                                                  : NULL;
  g_autoptr (GListModel) list = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *message = NULL;
  guint n;

  if (agreement != NULL)
    return agreement;
  list = akk_store_list (store, &akk_agreement_record, NULL, 0);
  n = g_list_model_get_n_items (list);
  asked = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  message = g_strdup_printf (ngettext ("There is no agreement %s: the dossier holds %u.",
                                       "There is no agreement %s: the dossier holds %u.", n),
                             asked, n);
  akk_verb_fail (AKK_EXIT_REFUSED, message);
  return NULL;
}

int
akk_verb_write (char **words, const AkkCall *call, AkkVerbFind find, AkkVerbWrite write, int kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  int status;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = find (store, call);
  if (agreement == NULL || !akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  status = write (&(AkkVerbJob) { store, agreement, call, words[1], kind }, &error);
  return error != NULL ? akk_verb_fail (status, error->message) : status;
}

int
akk_verb_write_bytes (GBytes *bytes, const char *out, GError **error)
{
  if (bytes != NULL &&
      g_file_set_contents_full (
          out, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
          G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error))
    return AKK_EXIT_FINE;
  return AKK_EXIT_UNUSABLE;
}

int
akk_verb_write_text (const char *text, const char *out, GError **error)
{
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new_static (text, strlen (text)) : NULL;

  return akk_verb_write_bytes (bytes, out, error);
}

int
akk_verb_write_document (AkkDocument *document, const char *out, GError **error)
{
  return document != NULL && akk_document_write (document, out, error) ? AKK_EXIT_FINE
                                                                       : AKK_EXIT_UNUSABLE;
}

int
akk_verb_status (const GError *error)
{
  if (g_error_matches (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_EXISTS) ||
      g_error_matches (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_UNSAVED) ||
      g_error_matches (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_UNKNOWN))
    return AKK_EXIT_REFUSED;
  return AKK_EXIT_UNUSABLE;
}

static int
make_example (const char *name, const char *out)
{
  g_autoptr (GError) error = NULL;

  if (akk_example_make (name, out, &error))
    return AKK_EXIT_FINE;
  return akk_verb_fail (akk_verb_status (error), error->message);
}

static int
make_all_examples (const char *folder)
{
  g_auto (GStrv) names = akk_example_names ();
  int status = AKK_EXIT_FINE;

  if (g_mkdir_with_parents (folder, 0777) != 0)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, _ ("The folder cannot be made. Choose another one."));
  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *file = g_strconcat (names[i], ".akkoord", NULL);
    g_autofree char *out = g_build_filename (folder, file, NULL);

    int made = make_example (names[i], out);

    status = MAX (status, made);
  }
  return status;
}

int
akk_verb_example (char **words, const AkkCall *call)
{
  if (g_str_equal (words[0], "all"))
    return make_all_examples (words[1]);
  return make_example (words[0], words[1]);
}

int
akk_verb_export_dossier (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autofree char *json = NULL;
  int status;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  if (!akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  json = akk_export_json (store);
  status = akk_verb_write_text (json, words[1], &error);
  return error != NULL ? akk_verb_fail (status, error->message) : status;
}
