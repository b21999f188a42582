/* The actions of an agreement in brief, all at once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action-rows-private.h"

#include <string.h>

#include "core/agreement.h"
#include "core/contribution.h"
#include "core/pact.h"
#include "core/party.h"
#include "core/plan.h"
#include "core/priority.h"
#include "core/store-values.h"
#include "core/tags.h"

#define MAX_BITS 64
/* From so many changed records on, reading all anew is quicker. */
#define MAX_MENDED 200

enum { CHANGED, SEARCHABLE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkActionRows, akk_action_rows, G_TYPE_OBJECT)

/* What is read of an action: numbers first, then texts. */
static const char *const action_fields[] = {
  "plan_id",   "priority_id",   "lead_id",   "municipality_id", "item_id", "successor_id",
  "starts_on", "deadline",      "follow_up", "reported_on",     "status",  "kind",
  "position",  "target_groups", "domains",   "policies",        "number",  "agreement_id",
  NULL
};
static const char *const tag_fields[] = { "target_groups", "domains", "policies" };
enum { POSITION, TAGS, NUMBER = TAGS + AKK_N_TAGS, N_TEXTS };

/* --- Names and parties as bits --- */

static guint64
name_bit (AkkActionRows *self, AkkTagKind kind, const char *name, gboolean add)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  guint bit = GPOINTER_TO_UINT (g_hash_table_lookup (self->bits[kind], folded));

  if (bit == 0 && add && self->names[kind]->len < MAX_BITS) {
    g_ptr_array_add (self->names[kind], g_strdup (name));
    bit = self->names[kind]->len;
    g_hash_table_insert (self->bits[kind], g_steal_pointer (&folded), GUINT_TO_POINTER (bit));
  }
  return bit > 0 ? G_GUINT64_CONSTANT (1) << (bit - 1) : 0;
}

/* Few lists of names are different, so each is taken apart once. */
static guint64
tags_bits (AkkActionRows *self, AkkTagKind kind, const char *tags)
{
  g_auto (GStrv) names = NULL;
  guint64 bits = 0, *known;

  if (*tags == '\0')
    return 0;
  known = g_hash_table_lookup (self->read_tags[kind], tags);
  if (known != NULL)
    return *known;
  names = akk_tags_split (tags);
  for (guint i = 0; names[i] != NULL; i++)
    bits |= name_bit (self, kind, names[i], TRUE);
  g_hash_table_insert (self->read_tags[kind], g_strdup (tags), g_memdup2 (&bits, sizeof bits));
  return bits;
}

static guint64
party_bit (AkkActionRows *self, gint64 party_id)
{
  for (guint i = 0; party_id != 0 && i < MIN (self->parties->len, MAX_BITS); i++)
    if (((AkkParty *) self->parties->pdata[i])->record.id == party_id)
      return G_GUINT64_CONSTANT (1) << i;
  return 0;
}

/* --- Rows --- */

static void
row_clear (gpointer data)
{
  AkkActionRow *row = data;

  g_free (row->position);
  for (guint i = 0; i < AKK_N_KEYS; i++)
    g_free (row->keys[i]);
}

static void
complete_row (AkkActionRows *self, AkkActionRow *row)
{
  row->first_year = row->last_year = row->priority = 0;
  for (guint i = 0; row->plan_id != 0 && i < self->plans->len; i++) {
    AkkPlan *plan = self->plans->pdata[i];

    if (plan->record.id == row->plan_id) {
      row->first_year = (guint16) plan->first_year;
      row->last_year = (guint16) plan->last_year;
    }
  }
  for (guint i = 0; row->priority_id != 0 && i < self->priorities->len; i++)
    if (((AkkPriority *) self->priorities->pdata[i])->record.id == row->priority_id)
      row->priority = (guint16) (i + 1);
  row->partners |= party_bit (self, row->lead_id) | party_bit (self, row->municipality_id);
}

static void
index_row (AkkActionRows *self, guint index)
{
  gint64 id = g_array_index (self->rows, AkkActionRow, index).id;

  g_hash_table_insert (self->index, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index + 1));
}

AkkActionRow *
akk_action_rows_find_row (AkkActionRows *self, gint64 id)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, &id));

  return found > 0 ? &g_array_index (self->rows, AkkActionRow, found - 1) : NULL;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const AkkActionRow *one = a, *other = b;
  int order;

  if (one->priority != other->priority) /* 0, none, comes last */
    return (guint16) (one->priority - 1) < (guint16) (other->priority - 1) ? -1 : 1;
  order = strcmp (one->position, other->position);
  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

static void
put_in_order (AkkActionRows *self)
{
  self->disordered = FALSE;
  g_array_sort (self->rows, compare_places);
  g_hash_table_remove_all (self->index);
  for (guint i = 0; i < self->rows->len; i++)
    index_row (self, i);
}

