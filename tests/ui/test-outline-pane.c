/* The outline: sections are moved by key and by hand, and what asks for attention is marked.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-page-fixture.h"

#include "ui/outline-row.h"

/* The outline in words: "Deel I. Doel / .Deel I. Duur". */
static char *
outline_in_words (PageFixture *f)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < f->page->outline->len; i++) {
    const AkkOutlineEntry *entry = f->page->outline->pdata[i];

    g_string_append_printf (words, "%s%s%s %s", i > 0 ? " / " : "", entry->depth > 1 ? "." : "",
                            entry->number, entry->section->heading);
  }
  return g_string_free_and_steal (words);
}

static void
press (PageFixture *f, const char *trigger)
{
  g_autoptr (GtkShortcut) shortcut = page_fixture_find_key (GTK_WIDGET (f->page), trigger);

  g_assert_nonnull (shortcut);
  gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (f->page),
                                gtk_shortcut_get_arguments (shortcut));
}

static void
sections_move_by_key (PageFixture *f, gconstpointer data)
{
  static const struct {
    const char *key, *after;
  } moves[] = { { "<Alt>Up", "Deel I. Duur / Deel II. Doel" },
                { "<Alt>Up", "Deel I. Duur / Deel II. Doel" },
                { "<Alt>Down", "Deel I. Doel / Deel II. Duur" },
                { "<Alt>Right", "Deel I. Doel / .Deel I. Duur" },
                { "<Alt>Left", "Deel I. Doel / Deel II. Duur" } };
  g_autoptr (GError) error = NULL;

  akk_editor_go_to_section (f->page->editor, f->second->record.id);
  gtk_widget_grab_focus (GTK_WIDGET (f->page->editor));
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++) {
    g_autofree char *words = NULL;

    press (f, moves[i].key);
    words = outline_in_words (f);
    g_assert_cmpstr (words, ==, moves[i].after);
    g_assert_cmpint (akk_editor_get_section (f->page->editor), ==, f->second->record.id);
  }
  g_assert_cmpstr (f->second->body, ==, "- een jaar\n- langer\n");
  for (guint i = 0; i < 4; i++)
    g_assert_true (akk_store_undo (f->store, &error));
  {
    g_autofree char *words = outline_in_words (f);
    g_assert_cmpstr (words, ==, "Deel I. Doel / Deel II. Duur");
  }
}

static void
keys_in_the_text_move_no_section (PageFixture *f, gconstpointer data)
{
  g_autofree char *words = NULL;

  akk_editor_go_to_line (f->page->editor, 3);
  gtk_widget_grab_focus (GTK_WIDGET (f->page->editor));
  press (f, "<Alt>Up");
  words = outline_in_words (f);
  g_assert_cmpstr (words, ==, "Deel I. Doel / Deel II. Duur");
}

static void
who_moves_in_the_outline_stays_there (PageFixture *f, gconstpointer data)
{
  GtkWidget *focus;

  akk_outline_pane_select (f->page->outline_pane, f->second->record.id);
  akk_outline_pane_focus_selected (f->page->outline_pane);
  press (f, "<Alt>Up");
  page_fixture_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (f->page->outline_pane)));
  g_assert_cmpstr (page_fixture_heading (gtk_widget_get_first_child (focus)), ==, "Duur");
}

static void
a_drop_moves_a_section (PageFixture *f, gconstpointer data)
{
  static const struct {
    double y;
    const char *after;
  } drops[] = { { 2, "Deel I. Duur / Deel II. Doel" },
                { 20, "Deel I. Doel / .Deel I. Duur" },
                { 38, "Deel I. Doel / Deel II. Duur" } };

  for (guint i = 0; i < G_N_ELEMENTS (drops); i++) {
    g_autofree char *words = NULL;

    gtk_widget_activate_action (GTK_WIDGET (f->page), "text.drop-section", "(xix)",
                                f->second->record.id, akk_outline_row_move_at (drops[i].y, 40),
                                f->first->record.id);
    words = outline_in_words (f);
    g_assert_cmpstr (words, ==, drops[i].after);
  }
}

static void
note_activated (AkkOutlinePane *pane, const char **name)
{
  *name = "yes";
}

