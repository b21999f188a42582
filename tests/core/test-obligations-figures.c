/* Tests of the figures that are delivered every year, and of reports that are adopted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/evaluation.h"
#include "core/indicator.h"
#include "core/measurement.h"
#include "core/meetings.h"
#include "duty-fixture.h"

#define TERM "title=A stage=3 starts_on=2024-01-01 ends_on=2025-12-31"
#define PARTIES "VBHZLKM" /* the first is no municipality */

static const char *const names[] = { "VDAB",   "Berlare", "Hamme", "Zele",
                                     "Laarne", "Lokeren", "Melle" };

typedef struct {
  gint64 agreement;
  gint64 parties[G_N_ELEMENTS (names)];
} Region;

static void
add_parties (AkkStore *store, Region *region, guint n)
{
  for (guint i = 0; i < n; i++) {
    gint64 kind = i == 0 ? AKK_ORGANISATION_EMPLOYMENT_SERVICE : AKK_ORGANISATION_MUNICIPALITY;
    gint64 organisation =
        model_add (store, &akk_organisation_record, "name", names[i], "kind", ID (kind), NULL);
    char position[8];

    g_snprintf (position, sizeof position, "V0%c", 'a' + (char) i);
    region->parties[i] =
        model_add (store, &akk_party_record, "agreement_id", ID (region->agreement), "position",
                   position, "organisation_id", ID (organisation), NULL);
  }
}

/* What VDAB delivers. */
static gint64
add_indicator (AkkStore *store, const Region *region, const char *line)
{
  g_autofree char *text = g_strdup_printf ("name=I agreement_id=%" G_GINT64_FORMAT
                                           " supplier_id=%" G_GINT64_FORMAT " %s",
                                           region->agreement, region->parties[0], line);

  return duty_add (store, &akk_indicator_record, text);
}

/* "B2024 H2024:2025-02-01 -2025": of Berlare, of Hamme on that day, of the whole region; in lower
 * case: there is none. */
static void
add_figures (AkkStore *store, const Region *region, gint64 indicator, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++) {
    const char *letter = strchr (PARTIES, g_ascii_toupper (*words[i]));
    g_autofree char *year = g_strndup (words[i] + 1, 4);

    model_add (
        store, &akk_measurement_record, "indicator_id", ID (indicator), "year", year, "party_id",
        ID (letter != NULL ? region->parties[letter - PARTIES] : 0), "state",
        ID (g_ascii_islower (*words[i]) ? AKK_MEASUREMENT_UNAVAILABLE : AKK_MEASUREMENT_SUPPRESSED),
        "received_on", words[i][5] == ':' ? words[i] + 6 : "", NULL);
  }
}

static char *
steps_of (const GPtrArray *obligations)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < obligations->len; i++) {
    const AkkObligation *row = obligations->pdata[i];

    if (row->kind == AKK_OBLIGATION_FIGURES && *row->next_step != '\0')
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "", row->title,
                              row->next_step);
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* --- One indicator --- */

#define BOTH(one, two) "2024-10-01/2024-12-31 " one "; 2025-10-01/2025-12-31 " two

