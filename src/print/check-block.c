/* The block by which paper is checked: QR code, control code, and what to do with them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/check-block.h"

#include <string.h>

#include "core/control-code.h"
#include "print/picture.h"

#define PICTURE 54.0
/* Four modules of white around it, of 29. */
#define GAP 14.0
#define CODE_GAP 3.0
#define LONGEST 500 /* bytes that a code of this size holds so that it can be read */

static double
add_text (AkkFlow *flow, const char *text, AkkLook look, double x, double y, guint parent)
{
  g_autoptr (AkkSet) set = akk_flow_set (flow, text, look, AKK_PAGE_RIGHT - x);
  guint node = akk_flow_node (flow, parent, "P");

  for (guint i = 0; i < set->n_lines; i++)
    akk_flow_piece (flow, akk_set_ref (set), i, x, y + i * set->leading + set->baseline, node);
  return y + set->n_lines * set->leading;
}

void
akk_check_block_add (AkkFlow *flow,
                     AkkPhrases *phrases,
                     const AkkStamp *stamp,
                     guint first_row,
                     const char *title,
                     const char *text,
                     double x)
{
  g_autofree char *code = akk_control_code_format (stamp->code);
  g_autofree char *number = g_strdup_printf ("%d", stamp->number);
  g_autofree char *content =
      akk_phrases_format (phrases, "check-content", "code", code, "number", number, NULL);
  g_autofree char *alt = akk_phrases_format (phrases, "check-picture", "code", code, NULL);
  g_autoptr (AkkSet) body =
      akk_flow_set (flow, text, AKK_LOOK_BRIEF, AKK_PAGE_RIGHT - x - PICTURE - GAP);
  double height = MAX (PICTURE, 15 + body->n_lines * body->leading + CODE_GAP + 15);
  double room = AKK_PAGE_BOTTOM - AKK_PAGE_TOP - akk_flow_used (flow, first_row) - height;
  guint node = akk_flow_node (flow, AKK_NO_NODE, "Sect");

  /* On a page of its own it stands at the top. */
  flow->keep = AKK_KEEP_NONE;
  flow->after = 0;
  akk_flow_row (flow, room > AKK_SLOT ? room - 0.5 : AKK_SLOT, height, AKK_NO_LINE);
  akk_flow_picture (flow, akk_picture_new_qr (content), x, (height - PICTURE) / 2, PICTURE, PICTURE,
                    alt, node);
  x += PICTURE + GAP;
  double y = add_text (flow, title, AKK_LOOK_NAME, x, 2, node) + 1.5;
  y = add_text (flow, text, AKK_LOOK_BRIEF, x, y, node);
  add_text (flow, code, AKK_LOOK_CODE, x, y + CODE_GAP, node);
}

void
akk_code_block_add (AkkFlow *flow, AkkPhrases *phrases, const char *address, const char *label)
{
  const char *words = *label != '\0' ? label : address;
  const double x = AKK_PAGE_LEFT + PICTURE + GAP;
  g_autofree char *alt = akk_phrases_format (phrases, "code-picture", "address", address, NULL);
  g_autoptr (AkkSet) body = akk_flow_set (flow, words, AKK_LOOK_BRIEF, AKK_PAGE_RIGHT - x);
  double height = MAX (PICTURE, body->n_lines * (double) body->leading);
  guint node;

  if (strlen (address) > LONGEST)
    return;
  node = akk_flow_node (flow, AKK_NO_NODE, "Sect");
  akk_flow_row (flow, 1.5 * AKK_SLOT, height, AKK_NO_LINE);
  akk_flow_picture (flow, akk_picture_new_qr (address), AKK_PAGE_LEFT, (height - PICTURE) / 2,
                    PICTURE, PICTURE, alt, node);
  add_text (flow, words, AKK_LOOK_BRIEF, x, (height - body->n_lines * (double) body->leading) / 2,
            node);
}
