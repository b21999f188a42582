/* A section: a numbered part of the text of an agreement. Sections form a tree.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/record.h"

G_BEGIN_DECLS

/* How a heading is numbered. All but ARTICLE, RUNNING and ANNEX count from one below each parent.
 */
typedef enum {
  AKK_SCHEME_NONE,
  AKK_SCHEME_PART, /* Deel I. */
  AKK_SCHEME_ROMAN, /* I. */
  AKK_SCHEME_DECIMAL, /* 1. */
  AKK_SCHEME_DECIMAL_PATH, /* 1.1 */
  AKK_SCHEME_LETTER, /* A. */
  AKK_SCHEME_LETTER_PAREN, /* a) */
  AKK_SCHEME_ARTICLE, /* Artikel 1., running through the whole agreement */
  AKK_SCHEME_RUNNING, /* 1, running through the whole agreement */
  AKK_SCHEME_RUN_IN, /* 1. heading in bold at the start of the first paragraph */
  AKK_SCHEME_ANNEX, /* Bijlage 1., running through the whole agreement, on a page of its own */
  AKK_N_SCHEMES,
} AkkScheme;

/* What stands under a heading. Only what is text has a body of its own on paper; the others may
 * have one, which then comes first. */
typedef enum {
  AKK_CONTENT_TEXT,
  AKK_CONTENT_PDF, /* the pages of `file` */
  AKK_CONTENT_PLAN, /* the action plan of `year` */
  AKK_CONTENT_DASHBOARD, /* the dashboard of `year` */
  AKK_CONTENT_FOLLOWS, /* announced: it comes later */
} AkkContent;

/* Whether a text that was taken over from a predecessor still holds. */
typedef enum {
  AKK_REVIEW_NONE, /* it was not taken over */
  AKK_REVIEW_OPEN,
  AKK_REVIEW_VALID, /* read, and left as it was */
  AKK_REVIEW_CHANGED,
} AkkReview;

/* `year` 0: that of the evaluation, else of the start. `rubric`: which part of a template it
 * fills (templates.h); "" for none. `origin_id`: the section of the predecessor that it was. */
/* clang-format off */
#define AKK_SECTION_FIELDS(F, T)                                                                    \
  F (T, REF,  agreement_id, N_("Agreement"),  .table = "agreement", .required = TRUE)               \
  F (T, REF,  parent_id,    N_("Part of"),    .table = "section")                                   \
  F (T, TEXT, position,     N_("Position"))                                                         \
  F (T, TEXT, heading,      N_("Heading"),    .search = TRUE)                                       \
  F (T, ENUM, scheme,       N_("Numbering"),  .values = akk_schemes)                                \
  F (T, TEXT, body,         N_("Text"),       .search = TRUE, .body = TRUE)                         \
  F (T, ENUM, content,      N_("Content"),    .values = akk_contents)                               \
  F (T, TEXT, file,         N_("File"),       .blob = TRUE)                                         \
  F (T, INT,  year,         N_("Year"),       .max = 9999)                                          \
  F (T, TEXT, rubric,       N_("Rubric"),     .working = TRUE)                                      \
  F (T, REF,  origin_id,    N_("Taken over from"), .table = "section", .working = TRUE)             \
  F (T, ENUM, review,       N_("Still valid?"), .values = akk_reviews, .working = TRUE)
/* clang-format on */

extern const AkkChoice akk_schemes[];
extern const AkkChoice akk_contents[];
extern const AkkChoice akk_reviews[];
AKK_DECLARE_RECORD (AkkSection, akk_section, AKK_SECTION_FIELDS)

/* Where a section stands in the document. */
typedef struct {
  AkkSection *section; /* owned */
  guint depth; /* 1 for a section without parent */
  char *number; /* as printed before the heading: "Deel IV.", "7", "A."; "" for none */
} AkkOutlineEntry;

/* The sections of an agreement in the order of the document, numbered. A section whose parent is
 * missing or deleted, or that is its own ancestor (two people moved at once), stands at the top
 * level: no text ever disappears. `sections` is the list of akk_store_list (). Elements:
 * AkkOutlineEntry. */
GPtrArray *akk_outline_new (GListModel *sections, const char *language) G_GNUC_WARN_UNUSED_RESULT;
const AkkOutlineEntry *akk_outline_find (GPtrArray *outline, gint64 section_id);

G_END_DECLS
