/* Tests of what is kept of a reckoning: after any step it is what a new one would be.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/evaluation.h"
#include "core/indicator.h"
#include "core/measurement.h"
#include "core/obligations-private.h"
#include "core/plan.h"
#include "duty-fixture.h"

#define SEED 20251117
#define N_RUNS 9
#define N_STEPS 100
#define N_AGREEMENTS 3
#define N_BODIES 5
#define N_MEETINGS 16
#define N_ITEMS 40
#define N_SECTIONS 6
#define N_PLANS 6
#define N_ORGANISATIONS 4
#define N_PARTIES 7
#define N_INDICATORS 6
#define N_MEASUREMENTS 60
#define N_EVALUATIONS 5

/* What may point from one body at another: a book that is tangled is always read anew. */
typedef enum { TANGLED, MOVED, APPROVED, N_MANNERS } Manner;

typedef struct {
  Fixture fixture;
  GRand *random;
  Manner manner;
  gint64 day;
  GPtrArray *agreements, *bodies, *meetings, *items, *sections, *plans; /* records */
  GPtrArray *organisations, *parties, *indicators, *measurements, *evaluations;
} World;

static gint64
id_of (const GPtrArray *records, GRand *random)
{
  return ((AkkRecord *) records->pdata[g_rand_int_range (random, 0, (gint32) records->len)])->id;
}

static void
add (World *self, GPtrArray *records, const AkkRecordType *type, const char *ref, gint64 id)
{
  AkkRecord *record = akk_record_new (type);

  g_object_set (record, ref, id, NULL);
  akk_store_add (self->fixture.store, record);
  g_ptr_array_add (records, record);
}

static gint64
any_day (World *self)
{
  return self->day - 900 + g_rand_int_range (self->random, 0, 1400);
}

static void
fill_figures (World *self)
{
  for (guint i = 0; i < N_ORGANISATIONS; i++) {
    add (self, self->organisations, &akk_organisation_record, "kind", i % 3);
    g_object_set (self->organisations->pdata[i], "name", "O", NULL);
  }
  for (guint i = 0; i < N_PARTIES; i++) {
    add (self, self->parties, &akk_party_record, "agreement-id",
         id_of (self->agreements, self->random));
    g_object_set (self->parties->pdata[i], "organisation-id",
                  id_of (self->organisations, self->random), NULL);
  }
  for (guint i = 0; i < N_INDICATORS; i++) {
    add (self, self->indicators, &akk_indicator_record, "agreement-id",
         id_of (self->agreements, self->random));
    g_object_set (self->indicators->pdata[i], "name", "I", "by-municipality", (gint64) i % 2,
                  "supplier-id", id_of (self->parties, self->random), NULL);
  }
  for (guint i = 0; i < N_MEASUREMENTS; i++) {
    add (self, self->measurements, &akk_measurement_record, "indicator-id",
         id_of (self->indicators, self->random));
    g_object_set (self->measurements->pdata[i], "year", (gint64) 2023 + i % 4, "party-id",
                  i % 5 == 0 ? 0 : id_of (self->parties, self->random), NULL);
  }
  for (guint i = 0; i < N_EVALUATIONS; i++) {
    add (self, self->evaluations, &akk_evaluation_record, "agreement-id",
         id_of (self->agreements, self->random));
    g_object_set (self->evaluations->pdata[i], "year", (gint64) 2023 + i % 3, "adopted-on",
                  i % 2 == 0 ? AKK_NO_DATE : any_day (self), NULL);
  }
}

static void
fill (World *self)
{
  AkkStore *store = self->fixture.store;

  akk_store_begin (store, "Fill");
  for (guint i = 0; i < N_AGREEMENTS; i++) {
    add (self, self->agreements, &akk_agreement_record, "stage", AKK_STAGE_RUNNING);
    g_object_set (self->agreements->pdata[i], "title", "A", "starts-on", self->day - 800, "ends-on",
                  self->day + 300, "yearly-plan", (gint64) 1, "notice-months", (gint64) 6, NULL);
  }
  for (guint i = 0; i < N_SECTIONS; i++)
    add (self, self->sections, &akk_section_record, "agreement-id",
         id_of (self->agreements, self->random));
  for (guint i = 0; i < N_BODIES; i++) {
    add (self, self->bodies, &akk_body_record, "agreement-id",
         id_of (self->agreements, self->random));
    g_object_set (self->bodies->pdata[i], "name", "B", "times", (gint64) 3, "section-id",
                  id_of (self->sections, self->random), NULL);
  }
  for (guint i = 0; i < N_MEETINGS; i++) {
    add (self, self->meetings, &akk_meeting_record, "body-id", id_of (self->bodies, self->random));
    g_object_set (self->meetings->pdata[i], "date", any_day (self), "state",
                  (gint64) g_rand_int_range (self->random, 0, 4), NULL);
  }
  for (guint i = 0; i < N_ITEMS; i++) {
    add (self, self->items, &akk_agenda_item_record, "meeting-id",
         id_of (self->meetings, self->random));
    g_object_set (self->items->pdata[i], "title", "C", "state", (gint64) AKK_ITEM_DONE, "subject",
                  (gint64) g_rand_int_range (self->random, 0, 4), NULL);
  }
  for (guint i = 0; i < N_PLANS; i++) {
    add (self, self->plans, &akk_plan_record, "agreement-id",
         id_of (self->agreements, self->random));
    g_object_set (self->plans->pdata[i], "first-year", (gint64) 2023 + i % 4, "last-year",
                  (gint64) 2023 + i % 4, "state", (gint64) AKK_PLAN_ADOPTED, "meeting-id",
                  id_of (self->meetings, self->random), NULL);
  }
  fill_figures (self);
  fixture_commit (&self->fixture);
}

