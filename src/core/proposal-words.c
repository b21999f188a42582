/* Why a date is proposed, and what speaks against another: in the language of the interface.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "core/proposal-private.h"

#define DAY_S G_GINT64_CONSTANT (86400)
#define DAYS_PER_WEEK 7
#define AROUND_DAYS 10
#define MOST_AROUND 3
#define COUNCIL_DAYS 24
/* A meeting so long before the steering group is no preparation of it: nothing to speak of. */
#define FAR_DAYS 70

/* The names of the school holidays as they stand in the middle of a sentence. */
static const char *const names_in_sentence[] G_GNUC_UNUSED = {
  NC_ ("in a sentence", "Carnival holiday"),  NC_ ("in a sentence", "Easter holiday"),
  NC_ ("in a sentence", "Summer holiday"),    NC_ ("in a sentence", "Autumn holiday"),
  NC_ ("in a sentence", "Christmas holiday"),
};

static const char *
in_sentence (const AkkHoliday *holiday)
{
  return g_dpgettext2 (NULL, "in a sentence", holiday->name);
}

static char *
capitalise (const char *words)
{
  g_autofree char *first = NULL, *upper = NULL;

  if (*words == '\0')
    return g_strdup ("");
  first = g_utf8_substring (words, 0, 1);
  upper = g_utf8_strup (first, -1);
  return g_strconcat (upper, g_utf8_next_char (words), NULL);
}

/* "31 December", with the year when it is another than that of `today`. */
char *
akk_plan_day_words (gint64 date, gint64 today)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (date * DAY_S);
  int year, this_year;

  akk_date_to_ymd (date, &year, NULL, NULL);
  akk_date_to_ymd (today, &this_year, NULL, NULL);
  return g_date_time_format (time, year == this_year ? _ ("%-d %B") : _ ("%-d %B %Y"));
}

static void
add (GString *words, const char *separator, char *piece)
{
  if (words->len > 0)
    g_string_append (words, separator);
  g_string_append (words, piece);
  g_free (piece);
}

static char *
finish (GString *words)
{
  g_autofree char *raw = g_string_free_and_steal (words);

  return capitalise (raw);
}

/* "Hamme and Zele", "Hamme, Lebbeke, Zele and 3 others". */
char *
akk_plan_join (const GPtrArray *names, gboolean or)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint shown = names->len > 4 ? 3 : names->len;

  for (guint i = 0; i < shown; i++) {
    if (i > 0)
      g_string_append (words, i + 1 < names->len ? ", " : or ? _ (" or ") : _ (" and "));
    g_string_append (words, names->pdata[i]);
  }
  if (shown < names->len)
    g_string_append_printf (words, or ? _ (" or %u others") : _ (" and %u others"),
                            names->len - shown);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* --- Parties --- */

typedef enum { ABSENT, COUNCIL } PartyState;

/* Those who cannot come, or have a council on that day that the meeting does not touch. */
static char *
list_parties (const AkkPlanner *self,
              const AkkPlanBody *body,
              gint64 date,
              gint64 starts_at,
              PartyState state,
              gulong *n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < body->parties->len; i++) {
    guint place = g_array_index (body->parties, guint, i);
    const AkkPlanParty *party = self->parties->pdata[place];
    gboolean absent = akk_plan_absent (self, body, place, date, starts_at);
    gboolean council = party->council[date - self->first] != 0;

    if (state == ABSENT ? absent : council && !absent)
      g_ptr_array_add (names, party->name);
  }
  *n = names->len;
  return akk_plan_join (names, FALSE);
}

/* --- Against --- */

