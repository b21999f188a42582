/* What the files of the preparation share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/phrases.h"
#include "core/preparation.h"

/* One look at a meeting. */
typedef struct {
  AkkStore *store;
  const AkkAgenda *agenda;
  AkkMeeting *previous; /* the last one that was held; NULL: none */
  AkkPhrases *phrases; /* of the agreement; NULL when its language has none */
  GPtrArray *offers; /* AkkAgendaOffer */
  gint64 day;
} AkkLook;

/* A check that is done so far; takes over the sentence. */
AkkCheck *akk_check_new (AkkCheckKey key, char *sentence) G_GNUC_WARN_UNUSED_RESULT;
/* Adds what is still to be done (takes over the words; `detail` may be NULL): the check is no
 * longer done. */
AkkCheck *akk_check_add (AkkCheck *self, AkkCheckState state, char *sentence, const char *detail);
/* It is mended by an item of that subject: the one that is offered, or a new one of this title. */
void akk_check_mend_by_item (AkkCheck *self,
                             const AkkLook *look,
                             AkkItemSubject subject,
                             const char *title);
/* Whether the agenda has an item of that subject, or one whose reference `field` is `id`. */
gboolean akk_look_has_subject (const AkkLook *look, AkkItemSubject subject);
gboolean akk_look_names (const AkkLook *look, const char *field, gint64 id);

/* Puts an item among those that mend a check, and gives it to its part. */
void akk_check_mend_by_offer (AkkCheck *self, AkkCheck *part, AkkAgendaItem *item);

/* --- preparation-follow.c: what the agreement asks for by now --- */

AkkCheck *akk_check_minutes (const AkkLook *look) G_GNUC_WARN_UNUSED_RESULT;
AkkCheck *akk_check_actions (const AkkLook *look) G_GNUC_WARN_UNUSED_RESULT;
AkkCheck *akk_check_indicators (const AkkLook *look) G_GNUC_WARN_UNUSED_RESULT;
AkkCheck *akk_check_signals (const AkkLook *look) G_GNUC_WARN_UNUSED_RESULT;
AkkCheck *akk_check_obligations (const AkkLook *look) G_GNUC_WARN_UNUSED_RESULT;
