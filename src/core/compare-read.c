/* A frozen agreement as parts and lines that can be compared.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/compare.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/agreement.h"
#include "core/body.h"
#include "core/dates.h"
#include "core/field-source-private.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/priority.h"

typedef struct {
  AkkCompareText *text;
  GPtrArray *outline;
  AkkPhrases *phrases;
} Reader;

static void
line_free (gpointer data)
{
  AkkCompareLine *line = data;

  g_strfreev (line->cells);
  g_free (line);
}

static void
part_free (gpointer data)
{
  AkkComparePart *part = data;

  g_free (part->number);
  g_free (part->heading);
  g_ptr_array_unref (part->lines);
  g_free (part);
}

static AkkComparePart *
add_part (Reader *self, AkkCompareArea area, const char *heading)
{
  AkkComparePart *part = g_new0 (AkkComparePart, 1);

  part->area = area;
  part->depth = 1;
  part->number = g_strdup ("");
  part->heading = g_strdup (heading);
  part->lines = g_ptr_array_new_with_free_func (line_free);
  g_ptr_array_add (self->text->parts, part);
  return part;
}

static AkkCompareLine *
add_line (AkkComparePart *part, AkkLineKind kind, const AkkField *field, const char *words)
{
  AkkCompareLine *line = g_new0 (AkkCompareLine, 1);
  const char *cells[] = { words, NULL };

  line->kind = kind;
  line->field = field;
  line->cells = g_strdupv ((char **) cells);
  g_ptr_array_add (part->lines, line);
  return line;
}

/* --- Text --- */

/* What follows an address that is not the text itself. */
static void
add_address (GString *words, const AkkRun *run, const char *text)
{
  if (g_strcmp0 (run->href, text) != 0)
    g_string_append_printf (words, " (%s)", run->href);
}

static void
add_atom (GString *words, const AkkRun *run)
{
  if (run->note != NULL)
    g_string_append_c (words, '*');
  else if (run->href != NULL && g_str_has_prefix (run->href, "blob:"))
    /* The first signs of its sum: another picture is another one, whatever it is called. */
    g_string_append_printf (words, "[%s #%.6s]", run->alt != NULL ? run->alt : "",
                            run->href + strlen ("blob:"));
  else if (run->field != NULL && g_str_has_suffix (run->field, ".page"))
    g_string_append (words, "…");
}

static char *
line_words (const AkkLine *line)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gsize at = 0, link = 0;

  for (guint i = 0; i < line->n_runs; at += line->runs[i++].n_bytes) {
    const AkkRun *run = &line->runs[i];
    gboolean is_atom =
        run->n_bytes == strlen (AKK_ATOM) && strncmp (line->text + at, AKK_ATOM, run->n_bytes) == 0;

    if (is_atom) {
      add_atom (words, run);
      continue;
    }
    if (run->href != NULL && (i == 0 || line->runs[i - 1].href != run->href))
      link = words->len;
    g_string_append_len (words, line->text + at, run->n_bytes);
    if (run->href != NULL && (i + 1 == line->n_runs || line->runs[i + 1].href != run->href))
      add_address (words, run, words->str + link);
  }
  g_strstrip (words->str);
  return g_strdup (words->str);
}

static void
add_table (AkkComparePart *part, const AkkTable *table)
{
  for (guint row = 0; row < table->n_rows; row++) {
    AkkCompareLine *line = g_new0 (AkkCompareLine, 1);

    line->kind = AKK_LINE_TABLE;
    line->row = row + 1;
    line->cells = g_new0 (char *, table->n_columns + 1);
    for (guint column = 0; column < table->n_columns; column++)
      line->cells[column] = line_words (table->cells[row * table->n_columns + column]);
    g_ptr_array_add (part->lines, line);
  }
}

static void
add_text (AkkComparePart *part, const char *commonmark)
{
  g_autoptr (AkkText) text = akk_text_parse (commonmark);

  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];
    g_autofree char *words = NULL;

    if (line->table != NULL) {
      add_table (part, line->table);
      continue;
    }
    words = line_words (line);
    if (*words != '\0')
      add_line (part, line->kind, NULL, words)->level = line->level;
  }
}

/* --- Fields --- */

static const char *
text_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : "";
}

static char *
date_words (const Reader *self, const char *iso)
{
  gint64 day = akk_date_parse (iso);

  if (day == AKK_NO_DATE)
    return NULL;
  return self->phrases != NULL ? akk_phrases_date (self->phrases, day) : g_strdup (iso);
}

