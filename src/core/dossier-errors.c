/* The sentences of the dossier's errors, and the doors to the user's files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dossier.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/dossier-private.h"

G_DEFINE_QUARK (akk_dossier_error_quark, akk_dossier_error)

gboolean
akk_dossier_set_errno (GError **error, int saved_errno, const char *name)
{
  switch (saved_errno) {
  case ENOENT:
  case ENOTDIR:
    g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_NOT_FOUND,
                 _ ("“%s” or its folder is not there. Was it moved, renamed or removed?"), name);
    break;
  case ENOSPC:
  case EDQUOT:
    g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_FULL,
                 _ ("The disk is full, so “%s” was not saved. Make room; your work is kept safe "
                    "until then."),
                 name);
    break;
  case EACCES:
  case EPERM:
  case EROFS:
    g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_READ_ONLY,
                 _ ("You do not have the rights that “%s” asks for. Ask for access to the file and "
                    "its folder, "
                    "or choose another place."),
                 name);
    break;
  default:
    g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_FAILED, _ ("“%s” cannot be used: %s"),
                 name, g_strerror (saved_errno));
  }
  return FALSE;
}

gboolean
akk_dossier_set_damaged (GError **error, const char *name)
{
  g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_DAMAGED,
               _ ("“%s” is damaged or incomplete: it is not the file that Akkoord saved. Nothing "
                  "was changed in "
                  "it; look for an older copy."),
               name);
  return FALSE;
}

gboolean
akk_dossier_set_exists (GError **error, const char *name)
{
  g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_EXISTS,
               _ ("“%s” exists already. Choose another name."), name);
  return FALSE;
}

gboolean
akk_dossier_set_unsaved (GError **error, const char *name)
{
  g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_UNSAVED,
               _ ("“%s” is gone, but work on it that was not saved is still kept. Open it with "
                  "Akkoord to get that back, or choose another name."),
               name);
  return FALSE;
}

gboolean
akk_dossier_translate_error (GError **error, const char *name)
{
  if (error == NULL || *error == NULL || (*error)->domain != AKK_STORE_ERROR)
    return FALSE;

  g_autoptr (GError) cause = g_steal_pointer (error);

  switch (cause->code) {
  case AKK_STORE_ERROR_FULL:
    return akk_dossier_set_errno (error, ENOSPC, name);
  case AKK_STORE_ERROR_READ_ONLY:
    return akk_dossier_set_errno (error, EACCES, name);
  case AKK_STORE_ERROR_DAMAGED:
  case AKK_STORE_ERROR_NOT_OURS:
    return akk_dossier_set_damaged (error, name);
  case AKK_STORE_ERROR_NEWER:
    g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_NEWER,
                 _ ("“%s” was made by a newer version of Akkoord. Update Akkoord to open it."),
                 name);
    return FALSE;
  default:
    g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_FAILED, _ ("“%s” cannot be used: %s"),
                 name, cause->message);
    return FALSE;
  }
}

char *
akk_dossier_real_path (const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char *real = realpath (absolute, NULL);

  /* realpath () hands over memory of malloc (), which is what g_free () frees too. */
  if (real != NULL)
    return real;
  if (errno != ENOENT) {
    akk_dossier_set_errno (error, errno, name);
    return NULL;
  }

  g_autofree char *real_folder = realpath (folder, NULL);

  if (real_folder == NULL) {
    akk_dossier_set_errno (error, errno, name);
    return NULL;
  }
  return g_build_filename (real_folder, name, NULL);
}

int
akk_dossier_open_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  struct stat status;
  /* O_NONBLOCK: opening a pipe must not wait for somebody to write into it. */
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

  if (file < 0) {
    if (errno == EACCES || errno == EPERM)
      g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_READ_ONLY,
                   _ ("You are not allowed to read “%s”. Ask its owner for access."), name);
    else
      akk_dossier_set_errno (error, errno, name);
    return -1;
  }
  if (fstat (file, &status) == 0 && S_ISREG (status.st_mode))
    return file;
  g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_NOT_A_DOSSIER,
               S_ISDIR (status.st_mode) ? _ ("“%s” is a folder, not an Akkoord dossier.")
                                        : _ ("“%s” is a device or a pipe, not an Akkoord dossier."),
               name);
  close (file);
  return -1;
}
