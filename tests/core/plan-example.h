/* The plans of the example Scheldeland, for tests of what is printed and made public of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "core/action-edit.h"
#include "core/export.h"
#include "core/log-entry.h"
#include "core/parties.h"
#include "core/person.h"
#include "core/plan-report.h"
#include "store-fixture.h"

typedef struct {
  Fixture base;
  AkkAgreement *agreement; /* owned, as all here: the one whose plans they are */
  AkkActionRows *rows;
  AkkPhrases *phrases;
} PlanExample;

static inline void
plan_example_set_up (PlanExample *self, gconstpointer data)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("AKKOORD_DATADIR"), "examples", "scheldeland.json", NULL);
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->base, data);
  g_file_get_contents (path, &json, NULL, &error);
  g_assert_no_error (error);
  akk_import_json (self->base.store, json, &error);
  g_assert_no_error (error);
  self->agreement = akk_agreement_nth (self->base.store, 1);
  self->rows = akk_action_rows_new (self->base.store, self->agreement->record.id);
  self->phrases = akk_phrases_new (akk_agreement_language (self->agreement), &error);
  g_assert_no_error (error);
}

static inline void
plan_example_tear_down (PlanExample *self, gconstpointer data)
{
  g_clear_object (&self->rows);
  g_clear_object (&self->agreement);
  g_clear_pointer (&self->phrases, akk_phrases_free);
  fixture_tear_down (&self->base, data);
}

/* The party with that short name. */
static inline gint64
plan_example_party (PlanExample *self, const char *name)
{
  GPtrArray *parties = akk_action_rows_parties (self->rows);

  for (guint i = 0; i < parties->len; i++) {
    const AkkRecord *party = parties->pdata[i];
    g_autofree char *is = akk_party_short_name (self->base.store, party->id);
    if (g_str_equal (is, name))
      return party->id;
  }
  g_assert_not_reached ();
}

/* No text names any person of the dossier. */
static inline void
assert_names_nobody (PlanExample *self, const char *text)
{
  g_autoptr (GListModel) persons = akk_store_list (self->base.store, &akk_person_record, NULL, 0);

  g_assert_cmpuint (g_list_model_get_n_items (persons), >, 20);
  for (guint i = 0; i < g_list_model_get_n_items (persons); i++) {
    g_autoptr (AkkPerson) person = g_list_model_get_item (persons, i);
    const char *const private[] = { person->name, person->email, person->phone };
    for (guint j = 0; j < G_N_ELEMENTS (private); j++) {
      if (*private[j] != '\0' && strstr (text, private[j]) != NULL)
        g_error ("“%s” is in: %s", private[j], text);
    }
  }
  g_assert_false (g_regex_match_simple ("\\w@\\w", text, 0, 0)); /* nor anybody else */
}

/* Who stands in no register: leads the first action by name, and is in its title and its log. */
#define STRANGER "Piet Vander Elst"

static inline void
plan_example_plant_stranger (PlanExample *self, gint64 year)
{
  const AkkActionFilter filter = { .year = year };
  g_autoptr (GArray) shown = akk_action_filter_apply (&filter, self->rows, AKK_SORT_PLAN, FALSE, 0);
  gint64 id = akk_action_rows_row (self->rows, g_array_index (shown, guint, 0))->id;
  g_autoptr (AkkAction) action = akk_store_get (self->base.store, &akk_action_record, id);
  g_autoptr (AkkLogEntry) entry = NULL;

  akk_store_begin (self->base.store, "Plant a person");
  akk_store_set_text (self->base.store, action, "lead", STRANGER ", coach");
  akk_store_set_text (self->base.store, action, "title", "Huisbezoeken met " STRANGER);
  entry = akk_action_add_news (self->base.store, action, 20000, STRANGER " belde.");
  fixture_commit (&self->base);
}

/* Puts a person, with address and number, into every text of every action that people fill in. */
static inline void
plan_example_name_somebody (PlanExample *self)
{
  static const char *const fields[] = { "title", "description", "progress", "reason",
                                        "note",  "means",       "lead" };
  g_autoptr (GListModel) persons = akk_store_list (self->base.store, &akk_person_record, NULL, 0);
  g_autoptr (GListModel) actions = akk_store_list (self->base.store, &akk_action_record, NULL, 0);
  guint n_persons = g_list_model_get_n_items (persons);

  akk_store_begin (self->base.store, "Name people");
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++) {
    g_autoptr (AkkAction) action = g_list_model_get_item (actions, i);
    g_autoptr (AkkPerson) person = g_list_model_get_item (persons, i % n_persons);
    g_autofree char *text =
        g_strdup_printf ("Vraag het aan %s (%s, %s), of aan mevrouw %s.", person->name,
                         *person->email != '\0' ? person->email : "iemand@elders.example",
                         *person->phone != '\0' ? person->phone : "0470", person->name);
    for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
      akk_store_set_text (self->base.store, action, fields[j], text);
  }
  fixture_commit (&self->base);
}
