/* The dialog that says what Akkoord is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/about.h"

#include <glib/gi18n.h>

AdwDialog *
akk_about_dialog_new (void)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);

  adw_about_dialog_set_application_name (about, _ ("Akkoord"));
  adw_about_dialog_set_application_icon (about, APP_ID);
  adw_about_dialog_set_version (about, VERSION);
  adw_about_dialog_set_developer_name (about, _ ("The makers of Akkoord"));
  adw_about_dialog_set_comments (
      about, _ ("Cooperation agreements and the work they promise: text, action plan, meetings and "
                "evaluation in one dossier on your own computer."));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_add_legal_section (about, _ ("Typefaces on paper"),
                                      /* Translators: names of typefaces and of their licence. */
                                      _ ("Vollkorn and Source Sans 3, SIL Open Font License 1.1"),
                                      GTK_LICENSE_CUSTOM, NULL);
  /* Translators: your names, one a line. */
  adw_about_dialog_set_translator_credits (about, _ ("translator-credits"));
  return dialog;
}
