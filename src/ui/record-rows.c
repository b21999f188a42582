/* The rows of a list of records, kept while the records change.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/record-rows.h"

static const char record_key[] = "akk-record";
static const char index_key[] = "akk-index";

static guint
index_of (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), index_key));
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  return (int) index_of (a) - (int) index_of (b);
}

static gboolean
holds (GListModel *records, AkkRecord *record)
{
  for (guint i = 0; record != NULL && i < g_list_model_get_n_items (records); i++) {
    g_autoptr (AkkRecord) other = g_list_model_get_item (records, i);

    if (other == record)
      return TRUE;
  }
  return FALSE;
}

/* The place of the row that had the focus and is gone; -1: none. */
static int
remove_gone (GtkListBox *list_box, GListModel *records)
{
  GtkListBoxRow *row;
  int gone = -1;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list_box, i)) != NULL;) {
    if (holds (records, akk_record_row_get (GTK_WIDGET (row)))) {
      i++;
      continue;
    }
    if (gtk_widget_get_focus_child (GTK_WIDGET (list_box)) == GTK_WIDGET (row))
      gone = i;
    gtk_list_box_remove (list_box, GTK_WIDGET (row));
  }
  return gone;
}

static void
focus_near (GtkListBox *list_box, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list_box, index);

  if (row == NULL && index > 0)
    row = gtk_list_box_get_row_at_index (list_box, index - 1);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
akk_record_rows_update (GtkListBox *list_box,
                        GListModel *records,
                        AkkRecordRowNew create,
                        AkkRecordRowDescribe describe,
                        gpointer data)
{
  int gone = remove_gone (list_box, records);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++) {
    g_autoptr (AkkRecord) record = g_list_model_get_item (records, i);
    GtkWidget *row = akk_record_rows_find (list_box, record->id);
    gboolean is_new = row == NULL;

    if (is_new) {
      row = create (data, record);
      g_object_set_data_full (G_OBJECT (row), record_key, g_object_ref (record), g_object_unref);
    }
    g_object_set_data (G_OBJECT (row), index_key, GUINT_TO_POINTER (i));
    describe (data, row, record, i);
    if (is_new)
      gtk_list_box_append (list_box, row);
  }
  gtk_list_box_invalidate_sort (list_box);
  gtk_list_box_invalidate_filter (list_box);
  if (gone >= 0)
    focus_near (list_box, gone);
}

void
akk_record_rows_keep_order (GtkListBox *list_box)
{
  gtk_list_box_set_sort_func (list_box, compare_rows, NULL, NULL);
}

AkkRecord *
akk_record_row_get (GtkWidget *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), record_key) : NULL;
}

GtkWidget *
akk_record_rows_find (GtkListBox *list_box, gint64 id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list_box, i)) != NULL; i++) {
    AkkRecord *record = akk_record_row_get (GTK_WIDGET (row));

    if (record != NULL && record->id == id)
      return GTK_WIDGET (row);
  }
  return NULL;
}

gint64
akk_record_rows_focused (GtkListBox *list_box)
{
  AkkRecord *record = akk_record_row_get (gtk_widget_get_focus_child (GTK_WIDGET (list_box)));

  return record != NULL ? record->id : 0;
}

void
akk_record_rows_focus (GtkListBox *list_box, gint64 id)
{
  GtkWidget *row = akk_record_rows_find (list_box, id);

  if (row != NULL)
    gtk_widget_grab_focus (row);
}
