/* The facts of a year in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/evaluation-facts.h"

#include "core/dates.h"
#include "core/parties.h"
#include "core/plan-report.h"
#include "core/tags.h"

static void
fact_free (gpointer data)
{
  AkkFact *fact = data;

  g_free (fact->key);
  g_free (fact->label);
  g_free (fact->detail);
  g_free (fact->value);
  g_free (fact);
}

/* What the lines are made with. */
typedef struct {
  const AkkEvaluationFacts *facts;
  AkkPhrases *phrases;
  const char *hidden;
  GPtrArray *lines;
} Teller;

/* Takes key and value over; `label` and `detail` are copied. */
static AkkFact *
tell (Teller *self, char *key, const char *label, const char *detail, char *value, AkkMood mood)
{
  AkkFact *fact = g_new0 (AkkFact, 1);

  fact->key = key;
  fact->label = g_strdup (label);
  fact->detail = g_strdup (detail);
  fact->value = value;
  fact->mood = mood;
  fact->hidden = akk_tags_contain (self->hidden, key);
  g_ptr_array_add (self->lines, fact);
  return fact;
}

static void
comes_from (AkkFact *fact, gconstpointer record)
{
  fact->type = ((const AkkRecord *) record)->type;
  fact->record = ((const AkkRecord *) record)->id;
}

static const char *
phrase (Teller *self, const char *key)
{
  return akk_phrases_get (self->phrases, key);
}

static char *
number (guint n)
{
  return g_strdup_printf ("%u", n);
}

/* "9 van 14". */
static char *
of_all (Teller *self, gint64 count, gint64 all)
{
  g_autofree char *one = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  g_autofree char *other = g_strdup_printf ("%" G_GINT64_FORMAT, all);

  return akk_phrases_format (self->phrases, "evaluation-of", "count", one, "all", other, NULL);
}

static char *
list_words (Teller *self, GPtrArray *names)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < names->len; i++)
    g_strv_builder_add (items, names->pdata[i]);
  list = g_strv_builder_end (items);
  return akk_phrases_list (self->phrases, "list", list);
}

static char *
party_words (Teller *self, GPtrArray *parties)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < parties->len; i++)
    g_ptr_array_add (names, akk_party_short_name (self->facts->store,
                                                  ((AkkParty *) parties->pdata[i])->record.id));
  return list_words (self, names);
}

/* --- Actions --- */

static const char *const count_keys[] = { "done",     "busy",    "to-start",
                                          "adjusted", "carried", "stopped" };

static void
tell_counts (Teller *self, const AkkActionCounts *counts)
{
  const guint numbers[] = { counts->done,     counts->busy,    counts->to_start,
                            counts->adjusted, counts->carried, counts->stopped };
  static const AkkMood moods[] = { AKK_MOOD_GOOD, AKK_MOOD_BUSY, AKK_MOOD_PLAIN,
                                   AKK_MOOD_BUSY, AKK_MOOD_BUSY, AKK_MOOD_STOPPED };

  tell (self, g_strdup ("actions-planned"), phrase (self, "evaluation-planned"), "",
        number (counts->planned), AKK_MOOD_PLAIN);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autofree char *key = g_strconcat ("evaluation-", count_keys[i], NULL);

    if (numbers[i] > 0 || i == 0)
      tell (self, g_strconcat ("actions-", count_keys[i], NULL), phrase (self, key), "",
            number (numbers[i]), moods[i]);
  }
}

static AkkMood
action_mood (const AkkActionFact *fact)
{
  static const AkkMood moods[] = { AKK_MOOD_PLAIN, AKK_MOOD_BUSY, AKK_MOOD_GOOD, AKK_MOOD_BUSY,
                                   AKK_MOOD_STOPPED };

  return fact->carried ? AKK_MOOD_BUSY
                       : moods[CLAMP (fact->action->status, 0, (gint64) G_N_ELEMENTS (moods) - 1)];
}

static void
tell_actions (Teller *self, const AkkPriorityFact *priority)
{
  for (guint i = 0; i < priority->actions->len; i++) {
    const AkkActionFact *it = priority->actions->pdata[i];
    const AkkAction *action = it->action;
    g_autofree char *label = g_strdup_printf ("%s %s", action->number, action->title);
    const char *detail = *action->reason != '\0' && action->status >= AKK_ACTION_ADJUSTED
                             ? action->reason
                             : action->progress;
    const char *status = it->carried ? phrase (self, "evaluation-carried")
                                     : phrase (self, akk_plan_status_key (action->status));

    comes_from (tell (self, g_strdup_printf ("action-%" G_GINT64_FORMAT, action->record.id), label,
                      detail, akk_phrases_sentence (status), action_mood (it)),
                action);
  }
}

