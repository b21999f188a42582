/* A dossier with many actions for benchmarks.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "actions.h"

#include "core/action.h"
#include "core/contribution.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/order.h"
#include "core/organisation.h"
#include "core/pact.h"
#include "core/party.h"
#include "core/plan.h"
#include "core/priority.h"
#include "core/tags.h"
#include "material.h"

#define N_PRIORITIES 3
#define N_PARTIES 10
#define N_PLANS 2

typedef struct {
  AkkStore *store;
  gint64 agreement, today;
  gint64 priorities[N_PRIORITIES], parties[N_PARTIES], plans[N_PLANS];
  AkkPhrases *phrases;
  GRand *rand;
} Making;

/* Takes the record over and returns its id. */
static gint64
add (Making *making, gpointer record)
{
  gint64 id;

  akk_store_add (making->store, record);
  id = AKK_RECORD (record)->id;
  g_object_unref (record);
  return id;
}

static gint64
add_party (Making *making, guint i, const char *position)
{
  AkkOrganisation *organisation = akk_record_new (&akk_organisation_record);
  AkkParty *party = akk_record_new (&akk_party_record);
  g_autofree char *name = g_strdup_printf ("Partner %u", i + 1);
  gint64 organisation_id;

  g_object_set (organisation, "name", name, NULL);
  organisation_id = add (making, organisation);
  g_object_set (party, "agreement-id", making->agreement, "organisation-id", organisation_id,
                "position", position, NULL);
  return add (making, party);
}

static gint64
add_priority (Making *making, guint i, const char *position)
{
  AkkPriority *priority = akk_record_new (&akk_priority_record);
  g_autofree char *title = g_strdup_printf ("ambitie %u over de samenwerking", i + 1);

  g_object_set (priority, "agreement-id", making->agreement, "position", position, "title", title,
                "lead-id", making->parties[i], NULL);
  return add (making, priority);
}

/* Of two years; the last one of the first plan is the first one of the second. */
static gint64
add_plan (Making *making, guint i)
{
  AkkPlan *plan = akk_record_new (&akk_plan_record);
  int year;

  akk_date_to_ymd (making->today, &year, NULL, NULL);
  g_object_set (plan, "agreement-id", making->agreement, "first-year", (gint64) year - 1 + i,
                "last-year", (gint64) year + i, NULL);
  return add (making, plan);
}

static gint64
pick (Making *making, int end)
{
  return g_rand_int_range (making->rand, 0, end);
}

/* One name of the Pact or two, of one action in ten none. */
static char *
pick_names (Making *making, const char *(*name) (AkkPhrases *phrases, guint i), guint n)
{
  const char *names[] = { name (making->phrases, (guint) pick (making, (int) n)),
                          pick (making, 3) == 0 ? name (making->phrases, 0) : NULL, NULL };

  return pick (making, 10) == 0 ? g_strdup ("") : akk_tags_join (names);
}

static void
describe (Making *making, AkkAction *action, guint i, gboolean last)
{
  static const char *const policies[] = { "", "werk", "onderwijs; werk", "welzijn", "mobiliteit" };
  g_autofree char *number = g_strdup_printf ("A%u", i + 1);
  g_autofree char *words = material_body (making->rand, 8);
  g_autofree char *title = g_strdelimit (g_utf8_substring (words, 0, 60), "\n-;", ' ');
  g_autofree char *body = material_body (making->rand, 40);
  g_autofree char *domains = pick_names (making, akk_pact_domain, AKK_PACT_N_DOMAINS);
  g_autofree char *groups = pick_names (making, akk_pact_target_group, AKK_PACT_N_TARGET_GROUPS);

  g_strstrip (title);
  g_object_set (action, "number", number, "title", last ? BENCH_RARE_WORD : title, "description",
                body, "domains", domains, "target-groups", groups, "policies",
                policies[pick (making, G_N_ELEMENTS (policies))], "progress",
                i % 3 == 0 ? "Loopt volgens plan." : "", NULL);
}

static gint64
add_action (Making *making, guint i, const char *position, gboolean last)
{
  AkkAction *action = akk_record_new (&akk_action_record);
  gint64 start = making->today - 300 + pick (making, 300), id;

  describe (making, action, i, last);
  g_object_set (action, "agreement-id", making->agreement, "plan-id", making->plans[i % N_PLANS],
                "priority-id", making->priorities[pick (making, N_PRIORITIES)], "position",
                position, "lead-id", making->parties[pick (making, N_PARTIES)], "status",
                pick (making, AKK_ACTION_STOPPED + 1), "starts-on", start, "deadline",
                i % 4 == 0 ? AKK_NO_DATE : start + pick (making, 500), NULL);
  id = add (making, action);
  return id;
}

static void
add_contribution (Making *making, gint64 action)
{
  AkkContribution *contribution = akk_record_new (&akk_contribution_record);

  g_object_set (contribution, "action-id", action, "party-id",
                making->parties[pick (making, N_PARTIES)], "role", "partner", NULL);
  add (making, contribution);
}

static void
next_position (char **position)
{
  char *next = akk_order_between (*position, "");

  g_free (*position);
  *position = next;
}

static void
make (BenchActions *self, Making *making, guint n)
{
  g_autofree char *position = g_strdup ("");

  for (guint i = 0; i < N_PARTIES; i++) {
    next_position (&position);
    making->parties[i] = add_party (making, i, position);
  }
  for (guint i = 0; i < N_PRIORITIES; i++) {
    next_position (&position);
    making->priorities[i] = add_priority (making, i, position);
  }
  for (guint i = 0; i < N_PLANS; i++)
    making->plans[i] = add_plan (making, i);
  for (guint i = 0; i < n; i++) {
    next_position (&position);
    self->last = add_action (making, i, position, i == n - 1);
    add_contribution (making, self->last);
  }
}

void
bench_actions_init (BenchActions *self, guint n)
{
  g_autofree char *path = NULL;
  g_autoptr (AkkPhrases) phrases = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;
  Making making;

  self->folder = g_dir_make_tmp ("akkoord-bench-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "working.db", NULL);
  self->store = akk_store_open (path, 0, &error);
  g_assert_no_error (error);
  self->agreement = akk_record_new (&akk_agreement_record);
  akk_store_begin (self->store, "Make");
  g_object_set (self->agreement, "title", "Overeenkomst", "stage", (gint64) AKK_STAGE_RUNNING,
                NULL);
  akk_store_add (self->store, self->agreement);
  phrases = akk_phrases_new (akk_agreement_language (self->agreement), NULL);
  making = (Making) { .store = self->store,
                      .agreement = self->agreement->record.id,
                      .today = akk_store_today (self->store),
                      .phrases = phrases,
                      .rand = rand };
  make (self, &making, n);
  akk_store_commit (self->store, &error);
  g_assert_no_error (error);
}

void
bench_actions_clear (BenchActions *self)
{
  g_autofree char *clean = g_strconcat ("rm -rf '", self->folder, "'", NULL);

  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  g_spawn_command_line_sync (clean, NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->folder, g_free);
}