static void
add_row_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  AkkActionRows *self = data;
  AkkActionRow row = { .id = id,
                       .plan_id = numbers[0],
                       .priority_id = numbers[1],
                       .lead_id = numbers[2],
                       .municipality_id = numbers[3],
                       .item_id = numbers[4],
                       .successor_id = numbers[5],
                       .starts_on = numbers[6],
                       .deadline = numbers[7],
                       .follow_up = numbers[8],
                       .reported_on = numbers[9],
                       .status = (guint8) numbers[10],
                       .kind = (guint8) numbers[11] };

  if (numbers[12] != self->agreement_id)
    return;
  row.position = g_strdup (texts[POSITION]);
  self->number_length = MAX (self->number_length, (guint) g_utf8_strlen (texts[NUMBER], -1));
  for (AkkTagKind kind = 0; kind < AKK_N_TAGS; kind++)
    row.tags[kind] = tags_bits (self, kind, texts[TAGS + kind]);
  complete_row (self, &row);
  g_array_append_val (self->rows, row);
}

static void
add_partner_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  AkkActionRow *row = akk_action_rows_find_row (data, numbers[0]);

  if (row != NULL)
    row->partners |= party_bit (data, numbers[1]);
}

static GPtrArray *
records (AkkStore *store, const AkkRecordType *type, gint64 agreement_id)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, "agreement_id", agreement_id);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (found, g_list_model_get_item (list, i));
  return found;
}

static void
add_pact_names (AkkActionRows *self)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (self->store, &akk_agreement_record, self->agreement_id);
  g_autoptr (AkkPhrases) phrases =
      agreement != NULL ? akk_phrases_new (akk_agreement_language (agreement), NULL) : NULL;

  for (guint i = 0; phrases != NULL && i < AKK_PACT_N_DOMAINS; i++)
    name_bit (self, AKK_TAG_DOMAIN, akk_pact_domain (phrases, i), TRUE);
  for (guint i = 0; phrases != NULL && i < AKK_PACT_N_TARGET_GROUPS; i++)
    name_bit (self, AKK_TAG_TARGET_GROUP, akk_pact_target_group (phrases, i), TRUE);
}

static void
read_all (AkkActionRows *self)
{
  static const char *const contribution_fields[] = { "action_id", "party_id", NULL };

  g_clear_pointer (&self->parties, g_ptr_array_unref);
  g_clear_pointer (&self->priorities, g_ptr_array_unref);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  self->parties = records (self->store, &akk_party_record, self->agreement_id);
  self->priorities = records (self->store, &akk_priority_record, self->agreement_id);
  self->plans = akk_plans (self->store, self->agreement_id);
  g_array_set_size (self->rows, 0);
  self->number_length = 0;
  g_hash_table_remove_all (self->index);
  memset (self->with_keys, 0, sizeof self->with_keys);
  /* Those of all agreements, as they lie: to look each of them up takes twice as long. */
  akk_store_each (self->store, &akk_action_record, action_fields, NULL, 0, add_row_cb, self);
  put_in_order (self);
  akk_store_each (self->store, &akk_contribution_record, contribution_fields, NULL, 0,
                  add_partner_cb, self);
}

/* --- Keeping up with the store --- */

static void
remove_row (AkkActionRows *self, gint64 id)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, &id));

  if (found == 0)
    return;
  g_hash_table_remove (self->index, &id);
  g_array_remove_index_fast (self->rows, found - 1);
  if (found - 1 < self->rows->len)
    index_row (self, found - 1);
  self->disordered = TRUE;
}

/* The last row, read anew, takes the place that it had before (from 1; 0: none). */
static void
put_back (AkkActionRows *self, guint place)
{
  AkkActionRow *last = &g_array_index (self->rows, AkkActionRow, self->rows->len - 1);
  AkkActionRow *old = place > 0 ? &g_array_index (self->rows, AkkActionRow, place - 1) : last;
  AkkActionRow row = *last;

  self->disordered |= place == 0 || compare_places (last, old) != 0;
  if (place == 0)
    return;
  *last = *old;
  *old = row;
  g_array_set_size (self->rows, self->rows->len - 1);
  index_row (self, place - 1);
}

/* Reads one action anew. */
static void
mend_row (AkkActionRows *self, gint64 id)
{
  static const char *const contribution_fields[] = { "action_id", "party_id", NULL };
  g_autoptr (AkkAction) action = akk_store_get (self->store, &akk_action_record, id);
  gint64 numbers[G_N_ELEMENTS (action_fields)];
  const char *texts[N_TEXTS];
  guint n_numbers = 0, place = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, &id));

  if (action == NULL || action->record.deleted || action->agreement_id != self->agreement_id) {
    remove_row (self, id);
    return;
  }
  for (guint i = 0; action_fields[i] != NULL; i++) {
    const AkkField *field = akk_record_type_field (&akk_action_record, action_fields[i]);

    if (field->kind != AKK_FIELD_TEXT)
      numbers[n_numbers++] = akk_record_get_int (action, field);
  }
  texts[POSITION] = action->position;
  texts[NUMBER] = action->number;
  for (guint i = 0; i < AKK_N_TAGS; i++)
    texts[TAGS + i] =
        akk_record_get_text (action, akk_record_type_field (&akk_action_record, tag_fields[i]));
  add_row_cb (id, numbers, texts, self);
  index_row (self, self->rows->len - 1);
  akk_store_each (self->store, &akk_contribution_record, contribution_fields, "action_id", id,
                  add_partner_cb, self);
  akk_action_rows_mend_keys (self, action);
  akk_action_rows_mend_words (self, action);
  put_back (self, place);
}

