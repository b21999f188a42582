/* Tests of the sentences of a year that a narrative may be made of.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/evaluation-sentences.h"

#include "core/agenda-item.h"
#include "core/dates.h"
#include "plan-example.h"

#define YEAR 2024

static GPtrArray *
sentences_of (PlanExample *self, AkkEvaluationPartKind kind, gint64 priority_id)
{
  g_autoptr (AkkEvaluationFacts) facts = akk_evaluation_facts_new (
      self->base.store, self->agreement, YEAR, akk_date_from_ymd (2025, 11, 17));

  return akk_evaluation_sentences (facts, self->phrases, kind, priority_id);
}

static const AkkSentence *
find (GPtrArray *sentences, const char *begin)
{
  for (guint i = 0; i < sentences->len; i++)
    if (g_str_has_prefix (((AkkSentence *) sentences->pdata[i])->text, begin))
      return sentences->pdata[i];
  return NULL;
}

/* An item of a meeting that was held in that year, and that has minutes. */
static AkkAgendaItem *
item_of_year (PlanExample *self)
{
  g_autoptr (GPtrArray) sentences = sentences_of (self, AKK_PART_SUMMARY, 0);
  const AkkSentence *first = sentences->pdata[0];
  g_autoptr (GListModel) items = akk_store_list (self->base.store, &akk_agenda_item_record,
                                                 "meeting_id", first->meeting->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (AkkAgendaItem) item = g_list_model_get_item (items, i);
    if (g_str_equal (item->title, first->title))
      return g_steal_pointer (&item);
  }
  g_assert_not_reached ();
}

static void
each_is_of_a_meeting_of_the_year (PlanExample *self, gconstpointer data)
{
  g_autoptr (GPtrArray) sentences = sentences_of (self, AKK_PART_SUMMARY, 0);
  guint decisions = 0;

  g_assert_cmpuint (sentences->len, >, 20);
  for (guint i = 0; i < sentences->len; i++) {
    const AkkSentence *it = sentences->pdata[i];
    int year;

    akk_date_to_ymd (it->meeting->date, &year, NULL, NULL);
    g_assert_cmpint (year, ==, YEAR);
    g_assert_cmpstr (it->text, !=, "");
    g_assert_null (strchr (it->text, '\n'));
    decisions += it->decision;
  }
  g_assert_cmpuint (decisions, >, 0);
}

/* A point ends a sentence where a capital follows; marks of the text are gone. */
static void
minutes_are_cut_into_sentences (PlanExample *self, gconstpointer data)
{
  static const char *const wanted[] = { "Dit is vet gezegd.", "Het zijn er 12 t.o.v. vorig jaar.",
                                        "Waarom?", "Dat weet niemand", "Punt van een lijst" };
  g_autoptr (AkkAgendaItem) item = item_of_year (self);
  g_autoptr (GPtrArray) sentences = NULL;

  fixture_set (&self->base, item, "outcome",
               "Dit is **vet** gezegd. Het zijn er 12 t.o.v. vorig jaar. Waarom? Dat weet "
               "niemand\n\n- Punt van een lijst\n");
  sentences = sentences_of (self, AKK_PART_SUMMARY, 0);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
    const AkkSentence *found = find (sentences, wanted[i]);

    g_assert_nonnull (found);
    g_assert_cmpstr (found->text, ==, wanted[i]);
    g_assert_cmpstr (found->title, ==, item->title);
  }
}

static void
the_subject_follows_from_item_or_words (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkAgendaItem) item = item_of_year (self);
  g_autoptr (GPtrArray) signals = NULL, decisions = NULL, towns = NULL;
  const AkkSentence *found;

  akk_store_begin (self->base.store, "Change");
  akk_store_set_int (self->base.store, item, "subject", AKK_SUBJECT_SIGNALS);
  akk_store_set_text (self->base.store, item, "outcome", "Laarne wacht. Iets heel anders.");
  fixture_commit (&self->base);
  signals = sentences_of (self, AKK_PART_SIGNALS, 0);
  g_assert_true (find (signals, "Iets heel anders.")->on_subject);
  towns = sentences_of (self, AKK_PART_MUNICIPALITIES, 0);
  g_assert_true (find (towns, "Laarne wacht.")->on_subject);
  g_assert_false (find (towns, "Iets heel anders.")->on_subject);
  decisions = sentences_of (self, AKK_PART_DECISIONS, 0);
  for (guint i = 0; i < decisions->len; i++) {
    found = decisions->pdata[i];
    g_assert_true (found->on_subject || !found->decision);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func)                                                                           \
  g_test_add ("/evaluation-sentences/" path, PlanExample, NULL, plan_example_set_up, func,         \
              plan_example_tear_down)
  TEST ("each-is-of-a-meeting-of-the-year", each_is_of_a_meeting_of_the_year);
  TEST ("minutes-are-cut-into-sentences", minutes_are_cut_into_sentences);
  TEST ("the-subject-follows-from-item-or-words", the_subject_follows_from_item_or_words);
  return g_test_run ();
}
