/* A section: a numbered part of the text of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/section.h"

#include <glib/gi18n.h>

const AkkChoice akk_schemes[] = {
  { AKK_SCHEME_NONE, "none", N_ ("No number") },
  { AKK_SCHEME_PART, "part", N_ ("Part I.") },
  { AKK_SCHEME_ROMAN, "roman", N_ ("I.") },
  { AKK_SCHEME_DECIMAL, "decimal", N_ ("1.") },
  { AKK_SCHEME_DECIMAL_PATH, "decimal-path", N_ ("1.1") },
  { AKK_SCHEME_LETTER, "letter", N_ ("A.") },
  { AKK_SCHEME_LETTER_PAREN, "letter-paren", N_ ("a)") },
  { AKK_SCHEME_ARTICLE, "article", N_ ("Article 1., running on") },
  { AKK_SCHEME_RUNNING, "running", N_ ("1, running on") },
  { AKK_SCHEME_RUN_IN, "run-in", N_ ("1. in the first line") },
  { AKK_SCHEME_ANNEX, "annex", N_ ("Annex 1.") },
  { 0, NULL, NULL },
};

const AkkChoice akk_contents[] = {
  { AKK_CONTENT_TEXT, "text", N_ ("Text") },
  { AKK_CONTENT_PDF, "pdf", N_ ("Pages of a PDF") },
  { AKK_CONTENT_PLAN, "action-plan", N_ ("Action plan") },
  { AKK_CONTENT_DASHBOARD, "dashboard", N_ ("Dashboard of the indicators") },
  { AKK_CONTENT_FOLLOWS, "follows", N_ ("Follows later") },
  { 0, NULL, NULL },
};

const AkkChoice akk_reviews[] = {
  { AKK_REVIEW_NONE, "none", N_ ("Not taken over") },
  { AKK_REVIEW_OPEN, "open", N_ ("Still to be read") },
  { AKK_REVIEW_VALID, "valid", N_ ("Still valid") },
  { AKK_REVIEW_CHANGED, "changed", N_ ("Changed") },
  { 0, NULL, NULL },
};
