/* Questions about a dossier that are answered aside, while the window goes on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"

G_BEGIN_DECLS

/* Reckons on a thread, from a copy of what is stored. One question at a time: who asks again while
 * one is being answered gets the answer to the last only. */
typedef struct _AkkAside AkkAside;

/* About which record, on which day (day.h; 0: it does not matter), and which number the work needs
 * besides, as a year. */
typedef struct {
  gint64 record, day;
  int number;
} AkkQuestion;

/* On the thread, to which `copy` belongs. NULL, with or without an error: there is no answer. */
typedef gpointer (*AkkAsideWork) (AkkStore *copy, const AkkQuestion *question, GError **error);
/* On the main thread; takes over `answer`, NULL where there is none. It may ask again. */
typedef void (*AkkAsideAnswered) (gpointer object, gpointer answer);

/* `free_answer` is for answers that nobody waits for any more; `object` owns what is returned. */
AkkAside *akk_aside_new (AkkAsideWork work,
                         GDestroyNotify free_answer,
                         AkkAsideAnswered answered,
                         gpointer object) G_GNUC_WARN_UNUSED_RESULT;
/* Stops first. */
void akk_aside_free (AkkAside *self);

/* Of what `store` holds once the thread reads it. */
void akk_aside_ask (AkkAside *self, AkkStore *store, AkkQuestion question);
/* What was asked is not answered any more. */
void akk_aside_stop (AkkAside *self);
/* Something that was asked is still to be answered. */
gboolean akk_aside_is_busy (AkkAside *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkAside, akk_aside_free)

G_END_DECLS
