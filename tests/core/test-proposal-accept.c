/* Tests that accepting a proposal meets what is owed, and that it never breaks a limit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/dates.h"
#include "core/day-off.h"
#include "core/proposal.h"
#include "core/unavailable.h"
#include "duty-fixture.h"

#define SEED 20251117
#define N_CASES 25

typedef struct {
  Fixture base;
  gint64 agreement, bodies[2], organisations[3];
} Town;

static gint64
choose (GRand *random, int from, int to)
{
  return g_rand_int_range (random, from, to + 1);
}

static gint64
add_line (Town *town, const AkkRecordType *type, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list values;

  va_start (values, format);
  line = g_strdup_vprintf (format, values);
  va_end (values);
  return duty_add (town->base.store, type, line);
}

#define L G_GINT64_FORMAT

static void
add_unavailable (Town *town, GRand *random, gint64 organisation)
{
  AkkUnavailable *reason = akk_record_new (&akk_unavailable_record);
  gboolean council = g_rand_boolean (random);

  reason->organisation_id = organisation;
  reason->kind = council ? AKK_UNAVAILABLE_COUNCIL : AKK_UNAVAILABLE_DAYS;
  reason->weekday = choose (random, 1, 5);
  reason->week = choose (random, 1, 5);
  reason->starts_at = g_rand_boolean (random) ? AKK_NO_DATE : choose (random, 8, 20) * 60;
  if (!council) {
    reason->starts_on = akk_date_from_ymd (2026, 1, 1) + choose (random, 0, 700);
    reason->ends_on = reason->starts_on + choose (random, 0, 5);
  }
  akk_store_add (town->base.store, reason);
  g_object_unref (reason);
}

static void
make (Town *town, GRand *random)
{
  duty_fixture_open (&town->base);
  akk_store_begin (town->base.store, "Make");
  town->agreement = duty_add (town->base.store, &akk_agreement_record,
                              "title=A stage=3 starts_on=2025-10-01 ends_on=2031-12-31");
  for (guint i = 0; i < G_N_ELEMENTS (town->organisations); i++) {
    gint64 organisation = add_line (town, &akk_organisation_record, "name=Zele");

    town->organisations[i] = organisation;
    add_line (town, &akk_party_record, "agreement_id=%" L " organisation_id=%" L, town->agreement,
              organisation);
    for (gint64 n = choose (random, 0, 3); n > 0; n--)
      add_unavailable (town, random, organisation);
  }
  for (guint i = 0; i < 2; i++)
    town->bodies[i] =
        add_line (town, &akk_body_record,
                  "agreement_id=%" L " name=Groep kind=%u times=%" L " period=%" L " unit=%" L
                  " basis=%" L " evaluates=%u weekday=%" L " starts_at=%" L " minutes_days=%" L,
                  town->agreement, i, choose (random, 1, 3), choose (random, 1, 2) * 6, (gint64) 1,
                  choose (random, 0, 2), i == 0, choose (random, 0, 5), choose (random, 8, 19) * 60,
                  choose (random, 0, 20));
  for (gint64 n = choose (random, 0, 3); n > 0; n--) {
    g_autofree char *day =
        akk_date_format (akk_date_from_ymd (2025, 10, 1) + choose (random, 0, 500));
    g_autofree char *line =
        g_strdup_printf ("%s:%s", day, strcmp (day, "2026-01-01") < 0 ? "h" : "p");

    duty_add_meetings (town->base.store, town->bodies[n % 2], line);
  }
  fixture_commit (&town->base);
}

/* Written down once more, by hand. */
static gboolean
is_blocked (AkkStore *store, gint64 organisation, const AkkProposalDate *date)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_unavailable_record, "organisation_id", organisation);
  int day, month, next_month;

  akk_date_to_ymd (date->date, NULL, &month, &day);
  akk_date_to_ymd (date->date + 7, NULL, &next_month, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkUnavailable) reason = g_list_model_get_item (list, i);

    if (reason->kind == AKK_UNAVAILABLE_DAYS) {
      if (date->date >= reason->starts_on && date->date <= reason->ends_on)
        return TRUE;
      continue;
    }
    if (akk_date_weekday (date->date) != reason->weekday)
      continue;
    if (reason->week == 5 ? next_month == month : (day + 6) / 7 != reason->week)
      continue;
    if (date->starts_at + 120 >
        (reason->starts_at != AKK_NO_DATE ? reason->starts_at : AKK_EVENING_MIN))
      return TRUE;
  }
  return FALSE;
}