static void
add_last_week (const AkkPlanner *self, const AkkPlanChoice *choice, GString *words)
{
  const AkkHoliday *holiday;
  gint64 after;

  if (choice->last_week == AKK_NO_DATE || choice->date < choice->last_week ||
      choice->date > choice->last_day)
    return;
  after = choice->last_day - akk_date_weekday (choice->last_day) + 1 + DAYS_PER_WEEK;
  holiday = akk_days_off_on (self->days_off, after, AKK_HOLIDAY_SCHOOL);
  add (words, "; ",
       holiday != NULL
           /* Translators: the name of a school holiday, as in a sentence. */
           ? g_strdup_printf (_ ("last week before the %s"), in_sentence (holiday))
           : g_strdup (_ ("last week in which it counts")));
}

static void
add_spread (const AkkPlanChoice *choice, gint64 least, GString *words)
{
  gint64 days = choice->date - choice->target;
  int n = (int) ABS (days);

  if (n < least)
    return;
  add (words, "; ",
       g_strdup_printf (days < 0 ? ngettext ("%d day earlier than evenly spread",
                                             "%d days earlier than evenly spread", (gulong) n)
                                 : ngettext ("%d day later than evenly spread",
                                             "%d days later than evenly spread", (gulong) n),
                        n));
}

static void
add_drawbacks (const AkkPlanner *self,
               const AkkPlanBody *body,
               const AkkPlanChoice *choice,
               gint64 starts_at,
               const AkkPlanRules *rules,
               GString *words)
{
  AkkPlanParts parts = akk_plan_parts (self, body, choice->date, starts_at, rules);
  int days = (int) parts.steering_days;
  gulong n;

  if (parts.absent > 0) {
    g_autofree char *names = list_parties (self, body, choice->date, starts_at, ABSENT, &n);
    /* Translators: the names of parties; their number decides. */
    add (words, "; ", g_strdup_printf (ngettext ("%s cannot come", "%s cannot come", n), names));
  }
  if (parts.weekday > 0)
    add (words, "; ", g_strdup (_ ("not the usual day")));
  if (parts.hour > 0)
    add (words, "; ", g_strdup (_ ("not the usual hour")));
  if (parts.councils > 0) {
    g_autofree char *names = list_parties (self, body, choice->date, starts_at, COUNCIL, &n);
    add (words, "; ", g_strdup_printf (_ ("council in %s in the evening"), names));
  }
  if (parts.bridge > 0)
    add (words, "; ", g_strdup (_ ("bridge day")));
  if (parts.same_day > 0)
    add (words, "; ", g_strdup_printf (_ ("%s meets on the same day"), parts.clash->name));
  if (parts.same_week > 0)
    add (words, "; ", g_strdup_printf (_ ("%s meets in the same week"), parts.clash->name));
  if (parts.steering > 0 && days <= FAR_DAYS)
    add (words, "; ",
         g_strdup_printf (ngettext ("%d day before the steering group",
                                    "%d days before the steering group", (gulong) days),
                          days));
  add_last_week (self, choice, words);
}

char *
akk_plan_blame (const AkkPlanner *self,
                const AkkPlanBody *body,
                const AkkPlanChoice *choice,
                gint64 starts_at,
                const AkkPlanRules *rules)
{
  GString *words = g_string_new (NULL);

  add_drawbacks (self, body, choice, starts_at, rules, words);
  add_spread (choice, words->len > 0 ? DAYS_PER_WEEK : 1, words);
  if (words->len == 0)
    g_string_append (words, _ ("nothing speaks against it"));
  return finish (words);
}

/* --- In favour --- */

/* A school holiday that ended less than two weeks ago. */
static const AkkHoliday *
holiday_before (const AkkPlanner *self, gint64 date)
{
  for (gint64 day = date - 1; day >= date - 2 * DAYS_PER_WEEK && day >= self->first; day--)
    if (akk_days_off_on (self->days_off, day, AKK_HOLIDAY_SCHOOL) != NULL)
      return akk_days_off_on (self->days_off, day, AKK_HOLIDAY_SCHOOL);
  return NULL;
}

