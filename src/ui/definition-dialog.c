/* The dialog in which people write what a word or an abbreviation means.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/definition-dialog.h"

#include <glib/gi18n.h>

static gboolean
check_cb (AkkStore *store, gconstpointer record, gpointer data, GError **error)
{
  return akk_definition_check (store, record, error);
}

/* One line, without space around it: it becomes one item of a list. */
static char *
tidy (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  return g_string_free_and_steal (line);
}

static void
writing_cb (AkkRecordDialog *dialog, AkkDefinition *definition, AkkStore *store)
{
  g_autofree char *term = tidy (definition->term);
  g_autofree char *meaning = tidy (definition->meaning);

  akk_store_set_text (store, definition, "term", term);
  akk_store_set_text (store, definition, "meaning", meaning);
}

AkkRecordDialog *
akk_definition_dialog_new (AkkStore *store, AkkDefinition *definition)
{
  static const struct {
    const char *begin, *change, *add_step, *change_step;
  } words[] = {
    [AKK_DEFINITION_TERM] = { N_ ("New Definition"), N_ ("Defined Term"), N_ ("Add Definition"),
                              N_ ("Change Definition") },
    [AKK_DEFINITION_ABBREVIATION] = { N_ ("New Abbreviation"), N_ ("Abbreviation"),
                                      N_ ("Add Abbreviation"), N_ ("Change Abbreviation") },
  };
  gboolean is_new = definition->record.id == 0;
  gboolean abbreviation = definition->kind == AKK_DEFINITION_ABBREVIATION;
  AkkRecordDialog *dialog = akk_record_dialog_new (
      store, definition, is_new ? _ (words[abbreviation].begin) : _ (words[abbreviation].change),
      is_new ? words[abbreviation].add_step : words[abbreviation].change_step);
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);
  GtkWidget *term = akk_record_form_add (form, "term");
  GtkWidget *meaning = abbreviation ? akk_record_form_add (form, "meaning")
                                    : akk_record_form_add_lines (form, "meaning");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (term),
                                 abbreviation ? _ ("Abbreviation") : _ ("Defined Term"));
  if (abbreviation)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (meaning), _ ("Full Form"));
  adw_dialog_set_focus (ADW_DIALOG (dialog), is_new && *definition->term != '\0' ? meaning : term);
  akk_record_dialog_set_check (dialog, check_cb, NULL, NULL);
  g_signal_connect_object (dialog, "writing", G_CALLBACK (writing_cb), store, 0);
  return dialog;
}
