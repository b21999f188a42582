/* What the sources of core/findings share among themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/field-source.h"
#include "core/findings.h"
#include "core/section.h"
#include "core/text.h"

G_BEGIN_DECLS

typedef struct {
  AkkStore *store;
  AkkAgreement *agreement;
  AkkPhrases *phrases;
  AkkFieldSource *source;
  GPtrArray *outline;
  AkkText *text;
  GPtrArray *findings; /* AkkFinding */
} AkkFinder;

/* Adds a finding about a record; `text` and `advice` are translated, and copied. */
AkkFinding *akk_finder_add (AkkFinder *self,
                            const char *id,
                            AkkFindingSeverity severity,
                            gconstpointer record,
                            const char *text,
                            const char *advice);
/* `name` stands where `format` holds "%s". */
AkkFinding *akk_finder_add_about (AkkFinder *self,
                                  const char *id,
                                  AkkFindingSeverity severity,
                                  gconstpointer record,
                                  const char *format,
                                  const char *name,
                                  const char *advice);

/* Takes over what was found (the array has no free function): blocking ones first, each kind in the
 * order in which it was found. */
GPtrArray *akk_findings_sort (const GPtrArray *findings) G_GNUC_WARN_UNUSED_RESULT;

/* --- findings-text.c --- */

void akk_find_in_text (AkkFinder *self);

/* --- findings-blank.c --- */

/* What was left in `text` to be filled in ("d.d. ….", "____", "[…]", "XX"), as it stands there. */
GStrv akk_blanks_find (AkkPhrases *phrases, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
