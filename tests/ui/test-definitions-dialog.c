/* What the words of an agreement mean: two lists, what the text leaves out, and what was signed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-fixture.h"

#include "core/definition.h"
#include "core/section.h"
#include "core/version.h"
#include "ui/definitions-dialog.h"
#include "ui/record-rows.h"

static gint64
explain (RegisterFixture *f, const char *term, AkkDefinitionKind kind, const char *position)
{
  g_autoptr (AkkDefinition) definition = akk_record_new (&akk_definition_record);
  g_autoptr (GError) error = NULL;

  g_object_set (definition, "agreement-id", f->agreement->record.id, "term", term, "meaning",
                "wat het betekent", "position", position, NULL);
  definition->kind = kind;
  akk_store_begin (f->store, "Add");
  akk_store_add (f->store, definition);
  akk_store_commit (f->store, &error);
  g_assert_no_error (error);
  return definition->record.id;
}

static AkkSection *
write_text (RegisterFixture *f, const char *body)
{
  AkkSection *section = akk_record_new (&akk_section_record);
  g_autoptr (GError) error = NULL;

  g_object_set (section, "agreement-id", f->agreement->record.id, "heading", "Tekst", "body", body,
                "position", "V0", NULL);
  akk_store_begin (f->store, "Write");
  akk_store_add (f->store, section);
  akk_store_commit (f->store, &error);
  g_assert_no_error (error);
  return section;
}

static AkkDefinitionsDialog *
show (RegisterFixture *f)
{
  AkkDefinitionsDialog *dialog = akk_definitions_dialog_new (f->store, f->agreement);

  register_show (f, gtk_label_new ("Akkoord"));
  adw_dialog_present (ADW_DIALOG (dialog), f->window);
  return dialog;
}

/* "SPOC, NBA": the rows of the list in which this one stands. */
static char *
rows_beside (RegisterFixture *f, const char *title)
{
  GtkWidget *box = gtk_widget_get_parent (register_row (f, title));
  GString *words = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), i)) != NULL; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "",
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  return g_string_free_and_steal (words);
}

static void
assert_beside (RegisterFixture *f, const char *title, const char *expected)
{
  g_autofree char *rows = rows_beside (f, title);

  g_assert_cmpstr (rows, ==, expected);
}

/* Definitions as people put them, abbreviations by the alphabet. */
static void
lists_stand_as_they_print (RegisterFixture *f, gconstpointer data)
{
  explain (f, "traject", AKK_DEFINITION_TERM, "a0");
  explain (f, "SPOC", AKK_DEFINITION_ABBREVIATION, "a1");
  explain (f, "regiegebied", AKK_DEFINITION_TERM, "a2");
  explain (f, "NBAzu", AKK_DEFINITION_ABBREVIATION, "a3");
  show (f);
  assert_beside (f, "traject", "traject, regiegebied");
  assert_beside (f, "SPOC", "NBAzu, SPOC");
}

static void
empty_lists_say_so (RegisterFixture *f, gconstpointer data)
{
  show (f);
  register_row (f, "No word is defined yet. Add one with the plus sign.");
  register_row (f, "No abbreviation is explained yet. Add one with the plus sign.");
}

static void
one_is_added_and_renamed (RegisterFixture *f, gconstpointer data)
{
  show (f);
  register_click (f, "Add Abbreviation");
  register_write (f, "Abbreviation", " SPOC ");
  register_write (f, "Full Form", "vast  aanspreekpunt");
  register_apply (f);
  register_expect (f, "vast aanspreekpunt");
  explain (f, "NBAzu", AKK_DEFINITION_ABBREVIATION, "a9");
  assert_beside (f, "SPOC", "NBAzu, SPOC");
  gtk_widget_activate (register_row (f, "SPOC"));
  register_write (f, "Abbreviation", "ESF");
  register_apply (f);
  assert_beside (f, "ESF", "ESF, NBAzu");
  g_assert_true (akk_store_undo (f->store, NULL));
  register_settle ();
  assert_beside (f, "SPOC", "NBAzu, SPOC");
}

static void
a_word_twice_is_refused (RegisterFixture *f, gconstpointer data)
{
  explain (f, "traject", AKK_DEFINITION_TERM, "a0");
  show (f);
  register_click (f, "Add Abbreviation");
  register_write (f, "Abbreviation", "Traject");
  register_write (f, "Full Form", "iets anders");
  g_signal_emit_by_name (register_button (f, "_Apply"), "clicked");
  register_expect (f, "“traject” stands among the definitions already. Change it there.");
  g_assert_cmpuint (register_count (f, &akk_definition_record), ==, 1);
}

static void
one_is_deleted_and_brought_back (RegisterFixture *f, gconstpointer data)
{
  gint64 id = explain (f, "SPOC", AKK_DEFINITION_ABBREVIATION, "a0");

  show (f);
  gtk_widget_activate_action (register_row (f, "SPOC"), "list.delete", "x", id);
  register_row (f, "No abbreviation is explained yet. Add one with the plus sign.");
  g_assert_cmpuint (register_count (f, &akk_definition_record), ==, 0);
  register_click (f, "_Undo");
  register_row (f, "SPOC");
  g_assert_cmpuint (register_count (f, &akk_definition_record), ==, 1);
}

