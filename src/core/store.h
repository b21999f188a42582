/* The store of one dossier: the only code that knows SQL.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It hands out one object per row: two askers of the same id get the same record, whose properties
 * notify when it changes. Every write is a named action (one transaction) whose changes are logged
 * cell by cell; that one log is undo, redo, history and merge. Main thread only. */
#pragma once

#include <gio/gio.h>

#include "core/record.h"

G_BEGIN_DECLS

#define AKK_TYPE_STORE (akk_store_get_type ())
G_DECLARE_FINAL_TYPE (AkkStore, akk_store, AKK, STORE, GObject)

#define AKK_STORE_ERROR (akk_store_error_quark ())
GQuark akk_store_error_quark (void);
typedef enum {
  AKK_STORE_ERROR_FAILED, /* SQLite refused; the message carries its words */
  AKK_STORE_ERROR_FULL, /* the disk is full */
  AKK_STORE_ERROR_READ_ONLY, /* the file or folder cannot be written */
  AKK_STORE_ERROR_DAMAGED, /* not a database, or a damaged one */
  AKK_STORE_ERROR_NOT_OURS, /* a database, but not a dossier */
  AKK_STORE_ERROR_NEWER, /* made by a newer version of the program */
} AkkStoreError;

typedef enum {
  AKK_STORE_READ_ONLY = 1 << 0, /* never writes, not even a migration (which happens in memory) */
} AkkStoreFlags;

