/* What a dossier does on a thread of its own: publish, fetch, remove.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dossier.h"

#include "core/dossier-private.h"

static gboolean
publish_over (AkkOperation *operation,
              AkkPublishMode mode,
              GCancellable *cancellable,
              GError **error)
{
  AkkWorkingCopy *working = operation->working;
  AkkPublication publication = { working, operation->store, working->path, mode };
  AkkSeen seen = { 0 };

  if (!akk_dossier_publish_to (&publication, &seen, cancellable, error))
    return FALSE;
  operation->published_step = operation->last_step;
  working->seen = seen;
  working->sent[0] = '\0';
  working->published_step = operation->last_step;
  /* The file is published. Should this note fail, its contents tell so as well (see `sent`). */
  akk_working_copy_save (working, NULL);
  return TRUE;
}

static gboolean
publish_as (AkkOperation *operation, GCancellable *cancellable, GError **error)
{
  AkkWorkingCopy *working = operation->working;
  g_autofree char *real = akk_dossier_real_path (operation->path, error);
  g_autofree char *old = g_strdup (working->path);
  gboolean moves = real != NULL && !g_str_equal (real, old);

  if (real == NULL)
    return FALSE;
  if (moves && !akk_working_copy_rename (working, real, error))
    return FALSE;
  if (publish_over (operation, AKK_PUBLISH_OVER_ANY, cancellable, error))
    return TRUE;
  if (moves)
    akk_working_copy_rename (working, old, NULL);
  return FALSE;
}

static gboolean
save_copy (AkkOperation *operation, GCancellable *cancellable, GError **error)
{
  AkkWorkingCopy *working = operation->working;
  AkkPublication publication = { working, operation->store, NULL, AKK_PUBLISH_OVER_ANY };
  g_autofree char *real = akk_dossier_real_path (operation->path, error);

  if (real == NULL)
    return FALSE;
  if (g_str_equal (real, working->path))
    return publish_over (operation, AKK_PUBLISH_OVER_SEEN, cancellable, error);
  publication.target = real;
  return akk_dossier_publish_to (&publication, NULL, cancellable, error);
}

void
akk_operation_free (AkkOperation *operation)
{
  g_free (operation->path);
  g_free (operation->other);
  g_free (operation);
}

gboolean
akk_operation_run (AkkOperation *operation, GCancellable *cancellable, GError **error)
{
  switch (operation->kind) {
  case AKK_OPERATION_PUBLISH:
  case AKK_OPERATION_CLOSE:
    return operation->working->published_step == operation->last_step ||
           publish_over (operation, AKK_PUBLISH_OVER_SEEN, cancellable, error);
  case AKK_OPERATION_PUBLISH_AS:
    return publish_as (operation, cancellable, error);
  case AKK_OPERATION_MERGE:
    operation->other = akk_working_copy_fetch (operation->working, "other.db",
                                               &operation->other_seen, cancellable, error);
    return operation->other != NULL;
  case AKK_OPERATION_SAVE_COPY:
    return save_copy (operation, cancellable, error);
  case AKK_OPERATION_REMOVE:
    akk_working_copy_remove (operation->working);
    return TRUE;
  }
  g_return_val_if_reached (FALSE);
}