static const struct {
  const char *what, *indicator;
  guint n_parties;
  const char *figures, *day, *rows, *steps;
} cases[] = {
  { "nothing is asked before the last quarter", "by_municipality=1", 4, "", "2024-09-30",
    BOTH ("3 0+-1 future", "3 0+-1 future"), "" },
  { "some gave one", "by_municipality=1", 4, "H2024", "2024-10-01",
    BOTH ("3 1+-1 due", "3 0+-1 future"), "I 2024: Still to come from Berlare and Zele" },
  { "to say that there is none is to answer", "by_municipality=1", 4, "B2024 h2024 z2024",
    "2024-10-01", BOTH ("3 3+-1 met", "3 0+-1 future"), "" },
  { "the region says nothing of its municipalities", "by_municipality=1", 3, "-2024 B2024",
    "2024-12-31", BOTH ("2 1+-1 due", "2 0+-1 future"), "I 2024: Still to come from Hamme" },
  { "on the day that its year is over", "by_municipality=1", 3, "B2024", "2025-01-01",
    BOTH ("2 1+-1 missed", "2 0+-1 future"), "I 2024: Still to come from Hamme" },
  { "a late one meets it", "by_municipality=1", 3, "B2024 H2024:2025-03-01", "2025-03-01",
    BOTH ("2 2+-1 met", "2 0+-1 future"), "" },
  { "but not before it came", "by_municipality=1", 3, "B2024 H2024:2025-03-01", "2025-02-28",
    BOTH ("2 1+-1 missed", "2 0+-1 future"), "I 2024: Still to come from Hamme" },
  { "many target groups are one answer", "by_municipality=1", 3, "B2024 B2024 B2024", "2024-11-01",
    BOTH ("2 1+-1 due", "2 0+-1 future"), "I 2024: Still to come from Hamme" },
  { "what is due anew is not asked for twice", "by_municipality=1", 3, "B2024 B2025 H2025",
    "2026-01-01", BOTH ("2 1+-1 missed", "2 2+-1 met"), "" },
  { "nobody gave one", "by_municipality=1", 6, "", "2024-11-01",
    BOTH ("5 0+-1 due", "5 0+-1 future"), "I 2024: Still to come from all municipalities" },
  { "as many as a sentence names", "by_municipality=1", 6, "B2024", "2024-11-01",
    BOTH ("5 1+-1 due", "5 0+-1 future"),
    "I 2024: Still to come from Hamme, Zele, Laarne and Lokeren" },
  { "more than a sentence names", "by_municipality=1", 7, "B2024", "2024-11-01",
    BOTH ("6 1+-1 due", "6 0+-1 future"),
    "I 2024: Still to come from Hamme, Zele, Laarne and 2 others" },
  { "for the region", "", 3, "", "2024-11-01", BOTH ("1 0+-1 due", "1 0+-1 future"),
    "I 2024: Still to come from VDAB" },
  { "for the region, given", "", 3, "-2024", "2024-11-01", BOTH ("1 1+-1 met", "1 0+-1 future"),
    "" },
  { "no municipalities", "by_municipality=1", 1, "-2024", "2024-11-01",
    BOTH ("1 1+-1 met", "1 0+-1 future"), "" },
  { "months later", "by_municipality=1 delay=2", 3, "B2024", "2025-02-28",
    "2024-10-01/2025-02-28 2 1+-1 due; 2025-10-01/2026-02-28 2 0+-1 future",
    "I 2024: Still to come from Hamme" },
  { "nobody delivers it", "by_municipality=1 supplier_id=0", 3, "", "2024-11-01", "", "" },
};

static void
test_statuses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    DutyCase each = { "", TERM, NULL };
    Fixture fixture;
    Region region = { 0 };
    g_autoptr (GPtrArray) obligations = NULL;
    g_autofree char *rows = NULL, *steps = NULL;
    gint64 indicator;

    g_test_message ("%s", cases[i].what);
    duty_fixture_open (&fixture);
    region.agreement = duty_add_case (&fixture, &each);
    akk_store_begin (fixture.store, "Measure");
    add_parties (fixture.store, &region, cases[i].n_parties);
    indicator = add_indicator (fixture.store, &region, cases[i].indicator);
    add_figures (fixture.store, &region, indicator, cases[i].figures);
    fixture_commit (&fixture);
    obligations = akk_obligations_new (fixture.store, NULL, akk_date_parse (cases[i].day));
    rows = duty_rows (obligations, AKK_OBLIGATION_FIGURES);
    steps = steps_of (obligations);
    g_assert_cmpstr (rows, ==, cases[i].rows);
    g_assert_cmpstr (steps, ==, cases[i].steps);
    g_clear_pointer (&obligations, g_ptr_array_unref);
    fixture_tear_down (&fixture, NULL);
  }
}

