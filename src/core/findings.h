/* What still has to be done before an agreement can be frozen, and what is worth a thought.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"

G_BEGIN_DECLS

typedef enum {
  AKK_FINDING_BLOCKING, /* it cannot be frozen like this */
  AKK_FINDING_ADVICE,
} AkkFindingSeverity;

typedef struct {
  const char *id; /* a word that never changes: "empty-field" */
  AkkFindingSeverity severity;
  char *text; /* translated: what was found */
  char *advice; /* translated: what to do about it */
  const AkkRecordType *type; /* of the record to go to */
  gint64 record;
  char *part; /* of that record, by a key that is its own; NULL: it is about all of it */
  gint64 section; /* 0: it is not about the text */
  guint line; /* in the whole text (agreement-text.h) as the store holds it; G_MAXUINT: none */
  char *place; /* where it was found, in words that stay the same: what is accepted with the id */
  char *what, *instead; /* what stands there, and what a remedy puts there; "" or NULL: nothing */
  gint64 acceptance; /* the record by which it was accepted; 0: it was not */
  char *reason; /* why it was accepted; NULL: it was not */
} AkkFinding;

/* What is wrong with the file of an annex. Who can read such files tells, for core cannot; nobody
 * does unless told to. The reader is asked on any thread. */
typedef enum {
  AKK_ANNEX_WITHOUT_FONTS = 1 << 0,
  AKK_ANNEX_IN_INKS = 1 << 1, /* colours for a printing press only */
  AKK_ANNEX_UNREADABLE = 1 << 2,
} AkkAnnexFlaws;
typedef AkkAnnexFlaws (*AkkAnnexReader) (AkkStore *store, const char *sha256);
void akk_findings_set_annex_reader (AkkAnnexReader reader);
/* Likewise whether a picture in the text can be shown. */
typedef gboolean (*AkkFigureReader) (AkkStore *store, const char *sha256);
void akk_findings_set_figure_reader (AkkFigureReader reader);

/* First what blocks, then advice, at last what was accepted; each in the order agreement, parties,
 * text. `today` decides who holds an office while the agreement is not frozen yet. Elements:
 * AkkFinding. */
GPtrArray *
akk_findings_new (AkkStore *store, AkkAgreement *agreement, gint64 today) G_GNUC_WARN_UNUSED_RESULT;
/* How many of them block. */
guint akk_findings_count_blocking (GPtrArray *findings);
/* How many of them nobody accepted. */
guint akk_findings_count_open (GPtrArray *findings);

/* What the button that mends it says, translated; NULL: only people can mend it. */
const char *akk_finding_remedy (const AkkFinding *self);
/* Mends it, as one step. FALSE when it could not be stored. */
gboolean
akk_finding_mend (AkkStore *store, AkkAgreement *agreement, const AkkFinding *self, GError **error);

/* Advice that people live with, for a reason that is not empty; each is one step. What blocks
 * cannot be accepted. */
gboolean akk_finding_accept (AkkStore *store,
                             AkkAgreement *agreement,
                             const AkkFinding *self,
                             const char *reason,
                             GError **error);
gboolean akk_finding_reopen (AkkStore *store, const AkkFinding *self, GError **error);

G_END_DECLS