/* Whether two councils or more of this month are still to come, and none has been. */
static gboolean
before_councils (const AkkPlanner *self, const AkkPlanBody *body, gint64 date)
{
  int month;
  guint n = 0;

  akk_date_to_ymd (date, NULL, &month, NULL);
  for (gint64 day = date - COUNCIL_DAYS; day <= date + COUNCIL_DAYS; day++) {
    int its_month;

    if (day < self->first || day > self->last)
      continue;
    akk_date_to_ymd (day, NULL, &its_month, NULL);
    for (guint i = 0; its_month == month && i < body->parties->len; i++) {
      const AkkPlanParty *party = self->parties->pdata[g_array_index (body->parties, guint, i)];

      if (!party->council[day - self->first])
        continue;
      if (day <= date)
        return FALSE;
      n++;
    }
  }
  return n > 1;
}

static char *
month_name (gint64 date)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (date * DAY_S);

  return g_date_time_format (time, "%OB");
}

static void
add_place_in_year (const AkkPlanner *self, const AkkPlanBody *body, gint64 date, GString *words)
{
  const AkkHoliday *holiday = holiday_before (self, date);

  if (holiday == NULL)
    return;
  /* Translators: the name of a school holiday, as in a sentence. */
  add (words, ", ", g_strdup_printf (_ ("after the %s"), in_sentence (holiday)));
  if (before_councils (self, body, date)) {
    g_autofree char *month = month_name (date);
    /* Translators: the name of a month. */
    add (words, ", ", g_strdup_printf (_ ("before the councils of %s"), month));
  }
}

static void
add_usual (const AkkPlanBody *body, const AkkPlanParts *parts, GString *words)
{
  gboolean day = body->weekday != AKK_WEEKDAY_NONE && parts->weekday == 0;
  gboolean hour = body->starts_at != AKK_NO_DATE && parts->hour == 0;

  if (day && hour)
    add (words, ", ", g_strdup (_ ("usual day and hour")));
  else if (day)
    add (words, ", ", g_strdup (_ ("usual day")));
  else if (hour)
    add (words, ", ", g_strdup (_ ("usual hour")));
  if (body->parties->len > 0 && parts->absent == 0)
    add (words, ", ", g_strdup (_ ("all parties free")));
}

char *
akk_plan_praise (const AkkPlanner *self,
                 const AkkPlanBody *body,
                 const AkkPlanChoice *choice,
                 gint64 starts_at,
                 const AkkPlanRules *rules)
{
  AkkPlanParts parts = akk_plan_parts (self, body, choice->date, starts_at, rules);
  GString *words = g_string_new (NULL);

  add_place_in_year (self, body, choice->date, words);
  if (words->len == 0)
    add_usual (body, &parts, words);
  if (words->len == 0)
    g_string_append (words, _ ("evenly spread"));
  add_drawbacks (self, body, choice, starts_at, rules, words);
  return finish (words);
}

/* --- Around --- */

static void
add_day_around (const AkkPlanner *self,
                const AkkPlanBody *body,
                gint64 day,
                gint64 starts_at,
                GPtrArray *pieces)
{
  g_autofree char *when = akk_plan_day_words (day, self->today);
  gulong n_absent, n_councils;
  g_autofree char *absent = list_parties (self, body, day, starts_at, ABSENT, &n_absent);
  g_autofree char *councils = list_parties (self, body, day, starts_at, COUNCIL, &n_councils);

  if (*absent != '\0')
    g_ptr_array_add (
        pieces, g_strdup_printf (ngettext ("%s cannot come (%s)", "%s cannot come (%s)", n_absent),
                                 absent, when));
  if (*councils != '\0')
    g_ptr_array_add (pieces, g_strdup_printf (_ ("council in %s (%s)"), councils, when));
}

