/* A record: a GObject whose fields are listed once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/record.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (akk_record_error_quark, akk_record_error)

static void akk_record_class_init (AkkRecordClass *klass);

static gpointer record_parent_class;

/* --- Values --- */

static char **
text_member (gconstpointer record, const AkkField *field)
{
  return G_STRUCT_MEMBER_P (record, field->offset);
}

static gint64 *
int_member (gconstpointer record, const AkkField *field)
{
  return G_STRUCT_MEMBER_P (record, field->offset);
}

static gint64
initial_value (const AkkField *field)
{
  switch (field->kind) {
  case AKK_FIELD_ENUM:
    return field->values[0].value;
  case AKK_FIELD_DATE:
  case AKK_FIELD_TIME:
    return AKK_NO_DATE;
  default:
    return field->initial;
  }
}

/* A property is named after its field, with hyphens: GObject refuses underscores in GParamSpec
 * names that are static, and would warn nobody. */
static char *
property_name (const AkkField *field)
{
  return g_strdelimit (g_strdup (field->name), "_", '-');
}

/* --- The classes --- */

static void
akk_record_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  const AkkField *field = &AKK_RECORD (object)->type->fields[property_id - 1];

  if (field->kind == AKK_FIELD_TEXT)
    g_value_set_string (value, *text_member (object, field));
  else
    g_value_set_int64 (value, *int_member (object, field));
}

static void
akk_record_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  const AkkField *field = &AKK_RECORD (object)->type->fields[property_id - 1];

  if (field->kind == AKK_FIELD_TEXT)
    akk_record_set_text (object, field, g_value_get_string (value));
  else
    akk_record_set_int (object, field, g_value_get_int64 (value));
}

static void
akk_record_finalize (GObject *object)
{
  const AkkRecordType *type = AKK_RECORD (object)->type;

  for (guint i = 0; type != NULL && i < type->n_fields; i++)
    if (type->fields[i].kind == AKK_FIELD_TEXT)
      g_free (*text_member (object, &type->fields[i]));

  G_OBJECT_CLASS (record_parent_class)->finalize (object);
}

static void
akk_record_class_init (AkkRecordClass *klass)
{
  record_parent_class = g_type_class_peek_parent (klass);
  G_OBJECT_CLASS (klass)->finalize = akk_record_finalize;
}

GType
akk_record_get_type (void)
{
  static GType type = 0;

  if (g_once_init_enter (&type)) {
    GType made = g_type_register_static_simple (G_TYPE_OBJECT, g_intern_static_string ("AkkRecord"),
                                                sizeof (AkkRecordClass),
                                                (GClassInitFunc) (GCallback) akk_record_class_init,
                                                sizeof (AkkRecord), NULL, G_TYPE_FLAG_ABSTRACT);
    g_once_init_leave (&type, made);
  }
  return type;
}

/* GObject looks for get_property and set_property in the class that installed the property, so that
 * each record class has to name them again. */
static void
record_type_class_init (gpointer klass, gpointer data)
{
  const AkkRecordType *type = data;
  GObjectClass *object_class = klass;
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY;

  ((AkkRecordClass *) klass)->type = type;
  object_class->get_property = akk_record_get_property;
  object_class->set_property = akk_record_set_property;
  for (guint i = 0; i < type->n_fields; i++) {
    const AkkField *field = &type->fields[i];
    g_autofree char *name = property_name (field);
    GParamSpec *pspec = field->kind == AKK_FIELD_TEXT
                            ? g_param_spec_string (name, NULL, NULL, "", flags)
                            : g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64,
                                                  initial_value (field), flags);
    g_object_class_install_property (object_class, i + 1, pspec);
  }
}

static void
record_type_init (GTypeInstance *instance, gpointer klass)
{
  const AkkRecordType *type = ((AkkRecordClass *) klass)->type;

  AKK_RECORD (instance)->type = type;
  for (guint i = 0; i < type->n_fields; i++) {
    const AkkField *field = &type->fields[i];
    if (field->kind == AKK_FIELD_TEXT)
      *text_member (instance, field) = g_strdup ("");
    else
      *int_member (instance, field) = initial_value (field);
  }
}

GType
akk_record_type_register (const char *name, gsize size, const AkkRecordType *type)
{
  GTypeInfo info = {
    .class_size = sizeof (AkkRecordClass),
    .class_init = record_type_class_init,
    .class_data = type,
    .instance_size = size,
    .instance_init = record_type_init,
  };

  return g_type_register_static (AKK_TYPE_RECORD, name, &info, G_TYPE_FLAG_FINAL);
}

const AkkRecordType *
akk_record_type_find (const char *table)
{
  for (guint i = 0; akk_record_types[i] != NULL; i++)
    if (g_strcmp0 (akk_record_types[i]->table, table) == 0)
      return akk_record_types[i];
  return NULL;
}

const AkkField *
akk_record_type_field (const AkkRecordType *type, const char *name)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (strcmp (type->fields[i].name, name) == 0)
      return &type->fields[i];
  return NULL;
}

/* --- Records --- */

