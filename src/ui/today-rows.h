/* What the page Vandaag says, as plain values: what is to be done, and what is owed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made from the records and the day of the dossier; no widgets. */
#pragma once

#include "core/obligations.h"
#include "ui/place.h"
#include "ui/state-glyph.h"

G_BEGIN_DECLS

typedef enum {
  AKK_TODAY_MEETING, /* the next one, and what it lacks */
  AKK_TODAY_ACTIONS,
  AKK_TODAY_OBLIGATIONS,
  AKK_TODAY_SIGNATURES,
  AKK_TODAY_TERMS,
  AKK_TODAY_N_GROUPS,
} AkkTodayGroup;

/* It begins with a day (AKK_NO_DATE: none), a ring (`required` 0: none), a sign or nothing.
 * Choosing it goes to its place. */
typedef struct {
  gint64 day;
  AkkGlyph glyph;
  guint held, planned, required;
  GArray *segments; /* AkkGlyph, under the words; NULL: none */
  char *title, *subtitle, *aside; /* lines; "" for none */
  AkkPlace place;
  gint64 plan_body_id; /* a day can be planned for this body; 0: none */
} AkkTodayRow;
gboolean akk_today_row_equal (const AkkTodayRow *one, const AkkTodayRow *two);

/* What stands where there is nothing to say. */
typedef enum {
  AKK_TODAY_FULL, /* at least one group has a row */
  AKK_TODAY_NO_AGREEMENT,
  AKK_TODAY_NO_PARTIES,
  AKK_TODAY_NO_BODIES,
  AKK_TODAY_QUIET,
} AkkTodayState;

typedef struct {
  AkkTodayState state;
  GPtrArray *groups[AKK_TODAY_N_GROUPS]; /* AkkTodayRow */
} AkkToday;
AkkToday *akk_today_new (AkkStore *store) G_GNUC_WARN_UNUSED_RESULT;
void akk_today_free (AkkToday *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkToday, akk_today_free)

/* How many things ask for attention now: obligations due within AKK_TODAY_DAYS days, or missed, and
 * actions that are late. */
#define AKK_TODAY_DAYS 60
guint akk_today_count (AkkStore *store);

/* --- Between the files that make the rows --- */

/* today-rows.c: adds a row to a group and takes over the words. NULL: none. */
AkkTodayRow *
akk_today_add (AkkToday *self, AkkTodayGroup group, char *title, char *subtitle, char *aside);
/* Those that are not empty, below one another. Ended by NULL. */
char *akk_today_lines (const char *first, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

/* today-owed.c */
void akk_today_add_obligations (AkkToday *self,
                                AkkStore *store,
                                const GPtrArray *obligations,
                                gint64 today);
void akk_today_add_signatures (AkkToday *self, AkkStore *store);
/* Sections of a successor that nobody read again. */
void akk_today_add_reviews (AkkToday *self, AkkStore *store);
/* today-work.c */
void akk_today_add_meeting (AkkToday *self, AkkStore *store, gint64 today);
void akk_today_add_actions (AkkToday *self, AkkStore *store, gint64 today);
/* How many open actions are past their deadline. */
guint akk_today_late_actions (AkkStore *store, gint64 today);

G_END_DECLS
