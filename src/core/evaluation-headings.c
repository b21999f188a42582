/* What the parts of an evaluation report are called, and what they ask.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/evaluation-facts.h"

const char *
akk_standing_words (AkkPhrases *phrases, AkkStanding standing, gboolean has_target)
{
  static const char *const keys[] = { "standing-none", "standing-reached", "standing-on-the-way",
                                      "standing-behind", "standing-chance" };

  if (standing == AKK_STANDING_NONE && has_target)
    return akk_phrases_get (phrases, "standing-incomplete");
  return akk_phrases_get (phrases, keys[standing]);
}

const AkkPriorityFact *
akk_evaluation_priority (const AkkEvaluationFacts *self, gint64 priority_id)
{
  for (guint i = 0; i < self->priorities->len; i++) {
    const AkkPriorityFact *fact = self->priorities->pdata[i];

    if (fact->priority != NULL && fact->priority->record.id == priority_id)
      return fact;
  }
  return NULL;
}

static const char *const part_keys[AKK_N_PART_KINDS] = {
  [AKK_PART_SUMMARY] = "summary",         [AKK_PART_PRIORITY] = "priority",
  [AKK_PART_COMMITMENTS] = "commitments", [AKK_PART_MATRIX] = "matrix",
  [AKK_PART_INDICATORS] = "indicators",   [AKK_PART_MUNICIPALITIES] = "municipalities",
  [AKK_PART_MEETINGS] = "meetings",       [AKK_PART_DECISIONS] = "decisions",
  [AKK_PART_SIGNALS] = "signals",         [AKK_PART_LEARNING] = "learning",
  [AKK_PART_CONCLUSIONS] = "conclusions", [AKK_PART_TABLES] = "tables",
};

const char *
akk_evaluation_question (AkkPhrases *phrases, AkkEvaluationPartKind kind)
{
  g_autofree char *key = g_strconcat ("question-", part_keys[kind], NULL);

  return akk_phrases_get (phrases, key);
}

char *
akk_evaluation_part_key (AkkEvaluationPartKind kind, gint64 priority_id)
{
  return kind == AKK_PART_PRIORITY
             ? g_strdup_printf ("%s-%" G_GINT64_FORMAT, part_keys[kind], priority_id)
             : g_strdup (part_keys[kind]);
}

char *
akk_evaluation_heading (const AkkEvaluationFacts *self,
                        AkkPhrases *phrases,
                        AkkEvaluationPartKind kind,
                        gint64 priority_id)
{
  const AkkPriorityFact *priority =
      kind == AKK_PART_PRIORITY ? akk_evaluation_priority (self, priority_id) : NULL;
  g_autofree char *key = g_strconcat ("part-", part_keys[kind], NULL);

  return g_strdup (priority != NULL ? priority->priority->title : akk_phrases_get (phrases, key));
}
