/* Where the program's own data lies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/datadir.h"

/* NULL: the program is installed. */
static const char *
build_folder (void)
{
  const char *folder = g_getenv ("AKKOORD_DATADIR");

  return folder != NULL && *folder != '\0' ? folder : NULL;
}

char *
akk_datadir_path (const char *name)
{
  const char *folder = build_folder ();

  return g_build_filename (folder != NULL ? folder : PKGDATADIR, name, NULL);
}

char *
akk_datadir_locale (void)
{
  const char *folder = build_folder ();

  return folder != NULL ? g_build_filename (folder, "..", "po", NULL) : g_strdup (LOCALEDIR);
}
