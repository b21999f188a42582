/* Tests of what one cell says of a figure.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "measurement-fixture.h"

#define NOTHING AKK_CELL_EMPTY
#define WRONG AKK_CELL_WRONG

typedef struct {
  AkkIndicatorKind kind;
  const char *cell;
  AkkDecimalSign sign;
  AkkCellReading reading;
  AkkMeasurementState state;
  gint64 value;
  gboolean open;
} Case;

#define NUMBER(cell, value) { 0, cell, AKK_DECIMAL_COMMA, AKK_CELL_READ, 0, value, FALSE }
#define NO_NUMBER(cell) { 0, cell, AKK_DECIMAL_COMMA, AKK_CELL_WRONG, 0, 0, FALSE }
#define UNAVAILABLE(cell)                                                                          \
  { 0, cell, AKK_DECIMAL_COMMA, AKK_CELL_READ, AKK_MEASUREMENT_UNAVAILABLE, 0, FALSE }
#define SUPPRESSED(cell)                                                                           \
  { 0, cell, AKK_DECIMAL_COMMA, AKK_CELL_READ, AKK_MEASUREMENT_SUPPRESSED, 0, FALSE }
#define OF_KIND(kind, cell, value)                                                                 \
  { AKK_INDICATOR_##kind, cell, AKK_DECIMAL_COMMA, AKK_CELL_READ, 0, value, FALSE }
#define WRONG_OF_KIND(kind, cell)                                                                  \
  { AKK_INDICATOR_##kind, cell, AKK_DECIMAL_COMMA, AKK_CELL_WRONG, 0, 0, FALSE }

static const Case cases[] = {
  NUMBER ("0", 0),
  NUMBER ("12", 120000),
  NUMBER ("12,5", 125000),
  NUMBER ("12.5", 125000),
  NUMBER ("1.234,5", 12345000),
  NUMBER ("1,234.5", 12345000),
  NUMBER ("1.234.567", 12345670000),
  NUMBER ("1,234,567", 12345670000),
  NUMBER ("1 234", 12340000),
  NUMBER ("1\302\240234,25", 12342500),
  NUMBER ("1\342\200\257234\342\200\257567", 12345670000),
  NUMBER ("0,123", 1230),
  NUMBER ("0.123", 1230),
  NUMBER ("1234,567", 12345670),
  NUMBER ("12,34567", 123457),
  NUMBER ("12,99999", 130000),
  NUMBER (",5", 5000),
  NUMBER ("-3", -30000),
  NUMBER ("\342\210\2223,5", -35000),
  NUMBER ("+7", 70000),
  NUMBER ("007", 70000),
  NUMBER ("1e-05", 0),
  NUMBER ("1.5E+03", 15000000),
  NUMBER ("46.299999999999997", 463000),
  { 0, "1.234", AKK_DECIMAL_COMMA, AKK_CELL_READ, 0, 12340000, TRUE },
  { 0, "1.234", AKK_DECIMAL_POINT, AKK_CELL_READ, 0, 12340, TRUE },
  { 0, "1,234", AKK_DECIMAL_COMMA, AKK_CELL_READ, 0, 12340, TRUE },
  { 0, "1,234", AKK_DECIMAL_POINT, AKK_CELL_READ, 0, 12340000, TRUE },
  { 0, "", AKK_DECIMAL_COMMA, NOTHING, 0, 0, FALSE },
  UNAVAILABLE ("-"),
  UNAVAILABLE ("–"),
  UNAVAILABLE ("x"),
  UNAVAILABLE ("X"),
  UNAVAILABLE ("n.b."),
  UNAVAILABLE ("N.B."),
  UNAVAILABLE ("niet beschikbaar"),
  SUPPRESSED ("1-3"),
  SUPPRESSED ("1–3"),
  SUPPRESSED ("1 - 3"),
  SUPPRESSED ("<4"),
  SUPPRESSED ("< 4"),
  NO_NUMBER ("twaalf"),
  NO_NUMBER ("12 %"),
  NO_NUMBER ("1.23.4"),
  NO_NUMBER ("12.34,5"),
  NO_NUMBER ("1,2,3"),
  NO_NUMBER ("12 34"),
  NO_NUMBER ("12,"),
  NO_NUMBER ("."
             "5."),
  NO_NUMBER ("<10"),
  NO_NUMBER ("4-9"),
  NO_NUMBER ("1e"),
  NO_NUMBER ("1e99"),
  NO_NUMBER ("123456789012345"),
  NO_NUMBER ("2024-03-01"),
  NO_NUMBER ("1-mrt"),
  NO_NUMBER ("nan"),
  NO_NUMBER ("inf"),
  OF_KIND (PERCENTAGE, "12,5 %", 125000),
  OF_KIND (PERCENTAGE, "12,5%", 125000),
  OF_KIND (PERCENTAGE, "46", 460000),
  OF_KIND (MONEY, "€ 1.200,00", 12000000),
  OF_KIND (MONEY, "1200,50 euro", 12005000),
  OF_KIND (YES_NO, "ja", 10000),
  OF_KIND (YES_NO, "Nee", 0),
  OF_KIND (YES_NO, "1", 10000),
  WRONG_OF_KIND (YES_NO, "2"),
  WRONG_OF_KIND (YES_NO, "misschien"),
  WRONG_OF_KIND (YES_NO, "1-3"),
  OF_KIND (SCALE, "geen", 0),
  OF_KIND (SCALE, "Op weg", 20000),
  OF_KIND (SCALE, "3", 30000),
  WRONG_OF_KIND (SCALE, "4"),
  WRONG_OF_KIND (SCALE, "goed"),
};

static gint64
indicator_of_kind (Figures *self, AkkIndicatorKind kind)
{
  const gint64 ids[] = { self->income, self->share, self->budget, self->council, self->network };

  return ids[kind];
}

static void
test_cells (Figures *self, gconstpointer data)
{
  g_autoptr (AkkMeasurementNames) names =
      akk_measurement_names_new (self->base.store, self->agreement->record.id, self->phrases);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Case *c = &cases[i];
    const AkkIndicator *indicator =
        akk_measurement_names_indicator (names, indicator_of_kind (self, c->kind));
    AkkMeasuredValue value;
    AkkCellReading reading = akk_measured_value_read (names, indicator, c->cell, c->sign, &value);

    g_test_message ("“%s”", c->cell);
    g_assert_cmpint (reading, ==, c->reading);
    g_assert_cmpint (value.state, ==, c->state);
    if (reading == AKK_CELL_READ) {
      g_assert_cmpint (value.value, ==, c->value);
      g_assert_cmpint (value.open, ==, c->open);
    }
    g_assert_true ((value.problem != NULL) == (reading == AKK_CELL_WRONG));
    g_free (value.problem);
  }
}

/* A day that was 1-3 once: what was meant is offered. */
static void
test_days_offer_the_range (Figures *self, gconstpointer data)
{
  g_autoptr (AkkMeasurementNames) names =
      akk_measurement_names_new (self->base.store, self->agreement->record.id, self->phrases);
  const AkkIndicator *indicator = akk_measurement_names_indicator (names, self->income);
  AkkMeasuredValue value;

  g_assert_cmpint (akk_measured_value_read (names, indicator, "1-mrt", 0, &value), ==,
                   AKK_CELL_WRONG);
  g_assert_cmpstr (value.offer, ==, "1–3");
  g_assert_nonnull (strstr (value.problem, "1-mrt"));
  g_free (value.problem);
}

