/* A dossier as open text: JSON out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/export.h"

#include <string.h>

#include "core/dates.h"

#define N_SHA256 64

G_DEFINE_QUARK (akk_export_error_quark, akk_export_error)

/* Ids of the records that are written, per table, and what they have attached. */
typedef struct {
  AkkStore *store;
  GHashTable *ids; /* const char *table → GHashTable of gint64 */
  GHashTable *blobs; /* set of char * SHA-256 */
  GString *json;
} Export;

/* --- Values --- */

static void
append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_printf (json, "\\%c", *p);
    else if (*p == '\n')
      g_string_append (json, "\\n");
    else if (*p == '\t')
      g_string_append (json, "\\t");
    else if ((guchar) *p < 0x20)
      g_string_append_printf (json, "\\u%04x", *p);
    else
      g_string_append_c (json, *p);
  }
  g_string_append_c (json, '"');
}

static const char *
enum_code (const AkkField *field, gint64 value)
{
  for (const AkkChoice *choice = field->values; choice->code != NULL; choice++) {
    if (choice->value == value)
      return choice->code;
  }
  return field->values[0].code;
}

/* Exactly: a decimal must not become 0.30000000000000004. */
static void
append_decimal (GString *json, gint64 value)
{
  guint64 size = value < 0 ? -(guint64) value : (guint64) value;

  g_string_append_printf (json, "%s%" G_GUINT64_FORMAT, value < 0 ? "-" : "", size / 10000);
  if (size % 10000 == 0)
    return;
  g_string_append_printf (json, ".%04d", (int) (size % 10000));
  while (json->str[json->len - 1] == '0')
    g_string_truncate (json, json->len - 1);
}

static void
append_int (GString *json, const AkkField *field, gint64 value)
{
  g_autofree char *date = NULL;

  switch (field->kind) {
  case AKK_FIELD_ENUM:
    append_string (json, enum_code (field, value));
    break;
  case AKK_FIELD_DECIMAL:
    append_decimal (json, value);
    break;
  case AKK_FIELD_DATE:
    date = akk_date_format (value);
    g_string_append_printf (json, value == AKK_NO_DATE ? "null" : "\"%s\"", date);
    break;
  case AKK_FIELD_TIME:
    if (value == AKK_NO_DATE)
      g_string_append (json, "null");
    else
      g_string_append_printf (json, "\"%02d:%02d\"", (int) (value / 60), (int) (value % 60));
    break;
  case AKK_FIELD_BOOL:
    g_string_append (json, value != 0 ? "true" : "false");
    break;
  default:
    g_string_append_printf (json, "%" G_GINT64_FORMAT, value);
  }
}

/* --- Records --- */

static gboolean
is_written (Export *export, const char *table, gint64 id)
{
  GHashTable *ids = g_hash_table_lookup (export->ids, table);

  return ids != NULL && g_hash_table_contains (ids, &id);
}

/* Figures stand in a text as "blob:SHA256". */
static void
note_figures (Export *export, const char *text)
{
  for (const char *p = strstr (text, "blob:"); p != NULL; p = strstr (p, "blob:")) {
    gsize n_digits = 0;

    p += strlen ("blob:");
    while (g_ascii_isxdigit (p[n_digits]))
      n_digits++;
    if (n_digits == N_SHA256)
      g_hash_table_add (export->blobs, g_strndup (p, n_digits));
  }
}

static void
append_text (Export *export, const AkkField *field, const char *text)
{
  append_string (export->json, text);
  if (!field->blob)
    note_figures (export, text);
  else if (*text != '\0')
    g_hash_table_add (export->blobs, g_strdup (text));
}

static void
append_record (Export *export, gpointer record)
{
  const AkkRecordType *type = AKK_RECORD (record)->type;
  GString *json = export->json;

  g_string_append_printf (json, "    {\n      \"id\": \"%" G_GINT64_FORMAT "\"",
                          AKK_RECORD (record)->id);
  for (guint i = 0; i < type->n_fields; i++) {
    const AkkField *field = &type->fields[i];

    g_string_append_printf (json, ",\n      \"%s\": ", field->name);
    if (field->kind == AKK_FIELD_TEXT) {
      append_text (export, field, akk_record_get_text (record, field));
    } else if (field->kind == AKK_FIELD_REF) {
      gint64 id = akk_record_get_int (record, field);

      if (is_written (export, field->table, id))
        g_string_append_printf (json, "\"%" G_GINT64_FORMAT "\"", id);
      else
        g_string_append (json, "null");
    } else {
      append_int (json, field, akk_record_get_int (record, field));
    }
  }
  g_string_append (json, "\n    }");
}

