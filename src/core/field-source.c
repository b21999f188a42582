/* What the fields of a text say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/field-source-private.h"

#include <glib/gi18n.h>
#include <string.h>

struct _AkkFieldSource {
  AkkStore *store; /* owned */
  AkkAgreement *agreement; /* owned */
  AkkPhrases *phrases;
  AkkFieldMatter matter; /* as of `step` */
  gint64 step; /* -1: nothing was read yet */
  GHashTable *texts; /* field -> text, NULL for an unknown field */
  GHashTable *clauses; /* name -> AkkText, NULL for an unknown clause */
};

/* --- Reading the store --- */

static GPtrArray *
read_records (AkkFieldSource *self, const AkkRecordType *type)
{
  g_autoptr (GListModel) list =
      akk_store_list (self->store, type, "agreement_id", self->agreement->record.id);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));
  return records;
}

static void
forget (AkkFieldSource *self)
{
  g_hash_table_remove_all (self->texts);
  g_hash_table_remove_all (self->clauses);
  g_clear_object (&self->matter.predecessor);
  g_clear_pointer (&self->matter.parties, g_ptr_array_unref);
  g_clear_pointer (&self->matter.bodies, g_ptr_array_unref);
  g_clear_pointer (&self->matter.priorities, g_ptr_array_unref);
  g_clear_pointer (&self->matter.definitions, g_ptr_array_unref);
}

/* Whoever follows the store too may ask before or after us: so ask the store for its step. */
static const AkkFieldMatter *
get_matter (AkkFieldSource *self)
{
  gint64 step = akk_store_get_last_step (self->store);

  if (step == self->step)
    return &self->matter;
  forget (self);
  self->step = step;
  self->matter.agreement = self->agreement;
  self->matter.phrases = self->phrases;
  self->matter.predecessor =
      akk_store_get (self->store, &akk_agreement_record, self->agreement->predecessor_id);
  if (self->matter.predecessor != NULL && self->matter.predecessor->record.deleted)
    g_clear_object (&self->matter.predecessor);
  self->matter.parties = akk_parties_new (self->store, self->agreement->record.id);
  self->matter.bodies = read_records (self, &akk_body_record);
  self->matter.priorities = read_records (self, &akk_priority_record);
  self->matter.definitions = read_records (self, &akk_definition_record);
  return &self->matter;
}

/* --- Fields of one record --- */

static const char *const owners[] = {
  [AKK_OWNER_PARTY] = "party",
  [AKK_OWNER_BODY] = "body",
  [AKK_OWNER_PRIORITY] = "priority",
  [AKK_OWNER_ORGANISATION] = "organisation",
};

/* The record that an id of this owner means, and its place in its list; borrowed. */
static gpointer
find_in_lists (const AkkFieldMatter *matter, AkkFieldOwner owner, gint64 id, guint *number)
{
  GPtrArray *list = owner == AKK_OWNER_PARTY  ? matter->parties
                    : owner == AKK_OWNER_BODY ? matter->bodies
                                              : matter->priorities;

  for (guint i = 0; i < list->len; i++) {
    AkkPartyEntry *entry = owner == AKK_OWNER_PARTY ? list->pdata[i] : NULL;
    AkkRecord *record = entry != NULL ? AKK_RECORD (entry->party) : list->pdata[i];
    if (record->id != id)
      continue;
    *number = i + 1;
    return entry != NULL ? entry->organisation : (gpointer) record;
  }
  return NULL;
}

/* The record of "body:12.frequency", owned, and its field; NULL: unknown. */
static gpointer
find_record (AkkFieldSource *self, const char *field, const AkkRecordField **found, guint *number)
{
  const char *colon = strchr (field, ':');
  gpointer record;
  char *end = NULL;
  gint64 id;

  *found = NULL;
  if (colon == NULL || !g_ascii_isdigit (colon[1]))
    return NULL;
  id = g_ascii_strtoll (colon + 1, &end, 10);
  if (*end != '.')
    return NULL;
  for (const AkkRecordField *it = akk_record_fields; it->property != NULL; it++) {
    const char *owner = owners[it->owner];
    if (strncmp (owner, field, colon - field) == 0 && owner[colon - field] == '\0' &&
        strcmp (it->property, end + 1) == 0)
      *found = it;
  }
  if (*found == NULL)
    return NULL;
  if ((*found)->owner != AKK_OWNER_ORGANISATION) {
    record = find_in_lists (&self->matter, (*found)->owner, id, number);
    return record != NULL ? g_object_ref (record) : NULL;
  }
  record = akk_store_get (self->store, &akk_organisation_record, id);
  if (record != NULL && AKK_RECORD (record)->deleted)
    g_clear_object (&record);
  return record;
}

static char *
read_field (AkkFieldSource *self, const char *field)
{
  const AkkRecordField *found;
  g_autoptr (AkkRecord) record = NULL;
  guint number = 0;

  for (const AkkGeneralField *it = akk_general_fields; it->field != NULL; it++)
    if (strcmp (it->field, field) == 0)
      return it->text (&self->matter);
  record = find_record (self, field, &found, &number);
  return record != NULL ? found->text (self->phrases, record, number) : NULL;
}

/* --- What can be inserted --- */

static void
choice_free (gpointer data)
{
  AkkFieldChoice *choice = data;

  g_free (choice->field);
  g_free (choice->label);
  g_free (choice->value);
  g_free (choice);
}

