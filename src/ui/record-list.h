/* A list of records in an order that the user makes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store.h"
#include "ui/record-dialog.h"
#include "ui/record-rows.h"

G_BEGIN_DECLS

/* Rows are moved by dragging, with Alt and an arrow key, or from the menu of the row. */
#define AKK_TYPE_RECORD_LIST (akk_record_list_get_type ())
G_DECLARE_FINAL_TYPE (AkkRecordList, akk_record_list, AKK, RECORD_LIST, AdwBin)

/* What the row of a record says; `number` counts from 1. `subtitle` may stay NULL. */
typedef void (*AkkRecordDescribe) (
    AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle);

/* Shows the records of `type` (with a field "position") whose REF field `ref` is `id`. `empty` is
 * what it says when there are none. A NULL store empties it. */
void akk_record_list_set_records (AkkRecordList *self,
                                  AkkStore *store,
                                  const AkkRecordType *type,
                                  const char *ref,
                                  gint64 id,
                                  AkkRecordDescribe describe,
                                  const char *empty);

/* Rows of its own making: `create` gives an AdwActionRow or an AdwExpanderRow, `update` says in it
 * what the title does not. Call before the records are set. */
void akk_record_list_set_rows (AkkRecordList *self,
                               AkkRecordRowNew create,
                               AkkRecordRowDescribe update,
                               gpointer data);
/* Only the records that `filter` keeps, and in the order of `sorter`, in which nobody moves them;
 * either may be NULL. Call before the records are set. */
void akk_record_list_set_choice (AkkRecordList *self, GtkFilter *filter, GtkSorter *sorter);
/* The list itself, for headings between its rows. */
GtkListBox *akk_record_list_get_list_box (AkkRecordList *self);

/* The place at the end of the list, for a new record. */
char *akk_record_list_next_position (AkkRecordList *self) G_GNUC_WARN_UNUSED_RESULT;

/* Gives the row of a record the focus. */
void akk_record_list_focus (AkkRecordList *self, gint64 id);

/* The record that the dialog makes gets the focus once the dialog is gone. */
void akk_record_list_focus_made (AkkRecordList *self, AkkRecordDialog *dialog);

/* Signals (AkkRecordList *, AkkRecord *record): "activated", to be shown or edited;
 * "delete-wanted". */

G_END_DECLS