/* --- Indicators --- */

static AkkMood
standing_mood (AkkStanding standing)
{
  static const AkkMood moods[] = { AKK_MOOD_PLAIN, AKK_MOOD_GOOD, AKK_MOOD_BUSY, AKK_MOOD_ATTENTION,
                                   AKK_MOOD_PLAIN };

  return moods[standing];
}

/* "Op weg · nulmeting 31 %, streefcijfer 55 % in 2025 · zonder Zele". */
static char *
indicator_detail (Teller *self, const AkkIndicatorFact *it)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const AkkIndicator *indicator = it->indicator;

  if (it->standing != AKK_STANDING_NONE)
    g_string_append (text, akk_standing_words (self->phrases, it->standing, it->has_target));
  if (indicator->baseline_on != AKK_NO_DATE) {
    g_autofree char *value =
        akk_indicator_words (self->phrases, indicator, indicator->baseline, TRUE);
    g_autofree char *words =
        akk_phrases_format (self->phrases, "evaluation-baseline", "value", value, NULL);
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
  }
  if (it->has_target) {
    g_autofree char *value = akk_indicator_words (self->phrases, indicator, it->target, TRUE);
    g_autofree char *year = g_strdup_printf ("%d", it->target_year);
    g_autofree char *words =
        akk_phrases_format (self->phrases, "evaluation-target", "value", value, "year", year, NULL);
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
  }
  if (it->lacking->len > 0 && it->figure.state != AKK_FIGURE_MISSING) {
    g_autofree char *names = party_words (self, it->lacking);
    g_autofree char *words =
        akk_phrases_format (self->phrases, "evaluation-without", "parties", names, NULL);
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
tell_indicator (Teller *self, const AkkIndicatorFact *it)
{
  g_autofree char *detail = indicator_detail (self, it);
  g_autofree char *words = akk_figure_words (self->phrases, it->indicator, &it->figure, TRUE);

  if (*words == '\0')
    g_set_str (&words, phrase (self, "evaluation-no-figure"));
  comes_from (tell (self, g_strdup_printf ("indicator-%" G_GINT64_FORMAT, it->indicator->record.id),
                    it->indicator->name, detail, g_steal_pointer (&words),
                    standing_mood (it->standing)),
              it->indicator);
}

static void
tell_indicators (Teller *self, const AkkPriorityFact *priority, gboolean headline)
{
  for (guint i = 0; i < self->facts->indicators->len; i++) {
    const AkkIndicatorFact *it = self->facts->indicators->pdata[i];

    if ((!headline || it->indicator->headline) &&
        (priority == NULL || g_ptr_array_find (priority->indicators, it->indicator, NULL)))
      tell_indicator (self, it);
  }
}

static void
tell_municipalities (Teller *self)
{
  for (guint i = 0; i < self->facts->indicators->len; i++) {
    const AkkIndicatorFact *it = self->facts->indicators->pdata[i];
    guint all = akk_figures_municipalities (self->facts->figures)->len;
    g_autofree char *below = party_words (self, it->below);
    g_autofree char *lacking = party_words (self, it->lacking);
    g_autofree char *behind = NULL, *without = NULL, *detail = NULL;

    if (!it->indicator->by_municipality)
      continue;
    behind = *below != '\0'
                 ? akk_phrases_format (self->phrases, "evaluation-behind", "parties", below, NULL)
                 : g_strdup ("");
    without = *lacking != '\0' ? akk_phrases_format (self->phrases, "evaluation-without", "parties",
                                                     lacking, NULL)
                               : g_strdup ("");
    detail = g_strjoin (*behind != '\0' && *without != '\0' ? " · " : "", behind, without, NULL);
    comes_from (
        tell (self, g_strdup_printf ("municipalities-%" G_GINT64_FORMAT, it->indicator->record.id),
              it->indicator->name, detail, of_all (self, all - it->lacking->len, all),
              it->lacking->len > 0 ? AKK_MOOD_ATTENTION : AKK_MOOD_GOOD),
        it->indicator);
  }
}

/* --- Commitments and the Pact's matrix --- */

static void
tell_commitments (Teller *self)
{
  const AkkCoverage *coverage = self->facts->coverage;
  guint all = coverage->promises->len;

  tell (self, g_strdup ("commitments"), phrase (self, "evaluation-commitments"), "",
        of_all (self, all - coverage->n_without, all),
        coverage->n_without > 0 ? AKK_MOOD_ATTENTION : AKK_MOOD_GOOD);
  for (guint i = 0; i < all; i++) {
    const AkkPromise *promise = coverage->promises->pdata[i];
    guint n = promise->actions->len;
    g_autofree char *count = number (n);

    tell (self, g_strdup_printf ("commitment-%" G_GINT64_FORMAT, promise->commitment->id),
          promise->commitment->text, promise->heading,
          n == 0   ? g_strdup (phrase (self, "evaluation-no-action"))
          : n == 1 ? g_strdup (phrase (self, "evaluation-one-action"))
                   : akk_phrases_format (self->phrases, "evaluation-actions", "count", count, NULL),
          n == 0 ? AKK_MOOD_ATTENTION : AKK_MOOD_GOOD);
  }
}

static void
tell_matrix (Teller *self)
{
  const AkkEvaluationFacts *facts = self->facts;

  tell (self, g_strdup ("matrix"), phrase (self, "evaluation-matrix"), "",
        of_all (self, facts->n_covered, facts->n_expected),
        facts->n_covered < facts->n_expected ? AKK_MOOD_ATTENTION : AKK_MOOD_GOOD);
  if (facts->matrix->outside > 0)
    tell (self, g_strdup ("matrix-outside"), phrase (self, "evaluation-outside"), "",
          number (facts->matrix->outside), AKK_MOOD_PLAIN);
}

/* --- Meetings --- */

static AkkMood
body_mood (const AkkBodyFact *body)
{
  if (body->required <= 0)
    return AKK_MOOD_PLAIN;
  if (body->held >= body->required)
    return AKK_MOOD_GOOD;
  return body->held + body->planned >= body->required ? AKK_MOOD_BUSY : AKK_MOOD_ATTENTION;
}

static char *
body_value (Teller *self, const AkkBodyFact *body)
{
  g_autofree char *held = g_strdup_printf ("%" G_GINT64_FORMAT, body->held);
  g_autofree char *required = g_strdup_printf ("%" G_GINT64_FORMAT, body->required);

  if (body->required <= 0)
    return akk_phrases_format (self->phrases, "evaluation-held", "held", held, NULL);
  return akk_phrases_format (self->phrases, "evaluation-held-of", "held", held, "required",
                             required, NULL);
}

/* The days, and what is still planned. */
static char *
body_detail (Teller *self, const AkkBodyFact *body)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL, *count = NULL, *planned = NULL;

  for (guint i = 0; i < body->meetings->len; i++)
    g_ptr_array_add (
        days, akk_plan_date_words (self->phrases,
                                   ((AkkMeetingFact *) body->meetings->pdata[i])->meeting->date,
                                   self->facts->year));
  list = list_words (self, days);
  if (body->planned == 0)
    return g_steal_pointer (&list);
  count = g_strdup_printf ("%" G_GINT64_FORMAT, body->planned);
  planned = akk_phrases_format (self->phrases, "evaluation-still-planned", "count", count, NULL);
  return g_strjoin (*list != '\0' ? " · " : "", list, planned, NULL);
}

