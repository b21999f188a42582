/* Where the program's own data lies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/datadir.h"

char *
akk_datadir_path (const char *name)
{
  const char *folder = g_getenv ("AKKOORD_DATADIR");

  return g_build_filename (folder != NULL && *folder != '\0' ? folder : PKGDATADIR, name, NULL);
}
