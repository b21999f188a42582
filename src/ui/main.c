/* Starts the program: language first, then the application.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "core/datadir.h"
#include "print/annex-flaws.h"
#include "ui/application.h"

int
main (int argc, char **argv)
{
  g_autofree char *folder = akk_datadir_locale ();
  g_autoptr (AkkApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_ ("Akkoord"));

  akk_findings_set_annex_reader (akk_annex_flaws);
  akk_findings_set_figure_reader (akk_figure_is_readable);
  application = akk_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
