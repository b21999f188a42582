/* What is still to be done before an evaluation report is adopted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/evaluations.h"
#include "core/findings-private.h"
#include "core/text.h"
#include "core/parties.h"

/* The record to go to: a part in no store is reached through its report, by its key. */
static gconstpointer
place_of (const AkkEvaluation *evaluation, const AkkEvaluationPart *part)
{
  return part->record.id != 0 ? (gconstpointer) part : (gconstpointer) evaluation;
}

static void
add_about_part (AkkFinder *self,
                const char *id,
                const AkkEvaluation *evaluation,
                const AkkEvaluationPart *part,
                const char *format,
                const char *heading,
                const char *advice)
{
  AkkFinding *finding = akk_finder_add_about (self, id, AKK_FINDING_ADVICE,
                                              place_of (evaluation, part), format, heading, advice);

  finding->part = akk_evaluation_part_key (part->kind, part->priority_id);
}

static void
find_in_words (AkkFinder *self,
               const AkkEvaluationFacts *facts,
               const AkkEvaluation *evaluation,
               const AkkEvaluationPart *part)
{
  g_autofree char *plain =
      akk_evaluation_heading (facts, self->phrases, part->kind, part->priority_id);
  g_autofree char *heading = akk_phrases_sentence (plain);

  switch (akk_evaluation_part_state (part)) {
  case AKK_PART_EMPTY:
    add_about_part (self, "unwritten", evaluation, part, _ ("Nothing was written under “%s”"),
                    heading, _ ("Say in a few sentences what the facts do not."));
    break;
  case AKK_PART_BEGUN:
    add_about_part (self, "not-ready", evaluation, part, _ ("“%s” is not ready yet"), heading,
                    _ ("Finish it, and mark the part as ready."));
    break;
  case AKK_PART_READY:
    break;
  }
}

/* Facts alone are no evaluation. One begins to write where the report begins. */
static void
add_silence (AkkFinder *self, const AkkEvaluation *evaluation)
{
  AkkFinding *finding =
      akk_finder_add (self, "no-narrative", AKK_FINDING_BLOCKING, evaluation,
                      _ ("Nobody wrote anything in this report yet: it holds only figures"),
                      _ ("Write in at least one part what the figures mean."));

  finding->part = akk_evaluation_part_key (AKK_PART_SUMMARY, 0);
}

static void
find_stale (AkkFinder *self, const AkkEvaluationFacts *facts, const AkkEvaluationPart *part)
{
  g_autoptr (GPtrArray) lines =
      akk_evaluation_lines (facts, self->phrases, part->kind, part->priority_id, "");
  g_autoptr (GPtrArray) stale =
      akk_evaluation_stale (self->phrases, part->narrative, part->figures, lines);

  for (guint i = 0; i < stale->len; i++) {
    const AkkStaleFigure *it = stale->pdata[i];
    g_autoptr (GString) text = g_string_new (_ ("The text says %1, but “%2” is now %3"));

    g_string_replace (text, "%1", it->written, 1);
    g_string_replace (text, "%2", it->label, 1);
    g_string_replace (text, "%3", *it->now != '\0' ? it->now : "–", 1);
    akk_finder_add (self, "stale-figure", AKK_FINDING_BLOCKING, part, text->str,
                    _ ("Change the number, or what is written about it."));
  }
}

static void
find_blanks (AkkFinder *self, gconstpointer record, const char *text)
{
  g_auto (GStrv) blanks = akk_blanks_find (self->phrases, text);

  for (guint i = 0; blanks[i] != NULL; i++)
    akk_finder_add_about (self, "blank", AKK_FINDING_BLOCKING, record,
                          _ ("Something was left open: “%s”"), blanks[i],
                          _ ("Fill in what is missing, or delete it."));
}

static void
find_lacking (AkkFinder *self, const AkkEvaluationFacts *facts)
{
  for (guint i = 0; i < facts->indicators->len; i++) {
    const AkkIndicatorFact *it = facts->indicators->pdata[i];
    g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
    g_auto (GStrv) names = NULL;
    g_autofree char *list = NULL, *words = NULL;

    for (guint j = 0; j < it->lacking->len; j++)
      g_strv_builder_take (
          builder,
          akk_party_short_name (self->store, ((AkkParty *) it->lacking->pdata[j])->record.id));
    names = g_strv_builder_end (builder);
    list = akk_phrases_list (self->phrases, "list", names);
    words = g_strdup_printf ("%s: %s", it->indicator->name, list);
    if (it->lacking->len > 0)
      akk_finder_add_about (self, "lacking-figures", AKK_FINDING_ADVICE, it->indicator,
                            _ ("Figures are missing: %s"), words,
                            _ ("Ask for them, or note that they are not available."));
  }
}

GPtrArray *
akk_evaluation_findings (AkkStore *store, AkkEvaluation *evaluation, gint64 today)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (store, &akk_agreement_record, evaluation->agreement_id);
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), NULL);
  g_autoptr (AkkEvaluationFacts) facts =
      akk_evaluation_facts_new (store, agreement, (int) evaluation->year, today);
  g_autoptr (GPtrArray) parts = akk_evaluation_parts (store, evaluation);
  g_autoptr (GPtrArray) conclusions = akk_conclusions (store, evaluation->record.id);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  AkkFinder finder = {
    .store = store, .agreement = agreement, .phrases = phrases, .findings = found
  };
  gboolean silent = TRUE;

  for (guint i = 0; i < parts->len; i++) {
    const AkkEvaluationPart *part = parts->pdata[i];
    g_autoptr (AkkText) text = akk_text_parse (part->narrative);
    g_autofree char *words = akk_text_plain (text, NULL, NULL); /* CommonMark escapes brackets */

    find_in_words (&finder, facts, evaluation, part);
    find_stale (&finder, facts, part);
    find_blanks (&finder, place_of (evaluation, part), words);
    silent = silent && *g_strstrip (words) == '\0';
  }
  if (silent)
    add_silence (&finder, evaluation);
  for (guint i = 0; i < conclusions->len; i++)
    find_blanks (&finder, conclusions->pdata[i], ((AkkConclusion *) conclusions->pdata[i])->text);
  find_lacking (&finder, facts);
  return akk_findings_sort (found);
}