static void
add_choice (AkkFieldSource *self, GPtrArray *choices, const char *field, const char *label)
{
  AkkFieldChoice *choice = g_new0 (AkkFieldChoice, 1);

  choice->field = g_strdup (field);
  choice->label = g_strdup (label);
  choice->value = akk_field_source_text (self, field);
  g_ptr_array_add (choices, choice);
}

/* "Laarne: short name" */
static char *
record_label (const AkkRecordField *field, const char *name)
{
  GString *label = g_string_new (_ (field->label));

  g_string_replace (label, "%s", name, 1);
  return g_string_free_and_steal (label);
}

static void
add_record_choices (
    AkkFieldSource *self, GPtrArray *choices, AkkFieldOwner owner, gint64 id, const char *name)
{
  for (const AkkRecordField *it = akk_record_fields; it->property != NULL; it++) {
    g_autofree char *field = NULL;
    g_autofree char *label = NULL;

    if (it->owner != owner)
      continue;
    field = g_strdup_printf ("%s:%" G_GINT64_FORMAT ".%s", owners[owner], id, it->property);
    label = record_label (it, name);
    add_choice (self, choices, field, label);
  }
}

static gboolean
is_party (const AkkFieldMatter *matter, gint64 organisation)
{
  for (guint i = 0; i < matter->parties->len; i++)
    if (((AkkPartyEntry *) matter->parties->pdata[i])->organisation->record.id == organisation)
      return TRUE;
  return FALSE;
}

/* Those that are no party; a party is offered as such. */
static void
add_organisation_choices (AkkFieldSource *self, GPtrArray *choices)
{
  g_autoptr (GListModel) list = akk_store_list (self->store, &akk_organisation_record, NULL, 0);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkOrganisation) organisation = g_list_model_get_item (list, i);
    if (!is_party (&self->matter, organisation->record.id))
      add_record_choices (self, choices, AKK_OWNER_ORGANISATION, organisation->record.id,
                          akk_organisation_short (organisation));
  }
}

/* --- Public --- */

static void
clause_free (gpointer data)
{
  g_clear_pointer ((AkkText **) &data, akk_text_unref);
}

AkkFieldSource *
akk_field_source_new (AkkStore *store, AkkAgreement *agreement, AkkPhrases *phrases)
{
  AkkFieldSource *self = g_new0 (AkkFieldSource, 1);

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->phrases = phrases;
  self->step = -1;
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->clauses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, clause_free);
  return self;
}

void
akk_field_source_free (AkkFieldSource *self)
{
  if (self == NULL)
    return;
  forget (self);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->clauses);
  g_object_unref (self->agreement);
  g_object_unref (self->store);
  g_free (self);
}

char *
akk_field_source_text (AkkFieldSource *self, const char *field)
{
  gpointer text = NULL;

  get_matter (self);
  if (!g_hash_table_lookup_extended (self->texts, field, NULL, &text)) {
    text = read_field (self, field);
    g_hash_table_insert (self->texts, g_strdup (field), text);
  }
  return g_strdup (text);
}

char *
akk_field_source_label (AkkFieldSource *self, const char *field)
{
  const AkkRecordField *found;
  g_autoptr (AkkRecord) record = NULL;
  guint number = 0;

  get_matter (self);
  for (const AkkGeneralField *it = akk_general_fields; it->field != NULL; it++)
    if (strcmp (it->field, field) == 0)
      return g_strdup (_ (it->label));
  record = find_record (self, field, &found, &number);
  if (record == NULL)
    return NULL;
  switch (found->owner) {
  case AKK_OWNER_BODY:
    return record_label (found, ((AkkBody *) record)->name);
  case AKK_OWNER_PRIORITY:
    return record_label (found, ((AkkPriority *) record)->title);
  default:
    return record_label (found, akk_organisation_short ((AkkOrganisation *) record));
  }
}

AkkText *
akk_field_source_clause (AkkFieldSource *self, const char *name)
{
  const AkkFieldMatter *matter = get_matter (self);
  gpointer text = NULL;

  if (!g_hash_table_lookup_extended (self->clauses, name, NULL, &text)) {
    text = akk_clause_new (matter, name);
    g_hash_table_insert (self->clauses, g_strdup (name), text);
  }
  return text != NULL ? akk_text_ref (text) : NULL;
}

GPtrArray *
akk_field_source_choices (AkkFieldSource *self)
{
  const AkkFieldMatter *matter = get_matter (self);
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);

  for (const AkkGeneralField *it = akk_general_fields; it->field != NULL; it++)
    add_choice (self, choices, it->field, _ (it->label));
  for (guint i = 0; i < matter->parties->len; i++) {
    const AkkPartyEntry *entry = matter->parties->pdata[i];
    add_record_choices (self, choices, AKK_OWNER_PARTY, entry->party->record.id,
                        akk_organisation_short (entry->organisation));
  }
  for (guint i = 0; i < matter->bodies->len; i++) {
    const AkkBody *body = matter->bodies->pdata[i];
    add_record_choices (self, choices, AKK_OWNER_BODY, body->record.id, body->name);
  }
  for (guint i = 0; i < matter->priorities->len; i++) {
    const AkkPriority *priority = matter->priorities->pdata[i];
    add_record_choices (self, choices, AKK_OWNER_PRIORITY, priority->record.id, priority->title);
  }
  add_organisation_choices (self, choices);
  return choices;
}

gboolean
akk_field_is_structure (const char *field)
{
  static const char *const names[] = { "note", "break" };
  static const char *const prefixes[] = { "note:",   "caption:", "columns:", "commitment:",
                                          "clause:", "text:",    "end:" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (field, names[i]) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (field, prefixes[i]))
      return TRUE;
  return FALSE;
}
