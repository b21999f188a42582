/* The verbs that make and check versions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/control-code.h"
#include "core/dossier.h"
#include "print/freeze.h"
#include "print/verify.h"

/* --- Waiting for a dossier --- */

typedef struct {
  AkkDossier *dossier;
  gboolean closed;
  GError *error;
} Waiting;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  waiting->dossier = akk_dossier_open_finish (result, &waiting->error);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  waiting->closed = akk_dossier_publish_finish (AKK_DOSSIER (source), result, &waiting->error);
}

static AkkDossier *
open_dossier (const char *path, GError **error)
{
  Waiting waiting = { NULL };

  akk_dossier_open_async (path, NULL, opened_cb, &waiting);
  while (waiting.dossier == NULL && waiting.error == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (waiting.error != NULL)
    g_propagate_error (error, waiting.error);
  return waiting.dossier;
}

/* Writes what was done into the user's file. */
static gboolean
close_dossier (AkkDossier *dossier, GError **error)
{
  Waiting waiting = { NULL };

  akk_dossier_close_async (dossier, NULL, closed_cb, &waiting);
  while (!waiting.closed && waiting.error == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (waiting.error != NULL)
    g_propagate_error (error, waiting.error);
  return waiting.closed;
}

int
akk_verb_change (char **words, const AkkCall *call, AkkVerbChange change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkDossier) dossier = open_dossier (words[0], &error);
  int status;

  if (dossier == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  status = change (akk_dossier_get_store (dossier), words, call);
  if (!close_dossier (dossier, &error))
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  return status;
}

/* --- Verbs --- */

static int
freeze (AkkStore *store, char **words, const AkkCall *call)
{
  g_autoptr (AkkAgreement) agreement = akk_verb_agreement (store, call);
  g_autoptr (AkkVersion) version = NULL;
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;

  if (agreement == NULL)
    return AKK_EXIT_REFUSED;
  version = akk_freeze (store, agreement, akk_store_today (store), &error);
  if (version == NULL)
    return akk_verb_fail (error->domain == AKK_FREEZE_ERROR ? AKK_EXIT_REFUSED : AKK_EXIT_UNUSABLE,
                          error->message);
  code = akk_control_code_format (version->code);
  g_print (_ ("Version %d, control code %s\n"), (int) version->number, code);
  return AKK_EXIT_FINE;
}

int
akk_verb_freeze (char **words, const AkkCall *call)
{
  return akk_verb_change (words, call, freeze);
}

/* A document is there, or has a name that no code could be. */
static gboolean
is_document (const char *word)
{
  return g_file_test (word, G_FILE_TEST_EXISTS) || strpbrk (word, "/.") != NULL;
}

int
akk_verb_verify (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkVerification) found = NULL;
  g_autofree char *sentence = NULL;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  found = is_document (words[1]) ? akk_verify_file (store, words[1], &error)
                                 : akk_verify_code (store, words[1], &error);
  if (found == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  sentence = akk_verification_sentence (found);
  g_print ("%s\n", sentence);
  return found->result == AKK_VERIFIED_IDENTICAL || found->result == AKK_VERIFIED_SAME_TEXT ||
                 found->result == AKK_VERIFIED_CODE
             ? AKK_EXIT_FINE
             : AKK_EXIT_REFUSED;
}
