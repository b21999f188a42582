/* A dossier as open text: JSON in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/export.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "core/dates.h"
#include "core/export-private.h"

/* Where we are, for messages. */
typedef struct {
  GHashTable *known; /* "TABLE ID" of every record of the file */
  const AkkRecordType *type;
  guint index;
  const char *key; /* NULL: the whole record */
} Place;

static gboolean
fail (const Place *place, GError **error, const char *message)
{
  if (place->key == NULL)
    g_set_error (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_INVALID,
                 /* Translators: a table, the number of a record in it, and what is wrong there. */
                 _ ("%s %u: %s"), place->type->table, place->index + 1, message);
  else
    g_set_error (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_INVALID,
                 /* Translators: a table, the number of a record in it, a field, what is wrong. */
                 _ ("%s %u, %s: %s"), place->type->table, place->index + 1, place->key, message);
  return FALSE;
}

/* --- Values --- */

static const char *
node_text (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/* A positive whole number of 63 bits, as text: JSON's own numbers lose digits in other programs. */
static gboolean
parse_id (const char *text, gint64 *id)
{
  return text != NULL && g_ascii_isdigit (*text) &&
         g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL);
}

static gboolean
parse_enum (const AkkField *field, const char *code, gint64 *value)
{
  for (const AkkChoice *choice = field->values; code != NULL && choice->code != NULL; choice++) {
    if (g_str_equal (choice->code, code)) {
      *value = choice->value;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
parse_time (const char *text, gint64 *value)
{
  if (text == NULL || strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0]) ||
      !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;
  *value = atoi (text) * 60 + atoi (text + 3);
  return atoi (text) < 24 && atoi (text + 3) < 60;
}

static gboolean
parse_date (const char *text, gint64 *value)
{
  *value = text != NULL ? akk_date_parse (text) : AKK_NO_DATE;
  return *value != AKK_NO_DATE;
}

static gboolean
parse_number (const AkkField *field, JsonNode *node, gint64 *value)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  double number;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;
  if (field->kind == AKK_FIELD_INT) {
    *value = json_node_get_int (node);
    return type == G_TYPE_INT64;
  }
  number = json_node_get_double (node) * 10000;
  if (!(fabs (number) < 9e15))
    return FALSE;
  *value = llround (number);
  return TRUE;
}

static char *
reference (const char *table, const char *id)
{
  return g_strdup_printf ("%s %s", table, id);
}

static gboolean
is_known (const Place *place, const AkkField *field, const char *id)
{
  g_autofree char *key = reference (field->table, id);

  return g_hash_table_contains (place->known, key);
}

static gboolean
read_int (const Place *place, const AkkField *field, JsonNode *node, gint64 *value, GError **error)
{
  const char *text = node_text (node);

  switch (field->kind) {
  case AKK_FIELD_ENUM:
    return parse_enum (field, text, value) || fail (place, error, _ ("there is no such choice"));
  case AKK_FIELD_DATE:
    *value = AKK_NO_DATE;
    return JSON_NODE_HOLDS_NULL (node) || parse_date (text, value) ||
           fail (place, error, _ ("dates are written as YYYY-MM-DD"));
  case AKK_FIELD_TIME:
    *value = AKK_NO_DATE;
    return JSON_NODE_HOLDS_NULL (node) || parse_time (text, value) ||
           fail (place, error, _ ("times are written as HH:MM"));
  case AKK_FIELD_BOOL:
    *value = JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node);
    return (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN) ||
           fail (place, error, _ ("only true and false can stand here"));
  case AKK_FIELD_REF:
    *value = 0;
    if (JSON_NODE_HOLDS_NULL (node) || g_strcmp0 (text, "0") == 0)
      return TRUE;
    if (!parse_id (text, value))
      return fail (place, error, _ ("ids are whole numbers, written as text"));
    return is_known (place, field, text) || fail (place, error, _ ("no record has this id"));
  default:
    return parse_number (field, node, value) || fail (place, error, _ ("this is not a number"));
  }
}

static gboolean
read_field (
    const Place *place, gpointer record, const AkkField *field, JsonNode *node, GError **error)
{
  gint64 value = 0;

  if (field->kind == AKK_FIELD_TEXT) {
    if (node_text (node) == NULL)
      return fail (place, error, _ ("this is not text"));
    akk_record_set_text (record, field, node_text (node));
    return TRUE;
  }
  if (!read_int (place, field, node, &value, error))
    return FALSE;
  akk_record_set_int (record, field, value);
  return TRUE;
}

/* --- Records --- */

static gboolean
read_record (Place *place, GPtrArray *records, JsonObject *object, GHashTable *ids, GError **error)
{
  g_autoptr (GObject) record = akk_record_new (place->type);
  g_autoptr (GError) cause = NULL;
  JsonObjectIter iter;
  JsonNode *node;
  gint64 id = 0;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &place->key, &node)) {
    const AkkField *field = akk_record_type_field (place->type, place->key);

    if (g_str_equal (place->key, "id")) {
      if (!parse_id (node_text (node), &id))
        return fail (place, error, _ ("ids are whole numbers, written as text"));
      if (!g_hash_table_add (ids, g_memdup2 (&id, sizeof id)))
        return fail (place, error, _ ("another record has the same id"));
    } else if (field == NULL) {
      return fail (place, error, _ ("there is no such field"));
    } else if (!read_field (place, record, field, node, error)) {
      return FALSE;
    }
  }
  place->key = NULL;
  if (id == 0)
    return fail (place, error, _ ("the id is missing"));
  AKK_RECORD (record)->id = id;
  if (!akk_record_check (record, &cause))
    return fail (place, error, cause->message);
  g_ptr_array_add (records, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
read_table (GPtrArray *records,
            JsonObject *root,
            const AkkRecordType *type,
            GHashTable *known,
            GHashTable *ids,
            GError **error)
{
  JsonArray *array = json_object_has_member (root, type->table)
                         ? json_object_get_array_member (root, type->table)
                         : NULL;
  Place place = { .known = known, .type = type };

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    place.index = i;
    if (!read_record (&place, records, json_array_get_object_element (array, i), ids, error))
      return FALSE;
  }
  return TRUE;
}