gpointer
akk_record_new (const AkkRecordType *type)
{
  return g_object_new (type->get_type (), NULL);
}

gpointer
akk_record_duplicate (gconstpointer record)
{
  const AkkRecord *original = record;
  const AkkRecordType *type = original->type;
  AkkRecord *copy = akk_record_new (type);

  copy->id = original->id;
  copy->deleted = original->deleted;
  for (guint i = 0; i < type->n_fields; i++) {
    const AkkField *field = &type->fields[i];
    if (field->kind == AKK_FIELD_TEXT)
      g_set_str (text_member (copy, field), *text_member (record, field));
    else
      *int_member (copy, field) = *int_member (record, field);
  }
  return copy;
}

const char *
akk_record_get_text (gconstpointer record, const AkkField *field)
{
  g_return_val_if_fail (field->kind == AKK_FIELD_TEXT, "");
  return *text_member (record, field);
}

gint64
akk_record_get_int (gconstpointer record, const AkkField *field)
{
  g_return_val_if_fail (field->kind != AKK_FIELD_TEXT, 0);
  return *int_member (record, field);
}

gboolean
akk_record_field_equal (gconstpointer a, gconstpointer b, const AkkField *field)
{
  if (field->kind == AKK_FIELD_TEXT)
    return strcmp (*text_member (a, field), *text_member (b, field)) == 0;
  return *int_member (a, field) == *int_member (b, field);
}

/* A field that is not in the list of its type (`deleted`) has no property. */
static void
notify (gpointer record, const AkkField *field)
{
  const AkkRecordType *type = AKK_RECORD (record)->type;

  if (field >= type->fields && field < type->fields + type->n_fields) {
    g_autofree char *name = property_name (field);
    g_object_notify (record, name);
  }
}

void
akk_record_set_text (gpointer record, const AkkField *field, const char *value)
{
  g_return_if_fail (field->kind == AKK_FIELD_TEXT);
  g_return_if_fail (value == NULL || g_utf8_validate (value, -1, NULL));
  if (g_set_str (text_member (record, field), value != NULL ? value : ""))
    notify (record, field);
}

void
akk_record_set_int (gpointer record, const AkkField *field, gint64 value)
{
  g_return_if_fail (field->kind != AKK_FIELD_TEXT);
  if (*int_member (record, field) == value)
    return;
  *int_member (record, field) = value;
  notify (record, field);
}

/* --- Rules --- */

static gboolean
is_empty (gconstpointer record, const AkkField *field)
{
  switch (field->kind) {
  case AKK_FIELD_TEXT: {
    const char *text = *text_member (record, field);
    while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
      text = g_utf8_next_char (text);
    return *text == '\0';
  }
  case AKK_FIELD_DATE:
  case AKK_FIELD_TIME:
    return *int_member (record, field) == AKK_NO_DATE;
  case AKK_FIELD_REF:
    return *int_member (record, field) == 0;
  default:
    return FALSE;
  }
}

static gboolean
is_known (const AkkChoice *values, gint64 value)
{
  for (; values->code != NULL; values++)
    if (values->value == value)
      return TRUE;
  return FALSE;
}

static gboolean
check_field (gconstpointer record, const AkkField *field, GError **error)
{
  gint64 value = field->kind == AKK_FIELD_TEXT ? 0 : *int_member (record, field);
  gint64 unit = field->kind == AKK_FIELD_DECIMAL ? 10000 : 1;
  gboolean bounded =
      (field->kind == AKK_FIELD_INT || field->kind == AKK_FIELD_DECIMAL) && field->max > field->min;

  if (field->required && is_empty (record, field)) {
    g_set_error (error, AKK_RECORD_ERROR, AKK_RECORD_ERROR_INVALID, _ ("Fill in “%s”."),
                 _ (field->label));
    return FALSE;
  }
  if (field->kind == AKK_FIELD_ENUM && !is_known (field->values, value)) {
    g_set_error (error, AKK_RECORD_ERROR, AKK_RECORD_ERROR_INVALID,
                 _ ("“%s” holds a value that this version does not know. Choose another one."),
                 _ (field->label));
    return FALSE;
  }
  if (field->kind == AKK_FIELD_TIME && value != AKK_NO_DATE && (value < 0 || value >= 24 * 60)) {
    g_set_error (error, AKK_RECORD_ERROR, AKK_RECORD_ERROR_INVALID,
                 _ ("“%s” must be a time of day."), _ (field->label));
    return FALSE;
  }
  if (bounded && (value < field->min || value > field->max)) {
    g_set_error (error, AKK_RECORD_ERROR, AKK_RECORD_ERROR_INVALID,
                 _ ("“%s” must be between %.10g and %.10g."), _ (field->label),
                 (double) field->min / unit, (double) field->max / unit);
    return FALSE;
  }
  return TRUE;
}

gboolean
akk_record_check (gconstpointer record, GError **error)
{
  const AkkRecordType *type = ((const AkkRecord *) record)->type;

  for (guint i = 0; i < type->n_fields; i++)
    if (!check_field (record, &type->fields[i], error))
      return FALSE;
  return TRUE;
}
