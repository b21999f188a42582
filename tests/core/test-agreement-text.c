/* The text of an agreement and its sections hold the same, and only what differs is written.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agreement-text.h"
#include "core/text-edit.h"
#include "store-fixture.h"

/* An agreement of three sections. */
typedef struct {
  Fixture base;
  AkkAgreement *agreement;
  AkkSection *sections[3];
} Document;

static const char *const bodies[] = { "Een.\n\n**Twee** en noot[^a].\n\n[^a]: De noot.\n",
                                      "- punt\n- nog een\n", "" };

static void
document_set_up (Document *self, gconstpointer data)
{
  fixture_set_up (&self->base, data);
  self->agreement = fixture_add_agreement (&self->base, "Overeenkomst");
  for (guint i = 0; i < 3; i++) {
    g_autofree char *heading = g_strdup_printf ("Titel %u", i);
    g_autofree char *position = g_strdup_printf ("%c0", 'a' + i);

    self->sections[i] = fixture_add_section (&self->base, self->agreement, heading, position);
    fixture_set (&self->base, self->sections[i], "body", bodies[i]);
  }
}

static void
document_tear_down (Document *self, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    g_clear_object (&self->sections[i]);
  g_clear_object (&self->agreement);
  fixture_tear_down (&self->base, data);
}

static GPtrArray *
document_outline (Document *self)
{
  g_autoptr (GListModel) list = akk_store_list (self->base.store, &akk_section_record,
                                                "agreement_id", self->agreement->record.id);

  return akk_outline_new (list, "nl-BE");
}

static AkkText *
document_load (Document *self, const AkkText *previous)
{
  g_autoptr (GPtrArray) outline = document_outline (self);

  return akk_agreement_text_load (outline, previous);
}

static guint
document_save (Document *self, const AkkText *text)
{
  g_autoptr (GPtrArray) outline = document_outline (self);
  guint n_changed;

  akk_store_begin (self->base.store, "Type");
  n_changed = akk_agreement_text_save (self->base.store, outline, text);
  fixture_commit (&self->base);
  return n_changed;
}

static guint
find_heading (const AkkText *text, const AkkSection *section)
{
  for (guint i = 0; i < text->n_lines; i++)
    if (text->lines[i]->section == section->record.id)
      return i;
  g_assert_not_reached ();
}

static void
test_holds_every_section (Document *self, gconstpointer data)
{
  g_autoptr (AkkText) text = document_load (self, NULL);
  g_autofree char *plain = akk_text_plain (text, NULL, NULL);

  g_assert_cmpstr (plain, ==,
                   "Titel 0\nEen.\nTwee en noot.\nDe noot.\nTitel 1\n• punt\n• nog een\nTitel 2\n");
  g_assert_cmpint (text->lines[0]->section, ==, self->sections[0]->record.id);
  g_assert_cmpint (text->lines[0]->kind, ==, AKK_LINE_HEADING);
}

static void
test_unchanged_writes_nothing (Document *self, gconstpointer data)
{
  g_autoptr (AkkText) text = document_load (self, NULL);
  AkkStep *step = akk_store_get_undo_step (self->base.store);

  g_assert_cmpuint (document_save (self, text), ==, 0);
  g_assert_true (akk_store_get_undo_step (self->base.store) == step);
}

static void
test_writes_what_differs (Document *self, gconstpointer data)
{
  g_autoptr (AkkText) text = document_load (self, NULL);
  guint heading = find_heading (text, self->sections[1]);
  g_autoptr (AkkText) typed = akk_text_insert (text, heading + 1, 0, "eerste ", 0);
  g_autoptr (AkkText) renamed = akk_text_insert (typed, heading, 0, "Nieuwe ", 0);

  g_assert_cmpuint (document_save (self, typed), ==, 1);
  g_assert_cmpstr (self->sections[1]->body, ==, "- eerste punt\n- nog een\n");
  g_assert_cmpstr (self->sections[0]->body, ==, bodies[0]);
  g_assert_cmpuint (document_save (self, renamed), ==, 1);
  g_assert_cmpstr (self->sections[1]->heading, ==, "Nieuwe Titel 1");
}

