/* A group of records that a dialog edits before they are stored.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/draft-list.h"

#include <glib/gi18n.h>

struct _AkkDraftList {
  AdwPreferencesGroup parent_instance;

  GPtrArray *records;
  AkkDraftLook look;
  gpointer data;
  GPtrArray *rows; /* borrowed, in the order of the records */
  GtkWidget *add_button;
};

enum { ADD_WANTED, RECORD_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char record_key[] = "akk-record", remove_key[] = "akk-remove";

G_DEFINE_FINAL_TYPE (AkkDraftList, akk_draft_list, ADW_TYPE_PREFERENCES_GROUP)

static AkkRecord *
record_of (gpointer row)
{
  return g_object_get_data (row, record_key);
}

static void
describe (AkkDraftList *self, GtkWidget *row)
{
  g_autofree char *title = NULL, *subtitle = NULL, *tooltip = NULL;

  self->look.describe (self->data, record_of (row), &title, &subtitle);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set (row, "subtitle", subtitle != NULL ? subtitle : "", NULL);
  tooltip = g_strdup_printf (_ ("Remove “%s”"), title);
  gtk_widget_set_tooltip_text (g_object_get_data (G_OBJECT (row), remove_key), tooltip);
}

/* --- Callbacks --- */

static void
notify_cb (GtkWidget *row)
{
  GtkWidget *self = gtk_widget_get_ancestor (row, AKK_TYPE_DRAFT_LIST);

  if (self != NULL)
    describe (AKK_DRAFT_LIST (self), row);
}

static void
add_cb (AkkDraftList *self)
{
  g_signal_emit (self, signals[ADD_WANTED], 0);
}

static void
activated_cb (AkkDraftList *self, GtkWidget *row)
{
  g_signal_emit (self, signals[RECORD_ACTIVATED], 0, record_of (row));
}

/* The row after it takes the focus, else the one before it, else the button. */
static void
remove_cb (AkkDraftList *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_PREFERENCES_ROW);
  guint index;

  /* The header of a row that unfolds is a row of its own. */
  while (row != NULL && record_of (row) == NULL)
    row = gtk_widget_get_ancestor (gtk_widget_get_parent (row), ADW_TYPE_PREFERENCES_ROW);
  if (row == NULL || !g_ptr_array_find (self->rows, row, &index))
    return;
  g_ptr_array_remove_index (self->rows, index);
  if (self->rows->len > 0)
    gtk_widget_child_focus (self->rows->pdata[MIN (index, self->rows->len - 1)],
                            GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (self->add_button);
  g_ptr_array_remove (self->records, record_of (row));
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
}

/* --- Rows --- */

static GtkWidget *
remove_button_new (AkkDraftList *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
row_new (AkkDraftList *self, AkkRecord *record)
{
  gboolean unfolds = self->look.fields != NULL;
  GtkWidget *row = unfolds ? adw_expander_row_new () : adw_action_row_new ();
  GtkWidget *button = remove_button_new (self);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), record_key, g_object_ref (record), g_object_unref);
  g_object_set_data (G_OBJECT (row), remove_key, button);
  if (unfolds) {
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), button);
    self->look.fields (self->data, ADW_EXPANDER_ROW (row), record);
  } else {
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  }
  g_signal_connect_object (record, "notify", G_CALLBACK (notify_cb), row, G_CONNECT_SWAPPED);
  describe (self, row);
  return row;
}

/* A group can only be added to at its end. */
static void
show_rows (AkkDraftList *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    g_object_ref (self->rows->pdata[i]);
    if (gtk_widget_get_parent (self->rows->pdata[i]) != NULL)
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  }
  for (guint i = 0; i < self->rows->len; i++) {
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
    g_object_unref (self->rows->pdata[i]);
  }
}

/* --- Virtual functions --- */

static void
akk_draft_list_finalize (GObject *object)
{
  AkkDraftList *self = AKK_DRAFT_LIST (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->records);
  G_OBJECT_CLASS (akk_draft_list_parent_class)->finalize (object);
}

static void
akk_draft_list_class_init (AkkDraftListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_draft_list_finalize;
  signals[ADD_WANTED] = g_signal_new ("add-wanted", AKK_TYPE_DRAFT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);
  signals[RECORD_ACTIVATED] =
      g_signal_new ("record-activated", AKK_TYPE_DRAFT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, AKK_TYPE_RECORD);
}

static void
akk_draft_list_init (AkkDraftList *self)
{
  self->rows = g_ptr_array_new ();
}

/* --- Public --- */

GtkWidget *
akk_draft_list_new (GPtrArray *records, const AkkDraftLook *look, gpointer data)
{
  AkkDraftList *self = g_object_new (AKK_TYPE_DRAFT_LIST, "title", look->title, NULL);

  self->records = g_ptr_array_ref (records);
  self->look = *look;
  self->data = data;
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add_button, look->add);
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add_button, "flat");
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->rows, row_new (self, records->pdata[i]));
  show_rows (self);
  return GTK_WIDGET (self);
}

void
akk_draft_list_add (AkkDraftList *self, gpointer record)
{
  GtkWidget *row = row_new (self, record);
  int index = self->look.newest_first ? 0 : -1;

  g_ptr_array_insert (self->records, index, g_object_ref (record));
  g_ptr_array_insert (self->rows, index, row);
  show_rows (self);
  if (self->look.fields == NULL) {
    gtk_widget_grab_focus (row);
    return;
  }
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

GtkWidget *
akk_draft_entry_new (gpointer record, const char *field, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *property = g_strdelimit (g_strdup (field), "_", '-');

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_bind_property (record, property, row, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return row;
}
