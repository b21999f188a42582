/* A dialog that edits a record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/record-form.h"

G_BEGIN_DECLS

#define AKK_TYPE_RECORD_DIALOG (akk_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkRecordDialog, akk_record_dialog, AKK, RECORD_DIALOG, AdwDialog)

/* Edits a duplicate of `record` and applies it as one action with the name `label` (marked N_());
 * a record without id is added. */
AkkRecordDialog *
akk_record_dialog_new (AkkStore *store, gpointer record, const char *title, const char *label);

/* The duplicate: what the forms edit. Borrowed. */
gpointer akk_record_dialog_get_record (AkkRecordDialog *self);

/* A group of rows on the duplicate. Borrowed. */
AkkRecordForm *akk_record_dialog_add_form (AkkRecordDialog *self, const char *title);
/* A form on another record that is in no store: its owner writes it in "writing". Borrowed. */
AkkRecordForm *
akk_record_dialog_add_form_for (AkkRecordDialog *self, gpointer record, const char *title);

/* Rows for all these fields (ended by NULL) in a group. */
AkkRecordForm *
akk_record_dialog_add_fields (AkkRecordDialog *self, const char *title, const char *const *fields);

/* What else must be right before it is written: FALSE with a translated sentence, which is shown,
 * and the dialog stays with all that was typed. `check` is asked of the duplicate; it is called
 * with `data`, freed by `free_data` (may be NULL). */
typedef gboolean (*AkkRecordCheck) (AkkStore *store,
                                    gconstpointer record,
                                    gpointer data,
                                    GError **error);
void akk_record_dialog_set_check (AkkRecordDialog *self,
                                  AkkRecordCheck check,
                                  gpointer data,
                                  GDestroyNotify free_data);

/* As the button Apply does. */
void akk_record_dialog_apply (AkkRecordDialog *self);

/* Signals. "writing" (AkkRecordDialog *, AkkRecord *record): inside the action, after the record
 * was written: what belongs to the same step. "applied" (AkkRecordDialog *, AkkRecord *record): it
 * is stored, and the dialog closes. */

/* Says why something was not stored. */
void akk_show_error (GtkWidget *parent, const char *heading, const GError *error);

/* Gives a widget, or the first in it, the focus once the dialog is gone; NULL: nothing. For work
 * that goes on elsewhere than it began. */
void akk_record_dialog_focus_after (AkkRecordDialog *self, GtkWidget *widget);

G_END_DECLS
