/* A group of records that a dialog edits before they are stored: unfolded, each is its fields.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS

/* A record is removed with the button of its row, and added with that of the group. */
#define AKK_TYPE_DRAFT_LIST (akk_draft_list_get_type ())
G_DECLARE_FINAL_TYPE (AkkDraftList, akk_draft_list, AKK, DRAFT_LIST, AdwPreferencesGroup)

/* Adds the rows of the fields to the row of a record. */
typedef void (*AkkDraftFields) (gpointer data, AdwExpanderRow *row, gpointer record);
/* What the row says; `subtitle` may stay NULL. */
typedef void (*AkkDraftDescribe) (gpointer data, gpointer record, char **title, char **subtitle);

typedef struct {
  const char *title, *add; /* of the group; of its button (translated) */
  AkkDraftFields fields; /* NULL: a row does not unfold */
  AkkDraftDescribe describe;
  gboolean newest_first; /* a new one comes first */
} AkkDraftLook;

/* `records` is changed: elements AkkRecord in no store. `data` outlives it. */
GtkWidget *akk_draft_list_new (GPtrArray *records, const AkkDraftLook *look, gpointer data);

/* Adds a record; its row unfolds and gets the focus. */
void akk_draft_list_add (AkkDraftList *self, gpointer record);

/* Signals: "add-wanted" (AkkDraftList *); "record-activated" (AkkDraftList *, AkkRecord *record),
 * of a row that does not unfold. */

/* A row that edits a TEXT field of a record in no store. */
GtkWidget *akk_draft_entry_new (gpointer record, const char *field, const char *title);

G_END_DECLS
