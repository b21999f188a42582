/* What the sources of the store share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The log. A step is one action; it is known everywhere by its dot: the editing session that made
 * it (`replica`: random, new each time a store is opened for writing and changes something) and its
 * number in there (`seq`, or the step's own id when that is NULL: made in this file). An op is one
 * changed cell. Its `cell` is the word "table.field", or "table" alone when the record was made;
 * `at`, `old` and `new` are
 * - NULL, number, number: a number, or both NULL: the record was made, or the values were emptied;
 * - n, text, text: the bytes from n on that were `old` became `new`, only the span that differs;
 * - -1, value, NULL: a value of a conflict that this step replaced unseen by the row, in full;
 * - -2, NULL, NULL: the cell was forgotten.
 *
 * There is no table of what each op had seen: an action always replaces all values of a cell that
 * its store knows, so what it had seen is all that its store knew. A merge is always of whole
 * stores. Hence a value is outdated exactly when the other store knows its dot and holds it no more
 * (store-merge.c), and the log can be shortened without harm to merging. An action that changes a
 * record is also a head of its cell `deleted`, with the value 0: who deletes the record without
 * knowing of it makes a conflict. */
#pragma once

#include "core/sql.h"
#include "core/store-long.h"

G_BEGIN_DECLS

/* Kinds of steps as stored: AkkStepKind, and the action that fills a new dossier, which cannot be
 * undone. */
#define AKK_STEP_FOUNDING 4
#define AKK_STEP_FORGETTING 5
#define AKK_STEP_PERMANENT 6 /* cannot be undone either, but what came before it can */
/* In `at`, see above. */
#define AKK_OP_REPLACED -1
#define AKK_OP_FORGOTTEN -2
/* So many actions can still be undone after a dossier was published and opened again. Tests shorten
 * it. */
extern guint akk_undo_horizon;

typedef struct {
  sqlite3_stmt *select, *insert;
  sqlite3_stmt **update; /* one per field, and one for `deleted` */
} AkkTypeStatements;

/* One cell that the running action changed, and what it held before. `field` NULL: the record was
 * made. */
typedef struct {
  AkkRecord *record; /* owned */
  const AkkField *field;
  char *text;
  gint64 number;
} AkkChange;

typedef struct {
  char *label;
  gint kind;
  gint64 undone;
  GArray *changes; /* AkkChange */
  GHashTable *known; /* set of pointers to (record, field) that are in `changes` */
  GHashTable *made; /* set of records that are new in this action */
  GHashTable *notes; /* key → text, see akk_store_note() */
  gboolean settles; /* what it sets counts even where nothing changes */
} AkkAction;

/* The end of an action, in parts. */
typedef struct {
  AkkStore *store; /* borrowed */
  AkkAction *action;
  AkkStep *step; /* NULL: not written yet */
  gint64 replica; /* that the store had before */
  gint64 author, n; /* of the writing: number of a word, and of the next op */
  guint stage, next; /* see store-action.c; the next change of that stage */
  gboolean done; /* the action counts */
  GError *error;
} AkkEnding;

struct _AkkStore {
  GObject parent_instance;

  sqlite3 *db; /* serialised by SQLite: copies are made on a worker thread */
  gboolean read_only;
  char *author;
  gboolean deterministic;
  guint64 seed;
  gint64 time_us;

  AkkTypeStatements *types; /* as akk_record_types */
  sqlite3_stmt *begin, *commit, *rollback;
  sqlite3_stmt *insert_step, *insert_op, *insert_head, *replaced_heads, *drop_heads;
  sqlite3_stmt *find_word, *insert_word;
  GHashTable *queries; /* SQL → sqlite3_stmt that reads: making it costs more than running it */
  GHashTable *words; /* char * → its number; forgotten at a rollback */
  GHashTable *records; /* gint64 * → AkkStoreEntry: the records that somebody holds */
  GPtrArray *lists; /* AkkStoreList, not owned */

  GHashTable *sought; /* char * word → GArray of keys of the index; NULL: nothing sought yet */
  gint64 sought_at; /* when that was true, see store-search.c */

