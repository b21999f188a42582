/* The dialog for figures from a table: its list.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/measurement-import-private.h"
#include "ui/state-glyph.h"

/* The parts of a row, found again by what they are for. */
typedef struct {
  GtkWidget *glyph, *title, *details, *mend, *entry, *offer;
} Parts;

/* What has no place by then is not shown at all. */
#define MAX_FRAMES 10

static const char parts_key[] = "akk-parts";

/* --- Which items --- */

static guint
index_of (GtkListItem *item)
{
  return (guint) g_ascii_strtoull (gtk_string_object_get_string (gtk_list_item_get_item (item)),
                                   NULL, 10);
}

static const AkkMeasureItem *
item_of (AkkMeasurementImportDialog *self, GtkListItem *item)
{
  return self->import->items->pdata[index_of (item)];
}

/* --- Callbacks --- */

static void
mend (AkkMeasurementImportDialog *self, GtkListItem *item, const char *text)
{
  const AkkMeasureItem *wrong = item_of (self, item);

  if (!g_str_equal (text, wrong->cell))
    akk_measurement_import_dialog_mend (self, wrong, text, gtk_list_item_get_position (item));
}

static void
entry_activated_cb (GtkWidget *entry, GtkListItem *item)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (entry, AKK_TYPE_MEASUREMENT_IMPORT_DIALOG);

  mend (AKK_MEASUREMENT_IMPORT_DIALOG (dialog), item, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
offer_clicked_cb (GtkWidget *button, GtkListItem *item)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (button, AKK_TYPE_MEASUREMENT_IMPORT_DIALOG);
  AkkMeasurementImportDialog *self = AKK_MEASUREMENT_IMPORT_DIALOG (dialog);

  mend (self, item, item_of (self, item)->offer);
}

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

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Parts *parts = g_new0 (Parts, 1);

  parts->glyph = akk_state_glyph_new (AKK_GLYPH_NONE);
  parts->title = label_new (NULL);
  parts->details = label_new ("dim-label");
  parts->mend = adw_wrap_box_new ();
  parts->entry = gtk_entry_new ();
  parts->offer = gtk_button_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (parts->mend), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (parts->mend), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (parts->mend), parts->entry);
  adw_wrap_box_append (ADW_WRAP_BOX (parts->mend), parts->offer);
  gtk_editable_set_width_chars (GTK_EDITABLE (parts->entry), 12);
  gtk_widget_set_valign (parts->glyph, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (words), parts->title);
  gtk_box_append (GTK_BOX (words), parts->details);
  gtk_box_append (GTK_BOX (words), parts->mend);
  gtk_box_append (GTK_BOX (box), parts->glyph);
  gtk_box_append (GTK_BOX (box), words);
  g_object_set_data_full (G_OBJECT (item), parts_key, parts, g_free);
  g_signal_connect (parts->entry, "activate", G_CALLBACK (entry_activated_cb), item);
  g_signal_connect (parts->offer, "clicked", G_CALLBACK (offer_clicked_cb), item);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

/* A wrong one: its cell can be written anew. */
static void
bind_mend (Parts *parts, const AkkMeasureItem *item, const char *problem)
{
  gboolean offered = item->offer != NULL && item->fixable;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (parts->mend, item->state == AKK_IMPORT_WRONG && item->fixable);
  gtk_widget_set_visible (parts->offer, offered);
  if (item->state != AKK_IMPORT_WRONG)
    return;
  gtk_editable_set_text (GTK_EDITABLE (parts->entry), item->cell);
  /* Translators: %s says what is wrong with a cell of a table. */
  name = g_strdup_printf (_ ("What the cell must say. %s"), problem);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  if (offered) {
    g_autofree char *label = g_strdup_printf (_ ("Write “%s”"), item->offer);

    gtk_button_set_label (GTK_BUTTON (parts->offer), label);
    gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (parts->offer))),
                             PANGO_ELLIPSIZE_END);
  }
}