static void
tell_meetings (Teller *self)
{
  const AkkEvaluationFacts *facts = self->facts;
  g_autoptr (GPtrArray) absent = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *names = NULL, *detail = NULL;
  guint all = 0, represented = 0;

  for (guint i = 0; i < facts->bodies->len; i++) {
    const AkkBodyFact *body = facts->bodies->pdata[i];
    g_autofree char *days = body_detail (self, body);

    comes_from (tell (self, g_strdup_printf ("body-%" G_GINT64_FORMAT, body->body->record.id),
                      body->body->name, days, body_value (self, body), body_mood (body)),
                body->body);
  }
  for (guint i = 0; i < facts->presences->len; i++) {
    const AkkPresenceFact *presence = facts->presences->pdata[i];

    all += presence->meetings;
    represented += presence->represented;
    if (presence->represented < presence->meetings)
      g_ptr_array_add (absent, g_strdup (presence->name));
  }
  if (all == 0)
    return;
  names = list_words (self, absent);
  detail = absent->len > 0
               ? akk_phrases_format (self->phrases, "evaluation-absent", "parties", names, NULL)
               : g_strdup (phrase (self, "evaluation-all-present"));
  tell (self, g_strdup ("presence"), phrase (self, "evaluation-presence"), detail,
        of_all (self, represented, all), absent->len > 0 ? AKK_MOOD_PLAIN : AKK_MOOD_GOOD);
}