static void
append_table (Export *export, const AkkRecordType *type)
{
  g_autoptr (GListModel) records = akk_store_list (export->store, type, NULL, 0);
  gboolean first = TRUE;

  g_string_append_printf (export->json, ",\n  \"%s\": [", type->table);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++) {
    g_autoptr (GObject) record = g_list_model_get_item (records, i);

    if (!is_written (export, type->table, AKK_RECORD (record)->id))
      continue;
    g_string_append (export->json, first ? "\n" : ",\n");
    append_record (export, record);
    first = FALSE;
  }
  g_string_append (export->json, first ? "]" : "\n  ]");
}

/* --- Attachments --- */

/* One that is missing or damaged is left out: what refers to it says so when it is asked for. */
static void
append_blobs (Export *export)
{
  g_autoptr (GPtrArray) names = g_hash_table_get_keys_as_ptr_array (export->blobs);
  gboolean first = TRUE;

  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  g_string_append (export->json, ",\n  \"blob\": [");
  for (guint i = 0; i < names->len; i++) {
    g_autoptr (GBytes) data = akk_store_get_blob (export->store, names->pdata[i], NULL);
    g_autofree char *base64 = NULL;

    if (data == NULL)
      continue;
    base64 = g_base64_encode (g_bytes_get_data (data, NULL), g_bytes_get_size (data));
    g_string_append_printf (export->json,
                            "%s\n    {\n      \"sha256\": \"%s\",\n      \"data\": \"%s\"\n    }",
                            first ? "" : ",", (const char *) names->pdata[i], base64);
    first = FALSE;
  }
  g_string_append (export->json, first ? "]" : "\n  ]");
}

/* --- What is written --- */

static void
collect_table (Export *export, const AkkRecordType *type)
{
  g_autoptr (GListModel) records = akk_store_list (export->store, type, NULL, 0);
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++) {
    g_autoptr (GObject) record = g_list_model_get_item (records, i);

    g_hash_table_add (ids, g_memdup2 (&AKK_RECORD (record)->id, sizeof (gint64)));
  }
  g_hash_table_insert (export->ids, (gpointer) type->table, ids);
}

/* Leaves out what belongs to something that is left out, such as the sections of a deleted
 * agreement. TRUE when there was any. */
static gboolean
drop_orphans (Export *export, const AkkRecordType *type)
{
  GHashTable *ids = g_hash_table_lookup (export->ids, type->table);
  GHashTableIter iter;
  gint64 *id;
  gboolean dropped = FALSE;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL)) {
    g_autoptr (GObject) record = akk_store_get (export->store, type, *id);

    for (guint i = 0; i < type->n_fields; i++) {
      const AkkField *field = &type->fields[i];

      if (field->kind != AKK_FIELD_REF || !field->required ||
          is_written (export, field->table, akk_record_get_int (record, field)))
        continue;
      g_hash_table_iter_remove (&iter);
      dropped = TRUE;
      break;
    }
  }
  return dropped;
}

char *
akk_export_json (AkkStore *store)
{
  g_autoptr (GHashTable) ids =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  g_autoptr (GHashTable) blobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Export export = { store, ids, blobs,
                    g_string_new ("{\n  \"format\": \"akkoord\",\n  \"version\": 1") };
  gboolean dropped;

  for (guint i = 0; akk_record_types[i] != NULL; i++)
    collect_table (&export, akk_record_types[i]);
  do {
    dropped = FALSE;
    for (guint i = 0; akk_record_types[i] != NULL; i++)
      dropped |= drop_orphans (&export, akk_record_types[i]);
  } while (dropped);
  for (guint i = 0; akk_record_types[i] != NULL; i++)
    append_table (&export, akk_record_types[i]);
  append_blobs (&export);
  g_string_append (export.json, "\n}\n");
  return g_string_free_and_steal (export.json);
}
