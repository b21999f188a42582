/* The dialog for figures from a table: its list.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/import-list.h"
#include "ui/measurement-import-private.h"

/* What a row has beside its line, found again by what it is for. */
typedef struct {
  GtkWidget *mend, *entry, *offer;
} Parts;

/* What has no place by then is not shown at all. */
#define MAX_FRAMES 10

static const char parts_key[] = "akk-parts";

/* --- Which items --- */

static AkkImportState
state_of (gconstpointer item)
{
  return ((const AkkMeasureItem *) item)->state;
}

static const AkkMeasureItem *
item_of (AkkMeasurementImportDialog *self, GtkListItem *item)
{
  return self->import->items->pdata[akk_import_line_index (item)];
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

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  const AkkImportLine *line = akk_import_line_setup (item);
  Parts *parts = g_new0 (Parts, 1);

  parts->mend = adw_wrap_box_new ();
  parts->entry = gtk_entry_new ();
  parts->offer = gtk_button_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (parts->mend), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (parts->mend), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (parts->mend), parts->entry);
  adw_wrap_box_append (ADW_WRAP_BOX (parts->mend), parts->offer);
  gtk_editable_set_width_chars (GTK_EDITABLE (parts->entry), 12);
  gtk_widget_set_hexpand (line->words, TRUE);
  gtk_box_append (GTK_BOX (line->words), parts->mend);
  g_object_set_data_full (G_OBJECT (item), parts_key, parts, g_free);
  g_signal_connect (parts->entry, "activate", G_CALLBACK (entry_activated_cb), item);
  g_signal_connect (parts->offer, "clicked", G_CALLBACK (offer_clicked_cb), item);
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
  const AkkMeasurementImport *import = self->import;
  const AkkMeasureItem *item = item_of (self, list_item);
  Parts *parts = g_object_get_data (G_OBJECT (list_item), parts_key);
  g_autofree char *name = akk_measurement_import_title (import, item);
  g_autofree char *details = details_of (import, item);
  g_autofree char *title = item->state == AKK_IMPORT_WRONG && item->now.indicator_id != 0
                               ? g_strdup_printf (_ ("Row %u: %s"), item->line, name)
                               : g_strdup (name);

  akk_import_line_bind (list_item, item->state, title, details);
  bind_mend (parts, item, details);
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
  guint n_wrong;
  g_autoptr (GtkSelectionModel) model =
      akk_import_list_model (self->import->items, state_of, &n_wrong);

  if (self->mended != G_MAXUINT)
    self->mended = n_wrong > 0 ? MIN (self->mended, n_wrong - 1) : G_MAXUINT;
  gtk_list_view_set_model (self->list, model);
  if (self->mended != G_MAXUINT)
    gtk_list_view_scroll_to (self->list, self->mended, GTK_LIST_SCROLL_NONE, NULL);
}
