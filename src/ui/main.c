/* Starts the program: language first, then the application.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "ui/application.h"

/* A build folder holds its translations beside its data. */
static char *
locale_folder (void)
{
  const char *folder = g_getenv ("AKKOORD_DATADIR");

  if (folder != NULL && *folder != '\0')
    return g_build_filename (folder, "..", "po", NULL);
  return g_strdup (LOCALEDIR);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = locale_folder ();
  g_autoptr (AkkApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_ ("Akkoord"));

  application = akk_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
