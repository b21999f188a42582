/* Opening, reading, checking and making dossiers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dossier.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/agreement.h"
#include "core/dossier-info.h"
#include "core/dossier-private.h"
#include "core/order.h"
#include "core/seal.h"
#include "core/section.h"

/* --- Opening --- */

/* One file that is being opened, and everybody who asked for it. */
typedef struct {
  char *path; /* as asked for first */
  char *real_path;
  GQueue tasks; /* of GTask */

  AkkWorkingCopy *working;
  char *set_aside; /* where one that could not be read was put */
  gboolean refill; /* for the thread: take in the user's file, whatever is in the working copy */
  gboolean changed; /* by the thread: the user's file is not the one that the working copy saw */
  gboolean gone; /* by the thread: there is no such file */
} Opening;

static GList *openings; /* of Opening */

static void start_opening (Opening *opening);

static void
opening_free (Opening *opening)
{
  g_clear_pointer (&opening->working, akk_working_copy_free);
  g_free (opening->path);
  g_free (opening->real_path);
  g_free (opening->set_aside);
  g_free (opening);
}

static void
finish_opening (Opening *opening, AkkDossier *dossier, const GError *error)
{
  GTask *task;

  openings = g_list_remove (openings, opening);
  while ((task = g_queue_pop_head (&opening->tasks)) != NULL) {
    if (dossier != NULL)
      g_task_return_pointer (task, g_object_ref (dossier), g_object_unref);
    else
      g_task_return_error (task, g_error_copy (error));
    g_object_unref (task);
  }
  opening_free (opening);
}

static gboolean
prepare_working_copy (Opening *opening, GError **error)
{
  AkkSeen now;

  if (opening->working == NULL) {
    opening->working = akk_working_copy_acquire (opening->real_path, error);
    if (opening->working == NULL)
      return FALSE;
    opening->refill = !opening->working->existed;
  }
  if (opening->refill) {
    if (akk_working_copy_fill (opening->working, NULL, error))
      return TRUE;
    if (!opening->working->existed)
      akk_working_copy_remove (g_steal_pointer (&opening->working));
    return FALSE;
  }
  opening->changed =
      !akk_dossier_verify_seen (opening->working, opening->real_path, &now, NULL, NULL);
  opening->gone = !opening->changed && now.inode == 0;
  return TRUE;
}

static void
opening_thread (GTask *step, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (prepare_working_copy (data, &error))
    g_task_return_boolean (step, TRUE);
  else
    g_task_return_error (step, error);
}

static gboolean
is_broken (const GError *error)
{
  return g_error_matches (error, AKK_STORE_ERROR, AKK_STORE_ERROR_DAMAGED) ||
         g_error_matches (error, AKK_STORE_ERROR, AKK_STORE_ERROR_NOT_OURS);
}

/* Opens the working copy that the thread has prepared. TRUE when this opening is over. */
static gboolean
open_working_copy (Opening *opening, AkkDossier **dossier, GError **error)
{
  AkkWorkingCopy *working = opening->working;
  g_autofree char *name = g_filename_display_basename (opening->path);
  g_autoptr (AkkStore) store = akk_store_open (working->database, 0, error);
  gboolean recovered;
  gint64 last_step;

  if (store == NULL) {
    gboolean broken = is_broken (*error);

    akk_dossier_translate_error (error, name);
    if (!working->existed)
      akk_working_copy_remove (g_steal_pointer (&opening->working));
    if (opening->working == NULL || !broken || opening->gone)
      return TRUE;
    /* A broken working copy must not keep people out of their published file. */
    opening->set_aside = akk_working_copy_set_aside (working, NULL);
    if (opening->set_aside == NULL)
      return TRUE;
    g_clear_error (error);
    opening->refill = TRUE;
    return FALSE;
  }

  last_step = akk_store_get_last_step (store);
  if (working->existed && last_step == working->published_step && opening->changed &&
      !opening->refill) {
    /* Nothing is in it that was not published, and the file went on without us. */
    opening->refill = TRUE;
    return FALSE;
  }
  /* Where the user's file is gone or no good, this copy is the only one: it has to be published
   * before it may be removed. */
  if (working->existed && (opening->gone || opening->refill))
    working->published_step = -1;
  recovered = working->existed && last_step != working->published_step;
  *dossier = akk_dossier_new (opening->path, store, g_steal_pointer (&opening->working), recovered,
                              opening->set_aside);
  return TRUE;
}

static void
opening_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;
  g_autoptr (AkkDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  gboolean prepared = g_task_propagate_boolean (G_TASK (result), &error);

  /* The file that went on without us is no good: then what we have is the best there is. */
  if (!prepared && opening->working != NULL) {
    g_clear_error (&error);
    prepared = TRUE;
  }
  if (prepared && !open_working_copy (opening, &dossier, &error))
    start_opening (opening);
  else
    finish_opening (opening, dossier, error);
}

static void
start_opening (Opening *opening)
{
  g_autoptr (GTask) step = g_task_new (NULL, NULL, opening_done_cb, opening);

  g_task_set_task_data (step, opening, NULL);
  g_task_run_in_thread (step, opening_thread);
}

/* Serves one task: with the dossier that is open already, with others that wait, or as the first.
 */