/* --- Steps --- */

typedef enum { TO_NUMBER, TO_DAY, TO_NO_DAY, TO_RECORD, TO_TEXT } Become;

typedef struct {
  gsize records; /* offset of the list in World */
  const char *field;
  Become become;
  gsize target; /* of a REF */
  gint64 least, most; /* of a number */
  const char *text;
} Move;

#define OF(records) G_STRUCT_OFFSET (World, records)

static const Move moves[] = {
  { OF (meetings), "state", TO_NUMBER, 0, 0, 5, NULL },
  { OF (meetings), "date", TO_DAY, 0, 0, 0, NULL },
  { OF (meetings), "body_id", TO_RECORD, OF (bodies), 0, 0, NULL },
  { OF (meetings), "approved_on", TO_DAY, 0, 0, 0, NULL },
  { OF (meetings), "approved_on", TO_NO_DAY, 0, 0, 0, NULL },
  { OF (meetings), "approved_at_id", TO_RECORD, OF (meetings), 0, 0, NULL },
  { OF (meetings), "approved_at_id", TO_NUMBER, 0, 0, 0, NULL },
  { OF (meetings), "place", TO_TEXT, 0, 0, 0, "Gent" },
  { OF (items), "state", TO_NUMBER, 0, 0, 3, NULL },
  { OF (items), "subject", TO_NUMBER, 0, 0, 5, NULL },
  { OF (items), "meeting_id", TO_RECORD, OF (meetings), 0, 0, NULL },
  { OF (items), "approves_id", TO_RECORD, OF (meetings), 0, 0, NULL },
  { OF (items), "approves_id", TO_NUMBER, 0, 0, 0, NULL },
  { OF (bodies), "times", TO_NUMBER, 0, 0, 4, NULL },
  { OF (bodies), "evaluates", TO_NUMBER, 0, 0, 1, NULL },
  { OF (bodies), "agreement_id", TO_RECORD, OF (agreements), 0, 0, NULL },
  { OF (bodies), "section_id", TO_RECORD, OF (sections), 0, 0, NULL },
  { OF (agreements), "stage", TO_NUMBER, 0, 0, 4, NULL },
  { OF (agreements), "starts_on", TO_DAY, 0, 0, 0, NULL },
  { OF (agreements), "first_plan_months", TO_NUMBER, 0, 0, 6, NULL },
  { OF (agreements), "predecessor_id", TO_RECORD, OF (agreements), 0, 0, NULL },
  { OF (plans), "state", TO_NUMBER, 0, 0, 2, NULL },
  { OF (plans), "last_year", TO_NUMBER, 0, 2023, 2027, NULL },
  { OF (plans), "agreement_id", TO_RECORD, OF (agreements), 0, 0, NULL },
  { OF (plans), "meeting_id", TO_NUMBER, 0, 0, 0, NULL },
  { OF (sections), "scheme", TO_NUMBER, 0, 0, 9, NULL },
  { OF (sections), "heading", TO_TEXT, 0, 0, 0, "Duur" },
  { OF (sections), "body", TO_TEXT, 0, 0, 0, "{{clause:term}}" },
  { OF (sections), "body", TO_TEXT, 0, 0, 0, "Niets." },
  { OF (organisations), "kind", TO_NUMBER, 0, 0, 2, NULL },
  { OF (organisations), "name", TO_TEXT, 0, 0, 0, "Zele" },
  { OF (organisations), "short_name", TO_TEXT, 0, 0, 0, "VDAB" },
  { OF (organisations), "email", TO_TEXT, 0, 0, 0, "info@zele.be" },
  { OF (parties), "organisation_id", TO_RECORD, OF (organisations), 0, 0, NULL },
  { OF (indicators), "agreement_id", TO_RECORD, OF (agreements), 0, 0, NULL },
  { OF (indicators), "supplier_id", TO_RECORD, OF (parties), 0, 0, NULL },
  { OF (indicators), "supplier_id", TO_NUMBER, 0, 0, 0, NULL },
  { OF (indicators), "delay", TO_NUMBER, 0, 0, 6, NULL },
  { OF (indicators), "by_municipality", TO_NUMBER, 0, 0, 1, NULL },
  { OF (indicators), "name", TO_TEXT, 0, 0, 0, "Gesprekken" },
  { OF (indicators), "position", TO_TEXT, 0, 0, 0, "V0z" },
  { OF (indicators), "definition", TO_TEXT, 0, 0, 0, "Wat geteld wordt." },
  { OF (measurements), "indicator_id", TO_RECORD, OF (indicators), 0, 0, NULL },
  { OF (measurements), "indicator_id", TO_RECORD, OF (indicators), 0, 0, NULL },
  { OF (measurements), "party_id", TO_RECORD, OF (parties), 0, 0, NULL },
  { OF (measurements), "party_id", TO_NUMBER, 0, 0, 0, NULL },
  { OF (measurements), "year", TO_NUMBER, 0, 2023, 2026, NULL },
  { OF (measurements), "received_on", TO_DAY, 0, 0, 0, NULL },
  { OF (measurements), "received_on", TO_NO_DAY, 0, 0, 0, NULL },
  { OF (measurements), "value", TO_NUMBER, 0, 0, 9, NULL },
  { OF (evaluations), "year", TO_NUMBER, 0, 2023, 2026, NULL },
  { OF (evaluations), "agreement_id", TO_RECORD, OF (agreements), 0, 0, NULL },
  { OF (evaluations), "adopted_on", TO_DAY, 0, 0, 0, NULL },
  { OF (evaluations), "adopted_on", TO_NO_DAY, 0, 0, 0, NULL },
  { OF (evaluations), "meeting_id", TO_NUMBER, 0, 0, 0, NULL },
};