  AkkAction *action;
  AkkLongAction *long_action; /* not owned; that is being done, or NULL */
  gint64 replica; /* number of this session, 0 before its first step */
  gint64 last_step; /* newest id */
  gint64 last_merge; /* newest id of a merge */
  GArray *undo, *redo; /* ids of steps, the next one last */
  AkkStep *undo_step, *redo_step;
};

/* The column `deleted`, which every record has. */
extern const AkkField akk_field_deleted;

/* --- store.c --- */

guint akk_store_type_index (const AkkRecordType *type);
gint64 akk_store_random_id (AkkStore *self);
gint64 akk_store_now (AkkStore *self);
/* Makes `record`, new in the store, the one object of its row. */
void akk_store_adopt (AkkStore *self, AkkRecord *record);
void akk_store_disown (AkkStore *self, AkkRecord *record);
/* The object of a row if somebody holds it, borrowed. */
AkkRecord *akk_store_peek (AkkStore *self, gint64 id);
/* Reads the row of a record that somebody holds again. */
void akk_store_refresh_record (AkkStore *self, AkkRecord *record);

/* A statement that reads, ready for its values; NULL on error. Whoever steps it resets it. */
sqlite3_stmt *akk_store_query (AkkStore *self, const char *sql);

/* --- store-words.c --- */

/* The number of a word, which is added if need be (in a transaction); 0 on error. */
gint64 akk_store_word (AkkStore *self, const char *text, GError **error);
char *akk_store_word_text (sqlite3 *db, gint64 n) G_GNUC_WARN_UNUSED_RESULT;
/* The word of a cell. `field` NULL: of making a record. */
char *akk_cell_name (const AkkRecordType *type, const AkkField *field) G_GNUC_WARN_UNUSED_RESULT;
/* The way back; FALSE when this version has no such cell. */
gboolean akk_cell_parse (const char *name, const AkkRecordType **type, const AkkField **field);

/* --- store-action.c --- */

void akk_store_begin_kind (AkkStore *self, const char *label, gint kind, gint64 undone);
/* Sets a cell inside an action, whatever its kind. */
void akk_store_change (
    AkkStore *self, AkkRecord *record, const AkkField *field, const char *text, gint64 number);

/* Takes the running action out of the store. */
void akk_ending_init (AkkEnding *self, AkkStore *store);
/* The next part: no more than `n` changes are looked at. FALSE: it is over; `done` and `error` say
 * how. */
gboolean akk_ending_step (AkkEnding *self, guint n);
/* Everything is as before the action, unless that is stored already: then it is over. */
void akk_ending_take_back (AkkEnding *self);
void akk_ending_clear (AkkEnding *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AkkEnding, akk_ending_clear)

/* --- store-long.c --- */

/* Does what is left of a long action now: whoever writes after it must find it stored. */
void akk_store_hurry (AkkStore *self);

/* --- store-write.c --- */

/* In a transaction: writes a step, and then what its action changed, one by one; `n` counts the ops
 * from 0. */
gboolean akk_store_write_step (
    AkkStore *self, AkkAction *action, AkkStep *step, gint64 *author, GError **error);
gboolean akk_store_write_change (AkkStore *self,
                                 AkkAction *action,
                                 guint index,
                                 AkkStep *step,
                                 gint64 author,
                                 gint64 *n,
                                 GError **error);
/* The transaction around the writing of a step. Copies wait meanwhile, see store-copy.c. */
gboolean akk_store_transaction_begin (AkkStore *self, GError **error);
gboolean akk_store_transaction_end (AkkStore *self, gboolean commit, GError **error);
/* Makes sure that this session has a number, inside a transaction. */
gboolean akk_store_join (AkkStore *self, GError **error);

/* The span in which two texts differ, in whole characters. */
typedef struct {
  gsize at, n_old, n_new;
} AkkSpan;
AkkSpan akk_text_span (const char *old, const char *new);

/* --- store-list.c --- */

#define AKK_TYPE_STORE_LIST (akk_store_list_get_type ())
G_DECLARE_FINAL_TYPE (AkkStoreList, akk_store_list, AKK, STORE_LIST, GObject)

/* Brings all lists up to date with the records of these changes (AkkChange). */
void akk_store_update_lists (AkkStore *self, GArray *changes);
/* The same when anything may have changed. */
void akk_store_reload_lists (AkkStore *self);

