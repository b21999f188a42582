/* What the sources of core/frozen share among themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/field-source.h"
#include "core/frozen.h"

G_BEGIN_DECLS

/* Of a table or a figure. */
typedef struct {
  gint64 id;
  guint number;
  gboolean figure;
} AkkFrozenCaption;

/* All that the words of a text depend on. */
typedef struct {
  GPtrArray *outline;
  AkkFieldSource *source;
  AkkPhrases *phrases;
  GArray *captions; /* AkkFrozenCaption, in order */
  AkkFrozenPage page;
  gpointer data;
} AkkFrozenText;

GArray *akk_frozen_captions (GPtrArray *outline) G_GNUC_WARN_UNUSED_RESULT;
/* A body with what its fields say in their place, and generated clauses as text. What belongs to
 * the structure (notes, commitments, captions) stays. */
char *akk_frozen_body (const AkkFrozenText *self, const char *body) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