/* Opens the database at `path`; makes it when it does not exist; migrates an older one. */
AkkStore *
akk_store_open (const char *path, AkkStoreFlags flags, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The name that goes into the history with each action; the real name of the user unless set. */
void akk_store_set_author (AkkStore *self, const char *author);

/* For a new store whose file must come out the same every time (examples): ids are drawn from
 * `seed`, also those that the store gave itself when it was made, and its clock stands at `time_us`
 * (µs since 1970). */
void akk_store_set_deterministic (AkkStore *self, guint64 seed, gint64 time_us);

/* --- Reading --- */

/* A reference of the record with this id, also of a deleted one; NULL when there is none. */
gpointer
akk_store_get (AkkStore *self, const AkkRecordType *type, gint64 id) G_GNUC_WARN_UNUSED_RESULT;

/* A live list of the records (not deleted) of a type, or those whose REF field `ref` is `id` (`ref`
 * NULL: all). Ordered by the field "position" where there is one, else by id. Only ids are loaded
 * at once; a record when it is asked for. It changes with every action, undo and merge. */
GListModel *akk_store_list (AkkStore *self, const AkkRecordType *type, const char *ref, gint64 id)
    G_GNUC_WARN_UNUSED_RESULT;

/* --- Writing --- */

/* Starts an action; `label` is marked N_() and translated when shown. Actions do not nest. */
void akk_store_begin (AkkStore *self, const char *label);
/* The same for the action that fills a new dossier: undo never goes back beyond it. */
void akk_store_begin_founding (AkkStore *self, const char *label);
/* Inside an action. Records change at once (and notify), lists when it is committed; a failed
 * commit changes records back. */
void akk_store_add (AkkStore *self,
                    gpointer record); /* gets an id unless it has one; no reference is kept */
void akk_store_apply (AkkStore *self, gpointer record, gconstpointer duplicate); /* what differs */
void akk_store_set_text (AkkStore *self, gpointer record, const char *field, const char *value);
void akk_store_set_int (AkkStore *self, gpointer record, const char *field, gint64 value);
void akk_store_delete (AkkStore *self, gpointer record);
/* A note to the rest of the open action, which goes when it ends: what number was given last. */
void akk_store_note (AkkStore *self, const char *key, const char *text);
const char *akk_store_noted (AkkStore *self, const char *key); /* NULL: nothing, or no action */
/* Ends the action. An action that changed nothing leaves no trace. Errors: AKK_STORE_ERROR,
 * AKK_RECORD_ERROR_INVALID; then everything since begin is taken back. */
gboolean akk_store_commit (AkkStore *self, GError **error);
void akk_store_cancel (AkkStore *self);

/* An action that cannot be undone: freezing a version. Undo passes over it to those before. Records
 * of a permanent type (record.h) are made in such an action, or in the one that fills a new
 * dossier, and in no other. Whatever changes or deletes one afterwards is refused: the commit fails
 * with AKK_STORE_ERROR_FAILED. Undo, redo and merge leave it alone. */
void akk_store_begin_permanent (AkkStore *self, const char *label);

/* --- Attachments --- */

/* Keeps a file inside the dossier, beside the log; the same bytes are kept once. Inside an action
 * or not. Returns the SHA-256 in hexadecimal, what a field marked .blob and a figure hold; NULL:
 * AKK_STORE_ERROR. */
char *akk_store_add_blob (AkkStore *self, GBytes *data, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL with AKK_STORE_ERROR_FAILED when there is none, DAMAGED when its bytes are not those of its
 * name. */
GBytes *
akk_store_get_blob (AkkStore *self, const char *sha256, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- The log --- */

typedef enum { AKK_STEP_DO, AKK_STEP_UNDO, AKK_STEP_REDO, AKK_STEP_MERGE } AkkStepKind;

/* One action of the log. */
#define AKK_TYPE_STEP (akk_step_get_type ())
G_DECLARE_FINAL_TYPE (AkkStep, akk_step, AKK, STEP, GObject)
gint64 akk_step_get_id (AkkStep *self);
AkkStepKind akk_step_get_kind (AkkStep *self);
gint64 akk_step_get_undone (AkkStep *self); /* UNDO, REDO: the id of the step that it concerns */
const char *akk_step_get_label (AkkStep *self); /* translated */
const char *akk_step_get_author (AkkStep *self);
gint64 akk_step_get_time (AkkStep *self); /* µs since 1970, of the author's clock */

/* What undo and redo would do now; NULL when there is nothing. Also the notifying properties
 * "undo-step" and "redo-step". Both survive a restart. */
AkkStep *akk_store_get_undo_step (AkkStore *self);
AkkStep *akk_store_get_redo_step (AkkStore *self);
gboolean akk_store_undo (AkkStore *self, GError **error);
gboolean akk_store_redo (AkkStore *self, GError **error);

/* Signal "stepped" (AkkStore *, AkkStep *): after every action, undo, redo or merge, when records
 * and lists already show the result. */

/* "Who changed what, when", newest first, loaded as shown. Elements: AkkStep. */
GListModel *akk_store_history (AkkStore *self) G_GNUC_WARN_UNUSED_RESULT;

/* What one step changed, cell by cell; elements AkkCellChange. */
typedef struct {
  const AkkRecordType *type;
  gint64 id;
  const AkkField *field; /* NULL: the record was made, deleted or brought back */
  char *before, *after; /* as text, formatted for people; NULL when forgotten */
} AkkCellChange;
GPtrArray *akk_store_step_changes (AkkStore *self, gint64 step_id) G_GNUC_WARN_UNUSED_RESULT;

/* --- Merge --- */

/* Takes over all that the other copy of this dossier has and this one has not. The result does not
 * depend on who merges whom or in which order. `n_conflicts` (out, optional) counts the cells that
 * both sides changed: both values are kept, the newest is shown. A record that one side deleted
 * while the other changed it stays, as a conflict of its cell "deleted". The other file is only
 * read. Errors: AKK_STORE_ERROR, NOT_OURS when it is no copy of this dossier; then nothing was
 * taken over. */
gboolean akk_store_merge (AkkStore *self, const char *path, guint *n_conflicts, GError **error);

/* One of the values that a cell was given by people who did not know of each other. */
typedef struct {
  char *text; /* TEXT fields */
  gint64 number; /* all others */
  char *author;
  gint64 time; /* as of a step */
} AkkConflictValue;

typedef struct {
  const AkkRecordType *type;
  gint64 id;
  const AkkField *field; /* of the record type, or the column `deleted`: named "deleted" */
  AkkConflictValue *values; /* the one that the record shows first: the newest, or “not deleted” */
  guint n_values;
} AkkConflict;

/* The cells with more than one value; elements AkkConflict. */
GPtrArray *akk_store_conflicts (AkkStore *self) G_GNUC_WARN_UNUSED_RESULT;
/* Settles a conflict as an action of its own: the chosen value is shown from now on, here and in
 * every copy that is merged with this one. Any other change of the cell does the same. */
gboolean
akk_store_resolve (AkkStore *self, const AkkConflict *conflict, guint chosen, GError **error);

/* Forgets what a TEXT field ever held, for removing a person for good: the value becomes "", in the
 * row and in the whole log. This cannot be undone. Copies that were made before keep it until they
 * are merged. */
gboolean akk_store_forget (AkkStore *self, gpointer record, const char *field, GError **error);

/* --- For the dossier --- */

/* The id of the newest step of the log in this file; 0 for none. Every step makes it greater. */
gint64 akk_store_get_last_step (AkkStore *self);

/* In the header of every dossier, at byte 68: "Akko". */
#define AKK_STORE_APPLICATION_ID 0x416b6b6f
/* Every page of a copy keeps this many bytes free at its end (SQLITE_FCNTL_RESERVE_BYTES before
 * VACUUM INTO); on page 1 they take the seal, see seal.h. */
#define AKK_STORE_RESERVED_BYTES 32
/* The version of the schema that this program writes: `user_version`, at byte 60. */
guint akk_store_version (void);

/* Writes a self-contained copy of all committed actions to `target` (which must not exist), with
 * superseded values beyond the undo horizon emptied, compacted, no journal beside it; not yet
 * synced. On a worker thread that holds a reference of the store, while the main thread goes on
 * with actions: they wait some milliseconds for it at most, the disk aside. Needs room for twice
 * the dossier; "TARGET.raw" exists meanwhile. On failure nothing is left at `target`.
 * G_IO_ERROR_CANCELLED when cancelled. */
gboolean
akk_store_copy_to (AkkStore *self, const char *target, GCancellable *cancellable, GError **error);
/* Checks a database thoroughly (application id, schema text, integrity, foreign objects). On any
 * thread. */
gboolean akk_store_check (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
