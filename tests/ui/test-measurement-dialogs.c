/* The dialogs that get figures in: a pasted table, and the form of a municipality.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/indicator.h"
#include "core/measurement.h"
#include "register-fixture.h"
#include "ui/measurement-form-dialog.h"
#include "ui/measurement-import-private.h"

typedef struct {
  RegisterFixture base;
  gint64 income, share;
  AdwDialog *dialog;
} Fixture;

static gint64
add_indicator (Fixture *self, const char *name, const char *position, AkkIndicatorKind kind)
{
  g_autoptr (AkkIndicator) indicator = akk_record_new (&akk_indicator_record);

  g_object_set (indicator, "agreement-id", self->base.agreement->record.id, "name", name,
                "position", position, "kind", (gint64) kind, "by-municipality", (gint64) TRUE,
                NULL);
  akk_store_add (self->base.store, indicator);
  return indicator->record.id;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  register_set_up (&self->base, data);
  akk_store_begin (self->base.store, "Add");
  self->income = add_indicator (self, "Leefloon", "a", AKK_INDICATOR_NUMBER);
  self->share = add_indicator (self, "Uitstroom naar werk", "b", AKK_INDICATOR_PERCENTAGE);
  akk_store_commit (self->base.store, &error);
  g_assert_no_error (error);
  register_show (&self->base, gtk_label_new ("Indicatoren"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  register_tear_down (&self->base, data);
}

/* --- Looking --- */

static GtkWidget *
find (GtkWidget *widget, GType type, guint *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, type, n);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkWidget *
nth (Fixture *self, GType type, guint n)
{
  return find (GTK_WIDGET (self->dialog), type, &n);
}

static void
show_import (Fixture *self, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  self->dialog = akk_measurement_import_dialog_new (self->base.store, self->base.agreement);
  adw_dialog_present (self->dialog, self->base.window);
  register_settle ();
  akk_measurement_import_dialog_read (AKK_MEASUREMENT_IMPORT_DIALOG (self->dialog), bytes);
  register_settle ();
}

static guint
count_shown (Fixture *self)
{
  GtkWidget *list = nth (self, GTK_TYPE_LIST_VIEW, 0);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
}

static guint
count (Fixture *self)
{
  return register_count (&self->base, &akk_measurement_record);
}

/* --- Tests --- */

static const char pasted[] = "Gemeente\tLeefloon 2023\tLeefloon 2024\n"
                             "Berlare\t12\t<4\n"
                             "Zeele\t7\tveel\n";

/* Two wrong cells are mended where they stand; then all is taken over in one step. */
static void
test_mend_and_take (Fixture *self, gconstpointer data)
{
  GtkWidget *entry;

  show_import (self, pasted);
  register_expect (&self->base, "“Zeele” is no municipality of the agreement. Is “Zele” meant? "
                                "This is so for 2 figures.");
  g_assert_cmpuint (count_shown (self), ==, 3);
  register_click (&self->base, "Write “Zele”");
  register_expect (&self->base, "Row 3: Leefloon, Zele, 2024");
  g_assert_cmpuint (count_shown (self), ==, 4);
  entry = nth (self, GTK_TYPE_ENTRY, 0);
  while (gtk_window_get_focus (GTK_WINDOW (self->base.window)) == NULL ||
         gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (self->base.window)),
                                  GTK_TYPE_ENTRY) != entry)
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), "14");
  g_signal_emit_by_name (entry, "activate");
  register_settle ();
  g_assert_cmpuint (count_shown (self), ==, 4);
  register_click (&self->base, "_Take Over 4");
  g_assert_cmpuint (count (self), ==, 4);
  g_assert_true (akk_store_undo (self->base.store, NULL));
  g_assert_cmpuint (count (self), ==, 0);
}

/* What is still wrong is left out. */
static void
test_wrong_is_left_out (Fixture *self, gconstpointer data)
{
  show_import (self, pasted);
  register_click (&self->base, "_Take Over 2");
  g_assert_cmpuint (count (self), ==, 2);
}

/* A table without years and indicators asks for them; its figures bear what the block says. */
static void
test_asks_for_the_rest (Fixture *self, gconstpointer data)
{
  g_autoptr (GListModel) all = NULL;
  g_autoptr (AkkMeasurement) measurement = NULL;
  GtkWidget *indicator;

  show_import (self, "Berlare\t12\nZele\t8\n");
  indicator = register_row (&self->base, "_Indicator");
  adw_combo_row_set_selected (ADW_COMBO_ROW (indicator), 1);
  register_settle ();
  register_write (&self->base, "_Year of these figures", "2024");
  register_settle ();
  g_assert_true (gtk_widget_activate (register_row (&self->base, "_Source and date")));
  register_settle ();
  register_write (&self->base, "_Source", "Arvastat");
  g_assert_true (
      gtk_widget_activate_action (nth (self, ADW_TYPE_NAVIGATION_VIEW, 0), "navigation.pop", NULL));
  register_settle ();
  register_click (&self->base, "_Take Over 2");
  g_assert_cmpuint (count (self), ==, 2);
  all = akk_store_list (self->base.store, &akk_measurement_record, NULL, 0);
  measurement = g_list_model_get_item (all, 0);
  g_assert_cmpint (measurement->year, ==, 2024);
  g_assert_cmpint (measurement->indicator_id, ==, self->income);
  g_assert_cmpstr (measurement->source, ==, "Arvastat");
  g_assert_cmpint (measurement->received_on, !=, AKK_NO_DATE);
}

