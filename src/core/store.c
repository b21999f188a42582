/* The store of one dossier: opening, and one object per row.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/store.h"

#include <glib/gi18n.h>
#include <sys/random.h>

#include "core/migrations.h"
#include "core/schema.h"
#include "core/store-private.h"

G_DEFINE_QUARK (akk_store_error_quark, akk_store_error)
G_DEFINE_FINAL_TYPE (AkkStore, akk_store, G_TYPE_OBJECT)

enum { PROP_UNDO_STEP = 1, PROP_REDO_STEP, N_PROPERTIES };

/* A record that somebody holds. */
typedef struct {
  gint64 id;
  AkkRecord *record; /* not owned */
  AkkStore *store;
} AkkStoreEntry;

const AkkField akk_field_deleted = {
  .name = "deleted",
  .kind = AKK_FIELD_BOOL,
  .label = N_ ("Deleted"),
  .offset = G_STRUCT_OFFSET (AkkRecord, deleted),
};

static GParamSpec *properties[N_PROPERTIES];

/* --- Chance and clock --- */

static gint64
next_id (gboolean deterministic, guint64 *seed)
{
  guint64 value = 0;

  while ((value & G_MAXINT64) == 0) {
    if (deterministic) { /* splitmix64 */
      value = *seed += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      value = (value ^ value >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
      value = (value ^ value >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
      value ^= value >> 31;
    } else if (getrandom (&value, sizeof value, 0) != sizeof value) {
      value = (guint64) g_random_int () << 32 | g_random_int ();
    }
  }
  return value & G_MAXINT64;
}

gint64
akk_store_random_id (AkkStore *self)
{
  return next_id (self->deterministic, &self->seed);
}

gint64
akk_store_now (AkkStore *self)
{
  return self->deterministic ? self->time_us : g_get_real_time ();
}

/* --- One object per row --- */

static void
record_gone_cb (gpointer data, GObject *record)
{
  AkkStoreEntry *entry = data;

  g_hash_table_remove (entry->store->records, &entry->id);
}

void
akk_store_adopt (AkkStore *self, AkkRecord *record)
{
  AkkStoreEntry *entry = g_new (AkkStoreEntry, 1);

  entry->id = record->id;
  entry->record = record;
  entry->store = self;
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, entry);
  g_hash_table_insert (self->records, &entry->id, entry);
}

void
akk_store_disown (AkkStore *self, AkkRecord *record)
{
  AkkStoreEntry *entry = g_hash_table_lookup (self->records, &record->id);

  if (entry == NULL || entry->record != record)
    return;
  g_object_weak_unref (G_OBJECT (record), record_gone_cb, entry);
  g_hash_table_remove (self->records, &record->id);
}

AkkRecord *
akk_store_peek (AkkStore *self, gint64 id)
{
  AkkStoreEntry *entry = g_hash_table_lookup (self->records, &id);

  return entry != NULL ? entry->record : NULL;
}

guint
akk_store_type_index (const AkkRecordType *type)
{
  guint i = 0;

  while (akk_record_types[i] != NULL && akk_record_types[i] != type)
    i++;
  g_assert (akk_record_types[i] != NULL);
  return i;
}

static sqlite3_stmt *
select_statement (AkkStore *self, const AkkRecordType *type)
{
  AkkTypeStatements *statements = &self->types[akk_store_type_index (type)];
  g_autoptr (GString) sql = NULL;

  if (statements->select != NULL)
    return statements->select;
  sql = g_string_new ("SELECT deleted");
  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (sql, ", %s", type->fields[i].name);
  g_string_append_printf (sql, " FROM %s WHERE id = ?", type->table);
  return akk_sql_keep (self->db, &statements->select, sql->str, NULL);
}

static void
read_columns (AkkRecord *record, sqlite3_stmt *select)
{
  record->deleted = sqlite3_column_int64 (select, 0);
  for (guint i = 0; i < record->type->n_fields; i++) {
    const AkkField *field = &record->type->fields[i];
    if (field->kind == AKK_FIELD_TEXT) {
      g_autofree char *text = akk_sql_column_text (select, i + 1);
      akk_record_set_text (record, field, text);
    } else {
      akk_record_set_int (record, field, sqlite3_column_int64 (select, i + 1));
    }
  }
}

static AkkRecord *
load_record (AkkStore *self, const AkkRecordType *type, gint64 id)
{
  sqlite3_stmt *select = select_statement (self, type);
  AkkRecord *record = NULL;

  if (select == NULL)
    return NULL;
  akk_sql_bind (select, "i", id);
  if (sqlite3_step (select) == SQLITE_ROW) {
    record = akk_record_new (type);
    record->id = id;
    read_columns (record, select);
  }
  sqlite3_reset (select);
  return record;
}

void
akk_store_refresh_record (AkkStore *self, AkkRecord *record)
{
  g_autoptr (AkkRecord) fresh = load_record (self, record->type, record->id);

  if (fresh == NULL)
    return;
  record->deleted = fresh->deleted;
  for (guint i = 0; i < record->type->n_fields; i++) {
    const AkkField *field = &record->type->fields[i];
    if (field->kind == AKK_FIELD_TEXT)
      akk_record_set_text (record, field, akk_record_get_text (fresh, field));
    else
      akk_record_set_int (record, field, akk_record_get_int (fresh, field));
  }
}

static void
query_free (gpointer statement)
{
  sqlite3_finalize (statement);
}

sqlite3_stmt *
akk_store_query (AkkStore *self, const char *sql)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->queries, sql);

  if (statement == NULL && akk_sql_keep (self->db, &statement, sql, NULL) != NULL)
    g_hash_table_insert (self->queries, g_strdup (sql), statement);
  return statement;
}