static char *
details_of (const AkkMeasurementImport *import, const AkkMeasureItem *item)
{
  g_autofree char *words = akk_measurement_import_words (import, item);

  if (item->state == AKK_IMPORT_NEW)
    return item->doubtful ? g_strdup_printf (_ ("New: %s (is that right?)"), words)
                          : g_strdup_printf (_ ("New: %s"), words);
  if (item->state == AKK_IMPORT_WRONG && item->n_figures > 1)
    return g_strdup_printf (g_dngettext (NULL, "%s This is so for %u figure.",
                                         "%s This is so for %u figures.", item->n_figures),
                            words, item->n_figures);
  return g_steal_pointer (&words);
}

/* A row that was just made gets its place in the next frame. */
static gboolean
focus_cb (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  AkkMeasurementImportDialog *self = data;

  if (self->focus != NULL && !gtk_widget_get_mapped (self->focus) && --self->frames > 0)
    return G_SOURCE_CONTINUE;
  if (self->focus != NULL && gtk_widget_get_mapped (self->focus))
    gtk_widget_grab_focus (self->focus);
  g_clear_weak_pointer (&self->focus);
  return G_SOURCE_REMOVE;
}

static void
focus_soon (AkkMeasurementImportDialog *self, GtkWidget *entry)
{
  gboolean waits = self->focus != NULL;

  g_set_weak_pointer (&self->focus, entry);
  self->frames = MAX_FRAMES;
  if (!waits)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list), focus_cb, self, NULL);
}

static void
bind_cb (AkkMeasurementImportDialog *self, GtkListItem *list_item)
{
  static const AkkGlyph glyphs[] = { [AKK_IMPORT_NEW] = AKK_GLYPH_OPEN,
                                     [AKK_IMPORT_CHANGED] = AKK_GLYPH_BUSY,
                                     [AKK_IMPORT_SAME] = AKK_GLYPH_DONE,
                                     [AKK_IMPORT_WRONG] = AKK_GLYPH_ATTENTION };
  const AkkMeasurementImport *import = self->import;
  const AkkMeasureItem *item = item_of (self, list_item);
  Parts *parts = g_object_get_data (G_OBJECT (list_item), parts_key);
  g_autofree char *name = akk_measurement_import_title (import, item);
  g_autofree char *details = details_of (import, item);
  g_autofree char *title = item->state == AKK_IMPORT_WRONG && item->now.indicator_id != 0
                               ? g_strdup_printf (_ ("Row %u: %s"), item->line, name)
                               : g_strdup (name);
  g_autofree char *all = g_strdup_printf ("%s. %s", title, details);

  akk_state_glyph_set_glyph (AKK_STATE_GLYPH (parts->glyph), glyphs[item->state]);
  gtk_label_set_label (GTK_LABEL (parts->title), title);
  gtk_label_set_label (GTK_LABEL (parts->details), details);
  bind_mend (parts, item, details);
  gtk_list_item_set_accessible_label (list_item, all);
  gtk_list_item_set_focusable (list_item, !gtk_widget_get_visible (parts->mend));
  if (gtk_list_item_get_position (list_item) == self->mended) { /* once it has its place */
    self->mended = G_MAXUINT;
    focus_soon (self, parts->entry);
  }
}

/* --- For the dialog --- */

void
akk_measurement_import_list_init (AkkMeasurementImportDialog *self, GtkListView *list)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (list, factory);
}

void
akk_measurement_import_list_fill (AkkMeasurementImportDialog *self)
{
  static const AkkImportState order[] = { AKK_IMPORT_WRONG, AKK_IMPORT_NEW, AKK_IMPORT_CHANGED };
  g_autoptr (GtkStringList) indices = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) selection = NULL;
  guint n_wrong = 0;

  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < self->import->items->len; i++)
      if (((AkkMeasureItem *) self->import->items->pdata[i])->state == order[k]) {
        gtk_string_list_take (indices, g_strdup_printf ("%u", i));
        n_wrong += order[k] == AKK_IMPORT_WRONG;
      }
  if (self->mended != G_MAXUINT)
    self->mended = n_wrong > 0 ? MIN (self->mended, n_wrong - 1) : G_MAXUINT;
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&indices)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  if (self->mended != G_MAXUINT)
    gtk_list_view_scroll_to (self->list, self->mended, GTK_LIST_SCROLL_NONE, NULL);
}
