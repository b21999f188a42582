/* The figures that are delivered every year, each indicator by its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "core/obligations-private.h"

/* Figures can be asked for from this month of their year. */
#define FIRST_MONTH 10
/* How many a sentence names. */
#define MOST_NAMED 3

/* --- Words --- */

/* "Berlare, Hamme and Zele", "Berlare, Hamme, Laarne and 2 others". */
static char *
joined (const GPtrArray *names)
{
  g_autoptr (GString) first = g_string_new (NULL);
  guint n = names->len, most = MIN (n - 1, MOST_NAMED);

  if (n == 0)
    return g_strdup ("");
  if (n == 1)
    return g_strdup (names->pdata[0]);
  for (guint i = 0; i < most; i++)
    g_string_append_printf (first, "%s%s", i > 0 ? ", " : "", (const char *) names->pdata[i]);
  if (n - most == 1)
    /* Translators: names, as in "Hamme, Laarne and Zele". */
    return g_strdup_printf (_ ("%s and %s"), first->str, (const char *) names->pdata[n - 1]);
  return g_strdup_printf (ngettext ("%s and %u other", "%s and %u others", n - most), first->str,
                          n - most);
}

static char *
still_from (const GPtrArray *names)
{
  g_autofree char *words = joined (names);

  /* Translators: names of those who have not delivered figures yet. */
  return akk_duty_words (_ ("Still to come from %s"), words);
}

static char *
requirement (gint64 delay)
{
  if (delay == 0)
    return g_ref_string_new (_ ("by the end of the year"));
  return akk_duty_words (ngettext ("within %d month of the end of the year",
                                   "within %d months of the end of the year", (gulong) delay),
                         (int) delay);
}

/* --- One indicator and year --- */

/* Who gave nothing yet. */
static GPtrArray *
count_given (AkkObligation *self, const AkkDutyIndicator *indicator, int year, gint64 day)
{
  const GPtrArray *municipalities = indicator->duties->municipalities;
  GPtrArray *lacking = g_ptr_array_new ();

  self->held = 0;
  if (!indicator->by_municipality) {
    self->required = 1;
    self->held = akk_duty_indicator_given (indicator, year, 0, day);
    if (self->held == 0)
      g_ptr_array_add (lacking, indicator->supplier);
    return lacking;
  }
  self->required = municipalities->len;
  for (guint i = 0; i < municipalities->len; i++) {
    if (akk_duty_indicator_given (indicator, year, i + 1, day))
      self->held++;
    else
      g_ptr_array_add (lacking, municipalities->pdata[i]);
  }
  return lacking;
}

static gboolean
can_be_asked (const AkkObligation *self, gint64 day)
{
  return self->status == AKK_OBLIGATION_DUE ||
         (self->status == AKK_OBLIGATION_MISSED && day <= akk_date_add_months (self->due, 12));
}

static void
add_year (AkkWeighing *weighing,
          const AkkDuties *duties,
          const AkkDutyIndicator *indicator,
          gint64 last_day,
          char *words)
{
  AkkObligation *self = akk_obligation_add (weighing, AKK_OBLIGATION_FIGURES, duties, NULL);
  g_autoptr (GPtrArray) lacking = NULL;
  int year;

  akk_date_to_ymd (last_day, &year, NULL, NULL);
  self->indicator_id = indicator->id;
  /* Translators: an indicator and a year. */
  self->title = akk_duty_words (_ ("%s %d"), indicator->name, year);
  self->requirement = g_ref_string_acquire (words);
  self->source = g_ref_string_acquire (indicator->supplier);
  self->from = akk_date_from_ymd (year, FIRST_MONTH, 1);
  self->to = self->due = akk_date_add_months (last_day, indicator->delay);
  lacking = count_given (self, indicator, year, weighing->day);
  self->status = akk_obligation_weigh (self, weighing->day);
  if (!can_be_asked (self, weighing->day))
    return;
  self->next_step = lacking->len > MOST_NAMED + 1 && self->held == 0
                        ? g_ref_string_new (_ ("Still to come from all municipalities"))
                        : still_from (lacking);
}

