/* The signature pages of an agreement: its closing formula, as generated or as people wrote it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/agreement-internal.h"
#include "print/signature-pages.h"

/* A paragraph of it is as wide as the blocks. `index`: AKK_NO_LINE in a text of our own. */
static void
add_sentence (
    AkkAgreementPrinter *self, const AkkLine *line, guint index, gboolean first, guint section)
{
  AkkFlow *flow = self->flow;
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (AkkCopy) copy = { 0 };
  AkkFlowText how = { .x = AKK_PAGE_LEFT, .before = first ? 3.75 : AKK_SLOT / 2 };

  akk_prose_copy (&self->body, line, 0, &copy, notes);
  if (copy.text == NULL || copy.text->len == 0)
    return;
  how.node = akk_flow_node (flow, section, "P");
  flow->keep = AKK_KEEP_STRONG;
  akk_prose_add_text (&self->body, index, &how, &copy, notes, AKK_LOOK_TEXT);
}

/* The sentence of the clause; the page says "Ondertekening" itself. */
static void
add_generated_formula (AkkAgreementPrinter *self, guint section)
{
  g_autoptr (AkkText) text = akk_field_source_clause (self->fields, "signatures");

  for (guint i = 0; text != NULL && i < text->n_lines; i++)
    add_sentence (self, text->lines[i], AKK_NO_LINE, i == 0, section);
}

/* The same in the words of people: lists and tables, too. */
static void
add_edited_formula (AkkAgreementPrinter *self, guint section)
{
  guint around = self->body.section;

  self->body.section = section;
  for (guint i = self->formula.first; i <= self->formula.last; i++) {
    const AkkLine *line = self->matter->text->lines[i];
    if (line->kind == AKK_LINE_PARAGRAPH && !line->quote && !akk_line_has_field (line, "caption:"))
      add_sentence (self, line, i, i == self->formula.first, section);
    else
      akk_prose_add_line (&self->body, i);
  }
  akk_prose_flush_run_in (&self->body);
  self->body.section = around;
}

static void
add_formula_cb (guint section, gpointer data)
{
  AkkAgreementPrinter *self = data;

  if (self->formula.edited)
    add_edited_formula (self, section);
  else
    add_generated_formula (self, section);
}

void
akk_printer_add_signatures (AkkAgreementPrinter *self)
{
  static const char *const names[] = { "H1", "H2" };
  AkkSignaturePages pages = {
    .flow = self->flow,
    .phrases = self->phrases,
    .route = self->route,
    .stamp = self->matter->stamp,
    .heading = names[self->levels[0].heading],
    .add_formula = add_formula_cb,
    .data = self,
  };

  if (self->route == NULL || self->route->len == 0 || self->first_signature != AKK_NO_ROW)
    return;
  akk_signature_pages_add (&pages);
  self->first_signature = pages.first_row;
  self->last_signature = pages.last_row;
}
