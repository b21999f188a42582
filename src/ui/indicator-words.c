/* How the window speaks of an indicator.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-words.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "core/parties.h"

/* More names than these are only counted. */
#define MOST_NAMES 3

/* --- Where it stands --- */

const char *
akk_indicator_standing_label (AkkStanding standing)
{
  switch (standing) {
  case AKK_STANDING_REACHED:
    return C_ ("standing", "Reached");
  case AKK_STANDING_ON_THE_WAY:
    return C_ ("standing", "On the way");
  case AKK_STANDING_BEHIND:
    return C_ ("standing", "Behind");
  case AKK_STANDING_CHANCE:
    return C_ ("standing", "Within chance");
  default:
    return "";
  }
}

AkkGlyph
akk_indicator_standing_glyph (AkkStanding standing)
{
  switch (standing) {
  case AKK_STANDING_REACHED:
    return AKK_GLYPH_DONE;
  case AKK_STANDING_ON_THE_WAY:
    return AKK_GLYPH_BUSY;
  case AKK_STANDING_BEHIND:
    return AKK_GLYPH_ATTENTION;
  case AKK_STANDING_CHANCE:
    return AKK_GLYPH_PROPOSED;
  default:
    return AKK_GLYPH_NONE;
  }
}

/* By how many people a share is a share of: as the figures weigh it. */
static gint64
weight_of (AkkIndicatorScope *scope, const AkkIndicator *indicator, int year)
{
  g_autoptr (AkkIndicator) weight =
      akk_store_get (scope->store, &akk_indicator_record, indicator->weight_id);
  int latest = weight != NULL && !weight->record.deleted
                   ? akk_figures_latest (scope->figures, weight, year)
                   : 0;
  AkkFigure figure;

  if (latest == 0)
    return 0;
  figure = akk_figures_get (scope->figures, weight, latest, 0, NULL);
  return figure.state == AKK_FIGURE_KNOWN ? figure.low : 0;
}

static char *
chance_words (AkkIndicatorScope *scope, const AkkIndicator *indicator, int year)
{
  AkkFigure figure = akk_figures_get (scope->figures, indicator, year, 0, NULL);
  gint64 low, high, n = weight_of (scope, indicator, year);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!akk_figure_chance ((AkkIndicatorKind) indicator->kind, &figure, n, &low, &high))
    return g_strdup (_ ("It misses its target by no more than what is suppressed in it: nobody can "
                        "tell whether it was reached."));
  from = akk_indicator_words (scope->phrases, indicator, low, FALSE);
  to = akk_indicator_words (scope->phrases, indicator, high, TRUE);
  return g_strdup_printf (
      indicator->kind == AKK_INDICATOR_PERCENTAGE
          ? _ ("With so few people chance alone may give anything from %s to %s (95 %%, interval "
               "of Wilson). The target lies within: this is no failure, and no proof of success.")
          : _ ("With so few people chance alone may give anything from %s to %s (95 %%, Poisson "
               "limits after Byar). The target lies within: this is no failure, and no proof of "
               "success."),
      from, to);
}

char *
akk_indicator_standing_reason (AkkIndicatorScope *scope,
                               const AkkIndicator *indicator,
                               int year,
                               AkkStanding standing)
{
  switch (standing) {
  case AKK_STANDING_CHANCE:
    return chance_words (scope, indicator, year);
  case AKK_STANDING_ON_THE_WAY:
    return g_strdup (_ ("Nearer to its target than the figure before."));
  case AKK_STANDING_BEHIND:
    return g_strdup (_ ("No nearer to its target than the figure before."));
  default:
    return g_strdup ("");
  }
}

/* --- Figures --- */

char *
akk_indicator_year_words (int year, const AkkFigure *figure)
{
  return figure->provisional ? g_strdup_printf (_ ("%d, provisional"), year)
                             : g_strdup_printf ("%d", year);
}

char *
akk_indicator_period_words (int year, gint64 until)
{
  int of, month, day;
  g_autoptr (GDateTime) time = NULL;

  if (until == AKK_NO_DATE)
    return g_strdup_printf ("%d", year);
  akk_date_to_ymd (until, &of, &month, &day);
  time = g_date_time_new_local (of, month, day, 12, 0, 0);
  /* Translators: a month and its year, see g_date_time_format (). */
  return g_date_time_format (time, C_ ("month", "%OB %Y"));
}

gboolean
akk_indicator_has_sign (const AkkIndicator *indicator)
{
  return indicator->kind != AKK_INDICATOR_NUMBER;
}

char *
akk_indicator_band_words (AkkIndicatorScope *scope,
                          const AkkIndicator *indicator,
                          gint64 value,
                          gint64 upper)
{
  AkkFigure figure = { .state = upper != value ? AKK_FIGURE_RANGE : AKK_FIGURE_KNOWN,
                       .low = value,
                       .high = upper,
                       .until = AKK_NO_DATE };

  return akk_figure_words (scope->phrases, indicator, &figure, akk_indicator_has_sign (indicator));
}