static void
test_table_shows_its_sign (void)
{
  static const struct {
    const char *cells[4];
    AkkDecimalSign sign;
    gboolean doubtful;
  } tables[] = {
    { { "12", "7" }, AKK_DECIMAL_COMMA, FALSE },
    { { "1.234" }, AKK_DECIMAL_COMMA, TRUE },
    { { "1,234" }, AKK_DECIMAL_COMMA, TRUE },
    { { "1.234", "12,5" }, AKK_DECIMAL_COMMA, FALSE },
    { { "1.234", "12.5" }, AKK_DECIMAL_POINT, FALSE },
    { { "1.234", "1.234.567" }, AKK_DECIMAL_COMMA, FALSE },
    { { "1,234", "1,234.5" }, AKK_DECIMAL_POINT, FALSE },
    { { "1.234", "12.5", "12,5" }, AKK_DECIMAL_COMMA, TRUE },
    { { "12.5", "12,5" }, AKK_DECIMAL_COMMA, FALSE },
    { { "1.234", "12,5 %", "x" }, AKK_DECIMAL_COMMA, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    AkkDecimalLook look = { 0 };

    for (guint k = 0; tables[i].cells[k] != NULL; k++)
      akk_decimal_look (&look, tables[i].cells[k]);
    g_assert_cmpint (akk_decimal_look_sign (&look), ==, tables[i].sign);
    g_assert_cmpint (akk_decimal_look_doubtful (&look), ==, tables[i].doubtful);
  }
}

/* What is written is read as exactly that, whatever sign the table seems to have. */
static void
test_what_is_written_is_read (Figures *self, gconstpointer data)
{
  g_autoptr (AkkMeasurementNames) names =
      akk_measurement_names_new (self->base.store, self->agreement->record.id, self->phrases);
  const AkkIndicator *indicator = akk_measurement_names_indicator (names, self->share);

  for (guint i = 0; i < 2000; i++) {
    gint64 value = g_test_rand_int_range (-20000000, 20000000);
    g_autofree char *cell =
        akk_measured_value_write (names, indicator, AKK_MEASUREMENT_VALUE, value);

    for (guint sign = AKK_DECIMAL_COMMA; sign <= AKK_DECIMAL_POINT; sign++) {
      AkkMeasuredValue read;

      g_assert_cmpint (akk_measured_value_read (names, indicator, cell, sign, &read), ==,
                       AKK_CELL_READ);
      g_assert_cmpint (read.value, ==, value);
      g_assert_false (read.open);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Figures, NULL, figures_set_up, func, figures_tear_down)
  ADD ("/measured-value/cells-say-what-people-mean", test_cells);
  ADD ("/measured-value/a-day-offers-the-range-it-was", test_days_offer_the_range);
  g_test_add_func ("/measured-value/a-table-shows-its-decimal-sign", test_table_shows_its_sign);
  ADD ("/measured-value/what-is-written-is-read", test_what_is_written_is_read);
  return g_test_run ();
}
