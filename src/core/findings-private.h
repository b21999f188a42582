/* What the sources of core/findings share among themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/field-source.h"
#include "core/findings.h"
#include "core/parties.h"
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
  GPtrArray *parties; /* AkkPartyEntry */
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

/* The same about a line of the text. `name` is also `what` stands there. */
AkkFinding *akk_finder_add_in_text (AkkFinder *self,
                                    const char *id,
                                    AkkFindingSeverity severity,
                                    AkkSection *section,
                                    guint line,
                                    const char *format,
                                    const char *name,
                                    const char *advice);
/* Tells findings of one kind about one record apart. */
void akk_finding_add_place (AkkFinding *self, const char *key);

/* Calls `visit` for each line of the text that holds words, headings and the cells of tables too,
 * with the section in which and the line on which it stands. */
typedef void (*AkkFindLine) (
    AkkFinder *self, const AkkLine *line, AkkSection *section, guint index, gpointer data);
void akk_finder_each_line (AkkFinder *self, AkkFindLine visit, gpointer data);
/* The line on which the heading of a section stands; G_MAXUINT: on none. */
guint akk_finder_heading_line (const AkkFinder *self, gint64 section);
/* The words of a phrase that is a list with a ';' between. */
GStrv akk_finder_words (AkkFinder *self, const char *key) G_GNUC_WARN_UNUSED_RESULT;
/* Whether one of the words, which are in small letters, stands in the text, whatever its capitals;
 * as a part of others too. */
gboolean akk_finder_mentions (GStrv words, const char *text);

/* Takes over what was found (the array has no free function): blocking ones first, each kind in the
 * order in which it was found. */
GPtrArray *akk_findings_sort (const GPtrArray *findings) G_GNUC_WARN_UNUSED_RESULT;

/* --- findings-text.c --- */

void akk_find_in_text (AkkFinder *self);

/* --- findings-numbers.c: numbers typed in headings --- */

void akk_find_numbers (AkkFinder *self);
/* Inside an action: numbers the headings automatically that were numbered by hand as that one. */
void akk_renumber_typed (AkkStore *store, GPtrArray *outline, GStrv words, gint64 section);

/* --- findings-links.c: links and annexes --- */

void akk_find_links (AkkFinder *self);
/* Whether nobody can follow a link. */
gboolean akk_link_is_dead (const char *href);

/* --- findings-dates.c --- */

void akk_find_dates (AkkFinder *self);

/* --- findings-bodies.c --- */

void akk_find_bodies (AkkFinder *self);

/* --- findings-names.c --- */

/* A word of a text, in bytes. */
typedef struct {
  gsize from, to;
} AkkWordSpan;

void akk_find_names (AkkFinder *self);
/* The words of a text; hyphens and apostrophes belong to them. Elements: AkkWordSpan. */
GArray *akk_words_split (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the name of a person stands in the text, or nearly so. */
gboolean akk_text_names (const char *text, const char *name);

/* --- findings-people.c --- */

void akk_find_people (AkkFinder *self);

/* --- findings-functions.c --- */

void akk_find_functions (AkkFinder *self);

/* --- findings-abbreviations.c --- */

void akk_find_abbreviations (AkkFinder *self);
/* What an abbreviation stands for that is used all over; NULL: it is not known. */
char *akk_abbreviation_meaning (AkkPhrases *phrases, const char *word) G_GNUC_WARN_UNUSED_RESULT;
/* Whether these very words stand there, not as a part of others; never for "". */
gboolean akk_text_has_word (const char *text, const char *word);

/* --- findings-rubrics.c --- */

void akk_find_rubrics (AkkFinder *self);

/* --- findings-review.c: what was taken over from a predecessor --- */

void akk_find_review (AkkFinder *self);

/* --- findings-accept.c --- */

/* Marks what was found before and accepted. */
void akk_find_accepted (AkkFinder *self);

/* --- findings-blank.c --- */

/* What was left in `text` to be filled in ("d.d. ….", "____", "[…]", "XX"), as it stands there. */
GStrv akk_blanks_find (AkkPhrases *phrases, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