/* A year of which the term holds a part asks for nothing. */
static void
test_broken_years (void)
{
  DutyCase each = { "", "title=A stage=3 starts_on=2023-10-01 ends_on=2025-06-30", NULL };
  Fixture fixture;
  Region region = { 0 };
  g_autoptr (GPtrArray) obligations = NULL;
  g_autofree char *rows = NULL;

  duty_fixture_open (&fixture);
  region.agreement = duty_add_case (&fixture, &each);
  akk_store_begin (fixture.store, "Measure");
  add_parties (fixture.store, &region, 2);
  add_indicator (fixture.store, &region, "");
  fixture_commit (&fixture);
  obligations = akk_obligations_new (fixture.store, NULL, akk_date_parse ("2024-11-01"));
  rows = duty_rows (obligations, AKK_OBLIGATION_FIGURES);
  g_assert_cmpstr (rows, ==, "2024-10-01/2024-12-31 1 0+-1 due");
  g_clear_pointer (&obligations, g_ptr_array_unref);
  fixture_tear_down (&fixture, NULL);
}

/* --- Those of a year together --- */

static const AkkObligation *
find_gathered (const GPtrArray *gathered, const char *from, guint nth)
{
  for (guint i = 0; i < gathered->len; i++) {
    const AkkObligation *row = gathered->pdata[i];

    if (row->kind == AKK_OBLIGATION_FIGURES && row->from == akk_date_parse (from) && nth-- == 0)
      return row;
  }
  return NULL;
}

static void
check_row (const AkkObligation *row, const char *title, const char *step, gint64 held, gint64 n)
{
  g_assert_nonnull (row);
  g_assert_cmpstr (row->title, ==, title);
  g_assert_cmpstr (row->next_step, ==, step);
  g_assert_cmpint (row->held, ==, held);
  g_assert_cmpint (row->required, ==, n);
}

static void
test_gathered (void)
{
  DutyCase each = { "", TERM, NULL };
  Fixture fixture;
  Region region = { 0 };
  gint64 day = akk_date_parse ("2024-11-01"), indicators[3];
  g_autoptr (GPtrArray) obligations = NULL;
  g_autoptr (GPtrArray) by_year = NULL;
  g_autoptr (GPtrArray) by_day = NULL;

  duty_fixture_open (&fixture);
  region.agreement = duty_add_case (&fixture, &each);
  akk_store_begin (fixture.store, "Measure");
  add_parties (fixture.store, &region, 3);
  indicators[0] = add_indicator (fixture.store, &region, "by_municipality=1 delay=3 position=a");
  indicators[1] = add_indicator (fixture.store, &region, "by_municipality=1 position=b");
  indicators[2] = add_indicator (fixture.store, &region, "position=c");
  add_figures (fixture.store, &region, indicators[0], "B2024");
  add_figures (fixture.store, &region, indicators[1], "B2024");
  add_figures (fixture.store, &region, indicators[2], "-2024");
  fixture_commit (&fixture);
  obligations = akk_obligations_new (fixture.store, NULL, day);
  by_year = akk_obligations_gathered (obligations, FALSE);
  check_row (find_gathered (by_year, "2024-10-01", 0), "Figures 2024: 2 indicators incomplete",
             "Still to come from Hamme", 1, 3);
  g_assert_null (find_gathered (by_year, "2024-10-01", 1));
  check_row (find_gathered (by_year, "2025-10-01", 0), "Figures 2025", "", 0, 3);
  /* What is due later stands apart, and what is alone stays what it is. */
  by_day = akk_obligations_gathered (obligations, TRUE);
  check_row (find_gathered (by_day, "2024-10-01", 0), "Figures 2024: 1 indicator incomplete",
             "Still to come from Hamme", 1, 2);
  check_row (find_gathered (by_day, "2024-10-01", 1), "I 2024", "Still to come from Hamme", 1, 2);
  g_assert_cmpint (find_gathered (by_day, "2024-10-01", 1)->indicator_id, ==, indicators[0]);
  /* They ask for attention once. */
  g_assert_cmpuint (akk_obligations_count (obligations, day, 60), ==, 1);
  g_assert_cmpuint (akk_obligations_count (obligations, day, 59), ==, 0);
  g_clear_pointer (&obligations, g_ptr_array_unref);
  fixture_tear_down (&fixture, NULL);
}

/* --- Reports --- */

#define YEARS(one, two) "2024-01-01/2024-12-31 " one "; 2025-01-01/2025-12-31 " two