/* --- Decisions and signals --- */

static void
tell_decisions (Teller *self)
{
  static const char *const keys[] = { "state-draft", "state-taken", "state-carried-out",
                                      "state-replaced-plain", "state-withdrawn" };
  static const AkkMood moods[] = { AKK_MOOD_PLAIN, AKK_MOOD_BUSY, AKK_MOOD_GOOD, AKK_MOOD_STOPPED,
                                   AKK_MOOD_STOPPED };

  for (guint i = 0; i < self->facts->decisions->len; i++) {
    const AkkDecision *it = self->facts->decisions->pdata[i];
    gint64 state = CLAMP (it->state, 0, (gint64) G_N_ELEMENTS (keys) - 1);
    g_autofree char *label = g_strdup_printf ("%s %s", it->number, it->text);

    comes_from (tell (self, g_strdup_printf ("decision-%" G_GINT64_FORMAT, it->record.id), label,
                      it->result, akk_phrases_sentence (phrase (self, keys[state])), moods[state]),
                it);
  }
}

static void
tell_signals (Teller *self)
{
  static const char *const states[] = { "signal-open", "signal-answered", "signal-solved",
                                        "signal-closed" };
  static const char *const levels[] = { "signal-level-local", "signal-level-region",
                                        "signal-level-central", "signal-level-flemish",
                                        "signal-level-federal" };
  static const AkkMood moods[] = { AKK_MOOD_ATTENTION, AKK_MOOD_BUSY, AKK_MOOD_GOOD,
                                   AKK_MOOD_STOPPED };

  for (guint i = 0; i < self->facts->signals->len; i++) {
    const AkkSignal *it = self->facts->signals->pdata[i];
    gint64 state = CLAMP (it->state, 0, (gint64) G_N_ELEMENTS (states) - 1);
    const char *level =
        phrase (self, levels[CLAMP (it->level, 0, (gint64) G_N_ELEMENTS (levels) - 1)]);

    comes_from (tell (self, g_strdup_printf ("signal-%" G_GINT64_FORMAT, it->record.id), it->title,
                      level, akk_phrases_sentence (phrase (self, states[state])), moods[state]),
                it);
  }
}

/* --- Parts --- */

static void
tell_summary (Teller *self)
{
  gint64 held, required;

  tell_indicators (self, NULL, TRUE);
  tell (self, g_strdup ("actions"), phrase (self, "evaluation-actions-done"), "",
        of_all (self, self->facts->counts.done, self->facts->counts.planned), AKK_MOOD_PLAIN);
  akk_evaluation_facts_meetings (self->facts, &held, &required);
  tell (self, g_strdup ("meetings"), phrase (self, "evaluation-meetings-held"), "",
        of_all (self, held, required), held < required ? AKK_MOOD_ATTENTION : AKK_MOOD_GOOD);
}

GPtrArray *
akk_evaluation_lines (const AkkEvaluationFacts *self,
                      AkkPhrases *phrases,
                      AkkEvaluationPartKind kind,
                      gint64 priority_id,
                      const char *hidden)
{
  Teller teller = { self, phrases, hidden, g_ptr_array_new_with_free_func (fact_free) };
  const AkkPriorityFact *priority =
      kind == AKK_PART_PRIORITY ? akk_evaluation_priority (self, priority_id) : NULL;
  void (*const tellers[AKK_N_PART_KINDS]) (Teller *) = {
    [AKK_PART_SUMMARY] = tell_summary,   [AKK_PART_COMMITMENTS] = tell_commitments,
    [AKK_PART_MATRIX] = tell_matrix,     [AKK_PART_MUNICIPALITIES] = tell_municipalities,
    [AKK_PART_MEETINGS] = tell_meetings, [AKK_PART_DECISIONS] = tell_decisions,
    [AKK_PART_SIGNALS] = tell_signals,
  };

  if (priority != NULL) {
    tell_counts (&teller, &priority->counts);
    tell_actions (&teller, priority);
    tell_indicators (&teller, priority, FALSE);
  }
  if (kind == AKK_PART_INDICATORS)
    tell_indicators (&teller, NULL, FALSE);
  else if (tellers[kind] != NULL)
    tellers[kind](&teller);
  return teller.lines;
}
