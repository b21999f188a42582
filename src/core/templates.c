/* Templates: what a new agreement begins with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/templates.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/datadir.h"
#include "core/dossier-info.h"
#include "core/export-private.h"
#include "core/order.h"
#include "core/record-copy.h"

#define SUFFIX ".json"

/* --- Reading --- */

static void
rubric_free (gpointer data)
{
  AkkRubric *rubric = data;

  g_free (rubric->id);
  g_free (rubric->name);
  g_free (rubric->help);
  g_free (rubric->source);
  g_free (rubric);
}

/* FALSE: there is something else than words. NULL in `words` when there is nothing. */
static gboolean
read_words (JsonObject *object, const char *key, char **words)
{
  JsonNode *node = json_object_get_member (object, key);

  *words = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_dup_string (node) : NULL;
  if (*words == NULL && node != NULL)
    return FALSE;
  if (*words == NULL)
    *words = g_strdup ("");
  return TRUE;
}

static gboolean
invalid (GError **error, const char *message)
{
  g_set_error_literal (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
read_flag (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

static gboolean
read_rubric (AkkTemplate *self, JsonNode *node, GError **error)
{
  AkkRubric *rubric = g_new0 (AkkRubric, 1);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  g_ptr_array_add (self->rubrics, rubric);
  if (object == NULL || !read_words (object, "id", &rubric->id) ||
      !read_words (object, "name", &rubric->name) || !read_words (object, "help", &rubric->help) ||
      !read_words (object, "source", &rubric->source) || *rubric->id == '\0' ||
      *rubric->name == '\0')
    return invalid (error, _ ("A rubric of a template has an “id” and a “name”, in words."));
  rubric->required = read_flag (object, "required");
  return TRUE;
}

static gboolean
read_rubrics (AkkTemplate *self, JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "rubrics");
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node != NULL && array == NULL)
    return invalid (error, _ ("The “rubrics” of a template are a list."));
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!read_rubric (self, json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_head (AkkTemplate *self, JsonObject *root, GError **error)
{
  JsonNode *node = json_object_get_member (root, "template");
  JsonObject *object =
      node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *order;

  if (object == NULL || !read_words (object, "title", &self->title) || *self->title == '\0' ||
      !read_words (object, "description", &self->description) ||
      !read_words (object, "source", &self->source))
    return invalid (error, _ ("A template has a “template” with its “title”, in words."));
  order = json_object_get_member (object, "order");
  self->order =
      order != NULL && JSON_NODE_HOLDS_VALUE (order) ? json_node_get_int (order) : G_MAXINT64;
  return read_rubrics (self, object, error);
}

static gboolean
check_records (AkkTemplate *self, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < self->records->len; i++) {
    const AkkRecord *record = self->records->pdata[i];

    n += record->type == &akk_agreement_record;
    if (record->type == &akk_dossier_info_record || record->type->permanent)
      return invalid (error, _ ("A template holds no dossier and no versions."));
  }
  return n == 1 || invalid (error, _ ("A template holds one agreement."));
}

static AkkTemplate *
template_read (const char *name, const char *path, GError **error)
{
  g_autoptr (AkkTemplate) self = g_new0 (AkkTemplate, 1);
  g_autofree char *json = NULL;
  g_autoptr (JsonParser) parser = NULL;

  self->name = g_strdup (name);
  self->rubrics = g_ptr_array_new_with_free_func (rubric_free);
  if (!g_file_get_contents (path, &json, NULL, error))
    return NULL;
  parser = akk_import_parse (json, error);
  if (parser == NULL || !read_head (self, akk_import_root (parser), error))
    return NULL;
  self->records = akk_import_records (akk_import_root (parser), error);
  if (self->records == NULL || !check_records (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* --- Files --- */

static char *
user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "akkoord", "templates", NULL);
}

static void
add_names (GHashTable *paths, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, SUFFIX) && *file != '.')
      g_hash_table_insert (paths, g_strndup (file, strlen (file) - strlen (SUFFIX)),
                           g_build_filename (folder, file, NULL));
}

/* Name → path. */
static GHashTable *
find_files (void)
{
  GHashTable *paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *own = user_folder ();
  g_autofree char *shipped = akk_datadir_path ("templates");

  add_names (paths, shipped);
  add_names (paths, own);
  return paths;
}

static int
compare_templates (gconstpointer a, gconstpointer b)
{
  const AkkTemplate *one = *(AkkTemplate *const *) a, *two = *(AkkTemplate *const *) b;

  if (one->order != two->order)
    return one->order < two->order ? -1 : 1;
  return g_utf8_collate (one->title, two->title);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* --- Using --- */

static gboolean
has_place (const AkkRecord *record)
{
  const AkkField *field = akk_record_type_field (record->type, "position");

  return field == NULL || *akk_record_get_text (record, field) != '\0';
}

/* --- Public --- */

void
akk_template_free (AkkTemplate *self)
{
  g_free (self->name);
  g_free (self->title);
  g_free (self->description);
  g_free (self->source);
  g_clear_pointer (&self->rubrics, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

GPtrArray *
akk_templates_new (char ***faults)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_template_free);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  g_autoptr (GHashTable) paths = find_files ();
  GHashTableIter iter;
  gpointer name, path;

  g_hash_table_iter_init (&iter, paths);
  while (g_hash_table_iter_next (&iter, &name, &path)) {
    g_autoptr (GError) error = NULL;
    AkkTemplate *template = template_read (name, path, &error);

    if (template != NULL)
      g_ptr_array_add (templates, template);
    else
      g_ptr_array_add (sentences, g_strdup_printf (_ ("The template “%s” cannot be used. %s"),
                                                   (const char *) name, error->message));
  }
  g_ptr_array_sort (templates, compare_templates);
  g_ptr_array_sort (sentences, compare_names);
  if (faults != NULL)
    *faults = (char **) g_ptr_array_free (g_steal_pointer (&sentences), FALSE);
  return templates;
}

AkkTemplate *
akk_template_load (const char *name, GError **error)
{
  g_autoptr (GHashTable) paths = find_files ();
  const char *path = g_hash_table_lookup (paths, name);
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *known = NULL;

  if (path != NULL) {
    AkkTemplate *self = template_read (name, path, error);

    if (self == NULL)
      g_prefix_error (error, _ ("The template “%s” cannot be used. "), name);
    return self;
  }
  names = g_hash_table_get_keys_as_ptr_array (paths);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  known = g_strjoinv (", ", (char **) names->pdata);
  g_set_error (error, AKK_EXPORT_ERROR, AKK_EXPORT_ERROR_UNKNOWN,
               _ ("There is no template named “%s”. These are there: %s."), name, known);
  return NULL;
}

const AkkRubric *
akk_template_rubric (const AkkTemplate *self, const char *id)
{
  for (guint i = 0; i < self->rubrics->len; i++) {
    const AkkRubric *rubric = self->rubrics->pdata[i];

    if (g_str_equal (rubric->id, id))
      return rubric;
  }
  return NULL;
}

const AkkAgreement *
akk_template_agreement (const AkkTemplate *self)
{
  for (guint i = 0; i < self->records->len; i++)
    if (((const AkkRecord *) self->records->pdata[i])->type == &akk_agreement_record)
      return self->records->pdata[i];
  return NULL;
}

AkkAgreement *
akk_template_use (const AkkTemplate *self, AkkStore *store)
{
  g_autoptr (AkkCopies) copies = akk_copies_new (store);
  g_autofree char *place = g_strdup ("");
  AkkAgreement *agreement = NULL;

  for (guint i = 0; i < self->records->len; i++) {
    const AkkRecord *record = self->records->pdata[i];
    AkkRecord *copy = akk_copies_add (copies, record);

    if (!has_place (record)) {
      g_autofree char *next = akk_order_between (place, "");

      akk_store_set_text (store, copy, "position", next);
      g_set_str (&place, next);
    }
    if (record->type == &akk_agreement_record)
      agreement = g_object_ref ((AkkAgreement *) copy);
  }
  akk_copies_connect (copies);
  akk_store_set_text (store, agreement, "template", self->name);
  return agreement;
}