/* The nearest days first. */
char *
akk_plan_avoids (const AkkPlanner *self, const AkkPlanBody *body, gint64 date, gint64 starts_at)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);
  const AkkHoliday *known[2] = { NULL, NULL };
  GString *words = g_string_new (NULL);

  for (gint64 i = 2; i <= 2 * AROUND_DAYS + 1 && pieces->len < MOST_AROUND; i++) {
    gint64 day = i % 2 == 0 ? date - i / 2 : date + i / 2;
    gboolean off = akk_date_weekday (day) >= AKK_WEEKDAY_SATURDAY;

    if (day < self->first || day > self->last)
      continue;
    for (guint kind = 0; kind < G_N_ELEMENTS (known); kind++) {
      const AkkHoliday *holiday = akk_days_off_on (self->days_off, day, (AkkHolidayKind) kind);

      off |= holiday != NULL;
      if (holiday != NULL && holiday != known[kind])
        g_ptr_array_add (pieces, g_strdup (kind == AKK_HOLIDAY_SCHOOL ? in_sentence (holiday)
                                                                      : _ (holiday->name)));
      known[kind] = holiday != NULL ? holiday : known[kind];
    }
    if (!off)
      add_day_around (self, body, day, starts_at, pieces);
  }
  for (guint i = 0; i < MIN (pieces->len, MOST_AROUND); i++)
    add (words, "; ", g_strdup (pieces->pdata[i]));
  return finish (words);
}

/* --- Refusals --- */

char *
akk_plan_window_words (const AkkPlanner *self, gint64 from, gint64 to)
{
  g_autofree char *first = akk_plan_day_words (from, self->today);
  g_autofree char *last = akk_plan_day_words (to, self->today);

  return g_strdup_printf (_ ("It counts only from %s up to %s."), first, last);
}

static char *
unprepared_words (const AkkPlanner *self, const AkkPlanBody *body)
{
  g_autofree char *day = akk_plan_day_words (self->today + body->prepare_days, self->today);
  int n = (int) body->prepare_days;

  return g_strdup_printf (ngettext ("It takes %d day to prepare: it can be from %s on.",
                                    "It takes %d days to prepare: it can be from %s on.",
                                    (gulong) n),
                          n, day);
}

char *
akk_plan_refusal_words (const AkkPlanner *self,
                        const AkkPlanBody *body,
                        gint64 date,
                        gint64 starts_at,
                        const AkkPlanRules *rules)
{
  AkkPlanLimit limit = akk_plan_limit (self, body, date, starts_at, rules);
  g_autofree char *names = NULL;
  int gap = (int) akk_plan_gap (body);
  gulong n;

  switch (limit) {
  case AKK_PLAN_PAST:
    return g_strdup (_ ("That day is over."));
  case AKK_PLAN_UNPREPARED:
    return unprepared_words (self, body);
  case AKK_PLAN_OUTSIDE:
    return g_strdup (_ ("That day lies outside the time that is planned."));
  case AKK_PLAN_WEEKEND:
    return g_strdup (_ ("That is a day of the weekend."));
  case AKK_PLAN_PUBLIC:
    return g_strdup_printf (_ ("That is a public holiday: %s."),
                            _ (akk_days_off_on (self->days_off, date, AKK_HOLIDAY_PUBLIC)->name));
  case AKK_PLAN_SCHOOL:
    return g_strdup_printf (_ ("That is a school holiday: %s."),
                            _ (akk_days_off_on (self->days_off, date, AKK_HOLIDAY_SCHOOL)->name));
  case AKK_PLAN_ABSENT:
    names = list_parties (self, body, date, starts_at, ABSENT, &n);
    return g_strdup_printf (ngettext ("%s cannot come.", "%s cannot come.", n), names);
  case AKK_PLAN_TOO_CLOSE:
    return g_strdup_printf (
        /* Translators: a number of days, the name of a body. */
        ngettext ("Less than %d day from another meeting of %s.",
                  "Less than %d days from another meeting of %s.", (gulong) gap),
        gap, body->name);
  default:
    return NULL;
  }
}
