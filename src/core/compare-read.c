/* A frozen agreement as parts and lines that can be compared.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/compare-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/agreement.h"
#include "core/body.h"
#include "core/dates.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/priority.h"

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
add_part (AkkCompareReader *self, AkkCompareArea area, const char *heading)
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

AkkCompareLine *
akk_compare_part_add (AkkComparePart *part,
                      AkkLineKind kind,
                      const AkkField *field,
                      const char *words)
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

void
akk_compare_part_add_text (AkkComparePart *part, const char *commonmark)
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
      akk_compare_part_add (part, line->kind, NULL, words)->level = line->level;
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
    g_autoptr (GString) words =
        one != NULL ? g_string_new (akk_compare_text_of (one, "name")) : NULL;

    if (one == NULL)
      continue;
    if (*akk_compare_text_of (one, "function") != '\0')
      g_string_append_printf (words, ", %s", akk_compare_text_of (one, "function"));
    if (*akk_compare_text_of (one, "delegation") != '\0')
      g_string_append_printf (words, " (%s)", akk_compare_text_of (one, "delegation"));
    akk_compare_part_add (part, AKK_LINE_BULLET, NULL, words->str)->level = 1;
  }
}

static void
add_parties (AkkCompareReader *self, JsonObject *root)
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
                     *akk_compare_text_of (organisation, "short_name") != '\0'
                         ? akk_compare_text_of (organisation, "short_name")
                         : akk_compare_text_of (organisation, "name"));
    akk_compare_add_fields (self, part, &akk_organisation_record, organisation);
    add_people (part, party);
    akk_compare_add_fields (self, part, &akk_party_record, party);
  }
}

static void
add_list (AkkCompareReader *self,
          JsonObject *root,
          const AkkRecordType *type,
          AkkCompareArea area,
          const char *heading)
{
  JsonArray *list = array_of (root, type->table);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++) {
    JsonObject *one = object_at (list, i);

    AkkComparePart *part =
        one != NULL ? add_part (self, area, akk_compare_text_of (one, heading)) : NULL;

    if (part == NULL)
      continue;
    akk_compare_add_fields (self, part, type, one);
    if (area == AKK_COMPARE_BODY)
      akk_compare_add_frequency (self, part, one);
  }
}

/* The part that one of a depth stands in: the last one that is less deep. */
static guint
parent_of (const AkkCompareReader *self, guint depth)
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
add_sections (AkkCompareReader *self, JsonObject *root)
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
    part = add_part (self, AKK_COMPARE_SECTION, akk_compare_text_of (one, "heading"));
    part->depth = (guint) CLAMP (depth, 1, 99);
    part->parent = parent;
    g_free (part->number);
    part->number = g_strdup (akk_compare_text_of (one, "number"));
    if (known) {
      const AkkOutlineEntry *entry = self->outline->pdata[i];
      part->id = part->place = entry->section->record.id;
      part->origin = entry->section->origin_id;
    }
    akk_compare_part_add_text (part, akk_compare_text_of (one, "text"));
    akk_compare_add_contents (self, part, one);
  }
}

AkkCompareText *
akk_compare_read (const char *content, GPtrArray *outline, AkkPhrases *phrases)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (AkkCompareText) text = NULL;
  JsonNode *root;
  JsonObject *object, *agreement;
  AkkCompareReader self;

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
  text->date = akk_date_parse (akk_compare_text_of (object, "date"));
  self = (AkkCompareReader) { text, outline, phrases };
  akk_compare_add_fields (&self, add_part (&self, AKK_COMPARE_AGREEMENT, ""), &akk_agreement_record,
                          agreement);
  add_parties (&self, object);
  add_list (&self, object, &akk_priority_record, AKK_COMPARE_PRIORITY, "title");
  add_list (&self, object, &akk_body_record, AKK_COMPARE_BODY, "name");
  add_sections (&self, object);
  return g_steal_pointer (&text);
}

/* The sections of today, as parts; their fields stand as they do in the editor. */
static AkkCompareText *
read_outline (GPtrArray *outline)
{
  AkkCompareText *text = g_new0 (AkkCompareText, 1);
  AkkCompareReader reader = { text, outline, NULL };

  text->parts = g_ptr_array_new_with_free_func (part_free);
  for (guint i = 0; i < outline->len; i++) {
    const AkkOutlineEntry *entry = outline->pdata[i];
    guint parent = parent_of (&reader, entry->depth);
    AkkComparePart *part = add_part (&reader, AKK_COMPARE_SECTION, entry->section->heading);

    part->depth = entry->depth;
    part->parent = parent;
    part->id = entry->section->record.id;
    g_set_str (&part->number, entry->number);
    akk_compare_part_add_text (part, entry->section->body);
  }
  return text;
}

void
akk_compare_text_find_places (AkkCompareText *self, GPtrArray *outline)
{
  g_autoptr (AkkCompareText) today = read_outline (outline);
  g_autoptr (GArray) match = akk_compare_match (today, self);

  for (guint i = 0; i < match->len; i++) {
    guint found = g_array_index (match, guint, i);

    if (found > 0)
      ((AkkComparePart *) self->parts->pdata[i])->place =
          ((AkkComparePart *) today->parts->pdata[found - 1])->id;
  }
}

void
akk_compare_text_free (AkkCompareText *self)
{
  g_ptr_array_unref (self->parts);
  g_free (self);
}