static void
check_date (Town *town, AkkDaysOff *days_off, const AkkProposalDate *date, gint64 today)
{
  g_assert_cmpint (date->date, >=, today + 14);
  g_assert_cmpint (akk_date_weekday (date->date), <, 6);
  g_assert_null (akk_days_off_on (days_off, date->date, AKK_HOLIDAY_PUBLIC));
  g_assert_null (akk_days_off_on (days_off, date->date, AKK_HOLIDAY_SCHOOL));
  g_assert_cmpstr (date->why, !=, "");
  for (guint i = 0; i < G_N_ELEMENTS (town->organisations); i++)
    g_assert_false (is_blocked (town->base.store, town->organisations[i], date));
}

/* As if time went by. */
static void
hold_all (Town *town)
{
  g_autoptr (GListModel) meetings = akk_store_list (town->base.store, &akk_meeting_record, NULL, 0);

  akk_store_begin (town->base.store, "Hold");
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++) {
    g_autoptr (AkkMeeting) meeting = g_list_model_get_item (meetings, i);

    akk_store_set_int (town->base.store, meeting, "state", AKK_MEETING_HELD);
  }
  fixture_commit (&town->base);
}

/* The obligations of the two years that come; a proposal that says that something is impossible
 * may leave some open, and no other. */
static guint
count_open (Town *town, gint64 from, gint64 to, gint64 today)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (town->base.store, &akk_agreement_record, town->agreement);
  guint n = 0;

  for (gint64 day = today; day <= to; day += 30) {
    g_autoptr (GPtrArray) obligations = akk_obligations_new (town->base.store, agreement, day);

    for (guint i = 0; i < obligations->len; i++) {
      const AkkObligation *each = obligations->pdata[i];
      gboolean rolling = each->to == day;

      if (each->kind == AKK_OBLIGATION_MEETING && each->to >= from && each->to <= to &&
          (!rolling || day > from + 120) && each->held + each->planned < each->required)
        n++;
    }
  }
  return n;
}

static void
test_accept (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  gint64 today = akk_date_parse ("2025-11-17"), to = akk_date_parse ("2027-12-31");
  guint whole = 0;

  for (guint i = 0; i < N_CASES; i++) {
    Town town;
    g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_object_unref);
    g_autoptr (AkkProposal) proposal = NULL;
    g_autoptr (AkkDaysOff) days_off = NULL;
    g_autoptr (GError) error = NULL;

    make (&town, random);
    for (guint n = 0; n < 2; n++)
      g_ptr_array_add (bodies, akk_store_get (town.base.store, &akk_body_record, town.bodies[n]));
    proposal = akk_proposal_new (town.base.store, bodies, today, to, today, 0);
    days_off = akk_days_off_new (town.base.store, today, to);
    for (guint n = 0; n < proposal->meetings->len; n++) {
      const AkkProposalMeeting *meeting = proposal->meetings->pdata[n];

      for (guint d = 0; d < meeting->dates->len; d++)
        check_date (&town, days_off, meeting->dates->pdata[d], today);
    }
    g_assert_true (akk_proposal_accept (town.base.store, proposal->meetings, &error));
    g_assert_no_error (error);
    hold_all (&town);
    if (proposal->impossible->len == 0) {
      g_assert_cmpuint (count_open (&town, today, to, today), ==, 0);
      whole++;
    }
    g_ptr_array_set_size (bodies, 0);
    fixture_tear_down (&town.base, NULL);
  }
  g_assert_cmpuint (whole, >, N_CASES / 2);
}

/* --- One by one --- */

static AkkBody *
make_group (Fixture *fixture, const char *body)
{
  g_autofree char *line = NULL;
  gint64 agreement, id;

  duty_fixture_open (fixture);
  akk_store_begin (fixture->store, "Make");
  agreement = duty_add (fixture->store, &akk_agreement_record,
                        "title=A stage=3 starts_on=2021-10-01 ends_on=2031-12-31");
  line = g_strdup_printf ("agreement_id=%" L " name=Werkgroep %s", agreement, body);
  id = duty_add (fixture->store, &akk_body_record, line);
  fixture_commit (fixture);
  return akk_store_get (fixture->store, &akk_body_record, id);
}

