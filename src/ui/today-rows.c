/* What the page Vandaag says, as plain values: what is to be done, and what is owed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/today-rows.h"

#include <string.h>

#include "core/body.h"
#include "core/dossier.h"
#include "core/party.h"

static void
row_free (AkkTodayRow *row)
{
  g_clear_pointer (&row->segments, g_array_unref);
  g_free (row->title);
  g_free (row->subtitle);
  g_free (row->aside);
  g_free (row);
}

static gboolean
segments_equal (const GArray *one, const GArray *two)
{
  if (one == NULL || two == NULL)
    return one == two;
  return one->len == two->len && memcmp (one->data, two->data, one->len * sizeof (AkkGlyph)) == 0;
}

gboolean
akk_today_row_equal (const AkkTodayRow *one, const AkkTodayRow *two)
{
  return one->day == two->day && one->glyph == two->glyph && one->held == two->held &&
         one->planned == two->planned && one->required == two->required &&
         one->plan_body_id == two->plan_body_id && akk_place_equal (&one->place, &two->place) &&
         g_str_equal (one->title, two->title) && g_str_equal (one->subtitle, two->subtitle) &&
         g_str_equal (one->aside, two->aside) && segments_equal (one->segments, two->segments);
}

AkkTodayRow *
akk_today_add (AkkToday *self, AkkTodayGroup group, char *title, char *subtitle, char *aside)
{
  AkkTodayRow *row = g_new0 (AkkTodayRow, 1);

  row->day = AKK_NO_DATE;
  row->title = title;
  row->subtitle = subtitle != NULL ? subtitle : g_strdup ("");
  row->aside = aside != NULL ? aside : g_strdup ("");
  g_ptr_array_add (self->groups[group], row);
  return row;
}

char *
akk_today_lines (const char *first, ...)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  va_list rest;

  va_start (rest, first);
  for (const char *line = first; line != NULL; line = va_arg (rest, const char *)) {
    if (*line == '\0')
      continue;
    if (lines->len > 0)
      g_string_append_c (lines, '\n');
    g_string_append (lines, line);
  }
  va_end (rest);
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

/* --- Nothing to say --- */

static gboolean
has_any (AkkStore *store, const AkkRecordType *type)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, NULL, 0);

  return g_list_model_get_n_items (list) > 0;
}

static AkkTodayState
state_of (AkkToday *self, AkkStore *store)
{
  for (guint i = 0; i < AKK_TODAY_N_GROUPS; i++)
    if (self->groups[i]->len > 0)
      return AKK_TODAY_FULL;
  if (!has_any (store, &akk_agreement_record))
    return AKK_TODAY_NO_AGREEMENT;
  if (!has_any (store, &akk_party_record))
    return AKK_TODAY_NO_PARTIES;
  return has_any (store, &akk_body_record) ? AKK_TODAY_QUIET : AKK_TODAY_NO_BODIES;
}

/* --- Public --- */

AkkToday *
akk_today_new (AkkStore *store)
{
  AkkToday *self = g_new0 (AkkToday, 1);
  gint64 today = akk_store_today (store);
  g_autoptr (GPtrArray) obligations = akk_obligations_new (store, NULL, today);

  for (guint i = 0; i < AKK_TODAY_N_GROUPS; i++)
    self->groups[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  akk_today_add_meeting (self, store, today);
  akk_today_add_actions (self, store, today);
  akk_today_add_obligations (self, store, obligations, today);
  akk_today_add_signatures (self, store);
  akk_today_add_reviews (self, store);
  self->state = state_of (self, store);
  return self;
}

void
akk_today_free (AkkToday *self)
{
  for (guint i = 0; i < AKK_TODAY_N_GROUPS; i++)
    g_ptr_array_unref (self->groups[i]);
  g_free (self);
}

guint
akk_today_count (AkkStore *store)
{
  gint64 today = akk_store_today (store);
  g_autoptr (GPtrArray) obligations = akk_obligations_new (store, NULL, today);

  return akk_obligations_count (obligations, today, AKK_TODAY_DAYS) +
         akk_today_late_actions (store, today);
}