static void
test_untouched_lines_are_shared (Document *self, gconstpointer data)
{
  g_autoptr (AkkText) text = document_load (self, NULL);
  g_autoptr (AkkText) again = document_load (self, text);
  g_autoptr (AkkText) after = NULL;

  g_assert_true (again->n_lines == text->n_lines);
  for (guint i = 0; i < text->n_lines; i++)
    g_assert_true (again->lines[i] == text->lines[i]);

  akk_store_begin (self->base.store, "Type");
  akk_store_set_text (self->base.store, self->sections[0], "body",
                      "Een.\n\nNieuw.\n\n**Twee** en noot[^a].\n\n[^a]: De noot.\n");
  fixture_commit (&self->base);
  after = document_load (self, text);
  g_assert_cmpuint (after->n_lines, ==, text->n_lines + 1);
  g_assert_true (after->lines[1] == text->lines[1]);
  for (guint i = 2; i < text->n_lines; i++)
    g_assert_true (after->lines[i + 1] == text->lines[i]);
}

static void
test_empty_paragraph_stays (Document *self, gconstpointer data)
{
  g_autoptr (AkkText) text = document_load (self, NULL);
  g_autoptr (AkkText) typed = akk_text_split_line (text, 1, G_MAXSIZE);
  g_autoptr (AkkText) loaded = NULL;

  g_assert_cmpuint (document_save (self, typed), ==, 0);
  loaded = document_load (self, typed);
  g_assert_true (akk_text_equal (loaded, typed));
}

static void
test_undo_brings_text_back (Document *self, gconstpointer data)
{
  g_autoptr (AkkText) text = document_load (self, NULL);
  g_autoptr (AkkText) typed = akk_text_insert (text, 1, 0, "Vóór. ", AKK_STYLE_BOLD);
  g_autoptr (AkkText) undone = NULL;

  g_assert_cmpuint (document_save (self, typed), ==, 1);
  g_assert_true (akk_store_undo (self->base.store, NULL));
  undone = document_load (self, typed);
  g_assert_true (akk_text_equal (undone, text));
}

static void
test_moved_mark_takes_its_note (Document *self, gconstpointer data)
{
  g_autoptr (AkkText) text = document_load (self, NULL);
  g_autoptr (AkkText) slice = akk_text_get_slice (text, 2, 0, 2, G_MAXSIZE);
  guint target = find_heading (text, self->sections[1]) + 1;
  g_autoptr (AkkText) pasted = akk_text_insert_text (text, target, G_MAXSIZE, slice);
  g_autoptr (AkkText) moved = akk_text_delete_range (pasted, 2, 0, 2, G_MAXSIZE);

  g_assert_cmpuint (document_save (self, moved), ==, 2);
  g_assert_cmpstr (self->sections[0]->body, ==, "Een.\n");
  g_assert_cmpstr (self->sections[1]->body, ==,
                   "- punt**Twee** en noot[^a].\n- nog een\n\n[^a]: De noot.\n");
}

#define ADD(path, test)                                                                            \
  g_test_add ("/agreement-text/" path, Document, NULL, document_set_up, test, document_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("holds-every-section", test_holds_every_section);
  ADD ("unchanged-writes-nothing", test_unchanged_writes_nothing);
  ADD ("writes-what-differs", test_writes_what_differs);
  ADD ("untouched-lines-are-shared", test_untouched_lines_are_shared);
  ADD ("an-empty-paragraph-stays", test_empty_paragraph_stays);
  ADD ("undo-brings-text-back", test_undo_brings_text_back);
  ADD ("a-moved-mark-takes-its-note-along", test_moved_mark_takes_its_note);
  return g_test_run ();
}
