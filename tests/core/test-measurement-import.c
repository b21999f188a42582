/* Tests of figures from tables, in and out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"
#include "core/measurement-export.h"
#include "measurement-fixture.h"

static const AkkMeasureBlock nothing = { .received_on = AKK_NO_DATE };

static GPtrArray *
table_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GPtrArray *table = akk_tabular_read (bytes, &error);

  g_assert_no_error (error);
  return table;
}

static AkkMeasurementImport *
import_table (Figures *self, const GPtrArray *table, const AkkMeasureBlock *block)
{
  g_autoptr (GError) error = NULL;
  AkkMeasurementImport *import = akk_measurement_import_new (
      self->base.store, self->agreement->record.id, table, block, self->phrases, &error);

  g_assert_no_error (error);
  return import;
}

static AkkMeasurementImport *
import_text (Figures *self, const char *text)
{
  g_autoptr (GPtrArray) table = table_of (text);

  return import_table (self, table, &nothing);
}

static void
write_import (Figures *self, const AkkMeasurementImport *import)
{
  akk_store_begin (self->base.store, "Import");
  akk_measurement_import_write (import, self->base.store);
  fixture_commit (&self->base);
}

/* What an import gives in short: "Leefloon, Laarne, 2024=12" joined by " | ". */
static char *
summary (const AkkMeasurementImport *import)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < import->items->len; i++) {
    const AkkMeasureItem *item = import->items->pdata[i];
    g_autofree char *title = akk_measurement_import_title (import, item);
    g_autofree char *words = item->state == AKK_IMPORT_WRONG
                                 ? g_strdup ("?")
                                 : akk_measurement_import_words (import, item);

    g_string_append_printf (all, "%s%s=%s", i > 0 ? " | " : "", title, words);
  }
  return g_string_free_and_steal (all);
}

/* --- Layouts --- */

