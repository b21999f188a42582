/* The page Indicatoren: cards, the table of an indicator, what is made and deleted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/bearing.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/indicator.h"
#include "core/measurement.h"
#include "core/priority.h"
#include "core/target.h"
#include "register-fixture.h"
#include "ui/indicator-card.h"
#include "ui/indicators-page.h"

typedef struct {
  RegisterFixture base;
  AkkIndicatorsPage *page;
  AkkIndicator *intakes, *agreements; /* a number per municipality; a scale of the region */
  gint64 priority;
  gint64 parties[2];
  int year; /* of today */
} Fixture;

static AkkIndicator *
add_indicator (Fixture *self, const char *name, const char *position, AkkIndicatorKind kind)
{
  AkkIndicator *indicator = akk_record_new (&akk_indicator_record);

  g_object_set (indicator, "agreement-id", self->base.agreement->record.id, "name", name,
                "position", position, "kind", (gint64) kind, "by-municipality",
                (gint64) (kind == AKK_INDICATOR_NUMBER), "baseline-on",
                akk_date_from_ymd (self->year - 2, 12, 31), NULL);
  akk_store_add (self->base.store, indicator);
  return indicator;
}

static void
add_measurement (Fixture *self, AkkIndicator *indicator, int year, gint64 party, gint64 value)
{
  g_autoptr (AkkMeasurement) measurement = akk_record_new (&akk_measurement_record);

  g_object_set (measurement, "indicator-id", indicator->record.id, "year", (gint64) year,
                "party-id", party, "value", value * AKK_DECIMAL, NULL);
  akk_store_add (self->base.store, measurement);
}

static void
add_rest (Fixture *self)
{
  g_autoptr (AkkPriority) priority = akk_record_new (&akk_priority_record);
  g_autoptr (AkkBearing) bearing = akk_record_new (&akk_bearing_record);
  g_autoptr (AkkTarget) target = akk_record_new (&akk_target_record);

  g_object_set (priority, "agreement-id", self->base.agreement->record.id, "title", "kinderopvang",
                NULL);
  akk_store_add (self->base.store, priority);
  self->priority = priority->record.id;
  g_object_set (bearing, "indicator-id", self->agreements->record.id, "priority-id",
                priority->record.id, NULL);
  akk_store_add (self->base.store, bearing);
  g_object_set (target, "indicator-id", self->intakes->record.id, "year", (gint64) self->year,
                "value", (gint64) 150 * AKK_DECIMAL, NULL);
  akk_store_add (self->base.store, target);
}

static void
find_parties (Fixture *self)
{
  g_autoptr (GListModel) parties = akk_store_list (self->base.store, &akk_party_record, NULL, 0);

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i);

    self->parties[party->organisation_id == self->base.berlare->record.id ? 0 : 1] =
        party->record.id;
  }
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  register_set_up (&self->base, data);
  akk_date_to_ymd (akk_store_today (self->base.store), &self->year, NULL, NULL);
  akk_store_begin (self->base.store, "Add");
  find_parties (self);
  self->intakes = add_indicator (self, "Gezamenlijke intakes", "a", AKK_INDICATOR_NUMBER);
  self->agreements = add_indicator (self, "Kinderopvang", "b", AKK_INDICATOR_SCALE);
  add_measurement (self, self->intakes, self->year - 1, self->parties[0], 60);
  add_measurement (self, self->intakes, self->year - 1, self->parties[1], 30);
  add_measurement (self, self->intakes, self->year, self->parties[0], 120);
  add_measurement (self, self->agreements, self->year, 0, 2);
  add_rest (self);
  akk_store_commit (self->base.store, &error);
  g_assert_no_error (error);
  self->page = g_object_new (AKK_TYPE_INDICATORS_PAGE, NULL);
  akk_indicators_page_set_agreement (self->page, self->base.store, self->base.agreement);
  register_show (&self->base, GTK_WIDGET (self->page));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->intakes);
  g_clear_object (&self->agreements);
  register_tear_down (&self->base, data);
}

