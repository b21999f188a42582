/* Actions from a table: what each row would do, seen before it is done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action-columns.h"
#include "core/import-state.h"
#include "core/plan.h"

G_BEGIN_DECLS

typedef struct {
  guint line; /* in the table, from 1 */
  AkkImportState state;
  AkkAction *action; /* in no store: with the id of the one it changes, 0 for a new one */
  GHashTable *beside; /* const AkkActionColumn * → the cell, of columns that the table has */
  GPtrArray *changes; /* char *: "Status: bezig → klaar" */
  char *problem; /* "" unless wrong */
} AkkImportRow;

typedef struct {
  GPtrArray *rows; /* AkkImportRow, without the head */
  guint n[4]; /* by AkkImportState */
  GPtrArray *ignored; /* char *: heads that are no column of ours */
  AkkActionCells *cells; /* without phrases and store: they are for the reading */
} AkkActionImport;

#define AKK_ACTION_IMPORT_ERROR (akk_action_import_error_quark ())
GQuark akk_action_import_error_quark (void);
typedef enum { AKK_ACTION_IMPORT_ERROR_HEAD } AkkActionImportError;

/* Compares a table (tabular.h) with the actions of an agreement. A row is an action that is there
 * by its id, else by its number; else it is new, and goes into `plan` (or NULL: none) unless the
 * table names one. Columns that the table does not have stay as they are. Without a head: the first
 * column is the title, and others are known by what they hold (a status, a day, a party).
 * What is given holds on to nothing of `store`, which may be a snapshot of the one that it is for.
 * AKK_ACTION_IMPORT_ERROR_HEAD: no column of titles is found; the message names those there are. */
AkkActionImport *akk_action_import_new (AkkStore *store,
                                        gint64 agreement_id,
                                        AkkPlan *plan,
                                        const GPtrArray *table,
                                        AkkPhrases *phrases,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void akk_action_import_free (AkkActionImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkActionImport, akk_action_import_free)

/* Inside an action of the store: all rows that are new or changed. */
void akk_action_import_apply (AkkActionImport *self, AkkStore *store);
/* Likewise the next some of them, of a long action (store-long.h); `next` begins at 0. FALSE: these
 * were the last. */
gboolean akk_action_import_apply_some (AkkActionImport *self, AkkStore *store, guint *next);

G_END_DECLS
