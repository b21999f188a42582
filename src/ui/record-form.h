/* Rows for the fields of a record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store.h"

G_BEGIN_DECLS

/* Writes what the user gives into the record, which is in no store: a new one, or a duplicate. */
#define AKK_TYPE_RECORD_FORM (akk_record_form_get_type ())
G_DECLARE_FINAL_TYPE (AkkRecordForm, akk_record_form, AKK, RECORD_FORM, AdwPreferencesGroup)

/* Without rows. `title` may be NULL. */
AkkRecordForm *akk_record_form_new (AkkStore *store, gpointer record, const char *title);

/* A row that suits the kind of the field: an entry, a switch, a list of choices, a number, a date
 * (date-row.h), an hour (hour-row.h) or another record (reference-row.h, named by `table`).
 * Borrowed. */
GtkWidget *akk_record_form_add (AkkRecordForm *self, const char *field);
/* A row for a text of several lines. */
GtkWidget *akk_record_form_add_lines (AkkRecordForm *self, const char *field);
/* The same for rich text: a field marked .body. */
GtkWidget *akk_record_form_add_rich (AkkRecordForm *self, const char *field);
/* A reference to one of the records whose REF field `ref` is `id` (reference-row.h). */
GtkWidget *akk_record_form_add_reference (
    AkkRecordForm *self, const char *field, const char *ref, gint64 id, const char *none);
/* A row for an attachment that is a picture. */
GtkWidget *akk_record_form_add_picture (AkkRecordForm *self, const char *field);

/* FALSE, with the focus on the row, while something is written that cannot be read. */
gboolean akk_record_form_check (AkkRecordForm *self);

/* Signal "changed" (AkkRecordForm *): the record has another value. */

G_END_DECLS