/* --- Looking --- */

typedef gboolean (*Is) (GtkWidget *widget, const char *words);

static void
collect (GtkWidget *widget, Is is, const char *words, GPtrArray *found)
{
  if (gtk_widget_get_mapped (widget) && is (widget, words))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, is, words, found);
}

static GPtrArray *
all_of (Fixture *self, Is is, const char *words)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (self->base.window, is, words, found);
  return found;
}

static gboolean
is_card (GtkWidget *widget, const char *words)
{
  return AKK_IS_INDICATOR_CARD (widget);
}

static gboolean
is_label (GtkWidget *widget, const char *words)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words);
}

static gboolean
is_cell (GtkWidget *widget, const char *words)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  return GTK_IS_BUTTON (widget) && tooltip != NULL && g_str_has_prefix (tooltip, words);
}

static guint
count_cards (Fixture *self)
{
  g_autoptr (GPtrArray) cards = all_of (self, is_card, NULL);

  return cards->len;
}

static void
expect_label (Fixture *self, const char *words)
{
  for (;;) {
    g_autoptr (GPtrArray) labels = all_of (self, is_label, words);

    if (labels->len > 0)
      return;
    g_main_context_iteration (NULL, TRUE);
  }
}

static GtkWidget *
cell_of (Fixture *self, const char *party, int year)
{
  g_autofree char *prefix = g_strdup_printf ("%s, %d: ", party, year);

  for (;;) {
    g_autoptr (GPtrArray) cells = all_of (self, is_cell, prefix);

    if (cells->len > 0)
      return cells->pdata[0];
    g_main_context_iteration (NULL, TRUE);
  }
}

static void
show (Fixture *self, AkkIndicator *indicator)
{
  akk_indicators_page_show_indicator (self->page, indicator->record.id);
  register_settle ();
}

static AkkMeasurement *
measurement_of (Fixture *self, AkkIndicator *indicator, int year, gint64 party)
{
  g_autoptr (GListModel) list = akk_store_list (self->base.store, &akk_measurement_record,
                                                "indicator_id", indicator->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkMeasurement) one = g_list_model_get_item (list, i);

    if (one->year == year && one->party_id == party)
      return g_steal_pointer (&one);
  }
  return NULL;
}

/* --- Tests --- */

/* The sum of what is known, and who did not deliver yet; a scale in its words. */
static void
test_cards (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (count_cards (self), ==, 2);
  expect_label (self, "120");
  expect_label (self, "Target 150");
  expect_label (self, "Baseline 0");
  expect_label (self, "Still without the figures of Zele.");
  expect_label (self, "op weg");
}

static void
test_follows (Fixture *self, gconstpointer data)
{
  akk_store_begin (self->base.store, "Add");
  add_measurement (self, self->intakes, self->year, self->parties[1], 35);
  g_assert_true (akk_store_commit (self->base.store, NULL));
  expect_label (self, "155");
  expect_label (self, "Reached");
  g_assert_true (akk_store_undo (self->base.store, NULL));
  expect_label (self, "120");
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  GtkWidget *choice = NULL;
  g_autoptr (GPtrArray) found = all_of (self, is_label, "All priorities");

  g_assert_cmpuint (found->len, >, 0);
  choice = gtk_widget_get_ancestor (found->pdata[0], GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  register_settle ();
  g_assert_cmpuint (count_cards (self), ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 0);
  register_settle ();
  g_assert_cmpuint (count_cards (self), ==, 2);
}

/* A cell is filled in, then emptied from the keyboard's action; both can be undone. */
static void
test_cell (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkMeasurement) made = NULL;
  GtkWidget *cell;

  show (self, self->intakes);
  cell = cell_of (self, "Zele", self->year);
  g_signal_emit_by_name (cell, "clicked");
  register_write (&self->base, "Value", "1.035");
  register_apply (&self->base);
  made = measurement_of (self, self->intakes, self->year, self->parties[1]);
  g_assert_nonnull (made);
  g_assert_cmpint (made->value, ==, 1035 * AKK_DECIMAL);
  g_assert_cmpint (made->received_on, ==, akk_store_today (self->base.store));
  expect_label (self, "1.155");
  g_assert_true (akk_store_undo (self->base.store, NULL));
  expect_label (self, "120");
}