static gboolean
open_cb (gpointer data)
{
  GTask *task = data;
  const char *path = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *real_path = akk_dossier_real_path (path, &error);
  AkkDossier *dossier;
  Opening *opening;

  if (real_path == NULL) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return G_SOURCE_REMOVE;
  }
  dossier = akk_dossier_find_live (real_path);
  if (dossier != NULL) {
    if (!akk_dossier_wait_for_close (dossier, open_cb, task)) {
      g_task_return_pointer (task, g_object_ref (dossier), g_object_unref);
      g_object_unref (task);
    }
    return G_SOURCE_REMOVE;
  }
  for (GList *link = openings; link != NULL; link = link->next) {
    opening = link->data;
    if (g_str_equal (opening->real_path, real_path)) {
      g_queue_push_tail (&opening->tasks, task);
      return G_SOURCE_REMOVE;
    }
  }
  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (path);
  opening->real_path = g_steal_pointer (&real_path);
  g_queue_push_tail (&opening->tasks, task);
  openings = g_list_prepend (openings, opening);
  start_opening (opening);
  return G_SOURCE_REMOVE;
}

void
akk_dossier_open_async (const char *path,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  open_cb (task);
}

AkkDossier *
akk_dossier_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Reading --- */

gboolean
akk_dossier_check (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *seal = NULL;
  g_autofd int file = akk_dossier_open_file (path, error);

  if (file < 0)
    return FALSE;
  seal = akk_seal_verify (file, -1, name, NULL, error);
  if (seal == NULL)
    return FALSE;
  return akk_store_check (path, NULL, error) || akk_dossier_translate_error (error, name);
}

AkkStore *
akk_dossier_read (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  AkkStore *store = NULL;

  if (!akk_dossier_check (path, error))
    return NULL;
  store = akk_store_open (path, AKK_STORE_READ_ONLY, error);
  if (store == NULL)
    akk_dossier_translate_error (error, name);
  return store;
}

/* --- Making --- */

static gboolean
fill_and_publish (AkkWorkingCopy *working, AkkDossierFill fill, gpointer data, GError **error)
{
  AkkPublication publication = { working, NULL, working->path, AKK_PUBLISH_NEW };
  g_autofree char *name = g_filename_display_basename (working->path);
  g_autoptr (AkkStore) store = akk_store_open (working->database, 0, error);

  if (store == NULL || !fill (store, data, error))
    return akk_dossier_translate_error (error, name);
  publication.store = store;
  return akk_dossier_publish_to (&publication, NULL, NULL, error);
}

/* A working copy is left of a file that is gone. One that a cut off making left empty, or that
 * nobody can read, must not stand in the way of a new file; but unsaved work of the old one is not
 * ours to throw away. */
static gboolean
clear_leftover (AkkWorkingCopy *working, const char *name, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (AkkStore) store = akk_store_open (working->database, 0, &cause);
  g_autofree char *aside = NULL;

  if (store != NULL)
    return akk_store_get_last_step (store) == 0 || akk_dossier_set_unsaved (error, name);
  if (!is_broken (cause)) {
    g_propagate_error (error, g_steal_pointer (&cause));
    return akk_dossier_translate_error (error, name);
  }
  aside = akk_working_copy_set_aside (working, error);
  return aside != NULL;
}

gboolean
akk_dossier_make (const char *path, AkkDossierFill fill, gpointer data, GError **error)
{
  g_autofree char *real = akk_dossier_real_path (path, error);
  g_autofree char *name = g_filename_display_basename (path);
  AkkWorkingCopy *working;
  gboolean made;

  if (real == NULL)
    return FALSE;
  if (g_file_test (real, G_FILE_TEST_EXISTS))
    return akk_dossier_set_exists (error, name);
  working = akk_working_copy_acquire (real, error);
  if (working == NULL)
    return FALSE;
  if (working->existed && !clear_leftover (working, name, error)) {
    akk_working_copy_free (working);
    return FALSE;
  }
  made = fill_and_publish (working, fill, data, error);
  akk_working_copy_remove (working);
  return made;
}

/* What a new dossier is made of. */
typedef struct {
  const char *name;
  const AkkTemplate *template; /* NULL: none */
  const char *title; /* NULL: that of the template */
} Beginning;

/* One section to begin in. The words are those of the agreement's language, not of the interface.
 */
static void
add_agreement (AkkStore *store)
{
  g_autoptr (AkkAgreement) agreement = akk_record_new (&akk_agreement_record);
  g_autoptr (AkkSection) section = akk_record_new (&akk_section_record);
  g_autofree char *position = akk_order_between ("", "");

  g_object_set (agreement, "title", "Samenwerkingsovereenkomst", NULL);
  akk_store_add (store, agreement);
  g_object_set (section, "heading", "Doel van de samenwerking", "position", position, "scheme",
                (gint64) AKK_SCHEME_PART, "agreement-id", agreement->record.id, NULL);
  akk_store_add (store, section);
}

static void
use_template (AkkStore *store, const Beginning *beginning)
{
  g_autoptr (AkkAgreement) agreement = akk_template_use (beginning->template, store);

  if (beginning->title != NULL)
    akk_store_set_text (store, agreement, "title", beginning->title);
}

static gboolean
fill_new (AkkStore *store, gpointer data, GError **error)
{
  const Beginning *beginning = data;
  g_autoptr (AkkDossierInfo) info = akk_record_new (&akk_dossier_info_record);

  akk_store_begin_founding (store, N_ ("New dossier"));
  g_object_set (info, "name", beginning->name, NULL);
  akk_store_add (store, info);
  if (beginning->template != NULL)
    use_template (store, beginning);
  else
    add_agreement (store);
  return akk_store_commit (store, error);
}

gboolean
akk_dossier_create (const char *path, const char *name, GError **error)
{
  return akk_dossier_make (path, fill_new, &(Beginning) { .name = name }, error);
}

gboolean
akk_dossier_create_from (const char *path,
                         const char *name,
                         const AkkTemplate *template,
                         const char *title,
                         GError **error)
{
  return akk_dossier_make (path, fill_new, &(Beginning) { name, template, title }, error);
}