/* A large table is read beside the window, and gives the same. */
static void
test_large (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Jaar\tGemeente\tIndicator\tWaarde\n");
  g_autoptr (AkkWritingPage) writing = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "%u\tBerlare\tLeefloon\t%u\n", 1900 + i % 1000, i % 1000);
  show_import (self, text->str);
  writing = g_object_ref (AKK_MEASUREMENT_IMPORT_DIALOG (self->dialog)->writing.page);
  register_expect (&self->base, "1000 new, 0 changed, 2000 the same.");
  register_click (&self->base, "_Take Over 1000");
  while (akk_writing_page_is_busy (writing))
    g_main_context_iteration (NULL, TRUE);
  register_settle ();
  g_assert_cmpuint (count (self), ==, 1000);
}

/* Who stops the writing finds the table again, and nothing of it in the dossier. */
static void
test_stop (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Jaar\tGemeente\tIndicator\tWaarde\n");
  g_autoptr (AkkWritingPage) writing = NULL;
  gint64 last;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "%u\tBerlare\tLeefloon\t%u\n", 1900 + i, i);
  show_import (self, text->str);
  writing = g_object_ref (AKK_MEASUREMENT_IMPORT_DIALOG (self->dialog)->writing.page);
  last = akk_store_get_last_step (self->base.store);
  register_click (&self->base, "_Take Over 1000");
  g_assert_true (akk_writing_page_is_busy (writing));
  g_assert_false (adw_dialog_close (self->dialog));
  g_assert_false (akk_writing_page_is_busy (writing));
  g_assert_cmpuint (count (self), ==, 0);
  g_assert_cmpint (akk_store_get_last_step (self->base.store), ==, last);
  g_assert_cmpuint (count_shown (self), ==, 1000);
  register_click (&self->base, "_Take Over 1000");
  while (akk_writing_page_is_busy (writing))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count (self), ==, 1000);
  g_assert_true (akk_store_undo (self->base.store, NULL));
  g_assert_cmpuint (count (self), ==, 0);
}

/* --- The form --- */

static void
show_form (Fixture *self, int year)
{
  g_autoptr (AkkParty) party = NULL;
  g_autoptr (GListModel) parties = akk_store_list (self->base.store, &akk_party_record, NULL, 0);

  party = g_list_model_get_item (parties, 0);
  self->dialog = akk_measurement_form_dialog_new (self->base.store, self->base.agreement,
                                                  party->record.id, year);
  adw_dialog_present (self->dialog, self->base.window);
  register_settle ();
}

static void
test_form (Fixture *self, gconstpointer data)
{
  GtkWidget *save;

  show_form (self, 2024);
  register_expect (&self->base, "Berlare, 2024");
  save = register_button (&self->base, "_Save");
  g_assert_false (gtk_widget_get_sensitive (save));
  register_write (&self->base, "Figure", "veel");
  g_assert_true (gtk_widget_get_sensitive (save));
  register_click (&self->base, "_Save");
  register_expect (&self->base, "“veel” is no number.");
  g_assert_cmpuint (count (self), ==, 0);
  register_write (&self->base, "Figure", "<4");
  register_write (&self->base, "Share in %", "46,5 %");
  register_click (&self->base, "_Save");
  g_assert_cmpuint (count (self), ==, 2);
  register_settle ();
  show_form (self, 2025);
  register_expect (&self->base, "2024: 46,5");
  g_assert_true (akk_store_undo (self->base.store, NULL));
  g_assert_cmpuint (count (self), ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/measurement-dialogs/wrong-cells-are-mended-and-all-is-one-step", test_mend_and_take);
  ADD ("/measurement-dialogs/what-is-wrong-is-left-out", test_wrong_is_left_out);
  ADD ("/measurement-dialogs/asks-what-the-table-does-not-say", test_asks_for_the_rest);
  ADD ("/measurement-dialogs/a-large-table-is-read-beside-the-window", test_large);
  ADD ("/measurement-dialogs/writing-can-be-stopped", test_stop);
  ADD ("/measurement-dialogs/the-form-says-what-it-cannot-read", test_form);
  return g_test_run ();
}
