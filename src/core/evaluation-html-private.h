/* What the makers of the web page of an evaluation report share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/discretion.h"
#include "core/evaluation-facts.h"

G_BEGIN_DECLS

typedef struct {
  GString *out;
  AkkEvaluationFacts *facts; /* borrowed, as all below */
  AkkPhrases *phrases;
  AkkDiscretion *discretion;
  guint n_notes; /* of narratives, so far */
} AkkEvaluationPage;

/* Escaped, and without the names of persons. */
void akk_evaluation_page_text (AkkEvaluationPage *self, const char *text);
/* <NAME>text</NAME>; nothing for no text. */
void akk_evaluation_page_element (AkkEvaluationPage *self, const char *name, const char *text);
/* A table with its caption, up to its body; `heads` ends with NULL. */
void akk_evaluation_page_begin_table (AkkEvaluationPage *self,
                                      const char *caption,
                                      const char *const *heads);
/* A row whose first cell is its head; ends with NULL. `class` NULL: none. */
void akk_evaluation_page_row (AkkEvaluationPage *self, const char *class, const char *const *cells);
void akk_evaluation_page_end_table (AkkEvaluationPage *self);

/* --- evaluation-html-words.c --- */

/* CommonMark, its first heading level below that of the part. */
void akk_evaluation_page_narrative (AkkEvaluationPage *self, const char *narrative);

/* --- evaluation-html-figures.c --- */

/* A line over the years with baseline and target, and all figures in a table. */
void akk_evaluation_page_indicator (AkkEvaluationPage *self, const AkkIndicatorFact *fact);

G_END_DECLS