/* The word for a value of a choice, which the file of phrases has under a prefix. */
static char *
choice_words (const Reader *self, const AkkRecordType *type, const char *field, const char *code)
{
  const char *prefix = NULL;
  g_autofree char *key = NULL;

  if (type == &akk_agreement_record && g_str_equal (field, "kind"))
    prefix = "agreement";
  else if (type == &akk_agreement_record && g_str_equal (field, "level"))
    prefix = "level";
  else if (type == &akk_body_record && g_str_equal (field, "kind"))
    prefix = "body";
  if (prefix == NULL || self->phrases == NULL)
    return g_strdup (code);
  if (type == &akk_agreement_record && g_str_equal (code, "addendum"))
    prefix = "compare";
  key = g_strdup_printf ("%s-%s", prefix, code);
  return g_strdup (akk_phrases_get (self->phrases, key));
}

/* What a field says, or NULL: nothing. */
static char *
field_words (const Reader *self, const AkkRecordType *type, const AkkField *field, JsonNode *node)
{
  GType value = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (value == G_TYPE_BOOLEAN && json_node_get_boolean (node))
    return g_strdup (self->phrases != NULL ? akk_phrases_get (self->phrases, "compare-yes") : "1");
  if (value == G_TYPE_INT64 && json_node_get_int (node) != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (value != G_TYPE_STRING || *json_node_get_string (node) == '\0')
    return NULL;
  if (field->kind == AKK_FIELD_DATE)
    return date_words (self, json_node_get_string (node));
  if (field->kind == AKK_FIELD_ENUM)
    return choice_words (self, type, field->name, json_node_get_string (node));
  return g_strdup (json_node_get_string (node));
}

/* "minstens 3 keer per jaar" for the three fields that say so. */
static void
add_frequency (const Reader *self, AkkComparePart *part, JsonObject *object)
{
  g_autoptr (AkkBody) body = akk_record_new (&akk_body_record);
  const char *unit = text_of (object, "unit");
  g_autofree char *words = NULL;

  body->times = json_object_get_int_member_with_default (object, "times", 0);
  body->period = json_object_get_int_member_with_default (object, "period", 1);
  for (const AkkChoice *choice = akk_body_units; choice->code != NULL; choice++)
    if (g_str_equal (choice->code, unit))
      body->unit = choice->value;
  words = self->phrases != NULL
              ? akk_field_frequency (self->phrases, body)
              : g_strdup_printf ("%d/%d %s", (int) body->times, (int) body->period, unit);
  add_line (part, AKK_LINE_PARAGRAPH, akk_record_type_field (&akk_body_record, "times"), words);
}

/* What no reader takes for a change of what was agreed, or is told otherwise. */
static gboolean
is_aside (const AkkRecordType *type, const AkkField *field)
{
  static const char *const names[] = { "opens_group", "logo",  "email",  "phone",
                                       "language",    "times", "period", "unit" };

  if (type == &akk_organisation_record && field->kind == AKK_FIELD_ENUM)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (field->name, names[i]))
      return TRUE;
  return FALSE;
}

static void
add_fields (const Reader *self, AkkComparePart *part, const AkkRecordType *type, JsonObject *object)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const AkkField *field = &type->fields[i];
    JsonNode *node = json_object_get_member (object, field->name);
    g_autofree char *words = NULL;

    if (node == NULL || is_aside (type, field))
      continue;
    if (field->body && JSON_NODE_HOLDS_VALUE (node)) {
      add_text (part, text_of (object, field->name));
      continue;
    }
    words = field_words (self, type, field, node);
    if (words != NULL)
      add_line (part, AKK_LINE_PARAGRAPH, field, words);
  }
}

/* --- Parts --- */