char *
akk_indicator_baseline_words (AkkIndicatorScope *scope, const AkkIndicator *indicator)
{
  g_autofree char *value = NULL;

  if (indicator->baseline_on == AKK_NO_DATE)
    return g_strdup ("");
  value = akk_indicator_words (scope->phrases, indicator, indicator->baseline,
                               akk_indicator_has_sign (indicator));
  return g_strdup_printf (_ ("Baseline %s"), value);
}

char *
akk_indicator_target_words (AkkIndicatorScope *scope, const AkkIndicator *indicator, int year)
{
  gint64 value, upper;
  int of;
  g_autofree char *words = NULL;

  if (!akk_figures_target (scope->figures, indicator, year, 0, &value, &upper, &of))
    return g_strdup ("");
  words = akk_indicator_band_words (scope, indicator, value, upper);
  return of == year ? g_strdup_printf (_ ("Target %s"), words)
                    : g_strdup_printf (_ ("Target %s in %d"), words, of);
}

/* --- The sentence --- */

char *
akk_indicator_names (AkkIndicatorScope *scope, const GPtrArray *parties)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++) {
    g_autofree char *name =
        akk_party_short_name (scope->store, ((const AkkRecord *) parties->pdata[i])->id);

    if (i > 0)
      g_string_append (words, i + 1 == parties->len ? _ (" and ") : ", ");
    g_string_append (words, name);
  }
  return g_string_free_and_steal (words);
}

static char *
said_of (AkkIndicatorScope *scope, gint64 measurement_id)
{
  g_autoptr (AkkMeasurement) measurement =
      measurement_id != 0 ? akk_store_get (scope->store, &akk_measurement_record, measurement_id)
                          : NULL;

  return measurement != NULL && *measurement->sentence != '\0' ? g_strdup (measurement->sentence)
                                                               : NULL;
}

static char *
lacking_words (AkkIndicatorScope *scope, const AkkIndicator *indicator, int year)
{
  g_autoptr (GPtrArray) lacking = akk_figures_lacking (scope->figures, indicator, year);
  g_autofree char *names = NULL;

  if (lacking->len == 0 ||
      lacking->len == akk_figures_municipalities (scope->figures)->len) /* measured as a whole */
    return NULL;
  if (lacking->len > MOST_NAMES)
    return g_strdup_printf (ngettext ("Still without the figures of %u municipality.",
                                      "Still without the figures of %u municipalities.",
                                      lacking->len),
                            lacking->len);
  names = akk_indicator_names (scope, lacking);
  return g_strdup_printf (_ ("Still without the figures of %s."), names);
}

/* What the first municipality with a word to say says. */
static char *
said_of_municipality (AkkIndicatorScope *scope, const AkkIndicator *indicator, int year)
{
  GPtrArray *parties = akk_figures_municipalities (scope->figures);

  for (guint i = 0; indicator->by_municipality && i < parties->len; i++) {
    gint64 party = ((const AkkRecord *) parties->pdata[i])->id;
    AkkFigure figure = akk_figures_get (scope->figures, indicator, year, party, NULL);
    g_autofree char *said = said_of (scope, figure.measurement_id);

    if (said != NULL) {
      g_autofree char *name = akk_party_short_name (scope->store, party);

      return g_strdup_printf ("%s: %s", name, said);
    }
  }
  return NULL;
}

static char *
change_words (AkkIndicatorScope *scope, const AkkIndicator *indicator, int year)
{
  int before = akk_figures_latest (scope->figures, indicator, year - 1);
  AkkFigure figure = before != 0 ? akk_figures_get (scope->figures, indicator, before, 0, NULL)
                                 : (AkkFigure) { 0 };
  g_autofree char *words =
      akk_figure_words (scope->phrases, indicator, &figure, akk_indicator_has_sign (indicator));

  return *words != '\0' ? g_strdup_printf (_ ("It was %s in %d."), words, before)
                        : g_strdup (_ ("The first figure."));
}

char *
akk_indicator_sentence (AkkIndicatorScope *scope, const AkkIndicator *indicator, int year)
{
  AkkFigure figure;
  char *words;

  if (year == 0)
    return g_strdup (_ ("No figures yet."));
  figure = akk_figures_get (scope->figures, indicator, year, 0, NULL);
  words = said_of (scope, figure.measurement_id);
  if (words == NULL && figure.measurement_id == 0)
    words = lacking_words (scope, indicator, year);
  if (words == NULL && figure.state == AKK_FIGURE_RANGE)
    words = g_strdup (_ ("A range: small numbers in it are suppressed (1–3)."));
  if (words == NULL && figure.state == AKK_FIGURE_SUPPRESSED)
    words = g_strdup (_ ("Suppressed: so few that nobody may be recognised."));
  if (words == NULL)
    words = said_of_municipality (scope, indicator, year);
  return words != NULL ? words : change_words (scope, indicator, year);
}
