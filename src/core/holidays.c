/* The public holidays of Belgium and the school holidays of Flanders, computed by rule.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Easter: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). The ten
 * public holidays: article 1 of the royal decree of 18 April 1974 on public holidays. The school
 * holidays: article 7 of the decree of the Flemish Government of 31 August 2001 on the organisation
 * of the school year; the same rules as in its decree of 17 April 1991. */
#include "config.h"

#include "core/holidays.h"

#include <glib/gi18n.h>

#include "core/body.h"
#include "core/dates.h"
#include "core/day-off.h"

#define FIRST_YEAR 2000
#define LAST_YEAR 2100

struct _AkkDaysOff {
  gint64 from, to;
  GArray *entries; /* AkkHoliday */
  GStringChunk *names; /* of the dossier's own days */
  /* Per day of the span and per kind: 1 + the index of the entry that covers it, 0 for none. */
  guint16 *days[2];
};

gint64
akk_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  return akk_date_from_ymd (year, n / 31, n % 31 + 1);
}

/* The Monday of the week of `day`. */
static gint64
monday_of (gint64 day)
{
  return day - (akk_date_weekday (day) - AKK_WEEKDAY_MONDAY);
}

static void
add (GArray *entries, AkkHolidayKind kind, gint64 from, gint64 days, const char *name)
{
  AkkHoliday entry = { from, from + days - 1, name, kind };

  g_array_append_val (entries, entry);
}

static void
add_public (GArray *entries, int year, gint64 easter)
{
  static const struct {
    int month, day;
    const char *name;
  } fixed[] = {
    { 1, 1, N_ ("New Year's Day") },   { 5, 1, N_ ("Labour Day") },
    { 7, 21, N_ ("National Day") },    { 8, 15, N_ ("Assumption Day") },
    { 11, 1, N_ ("All Saints' Day") }, { 11, 11, N_ ("Armistice Day") },
    { 12, 25, N_ ("Christmas Day") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    add (entries, AKK_HOLIDAY_PUBLIC, akk_date_from_ymd (year, fixed[i].month, fixed[i].day), 1,
         fixed[i].name);
  add (entries, AKK_HOLIDAY_PUBLIC, easter + 1, 1, N_ ("Easter Monday"));
  add (entries, AKK_HOLIDAY_PUBLIC, easter + 39, 1, N_ ("Ascension Day"));
  add (entries, AKK_HOLIDAY_PUBLIC, easter + 50, 1, N_ ("Whit Monday"));
}

static void
add_school (GArray *entries, int year, gint64 easter)
{
  gint64 autumn = akk_date_from_ymd (year, 11, 1);
  gint64 christmas = akk_date_from_ymd (year, 12, 25);
  gint64 spring = akk_date_from_ymd (year, 4, 1);
  int month;

  autumn = akk_date_weekday (autumn) == AKK_WEEKDAY_SUNDAY ? autumn + 1 : monday_of (autumn);
  if (akk_date_weekday (christmas) >= AKK_WEEKDAY_SATURDAY)
    christmas = monday_of (christmas) + 7;
  else
    christmas = monday_of (christmas);
  akk_date_to_ymd (easter, NULL, &month, NULL);
  if (month == 3)
    spring = easter + 1;
  else if (easter > akk_date_from_ymd (year, 4, 15))
    spring = easter - 13; /* the second Monday before */
  else
    spring = monday_of (spring + 6); /* the first Monday of April */

  add (entries, AKK_HOLIDAY_SCHOOL, easter - 48, 7, N_ ("Carnival holiday"));
  add (entries, AKK_HOLIDAY_SCHOOL, spring, 14, N_ ("Easter holiday"));
  add (entries, AKK_HOLIDAY_SCHOOL, akk_date_from_ymd (year, 7, 1), 62, N_ ("Summer holiday"));
  add (entries, AKK_HOLIDAY_SCHOOL, autumn, 7, N_ ("Autumn holiday"));
  add (entries, AKK_HOLIDAY_SCHOOL, christmas, 14, N_ ("Christmas holiday"));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const AkkHoliday *first = a, *second = b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return (int) first->kind - (int) second->kind;
}

GArray *
akk_holidays (int year)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (AkkHoliday));

  if (year >= FIRST_YEAR && year <= LAST_YEAR) {
    gint64 easter = akk_easter (year);

    add_public (entries, year, easter);
    add_school (entries, year, easter);
    g_array_sort (entries, compare);
  }
  return entries;
}

