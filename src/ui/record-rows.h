/* The rows of a list of records, kept while the records change.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/store.h"

G_BEGIN_DECLS

/* A new row for a record; and what it says, `index` counted from 0. */
typedef GtkWidget *(*AkkRecordRowNew) (gpointer data, AkkRecord *record);
typedef void (*AkkRecordRowDescribe) (gpointer data,
                                      GtkWidget *row,
                                      AkkRecord *record,
                                      guint index);

/* Makes the rows those of `records`, described anew, and sorts them. The row
 * of a record that stays is the same one, with the focus where it was; when the row with the focus
 * goes, the next takes it. Rows of no record go. */
void akk_record_rows_update (GtkListBox *list_box,
                             GListModel *records,
                             AkkRecordRowNew create,
                             AkkRecordRowDescribe describe,
                             gpointer data);

/* Sorts the rows as the records are. */
void akk_record_rows_keep_order (GtkListBox *list_box);

/* NULL for the row of no record. */
AkkRecord *akk_record_row_get (GtkWidget *row);
GtkWidget *akk_record_rows_find (GtkListBox *list_box, gint64 id);
/* The id of the row that has the focus in it; 0 for none. */
gint64 akk_record_rows_focused (GtkListBox *list_box);
void akk_record_rows_focus (GtkListBox *list_box, gint64 id);

G_END_DECLS
