/* The duties of all agreements, kept up to date step by step.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agenda-item.h"
#include "core/evaluation.h"
#include "core/indicator.h"
#include "core/measurement.h"
#include "core/obligations-private.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/plan.h"
#include "core/section.h"
#include "core/store-values.h"

/* A step that touches more is a new beginning. */
#define MOST_TOUCHED 2000

static const char *const agreement_fields[] = { "stage", "starts_on", "ends_on", "predecessor_id",
                                                NULL };
enum { A_ID, A_STAGE, A_STARTS_ON, A_ENDS_ON, A_PREDECESSOR, N_A };

/* Nothing of these says what is owed, or whether it was done. */
static const char *const idle_tables[] = {
  "dossier_info",    "person",      "office",    "priority",      "seat",    "delegate",
  "thread",          "attachment",  "decision",  "attendance",    "action",  "signal",
  "signal_step",     "unavailable", "day_off",   "standing_item", "contact", "contribution",
  "fulfilment",      "log_entry",   "principle", "appraisal",     "target",  "bearing",
  "evaluation_part", "conclusion",  NULL,
};

/* What of an organisation figures are delivered by, and for. */
static const char *const organisation_fields[] = { "name", "short_name", "kind", NULL };
static const char *const agreement_field[] = { "agreement_id", NULL };

/* --- What was touched --- */

/* Sets of ids. */
typedef struct {
  AkkStore *store;
  GHashTable *agreements, *bodies;
  GHashTable *figures; /* agreements of which figures are delivered otherwise */
  GHashTable *indicators; /* for which other figures were given */
  gint64 measurement; /* that was seen last */
} Touched;

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_id (GHashTable *ids, gint64 id)
{
  if (id != 0 && !g_hash_table_contains (ids, &id))
    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static gboolean
is_field (const AkkTouch *touch, const char *name)
{
  return touch->field != NULL && g_str_equal (touch->field->name, name);
}

/* Made, deleted, brought back, or one of these fields. */
static gboolean
concerns (const AkkTouch *touch, const char *const *fields)
{
  return touch->field == NULL || is_field (touch, "deleted") ||
         g_strv_contains (fields, touch->field->name);
}

static void
touch_meeting (Touched *self, gint64 id)
{
  g_autoptr (AkkMeeting) meeting = akk_store_get (self->store, &akk_meeting_record, id);

  if (meeting != NULL)
    add_id (self->bodies, meeting->body_id);
}

static void
note_meeting (Touched *self, const AkkTouch *touch)
{
  if (!concerns (touch, akk_duty_meeting_fields))
    return;
  touch_meeting (self, touch->id);
  if (is_field (touch, "body_id"))
    add_id (self->bodies, touch->before);
}

static void
note_item (Touched *self, const AkkTouch *touch)
{
  g_autoptr (AkkAgendaItem) item = NULL;

  if (!concerns (touch, akk_duty_item_fields))
    return;
  item = akk_store_get (self->store, &akk_agenda_item_record, touch->id);
  if (item != NULL)
    touch_meeting (self, item->meeting_id);
  if (is_field (touch, "meeting_id"))
    touch_meeting (self, touch->before);
}

static void
note_body (Touched *self, const AkkTouch *touch)
{
  g_autoptr (AkkBody) body = akk_store_get (self->store, &akk_body_record, touch->id);

  add_id (self->agreements, body != NULL ? body->agreement_id : 0);
  if (is_field (touch, "agreement_id"))
    add_id (self->agreements, touch->before);
}

/* The one that it follows says so. */
static void
note_agreement (Touched *self, const AkkTouch *touch)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (self->store, &akk_agreement_record, touch->id);

  add_id (self->agreements, touch->id);
  add_id (self->agreements, agreement != NULL ? agreement->predecessor_id : 0);
  if (is_field (touch, "predecessor_id"))
    add_id (self->agreements, touch->before);
}

static void
note_plan (Touched *self, const AkkTouch *touch)
{
  g_autoptr (AkkPlan) plan = NULL;

  if (!concerns (touch, akk_duty_plan_fields))
    return;
  plan = akk_store_get (self->store, &akk_plan_record, touch->id);
  add_id (self->agreements, plan != NULL ? plan->agreement_id : 0);
  if (is_field (touch, "agreement_id"))
    add_id (self->agreements, touch->before);
}

static void
note_evaluation (Touched *self, const AkkTouch *touch)
{
  g_autoptr (AkkEvaluation) evaluation = NULL;

  if (!concerns (touch, akk_duty_report_fields))
    return;
  evaluation = akk_store_get (self->store, &akk_evaluation_record, touch->id);
  add_id (self->agreements, evaluation != NULL ? evaluation->agreement_id : 0);
  if (is_field (touch, "agreement_id"))
    add_id (self->agreements, touch->before);
}