/* --- Opening --- */

static gboolean
open_file (AkkStore *self, const char *path, GError **error)
{
  int flags = self->read_only ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
                              : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  g_autofree char *name = g_strdup (path);

  if (self->read_only) {
    g_autofree char *absolute = g_canonicalize_filename (path, NULL);
    g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);
    g_set_str (&name, NULL);
    name = g_strconcat ("file:", escaped, "?immutable=1", NULL);
  }
  if (sqlite3_open_v2 (name, &self->db, flags | SQLITE_OPEN_FULLMUTEX, NULL) != SQLITE_OK)
    return akk_sql_fail (self->db, error);
  akk_schema_harden (self->db);
  return TRUE;
}

/* A reader brings an older dossier up to date in memory. */
static gboolean
migrate_in_memory (AkkStore *self, GError **error)
{
  g_autoptr (sqlite3) memory = NULL;
  sqlite3_backup *backup;

  if (akk_sql_int (self->db, 0, "PRAGMA user_version", NULL) >= akk_n_migrations)
    return TRUE;
  if (sqlite3_open_v2 (":memory:", &memory,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX,
                       NULL) != SQLITE_OK)
    return akk_sql_fail (memory, error);
  akk_schema_harden (memory);
  backup = sqlite3_backup_init (memory, "main", self->db, "main");
  if (backup != NULL)
    sqlite3_backup_step (backup, -1);
  if (backup == NULL || sqlite3_backup_finish (backup) != SQLITE_OK)
    return akk_sql_fail (memory, error);
  if (!akk_schema_migrate (memory, error))
    return FALSE;
  sqlite3_close_v2 (self->db);
  self->db = g_steal_pointer (&memory);
  return TRUE;
}

/* In KiB, filled as far as a dossier goes: 100,000 figures are read whole, again and again. */
#define CACHE "PRAGMA cache_size = -24576"

/* The pages keep room for the seal from the start, so that publishing is a plain copy. */
static gboolean
prepare_for_writing (AkkStore *self, gboolean new, GError **error)
{
  int reserved = AKK_STORE_RESERVED_BYTES;

  sqlite3_file_control (self->db, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
  if (!akk_sql_exec (self->db,
                     "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;"
                     "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY",
                     error))
    return FALSE;
  if (new)
    return akk_schema_create (self->db, akk_store_random_id (self), error);
  return akk_schema_verify (self->db, error) && akk_schema_migrate (self->db, error);
}

static void
load_log (AkkStore *self)
{
  self->last_step = akk_sql_int (self->db, 0, "SELECT max(id) FROM step", NULL);
  self->last_merge = akk_sql_int (self->db, 0, "SELECT max(id) FROM step WHERE kind = ?", "i",
                                  (gint64) AKK_STEP_MERGE);
  g_array_set_size (self->undo, 0);
  g_array_set_size (self->redo, 0);
  akk_undo_load (self->db, self->undo, self->redo);
  akk_store_refresh_undo (self);
}

/* --- GObject --- */

static void
akk_store_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  AkkStore *self = AKK_STORE (object);

  switch (property_id) {
  case PROP_UNDO_STEP:
    g_value_set_object (value, self->undo_step);
    break;
  case PROP_REDO_STEP:
    g_value_set_object (value, self->redo_step);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
release_records (AkkStore *self)
{
  GHashTableIter iter;
  AkkStoreEntry *entry;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry)) {
    g_object_weak_unref (G_OBJECT (entry->record), record_gone_cb, entry);
    g_hash_table_iter_remove (&iter);
  }
}

