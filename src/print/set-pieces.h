/* The pieces of a paragraph that is being set: shaped words and parts of words, and where lines may
 * end. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/set.h"

G_BEGIN_DECLS

typedef struct {
  const AkkWord *word;
  double size, tracking;
  double width, space; /* in points */
  const char *href;
  guint8 face, raised;
  guint8 figures;
  guint8 end; /* AkkEnd */
  guint8 whole; /* a whole token in prose: may be hyphenated */
  guint8 hyphen; /* was cut here by force: a hyphen follows */
} AkkPiece;

/* Shapes the text. No piece is wider than `measure` unless it is a single glyph. Elements:
 * AkkPiece. */
GArray *akk_pieces_new (const AkkSetter *setter,
                        const AkkCopy *text,
                        const AkkType *type,
                        double measure,
                        guint *n_missing) G_GNUC_WARN_UNUSED_RESULT;

/* Breaks them into lines. Elements: AkkLineEnd, whose offset is a byte of the piece. */
GArray *akk_pieces_break (const AkkSetter *setter,
                          const GArray *pieces,
                          const AkkType *type,
                          double measure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
