/* Tests of the rules by which pages of an agreement end, on random texts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreement-fixture.h"

#include <locale.h>
#include <string.h>

#include "print/pages-internal.h"

#define ROUNDS 80
#define SLOTS(n) ((n) * AKK_SLOT + 0.1)
#define HEIGHT (AKK_PAGE_BOTTOM - AKK_PAGE_TOP)

typedef struct {
  const AkkText *text;
  AkkPages *pages;
  guint n_rows;
  const FixtureSection *sections;
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
  guint n = (guint) g_test_rand_int_range (2, kind == 0 ? 30 : kind == 1 ? 21 : kind == 2 ? 14 : 9);

  if (kind >= 5) {
    add_words (body, (guint) g_test_rand_int_range (1, 130));
    g_string_append_printf (body, kind == 5 ? "[^n%u].\n\n[^n%u]: " : ".\n\n", *id, *id);
    if (kind == 5) {
      add_words (body, (guint) g_test_rand_int_range (1, 400));
      g_string_append_c (body, '\n');
    }
  } else if (kind <= 1) {
    gboolean bare = g_test_rand_bit ();
    if (!bare)
      g_string_append_printf (body, "{{caption:%u}} Over\n\n", *id + 1000);
    g_string_append (body, "| a | b |\n|---|---|\n");
    for (guint i = 0; i < n; i++)
      g_string_append (body, "| rij | x |\n");
    g_string_append (body, bare ? "\n" : "\n{{note}} Onder.\n\n");
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

static gboolean
is_commitment (const AkkLine *line)
{
  return line->kind == AKK_LINE_BULLET && line->n_runs > 0 && line->runs[0].field != NULL;
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

/* What is empty on a page if it ends before a row that is not its first. */
static double
gap_before (const Case *self, guint row)
{
  double bottom = (double) self->pages->places[row - 1].y + row_at (self, row - 1)->height;

  return HEIGHT - bottom - foot (self, page_at (self, row - 1));
}

/* The last row of a line, and the first; G_MAXUINT: it has none of its own. */
static guint
last_row_of (const Case *self, guint line)
{
  guint found = G_MAXUINT;

  for (guint row = 0; row < self->n_rows; row++) {
    if (line_at (self, row) == line)
      found = row;
  }
  return found;
}

static guint
first_row_of (const Case *self, guint line)
{
  guint row = 0;

  while (row < self->n_rows && line_at (self, row) != line)
    row++;
  return row < self->n_rows ? row : G_MAXUINT;
}

/* Rules 1 and 3: two lines on each side, short paragraphs whole, a lead-in with its list. */
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

/* Rule 3: the last two items of a list stand together, unless the page would end more than ten
 * slots short for that. */
static void
check_last_items (const Case *self)
{
  for (guint line = 1; line + 1 < self->text->n_lines; line++) {
    const AkkLine *const *lines = (const AkkLine *const *) self->text->lines;
    if (lines[line]->kind != AKK_LINE_BULLET || lines[line - 1]->kind != AKK_LINE_BULLET ||
        lines[line + 1]->kind == AKK_LINE_BULLET || is_commitment (lines[line]))
      continue;
    guint above = last_row_of (self, line - 1);
    guint page = page_at (self, above);
    if (page == page_at (self, first_row_of (self, line)))
      continue;
    /* Where the page could have ended instead. */
    while (row_at (self, above)->keep != AKK_KEEP_NONE)
      above--;
    g_assert_cmpuint (page_at (self, above), ==, page);
    g_assert_cmpuint (page_at (self, above - 1), ==, page);
    g_assert_cmpfloat (gap_before (self, above), >, SLOTS (10) - 0.2);
  }
}

/* Rule 4: a block of commitments up to 20 lines is whole, its head included, unless the page would
 * end more than 10 slots short; a longer one is divided between items, of which two or more stand
 * on each side. */
static void
check_blocks (const Case *self, guint *n_whole, guint *n_divided)
{
  for (guint line = 1; line < self->text->n_lines; line++) {
    const AkkLine *const *lines = (const AkkLine *const *) self->text->lines;
    guint last = line;
    if (!is_commitment (lines[line]) || is_commitment (lines[line - 1]))
      continue;
    while (last + 1 < self->text->n_lines && is_commitment (lines[last + 1]))
      last++;
    guint from = first_row_of (self, line - 1), end = last_row_of (self, last) + 1, n_rows = 0;
    for (guint row = from; row < end; row++)
      n_rows += !row_moved (self->pages, row);
    if (page_at (self, from) == page_at (self, end - 1)) {
      *n_whole += n_rows > 15;
      continue;
    }
    if (n_rows <= 20) {
      guint above = from;
      while (row_at (self, above)->keep != AKK_KEEP_NONE)
        above--;
      g_assert_cmpfloat (gap_before (self, above), >, SLOTS (10) - 0.2);
    }
    ++*n_divided;
    for (guint row = from + 1; row < end; row++) {
      if (page_at (self, row) == page_at (self, row - 1) || row_moved (self->pages, row))
        continue;
      g_assert_cmpuint (row, ==, first_row_of (self, line_at (self, row)));
      g_assert_cmpuint (line_at (self, row), >, line);
      g_assert_cmpuint (line_at (self, row), <, last);
    }
  }
}

