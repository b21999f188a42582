/* The signature pages of what is signed: an agreement, an evaluation report.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/signing-route.h"
#include "print/agreement-print.h"
#include "print/flow.h"

G_BEGIN_DECLS

/* All is borrowed. `add_formula` adds the closing formula into the section that the heading (an
 * `heading` of element "H1" or "H2") opened. */
typedef struct {
  AkkFlow *flow;
  AkkPhrases *phrases;
  const GPtrArray *route; /* AkkSigningBlock */
  const AkkStamp *stamp; /* NULL: a draft, without a code to check */
  const char *heading;
  void (*add_formula) (guint section, gpointer data);
  gpointer data;
  guint first_row, last_row; /* set: where the blocks stand in the flow */
} AkkSignaturePages;

/* From a new page on; nothing if no party signs. */
void akk_signature_pages_add (AkkSignaturePages *self);

G_END_DECLS