/* The action that a change is about; 0: none. `all`: everything is to be read anew. */
static gint64
changed_action (AkkActionRows *self, const AkkCellChange *change, gboolean *all)
{
  if (change->type == &akk_action_record)
    return change->id;
  if (change->type == &akk_contribution_record) {
    g_autoptr (AkkContribution) contribution =
        akk_store_get (self->store, &akk_contribution_record, change->id);

    return contribution != NULL ? contribution->action_id : 0;
  }
  if (change->type == &akk_party_record || change->type == &akk_priority_record ||
      change->type == &akk_plan_record)
    *all = TRUE;
  return 0;
}

static void
stepped_cb (AkkActionRows *self, AkkStep *step)
{
  g_autoptr (GPtrArray) changes = akk_store_step_changes (self->store, akk_step_get_id (step));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean all = FALSE;
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < changes->len; i++) {
    gint64 action_id = changed_action (self, changes->pdata[i], &all);

    if (action_id != 0)
      g_hash_table_add (ids, g_memdup2 (&action_id, sizeof action_id));
  }
  if (!all && g_hash_table_size (ids) == 0)
    return;
  g_clear_pointer (&self->touched, g_hash_table_unref);
  if (all || g_hash_table_size (ids) > MAX_MENDED) {
    g_autoptr (GHashTable) words = akk_action_rows_keep_words (self, ids);

    read_all (self);
    akk_action_rows_restore_words (self, words);
  } else {
    for (g_hash_table_iter_init (&iter, ids); g_hash_table_iter_next (&iter, &id, NULL);)
      mend_row (self, *(gint64 *) id);
    self->touched = g_steal_pointer (&ids);
  }
  if (self->disordered)
    put_in_order (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Object --- */

static void
akk_action_rows_finalize (GObject *object)
{
  AkkActionRows *self = AKK_ACTION_ROWS (object);

  akk_action_rows_clear_words (self);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  for (AkkTagKind kind = 0; kind < AKK_N_TAGS; kind++) {
    g_clear_pointer (&self->names[kind], g_ptr_array_unref);
    g_clear_pointer (&self->bits[kind], g_hash_table_unref);
    g_clear_pointer (&self->read_tags[kind], g_hash_table_unref);
  }
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  g_clear_pointer (&self->priorities, g_ptr_array_unref);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_action_rows_parent_class)->finalize (object);
}

static void
akk_action_rows_class_init (AkkActionRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_action_rows_finalize;
  signals[CHANGED] = g_signal_new ("changed", AKK_TYPE_ACTION_ROWS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[SEARCHABLE] = g_signal_new ("searchable", AKK_TYPE_ACTION_ROWS, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
akk_action_rows_init (AkkActionRows *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (AkkActionRow));
  g_array_set_clear_func (self->rows, row_clear);
  self->index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (AkkTagKind kind = 0; kind < AKK_N_TAGS; kind++) {
    self->names[kind] = g_ptr_array_new_with_free_func (g_free);
    self->bits[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->read_tags[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  }
}

AkkActionRows *
akk_action_rows_new (AkkStore *store, gint64 agreement_id)
{
  AkkActionRows *self = g_object_new (AKK_TYPE_ACTION_ROWS, NULL);

  self->store = g_object_ref (store);
  self->agreement_id = agreement_id;
  add_pact_names (self);
  read_all (self);
  g_signal_connect_object (store, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* --- What they say --- */

AkkStore *
akk_action_rows_store (AkkActionRows *self)
{
  return self->store;
}

gint64
akk_action_rows_agreement_id (AkkActionRows *self)
{
  return self->agreement_id;
}

guint
akk_action_rows_length (AkkActionRows *self)
{
  return self->rows->len;
}

const AkkActionRow *
akk_action_rows_row (AkkActionRows *self, guint index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);
  return &g_array_index (self->rows, AkkActionRow, index);
}

const AkkActionRow *
akk_action_rows_find (AkkActionRows *self, gint64 id)
{
  return akk_action_rows_find_row (self, id);
}

guint
akk_action_rows_number_length (AkkActionRows *self)
{
  return self->number_length;
}

GPtrArray *
akk_action_rows_names (AkkActionRows *self, AkkTagKind kind)
{
  return self->names[kind];
}

gboolean
akk_action_rows_touched (AkkActionRows *self, gint64 id)
{
  return self->touched == NULL || g_hash_table_contains (self->touched, &id);
}

guint64
akk_action_rows_name_bit (AkkActionRows *self, AkkTagKind kind, const char *name)
{
  return name_bit (self, kind, name, FALSE);
}

GPtrArray *
akk_action_rows_parties (AkkActionRows *self)
{
  return self->parties;
}

guint64
akk_action_rows_party_bit (AkkActionRows *self, gint64 party_id)
{
  return party_bit (self, party_id);
}

GPtrArray *
akk_action_rows_priorities (AkkActionRows *self)
{
  return self->priorities;
}
