/* The commitments of an agreement: the list items that say what the partners will do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/field-source.h"
#include "core/section.h"
#include "core/store.h"

G_BEGIN_DECLS

/* A list item that begins with the atom `{{commitment:ID}}`. */
typedef struct {
  gint64 id; /* ID; what belongs to the commitment refers to it */
  gint64 section;
  char *number; /* of the section, as printed: "Deel IV.", "7"; "" for none */
  guint line; /* in `text` */
  char *text; /* plain, with its continuation paragraphs, on one line */
} AkkCommitment;

/* In the order of the text. An id that stands twice counts where it stands first: the other one was
 * copied. `source` says what fields in a commitment stand for; NULL: they are left out. Elements:
 * AkkCommitment. */
GPtrArray *akk_commitments_new (GPtrArray *outline,
                                const AkkText *text,
                                AkkFieldSource *source) G_GNUC_WARN_UNUSED_RESULT;

/* The same of what is stored. */
GPtrArray *akk_commitments_load (AkkStore *store,
                                 AkkAgreement *agreement,
                                 AkkFieldSource *source) G_GNUC_WARN_UNUSED_RESULT;

/* Its text without the sign that ends it in its list. */
char *akk_commitment_plain (const AkkCommitment *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