static void
note_indicator (Touched *self, const AkkTouch *touch)
{
  g_autoptr (AkkIndicator) indicator = NULL;

  if (!concerns (touch, akk_duty_indicator_fields))
    return;
  indicator = akk_store_get (self->store, &akk_indicator_record, touch->id);
  add_id (self->figures, indicator != NULL ? indicator->agreement_id : 0);
  if (is_field (touch, "agreement_id"))
    add_id (self->figures, touch->before);
}

/* One that was made has many cells. */
static void
note_measurement (Touched *self, const AkkTouch *touch)
{
  g_autoptr (AkkMeasurement) measurement = NULL;

  if (!concerns (touch, akk_duty_figure_fields))
    return;
  if (is_field (touch, "indicator_id"))
    add_id (self->indicators, touch->before);
  if (self->measurement == touch->id)
    return;
  self->measurement = touch->id;
  measurement = akk_store_get (self->store, &akk_measurement_record, touch->id);
  add_id (self->indicators, measurement != NULL ? measurement->indicator_id : 0);
}

static void
touch_figures (Touched *self, const AkkRecordType *type, const char *ref, gint64 id)
{
  g_autoptr (GArray) owners = akk_store_values (self->store, type, agreement_field, ref, id, NULL);

  for (guint i = 0; i + 1 < owners->len; i += 2) {
    add_id (self->figures, g_array_index (owners, gint64, i + 1));
    if (type == &akk_party_record)
      touch_figures (self, &akk_indicator_record, "supplier_id", g_array_index (owners, gint64, i));
  }
}

/* It is measured for, or it delivers. */
static void
note_organisation (Touched *self, const AkkTouch *touch)
{
  if (concerns (touch, organisation_fields))
    touch_figures (self, &akk_party_record, "organisation_id", touch->id);
}

static gboolean
names_term (const GPtrArray *duties, gint64 section_id)
{
  for (guint i = 0; i < duties->len; i++)
    if (((const AkkDuties *) duties->pdata[i])->term_section_id == section_id)
      return TRUE;
  return FALSE;
}

/* Of what is written only the clause of the term counts: not every word that is typed. */
static void
note_section (Touched *self, const AkkTouch *touch, const GPtrArray *duties)
{
  g_autoptr (AkkSection) section = akk_store_get (self->store, &akk_section_record, touch->id);

  if (section == NULL || (is_field (touch, "body") && !akk_duty_is_term (section->body) &&
                          !names_term (duties, touch->id)))
    return;
  add_id (self->agreements, section->agreement_id);
  if (is_field (touch, "agreement_id"))
    add_id (self->agreements, touch->before);
}

/* FALSE: what was touched may matter to all. */
static gboolean
note (Touched *self, const AkkTouch *touch, const GPtrArray *duties)
{
  if (touch->type == &akk_meeting_record)
    note_meeting (self, touch);
  else if (touch->type == &akk_agenda_item_record)
    note_item (self, touch);
  else if (touch->type == &akk_body_record)
    note_body (self, touch);
  else if (touch->type == &akk_agreement_record)
    note_agreement (self, touch);
  else if (touch->type == &akk_plan_record)
    note_plan (self, touch);
  else if (touch->type == &akk_section_record)
    note_section (self, touch, duties);
  else if (touch->type == &akk_evaluation_record)
    note_evaluation (self, touch);
  else if (touch->type == &akk_indicator_record)
    note_indicator (self, touch);
  else if (touch->type == &akk_measurement_record)
    note_measurement (self, touch);
  else if (touch->type == &akk_organisation_record)
    note_organisation (self, touch);
  else
    return g_strv_contains (idle_tables, touch->type->table);
  return TRUE;
}

/* --- Agreements --- */

static int
compare_agreements (gconstpointer a, gconstpointer b)
{
  const gint64 *one = a, *two = b;
  gint64 order_one = akk_agreement_order (one[A_STARTS_ON], one[A_ENDS_ON]);
  gint64 order_two = akk_agreement_order (two[A_STARTS_ON], two[A_ENDS_ON]);

  if (order_one != order_two)
    return order_one < order_two ? -1 : 1;
  return one[A_ID] < two[A_ID] ? -1 : one[A_ID] > two[A_ID];
}

/* The agreement that follows one, and whether one runs: of all agreements. */
static void
find_successor (AkkDuties *duties, const GArray *rows)
{
  for (guint i = 0; i + N_A <= rows->len; i += N_A) {
    const gint64 *row = &g_array_index (rows, gint64, i);

    if (row[A_PREDECESSOR] != duties->id)
      continue;
    duties->successor_id = MAX (duties->successor_id, row[A_ID]);
    duties->succeeded |= row[A_STAGE] >= AKK_STAGE_RUNNING;
  }
}

