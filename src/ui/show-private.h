/* What the files of a presented meeting share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/show.h"

struct _AkkShow {
  GObject parent_instance;

  AkkStore *store;
  AkkMeeting *meeting;
  AkkAgenda *agenda;
  GArray *slides;
  guint position;
  guint page, n_pages;
  gboolean blank, paused, over;

  gint64 spent_us; /* on the item that is shown, up to `since` */
  gint64 since; /* monotonic time from which on more is spent */
  guint n_ticks; /* since the time was stored last */
  guint tick_source, progress_source;
  GHashTable *unstored; /* gint64 *: of items that were left, to gint64 *: µs that they took */
  gboolean quiet; /* a step of our own, that changes nothing of agenda and slides */

  AkkJot *jot;
  char *typed;
  guint n_letters; /* typed since it was stored last */
  guint store_source;
  gboolean stale; /* others do not know yet what was stored */
  AkkShowChoosing choosing;
  AkkRecord *last; /* what was noted last; NULL: nothing */
  gboolean brief; /* only who, when or that it is taken is added to it */
};

enum {
  AKK_SHOW_CHANGED,
  AKK_SHOW_JOTTED,
  AKK_SHOW_TICKED,
  AKK_SHOW_FAILED,
  AKK_SHOW_ENDED,
  AKK_SHOW_N_SIGNALS
};
extern guint akk_show_signals[AKK_SHOW_N_SIGNALS];

/* Says that something could not be stored, unless `stored`. Takes the error. */
void akk_show_check (AkkShow *self, gboolean stored, GError *error);
/* --- show-time.c --- */

/* Begins to count, now and each second from now on. */
void akk_show_run_clock (AkkShow *self);
/* The item that is shown is left: what it took is known until it is stored. */
void akk_show_stop_clock (AkkShow *self);
/* From now on counts for the item that is shown, on top of what it took before. */
void akk_show_start_clock (AkkShow *self);
/* Stores how far it came, now or in a moment: behind the frame that shows it. */
void akk_show_store_progress (AkkShow *self);
void akk_show_queue_progress (AkkShow *self);

/* --- show-jot.c --- */

/* The line goes, as it does when the item does. */
void akk_show_drop_jot (AkkShow *self);
