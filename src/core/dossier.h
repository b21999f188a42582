/* A dossier: one file of the user, and the working copy in which it is edited.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The user's file is never edited in place. Opening copies it to a private working copy; some
 * seconds after the last action, and on close, the working copy is published: copied beside the
 * target, checked, sealed (SHA-256 over all bytes), synced, renamed. After a crash the working copy
 * simply goes on. */
#pragma once

#include <gio/gio.h>

#include "core/store.h"
#include "core/templates.h"

G_BEGIN_DECLS

#define AKK_TYPE_DOSSIER (akk_dossier_get_type ())
G_DECLARE_FINAL_TYPE (AkkDossier, akk_dossier, AKK, DOSSIER, GObject)

#define AKK_DOSSIER_ERROR (akk_dossier_error_quark ())
GQuark akk_dossier_error_quark (void);
typedef enum {
  AKK_DOSSIER_ERROR_NOT_FOUND,
  AKK_DOSSIER_ERROR_NOT_A_DOSSIER,
  AKK_DOSSIER_ERROR_NEWER, /* made by a newer version of the program */
  AKK_DOSSIER_ERROR_DAMAGED, /* truncated, flipped bits, failed check */
  AKK_DOSSIER_ERROR_READ_ONLY, /* the target cannot be written: the working copy keeps everything */
  AKK_DOSSIER_ERROR_FULL, /* the disk is full, likewise */
  AKK_DOSSIER_ERROR_CHANGED, /* somebody else changed the target: ask, then merge or publish_as */
  AKK_DOSSIER_ERROR_IN_USE, /* another process edits this dossier */
  AKK_DOSSIER_ERROR_EXISTS, /* a new file was asked for where there is one */
  AKK_DOSSIER_ERROR_UNSAVED, /* likewise, where one is gone of which unsaved work is kept: open it
                              */
  AKK_DOSSIER_ERROR_FAILED,
} AkkDossierError;
/* Every message is one translated sentence or two: what happened, what to do. */

/* Makes a dossier with one empty agreement at `path` (must not exist) and publishes it. */
gboolean akk_dossier_create (const char *path, const char *name, GError **error);
/* The same, with an agreement as the template has it. `title` of the agreement; NULL: that of the
 * template. */
gboolean akk_dossier_create_from (const char *path,
                                  const char *name,
                                  const AkkTemplate *template,
                                  const char *title,
                                  GError **error);

/* Opens for editing. `recovered` of the result tells that a working copy was found and continued
 * because it holds what the user's file does not: newer actions, or all there is since that file
 * is gone or damaged. Checks and copies run on a worker thread. */
void akk_dossier_open_async (const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
AkkDossier *akk_dossier_open_finish (GAsyncResult *result,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Opens for reading only, without working copy; the file is not touched. For the command line. */
AkkStore *akk_dossier_read (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Checks the seal and the contents of a published file without writing anything. */
gboolean akk_dossier_check (const char *path, GError **error);

/* Properties, notifying:
 *   path       of the user's file
 *   recovered  gboolean, construct only
 *   state      AkkDossierState
 *   failure    GError of the last publish, NULL when it succeeded */
typedef enum {
  AKK_DOSSIER_PUBLISHED, /* everything is in the user's file */
  AKK_DOSSIER_PENDING, /* newer actions are safe in the working copy only */
  AKK_DOSSIER_PUBLISHING,
} AkkDossierState;
const char *akk_dossier_get_path (AkkDossier *self);
AkkStore *akk_dossier_get_store (AkkDossier *self);
AkkDossierState akk_dossier_get_state (AkkDossier *self);
const GError *akk_dossier_get_failure (AkkDossier *self);
gboolean akk_dossier_get_recovered (AkkDossier *self);
/* Where a working copy was put that could not be read when the dossier was opened, with the actions
 * that were in it alone; what is open then is the user's file as it was published. Else NULL. */
const char *akk_dossier_get_set_aside (AkkDossier *self);

/* Publishes now. Runs by itself AKK_PUBLISH_DELAY_S after the last action. */
#define AKK_PUBLISH_DELAY_S 5
void akk_dossier_publish_async (AkkDossier *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
gboolean akk_dossier_publish_finish (AkkDossier *self, GAsyncResult *result, GError **error);
/* Goes on under another path (after CHANGED: keep both; after READ_ONLY: elsewhere). */
void akk_dossier_publish_as_async (AkkDossier *self,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
/* After CHANGED: takes over what the other file holds (merge), then publishes. */
void akk_dossier_merge_and_publish_async (AkkDossier *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer data);
/* A published copy elsewhere; the dossier goes on under its own path. */
void akk_dossier_save_copy_async (AkkDossier *self,
                                  const char *path,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);

/* Publishes what is pending and removes the working copy; on failure the working copy stays. Finish
 * with akk_dossier_publish_finish (). What is asked for afterwards is answered: publishing and
 * closing with success, all else with FAILED. */
void akk_dossier_close_async (AkkDossier *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);

/* Today for this dossier, in days since 1970: $AKKOORD_TODAY, else the dossier's own date, else the
 * clock. A variable that holds no date is ignored, with a message. */
gint64 akk_store_today (AkkStore *store);

G_END_DECLS