static JsonArray *
array_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
object_at (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
add_people (AkkComparePart *part, JsonObject *party)
{
  JsonArray *people = array_of (party, "representatives");

  for (guint i = 0; people != NULL && i < json_array_get_length (people); i++) {
    JsonObject *one = object_at (people, i);
    g_autoptr (GString) words = one != NULL ? g_string_new (text_of (one, "name")) : NULL;

    if (one == NULL)
      continue;
    if (*text_of (one, "function") != '\0')
      g_string_append_printf (words, ", %s", text_of (one, "function"));
    if (*text_of (one, "delegation") != '\0')
      g_string_append_printf (words, " (%s)", text_of (one, "delegation"));
    add_line (part, AKK_LINE_BULLET, NULL, words->str)->level = 1;
  }
}

static void
add_parties (Reader *self, JsonObject *root)
{
  JsonArray *parties = array_of (root, "parties");

  for (guint i = 0; parties != NULL && i < json_array_get_length (parties); i++) {
    JsonObject *party = object_at (parties, i);
    JsonNode *node = party != NULL ? json_object_get_member (party, "organisation") : NULL;
    JsonObject *organisation =
        node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
    AkkComparePart *part;

    if (organisation == NULL)
      continue;
    part = add_part (self, AKK_COMPARE_PARTY,
                     *text_of (organisation, "short_name") != '\0'
                         ? text_of (organisation, "short_name")
                         : text_of (organisation, "name"));
    add_fields (self, part, &akk_organisation_record, organisation);
    add_people (part, party);
    add_fields (self, part, &akk_party_record, party);
  }
}

static void
add_list (Reader *self,
          JsonObject *root,
          const AkkRecordType *type,
          AkkCompareArea area,
          const char *heading)
{
  JsonArray *list = array_of (root, type->table);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++) {
    JsonObject *one = object_at (list, i);

    AkkComparePart *part = one != NULL ? add_part (self, area, text_of (one, heading)) : NULL;

    if (part == NULL)
      continue;
    add_fields (self, part, type, one);
    if (area == AKK_COMPARE_BODY)
      add_frequency (self, part, one);
  }
}

/* The part that one of a depth stands in: the last one that is less deep. */
static guint
parent_of (const Reader *self, guint depth)
{
  for (guint i = self->text->parts->len; i > 0; i--) {
    const AkkComparePart *part = self->text->parts->pdata[i - 1];

    if (part->area != AKK_COMPARE_SECTION)
      return 0;
    if (part->depth < depth)
      return i;
  }
  return 0;
}

static void
add_sections (Reader *self, JsonObject *root)
{
  JsonArray *sections = array_of (root, "sections");
  guint n = sections != NULL ? json_array_get_length (sections) : 0;
  gboolean known = self->outline != NULL && self->outline->len == n;

  for (guint i = 0; i < n; i++) {
    JsonObject *one = object_at (sections, i);
    gint64 depth = one != NULL ? json_object_get_int_member_with_default (one, "depth", 1) : 1;
    guint parent = parent_of (self, (guint) CLAMP (depth, 1, 99));
    AkkComparePart *part;

    if (one == NULL)
      continue;
    part = add_part (self, AKK_COMPARE_SECTION, text_of (one, "heading"));
    part->depth = (guint) CLAMP (depth, 1, 99);
    part->parent = parent;
    g_free (part->number);
    part->number = g_strdup (text_of (one, "number"));
    if (known) {
      const AkkOutlineEntry *entry = self->outline->pdata[i];
      part->id = entry->section->record.id;
      part->origin = entry->section->origin_id;
    }
    add_text (part, text_of (one, "text"));
  }
}

AkkCompareText *
akk_compare_read (const char *content, GPtrArray *outline, AkkPhrases *phrases)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (AkkCompareText) text = NULL;
  JsonNode *root;
  JsonObject *object, *agreement;
  Reader self;

  if (!json_parser_load_from_data (parser, content, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_node_get_object (root);
  root = json_object_get_member (object, "agreement");
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  agreement = json_node_get_object (root);
  text = g_new0 (AkkCompareText, 1);
  text->parts = g_ptr_array_new_with_free_func (part_free);
  text->number = json_object_get_int_member_with_default (object, "number", 0);
  text->date = akk_date_parse (text_of (object, "date"));
  self = (Reader) { text, outline, phrases };
  add_fields (&self, add_part (&self, AKK_COMPARE_AGREEMENT, ""), &akk_agreement_record, agreement);
  add_parties (&self, object);
  add_list (&self, object, &akk_priority_record, AKK_COMPARE_PRIORITY, "title");
  add_list (&self, object, &akk_body_record, AKK_COMPARE_BODY, "name");
  add_sections (&self, object);
  return g_steal_pointer (&text);
}

void
akk_compare_text_free (AkkCompareText *self)
{
  g_ptr_array_unref (self->parts);
  g_free (self);
}