static void
test_one_action (void)
{
  Fixture fixture;
  g_autoptr (AkkBody) body =
      make_group (&fixture, "times=3 weekday=4 starts_at=570 duration_min=90 place=Lokeren");
  g_autoptr (GPtrArray) bodies = g_ptr_array_new ();
  g_autoptr (AkkProposal) proposal = NULL;
  g_autoptr (GListModel) meetings = NULL;
  g_autoptr (AkkMeeting) first = NULL;
  g_autoptr (GError) error = NULL;
  gint64 today = akk_date_parse ("2025-11-17");

  g_ptr_array_add (bodies, body);
  proposal =
      akk_proposal_new (fixture.store, bodies, today, akk_date_parse ("2026-12-31"), today, 0);
  g_assert_true (akk_proposal_accept (fixture.store, proposal->meetings, &error));
  g_assert_no_error (error);
  meetings = akk_store_list (fixture.store, &akk_meeting_record, "body_id", body->record.id);
  g_assert_cmpuint (g_list_model_get_n_items (meetings), ==, proposal->meetings->len);
  first = g_list_model_get_item (meetings, 0);
  g_assert_cmpint (first->state, ==, AKK_MEETING_PLANNED);
  g_assert_cmpint (first->starts_at, ==, 570);
  g_assert_cmpint (first->duration_min, ==, 90);
  g_assert_cmpstr (first->place, ==, "Lokeren");
  g_clear_object (&first);
  g_assert_true (akk_store_undo (fixture.store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (meetings), ==, 0);
  g_clear_object (&meetings);
  g_clear_object (&body);
  fixture_tear_down (&fixture, NULL);
}

static void
test_concept (void)
{
  Fixture fixture;
  g_autoptr (AkkBody) body = make_group (&fixture, "times=3");
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (fixture.store, &akk_agreement_record, body->agreement_id);
  g_autoptr (GPtrArray) bodies = g_ptr_array_new ();
  g_autoptr (AkkProposal) proposal = NULL;
  gint64 today = akk_date_parse ("2025-11-17");

  akk_store_begin (fixture.store, "Change");
  akk_store_set_int (fixture.store, agreement, "stage", AKK_STAGE_CONCEPT);
  fixture_commit (&fixture);
  g_ptr_array_add (bodies, body);
  proposal = akk_proposal_new (fixture.store, bodies, today, today + 365, today, 0);
  g_assert_cmpuint (proposal->meetings->len + proposal->impossible->len, ==, 0);
  g_clear_object (&agreement);
  g_clear_object (&body);
  fixture_tear_down (&fixture, NULL);
}

static void
test_refusal (void)
{
  static const struct {
    const char *date;
    AkkProposalFlags flags;
    const char *words;
  } cases[] = {
    { "2025-12-11", 0, NULL },
    { "2025-12-13", 0, "That is a day of the weekend." },
    { "2025-12-25", AKK_PROPOSAL_ALLOW_SCHOOL, "That is a public holiday: Christmas Day." },
    { "2025-12-24", 0, "That is a school holiday: Christmas holiday." },
    { "2025-12-24", AKK_PROPOSAL_ALLOW_SCHOOL, NULL },
    { "2025-11-20", 0, "It takes 14 days to prepare: it can be from 1 December on." },
    { "2025-11-11", 0, "That day is over." },
    { "2025-12-16", 0, "That is a public holiday: Kermis." },
  };
  Fixture fixture;
  g_autoptr (AkkBody) body = make_group (&fixture, "times=3 starts_at=570");

  akk_store_begin (fixture.store, "Make");
  duty_add (fixture.store, &akk_day_off_record,
            "name=Kermis starts_on=2025-12-16 ends_on=2025-12-16");
  fixture_commit (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words =
        akk_proposal_refusal (fixture.store, body, akk_date_parse (cases[i].date), AKK_NO_DATE,
                              akk_date_parse ("2025-11-17"), cases[i].flags);

    g_assert_cmpstr (words, ==, cases[i].words);
  }
  g_clear_object (&body);
  fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposal/keeps-limits-and-meets-what-is-owed", test_accept);
  g_test_add_func ("/proposal/is-accepted-as-one-action", test_one_action);
  g_test_add_func ("/proposal/a-concept-owes-nothing", test_concept);
  g_test_add_func ("/proposal/refuses-dates-in-words", test_refusal);
  return g_test_run ();
}
