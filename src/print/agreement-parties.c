/* Between whom an agreement is made: prose, a numbered paragraph for each party.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/agreement-internal.h"

static void
add_paragraph (AkkAgreementPrinter *self, const AkkLine *it, guint node, guint line)
{
  g_auto (AkkCopy) text = { 0 };
  AkkFlow *flow = self->flow;
  AkkFlowText how = { .x = AKK_TEXT_LEFT,
                      .before = AKK_SLOT / 2,
                      .node = akk_flow_node (flow, node, "P"),
                      .line = line };
  gboolean between = it->n_runs > 0 && it->runs[0].style & AKK_STYLE_ITALIC;

  akk_prose_copy (&self->body, it, 0, &text, NULL);
  akk_flow_text (flow, akk_paper_set (flow->paper, &text, AKK_LOOK_TEXT, AKK_TEXT_WIDTH), &how);
  /* "Tussen" and "en" stand above a party. */
  if (between)
    flow->keep = AKK_KEEP_STRONG;
}

/* A party is never divided. */
static void
add_party (AkkAgreementPrinter *self, const AkkLine *it, guint number, guint list, guint line)
{
  g_auto (AkkCopy) text = { 0 };
  g_autofree char *label = g_strdup_printf ("%u", number);
  AkkFlow *flow = self->flow;
  guint item = akk_flow_node (flow, list, "LI");
  AkkFlowText how = { .x = AKK_TEXT_LEFT,
                      .before = AKK_SLOT / 2,
                      .line = line,
                      .marker_x = AKK_PAGE_LEFT,
                      .marker_node = akk_flow_node (flow, item, "Lbl") };
  guint first = flow->rows->len;

  how.node = akk_flow_node (flow, item, "LBody");
  how.marker = akk_printer_set (self, label, AKK_LOOK_ENTRY, AKK_TEXT_WIDTH);
  akk_prose_copy (&self->body, it, 0, &text, NULL);
  akk_flow_text (flow, akk_paper_set (flow->paper, &text, AKK_LOOK_TEXT, AKK_TEXT_WIDTH), &how);
  for (guint i = first + 1; i < flow->rows->len; i++)
    g_array_index (flow->rows, AkkRow, i).keep = AKK_KEEP_STRONG;
}

void
akk_printer_add_parties (AkkAgreementPrinter *self, guint node, guint line)
{
  g_autoptr (AkkText) text =
      self->fields != NULL ? akk_field_source_clause (self->fields, "parties") : NULL;
  guint list = AKK_NO_NODE, number = 0;

  for (guint i = 0; text != NULL && i < text->n_lines; i++) {
    const AkkLine *it = text->lines[i];
    if (it->kind != AKK_LINE_NUMBER) {
      list = AKK_NO_NODE;
      add_paragraph (self, it, node, line);
      continue;
    }
    if (list == AKK_NO_NODE) {
      list = akk_flow_node (self->flow, node, "L");
      akk_flow_node_at (self->flow, list)->numbering = "Decimal";
    }
    add_party (self, it, ++number, list, line);
  }
}

void
akk_printer_add_parties_page (AkkAgreementPrinter *self)
{
  g_autoptr (AkkText) text = akk_field_source_clause (self->fields, "parties");

  if (text == NULL || text->n_lines == 0)
    return;
  guint section =
      akk_printer_begin_page (self, akk_phrases_get (self->phrases, "parties-title"),
                              akk_phrases_get (self->phrases, "parties-header"), AKK_TEXT_LEFT);
  self->flow->after = AKK_SLOT / 2;
  akk_printer_add_parties (self, section, AKK_NO_LINE);
  self->flow->new_page = TRUE;
  self->flow->part = "";
}
