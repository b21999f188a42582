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
  guint tick_source;

  AkkJot *jot;
  char *typed;
  guint n_letters; /* typed since it was stored last */
  guint store_source;
  AkkShowChoosing choosing;
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
/* The line goes, as it does when the item does. */
void akk_show_drop_jot (AkkShow *self);