static void
outline_begins_with_the_parties_and_ends_with_signatures (PageFixture *f, gconstpointer data)
{
  GListModel *items = akk_outline_pane_get_items (f->page->outline_pane);
  GtkWidget *list = page_fixture_find_list (GTK_WIDGET (f->page->outline_pane));
  const char *front = NULL, *signatures = NULL;

  g_signal_connect (f->page->outline_pane, "front-activated", G_CALLBACK (note_activated), &front);
  g_signal_connect (f->page->outline_pane, "signatures-activated", G_CALLBACK (note_activated),
                    &signatures);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 4);
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_nonnull (front);
  g_assert_null (signatures);
  g_signal_emit_by_name (list, "activate", 3);
  g_assert_nonnull (signatures);
}

static void
findings_are_marked_and_said (PageFixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) findings = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (AkkOutlineItem) item = NULL;
  g_autofree char *description = NULL;
  gboolean marked;

  g_hash_table_insert (findings, &f->second->record.id, (gpointer) "Een datum ontbreekt.");
  akk_outline_pane_set_findings (f->page->outline_pane, findings);
  item = g_list_model_get_item (akk_outline_pane_get_items (f->page->outline_pane), 2);
  g_object_get (item, "description", &description, "has-findings", &marked, NULL);
  g_assert_true (marked);
  g_assert_cmpstr (description, ==, "Deel II. Duur. Asks for attention: Een datum ontbreekt.");
  g_assert_cmpint (akk_outline_pane_get_selected (f->page->outline_pane), !=, 0);
}

/* Emits a signal of the controllers of such a type, at a point. */
static void
emit_at (GtkWidget *widget, GType type, const char *signal, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type) && type == GTK_TYPE_GESTURE_CLICK)
      g_signal_emit_by_name (controller, signal, 1, x, y);
    else if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
      g_signal_emit_by_name (controller, signal, x, y);
  }
}

static void
the_pointer_chooses_by_a_click_only (PageFixture *f, gconstpointer data)
{
  AkkOutlinePane *pane = f->page->outline_pane;
  GtkWidget *list = page_fixture_find_list (GTK_WIDGET (pane));
  GtkWidget *row = gtk_widget_get_first_child (list);
  graphene_rect_t bounds;

  page_fixture_settle ();
  akk_outline_pane_select (pane, f->first->record.id);
  while (akk_outline_item_get_section (akk_outline_row_get_item (
             AKK_OUTLINE_ROW (gtk_widget_get_first_child (row)))) != f->second->record.id)
    row = gtk_widget_get_next_sibling (row);
  emit_at (row, GTK_TYPE_EVENT_CONTROLLER_MOTION, "enter", 5, 5);
  g_assert_cmpint (akk_outline_pane_get_selected (pane), ==, f->first->record.id);
  g_assert_true (gtk_widget_compute_bounds (row, list, &bounds));
  emit_at (list, GTK_TYPE_GESTURE_CLICK, "released", bounds.origin.x + 5, bounds.origin.y + 5);
  g_assert_cmpint (akk_editor_get_section (f->page->editor), ==, f->second->record.id);
  g_assert_cmpint (akk_outline_pane_get_selected (pane), ==, f->second->record.id);
}

static GtkText *
start_renaming (PageFixture *f, AkkSection *section)
{
  GtkWidget *focus;

  akk_editor_go_to_section (f->page->editor, section->record.id);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "text.rename-section", NULL);
  page_fixture_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus)), ==, section->heading);
  return GTK_TEXT (focus);
}

static void
press_escape (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
    gboolean handled = FALSE;

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
      g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Escape, 0, 0, &handled);
    if (handled)
      return;
  }
  g_assert_not_reached ();
}

static void
sections_are_renamed_in_place (PageFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkText *text;

  gtk_widget_grab_focus (GTK_WIDGET (f->page->editor));
  text = start_renaming (f, f->second);
  gtk_editable_set_text (GTK_EDITABLE (text), "Looptijd ");
  g_signal_emit_by_name (text, "activate");
  page_fixture_settle ();
  g_assert_cmpstr (f->second->heading, ==, "Looptijd");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (f->page->editor)));
  g_assert_true (akk_store_undo (f->store, &error));
  g_assert_cmpstr (f->second->heading, ==, "Duur");
}

