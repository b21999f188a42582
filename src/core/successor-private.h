/* What the sources of core/successor share among themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record-copy.h"
#include "core/successor.h"

G_BEGIN_DECLS

/* A successor or copy that is being written. */
typedef struct {
  AkkSuccessor *self;
  AkkStore *store;
  AkkCopies *copies;
  gint64 old; /* the agreement that is copied */
  gint64 today;
} AkkSuccession;

/* Copies a record, or not. */
typedef void (*AkkCopyRecord) (AkkSuccession *self, gpointer record);
/* Each record of `type` whose REF field `ref` is `id`. */
void akk_succession_each (
    AkkSuccession *self, const AkkRecordType *type, const char *ref, gint64 id, AkkCopyRecord copy);
/* The office of a contact or a lead, as it is held now. */
void akk_succession_renew (AkkSuccession *self, gpointer copy, const char *field, gint64 office_id);
/* Of a day; 0: it is none. */
int akk_successor_year (gint64 day);

/* --- successor-work.c: actions and indicators --- */

/* Finds what may go along, and chooses all of it for what follows. */
void akk_successor_offer (AkkSuccessor *self);
void akk_succession_copy_actions (AkkSuccession *self, gint64 agreement_id);
/* After the copies are connected: the old ones say where they go on. */
void akk_succession_mark_actions (AkkSuccession *self);
/* After the actions, on which they bear. */
void akk_succession_copy_indicators (AkkSuccession *self);

G_END_DECLS