static GHashTable *
collect_references (JsonObject *root)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint t = 0; akk_record_types[t] != NULL; t++) {
    const char *table = akk_record_types[t]->table;
    JsonArray *array =
        json_object_has_member (root, table) ? json_object_get_array_member (root, table) : NULL;

    for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
      JsonNode *id = json_object_get_member (json_array_get_object_element (array, i), "id");

      if (id != NULL && node_text (id) != NULL)
        g_hash_table_add (known, reference (table, node_text (id)));
    }
  }
  return known;
}

/* --- Attachments --- */

static gboolean
read_blob (AkkStore *store, JsonObject *object, guint index, GError **error)
{
  JsonNode *name = json_object_get_member (object, "sha256");
  JsonNode *base64 = json_object_get_member (object, "data");
  g_autoptr (GBytes) data = NULL;
  g_autofree char *found = NULL;
  guchar *bytes;
  gsize n_bytes;

  if (name == NULL || node_text (name) == NULL || base64 == NULL || node_text (base64) == NULL) {
    g_set_error (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_INVALID,
                 _ ("blob %u: an attachment has a SHA-256 and its data"), index + 1);
    return FALSE;
  }
  bytes = g_base64_decode (node_text (base64), &n_bytes);
  data = g_bytes_new_take (bytes, n_bytes);
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data);
  if (!g_str_equal (found, node_text (name))) {
    g_set_error (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_INVALID,
                 _ ("blob %u: the data are not those of its SHA-256"), index + 1);
    return FALSE;
  }
  g_clear_pointer (&found, g_free);
  found = akk_store_add_blob (store, data, error);
  return found != NULL;
}

static gboolean
read_blobs (AkkStore *store, JsonObject *root, GError **error)
{
  JsonArray *array =
      json_object_has_member (root, "blob") ? json_object_get_array_member (root, "blob") : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!read_blob (store, json_array_get_object_element (array, i), i, error))
      return FALSE;
  return TRUE;
}

/* --- The file --- */

static gboolean
invalid (GError **error, const char *message)
{
  g_set_error_literal (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_INVALID, message);
  return FALSE;
}

/* Known keys only, each with what belongs there, so that what follows need not ask. */
static gboolean
check_shape (JsonObject *root, GError **error)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, root);
  while (json_object_iter_next_ordered (&iter, &key, &node)) {
    if (g_str_equal (key, "format") || g_str_equal (key, "version") ||
        g_str_equal (key, "template"))
      continue;
    if ((akk_record_type_find (key) == NULL && !g_str_equal (key, "blob")) ||
        !JSON_NODE_HOLDS_ARRAY (node)) {
      g_set_error (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_INVALID,
                   _ ("There is no list named “%s”."), key);
      return FALSE;
    }

    JsonArray *array = json_node_get_array (node);

    for (guint i = 0; i < json_array_get_length (array); i++) {
      if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
        continue;
      g_set_error (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_INVALID, _ ("%s %u is not a record."),
                   key, i + 1);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
check_format (JsonNode *node, GError **error)
{
  JsonObject *root =
      node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *format = root != NULL ? json_object_get_member (root, "format") : NULL;
  JsonNode *version = root != NULL ? json_object_get_member (root, "version") : NULL;

  if (format == NULL || g_strcmp0 (node_text (format), "akkoord") != 0)
    return invalid (error, _ ("This is not an export of Akkoord."));
  if (version == NULL || !JSON_NODE_HOLDS_VALUE (version) || json_node_get_int (version) != 1)
    return invalid (error, _ ("This export was made by a newer version of Akkoord."));
  return check_shape (root, error);
}

/* --- For templates --- */

JsonParser *
akk_import_parse (const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) cause = NULL;

  if (!json_parser_load_from_data (parser, json, -1, &cause)) {
    g_set_error (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_INVALID,
                 _ ("This is not valid JSON: %s"), cause->message);
    return NULL;
  }
  if (!check_format (json_parser_get_root (parser), error))
    return NULL;
  return g_steal_pointer (&parser);
}

JsonObject *
akk_import_root (JsonParser *parser)
{
  return json_node_get_object (json_parser_get_root (parser));
}

GPtrArray *
akk_import_records (JsonObject *root, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = collect_references (root);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; akk_record_types[i] != NULL; i++)
    if (!read_table (records, root, akk_record_types[i], known, ids, error))
      return NULL;
  return g_steal_pointer (&records);
}

/* --- Public --- */

gboolean
akk_import_json (AkkStore *store, const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = akk_import_parse (json, error);
  g_autoptr (GPtrArray) records = NULL;

  if (parser == NULL)
    return FALSE;
  records = akk_import_records (akk_import_root (parser), error);
  if (records == NULL)
    return FALSE;
  akk_store_begin_founding (store, N_ ("Import"));
  for (guint i = 0; i < records->len; i++)
    akk_store_add (store, records->pdata[i]);
  if (!read_blobs (store, akk_import_root (parser), error)) {
    akk_store_cancel (store);
    return FALSE;
  }
  return akk_store_commit (store, error);
}