static GHashTable *
index_duties (const GPtrArray *duties)
{
  GHashTable *index =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) akk_duties_free);

  for (guint i = 0; i < duties->len; i++) {
    AkkDuties *each = duties->pdata[i];

    g_hash_table_insert (index, &each->id, each);
  }
  return index;
}

static void
index_bodies (AkkDutyBook *self)
{
  g_hash_table_remove_all (self->bodies);
  for (guint i = 0; i < self->duties->len; i++) {
    const AkkDuties *each = self->duties->pdata[i];

    for (guint k = 0; k < each->bodies->len; k++) {
      AkkDutyBody *body = each->bodies->pdata[k];

      g_hash_table_insert (self->bodies, &body->id, body);
    }
  }
}

/* Lists all agreements in their order; reads those that were touched (NULL: all), and adds their
 * bodies to `fresh`, of which the meetings are to be read. */
static void
list_duties (AkkDutyBook *self, GHashTable *touched, GHashTable *fresh)
{
  g_autoptr (GArray) rows =
      akk_store_values (self->store, &akk_agreement_record, agreement_fields, NULL, 0, NULL);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->duties);
  /* What stays in it was read again, or is gone. */
  g_autoptr (GHashTable) known = index_duties (before);

  g_ptr_array_set_free_func (before, NULL);
  self->duties = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_duties_free);
  if (rows->len > 0)
    qsort (rows->data, rows->len / N_A, N_A * sizeof (gint64), compare_agreements);
  for (guint i = 0; i + N_A <= rows->len; i += N_A) {
    const gint64 *row = &g_array_index (rows, gint64, i);
    AkkDuties *duties = g_hash_table_lookup (known, &row[A_ID]);
    g_autoptr (AkkAgreement) agreement = NULL;

    if (row[A_STAGE] == AKK_STAGE_CONCEPT)
      continue;
    if (duties != NULL && touched != NULL && !g_hash_table_contains (touched, &row[A_ID])) {
      g_hash_table_steal (known, &row[A_ID]);
      g_ptr_array_add (self->duties, duties);
      continue;
    }
    agreement = akk_store_get (self->store, &akk_agreement_record, row[A_ID]);
    duties = akk_duties_new (self->store, agreement);
    find_successor (duties, rows);
    g_ptr_array_add (self->duties, duties);
    for (guint k = 0; k < duties->bodies->len; k++)
      g_hash_table_add (fresh, duties->bodies->pdata[k]);
  }
  index_bodies (self);
}

/* --- The book --- */

AkkDutyBook *
akk_duty_book_new (AkkStore *store)
{
  AkkDutyBook *self = g_new0 (AkkDutyBook, 1);
  g_autoptr (GHashTable) fresh = g_hash_table_new (NULL, NULL);

  self->store = store;
  self->duties = g_ptr_array_new ();
  self->bodies = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->indicators = g_hash_table_new (g_int64_hash, g_int64_equal);
  list_duties (self, NULL, fresh);
  akk_duty_book_read_meetings (self);
  akk_duty_book_read_figures (self);
  return self;
}

void
akk_duty_book_free (AkkDutyBook *self)
{
  g_hash_table_unref (self->bodies);
  g_hash_table_unref (self->indicators);
  g_ptr_array_unref (self->duties);
  g_free (self);
}

static gboolean
read_touched (AkkDutyBook *self, const Touched *touched)
{
  g_autoptr (GHashTable) fresh = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  const gint64 *id;

  if (g_hash_table_size (touched->agreements) > 0)
    list_duties (self, touched->agreements, fresh);
  g_hash_table_iter_init (&iter, touched->agreements);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    add_id (touched->figures, *id);
  akk_duty_book_read_some_figures (self, touched->figures, touched->indicators);
  g_hash_table_iter_init (&iter, touched->bodies);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL)) {
    AkkDutyBody *body = g_hash_table_lookup (self->bodies, id);

    if (body != NULL)
      g_hash_table_add (fresh, body);
  }
  return akk_duty_book_read_some (self, fresh);
}

gboolean
akk_duty_book_follow (AkkDutyBook *self, gint64 since)
{
  g_autoptr (GArray) touches =
      self->tangled ? NULL : akk_store_touched (self->store, since, MOST_TOUCHED);
  g_autoptr (GHashTable) agreements = new_ids ();
  g_autoptr (GHashTable) bodies = new_ids ();
  g_autoptr (GHashTable) figures = new_ids ();
  g_autoptr (GHashTable) indicators = new_ids ();
  Touched touched = { self->store, agreements, bodies, figures, indicators, 0 };

  if (touches == NULL)
    return FALSE;
  for (guint i = 0; i < touches->len; i++)
    if (!note (&touched, &g_array_index (touches, AkkTouch, i), self->duties))
      return FALSE;
  return read_touched (self, &touched);
}