/* --- The days off of a dossier --- */

static void
cover (AkkDaysOff *self, AkkHolidayKind kind, gint64 from, gint64 to, guint16 value)
{
  for (gint64 day = MAX (from, self->from); day <= MIN (to, self->to); day++)
    self->days[kind][day - self->from] = value;
}

static void
add_entry (AkkDaysOff *self, const AkkHoliday *entry)
{
  if (entry->to < self->from || entry->from > self->to || self->entries->len >= G_MAXUINT16)
    return;
  g_array_append_val (self->entries, *entry);
  cover (self, entry->kind, entry->from, entry->to, (guint16) self->entries->len);
}

AkkDaysOff *
akk_days_off_new_computed (gint64 from, gint64 to)
{
  AkkDaysOff *self = g_new0 (AkkDaysOff, 1);
  int first, last;

  self->from = from;
  self->to = MAX (to, from);
  self->entries = g_array_new (FALSE, FALSE, sizeof (AkkHoliday));
  self->names = g_string_chunk_new (256);
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    self->days[i] = g_new0 (guint16, self->to - self->from + 1);

  akk_date_to_ymd (self->from, &first, NULL, NULL);
  akk_date_to_ymd (self->to, &last, NULL, NULL);
  for (int year = first - 1; year <= last; year++) { /* Christmas reaches into the next year */
    g_autoptr (GArray) entries = akk_holidays (year);
    for (guint i = 0; i < entries->len; i++)
      add_entry (self, &g_array_index (entries, AkkHoliday, i));
  }
  return self;
}

AkkDaysOff *
akk_days_off_new (AkkStore *store, gint64 from, gint64 to)
{
  AkkDaysOff *self = akk_days_off_new_computed (from, to);
  g_autoptr (GListModel) list = akk_store_list (store, &akk_day_off_record, NULL, 0);

  /* What is removed counts after what is added, whatever their order in the list. */
  for (guint removed = 0; removed < 2; removed++)
    for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
      g_autoptr (AkkDayOff) own = g_list_model_get_item (list, i);
      AkkHolidayKind kind =
          own->kind == AKK_DAY_OFF_SCHOOL ? AKK_HOLIDAY_SCHOOL : AKK_HOLIDAY_PUBLIC;

      if ((own->removed != 0) != (removed == 1))
        continue;
      if (removed == 1) {
        cover (self, kind, own->starts_on, own->ends_on, 0);
      } else {
        AkkHoliday entry = { own->starts_on, own->ends_on,
                             g_string_chunk_insert_const (self->names, own->name), kind };
        add_entry (self, &entry);
      }
    }
  return self;
}

void
akk_days_off_free (AkkDaysOff *self)
{
  g_array_unref (self->entries);
  g_string_chunk_free (self->names);
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    g_free (self->days[i]);
  g_free (self);
}

const AkkHoliday *
akk_days_off_on (const AkkDaysOff *self, gint64 day, AkkHolidayKind kind)
{
  guint16 value = day >= self->from && day <= self->to ? self->days[kind][day - self->from] : 0;

  return value > 0 ? &g_array_index (self->entries, AkkHoliday, value - 1) : NULL;
}

GArray *
akk_days_off_list (const AkkDaysOff *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (AkkHoliday));

  for (guint kind = 0; kind < G_N_ELEMENTS (self->days); kind++) {
    const AkkHoliday *before = NULL;
    for (gint64 day = self->from; day <= self->to; day++) {
      const AkkHoliday *entry = akk_days_off_on (self, day, kind);
      if (entry != NULL && entry == before) {
        g_array_index (list, AkkHoliday, list->len - 1).to = day;
      } else if (entry != NULL) {
        AkkHoliday run = { day, day, entry->name, kind };
        g_array_append_val (list, run);
      }
      before = entry;
    }
  }
  g_array_sort (list, compare);
  return list;
}

static gboolean
free_day (const AkkDaysOff *self, gint64 day)
{
  return akk_date_weekday (day) >= AKK_WEEKDAY_SATURDAY ||
         akk_days_off_on (self, day, AKK_HOLIDAY_PUBLIC) != NULL;
}

gboolean
akk_days_off_bridge (const AkkDaysOff *self, gint64 day)
{
  return !free_day (self, day) && free_day (self, day - 1) && free_day (self, day + 1);
}