static gint64
body_of (World *self, AkkRecord *record)
{
  gint64 meeting = record->id;

  if (record->type == &akk_agenda_item_record)
    meeting = ((AkkAgendaItem *) record)->meeting_id;
  for (guint i = 0; i < self->meetings->len; i++)
    if (((AkkRecord *) self->meetings->pdata[i])->id == meeting)
      return ((AkkMeeting *) self->meetings->pdata[i])->body_id;
  return 0;
}

/* A meeting that this record may point at: by its manner one of the same body, or none. */
static gint64
any_meeting (World *self, AkkRecord *record, gboolean own)
{
  if (self->manner == TANGLED || (self->manner == MOVED && own))
    return id_of (self->meetings, self->random);
  for (guint i = 0; i < 20 && self->manner == APPROVED; i++) {
    AkkRecord *meeting = self->meetings->pdata[g_rand_int_range (self->random, 0, N_MEETINGS)];

    if (body_of (self, meeting) == body_of (self, record))
      return meeting->id;
  }
  return own ? ((AkkAgendaItem *) record)->meeting_id : 0;
}

static void
make_move (World *self)
{
  const Move *move = &moves[g_rand_int_range (self->random, 0, G_N_ELEMENTS (moves))];
  AkkStore *store = self->fixture.store;
  GPtrArray *records = G_STRUCT_MEMBER (GPtrArray *, self, move->records);
  AkkRecord *record = records->pdata[g_rand_int_range (self->random, 0, (gint32) records->len)];
  gint64 number = g_rand_int_range (self->random, (gint32) move->least, (gint32) move->most + 1);

  if (move->become == TO_TEXT) {
    akk_store_set_text (store, record, move->field, move->text);
    return;
  }
  if (move->become == TO_DAY)
    number = any_day (self);
  else if (move->become == TO_NO_DAY)
    number = AKK_NO_DATE;
  else if (move->become == TO_RECORD && move->target == OF (meetings))
    number = any_meeting (self, record, g_str_equal (move->field, "meeting_id"));
  else if (move->become == TO_RECORD && move->target == OF (bodies) && self->manner == APPROVED)
    return;
  else if (move->become == TO_RECORD)
    number = id_of (G_STRUCT_MEMBER (GPtrArray *, self, move->target), self->random);
  akk_store_set_int (store, record, move->field, number);
}

static void
delete_one (World *self)
{
  GPtrArray *lists[] = { self->meetings,   self->items,        self->bodies,
                         self->sections,   self->plans,        self->organisations,
                         self->indicators, self->measurements, self->evaluations };
  GPtrArray *records = lists[g_rand_int_range (self->random, 0, G_N_ELEMENTS (lists))];
  AkkRecord *record = records->pdata[g_rand_int_range (self->random, 0, (gint32) records->len)];

  if (!record->deleted)
    akk_store_delete (self->fixture.store, record);
}

