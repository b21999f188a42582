/* Tests of the rules by which pages of an agreement end, on random texts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreement-fixture.h"

#include <locale.h>
#include <string.h>

#include "print/pages-internal.h"

#define ROUNDS 60
#define SLOTS(n) ((n) * AKK_SLOT + 0.1)
#define HEIGHT (AKK_PAGE_BOTTOM - AKK_PAGE_TOP)

typedef struct {
  const AkkText *text;
  AkkPages *pages;
  guint n_rows;
} Case;

static void
add_words (GString *body, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (body, i == 0 ? "Woord" : " woord");
}

static void
add_block (GString *body, guint *id)
{
  guint kind = (guint) g_test_rand_int_range (0, 10);
  guint n = (guint) g_test_rand_int_range (2, kind == 0 ? 30 : 9);

  if (kind >= 5) {
    add_words (body, (guint) g_test_rand_int_range (1, 130));
    g_string_append_printf (body, kind == 5 ? "[^n%u].\n\n[^n%u]: " : ".\n\n", *id, *id);
    if (kind == 5)
      add_words (body, (guint) g_test_rand_int_range (1, 400));
  } else if (kind <= 1) {
    g_string_append_printf (body, "{{caption:%u}} Over\n\n| a | b |\n|---|---|\n", *id + 1000);
    for (guint i = 0; i < n; i++)
      g_string_append (body, "| rij | x |\n");
    g_string_append (body, "\n{{note}} Onder.\n\n");
  } else {
    g_string_append (body, kind == 2 ? "De partners engageren zich om:\n\n" : "Namelijk:\n\n");
    for (guint i = 0; i < n; i++) {
      g_string_append (body, "- ");
      if (kind == 2)
        g_string_append_printf (body, "{{commitment:%u}} ", *id * 100 + i + 1);
      add_words (body, (guint) g_test_rand_int_range (1, 40));
      g_string_append_c (body, '\n');
    }
  }
  g_string_append_c (body, '\n');
  ++*id;
}

static const AkkRow *
row_at (const Case *self, guint row)
{
  return &g_array_index (self->pages->flow->rows, AkkRow, row);
}

static guint
page_at (const Case *self, guint row)
{
  return self->pages->places[row].page;
}

static guint
line_at (const Case *self, guint row)
{
  return row_info (self->pages->flow, row)->line;
}

static AkkLineKind
kind_at (const Case *self, guint row)
{
  guint line = line_at (self, row);

  return line < self->text->n_lines ? self->text->lines[line]->kind : AKK_LINE_PARAGRAPH;
}

/* The end of the rows of one line of the source; a table may have moved in between. */
static guint
line_end (const Case *self, guint row)
{
  guint end = row + 1, next = end;

  while (next < self->n_rows &&
         (line_at (self, next) == line_at (self, row) || row_moved (self->pages, next))) {
    if (line_at (self, next++) == line_at (self, row))
      end = next;
  }
  return end;
}

static double
foot (const Case *self, guint page)
{
  guint lines = g_array_index (self->pages->feet, guint, page);

  return lines > 0 ? lines * akk_types[AKK_LOOK_NOTE].leading + AKK_SLOT : 0;
}

/* What is empty on the page that ends before a row. */
static double
gap_before (const Case *self, guint row)
{
  double bottom = (double) self->pages->places[row - 1].y + row_at (self, row - 1)->height;

  return HEIGHT - bottom - foot (self, page_at (self, row - 1));
}

/* Rules 1, 3 and 4: two lines on each side, short paragraphs whole, a lead-in with its list, a
 * block of commitments whole. */
static void
check_lines (const Case *self)
{
  for (guint row = 0, end; row < self->n_rows; row = end) {
    end = line_end (self, row);
    if (line_at (self, row) >= self->text->n_lines || kind_at (self, row) == AKK_LINE_TABLE)
      continue;
    guint first = 0, last = 0;
    for (guint i = row; i < end; i++) {
      gboolean inside = line_at (self, i) == line_at (self, row);
      first += inside && page_at (self, i) == page_at (self, row);
      last += inside && page_at (self, i) != page_at (self, row);
    }
    if (last > 0) {
      g_assert_cmpuint (first + last, >, 3);
      g_assert_cmpuint (first, >=, 2);
      g_assert_cmpuint (last, >=, 2);
    }
    const AkkLine *line = self->text->lines[line_at (self, row)];
    if (end < self->n_rows && g_str_has_suffix (line->text, ":") &&
        kind_at (self, end) == AKK_LINE_BULLET)
      g_assert_cmpuint (page_at (self, end - 1), ==, page_at (self, end));
  }
}

/* Rules 2 and 6: a heading stands with two lines of what follows, not in the last four slots. */
static void
check_headings (const Case *self)
{
  for (guint row = 0; row < self->n_rows; row++) {
    if (kind_at (self, row) != AKK_LINE_HEADING || line_at (self, row) >= self->text->n_lines)
      continue;
    double bottom = (double) self->pages->places[row].y + row_at (self, row)->height;
    g_assert_cmpfloat (bottom, <=, HEIGHT - 4 * AKK_SLOT + 0.1);
    if (row + 1 < self->n_rows)
      g_assert_cmpuint (page_at (self, row), ==, page_at (self, row + 1));
  }
}

