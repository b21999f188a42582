/* The successor of an agreement, or a copy: the same text, parties, priorities and bodies, with who
 * holds the offices now.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action.h"
#include "core/agreement.h"

G_BEGIN_DECLS

typedef enum {
  AKK_SUCCESSOR_FOLLOWS, /* it comes after: each section remembers where it comes from, and asks
                            whether it still holds */
  AKK_SUCCESSOR_COPY, /* another agreement that begins with the same words */
} AkkSuccessorKind;

/* Nothing is written before akk_successor_write(); until then all but the first three may be
 * changed. */
typedef struct {
  AkkStore *store;
  AkkAgreement *agreement;
  AkkSuccessorKind kind;
  char *title, *short_title; /* the short one with the years of the term */
  gint64 starts_on, ends_on; /* proposed: six years, as councils sit; AKK_NO_DATE: open */
  GPtrArray *actions; /* AkkAction: the unfinished ones */
  GPtrArray *indicators; /* AkkIndicator: what they measure, and how, may go along; not what was
                            measured, nor the baseline and the targets of the old term */
  GHashTable *chosen; /* set of those that go along: all, or those of a copy: none */
} AkkSuccessor;

AkkSuccessor *akk_successor_new (AkkStore *store,
                                 AkkAgreement *agreement,
                                 AkkSuccessorKind kind) G_GNUC_WARN_UNUSED_RESULT;
void akk_successor_free (AkkSuccessor *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkSuccessor, akk_successor_free)

/* Proposes a short title with the years of the term that is chosen now. */
void akk_successor_set_term (AkkSuccessor *self, gint64 starts_on, gint64 ends_on);
/* An action or an indicator of those offered. */
void akk_successor_choose (AkkSuccessor *self, gpointer record, gboolean chosen);
/* Offices of those who represent a party that nobody holds any more: a line for each, "Laarne:
 * algemeen directeur". They are left out. */
GStrv akk_successor_vacancies (const AkkSuccessor *self) G_GNUC_WARN_UNUSED_RESULT;

/* Inside an action: the agreement, a draft. The chosen actions go on in a plan of its first year,
 * and the old ones say so; nothing else of the old agreement changes. */
AkkAgreement *akk_successor_write (AkkSuccessor *self) G_GNUC_WARN_UNUSED_RESULT;

/* How many sections still ask whether they hold. */
guint akk_review_count_open (AkkStore *store, AkkAgreement *agreement);

/* Who holds an office on a day: the office itself, or that of who followed; 0: nobody. */
gint64 akk_office_holder_on (AkkStore *store, gint64 office_id, gint64 day);

G_END_DECLS
