/* Tests of an action with all that belongs to it, edited and saved.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action-draft.h"
#include "core/appraisal.h"
#include "core/contribution.h"
#include "core/dates.h"
#include "core/fulfilment.h"
#include "core/log-entry.h"
#include "core/principle.h"
#include "store-fixture.h"

typedef struct {
  Fixture base;
  AkkAgreement *agreement;
} Drafts;

static void
set_up (Drafts *self, gconstpointer data)
{
  g_autoptr (AkkPrinciple) principle = akk_record_new (&akk_principle_record);

  g_setenv ("AKKOORD_TODAY", "2025-11-17", TRUE);
  fixture_set_up (&self->base, data);
  self->agreement = fixture_add_agreement (&self->base, "Samen");
  g_object_set (principle, "agreement-id", self->agreement->record.id, "title", "Op maat", NULL);
  akk_store_begin (self->base.store, "Principle");
  akk_store_add (self->base.store, principle);
  fixture_commit (&self->base);
}

static void
tear_down (Drafts *self, gconstpointer data)
{
  g_clear_object (&self->agreement);
  fixture_tear_down (&self->base, data);
}

static AkkActionDraft *
open (Drafts *self, AkkAction *action)
{
  return akk_action_draft_new (self->base.store, self->agreement->record.id, action, NULL);
}

static AkkAction *
save (Drafts *self, AkkActionDraft *draft)
{
  AkkAction *action;

  akk_store_begin (self->base.store, "Save");
  action = akk_action_draft_save (draft);
  fixture_commit (&self->base);
  return action;
}

static void
put (GPtrArray *list, const AkkRecordType *type, const char *property, const char *text)
{
  AkkRecord *record = akk_record_new (type);

  g_object_set (record, property, text, NULL);
  g_ptr_array_add (list, record);
}

static guint
count (Drafts *self, const AkkRecordType *type, AkkAction *action)
{
  g_autoptr (GListModel) list =
      akk_store_list (self->base.store, type, "action_id", action->record.id);

  return g_list_model_get_n_items (list);
}

static AkkAction *
add_full (Drafts *self)
{
  g_autoptr (AkkActionDraft) draft = open (self, NULL);

  g_object_set (draft->action, "title", "Luisteren", NULL);
  put (draft->contributions, &akk_contribution_record, "role", "trekker");
  put (draft->contributions, &akk_contribution_record, "role", "");
  put (draft->log, &akk_log_entry_record, "text", "begonnen");
  g_object_set (draft->log->pdata[0], "date", akk_date_parse ("2025-03-04"), NULL);
  g_object_set (draft->appraisals->pdata[0], "met", (gint64) TRUE, NULL);
  akk_action_draft_set_commitment (draft, 71, TRUE);
  akk_action_draft_set_commitment (draft, 72, TRUE);
  return save (self, draft);
}

static void
a_new_action_is_saved_with_its_parts (Drafts *self, gconstpointer data)
{
  g_autoptr (AkkAction) action = add_full (self);

  g_assert_cmpstr (action->number, ==, "A1");
  g_assert_cmpstr (action->position, !=, "");
  g_assert_cmpint (action->agreement_id, ==, self->agreement->record.id);
  g_assert_cmpuint (count (self, &akk_contribution_record, action), ==, 1);
  g_assert_cmpuint (count (self, &akk_log_entry_record, action), ==, 1);
  g_assert_cmpuint (count (self, &akk_appraisal_record, action), ==, 1);
  g_assert_cmpuint (count (self, &akk_fulfilment_record, action), ==, 2);
  g_assert_cmpint (action->reported_on, ==, akk_date_parse ("2025-03-04"));
  g_assert_true (akk_store_undo (self->base.store, NULL));
  g_assert_true (action->record.deleted);
  g_assert_cmpuint (count (self, &akk_contribution_record, action), ==, 0);
}

static void
what_is_taken_out_is_deleted (Drafts *self, gconstpointer data)
{
  g_autoptr (AkkAction) action = add_full (self);
  g_autoptr (AkkActionDraft) draft = open (self, action);
  g_autoptr (AkkAction) same = NULL;

  g_ptr_array_set_size (draft->contributions, 0);
  g_object_set (draft->log->pdata[0], "text", "", NULL);
  g_object_set (draft->appraisals->pdata[0], "met", (gint64) FALSE, NULL);
  akk_action_draft_set_commitment (draft, 71, FALSE);
  same = save (self, draft);
  g_assert_true (same == action);
  g_assert_cmpuint (count (self, &akk_contribution_record, action), ==, 0);
  g_assert_cmpuint (count (self, &akk_log_entry_record, action), ==, 0);
  g_assert_cmpuint (count (self, &akk_appraisal_record, action), ==, 0);
  g_assert_cmpuint (count (self, &akk_fulfilment_record, action), ==, 1);
}

static void
saving_what_did_not_change_leaves_no_trace (Drafts *self, gconstpointer data)
{
  g_autoptr (AkkAction) action = add_full (self);
  gint64 before = akk_store_get_last_step (self->base.store);
  g_autoptr (AkkActionDraft) draft = open (self, action);
  g_autoptr (AkkAction) same = save (self, draft);

  g_assert_true (same == action);
  g_assert_cmpint (akk_store_get_last_step (self->base.store), ==, before);
}

static void
a_new_status_is_news (Drafts *self, gconstpointer data)
{
  g_autoptr (AkkAction) action = add_full (self);
  g_autoptr (AkkActionDraft) draft = open (self, action);
  g_autoptr (AkkAction) same = NULL;

  g_object_set (draft->action, "status", (gint64) AKK_ACTION_BUSY, NULL);
  same = save (self, draft);
  g_assert_cmpint (same->reported_on, ==, akk_date_parse ("2025-11-17"));
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*test) (Drafts *self, gconstpointer data);
  } tests[] = {
    { "a-new-action-is-saved-with-its-parts", a_new_action_is_saved_with_its_parts },
    { "what-is-taken-out-is-deleted", what_is_taken_out_is_deleted },
    { "no-change-leaves-no-trace", saving_what_did_not_change_leaves_no_trace },
    { "a-new-status-is-news", a_new_status_is_news },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strdup_printf ("/action-draft/%s", tests[i].name);

    g_test_add (path, Drafts, NULL, set_up, tests[i].test, tear_down);
  }
  return g_test_run ();
}