/* Rule 7: a page ends early only where what is held together would not have fitted. */
static void
check_gaps (const Case *self)
{
  for (guint row = 1; row < self->n_rows; row++) {
    double gap = gap_before (self, row), held = 0;
    guint lines = 0;

    if (page_at (self, row) == page_at (self, row - 1))
      continue;
    g_assert_cmpuint (page_at (self, row), ==, page_at (self, row - 1) + 1);
    if (gap <= SLOTS (10) || row_at (self, row)->flags & AKK_ROW_PAGE)
      continue;
    for (guint i = row; i < self->n_rows; i++) {
      if (i > row && row_at (self, i)->keep != AKK_KEEP_STRONG)
        break;
      held += row_at (self, i)->before + row_at (self, i)->height;
      lines += row_at (self, i)->note_lines;
    }
    held += lines * akk_types[AKK_LOOK_NOTE].leading + (lines > 0 ? AKK_SLOT : 0);
    g_assert_cmpfloat (held + 4 * AKK_SLOT + 2 * AKK_SLOT, >, gap);
  }
}

/* Rule 5: each note begins on the page of its mark; the foot is a third of the page at most. */
static void
check_notes (const Case *self)
{
  const GArray *parts = self->pages->notes;

  for (guint page = 0; page < self->pages->feet->len; page++)
    g_assert_cmpfloat (foot (self, page), <=, HEIGHT / 3 + AKK_SLOT + 0.1);
  for (guint row = 0; row < self->n_rows; row++) {
    for (guint note = row_info (self->pages->flow, row)->note;
         note < NOTES_END (self->pages->flow, row); note++) {
      guint i = 0;
      while (i < parts->len && g_array_index (parts, AkkNotePart, i).note != note)
        i++;
      g_assert_cmpuint (i, <, parts->len);
      g_assert_cmpuint (g_array_index (parts, AkkNotePart, i).page, ==, page_at (self, row));
    }
  }
}

/* Nothing is lost, nothing comes twice, the order is kept - but for tables that moved: whole, at
 * the top of a page, in their order, inside their part, not inside a block of commitments. Returns
 * how many. */
static guint
check_order (const Case *self)
{
  g_autofree guint8 *seen = g_new0 (guint8, self->text->n_lines);
  guint line = 0, table = 0, n_moved = 0;

  for (guint row = 0; row < self->n_rows; row++) {
    guint at = line_at (self, row);
    guint *last = row_moved (self->pages, row) ? &table : &line;
    if (at >= self->text->n_lines)
      continue;
    g_assert_cmpuint (at, >=, *last);
    g_assert_true (at == *last || seen[at] == 0);
    seen[at] = 1;
    *last = at;
    if (!row_moved (self->pages, row))
      continue;
    n_moved += row_at (self, row)->floats > 0;
    if (row_at (self, row)->floats == 0)
      g_assert_cmpuint (page_at (self, row), ==, page_at (self, row - 1));
    g_assert_true (self->pages->places[row].y == 0 || row_moved (self->pages, row - 1));
    g_assert_true (row_info (self->pages->flow, row)->part ==
                   row_info (self->pages->flow, row - 1)->part);
    /* Of the lines that it moved past none is of a block. */
    for (guint passed = at; passed < line; passed++)
      g_assert_false (self->text->lines[passed]->kind == AKK_LINE_BULLET &&
                      self->text->lines[passed]->n_runs > 0 &&
                      self->text->lines[passed]->runs[0].field != NULL);
  }
  for (guint i = 0; i < self->text->n_lines; i++)
    g_assert_true (seen[i] > 0 || self->text->lines[i]->kind == AKK_LINE_NOTE);
  return n_moved;
}

static void
test_rules (void)
{
  g_autoptr (AkkPaper) paper = fixture_paper ();
  guint n_moved = 0;

  for (guint round = 0; round < ROUNDS; round++) {
    FixtureSection sections[13] = { 0 };
    g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_free);
    guint id = 1;

    for (guint i = 0; i < 12; i++) {
      GString *body = g_string_new (NULL);
      guint blocks = (guint) g_test_rand_int_range (1, 9);
      for (guint k = 0; k < blocks; k++)
        add_block (body, &id);
      g_ptr_array_add (bodies, g_string_free_and_steal (body));
      gboolean part = i % 4 == 0;
      sections[i] = (FixtureSection) { part ? 1 : 2, part ? AKK_SCHEME_PART : AKK_SCHEME_RUNNING,
                                       "Kop", bodies->pdata[i] };
    }
    g_autoptr (Fixture) fixture = fixture_new (sections);
    g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
    const Case self = { fixture->text, pages, pages->flow->rows->len };
    check_lines (&self);
    check_headings (&self);
    check_gaps (&self);
    check_notes (&self);
    n_moved += check_order (&self);
  }
  g_test_message ("%u tables moved", n_moved);
  g_assert_cmpuint (n_moved, >, ROUNDS / 4);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement-rules/random-texts-keep-the-rules-of-pages", test_rules);
  return g_test_run ();
}
