/* What the fields of a frozen record say, as lines that can be compared.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/compare-private.h"

#include <glib/gi18n.h>

#include "core/agreement.h"
#include "core/body.h"
#include "core/dates.h"
#include "core/field-source-private.h"
#include "core/obligations-private.h"
#include "core/organisation.h"

#define DAY_S G_GINT64_CONSTANT (86400)

const char *
akk_compare_text_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : "";
}

static char *
date_words (const AkkCompareReader *self, const char *iso)
{
  gint64 day = akk_date_parse (iso);
  g_autoptr (GDateTime) time = NULL;

  if (day == AKK_NO_DATE)
    return NULL;
  if (self->phrases != NULL)
    return akk_phrases_date (self->phrases, day);
  time = g_date_time_new_from_unix_utc (day * DAY_S);
  return g_date_time_format (time, _ ("%-d %B %Y"));
}

static const char *
label_of (const AkkField *field, const char *code)
{
  for (const AkkChoice *choice = field->values; choice->code != NULL; choice++)
    if (g_str_equal (choice->code, code))
      return _ (choice->label);
  return code;
}

/* The word for a value of a choice, which the file of phrases has under a prefix. */
static char *
choice_words (const AkkCompareReader *self,
              const AkkRecordType *type,
              const AkkField *field,
              const char *code)
{
  const char *prefix = NULL;
  g_autofree char *key = NULL;

  if (self->phrases == NULL)
    return g_strdup (label_of (field, code));
  if (type == &akk_agreement_record && g_str_equal (field->name, "kind"))
    prefix = g_str_equal (code, "addendum") ? "compare" : "agreement";
  else if (type == &akk_agreement_record && g_str_equal (field->name, "level"))
    prefix = "level";
  else if (type == &akk_body_record && g_str_equal (field->name, "kind"))
    prefix = "body";
  else if (type == &akk_section_record)
    prefix = "compare-content";
  if (prefix == NULL)
    return g_strdup (code);
  key = g_strdup_printf ("%s-%s", prefix, code);
  return g_strdup (akk_phrases_get (self->phrases, key));
}

/* What a field says, or NULL: nothing. */
static char *
field_words (const AkkCompareReader *self,
             const AkkRecordType *type,
             const AkkField *field,
             JsonNode *node)
{
  GType value = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (value == G_TYPE_BOOLEAN && json_node_get_boolean (node))
    return g_strdup (self->phrases != NULL ? akk_phrases_get (self->phrases, "compare-yes")
                                           : _ ("Yes"));
  if (value == G_TYPE_INT64 && json_node_get_int (node) != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (value != G_TYPE_STRING || *json_node_get_string (node) == '\0')
    return NULL;
  if (field->kind == AKK_FIELD_DATE)
    return date_words (self, json_node_get_string (node));
  if (field->kind == AKK_FIELD_ENUM)
    return choice_words (self, type, field, json_node_get_string (node));
  return g_strdup (json_node_get_string (node));
}

/* Of a body, in the words of the program. */
static char *
rhythm_words (const AkkBody *body)
{
  AkkFrequency rule = { .times = body->times, .period_months = body->period };
  char *shared;
  g_autofree char *words = NULL;

  if (body->times <= 0)
    return g_strdup (_ ("No fixed number"));
  if (body->unit == AKK_BODY_YEARS)
    rule.period_months *= 12;
  shared = akk_duty_rhythm (&rule);
  words = g_strdup (shared);
  g_ref_string_release (shared);
  return g_steal_pointer (&words);
}

/* "minstens 3 keer per jaar" for the three fields that say so. */
void
akk_compare_add_frequency (const AkkCompareReader *self, AkkComparePart *part, JsonObject *object)
{
  g_autoptr (AkkBody) body = akk_record_new (&akk_body_record);
  const char *unit = akk_compare_text_of (object, "unit");
  g_autofree char *words = NULL;

  body->times = json_object_get_int_member_with_default (object, "times", 0);
  body->period = MAX (json_object_get_int_member_with_default (object, "period", 1), 1);
  for (const AkkChoice *choice = akk_body_units; choice->code != NULL; choice++)
    if (g_str_equal (choice->code, unit))
      body->unit = choice->value;
  words = self->phrases != NULL ? akk_field_frequency (self->phrases, body) : rhythm_words (body);
  akk_compare_part_add (part, AKK_LINE_PARAGRAPH, akk_record_type_field (&akk_body_record, "times"),
                        words);
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

void
akk_compare_add_fields (const AkkCompareReader *self,
                        AkkComparePart *part,
                        const AkkRecordType *type,
                        JsonObject *object)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const AkkField *field = &type->fields[i];
    JsonNode *node = json_object_get_member (object, field->name);
    g_autofree char *words = NULL;

    if (node == NULL || is_aside (type, field))
      continue;
    if (field->body && JSON_NODE_HOLDS_VALUE (node)) {
      akk_compare_part_add_text (part, akk_compare_text_of (object, field->name));
      continue;
    }
    words = field_words (self, type, field, node);
    if (words != NULL)
      akk_compare_part_add (part, AKK_LINE_PARAGRAPH, field, words);
  }
}

/* What stands under a heading besides text: pages of a file, which its sum tells from others, a
 * plan, a dashboard. */
void
akk_compare_add_contents (const AkkCompareReader *self, AkkComparePart *part, JsonObject *section)
{
  static const char *const names[] = { "content", "file", "year" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const AkkField *field = akk_record_type_field (&akk_section_record, names[i]);
    JsonNode *node = json_object_get_member (section, names[i]);
    g_autofree char *words =
        node != NULL ? field_words (self, &akk_section_record, field, node) : NULL;

    if (words != NULL)
      akk_compare_part_add (part, AKK_LINE_PARAGRAPH, field, words);
  }
}

gboolean
akk_compare_line_is_file (const AkkCompareLine *self)
{
  return self->field != NULL && self->field->blob;
}