static const struct {
  const char *name, *text, *gives;
} layouts[] = {
  { "long", "Jaar;Gemeente;Indicator;Waarde\n2024;Laarne;Leefloon;12\n2023;lochristi;LEEFLOON;7\n",
    "Leefloon, Laarne, 2024=12 | Leefloon, Lochristi, 2023=7" },
  { "NIS", "NIS-code\tJaar\tIndicator\tAantal\n42010\t2024\tLeefloon\t12\n",
    "Leefloon, Laarne, 2024=12" },
  { "NIS and name in one",
    "Gemeente\tJaar\tIndicator\tAantal\n42010 Laarne\t2024\tLeefloon\t12\n"
    "Sint Niklaas (46021)\t2024\tLeefloon\t5\n",
    "Leefloon, Laarne, 2024=12 | Leefloon, Sint-Niklaas, 2024=5" },
  { "years as heads", "Gemeente\tIndicator\t2023\t2024\nLaarne\tLeefloon\t10\t12\n",
    "Leefloon, Laarne, 2023=10 | Leefloon, Laarne, 2024=12" },
  { "Arvastat: title, years, source",
    "Leefloon\n\n\t2023\t2024\nLaarne\t10\t12\nLochristi\t\t8\n"
    "\nBron: VDAB Arvastat\n",
    "Leefloon, Laarne, 2023=10 | Leefloon, Laarne, 2024=12 | Leefloon, Lochristi, 2024=8" },
  { "indicator in the corner", "Leefloon\t2023\t2024\nLaarne\t10\t12\nLochristi\t7\t8\n",
    "Leefloon, Laarne, 2023=10 | Leefloon, Laarne, 2024=12 | Leefloon, Lochristi, 2023=7 | "
    "Leefloon, Lochristi, 2024=8" },
  { "municipalities as heads",
    "Jaar\tIndicator\tLaarne\tLochristi\tTotaal\n"
    "2024\tLeefloon\t12\t8\t20\n",
    "Leefloon, Laarne, 2024=12 | Leefloon, Lochristi, 2024=8 | Leefloon, hele regio, 2024=20" },
  { "indicators as heads",
    "Jaar: 2024\nGemeente\tLeefloon\tUitstroom naar werk\nLaarne\t12\t46,5 %\n"
    "Lochristi\t8\tx\n",
    "Leefloon, Laarne, 2024=12 | Uitstroom naar werk, Laarne, 2024=46,5 | "
    "Leefloon, Lochristi, 2024=8 | Uitstroom naar werk, Lochristi, 2024=n.b." },
  { "two rows of heads",
    "\tLeefloon\t\tMiddelen\t\nGemeente\t2023\t2024\t2023\t2024\n"
    "Laarne\t10\t12\t100\t200\n",
    "Leefloon, Laarne, 2023=10 | Leefloon, Laarne, 2024=12 | Middelen, Laarne, 2023=100 | "
    "Middelen, Laarne, 2024=200" },
  { "indicator and year in one head", "Gemeente\tLeefloon 2023\tLeefloon 2024\nLaarne\t10\t12\n",
    "Leefloon, Laarne, 2023=10 | Leefloon, Laarne, 2024=12" },
  { "target groups as heads",
    "Indicator\tJaar\tGemeente\tWZW met multiproblematiek\t"
    "NBA met uitkering\tTotaal\nWerkzoekenden\t2024\tLaarne\t5\t1-3\t90\n",
    "Werkzoekenden, Laarne, 2024, WZW met multiproblematiek=5 | "
    "Werkzoekenden, Laarne, 2024, NBA met uitkering=1–3 | Werkzoekenden, Laarne, 2024=90" },
  { "no heads", "Laarne\t2024\tLeefloon\t12\nLochristi\t2024\tLeefloon\t8\n",
    "Leefloon, Laarne, 2024=12 | Leefloon, Lochristi, 2024=8" },
  { "half a year", "Stand op;Gemeente;Indicator;Jaar;Waarde\n30/06/2024;Laarne;Leefloon;2024;12\n",
    "Leefloon, Laarne, 2024=12" },
  { "heads that are days",
    "Indicator\tGemeente\t31/12/2023\t31/12/2024\nLeefloon\tLaarne\t10\t12\n",
    "Leefloon, Laarne, 2023=10 | Leefloon, Laarne, 2024=12" },
};

static void
test_layouts (Figures *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++) {
    g_autoptr (AkkMeasurementImport) import = NULL;
    g_autofree char *gives = NULL;

    g_test_message ("%s", layouts[i].name);
    import = import_text (self, layouts[i].text);
    gives = summary (import);
    g_assert_cmpstr (gives, ==, layouts[i].gives);
  }
}

/* --- What is wrong --- */