static void
make_step (World *self)
{
  AkkStore *store = self->fixture.store;
  gint32 chance = g_rand_int_range (self->random, 0, 20);

  if (chance == 0 && akk_store_get_undo_step (store) != NULL) {
    g_assert_true (akk_store_undo (store, NULL));
    return;
  }
  if (chance == 1 && akk_store_get_redo_step (store) != NULL) {
    g_assert_true (akk_store_redo (store, NULL));
    return;
  }
  akk_store_begin (store, "Step");
  if (chance == 2)
    delete_one (self);
  for (gint32 n = g_rand_int_range (self->random, 1, 4); n > 0; n--)
    make_move (self);
  if (chance == 3) {
    /* What is asked meanwhile must leave no trace. */
    g_ptr_array_unref (akk_obligations_new (store, NULL, self->day));
    akk_store_cancel (store);
    return;
  }
  /* Some steps are refused: an agreement cannot follow itself, for one. */
  akk_store_commit (store, NULL);
}

/* --- Comparing --- */

static char *
described (const GPtrArray *obligations)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < obligations->len; i++) {
    const AkkObligation *it = obligations->pdata[i];
    const gint64 numbers[] = { it->kind,       it->status,       it->agreement_id, it->body_id,
                               it->meeting_id, it->section_id,   it->derived,      it->required,
                               it->held,       it->planned,      it->from,         it->to,
                               it->due,        it->indicator_id, it->evaluation_id };

    for (guint n = 0; n < G_N_ELEMENTS (numbers); n++)
      g_string_append_printf (text, "%" G_GINT64_FORMAT " ", numbers[n]);
    g_string_append_printf (text, "%s|%s|%s|%s\n", it->title, it->source, it->requirement,
                            it->next_step);
  }
  return g_string_free_and_steal (text);
}

static void
check (World *self)
{
  g_autoptr (AkkDutyBook) book = akk_duty_book_new (self->fixture.store);
  g_autoptr (GPtrArray) fresh = akk_duties_weigh (book->duties, self->day);
  g_autoptr (GPtrArray) kept = akk_obligations_new (self->fixture.store, NULL, self->day);
  g_autofree char *one = described (kept), *two = described (fresh);

  g_assert_cmpstr (one, ==, two);
}

static void
test_follows (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint run = 0; run < N_RUNS; run++) {
    World world = { .random = random,
                    .manner = run % N_MANNERS,
                    .day = akk_date_from_ymd (2025, 11, 17) };
    GPtrArray **lists[] = { &world.agreements,    &world.bodies,     &world.meetings,
                            &world.items,         &world.sections,   &world.plans,
                            &world.organisations, &world.parties,    &world.indicators,
                            &world.measurements,  &world.evaluations };

    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
      *lists[i] = g_ptr_array_new_with_free_func (g_object_unref);
    duty_fixture_open (&world.fixture);
    fill (&world);
    for (guint i = 0; i < N_STEPS; i++) {
      check (&world);
      make_step (&world);
      if (i % 30 == 29)
        world.day += 100;
    }
    check (&world);
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
      g_ptr_array_unref (*lists[i]);
    fixture_tear_down (&world.fixture, NULL);
  }
}

/* A step elsewhere in the dossier changes nothing, and costs nothing. */
static void
test_shares (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (GPtrArray) three = NULL;
  const DutyCase each = { .agreement = "title=A stage=3 starts_on=2025-01-01 ends_on=2025-12-31",
                          .body = "times=2",
                          .meetings = "2025-02-18:h" };
  gint64 day = akk_date_from_ymd (2025, 11, 17), agreement;

  duty_fixture_open (&fixture);
  agreement = duty_add_case (&fixture, &each);
  one = akk_obligations_new (fixture.store, NULL, day);
  two = akk_obligations_new (fixture.store, NULL, day);
  g_assert_true (one == two);
  akk_store_begin (fixture.store, "Step");
  model_add (fixture.store, &akk_priority_record, "agreement_id", ID (agreement), "title", "P",
             NULL);
  fixture_commit (&fixture);
  three = akk_obligations_new (fixture.store, NULL, day);
  g_assert_cmpuint (three->len, ==, one->len);
  for (guint i = 0; i < one->len; i++)
    g_assert_true (three->pdata[i] == one->pdata[i]);
  fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/obligations-book/after-any-step-it-is-what-a-new-one-would-be", test_follows);
  g_test_add_func ("/obligations-book/all-who-ask-share-one", test_shares);
  return g_test_run ();
}
