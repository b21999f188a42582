/* What the sources of the dossier share among themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dossier.h"
#include "core/working-copy.h"

G_BEGIN_DECLS

/* Set `error` and return FALSE. `name` is the file's name as people see it. */
gboolean akk_dossier_set_errno (GError **error, int saved_errno, const char *name);
gboolean akk_dossier_set_damaged (GError **error, const char *name);
gboolean akk_dossier_set_exists (GError **error, const char *name);
gboolean akk_dossier_set_unsaved (GError **error, const char *name);
/* Replaces an error of the store by the dossier's sentence for it; cancellation passes unchanged.
 */
gboolean akk_dossier_translate_error (GError **error, const char *name);

/* The file itself, or where it will be made: absolute, symbolic links followed. NULL with NOT_FOUND
 * when not even its folder exists. */
char *akk_dossier_real_path (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A descriptor for reading; refuses folders, pipes and devices without waiting for them. -1 on
 * error. */
int akk_dossier_open_file (const char *path, GError **error);

/* --- Publishing (dossier-publish.c); on any thread --- */

typedef enum {
  AKK_PUBLISH_OVER_SEEN, /* the target must be the one that the working copy saw last, or be gone */
  AKK_PUBLISH_OVER_ANY, /* the user has agreed to replace what is there */
  AKK_PUBLISH_NEW, /* there must be nothing */
} AkkPublishMode;

typedef struct {
  AkkWorkingCopy *working;
  AkkStore *store; /* that has its database open */
  const char *target; /* real path */
  AkkPublishMode mode;
} AkkPublication;

/* Copies the store to the target: in the working copy first, checked and sealed, then beside the
 * target, synced, renamed. On success `seen` (optional) tells what the target is now. */
gboolean akk_dossier_publish_to (const AkkPublication *publication,
                                 AkkSeen *seen,
                                 GCancellable *cancellable,
                                 GError **error);

/* TRUE when the target is as last seen, or was published by us, or is gone; else CHANGED. `now`
 * tells how it looks (all zero: gone). */
gboolean akk_dossier_verify_seen (AkkWorkingCopy *working,
                                  const char *target,
                                  AkkSeen *now,
                                  GCancellable *cancellable,
                                  GError **error);

/* --- Operations (dossier-operation.c) --- */

typedef enum {
  AKK_OPERATION_PUBLISH,
  AKK_OPERATION_PUBLISH_AS,
  AKK_OPERATION_MERGE, /* only fetches; the store merges on the main thread */
  AKK_OPERATION_SAVE_COPY,
  AKK_OPERATION_CLOSE, /* publishes */
  AKK_OPERATION_REMOVE,
} AkkOperationKind;

/* What a thread is to do, and has done. Operations run one at a time. */
typedef struct {
  AkkOperationKind kind;
  char *path; /* PUBLISH_AS, SAVE_COPY: as given */
  gint64 last_step; /* newest of the log when it started: what will surely be in the file */
  gint64 published_step; /* out: what is in the user's file now; -1: as before */
  AkkStore *store; /* not owned */
  AkkWorkingCopy *working; /* not owned, except by REMOVE */
  char *other; /* out, MERGE: what was fetched */
  AkkSeen other_seen;
} AkkOperation;

gboolean akk_operation_run (AkkOperation *operation, GCancellable *cancellable, GError **error);
void akk_operation_free (AkkOperation *operation);

/* --- The object (dossier.c, dossier-open.c); on the main thread --- */

/* Takes over `working`, whose `published_step` says what the user's file holds. */
AkkDossier *akk_dossier_new (const char *path,
                             AkkStore *store,
                             AkkWorkingCopy *working,
                             gboolean recovered,
                             const char *set_aside) G_GNUC_WARN_UNUSED_RESULT;
/* The dossier of this process that edits the file; NULL when there is none. */
AkkDossier *akk_dossier_find_live (const char *real_path);
/* If it is being closed, `callback` runs when that is over, and TRUE is returned. */
gboolean akk_dossier_wait_for_close (AkkDossier *self, GSourceFunc callback, gpointer data);

/* Makes a dossier at `path` from what `fill` puts into an empty store. */
typedef gboolean (*AkkDossierFill) (AkkStore *store, gpointer data, GError **error);
gboolean akk_dossier_make (const char *path, AkkDossierFill fill, gpointer data, GError **error);

G_END_DECLS
