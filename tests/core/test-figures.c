/* Tests of figures: of regions, with suppressed parts, and where they stand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/figures.h"

#include "core/agreement.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/target.h"
#include "store-fixture.h"

#define N_PARTIES 3
#define D AKK_DECIMAL

typedef struct {
  Fixture base;
  gint64 agreement, parties[N_PARTIES];
  AkkIndicator *people, *share, *count; /* inhabitants; a percentage of them; a number */
  AkkFigures *figures;
  guint n_changed;
} Data;

static gpointer
made (Data *self, const AkkRecordType *type, const char *text_field, const char *text, ...)
{
  AkkRecord *record = akk_record_new (type);
  va_list fields;
  const char *name;

  if (text_field != NULL)
    akk_record_set_text (record, akk_record_type_field (type, text_field), text);
  va_start (fields, text);
  while ((name = va_arg (fields, const char *)) != NULL)
    akk_record_set_int (record, akk_record_type_field (type, name), va_arg (fields, gint64));
  va_end (fields);
  akk_store_add (self->base.store, record);
  return record;
}

#define I(number) ((gint64) (number))

static void
changed_cb (Data *self)
{
  self->n_changed++;
}

static void
set_up (Data *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = NULL;

  fixture_set_up (&self->base, NULL);
  akk_store_begin (self->base.store, "Make");
  agreement = made (self, &akk_agreement_record, "title", "Samen", NULL);
  self->agreement = agreement->record.id;
  for (guint i = 0; i <= N_PARTIES; i++) { /* the last one is no municipality */
    g_autoptr (AkkOrganisation) organisation = made (
        self, &akk_organisation_record, "name", "Laarne", "kind",
        I (i < N_PARTIES ? AKK_ORGANISATION_MUNICIPALITY : AKK_ORGANISATION_EMPLOYMENT_SERVICE),
        NULL);
    g_autofree char *position = g_strdup_printf ("a%u", i);
    g_autoptr (AkkParty) party =
        made (self, &akk_party_record, "position", position, "agreement_id", self->agreement,
              "organisation_id", organisation->record.id, NULL);

    if (i < N_PARTIES)
      self->parties[i] = party->record.id;
  }
  self->people = made (self, &akk_indicator_record, "name", "Inwoners", "agreement_id",
                       self->agreement, "by_municipality", I (1), NULL);
  self->share =
      made (self, &akk_indicator_record, "name", "Werkzaamheidsgraad", "agreement_id",
            self->agreement, "by_municipality", I (1), "kind", I (AKK_INDICATOR_PERCENTAGE), "rule",
            I (AKK_RULE_MEAN), "weight_id", self->people->record.id, "decimals", I (1), NULL);
  self->count = made (self, &akk_indicator_record, "name", "Trajecten", "agreement_id",
                      self->agreement, "by_municipality", I (1), "by_target_group", I (1), NULL);
  g_assert_true (akk_store_commit (self->base.store, NULL));
  self->figures = akk_figures_new (self->base.store, self->agreement);
  g_signal_connect_swapped (self->figures, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Data *self, gconstpointer data)
{
  g_clear_object (&self->figures);
  g_clear_object (&self->people);
  g_clear_object (&self->share);
  g_clear_object (&self->count);
  fixture_tear_down (&self->base, data);
}

/* `party` counts from 0; -1: the region. */
static void
measure (Data *self, AkkIndicator *of, int year, int party, const char *group, double value)
{
  g_autoptr (AkkMeasurement) it = NULL;

  akk_store_begin (self->base.store, "Measure");
  it = made (self, &akk_measurement_record, "target_group", group, "indicator_id", of->record.id,
             "year", I (year), "party_id", party < 0 ? 0 : self->parties[party], "value",
             I (value * D), NULL);
  g_assert_true (akk_store_commit (self->base.store, NULL));
}

static void
say (
    Data *self, AkkIndicator *of, int year, int party, const char *group, AkkMeasurementState state)
{
  g_autoptr (AkkMeasurement) it = NULL;

  akk_store_begin (self->base.store, "Measure");
  it = made (self, &akk_measurement_record, "target_group", group, "indicator_id", of->record.id,
             "year", I (year), "party_id", party < 0 ? 0 : self->parties[party], "state", I (state),
             NULL);
  g_assert_true (akk_store_commit (self->base.store, NULL));
}

static void
aim (Data *self, AkkIndicator *of, int year, int party, double value, double upper)
{
  g_autoptr (AkkTarget) it = NULL;

  akk_store_begin (self->base.store, "Aim");
  it = made (self, &akk_target_record, NULL, NULL, "indicator_id", of->record.id, "year", I (year),
             "party_id", party < 0 ? 0 : self->parties[party], "value", I (value * D), "upper",
             I (upper * D), NULL);
  g_assert_true (akk_store_commit (self->base.store, NULL));
}

#define REGION(of, year) akk_figures_get (self->figures, of, year, 0, NULL)

static void
assert_figure (AkkFigure figure, AkkFigureState state, double low, double high)
{
  g_assert_cmpint (figure.state, ==, state);
  g_assert_cmpfloat_with_epsilon ((double) figure.low / D, low, 0.00006);
  g_assert_cmpfloat_with_epsilon ((double) figure.high / D, high, 0.00006);
}

/* --- Regions --- */

static void
test_sum (Data *self, gconstpointer data)
{
  AkkFigure figure;

  assert_figure (REGION (self->people, 2024), AKK_FIGURE_MISSING, 0, 0);
  measure (self, self->people, 2024, 0, "", 100);
  measure (self, self->people, 2024, 1, "", 300);
  figure = REGION (self->people, 2024);
  assert_figure (figure, AKK_FIGURE_KNOWN, 400, 400);
  g_assert_cmpuint (figure.n_known, ==, 2);
  g_assert_cmpuint (figure.n_parts, ==, 3);
  measure (self, self->people, 2024, 2, "", 0);
  figure = REGION (self->people, 2024);
  g_assert_cmpuint (figure.n_known, ==, 3);
  /* What was measured for the region itself counts. */
  measure (self, self->people, 2024, -1, "", 405);
  assert_figure (REGION (self->people, 2024), AKK_FIGURE_KNOWN, 405, 405);
  g_assert_cmpuint (self->n_changed, ==, 4);
}

static void
test_suppressed (Data *self, gconstpointer data)
{
  AkkFigure figure;

  measure (self, self->count, 2024, 0, "", 10);
  say (self, self->count, 2024, 1, "", AKK_MEASUREMENT_SUPPRESSED);
  say (self, self->count, 2024, 2, "", AKK_MEASUREMENT_SUPPRESSED);
  figure = REGION (self->count, 2024);
  assert_figure (figure, AKK_FIGURE_RANGE, 12, 16);
  g_assert_cmpuint (figure.n_known, ==, 3);
  say (self, self->count, 2023, 0, "", AKK_MEASUREMENT_UNAVAILABLE);
  assert_figure (REGION (self->count, 2023), AKK_FIGURE_MISSING, 0, 0);
  say (self, self->count, 2023, 1, "", AKK_MEASUREMENT_UNAVAILABLE);
  say (self, self->count, 2023, 2, "", AKK_MEASUREMENT_UNAVAILABLE);
  assert_figure (REGION (self->count, 2023), AKK_FIGURE_UNAVAILABLE, 0, 0);
}

static void
test_mean (Data *self, gconstpointer data)
{
  measure (self, self->share, 2024, 0, "", 80);
  measure (self, self->share, 2024, 1, "", 70);
  /* Weights that nobody knows weigh nothing. */
  assert_figure (REGION (self->share, 2024), AKK_FIGURE_MISSING, 0, 0);
  measure (self, self->people, 2023, 0, "", 100);
  measure (self, self->people, 2023, 1, "", 300);
  assert_figure (REGION (self->share, 2024), AKK_FIGURE_KNOWN, 72.5, 72.5);
  measure (self, self->people, 2023, 2, "", 100);
  say (self, self->share, 2024, 2, "", AKK_MEASUREMENT_SUPPRESSED);
  /* One to three of a hundred people. */
  assert_figure (akk_figures_get (self->figures, self->share, 2024, self->parties[2], NULL),
                 AKK_FIGURE_SUPPRESSED, 1, 3);
  assert_figure (REGION (self->share, 2024), AKK_FIGURE_RANGE, (8000 + 21000 + 100) / 500.0,
                 (8000 + 21000 + 300) / 500.0);
}

static void
test_target_groups (Data *self, gconstpointer data)
{
  GPtrArray *groups;

  measure (self, self->count, 2024, 0, "Zij-instromers", 5);
  measure (self, self->count, 2024, 0, "(Equivalent) leefloon", 7);
  measure (self, self->count, 2024, 1, "(Equivalent) leefloon", 4);
  measure (self, self->count, 2024, 2, "", 1);
  assert_figure (akk_figures_get (self->figures, self->count, 2024, self->parties[0], NULL),
                 AKK_FIGURE_KNOWN, 12, 12);
  assert_figure (akk_figures_get (self->figures, self->count, 2024, 0, "(Equivalent) leefloon"),
                 AKK_FIGURE_KNOWN, 11, 11);
  /* The second one has no figure for the other group: it says less than the truth. */
  assert_figure (REGION (self->count, 2024), AKK_FIGURE_KNOWN, 17, 17);
  g_assert_cmpuint (REGION (self->count, 2024).n_known, ==, 2);
  groups = akk_figures_target_groups (self->figures, self->count);
  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_cmpstr (groups->pdata[0], ==, "(Equivalent) leefloon");
}

static void
test_lacking (Data *self, gconstpointer data)
{
  g_autoptr (GPtrArray) lacking = NULL;

  measure (self, self->count, 2024, 0, "", 5);
  say (self, self->count, 2024, 1, "", AKK_MEASUREMENT_UNAVAILABLE);
  lacking = akk_figures_lacking (self->figures, self->count, 2024);
  g_assert_cmpuint (lacking->len, ==, 1);
  g_assert_cmpint (((AkkParty *) lacking->pdata[0])->record.id, ==, self->parties[2]);
  g_assert_cmpint (akk_figures_latest (self->figures, self->count, 2030), ==, 2024);
  g_assert_cmpint (akk_figures_latest (self->figures, self->count, 2023), ==, 0);
}

/* As two copies may have given it before they were merged. */
static void
test_twice (Data *self, gconstpointer data)
{
  gint64 last = 0;
  double wanted = 0;

  for (int i = 1; i <= 5; i++) {
    AkkFigure figure;

    measure (self, self->count, 2024, 0, "", i);
    figure = akk_figures_get (self->figures, self->count, 2024, self->parties[0], NULL);
    g_assert_cmpint (figure.measurement_id, >=, last);
    if (figure.measurement_id != last)
      wanted = i;
    last = figure.measurement_id;
    assert_figure (figure, AKK_FIGURE_KNOWN, wanted, wanted);
  }
  assert_figure (REGION (self->count, 2024), AKK_FIGURE_KNOWN, wanted, wanted);
}

static void
test_undo (Data *self, gconstpointer data)
{
  measure (self, self->count, 2024, 0, "", 5);
  assert_figure (REGION (self->count, 2024), AKK_FIGURE_KNOWN, 5, 5);
  g_assert_true (akk_store_undo (self->base.store, NULL));
  assert_figure (REGION (self->count, 2024), AKK_FIGURE_MISSING, 0, 0);
  g_assert_true (akk_store_redo (self->base.store, NULL));
  assert_figure (REGION (self->count, 2024), AKK_FIGURE_KNOWN, 5, 5);
}

/* --- Standing --- */

static void
test_targets (Data *self, gconstpointer data)
{
  gint64 value = 0, upper = 0;
  int of = 0;

  g_assert_false (akk_figures_target (self->figures, self->share, 2024, 0, &value, NULL, NULL));
  aim (self, self->share, 2022, -1, 76, 0);
  aim (self, self->share, 2025, -1, 80, 0);
  g_assert_true (akk_figures_target (self->figures, self->share, 2024, 0, &value, &upper, &of));
  g_assert_cmpint (value, ==, 80 * D);
  g_assert_cmpint (upper, ==, 80 * D);
  g_assert_cmpint (of, ==, 2025);
  g_assert_true (akk_figures_target (self->figures, self->share, 2030, 0, &value, NULL, &of));
  g_assert_cmpint (of, ==, 2025);
  /* A share is aimed at everywhere, a number is not. */
  g_assert_true (
      akk_figures_target (self->figures, self->share, 2021, self->parties[1], &value, NULL, NULL));
  g_assert_cmpint (value, ==, 76 * D);
  aim (self, self->count, 2025, -1, 80, 0);
  g_assert_false (
      akk_figures_target (self->figures, self->count, 2025, self->parties[1], &value, NULL, NULL));
}

/* That of one group is no other group's, nor of all of them together. */
static void
test_group_targets (Data *self, gconstpointer data)
{
  g_autoptr (AkkTarget) target = NULL;
  gint64 value = 0;
  int of = 0;

  measure (self, self->count, 2024, 0, "NBA met uitkering", 5);
  akk_store_begin (self->base.store, "Aim");
  target = made (self, &akk_target_record, "target_group", "NBA zonder uitkering", "indicator_id",
                 self->count->record.id, "year", I (2025), "value", I (160 * D), NULL);
  fixture_commit (&self->base);
  g_assert_true (akk_figures_group_target (self->figures, self->count, 2024, "NBA zonder uitkering",
                                           &value, NULL, &of));
  g_assert_cmpint (value, ==, 160 * D);
  g_assert_cmpint (of, ==, 2025);
  g_assert_false (akk_figures_group_target (self->figures, self->count, 2024, "NBA met uitkering",
                                            &value, NULL, NULL));
  g_assert_false (akk_figures_target (self->figures, self->count, 2024, 0, &value, NULL, NULL));
  g_assert_cmpuint (akk_figures_target_groups (self->figures, self->count)->len, ==, 2);
}

static void
test_standing (Data *self, gconstpointer data)
{
  static const struct {
    AkkIndicatorDirection direction;
    double before, now, target, upper;
    AkkStanding standing;
  } cases[] = {
    { AKK_DIRECTION_UP, 1000, 2000, 2000, 0, AKK_STANDING_REACHED },
    { AKK_DIRECTION_UP, 1000, 2500, 2000, 0, AKK_STANDING_REACHED },
    { AKK_DIRECTION_UP, 1000, 1500, 2000, 0, AKK_STANDING_ON_THE_WAY },
    { AKK_DIRECTION_UP, 1500, 1400, 2000, 0, AKK_STANDING_BEHIND },
    { AKK_DIRECTION_UP, 1500, 1500, 2000, 0, AKK_STANDING_BEHIND },
    { AKK_DIRECTION_UP, 1999, 1990, 2000, 0, AKK_STANDING_CHANCE },
    { AKK_DIRECTION_UP, 5, 4, 9, 0, AKK_STANDING_CHANCE }, /* up to 10.2 */
    { AKK_DIRECTION_UP, 5, 4, 11, 0, AKK_STANDING_BEHIND },
    { AKK_DIRECTION_UP, 5, 0, 3, 0, AKK_STANDING_CHANCE }, /* up to 3.7 */
    { AKK_DIRECTION_DOWN, 1000, 500, 600, 0, AKK_STANDING_REACHED },
    { AKK_DIRECTION_DOWN, 1000, 900, 600, 0, AKK_STANDING_ON_THE_WAY },
    { AKK_DIRECTION_DOWN, 1000, 1100, 600, 0, AKK_STANDING_BEHIND },
    { AKK_DIRECTION_BAND, 1000, 1500, 1400, 1600, AKK_STANDING_REACHED },
    { AKK_DIRECTION_BAND, 1000, 1900, 1400, 1600, AKK_STANDING_ON_THE_WAY },
    { AKK_DIRECTION_BAND, 1700, 2000, 1400, 1600, AKK_STANDING_BEHIND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkIndicator) it = NULL;

    akk_store_begin (self->base.store, "Make");
    it = made (self, &akk_indicator_record, "name", "Zo", "agreement_id", self->agreement,
               "direction", I (cases[i].direction), NULL);
    g_assert_true (akk_store_commit (self->base.store, NULL));
    measure (self, it, 2023, -1, "", cases[i].before);
    measure (self, it, 2024, -1, "", cases[i].now);
    g_assert_cmpint (akk_figures_standing (self->figures, it, 2024, 0), ==, AKK_STANDING_NONE);
    aim (self, it, 2024, -1, cases[i].target, cases[i].upper);
    g_test_message ("case %u", i);
    g_assert_cmpint (akk_figures_standing (self->figures, it, 2024, 0), ==, cases[i].standing);
    g_assert_cmpint (akk_figures_standing (self->figures, it, 2025, 0), ==, AKK_STANDING_NONE);
  }
}

/* What is missing would be added. */
static void
test_incomplete_sum (Data *self, gconstpointer data)
{
  measure (self, self->people, 2023, 0, "", 900);
  measure (self, self->people, 2023, 1, "", 900);
  measure (self, self->people, 2023, 2, "", 900);
  measure (self, self->people, 2024, 0, "", 900);
  measure (self, self->people, 2024, 1, "", 900);
  aim (self, self->people, 2024, -1, 5000, 0);
  g_assert_cmpint (akk_figures_standing (self->figures, self->people, 2023, 0), ==,
                   AKK_STANDING_BEHIND);
  g_assert_cmpint (akk_figures_standing (self->figures, self->people, 2024, 0), ==,
                   AKK_STANDING_NONE);
  aim (self, self->people, 2023, -1, 1000, 0);
  g_assert_cmpint (akk_figures_standing (self->figures, self->people, 2023, 0), ==,
                   AKK_STANDING_REACHED);
}

static void
test_share_by_chance (Data *self, gconstpointer data)
{
  measure (self, self->people, 2024, 0, "", 50);
  measure (self, self->people, 2024, 1, "", 50000);
  for (int i = 0; i < 2; i++) {
    measure (self, self->share, 2023, i, "", 72);
    measure (self, self->share, 2024, i, "", 72);
  }
  aim (self, self->share, 2024, -1, 80, 0);
  g_assert_cmpint (akk_figures_standing (self->figures, self->share, 2024, self->parties[0]), ==,
                   AKK_STANDING_CHANCE);
  g_assert_cmpint (akk_figures_standing (self->figures, self->share, 2024, self->parties[1]), ==,
                   AKK_STANDING_BEHIND);
}

/* Published limits: Poisson (Garwood's exact ones differ from the second decimal on), Wilson. */
static void
test_chance (void)
{
  static const struct {
    AkkIndicatorKind kind;
    double value, n, low, high;
  } cases[] = {
    { AKK_INDICATOR_NUMBER, 0, 0, 0, 3.67 },
    { AKK_INDICATOR_NUMBER, 1, 0, 0.013, 5.562 },
    { AKK_INDICATOR_NUMBER, 10, 0, 4.784, 18.390 },
    { AKK_INDICATOR_NUMBER, 100, 0, 81.362, 121.628 },
    { AKK_INDICATOR_PERCENTAGE, 50, 10, 23.659, 76.341 },
    { AKK_INDICATOR_PERCENTAGE, 0, 20, 0, 16.113 },
    { AKK_INDICATOR_PERCENTAGE, 5.478, 1095, 4.278, 6.989 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gint64 value = (gint64) (cases[i].value * D), low, high;
    AkkFigure figure = { .state = AKK_FIGURE_KNOWN, .low = value, .high = value };

    g_test_message ("case %u", i);
    g_assert_true (
        akk_figure_chance (cases[i].kind, &figure, (gint64) (cases[i].n * D), &low, &high));
    g_assert_cmpfloat_with_epsilon ((double) low / D, cases[i].low, 0.02);
    g_assert_cmpfloat_with_epsilon ((double) high / D, cases[i].high, 0.02);
  }
}

static void
test_words (void)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  static const struct {
    AkkIndicatorKind kind;
    AkkFigureState state;
    double low, high;
    const char *words;
  } cases[] = {
    { AKK_INDICATOR_NUMBER, AKK_FIGURE_MISSING, 0, 0, "" },
    { AKK_INDICATOR_NUMBER, AKK_FIGURE_KNOWN, 1234.5, 1234.5, "1.234,5 uur" },
    { AKK_INDICATOR_NUMBER, AKK_FIGURE_SUPPRESSED, 1, 3, "1–3 uur" },
    { AKK_INDICATOR_NUMBER, AKK_FIGURE_RANGE, 12, 16, "12,0–16,0 uur" },
    { AKK_INDICATOR_NUMBER, AKK_FIGURE_UNAVAILABLE, 0, 0, "niet beschikbaar" },
    { AKK_INDICATOR_PERCENTAGE, AKK_FIGURE_KNOWN, 79.94, 79.94, "79,9\u00a0%" },
    { AKK_INDICATOR_PERCENTAGE, AKK_FIGURE_RANGE, 79.94, 79.91, "79,9\u00a0%" },
    { AKK_INDICATOR_PERCENTAGE, AKK_FIGURE_SUPPRESSED, 1, 3, "1–3" },
    { AKK_INDICATOR_MONEY, AKK_FIGURE_KNOWN, 12500, 12500, "€\u00a012.500,0" },
    { AKK_INDICATOR_YES_NO, AKK_FIGURE_KNOWN, 1, 1, "ja" },
    { AKK_INDICATOR_SCALE, AKK_FIGURE_KNOWN, 2, 2, "op weg" },
    { AKK_INDICATOR_SCALE, AKK_FIGURE_KNOWN, 9, 9, "bereikt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkIndicator) indicator = akk_record_new (&akk_indicator_record);
    AkkFigure figure = { .state = cases[i].state,
                         .low = (gint64) (cases[i].low * D),
                         .high = (gint64) (cases[i].high * D) };
    g_autofree char *words = NULL;

    akk_record_set_int (indicator, akk_record_type_field (&akk_indicator_record, "kind"),
                        cases[i].kind);
    akk_record_set_int (indicator, akk_record_type_field (&akk_indicator_record, "decimals"), 1);
    akk_record_set_text (indicator, akk_record_type_field (&akk_indicator_record, "unit"), "uur");
    words = akk_figure_words (phrases, indicator, &figure, TRUE);
    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

static void
test_read_all (Data *self, gconstpointer data)
{
  measure (self, self->people, 2024, 0, "", 100);
  measure (self, self->count, 2024, 0, "Jongeren", 5);
  for (guint i = 0; i < 2; i++) { /* the second time of what was read already */
    akk_figures_read_all (self->figures);
    assert_figure (REGION (self->people, 2024), AKK_FIGURE_KNOWN, 100, 100);
    assert_figure (REGION (self->count, 2024), AKK_FIGURE_KNOWN, 5, 5);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add ("/figures/" path, Data, NULL, set_up, func, tear_down)
  TEST ("region-is-the-sum", test_sum);
  TEST ("suppressed-parts-make-a-range", test_suppressed);
  TEST ("region-is-the-weighted-mean", test_mean);
  TEST ("target-groups-add-up", test_target_groups);
  TEST ("municipalities-that-lack-are-told", test_lacking);
  TEST ("given-twice-the-greatest-id-counts", test_twice);
  TEST ("all-are-read-at-once", test_read_all);
  TEST ("undo-is-followed", test_undo);
  TEST ("target-of-the-next-year-that-has-one", test_targets);
  TEST ("target-of-a-group-is-its-own", test_group_targets);
  TEST ("standing", test_standing);
  TEST ("an-incomplete-sum-is-no-failure", test_incomplete_sum);
  TEST ("few-people-are-no-failure", test_share_by_chance);
  g_test_add_func ("/figures/chance-has-published-limits", test_chance);
  g_test_add_func ("/figures/words", test_words);
  return g_test_run ();
}
