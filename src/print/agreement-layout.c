/* An agreement on paper: laid out little by little, until the numbers of its pages are right.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/agreement-print.h"

#include "print/agreement-internal.h"
#include "print/pages-internal.h"

/* A page number in the text may move what it counts; seldom more than once. */
#define MAX_LAYOUTS 6
/* So many lines of the text are a step. */
#define LINES 8
/* Page numbers of the layout before are nearly always right: they are kept with the paper. */
#define KNOWN_PAGES "akk-known-pages"

typedef enum {
  STAGE_BEGIN,
  STAGE_FRONT,
  STAGE_CONTENTS,
  STAGE_LINES,
  STAGE_END,
  STAGE_PAGES,
  STAGE_NUMBERS,
  STAGE_DONE,
} Stage;

struct _AkkAgreementLayout {
  AkkPaper *paper;
  AkkAgreementMatter matter; /* owned, without the stamp */
  Stage stage;
  guint layout; /* how often it began */
  guint line; /* the next one of the text */
  GHashTable *known;
  AkkAgreementPrinter printer; /* between the stages BEGIN and DONE */
  AkkPages *pages; /* from STAGE_PAGES on; the flow is theirs then */
};

/* --- The numbers of the pages --- */

/* The page of each line of the text, counted from 1; 0 for what is not printed. */
static GArray *
pages_of_lines (AkkPages *pages, guint n_lines)
{
  GArray *found = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_lines);

  g_array_set_size (found, n_lines);
  for (guint row = 0; row < pages->flow->rows->len; row++) {
    guint line = row_info (pages->flow, row)->line;
    if (line < n_lines && g_array_index (found, guint, line) == 0)
      g_array_index (found, guint, line) = pages->places[row].page + 1;
  }
  return found;
}

/* The page of a heading, or of the first thing after it that is printed. */
static guint
page_of_section (AkkAgreementPrinter *self, const GArray *pages, gint64 section)
{
  guint line = akk_printer_line_of (self, section);

  while (line < pages->len && g_array_index (pages, guint, line) == 0)
    line++;
  return line < pages->len ? g_array_index (pages, guint, line) : 0;
}

/* Replaces what was told by what is; whether it was right. */
static gboolean
check_told (AkkAgreementPrinter *self, AkkPages *pages, const GArray *lines)
{
  gboolean right = TRUE;
  GHashTableIter iter;
  gpointer id, told;

  g_hash_table_iter_init (&iter, self->told);
  while (g_hash_table_iter_next (&iter, &id, &told)) {
    gint64 section = *(const gint64 *) id;
    guint row = section == AKK_FIRST_SIGNATURE ? self->first_signature : self->last_signature;
    guint page;

    if (section != AKK_FIRST_SIGNATURE && section != AKK_LAST_SIGNATURE)
      page = page_of_section (self, lines, section);
    else
      page = row != AKK_NO_ROW ? pages->places[row].page + 1 : 0;
    if (page == 0 || page == GPOINTER_TO_UINT (told))
      continue;
    right = FALSE;
    g_hash_table_iter_replace (&iter, GUINT_TO_POINTER (page));
  }
  return right;
}

/* --- The stages --- */

static void
begin (AkkAgreementLayout *self)
{
  GHashTable *known = g_object_get_data (G_OBJECT (self->paper), KNOWN_PAGES);

  g_clear_object (&self->pages);
  g_clear_pointer (&self->known, g_hash_table_unref);
  self->known = known != NULL ? g_hash_table_ref (known) : NULL;
  self->layout++;
  self->line = 0;
  akk_printer_init (&self->printer, self->paper, &self->matter, self->known);
}

static void
add_contents (AkkAgreementPrinter *printer)
{
  akk_printer_add_contents (printer);
  if (printer->fields != NULL && !akk_printer_has_clause (printer, "parties"))
    akk_printer_add_parties_page (printer);
}

static gboolean
add_lines (AkkAgreementLayout *self)
{
  guint end = MIN (self->line + LINES, self->matter.text->n_lines);

  while (self->line < end)
    akk_printer_add_line (&self->printer, self->line++);
  return self->line < self->matter.text->n_lines;
}

static void
end (AkkAgreementLayout *self)
{
  akk_prose_flush_run_in (&self->printer.body);
  akk_printer_end_section (&self->printer);
  akk_printer_add_signatures (&self->printer);
  self->pages = akk_pages_begin (self->printer.flow);
}

/* Whether what was said of pages was right, or will not become so. */
static gboolean
settle (AkkAgreementLayout *self)
{
  AkkAgreementPrinter *printer = &self->printer;
  g_autoptr (GArray) lines = pages_of_lines (self->pages, self->matter.text->n_lines);
  gboolean right = check_told (printer, self->pages, lines);

  akk_printer_keep_promises (printer, lines);
  g_object_set_data_full (G_OBJECT (self->paper), KNOWN_PAGES, g_hash_table_ref (printer->told),
                          (GDestroyNotify) g_hash_table_unref);
  akk_printer_clear (printer);
  return right || self->layout == MAX_LAYOUTS;
}

/* --- Public --- */

AkkAgreementLayout *
akk_agreement_layout_new (AkkPaper *paper, const AkkAgreementMatter *matter)
{
  AkkAgreementLayout *self = g_new0 (AkkAgreementLayout, 1);

  self->paper = g_object_ref (paper);
  self->matter = *matter;
  if (matter->store != NULL)
    g_object_ref (matter->store);
  g_object_ref (matter->agreement);
  g_ptr_array_ref (matter->outline);
  akk_text_ref ((AkkText *) matter->text);
  return self;
}

void
akk_agreement_layout_free (AkkAgreementLayout *self)
{
  if (self == NULL)
    return;
  if (self->stage > STAGE_BEGIN && self->stage < STAGE_DONE) {
    akk_printer_clear (&self->printer);
    if (self->stage < STAGE_PAGES)
      akk_flow_free (self->printer.flow);
  }
  g_clear_object (&self->pages);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_object (&self->matter.store);
  g_object_unref (self->matter.agreement);
  g_ptr_array_unref (self->matter.outline);
  akk_text_unref ((AkkText *) self->matter.text);
  g_object_unref (self->paper);
  g_free (self);
}

gboolean
akk_agreement_layout_step (AkkAgreementLayout *self)
{
  switch (self->stage) {
  case STAGE_BEGIN:
    begin (self);
    break;
  case STAGE_FRONT:
    akk_printer_add_councils (&self->printer);
    akk_printer_add_front (&self->printer);
    break;
  case STAGE_CONTENTS:
    add_contents (&self->printer);
    break;
  case STAGE_LINES:
    if (add_lines (self))
      return TRUE;
    break;
  case STAGE_END:
    end (self);
    break;
  case STAGE_PAGES:
    if (akk_pages_step (self->pages))
      return TRUE;
    break;
  case STAGE_NUMBERS:
    if (!settle (self)) {
      self->stage = STAGE_BEGIN;
      return TRUE;
    }
    break;
  default:
    return FALSE;
  }
  self->stage++;
  return self->stage < STAGE_DONE;
}

AkkPages *
akk_agreement_layout_get_pages (AkkAgreementLayout *self)
{
  return self->stage == STAGE_DONE ? self->pages : NULL;
}

AkkPages *
akk_agreement_print (AkkPaper *paper, const AkkAgreementMatter *matter)
{
  g_autoptr (AkkAgreementLayout) layout = akk_agreement_layout_new (paper, matter);

  while (akk_agreement_layout_step (layout))
    continue;
  return g_object_ref (akk_agreement_layout_get_pages (layout));
}