static void
escape_leaves_the_heading_as_it_was (PageFixture *f, gconstpointer data)
{
  GtkText *text = start_renaming (f, f->second);

  gtk_editable_set_text (GTK_EDITABLE (text), "Looptijd");
  press_escape (GTK_WIDGET (text));
  page_fixture_settle ();
  g_assert_cmpstr (f->second->heading, ==, "Duur");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (text)));
}

static void
who_goes_elsewhere_has_renamed (PageFixture *f, gconstpointer data)
{
  GtkText *text = start_renaming (f, f->first);

  gtk_editable_set_text (GTK_EDITABLE (text), "Opzet");
  gtk_widget_grab_focus (GTK_WIDGET (f->page->editor));
  page_fixture_settle ();
  g_assert_cmpstr (f->first->heading, ==, "Opzet");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (f->page->editor)));
}

/* They are looked for some time after a text is opened. */
static void
findings_leave_a_heading_to_who_writes_it (PageFixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) findings = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkText *text = start_renaming (f, f->second);
  gint64 front = 0;

  gtk_editable_set_text (GTK_EDITABLE (text), "Loop");
  g_hash_table_insert (findings, &front, (gpointer) "Nobody signs");
  g_hash_table_insert (findings, &f->second->record.id, (gpointer) "Empty");
  akk_outline_pane_set_findings (f->page->outline_pane, findings);
  page_fixture_settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == GTK_WIDGET (text));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "Loop");
  g_signal_emit_by_name (text, "activate");
  g_assert_cmpstr (f->second->heading, ==, "Loop");
}

static GtkWidget *
wait_for_renaming (PageFixture *f)
{
  GtkWidget *focus;

  do {
    g_main_context_iteration (NULL, TRUE);
    focus = gtk_root_get_focus (GTK_ROOT (f->window));
  } while (!GTK_IS_TEXT (focus));
  return focus;
}

static void
what_is_out_of_sight_is_renamed_too (PageFixture *f, gconstpointer data)
{
  g_autoptr (AkkSection) last = NULL;
  g_autoptr (GError) error = NULL;

  akk_store_begin (f->store, "Add");
  for (guint i = 0; i < 60; i++) {
    g_autofree char *position = g_strdup_printf ("b%02u", i);

    g_clear_object (&last);
    last = akk_record_new (&akk_section_record);
    g_object_set (last, "agreement_id", f->page->agreement->record.id, "position", position,
                  "heading", position, NULL);
    akk_store_add (f->store, last);
  }
  g_assert_true (akk_store_commit (f->store, &error));
  g_object_set (f->page, "show-outline", FALSE, NULL);
  page_fixture_settle ();
  akk_editor_go_to_section (f->page->editor, last->record.id);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "text.rename-section", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (wait_for_renaming (f))), ==, "b59");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, function)                                                                        \
  g_test_add ("/outline-pane/" name, PageFixture, NULL, page_fixture_set_up, function,             \
              page_fixture_tear_down)
  ADD ("sections-move-by-key", sections_move_by_key);
  ADD ("keys-in-the-text-move-no-section", keys_in_the_text_move_no_section);
  ADD ("who-moves-in-the-outline-stays-there", who_moves_in_the_outline_stays_there);
  ADD ("the-pointer-chooses-by-a-click-only", the_pointer_chooses_by_a_click_only);
  ADD ("a-drop-moves-a-section", a_drop_moves_a_section);
  ADD ("outline-begins-with-the-parties-and-ends-with-signatures",
       outline_begins_with_the_parties_and_ends_with_signatures);
  ADD ("sections-are-renamed-in-place", sections_are_renamed_in_place);
  ADD ("escape-leaves-the-heading-as-it-was", escape_leaves_the_heading_as_it_was);
  ADD ("who-goes-elsewhere-has-renamed", who_goes_elsewhere_has_renamed);
  ADD ("findings-leave-a-heading-to-who-writes-it", findings_leave_a_heading_to_who_writes_it);
  ADD ("what-is-out-of-sight-is-renamed-too", what_is_out_of_sight_is_renamed_too);
  ADD ("findings-are-marked-and-said", findings_are_marked_and_said);
  return g_test_run ();
}