/* --- store-undo.c --- */

/* Moves the stacks along with a step. */
void akk_undo_push (GArray *undo, GArray *redo, gint64 step, gint kind, gint64 undone);
/* Fills the stacks from the log. */
void akk_undo_load (sqlite3 *db, GArray *undo, GArray *redo);
/* Sets the properties "undo-step" and "redo-step". */
void akk_store_refresh_undo (AkkStore *self);

/* --- store-merge-heads.c --- */

/* A value of a cell that nobody replaced who knew it. */
typedef struct {
  gint64 replica, seq; /* its dot; `replica` is the identity, not the number */
  gint64 time;
  gint64 author; /* number of the word in our store */
  sqlite3_value *value; /* owned */
  gboolean ours, theirs; /* who has it */
} AkkHead;

/* A dossier that is taken over into another one. */
typedef struct {
  AkkStore *self, *other;
  GHashTable *our_seen,
      *their_seen; /* gint64 * identity of a session → gint64 * newest step seen */
  gint64 step; /* of the merge, here */
  gint64 n_ops;
  guint n_conflicts;
  gboolean changed;
  GHashTable *refresh; /* gint64 *: rows that changed */
} AkkMerge;

/* Whether a store that has seen `seen` knows of this step. */
gboolean akk_merge_knows (GHashTable *seen, gint64 replica, gint64 seq);
/* The number here of a word of the other store; 0 on error. */
gint64 akk_merge_word (AkkMerge *merge, gint64 n, GError **error);
/* Logs what the merge did to a cell. `old`, `new` NULL: it brought the record. */
gboolean akk_merge_log (AkkMerge *merge,
                        gint64 record,
                        gint64 cell,
                        const AkkField *field,
                        sqlite3_value *old,
                        sqlite3_value *new,
                        GError **error);
/* Decides each cell that the other store ever changed. */
gboolean akk_merge_heads (AkkMerge *merge, GError **error);

/* --- store-blob.c --- */

/* Takes over the attachments that the other store has and this one has not. */
gboolean akk_merge_blobs (AkkMerge *merge, GError **error);

/* --- store-search.c --- */

/* Brings the index of words up to date with the log, inside a transaction, until the clock
 * (g_get_monotonic_time ()) says `until_us`; at least one record. */
gboolean akk_search_catch_up (sqlite3 *db, gint64 until_us, GError **error);
gboolean akk_search_is_behind (sqlite3 *db);
/* The bits of a key of the index below its kind, as in AKK_SQL_ADD_DOC. */
#define AKK_KEY_BITS 40
/* Before each word of a name the index holds the word with this before it: a letter of nobody. */
#define AKK_NAME_MARK "\356\200\200"
/* What a key of the index says of pages of PDFs, whose ids in it are negative: no table's name. */
#define AKK_PAGE_KIND "pdf page"
/* Gives a record (?1) of a kind (?2) the next key of that kind: store-search.c says which. */
#define AKK_SQL_ADD_DOC                                                                            \
  "INSERT INTO doc (n, id, kind) SELECT 1 + coalesce ((SELECT max (n) FROM doc WHERE n BETWEEN"    \
  " word.n << 40 AND ((word.n + 1) << 40) - 1), word.n << 40), ?1, word.n FROM word WHERE"         \
  " text = ?2"

/* --- store-compact.c --- */

/* Shortens the log of a copy: beyond the undo horizon no values, and one step for all that one
 * author did under one name within an hour. */
gboolean akk_log_compact (sqlite3 *db, GError **error);

/* --- store-step.c --- */

AkkStep *akk_step_new (gint64 id,
                       gint kind,
                       gint64 undone,
                       const char *label,
                       const char *author,
                       gint64 time) G_GNUC_WARN_UNUSED_RESULT;
AkkStep *akk_store_load_step (AkkStore *self, gint64 id) G_GNUC_WARN_UNUSED_RESULT;
/* Tells everybody: undo and redo, then the signal "stepped". Takes the step. */
void akk_store_stepped (AkkStore *self, AkkStep *step);

G_END_DECLS
