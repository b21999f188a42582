/* Searching a whole dossier as one types: what is found, in groups, each with its context.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store-search.h"

G_BEGIN_DECLS

typedef enum {
  AKK_SEARCH_TEXT, /* of the agreements */
  AKK_SEARCH_DECISIONS,
  AKK_SEARCH_ACTIONS,
  AKK_SEARCH_MEETINGS,
  AKK_SEARCH_SIGNALS,
  AKK_SEARCH_INDICATORS,
  AKK_SEARCH_REPORTS,
  AKK_SEARCH_PARTIES, /* and persons, and the bodies on which they sit */
  AKK_SEARCH_SIGNING,
  AKK_SEARCH_ANNEXES, /* attached files and their pages */
  AKK_N_SEARCH_GROUPS,
} AkkSearchGroup;

/* Translated. */
const char *akk_search_group_title (AkkSearchGroup group);

/* How good a hit is. */
typedef enum {
  AKK_HIT_TEXT, /* the words stand somewhere in its text */
  AKK_HIT_NAME, /* its name holds them all */
  AKK_HIT_WHOLE, /* its name holds nothing else */
} AkkHitWorth;

typedef struct {
  AkkHitWorth worth;
  /* AkkRecord, owned: what was found, then what it belongs to, up to an agreement, an organisation
   * or a person. None of them is deleted. */
  GPtrArray *line;
  char *title; /* the name of what was found, as it is written in its fields; "" for none */
  char *part; /* of a section: the reference of the nearest numbered one around it; "" for none */
  char *excerpt; /* of the text around the words, or how it begins; may be "" */
  GArray *title_spans, *excerpt_spans; /* AkkSearchSpan: the words */
  guint page; /* of the attached PDF, from 1; 0: no page */
  AkkReading reading; /* of an attached file */
} AkkSearchHit;

typedef struct {
  AkkSearchGroup group;
  guint n; /* how many were found; exact where all are shown */
  GPtrArray *hits; /* AkkSearchHit, the best first */
} AkkSearchFinds;

typedef struct _AkkDossierSearch AkkDossierSearch;

AkkDossierSearch *akk_dossier_search_new (AkkStore *store) G_GNUC_WARN_UNUSED_RESULT;
void akk_dossier_search_free (AkkDossierSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkDossierSearch, akk_dossier_search_free)

/* So many hits of each group are shown, and of one that is shown whole. */
#define AKK_SEARCH_FEW 4
#define AKK_SEARCH_MANY 200

/* Elements AkkSearchFinds, the group with the best hit first; empty ones are left out. What belongs
 * to the agreement (id, or 0) comes before what belongs to others. `whole`: the group of which many
 * are shown, or AKK_N_SEARCH_GROUPS. An empty array for a query without a word. */
GPtrArray *akk_dossier_search_find (AkkDossierSearch *self,
                                    const char *query,
                                    gint64 agreement,
                                    AkkSearchGroup whole) G_GNUC_WARN_UNUSED_RESULT;

/* The first of the line, and the first that is of this type; NULL. Borrowed. */
gpointer akk_search_hit_record (const AkkSearchHit *self);
gpointer akk_search_hit_find (const AkkSearchHit *self, const AkkRecordType *type);

G_END_DECLS