/* The offer to take a step back goes with the next step, of which it would say the wrong thing. */
static void
undo_is_offered_for_the_last_step_only (RegisterFixture *f, gconstpointer data)
{
  gint64 id = explain (f, "SPOC", AKK_DEFINITION_ABBREVIATION, "a0");
  GtkWidget *toast;

  show (f);
  gtk_widget_activate_action (register_row (f, "SPOC"), "list.delete", "x", id);
  toast = register_button (f, "_Undo");
  g_object_add_weak_pointer (G_OBJECT (toast), (gpointer *) &toast);
  explain (f, "ESF", AKK_DEFINITION_ABBREVIATION, "a1");
  while (toast != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (register_count (f, &akk_definition_record), ==, 1);
}

/* Somebody who deletes the last one with the key goes on from there. */
static void
the_focus_stays_in_an_emptied_list (RegisterFixture *f, gconstpointer data)
{
  gint64 id = explain (f, "SPOC", AKK_DEFINITION_ABBREVIATION, "a0");
  GtkWidget *row;

  show (f);
  row = register_row (f, "SPOC");
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "list.delete", "x", id);
  row = register_row (f, "No abbreviation is explained yet. Add one with the plus sign.");
  g_assert_true (gtk_widget_is_focus (row));
}

/* One click on what the text uses; what it stands for is filled in where it is known. */
static void
the_text_gives_its_abbreviations (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkSection) section = write_text (f, "De VVSG en het WZX.");

  show (f);
  register_click (f, "Explain “WZX”");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (register_row (f, "Abbreviation"))), ==,
                   "WZX");
  register_write (f, "Full Form", "wat niemand kent");
  register_apply (f);
  register_row (f, "WZX");
  register_click (f, "Explain “VVSG”");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (register_row (f, "Full Form"))), ==,
                   "Vereniging van Vlaamse Steden en Gemeenten");
  register_apply (f);
  assert_beside (f, "WZX", "VVSG, WZX");
}

static void
a_list_is_put_in_the_text (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkSection) section = write_text (f, "Een tekst.");

  explain (f, "SPOC", AKK_DEFINITION_ABBREVIATION, "a0");
  show (f);
  register_row (f, "The list of abbreviations stands nowhere in the text");
  register_click (f, "Insert");
  register_expect (f, "Inserted in the text");
  g_assert_cmpuint (register_count (f, &akk_section_record), ==, 2);
  register_click (f, "_Undo");
  register_row (f, "The list of abbreviations stands nowhere in the text");
  g_assert_cmpuint (register_count (f, &akk_section_record), ==, 1);
}

static void
freeze (RegisterFixture *f, gint64 stage)
{
  g_autoptr (AkkVersion) version = akk_record_new (&akk_version_record);
  g_autoptr (GError) error = NULL;

  g_object_set (version, "agreement-id", f->agreement->record.id, "number", (gint64) 2, NULL);
  akk_store_begin_permanent (f->store, "Freeze");
  akk_store_add (f->store, version);
  akk_store_set_int (f->store, f->agreement, "stage", stage);
  akk_store_commit (f->store, &error);
  g_assert_no_error (error);
}

static void
what_lies_for_signing_is_for_the_next_version (RegisterFixture *f, gconstpointer data)
{
  explain (f, "SPOC", AKK_DEFINITION_ABBREVIATION, "a0");
  freeze (f, AKK_STAGE_SIGNING);
  show (f);
  register_expect (f, "Version 2 lies for signing");
  gtk_widget_activate (register_row (f, "SPOC"));
  register_write (f, "Full Form", "vast aanspreekpunt");
  register_apply (f);
  register_expect (f, "vast aanspreekpunt");
}

#define ADD(path, test)                                                                            \
  g_test_add ("/definitions-dialog/" path, RegisterFixture, NULL, register_set_up, test,           \
              register_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("lists-stand-as-they-print", lists_stand_as_they_print);
  ADD ("empty-lists-say-so", empty_lists_say_so);
  ADD ("one-is-added-and-renamed", one_is_added_and_renamed);
  ADD ("a-word-twice-is-refused", a_word_twice_is_refused);
  ADD ("one-is-deleted-and-brought-back", one_is_deleted_and_brought_back);
  ADD ("undo-is-offered-for-the-last-step-only", undo_is_offered_for_the_last_step_only);
  ADD ("the-focus-stays-in-an-emptied-list", the_focus_stays_in_an_emptied_list);
  ADD ("the-text-gives-its-abbreviations", the_text_gives_its_abbreviations);
  ADD ("a-list-is-put-in-the-text", a_list_is_put_in_the_text);
  ADD ("what-lies-for-signing-is-for-the-next-version",
       what_lies_for_signing_is_for_the_next_version);
  return g_test_run ();
}
