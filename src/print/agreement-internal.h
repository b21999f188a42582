/* What the makers of the parts of a printed agreement share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/field-source.h"
#include "core/signing-route.h"
#include "core/text-clauses.h"
#include "print/agreement-print.h"
#include "print/prose.h"

G_BEGIN_DECLS

#define AKK_MAX_DEPTH 32

/* How a section is announced. */
typedef enum {
  AKK_RANK_PART,
  AKK_RANK_ARTICLE,
  AKK_RANK_SUBARTICLE,
  AKK_RANK_UNNUMBERED,
} AkkRank;

/* What an open section passes on to those in it. */
typedef struct {
  guint node;
  AkkRank rank;
  guint heading; /* level of the nearest heading that was printed: 1 is H1 */
} AkkSectionLevel;

/* A page number in the contents: its piece is filled in when all is laid out. */
typedef struct {
  guint piece;
  guint link; /* the element whose words for the ear end with the number */
  guint line; /* of the source, that stands on the page */
  AkkLook look;
} AkkPagePromise;

/* Keys of `told`, beside the ids of sections. */
#define AKK_FIRST_SIGNATURE G_GINT64_CONSTANT (-1)
#define AKK_LAST_SIGNATURE G_GINT64_CONSTANT (-2)

typedef struct {
  AkkFlow *flow;
  AkkPhrases *phrases;
  const AkkAgreementMatter *matter;
  AkkFieldSource *fields; /* NULL: no store */
  GPtrArray *route; /* AkkSigningBlock; NULL: no store */
  AkkProse body;
  gboolean has_parts;
  AkkSectionLevel levels[AKK_MAX_DEPTH + 1]; /* 0: the document */
  GArray *promises; /* AkkPagePromise */
  GHashTable
      *told; /* what was asked about: id of a section -> page that was said, counted from 1 */
  GHashTable *known; /* the same, as the layout before had it */
  GHashTable *targets; /* id of a section or caption → what agreement-print.c knows of it */
  guint first_signature, last_signature; /* rows; AKK_NO_ROW: none */
  const AkkSection *attached; /* whose content follows on its text; NULL: none */
  guint attached_row, attached_line; /* that it began with */
  guint attached_heading; /* the level of its heading */
  AkkClause formula; /* of the signatures, where people wrote it themselves: `edited` */
} AkkAgreementPrinter;

/* --- agreement-print.c --- */

/* `known` is borrowed; NULL: nothing is known of pages. */
void akk_printer_init (AkkAgreementPrinter *self,
                       AkkPaper *paper,
                       const AkkAgreementMatter *matter,
                       GHashTable *known);
/* All but the flow. */
void akk_printer_clear (AkkAgreementPrinter *self);
/* A line of the text: a heading, a clause, or one of the body. */
void akk_printer_add_line (AkkAgreementPrinter *self, guint index);
/* Where a section or a caption begins in the text; G_MAXUINT: nowhere. */
guint akk_printer_line_of (AkkAgreementPrinter *self, gint64 section);
AkkSet *akk_printer_set (AkkAgreementPrinter *self, const char *text, AkkLook look, double measure)
    G_GNUC_WARN_UNUSED_RESULT;
/* The line of the contents or body in which something stands, by what the layout before knew. The
 * layout is done again if it was wrong. */
guint akk_printer_page_of (AkkAgreementPrinter *self, gint64 section);
/* NULL: there is no such section. */
const AkkOutlineEntry *akk_printer_entry (AkkAgreementPrinter *self, gint64 section);
/* "clause" of a paragraph that holds nothing but {{clause:…}}; NULL: it is another line. */
const char *akk_printer_clause (const AkkLine *line);
gboolean akk_printer_has_clause (AkkAgreementPrinter *self, const char *name);
/* A heading of the program's own at the top of a page; returns the section it opens. */
guint
akk_printer_begin_page (AkkAgreementPrinter *self, const char *title, const char *header, double x);

/* --- agreement-headings.c --- */

AkkRank akk_printer_rank (AkkAgreementPrinter *self,
                          const AkkOutlineEntry *entry,
                          guint depth,
                          AkkRank parent);
/* The number as it is printed: "Deel I" without the point of "Deel I." */
char *akk_printer_number (const AkkOutlineEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
void akk_printer_begin_section (AkkAgreementPrinter *self, guint line);

/* --- agreement-annexes.c --- */

/* The text of a section has ended: what else stands in it comes now. */
void akk_printer_end_section (AkkAgreementPrinter *self);

/* --- The parts of the document --- */

/* The picture of an attachment, or NULL; it belongs to the paper. */
AkkPicture *akk_printer_picture (AkkAgreementPrinter *self, const char *sha256);
/* What councils decided on it, where it is printed with the agreement. */
void akk_printer_add_councils (AkkAgreementPrinter *self);
void akk_printer_add_front (AkkAgreementPrinter *self);
/* "Addendum bij …": what an addendum adds to; NULL for another agreement. */
char *akk_printer_amended (AkkAgreementPrinter *self) G_GNUC_WARN_UNUSED_RESULT;
/* "In het kort", on the title page that `first_row` began. */
void akk_printer_add_brief (AkkAgreementPrinter *self, guint first_row);
void akk_printer_add_contents (AkkAgreementPrinter *self);
/* Puts the page numbers in. `pages`: page of each line of the text, counted from 1. */
void akk_printer_keep_promises (AkkAgreementPrinter *self, const GArray *pages);
void akk_printer_add_parties_page (AkkAgreementPrinter *self);
/* The lines of the clause, where the text has it; `line` is that of the source. */
void akk_printer_add_parties (AkkAgreementPrinter *self, guint node, guint line);
/* Once in a document, whatever the text has of the clause: without places to sign it is nothing. */
void akk_printer_add_signatures (AkkAgreementPrinter *self);

G_END_DECLS