static const struct {
  const char *text, *says, *offer;
  guint n_figures;
} wrongs[] = {
  { "Jaar;Gemeente;Indicator;Waarde\n2024;Larne;Leefloon;12\n2023;Larne;Leefloon;9\n",
    "“Larne” is no municipality of the agreement. Is “Laarne” meant?", "Laarne", 2 },
  { "Jaar;Gemeente;Indicator;Waarde\n2024;Brugge;Leefloon;12\n",
    "“Brugge” is no municipality of the agreement. Correct the name, or leave these figures out.",
    NULL, 1 },
  { "Jaar;Gemeente;Indicator;Waarde\n2024;;Leefloon;12\n", "The municipality is empty.", NULL, 1 },
  { "Jaar;Gemeente;Indicator;Waarde\n2024;Laarne;Leeflonen;12\n",
    "“Leeflonen” is no indicator. Is “Leefloon” meant?", "Leefloon", 1 },
  { "Jaar;Gemeente;Indicator;Waarde\n24;Laarne;Leefloon;12\n", "“24” is no year.", NULL, 1 },
  { "Jaar;Gemeente;Indicator;Waarde\n2024;Laarne;Leefloon;veel\n", "“veel” is no number.", NULL,
    1 },
  { "Jaar;Gemeente;Indicator;Doelgroep;Waarde\n2024;Laarne;Leefloon;NBA met uitkering;4\n",
    "“Leefloon” is not measured per target group.", NULL, 1 },
  { "Jaar;Gemeente;Indicator;Doelgroep;Waarde\n2024;Laarne;Werkzoekenden;NBA met uitkeering;4\n",
    "“NBA met uitkeering” is no target group. Is “NBA met uitkering” meant?", "NBA met uitkering",
    1 },
  { "Jaar;NIS;Gemeente;Indicator;Waarde\n2024;42010;Lochristi;Leefloon;4\n",
    "The NIS code 42010 is of Laarne, but the row says Lochristi.", "Laarne", 1 },
  { "Jaar;Gemeente;Indicator;Waarde\n2024;Laarne;Leefloon;4\n2024;Laarne;Leefloon;5\n",
    "Row 2 gives another figure for the same.", NULL, 1 },
  { "Jaar;Gemeente;Leefloon;Midelen\n2024;Laarne;4;100\n",
    "The column “Midelen” is not known. Is “Middelen” meant?", "Middelen", 1 },
  { "Jaar;Gemeente;Waarde\n2024;Laarne;4\n2023;Laarne;5\n",
    "The table does not say which indicator this is.", NULL, 2 },
  { "Gemeente;Leefloon\nLaarne;4\n", "The table does not say of which year this is.", NULL, 1 },
  { "Jaar;Gemeente;Indicator;Waarde;Ontvangen op\n2024;Laarne;Leefloon;4;gisteren\n",
    "“gisteren” is no day.", NULL, 1 },
};

static const AkkMeasureItem *
only_wrong (const AkkMeasurementImport *import)
{
  const AkkMeasureItem *wrong = NULL;

  for (guint i = 0; i < import->items->len; i++) {
    const AkkMeasureItem *item = import->items->pdata[i];

    if (item->state != AKK_IMPORT_WRONG)
      continue;
    g_assert_null (wrong);
    wrong = item;
  }
  g_assert_nonnull (wrong);
  return wrong;
}

static void
test_wrong (Figures *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++) {
    g_autoptr (AkkMeasurementImport) import = import_text (self, wrongs[i].text);
    const AkkMeasureItem *wrong = only_wrong (import);

    g_test_message ("%s", wrong->problem);
    g_assert_true (g_str_has_prefix (wrong->problem, wrongs[i].says));
    g_assert_cmpstr (wrong->offer, ==, wrongs[i].offer);
    g_assert_cmpuint (wrong->n_figures, ==, wrongs[i].n_figures);
    g_assert_cmpuint (import->n[AKK_IMPORT_WRONG], ==, wrongs[i].n_figures);
  }
}

/* What was offered is written into every row that says the same, and then nothing is wrong. */
static void
test_mend (Figures *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++) {
    g_autoptr (GPtrArray) table = table_of (wrongs[i].text);
    g_autoptr (AkkMeasurementImport) import = import_table (self, table, &nothing);
    g_autoptr (AkkMeasurementImport) again = NULL;

    if (wrongs[i].offer == NULL)
      continue;
    akk_measurement_import_mend (only_wrong (import), table, wrongs[i].offer);
    again = import_table (self, table, &nothing);
    g_assert_cmpuint (again->n[AKK_IMPORT_WRONG], ==, 0);
    g_assert_cmpuint (again->n[AKK_IMPORT_NEW], >=, wrongs[i].n_figures);
  }
}

static void
test_block_says_the_rest (Figures *self, gconstpointer data)
{
  g_autoptr (GPtrArray) table = table_of ("Laarne\t12\nLochristi\t1-3\n");
  AkkMeasureBlock block = { .year = 2024,
                            .indicator_id = self->income,
                            .provisional = TRUE,
                            .source = "Arvastat",
                            .received_on = akk_date_from_ymd (2025, 3, 1) };
  g_autoptr (AkkMeasurementImport) without = import_table (self, table, &nothing);
  g_autoptr (AkkMeasurementImport) import = import_table (self, table, &block);
  g_autofree char *gives = summary (import);
  const AkkMeasureItem *item = import->items->pdata[0];

  g_assert_true (without->lacks_indicator);
  g_assert_cmpstr (gives, ==, "Leefloon, Laarne, 2024=12 | Leefloon, Lochristi, 2024=1–3");
  g_assert_true (item->now.provisional);
  g_assert_cmpstr (item->now.source, ==, "Arvastat");
  g_assert_cmpint (item->now.received_on, ==, block.received_on);
}

