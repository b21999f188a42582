/* The signature pages of an evaluation report that is to be signed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/evaluation-internal.h"
#include "print/signature-pages.h"

static void
add_formula_cb (guint section, gpointer data)
{
  AkkReport *self = data;
  AkkFlow *flow = self->sheet.flow;
  const AkkStamp *stamp = self->wanted->stamp;
  AkkFlowText how = { .x = AKK_PAGE_LEFT, .before = 3.75, .line = AKK_NO_LINE };
  g_autofree char *date =
      stamp != NULL ? akk_phrases_date (self->sheet.phrases, stamp->date) : NULL;
  g_autofree char *dated =
      stamp != NULL ? akk_phrases_format (self->sheet.phrases, "report-signing", "date", date, NULL)
                    : NULL;

  how.node = akk_flow_node (flow, section, "P");
  flow->keep = AKK_KEEP_STRONG;
  akk_flow_text (
      flow,
      akk_flow_set (flow, dated != NULL ? dated : akk_report_phrase (self, "report-signing-draft"),
                    AKK_LOOK_TEXT, AKK_FULL_WIDTH),
      &how);
}

void
akk_report_add_signatures (AkkReport *self)
{
  g_autoptr (GPtrArray) route = NULL;
  AkkSignaturePages pages = {
    .flow = self->sheet.flow,
    .phrases = self->sheet.phrases,
    .stamp = self->wanted->stamp,
    .heading = "H2",
    .add_formula = add_formula_cb,
    .data = self,
  };

  if (!self->evaluation->signs || self->wanted->is_public)
    return;
  route = akk_signing_route_new (self->facts->store, self->sheet.agreement, self->sheet.phrases);
  pages.route = route;
  akk_signature_pages_add (&pages);
}
