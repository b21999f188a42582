/* A PDF into a file: whole or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pdf-internal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
save_fail (const char *path, int cause, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *folder = g_path_get_dirname (name);

  switch (cause) {
  case ENOENT:
  case ENOTDIR:
    g_set_error (error, AKK_PDF_ERROR, AKK_PDF_ERROR_WRITE,
                 _ ("The folder “%s” does not exist. Choose another folder for the PDF."), folder);
    break;
  case EACCES:
  case EPERM:
  case EROFS:
    g_set_error (error, AKK_PDF_ERROR, AKK_PDF_ERROR_WRITE,
                 _ ("You may not write in the folder “%s”. Choose another folder for the PDF."),
                 folder);
    break;
  case ENOSPC:
  case EDQUOT:
    g_set_error (error, AKK_PDF_ERROR, AKK_PDF_ERROR_WRITE,
                 _ ("There is no room left to write “%s”. Make room on the disk and try again."),
                 name);
    break;
  case EISDIR:
    g_set_error (error, AKK_PDF_ERROR, AKK_PDF_ERROR_WRITE,
                 _ ("“%s” is a folder. Choose another name for the PDF."), name);
    break;
  default:
    g_set_error (error, AKK_PDF_ERROR, AKK_PDF_ERROR_WRITE, _ ("“%s” cannot be written: %s"), name,
                 g_strerror (cause));
  }
  return FALSE;
}

/* 0 or the errno. */
static int
write_all (int fd, GBytes *bytes)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0) {
    gssize done = write (fd, data, left);
    if (done < 0 && errno == EINTR)
      continue;
    if (done < 0)
      return errno;
    data += done;
    left -= done;
  }
  return 0;
}

/* The name is safe only once the folder is on the disk too; where a folder cannot be synced, so be
 * it. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* What is no ordinary file (a pipe, a device) takes the bytes as they are. */
static gboolean
save_through (GBytes *bytes, const char *path, GError **error)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  int cause;

  if (fd < 0)
    return save_fail (path, errno, error);
  cause = write_all (fd, bytes);
  if (close (fd) != 0 && cause == 0)
    cause = errno;
  return cause == 0 || save_fail (path, cause, error);
}

gboolean
akk_pdf_save (GBytes *bytes, const char *path, GError **error)
{
  g_autofree char *target = NULL, *temporary = NULL;
  GStatBuf now;
  int fd, cause;

  if (g_stat (path, &now) == 0) {
    if (S_ISDIR (now.st_mode))
      return save_fail (path, EISDIR, error);
    if (!S_ISREG (now.st_mode))
      return save_through (bytes, path, error);
    if (g_access (path, W_OK) != 0)
      return save_fail (path, errno, error);
  }
  /* A link stays a link: what it points to is replaced. */
  target = realpath (path, NULL);
  temporary = g_strconcat (target != NULL ? target : path, ".XXXXXX", NULL);
  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    return save_fail (path, errno, error);
  cause = write_all (fd, bytes);
  if (cause == 0 && fsync (fd) != 0)
    cause = errno;
  if (close (fd) != 0 && cause == 0)
    cause = errno;
  if (cause == 0 && g_rename (temporary, target != NULL ? target : path) != 0)
    cause = errno;
  if (cause != 0) {
    g_unlink (temporary);
    return save_fail (path, cause, error);
  }
  sync_folder (path);
  return TRUE;
}