static void
test_doubt_is_said (Figures *self, gconstpointer data)
{
  g_autoptr (GPtrArray) table =
      table_of ("Gemeente;Indicator;2023;2024\nLaarne;Middelen;1.234;1.500\n");
  AkkMeasureBlock point = { .sign = AKK_DECIMAL_POINT, .received_on = AKK_NO_DATE };
  g_autoptr (AkkMeasurementImport) import = import_table (self, table, &nothing);
  g_autoptr (AkkMeasurementImport) settled = import_table (self, table, &point);
  g_autoptr (AkkMeasurementImport) whole =
      import_text (self, "Gemeente;Indicator;2024\nLaarne;Leefloon;1.234\n");
  const AkkMeasureItem *guessed = import->items->pdata[0], *said = settled->items->pdata[0];

  g_assert_true (import->doubtful);
  g_assert_cmpstr (import->open_cell, ==, "1.234");
  g_assert_cmpint (guessed->now.value, ==, 12340000);
  g_assert_true (guessed->doubtful);
  g_assert_false (settled->doubtful);
  g_assert_false (whole->doubtful);
  g_assert_cmpint (said->now.value, ==, 12340);
}

/* --- Writing --- */

static void
test_one_undo (Figures *self, gconstpointer data)
{
  const char *first = "Jaar;Gemeente;Indicator;Waarde\n2024;Laarne;Leefloon;12\n"
                      "2024;Lochristi;Leefloon;8\n";
  const char *second = "Jaar;Gemeente;Indicator;Waarde\n2024;Laarne;Leefloon;14\n"
                       "2024;Lochristi;Leefloon;8\n2024;Sint-Niklaas;Leefloon;x\n";
  g_autoptr (AkkMeasurementImport) one = import_text (self, first);
  g_autoptr (AkkMeasurementImport) two = NULL;
  g_autoptr (AkkMeasurementImport) again = NULL;
  g_autofree char *gives = NULL;

  write_import (self, one);
  two = import_text (self, second);
  gives = summary (two);
  g_assert_cmpstr (gives, ==,
                   "Leefloon, Laarne, 2024=12 → 14 | Leefloon, Lochristi, 2024=8 | "
                   "Leefloon, Sint-Niklaas, 2024=n.b.");
  g_assert_cmpuint (two->n[AKK_IMPORT_NEW], ==, 1);
  g_assert_cmpuint (two->n[AKK_IMPORT_CHANGED], ==, 1);
  g_assert_cmpuint (two->n[AKK_IMPORT_SAME], ==, 1);
  write_import (self, two);
  g_assert_true (akk_store_undo (self->base.store, NULL));
  again = import_text (self, first);
  g_assert_cmpuint (again->n[AKK_IMPORT_SAME], ==, 2);
}

/* A final figure that equals the provisional one is a change; a new source alone is none. */
static void
test_provisional_becomes_final (Figures *self, gconstpointer data)
{
  g_autoptr (GPtrArray) table =
      table_of ("Jaar;Gemeente;Indicator;Waarde\n2024;Laarne;Leefloon;12\n");
  AkkMeasureBlock block = { .provisional = TRUE, .received_on = AKK_NO_DATE };
  g_autoptr (AkkMeasurementImport) provisional = import_table (self, table, &block);
  g_autoptr (AkkMeasurementImport) final = NULL;
  g_autoptr (AkkMeasurementImport) sourced = NULL;
  g_autofree char *gives = NULL;

  write_import (self, provisional);
  block.source = "Arvastat";
  sourced = import_table (self, table, &block);
  g_assert_cmpuint (sourced->n[AKK_IMPORT_SAME], ==, 1);
  final = import_table (self, table, &nothing);
  gives = summary (final);
  g_assert_cmpstr (gives, ==, "Leefloon, Laarne, 2024=Voorlopig: ja → –");
}