/* Rules 2 and 6: a heading stands with two lines of what follows, not in the last four slots; one
 * that runs in, but finds no text to run into, stands with what follows. */
static void
check_headings (const Case *self)
{
  for (guint row = 0; row < self->n_rows; row++) {
    if (kind_at (self, row) != AKK_LINE_HEADING || line_at (self, row) >= self->text->n_lines)
      continue;
    const AkkLine *line = self->text->lines[line_at (self, row)];
    double bottom = (double) self->pages->places[row].y + row_at (self, row)->height;
    if (self->sections[line->section - 1].scheme != AKK_SCHEME_RUN_IN)
      g_assert_cmpfloat (bottom, <=, HEIGHT - 4 * AKK_SLOT + 0.1);
    if (row + 1 < self->n_rows)
      g_assert_cmpuint (page_at (self, row), ==, page_at (self, row + 1));
  }
}

/* The line of the table that begins at a row, with its caption or without. */
static guint
table_of (const Case *self, guint row)
{
  guint line = line_at (self, row);

  while (self->text->lines[line]->kind != AKK_LINE_TABLE)
    line++;
  return line;
}

/* Rule 7: a page ends early only where what is held together would not have fitted; half empty at
 * most for a table that may stand whole. */
static void
check_gaps (const Case *self)
{
  for (guint row = 1; row < self->n_rows; row++) {
    double gap = gap_before (self, row), held = 0;
    guint lines = 0, whole = row;

    if (page_at (self, row) == page_at (self, row - 1))
      continue;
    g_assert_cmpuint (page_at (self, row), ==, page_at (self, row - 1) + 1);
    if (gap <= SLOTS (10) || row_at (self, row)->flags & AKK_ROW_PAGE)
      continue;
    if (row_moved (self->pages, row)) { /* rather divided, if two rows fit on each side */
      if (gap > HEIGHT / 2)
        g_assert_cmpuint (self->text->lines[table_of (self, row)]->table->n_rows, <, 5);
      continue;
    }
    for (guint i = row; i < self->n_rows; i++) {
      if (row_at (self, i)->floats > 0 && gap <= HEIGHT / 2)
        whole = i + row_at (self, i)->floats;
      if (i > row && i >= whole && row_at (self, i)->keep != AKK_KEEP_STRONG)
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
    /* Of the lines that it moved past none is of a block, nor of a table that kept its place. */
    for (guint passed = at + 1; passed <= line; passed++) {
      guint of = first_row_of (self, passed);
      g_assert_false (is_commitment (self->text->lines[passed]));
      g_assert_false (self->text->lines[passed]->kind == AKK_LINE_TABLE && of < row &&
                      !row_moved (self->pages, of));
    }
  }
  for (guint i = 0; i < self->text->n_lines; i++)
    g_assert_true (seen[i] > 0 || self->text->lines[i]->kind == AKK_LINE_NOTE ||
                   self->text->lines[i]->kind == AKK_LINE_HEADING);
  return n_moved;
}

static void
test_rules (void)
{
  g_autoptr (AkkPaper) paper = fixture_paper ();
  guint n_moved = 0, n_whole = 0, n_divided = 0;

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
      sections[i] = (FixtureSection) { part ? 1 : 2,
                                       part         ? AKK_SCHEME_PART
                                       : i % 4 == 3 ? AKK_SCHEME_RUN_IN
                                                    : AKK_SCHEME_RUNNING,
                                       "Kop", bodies->pdata[i] };
    }
    g_autoptr (Fixture) fixture = fixture_new (sections);
    g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
    const Case self = { fixture->text, pages, pages->flow->rows->len, sections };
    check_lines (&self);
    check_last_items (&self);
    check_blocks (&self, &n_whole, &n_divided);
    check_headings (&self);
    check_gaps (&self);
    check_notes (&self);
    n_moved += check_order (&self);
  }
  g_test_message ("%u tables moved; of %u blocks %u were divided", n_moved, n_whole + n_divided,
                  n_divided);
  /* Each rule was tried. */
  g_assert_cmpuint (n_moved, >, ROUNDS / 4);
  g_assert_cmpuint (n_whole, >, ROUNDS / 4);
  g_assert_cmpuint (n_divided, >, ROUNDS / 20);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement-rules/random-texts-keep-the-rules-of-pages", test_rules);
  return g_test_run ();
}