static void
finalize_statements (AkkStore *self)
{
  sqlite3_stmt *kept[] = { self->begin,          self->commit,     self->rollback,
                           self->insert_step,    self->insert_op,  self->insert_head,
                           self->replaced_heads, self->drop_heads, self->find_word,
                           self->insert_word };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    sqlite3_finalize (kept[i]);
  for (guint t = 0; akk_record_types[t] != NULL; t++) {
    sqlite3_finalize (self->types[t].select);
    sqlite3_finalize (self->types[t].insert);
    for (guint i = 0; i <= akk_record_types[t]->n_fields; i++)
      sqlite3_finalize (self->types[t].update[i]);
    g_free (self->types[t].update);
  }
  g_free (self->types);
}

static void
akk_store_finalize (GObject *object)
{
  AkkStore *self = AKK_STORE (object);

  if (self->action != NULL)
    akk_store_cancel (self);
  release_records (self);
  g_hash_table_unref (self->records);
  g_hash_table_unref (self->queries);
  g_clear_pointer (&self->sought, g_hash_table_unref);
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->lists);
  finalize_statements (self);
  sqlite3_close_v2 (self->db);
  g_array_unref (self->undo);
  g_array_unref (self->redo);
  g_clear_object (&self->undo_step);
  g_clear_object (&self->redo_step);
  g_free (self->author);
  G_OBJECT_CLASS (akk_store_parent_class)->finalize (object);
}

static void
akk_store_class_init (AkkStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = akk_store_get_property;
  object_class->finalize = akk_store_finalize;
  properties[PROP_UNDO_STEP] = g_param_spec_object ("undo-step", NULL, NULL, AKK_TYPE_STEP, flags);
  properties[PROP_REDO_STEP] = g_param_spec_object ("redo-step", NULL, NULL, AKK_TYPE_STEP, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_signal_new ("stepped", AKK_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                AKK_TYPE_STEP);
}

static void
akk_store_init (AkkStore *self)
{
  guint n_types = 0;

  while (akk_record_types[n_types] != NULL)
    n_types++;
  self->types = g_new0 (AkkTypeStatements, n_types);
  for (guint t = 0; t < n_types; t++)
    self->types[t].update = g_new0 (sqlite3_stmt *, akk_record_types[t]->n_fields + 1);
  self->queries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, query_free);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->records = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->lists = g_ptr_array_new ();
  self->undo = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->redo = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->author = g_strdup (g_get_real_name ());
}

/* --- Public --- */

guint
akk_store_version (void)
{
  return akk_n_migrations;
}

AkkStore *
akk_store_open (const char *path, AkkStoreFlags flags, GError **error)
{
  g_autoptr (AkkStore) self = g_object_new (AKK_TYPE_STORE, NULL);
  gboolean new = !g_file_test (path, G_FILE_TEST_EXISTS);

  self->read_only = (flags & AKK_STORE_READ_ONLY) != 0;
  if (!open_file (self, path, error))
    return NULL;
  if (self->read_only ? !akk_schema_verify (self->db, error) || !migrate_in_memory (self, error)
                      : !prepare_for_writing (self, new, error))
    return NULL;
  akk_sql_exec (self->db, CACHE, NULL);
  load_log (self);
  return g_steal_pointer (&self);
}

void
akk_store_set_author (AkkStore *self, const char *author)
{
  g_return_if_fail (author != NULL && g_utf8_validate (author, -1, NULL));
  g_set_str (&self->author, author);
}

void
akk_store_set_deterministic (AkkStore *self, guint64 seed, gint64 time_us)
{
  self->deterministic = TRUE;
  self->seed = seed;
  self->time_us = time_us;
  if (self->last_step == 0 &&
      !akk_sql_run (self->db, NULL, "UPDATE meta SET value = ? WHERE key = 'dossier'", "i",
                    akk_store_random_id (self)))
    g_warning ("The identity of the dossier could not be set: %s", sqlite3_errmsg (self->db));
}

gpointer
akk_store_get (AkkStore *self, const AkkRecordType *type, gint64 id)
{
  AkkRecord *record = akk_store_peek (self, id);

  g_return_val_if_fail (type != NULL, NULL);
  if (record != NULL)
    return record->type == type ? g_object_ref (record) : NULL;
  record = load_record (self, type, id);
  if (record != NULL)
    akk_store_adopt (self, record);
  return record;
}