/* --- Out and in --- */

static void
add_random (Figures *self, gint64 indicator_id, gint64 party_id, int year, const char *group)
{
  static const char *const sentences[] = { "", "Nieuwe telling", "Met ; en \"aanhaling\"",
                                           "Twee\nregels" };
  g_autoptr (AkkMeasurement) measurement = akk_record_new (&akk_measurement_record);
  gboolean counted = indicator_id != self->council && indicator_id != self->network;

  measurement->indicator_id = indicator_id;
  measurement->party_id = party_id;
  measurement->year = year;
  g_set_str (&measurement->target_group, group);
  measurement->state = g_test_rand_int_range (0, 3);
  if (!counted && measurement->state == AKK_MEASUREMENT_SUPPRESSED)
    measurement->state = AKK_MEASUREMENT_VALUE;
  if (measurement->state == AKK_MEASUREMENT_VALUE)
    measurement->value = indicator_id == self->council   ? g_test_rand_int_range (0, 2) * 10000
                         : indicator_id == self->network ? g_test_rand_int_range (0, 4) * 10000
                                                         : g_test_rand_int_range (-9, 20000000);
  measurement->provisional = g_test_rand_int_range (0, 2);
  measurement->until = g_test_rand_bit () ? akk_date_from_ymd (year, 6, 30) : AKK_NO_DATE;
  measurement->received_on = g_test_rand_bit () ? akk_date_from_ymd (2025, 2, 3) : AKK_NO_DATE;
  g_set_str (&measurement->source, g_test_rand_bit () ? "Arvastat" : "");
  g_set_str (&measurement->sentence, sentences[g_test_rand_int_range (0, 4)]);
  akk_store_add (self->base.store, measurement);
}

static void
fill_randomly (Figures *self)
{
  const gint64 indicators[] = { self->people, self->income,  self->share,
                                self->budget, self->council, self->network };

  akk_store_begin (self->base.store, "Fill");
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    for (guint p = 0; p <= 3; p++)
      for (int year = 2021; year <= 2024; year++) {
        add_random (self, indicators[i], p < 3 ? self->parties[p] : 0, year, "");
        if (i == 0)
          add_random (self, indicators[i], p < 3 ? self->parties[p] : 0, year, "NBA met uitkering");
      }
  fixture_commit (&self->base);
}

static void
test_what_goes_out_comes_in (Figures *self, gconstpointer data)
{
  fill_randomly (self);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GPtrArray) table =
        akk_measurement_table (self->base.store, self->agreement->record.id, self->phrases);
    g_autoptr (GBytes) bytes =
        i == 0 ? akk_tabular_to_csv (table) : akk_tabular_to_ods (table, "Cijfers", NULL);
    g_autoptr (GPtrArray) again = akk_tabular_read (bytes, NULL);
    g_autoptr (AkkMeasurementImport) import = import_table (self, again, &nothing);
    gint64 last = akk_store_get_last_step (self->base.store);

    g_assert_cmpuint (table->len, ==, 1 + 7 * 4 * 4);
    g_assert_cmpuint (import->n[AKK_IMPORT_SAME], ==, 7 * 4 * 4);
    g_assert_cmpuint (import->items->len, ==, 7 * 4 * 4);
    write_import (self, import);
    g_assert_cmpint (akk_store_get_last_step (self->base.store), ==, last);
  }
}