/* "2024 2025-02-03 1": of a year, adopted on a day ("-": not), in a meeting (0: none). */
static const struct {
  const char *what, *meetings, *reports[2], *day, *rows;
  guint n_reports; /* the years that have one */
} reports[] = {
  { "adopted in writing, in its year",
    "",
    { "2024 2024-12-01 0" },
    "2024-12-17",
    YEARS ("1 1+0 met", "1 0+0 future"),
    1 },
  { "adopted after its year",
    "",
    { "2024 2025-02-03 0" },
    "2025-02-03",
    YEARS ("1 1+0 met", "1 0+0 due"),
    1 },
  { "not adopted yet on that day",
    "",
    { "2024 2025-02-03 0" },
    "2025-02-02",
    YEARS ("1 0+0 missed", "1 0+0 due"),
    1 },
  { "begun only", "", { "2024 - 0" }, "2024-12-17", YEARS ("1 0+0 due", "1 0+0 future"), 1 },
  { "once with the meeting that dealt with it",
    "2024-12-01:h:E",
    { "2024 2024-12-01 1" },
    "2024-12-17",
    YEARS ("1 1+0 met", "1 0+0 future"),
    1 },
  { "a meeting of the next year counts for its report",
    "2025-02-03:h:E",
    { "2024 2025-02-03 1" },
    "2025-03-01",
    YEARS ("1 1+0 met", "1 0+0 due"),
    1 },
  { "unless it adopted two",
    "2025-12-03:h:E",
    { "2024 2025-12-03 1", "2025 2025-12-03 1" },
    "2025-12-31",
    YEARS ("1 1+0 met", "1 1+0 met"),
    2 },
  { "a meeting without a report",
    "2024-12-01:h:E",
    { NULL },
    "2024-12-17",
    YEARS ("1 1+0 met", "1 0+0 future"),
    0 },
};

static void
add_report (AkkStore *store, gint64 agreement, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (AkkMeeting) meeting =
      akk_meeting_nth (store, agreement, (guint) g_ascii_strtoull (words[2], NULL, 10));

  model_add (store, &akk_evaluation_record, "agreement_id", ID (agreement), "year", words[0],
             "adopted_on", words[1], "meeting_id", ID (meeting != NULL ? meeting->record.id : 0),
             NULL);
}

static guint
count_with_report (const GPtrArray *obligations)
{
  guint n = 0;

  for (guint i = 0; i < obligations->len; i++)
    n += ((const AkkObligation *) obligations->pdata[i])->evaluation_id != 0;
  return n;
}

static void
test_reports (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++) {
    DutyCase each = { "", TERM, "evaluates=1", reports[i].meetings };
    Fixture fixture;
    g_autoptr (GPtrArray) obligations = NULL;
    g_autofree char *rows = NULL;
    gint64 agreement;

    g_test_message ("%s", reports[i].what);
    duty_fixture_open (&fixture);
    agreement = duty_add_case (&fixture, &each);
    akk_store_begin (fixture.store, "Adopt");
    for (guint n = 0; n < G_N_ELEMENTS (reports[i].reports) && reports[i].reports[n] != NULL; n++)
      add_report (fixture.store, agreement, reports[i].reports[n]);
    fixture_commit (&fixture);
    obligations = akk_obligations_new (fixture.store, NULL, akk_date_parse (reports[i].day));
    rows = duty_rows (obligations, AKK_OBLIGATION_EVALUATION);
    g_assert_cmpstr (rows, ==, reports[i].rows);
    g_assert_cmpuint (count_with_report (obligations), ==, reports[i].n_reports);
    g_clear_pointer (&obligations, g_ptr_array_unref);
    fixture_tear_down (&fixture, NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/obligations/figures-stand-so", test_statuses);
  g_test_add_func ("/obligations/a-broken-year-asks-for-no-figures", test_broken_years);
  g_test_add_func ("/obligations/figures-of-a-year-ask-once", test_gathered);
  g_test_add_func ("/obligations/a-report-is-the-evaluation-of-its-year", test_reports);
  return g_test_run ();
}
