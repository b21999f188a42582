/* How paper speaks of meetings: days, hours, bodies, names.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/meeting-words.h"

#include <string.h>

#include "core/dates.h"
#include "core/organisation.h"

#define DAY_MINUTES (24 * 60)

char *
akk_words_join (const char *const *parts, guint n)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", parts[i]);
  }
  return g_string_free_and_steal (line);
}

/* --- Days and hours --- */

char *
akk_words_day (AkkPhrases *phrases, gint64 date)
{
  g_auto (GStrv) weekdays = g_strsplit (akk_phrases_get (phrases, "weekdays"), ";", -1);
  g_autofree char *day = akk_phrases_date (phrases, date);

  if (*day == '\0' || g_strv_length (weekdays) < 7)
    return g_steal_pointer (&day);
  return akk_phrases_format (phrases, "weekday-date", "weekday",
                             weekdays[akk_date_weekday (date) - 1], "date", day, NULL);
}

char *
akk_words_short_date (AkkPhrases *phrases, gint64 date, gint64 beside)
{
  char *day = akk_phrases_date (phrases, date);
  int year, other;

  if (*day == '\0' || beside == AKK_NO_DATE)
    return day;
  akk_date_to_ymd (date, &year, NULL, NULL);
  akk_date_to_ymd (beside, &other, NULL, NULL);
  g_autofree char *ending = g_strdup_printf (" %d", year);
  if (year == other && g_str_has_suffix (day, ending))
    day[strlen (day) - strlen (ending)] = '\0';
  return day;
}

char *
akk_words_clock (AkkPhrases *phrases, gint64 minutes)
{
  g_autofree char *hour = NULL, *minute = NULL;

  if (minutes == AKK_NO_DATE)
    return g_strdup ("");
  minutes = (minutes % DAY_MINUTES + DAY_MINUTES) % DAY_MINUTES;
  hour = g_strdup_printf ("%d", (int) minutes / 60);
  minute = g_strdup_printf ("%02d", (int) minutes % 60);
  return akk_phrases_format (phrases, "clock", "hour", hour, "minute", minute, NULL);
}

char *
akk_words_hours (AkkPhrases *phrases, const AkkMeeting *meeting)
{
  gboolean ended = akk_meeting_held (meeting) && meeting->ended_at != AKK_NO_DATE;
  g_autofree char *from = akk_words_clock (phrases, meeting->starts_at);
  g_autofree char *to = NULL;

  if (meeting->starts_at == AKK_NO_DATE)
    return g_strdup ("");
  to = akk_words_clock (phrases,
                        ended ? meeting->ended_at : meeting->starts_at + meeting->duration_min);
  return akk_phrases_format (phrases, "hours", "from", from, "to", to, NULL);
}

char *
akk_words_when (AkkPhrases *phrases, const AkkMeeting *meeting)
{
  g_autofree char *day = akk_words_day (phrases, meeting->date);
  g_autofree char *hours = akk_words_hours (phrases, meeting);

  if (*hours == '\0')
    return g_steal_pointer (&day);
  return akk_phrases_format (phrases, "day-hours", "day", day, "hours", hours, NULL);
}

/* --- Bodies --- */

/* The article by what a word of the name ends in; NULL: it is not known. */
static char *
article_of (AkkPhrases *phrases, const char *name)
{
  g_auto (GStrv) endings = g_strsplit (akk_phrases_get (phrases, "articles"), ";", -1);
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " -–,(", -1);

  for (guint word = 0; words[word] != NULL; word++) {
    for (guint i = 0; endings[i] != NULL; i++) {
      const char *colon = strchr (endings[i], ':');
      g_autofree char *ending = colon != NULL ? g_strndup (endings[i], colon - endings[i]) : NULL;
      if (ending != NULL && g_str_has_suffix (words[word], ending))
        return g_strdup (colon + 1);
    }
  }
  return NULL;
}

char *
akk_words_body (AkkPhrases *phrases, const AkkBody *body)
{
  g_autofree char *article = article_of (phrases, body->name);
  g_autofree char *first = NULL, *lower = NULL;
  const char *rest;

  if (article == NULL)
    return g_strdup (body->name);
  rest = g_utf8_next_char (body->name);
  if (g_unichar_isupper (g_utf8_get_char (rest))) /* an abbreviation keeps its capitals */
    return g_strdup_printf ("%s %s", article, body->name);
  first = g_utf8_substring (body->name, 0, 1);
  lower = g_utf8_strdown (first, -1);
  return g_strdup_printf ("%s %s%s", article, lower, rest);
}

char *
akk_words_of_body (AkkPhrases *phrases, const char *key, const AkkBody *body)
{
  g_autofree char *name = akk_words_body (phrases, body);

  return akk_phrases_format (phrases, key, "body", name, NULL);
}

char *
akk_words_meeting (AkkPhrases *phrases, const AkkBody *body, const AkkMeeting *meeting)
{
  g_autofree char *date = akk_phrases_date (phrases, meeting->date);

  return akk_phrases_format (phrases, "of-meeting", "body", body->name, "date", date, NULL);
}

const char *
akk_words_chair (const AkkAgenda *agenda)
{
  if (*agenda->meeting->chair != '\0' || agenda->body->chair_rotates)
    return agenda->meeting->chair;
  return agenda->body->chair;
}

const char *
akk_words_secretary (const AkkAgenda *agenda)
{
  return *agenda->meeting->secretary != '\0' ? agenda->meeting->secretary : agenda->body->secretary;
}

/* --- Decisions and signals --- */

char *
akk_words_owner (AkkStore *store, gint64 party_id, const char *who)
{
  g_autoptr (AkkParty) party =
      party_id != 0 ? akk_store_get (store, &akk_party_record, party_id) : NULL;
  g_autoptr (AkkOrganisation) organisation =
      party != NULL ? akk_store_get (store, &akk_organisation_record, party->organisation_id)
                    : NULL;
  const char *name = organisation != NULL ? akk_organisation_short (organisation) : "";

  if (*who == '\0' || *name == '\0' || strstr (who, name) != NULL)
    return g_strdup (*who != '\0' ? who : name);
  return g_strdup_printf ("%s (%s)", who, name);
}

char *
akk_words_mode (AkkPhrases *phrases, const AkkDecision *decision)
{
  g_autofree char *votes_for = g_strdup_printf ("%d", (int) decision->votes_for);
  g_autofree char *against = g_strdup_printf ("%d", (int) decision->votes_against);
  g_autofree char *count = g_strdup_printf ("%d", (int) decision->abstentions);
  g_autofree char *abstentions = NULL;

  if (decision->mode == AKK_DECISION_CONSENSUS)
    return g_strdup (akk_phrases_get (phrases, "by-consensus"));
  abstentions = decision->abstentions == 1
                    ? g_strdup (akk_phrases_get (phrases, "abstention"))
                    : akk_phrases_format (phrases, "abstentions", "count", count, NULL);
  return akk_phrases_format (phrases, "by-vote", "for", votes_for, "against", against,
                             "abstentions", abstentions, NULL);
}

const char *
akk_words_signal_level (gint64 level)
{
  static const char *const keys[] = { "signal-level-local", "signal-level-region",
                                      "signal-level-central", "signal-level-flemish",
                                      "signal-level-federal" };

  return keys[CLAMP (level, 0, (gint64) G_N_ELEMENTS (keys) - 1)];
}

const char *
akk_words_signal_state (gint64 state)
{
  static const char *const keys[] = { "signal-open", "signal-answered", "signal-solved",
                                      "signal-closed" };

  return keys[CLAMP (state, 0, (gint64) G_N_ELEMENTS (keys) - 1)];
}
