/* The list of what a table would do, whether of actions or of figures, and the words above it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/import-list.h"

#include <glib/gi18n.h>

#include "ui/state-glyph.h"

static const char line_key[] = "akk-import-line";

/* --- Rows --- */

static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

AkkImportLine *
akk_import_line_setup (GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  AkkImportLine *line = g_new0 (AkkImportLine, 1);

  line->glyph = akk_state_glyph_new (AKK_GLYPH_NONE);
  line->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  line->title = label_new (NULL);
  line->details = label_new ("dim-label");
  gtk_widget_set_valign (line->glyph, GTK_ALIGN_START);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (line->words), line->title);
  gtk_box_append (GTK_BOX (line->words), line->details);
  gtk_box_append (GTK_BOX (box), line->glyph);
  gtk_box_append (GTK_BOX (box), line->words);
  g_object_set_data_full (G_OBJECT (item), line_key, line, g_free);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
  return line;
}

void
akk_import_line_bind (GtkListItem *item,
                      AkkImportState state,
                      const char *title,
                      const char *details)
{
  static const AkkGlyph glyphs[] = { [AKK_IMPORT_NEW] = AKK_GLYPH_OPEN,
                                     [AKK_IMPORT_CHANGED] = AKK_GLYPH_BUSY,
                                     [AKK_IMPORT_SAME] = AKK_GLYPH_DONE,
                                     [AKK_IMPORT_WRONG] = AKK_GLYPH_ATTENTION };
  const AkkImportLine *line = g_object_get_data (G_OBJECT (item), line_key);
  g_autofree char *all = g_strdup_printf ("%s. %s", title, details);

  akk_state_glyph_set_glyph (AKK_STATE_GLYPH (line->glyph), glyphs[state]);
  gtk_label_set_label (GTK_LABEL (line->title), title);
  gtk_label_set_label (GTK_LABEL (line->details), details);
  gtk_list_item_set_accessible_label (item, all);
}

guint
akk_import_line_index (GtkListItem *item)
{
  const char *index = gtk_string_object_get_string (gtk_list_item_get_item (item));

  return (guint) g_ascii_strtoull (index, NULL, 10);
}

GtkSelectionModel *
akk_import_list_model (GPtrArray *rows, AkkImportStateOf state_of, guint *n_wrong)
{
  static const AkkImportState order[] = { AKK_IMPORT_WRONG, AKK_IMPORT_NEW, AKK_IMPORT_CHANGED };
  GtkStringList *indices = gtk_string_list_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (order); k++) {
    for (guint i = 0; i < rows->len; i++)
      if (state_of (rows->pdata[i]) == order[k])
        gtk_string_list_take (indices, g_strdup_printf ("%u", i));
    if (order[k] == AKK_IMPORT_WRONG && n_wrong != NULL)
      *n_wrong = g_list_model_get_n_items (G_LIST_MODEL (indices));
  }
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (indices)));
}

/* --- Words --- */

void
akk_import_say_ignored (GString *words, const char *between, GPtrArray *ignored)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < ignored->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (const char *) ignored->pdata[i]);
  if (ignored->len == 0)
    return;
  g_string_append (words, between);
  g_string_append_printf (words, _ ("Not read: %s."), names->str);
}