void
akk_duties_add_figures (AkkWeighing *weighing, const AkkDuties *duties)
{
  const AkkFrequency yearly = { 1, 12, AKK_BASIS_CALENDAR, FALSE, 0 };
  g_autoptr (GArray) windows =
      duties->indicators->len > 0 ? akk_duty_windows (&yearly, duties, weighing->day) : NULL;

  for (guint i = 0; windows != NULL && i < windows->len; i++) {
    const AkkFrequencyWindow *window = &g_array_index (windows, AkkFrequencyWindow, i);
    char *words = NULL;

    for (guint k = 0; window->required > 0 && k < duties->indicators->len; k++) {
      const AkkDutyIndicator *indicator = duties->indicators->pdata[k];
      const AkkDutyIndicator *before = k > 0 ? duties->indicators->pdata[k - 1] : NULL;

      if (before == NULL || before->delay != indicator->delay) {
        g_clear_pointer (&words, g_ref_string_release);
        words = requirement (indicator->delay);
      }
      add_year (weighing, duties, indicator, window->to, words);
    }
    g_clear_pointer (&words, g_ref_string_release);
  }
}

/* --- Gathered --- */

static void
add_name (GPtrArray *names, char *name)
{
  if (*name != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, name);
}

static gboolean
is_worse (AkkObligationStatus one, AkkObligationStatus two)
{
  static const int ranks[] = {
    [AKK_OBLIGATION_MISSED] = 0, [AKK_OBLIGATION_DUE] = 1, [AKK_OBLIGATION_PLANNED] = 2,
    [AKK_OBLIGATION_FUTURE] = 3, [AKK_OBLIGATION_MET] = 4,
  };

  return ranks[one] < ranks[two];
}

/* What all ask for, or of whom. */
static char *
gathered_step (const GPtrArray *steps, const GPtrArray *sources)
{
  return steps->len == 0   ? g_ref_string_new ("")
         : steps->len == 1 ? g_ref_string_new (steps->pdata[0])
                           : still_from (sources);
}

static AkkObligation *
gather (AkkObligation *const *rows, guint n)
{
  AkkObligation *self = akk_obligation_new (AKK_OBLIGATION_FIGURES, rows[0]->agreement_id);
  const AkkObligation *decides = rows[0];
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autofree char *source = NULL;
  guint open;
  int year;

  self->held = 0;
  for (guint i = 0; i < n; i++) {
    self->held += rows[i]->status == AKK_OBLIGATION_MET;
    decides = is_worse (rows[i]->status, decides->status) ? rows[i] : decides;
    add_name (steps, rows[i]->next_step);
  }
  for (guint i = 0; i < n; i++)
    if (self->held == n || rows[i]->status != AKK_OBLIGATION_MET)
      add_name (sources, rows[i]->source);
  self->required = n;
  self->status = decides->status;
  self->from = decides->from;
  self->to = self->due = decides->due;
  self->requirement = g_ref_string_acquire (decides->requirement);
  source = joined (sources);
  self->source = g_ref_string_new (source);
  self->next_step = gathered_step (steps, sources);
  akk_date_to_ymd (self->from, &year, NULL, NULL);
  open = n - (guint) self->held;
  self->title = steps->len == 0
                    ? akk_duty_words (_ ("Figures %d"), year)
                    /* Translators: a year, and how many. */
                    : akk_duty_words (ngettext ("Figures %d: %u indicator incomplete",
                                                "Figures %d: %u indicators incomplete", open),
                                      year, open);
  return self;
}

GPtrArray *
akk_obligations_gathered (const GPtrArray *obligations, gboolean by_day)
{
  GPtrArray *gathered = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_obligation_free);

  for (guint i = 0, n; i < obligations->len; i += n) {
    AkkObligation *const *rows = (AkkObligation *const *) &obligations->pdata[i];

    for (n = 1; rows[0]->kind == AKK_OBLIGATION_FIGURES && i + n < obligations->len &&
                rows[n]->kind == AKK_OBLIGATION_FIGURES &&
                rows[n]->agreement_id == rows[0]->agreement_id && rows[n]->from == rows[0]->from &&
                (!by_day || rows[n]->due == rows[0]->due);
         n++) {
    }
    g_ptr_array_add (gathered, n > 1 ? gather (rows, n) : g_rc_box_acquire (rows[0]));
  }
  return gathered;
}
