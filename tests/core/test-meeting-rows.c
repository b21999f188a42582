/* Tests of meetings in brief: after any step they are what the records say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/meeting-rows.h"
#include "core/meetings.h"
#include "duty-fixture.h"

#define SEED 20251117
#define N_STEPS 300
#define N_BODIES 4
#define N_MEETINGS 12

typedef struct {
  Fixture fixture;
  GRand *random;
  gint64 agreements[2];
  GPtrArray *bodies, *meetings; /* records */
  AkkMeetingRows *rows; /* of the first agreement */
} World;

static gpointer
any (World *self, const GPtrArray *records)
{
  return records->pdata[g_rand_int_range (self->random, 0, (gint32) records->len)];
}

static void
add (World *self, GPtrArray *records, const AkkRecordType *type, const char *ref, gint64 id)
{
  AkkRecord *record = akk_record_new (type);

  g_object_set (record, ref, id, NULL);
  if (type == &akk_meeting_record)
    g_object_set (record, "date", (gint64) 20000 + g_rand_int_range (self->random, 0, 20), NULL);
  akk_store_add (self->fixture.store, record);
  g_ptr_array_add (records, record);
}

static void
fill (World *self)
{
  akk_store_begin (self->fixture.store, "Fill");
  for (guint i = 0; i < 2; i++)
    self->agreements[i] = duty_add (self->fixture.store, &akk_agreement_record, "title=A");
  for (guint i = 0; i < N_BODIES; i++) {
    add (self, self->bodies, &akk_body_record, "agreement-id", self->agreements[i % 2]);
    g_object_set (self->bodies->pdata[i], "name", "B", NULL);
  }
  for (guint i = 0; i < N_MEETINGS; i++)
    add (self, self->meetings, &akk_meeting_record, "body-id",
         ((AkkRecord *) any (self, self->bodies))->id);
  fixture_commit (&self->fixture);
}

static void
make_move (World *self)
{
  AkkStore *store = self->fixture.store;
  AkkRecord *meeting = any (self, self->meetings), *body = any (self, self->bodies);

  switch (g_rand_int_range (self->random, 0, 8)) {
  case 0:
    akk_store_set_int (store, meeting, "state", g_rand_int_range (self->random, 0, 6));
    break;
  case 1:
    akk_store_set_int (store, meeting, "starts_at", g_rand_int_range (self->random, 0, 1440));
    break;
  case 2:
    akk_store_set_int (store, meeting, "body_id", body->id);
    break;
  case 3:
    akk_store_set_int (store, body, "agreement_id",
                       self->agreements[g_rand_int_range (self->random, 0, 2)]);
    break;
  case 4:
    akk_store_set_text (store, meeting, "place", "Wichelen");
    break;
  case 5:
    if (g_rand_int_range (self->random, 0, 10) == 0 && !meeting->deleted)
      akk_store_delete (store, meeting);
    break;
  default:
    akk_store_set_int (store, meeting, "date", 20000 + g_rand_int_range (self->random, 0, 20));
  }
}

static void
make_step (World *self)
{
  AkkStore *store = self->fixture.store;
  gint32 chance = g_rand_int_range (self->random, 0, 10);

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
    add (self, self->meetings, &akk_meeting_record, "body-id",
         ((AkkRecord *) any (self, self->bodies))->id);
  for (gint32 n = g_rand_int_range (self->random, 1, 4); n > 0; n--)
    make_move (self);
  g_assert_true (akk_store_commit (store, NULL));
}

static void
check (World *self)
{
  g_autoptr (GPtrArray) meetings = akk_meetings (self->fixture.store, self->agreements[0], 0);
  const AkkMeetingRow *rows;
  guint length;

  akk_meeting_rows_follow (self->rows);
  rows = akk_meeting_rows_get (self->rows, &length);
  g_assert_cmpuint (length, ==, meetings->len);
  for (guint i = 0; i < length; i++) {
    AkkMeeting *meeting = meetings->pdata[i];

    g_assert_cmpint (rows[i].id, ==, meeting->record.id);
    g_assert_cmpint (rows[i].body_id, ==, meeting->body_id);
    g_assert_cmpint (rows[i].state, ==, meeting->state);
    g_assert_cmpint (rows[i].date, ==, meeting->date);
    g_assert_cmpint (rows[i].starts_at, ==, meeting->starts_at);
    g_assert_true (akk_meeting_row_held (&rows[i]) == akk_meeting_held (meeting));
    g_assert_true (akk_meeting_row_ahead (&rows[i]) == akk_meeting_ahead (meeting));
  }
}

static void
test_follow (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  World world = { .random = random, .bodies = bodies, .meetings = meetings };

  duty_fixture_open (&world.fixture);
  fill (&world);
  world.rows = akk_meeting_rows_new (world.fixture.store, world.agreements[0]);
  for (guint i = 0; i < N_STEPS; i++) {
    check (&world);
    make_step (&world);
  }
  check (&world);
  akk_meeting_rows_free (world.rows);
  g_ptr_array_set_size (meetings, 0);
  g_ptr_array_set_size (bodies, 0);
  fixture_tear_down (&world.fixture, NULL);
}

static void
test_find_day (void)
{
  static const struct {
    const char *day;
    guint index;
  } cases[] = { { "2024-12-31", 0 }, { "2025-02-18", 0 }, { "2025-02-19", 1 },
                { "2025-06-12", 1 }, { "2025-06-13", 3 }, { "2026-01-01", 3 } };
  const DutyCase each = { .agreement = "title=A",
                          .body = "times=2",
                          .meetings = "2025-06-12:p 2025-02-18:h 2025-06-12:c" };
  Fixture fixture;
  AkkMeetingRows *rows;

  duty_fixture_open (&fixture);
  rows = akk_meeting_rows_new (fixture.store, duty_add_case (&fixture, &each));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (akk_meeting_rows_find_day (rows, akk_date_parse (cases[i].day)), ==,
                      cases[i].index);
  akk_meeting_rows_free (rows);
  fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meeting-rows/follow-the-store", test_follow);
  g_test_add_func ("/meeting-rows/find-a-day", test_find_day);
  return g_test_run ();
}
