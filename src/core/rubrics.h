/* How far an agreement fills the rubrics of its template.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/section.h"
#include "core/templates.h"

G_BEGIN_DECLS

typedef enum {
  AKK_RUBRIC_MISSING, /* no section fills it */
  AKK_RUBRIC_EMPTY, /* there is a section, with nothing or with the words of the template only */
  AKK_RUBRIC_FILLED,
} AkkRubricState;

typedef struct {
  const AkkRubric *rubric;
  AkkRubricState state;
  gint64 section; /* the first that fills it; 0: none */
} AkkRubricEntry;

typedef struct {
  AkkTemplate *template;
  GArray *entries; /* AkkRubricEntry, as the template has them */
  guint n_filled;
} AkkRubrics;

/* As it is now: it does not follow the store. NULL: it was made from no template that is here, or
 * from one without rubrics. */
AkkRubrics *akk_rubrics_new (AkkStore *store, AkkAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
void akk_rubrics_free (AkkRubrics *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkRubrics, akk_rubrics_free)

/* The rubric that a section fills, itself or as a part of another; NULL: none. Borrowed. */
const AkkRubricEntry *
akk_rubrics_of_section (const AkkRubrics *self, AkkStore *store, gint64 section);

G_END_DECLS