/* What is written as few people is suppressed, whatever the choice above it says. */
static void
test_suppressed (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkMeasurement) made = NULL;

  show (self, self->intakes);
  g_signal_emit_by_name (cell_of (self, "Zele", self->year), "clicked");
  register_write (&self->base, "Value", "1-3");
  register_apply (&self->base);
  made = measurement_of (self, self->intakes, self->year, self->parties[1]);
  g_assert_nonnull (made);
  g_assert_cmpint (made->state, ==, AKK_MEASUREMENT_SUPPRESSED);
  expect_label (self, "121–123");
}

static void
test_unreadable (Fixture *self, gconstpointer data)
{
  show (self, self->intakes);
  g_signal_emit_by_name (cell_of (self, "Zele", self->year), "clicked");
  register_write (&self->base, "Value", "veel");
  g_assert_false (gtk_widget_get_sensitive (register_button (&self->base, "_Apply")));
  g_assert_cmpuint (register_count (&self->base, &akk_measurement_record), ==, 4);
}

static void
test_new (Fixture *self, gconstpointer data)
{
  g_autoptr (GListModel) all = NULL;
  g_autoptr (AkkIndicator) made = NULL;

  gtk_widget_activate_action (GTK_WIDGET (self->page), "indicators.new", NULL);
  register_write (&self->base, "Name", "Bezochte werkgevers");
  register_apply (&self->base);
  all = akk_store_list (self->base.store, &akk_indicator_record, "agreement_id",
                        self->base.agreement->record.id);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 3);
  made = g_list_model_get_item (all, 2);
  g_assert_cmpstr (made->name, ==, "Bezochte werkgevers");
  expect_label (self, "No figures yet.");
}

static void
test_target (Fixture *self, gconstpointer data)
{
  show (self, self->agreements);
  register_click (&self->base, "Add Target");
  adw_combo_row_set_selected (ADW_COMBO_ROW (register_row (&self->base, "Target")), 4);
  register_apply (&self->base);
  g_assert_cmpuint (register_count (&self->base, &akk_target_record), ==, 2);
  expect_label (self, "bereikt");
  register_click (&self->base, "Delete Target");
  g_assert_cmpuint (register_count (&self->base, &akk_target_record), ==, 1);
}

/* Its page goes with it. */
static void
test_delete (Fixture *self, gconstpointer data)
{
  show (self, self->intakes);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "indicators.delete", "x",
                              self->intakes->record.id);
  while (count_cards (self) != 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (akk_store_undo (self->base.store, NULL));
  register_settle ();
  g_assert_cmpuint (count_cards (self), ==, 2);
}

static void
test_move (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = NULL;

  gtk_widget_activate_action (GTK_WIDGET (self->page), "indicators.move", "(xb)",
                              self->agreements->record.id, TRUE);
  register_settle ();
  cards = all_of (self, is_card, NULL);
  g_assert_cmpuint (cards->len, ==, 2);
  g_assert_true (akk_indicator_card_get_indicator (cards->pdata[0]) == self->agreements);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/indicators-page/cards-say-figure-target-and-what-lacks", test_cards },
    { "/indicators-page/cards-follow-the-store", test_follows },
    { "/indicators-page/filter-shows-those-of-a-priority", test_filter },
    { "/indicators-page/a-cell-is-filled-in-and-undone", test_cell },
    { "/indicators-page/few-people-are-suppressed", test_suppressed },
    { "/indicators-page/what-cannot-be-read-is-not-stored", test_unreadable },
    { "/indicators-page/a-new-one-is-shown", test_new },
    { "/indicators-page/targets-are-added-and-deleted", test_target },
    { "/indicators-page/deleting-closes-its-page", test_delete },
    { "/indicators-page/moves-in-the-list", test_move },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