/* All is deleted, and its table brings it back. */
static void
test_table_restores (Figures *self, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GListModel) all = akk_store_list (self->base.store, &akk_measurement_record, NULL, 0);
  g_autoptr (AkkMeasurementImport) import = NULL;

  fill_randomly (self);
  before = akk_measurement_table (self->base.store, self->agreement->record.id, self->phrases);
  akk_store_begin (self->base.store, "Delete");
  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (AkkMeasurement) measurement = g_list_model_get_item (all, i);

    akk_store_delete (self->base.store, measurement);
  }
  fixture_commit (&self->base);
  import = import_table (self, before, &nothing);
  g_assert_cmpuint (import->n[AKK_IMPORT_NEW], ==, 7 * 4 * 4);
  write_import (self, import);
  after = akk_measurement_table (self->base.store, self->agreement->record.id, self->phrases);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < before->len; i++)
    g_assert_true (g_strv_equal (before->pdata[i], after->pdata[i]));
}

/* --- Garbage --- */

static void
append_garbage (GString *text)
{
  /* clang-format off */
  static const char *const parts[] = {
    "Jaar", "Gemeente", "Indicator", "Waarde", "Doelgroep", "2024", "2023", "Laarne", "Lochristi",
    "Leefloon", "Leeflon", "Middelen", "1.234", "12,5 %", "1-3", "x", "-", "n.b.", "1-mrt", "€",
    "é", "Totaal", "42010", "99999", "%", "\"", "1e5", "..", "\342\200\257", "Netwerk", "op weg",
    "ja", "NBA met uitkering", "NIS", "Stand op", "Voorlopig", "Bron", "", "", "-5", "2024 (v)",
    "Leefloon 2024",
  };
  /* clang-format on */
  static const char *const ends[] = { ";", ";", ";", ";", "\n", " ", "\t" };

  g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
  g_string_append (text, ends[g_test_rand_int_range (0, G_N_ELEMENTS (ends))]);
}

/* Every figure that is refused has a sentence, and every one that is not can be written. */
static void
test_garbage (Figures *self, gconstpointer data)
{
  for (guint i = 0; i < 300; i++) {
    g_autoptr (GString) text = g_string_new ("a");
    g_autoptr (GPtrArray) table = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (AkkMeasurementImport) import = NULL;

    for (int n = g_test_rand_int_range (1, 60); n > 0; n--)
      append_garbage (text);
    table = table_of (text->str + 1 + strspn (text->str + 1, ";\n \t"));
    import = akk_measurement_import_new (self->base.store, self->agreement->record.id, table,
                                         &nothing, self->phrases, &error);
    if (import == NULL) {
      g_assert_error (error, AKK_MEASUREMENT_IMPORT_ERROR, AKK_MEASUREMENT_IMPORT_ERROR_EMPTY);
      continue;
    }
    for (guint k = 0; k < import->items->len; k++) {
      const AkkMeasureItem *item = import->items->pdata[k];
      g_autofree char *title = akk_measurement_import_title (import, item);
      g_autofree char *words = akk_measurement_import_words (import, item);

      g_assert_cmpstr (title, !=, "");
      g_assert_true (item->state == AKK_IMPORT_SAME || *words != '\0');
      g_assert_true ((item->state == AKK_IMPORT_WRONG) == (item->problem != NULL));
      g_assert_cmpuint (item->n_figures, >, 0);
    }
    write_import (self, import);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Figures, NULL, figures_set_up, func, figures_tear_down)
  ADD ("/measurement-import/layouts-are-understood", test_layouts);
  ADD ("/measurement-import/what-is-wrong-says-what-to-do", test_wrong);
  ADD ("/measurement-import/what-is-offered-mends-it", test_mend);
  ADD ("/measurement-import/the-block-says-the-rest", test_block_says_the_rest);
  ADD ("/measurement-import/doubt-about-a-point-is-said", test_doubt_is_said);
  ADD ("/measurement-import/is-undone-in-one-step", test_one_undo);
  ADD ("/measurement-import/provisional-becomes-final", test_provisional_becomes_final);
  ADD ("/measurement-import/what-goes-out-comes-in", test_what_goes_out_comes_in);
  ADD ("/measurement-import/a-table-restores-what-was-deleted", test_table_restores);
  ADD ("/measurement-import/garbage-is-refused-in-words", test_garbage);
  return g_test_run ();
}
