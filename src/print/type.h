/* The styles of paper, one for all documents.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/set.h"

G_BEGIN_DECLS

typedef enum {
  AKK_LOOK_TEXT,
  AKK_LOOK_TITLE,
  AKK_LOOK_SUBTITLE,
  AKK_LOOK_MOTTO,
  AKK_LOOK_EYEBROW,
  AKK_LOOK_DRAFT,
  AKK_LOOK_PART_LABEL,
  AKK_LOOK_PART,
  AKK_LOOK_ARTICLE,
  AKK_LOOK_SUBARTICLE,
  AKK_LOOK_UNNUMBERED,
  AKK_LOOK_BLOCK_HEAD, /* of commitments */
  AKK_LOOK_NOTE,
  AKK_LOOK_CAPTION,
  AKK_LOOK_CELL,
  AKK_LOOK_MARK, /* a disc in a matrix */
  AKK_LOOK_HEAD_CELL,
  AKK_LOOK_FURNITURE,
  AKK_LOOK_ENTRY, /* of the contents */
  AKK_LOOK_ENTRY_PART,
  AKK_LOOK_BRIEF,
  AKK_LOOK_BRIEF_LABEL,
  AKK_LOOK_REMARK,
  AKK_LOOK_LOGO,
  AKK_LOOK_NAME, /* of who signs */
  AKK_LOOK_FUNCTION,
  AKK_LOOK_CODE,
  AKK_LOOK_DECISION, /* its label; the text has that of a heading */
  AKK_LOOK_AMBITION, /* a priority in an action plan */
  AKK_LOOK_CHART, /* the smaller words of a chart */
  AKK_LOOK_REPORT_TITLE,
  AKK_LOOK_LEAD, /* what leads a report in */
  AKK_LOOK_KEY_FIGURE,
  AKK_N_LOOKS,
} AkkLook;

/* Measures of the page in points; everything stands on multiples of 7.5 or leads back to them. */
#define AKK_PAGE_WIDTH 595.28
#define AKK_PAGE_HEIGHT 841.89
#define AKK_PAGE_LEFT 85.04
#define AKK_PAGE_RIGHT 524.41
#define AKK_PAGE_TOP 82.0
#define AKK_PAGE_BOTTOM 757.0
#define AKK_TEXT_LEFT 127.56
#define AKK_TEXT_WIDTH (AKK_PAGE_RIGHT - AKK_TEXT_LEFT)
#define AKK_FULL_WIDTH (AKK_PAGE_RIGHT - AKK_PAGE_LEFT)
#define AKK_SLOT 15.0

/* A page and what stands on it, in points; the measures above are those of the upright one. */
typedef struct {
  double width, height;
  double left, right, top, bottom; /* of the text */
  double header; /* baseline; 0: there is none */
  double footer_rule, footer;
} AkkPageShape;
extern const AkkPageShape akk_page_upright, akk_page_landscape;

extern const AkkType akk_types[AKK_N_LOOKS];

G_END_DECLS
