/* The plain values of which a proposal is a function, read from a store.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/dates.h"
#include "core/meeting.h"
#include "core/obligations-private.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/proposal-private.h"
#include "core/seat.h"
#include "core/store-values.h"
#include "core/unavailable.h"

/* Days before and after the span of which is known: for words, and for a date of one's own. */
#define MARGIN_DAYS 400
#define DAYS_PER_WEEK 7
#define LAST_WEEK_OF_MONTH 5

static const char *const seat_fields[] = { "body_id", "party_id", "kind", NULL };
enum { S_ID, S_BODY, S_PARTY, S_KIND, N_S };
static const char *const party_fields[] = { "agreement_id", "organisation_id", NULL };
enum { P_ID, P_AGREEMENT, P_ORGANISATION, N_P };
static const char *const meeting_fields[] = { "body_id", "state", "date", NULL };
enum { M_ID, M_BODY, M_STATE, M_DATE, N_M };

typedef struct {
  AkkPlanner *planner;
  AkkStore *store;
  GArray *seats, *parties, *meetings; /* gint64, as the store gives them */
  GHashTable *organisations; /* id -> 1 + place in the planner's parties */
} Collector;

/* --- The planner itself --- */

static void
party_free (AkkPlanParty *party)
{
  g_free (party->name);
  g_free (party->until);
  g_free (party->council);
  g_free (party);
}

static void
body_free (AkkPlanBody *body)
{
  g_free (body->name);
  g_array_unref (body->frequencies);
  g_array_unref (body->parties);
  g_array_unref (body->meetings);
  g_array_unref (body->proposed);
  g_ptr_array_unref (body->sharing);
  g_free (body);
}

AkkPlanner *
akk_plan_new (gint64 from, gint64 to, gint64 today)
{
  AkkPlanner *self = g_new0 (AkkPlanner, 1);

  self->today = today;
  self->from = from;
  self->to = MAX (to, from);
  self->first = MIN (from, today) - MARGIN_DAYS;
  self->last = MAX (self->to, today) + MARGIN_DAYS;
  self->parties = g_ptr_array_new_with_free_func ((GDestroyNotify) party_free);
  self->bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) body_free);
  return self;
}

void
akk_planner_free (AkkPlanner *self)
{
  g_clear_pointer (&self->days_off, akk_days_off_free);
  g_ptr_array_unref (self->parties);
  g_ptr_array_unref (self->bodies);
  g_free (self);
}

AkkPlanBody *
akk_plan_add_body (AkkPlanner *self, gint64 id, const char *name)
{
  AkkPlanBody *body = g_new0 (AkkPlanBody, 1);

  body->id = id;
  body->name = g_strdup (name);
  body->start = body->end = body->starts_at = AKK_NO_DATE;
  body->frequencies = g_array_new (FALSE, FALSE, sizeof (AkkFrequency));
  body->parties = g_array_new (FALSE, FALSE, sizeof (guint));
  body->meetings = g_array_new (FALSE, FALSE, sizeof (gint64));
  body->proposed = g_array_new (FALSE, FALSE, sizeof (gint64));
  body->sharing = g_ptr_array_new ();
  g_ptr_array_add (self->bodies, body);
  return body;
}

AkkPlanParty *
akk_plan_add_party (AkkPlanner *self, const char *name)
{
  AkkPlanParty *party = g_new0 (AkkPlanParty, 1);
  gsize n = (gsize) (self->last - self->first + 1);

  party->name = g_strdup (name);
  party->until = g_new (guint16, n);
  party->council = g_new0 (guint8, n);
  for (gsize i = 0; i < n; i++)
    party->until[i] = AKK_PLAN_MIDNIGHT;
  g_ptr_array_add (self->parties, party);
  return party;
}

void
akk_plan_block (
    AkkPlanner *self, AkkPlanParty *party, gint64 date, gint64 starts_at, gboolean council)
{
  gint64 i = date - self->first;

  if (date < self->first || date > self->last || starts_at >= party->until[i])
    return;
  party->until[i] = (guint16) starts_at;
  party->council[i] = council;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, two = *(const gint64 *) b;

  return one < two ? -1 : one > two;
}

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const AkkPlanBody *one = *(AkkPlanBody *const *) a, *two = *(AkkPlanBody *const *) b;

  if (one->asked != two->asked)
    return one->asked ? -1 : 1;
  if (one->kind != two->kind)
    return one->kind < two->kind ? -1 : 1;
  return one->id < two->id ? -1 : one->id > two->id;
}

void
akk_plan_ready (AkkPlanner *self)
{
  if (self->days_off == NULL)
    self->days_off = akk_days_off_new_computed (self->first, self->last);
  g_ptr_array_sort (self->bodies, compare_turns);
  for (guint i = 0; i < self->bodies->len; i++) {
    AkkPlanBody *body = self->bodies->pdata[i];

    g_array_sort (body->meetings, compare_days);
    g_ptr_array_set_size (body->sharing, 0);
    for (guint n = 0; n < self->bodies->len; n++)
      if (n != i && akk_plan_share_parties (body, self->bodies->pdata[n]))
        g_ptr_array_add (body->sharing, self->bodies->pdata[n]);
  }
}

/* --- Parties --- */

/* The days on which a council meets: the n-th such weekday of the month, or the last one. */
static gboolean
council_day (const AkkUnavailable *self, gint64 date)
{
  int year, month, day, next_month;

  if (akk_date_weekday (date) != self->weekday)
    return FALSE;
  akk_date_to_ymd (date, &year, &month, &day);
  if (self->week < LAST_WEEK_OF_MONTH)
    return (day - 1) / DAYS_PER_WEEK + 1 == self->week;
  akk_date_to_ymd (date + DAYS_PER_WEEK, NULL, &next_month, NULL);
  return next_month != month;
}

static void
block (AkkPlanner *planner, AkkPlanParty *party, const AkkUnavailable *reason)
{
  gint64 from = reason->starts_on, to = reason->ends_on;
  gboolean council = reason->kind == AKK_UNAVAILABLE_COUNCIL;
  gint64 starts_at = !council                           ? 0
                     : reason->starts_at != AKK_NO_DATE ? reason->starts_at
                                                        : AKK_EVENING_MIN;

  if (!council) {
    if (from == AKK_NO_DATE)
      from = to;
    if (to == AKK_NO_DATE)
      to = from;
    if (from == AKK_NO_DATE)
      return;
  }
  from = from == AKK_NO_DATE ? planner->first : MAX (from, planner->first);
  to = to == AKK_NO_DATE ? planner->last : MIN (to, planner->last);
  for (gint64 date = from; date <= to; date++)
    if (!council || council_day (reason, date))
      akk_plan_block (planner, party, date, starts_at, council);
}

/* The place of an organisation in the planner's list. */
static guint
find_party (Collector *self, gint64 organisation_id)
{
  gint64 *key;
  gpointer place = g_hash_table_lookup (self->organisations, &organisation_id);
  g_autoptr (AkkOrganisation) organisation = NULL;
  g_autoptr (GListModel) reasons = NULL;
  AkkPlanParty *party;

  if (place != NULL)
    return GPOINTER_TO_UINT (place) - 1;
  organisation = akk_store_get (self->store, &akk_organisation_record, organisation_id);
  party = akk_plan_add_party (self->planner,
                              organisation != NULL ? akk_organisation_short (organisation) : "");
  reasons =
      akk_store_list (self->store, &akk_unavailable_record, "organisation_id", organisation_id);
  for (guint i = 0; i < g_list_model_get_n_items (reasons); i++) {
    g_autoptr (AkkUnavailable) reason = g_list_model_get_item (reasons, i);

    block (self->planner, party, reason);
  }
  key = g_new (gint64, 1);
  *key = organisation_id;
  g_hash_table_insert (self->organisations, key, GUINT_TO_POINTER (self->planner->parties->len));
  return self->planner->parties->len - 1;
}

static void
add_party (Collector *self, GArray *organisations, gint64 party_id)
{
  for (guint i = 0; i + N_P <= self->parties->len; i += N_P) {
    const gint64 *row = &g_array_index (self->parties, gint64, i);
    gboolean known = FALSE;

    if (row[P_ID] != party_id)
      continue;
    for (guint n = 0; n < organisations->len; n++)
      known |= g_array_index (organisations, gint64, n) == row[P_ORGANISATION];
    if (!known)
      g_array_append_val (organisations, row[P_ORGANISATION]);
  }
}

/* Those with a seat; of a body without seats all parties of its agreement. */
static GArray *
list_organisations (Collector *self, gint64 body_id, gint64 agreement_id)
{
  GArray *organisations = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean any = FALSE;

  for (guint i = 0; i + N_S <= self->seats->len; i += N_S) {
    const gint64 *row = &g_array_index (self->seats, gint64, i);

    if (row[S_BODY] != body_id)
      continue;
    any = TRUE;
    if (row[S_KIND] != AKK_SEAT_EXPERT)
      add_party (self, organisations, row[S_PARTY]);
  }
  for (guint i = 0; !any && i + N_P <= self->parties->len; i += N_P) {
    const gint64 *row = &g_array_index (self->parties, gint64, i);

    if (row[P_AGREEMENT] == agreement_id)
      add_party (self, organisations, row[P_ID]);
  }
  return organisations;
}

/* --- Bodies --- */

/* What was held, and what is still ahead; a planned one whose day is over counts as nothing. */
static void
add_meetings (Collector *self, AkkPlanBody *body)
{
  for (guint i = 0; i + N_M <= self->meetings->len; i += N_M) {
    const gint64 *row = &g_array_index (self->meetings, gint64, i);
    gboolean held = row[M_STATE] == AKK_MEETING_HELD || row[M_STATE] == AKK_MEETING_APPROVED;
    gboolean ahead = row[M_STATE] <= AKK_MEETING_INVITED && row[M_DATE] >= self->planner->today;

    if (row[M_BODY] == body->id && row[M_DATE] != AKK_NO_DATE && (held || ahead))
      g_array_append_val (body->meetings, row[M_DATE]);
  }
}

static AkkPlanBody *
add_body (Collector *self, AkkBody *record, const GArray *organisations)
{
  AkkPlanBody *body = akk_plan_add_body (self->planner, record->record.id, record->name);

  body->agreement_id = record->agreement_id;
  body->kind = record->kind;
  body->weekday = record->weekday;
  body->starts_at = record->starts_at;
  body->duration_min = record->duration_min;
  body->prepare_days = record->prepare_days;
  body->minutes_days = record->minutes_days;
  for (guint i = 0; i < organisations->len; i++) {
    guint place = find_party (self, g_array_index (organisations, gint64, i));

    g_array_append_val (body->parties, place);
  }
  add_meetings (self, body);
  return body;
}

/* An agreement in concept owes nothing yet. */
static void
set_term (Collector *self, AkkPlanBody *body)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (self->store, &akk_agreement_record, body->agreement_id);

  if (agreement != NULL && agreement->stage != AKK_STAGE_CONCEPT)
    akk_duties_term (self->store, agreement, &body->start, &body->end);
}

static void
add_asked (Collector *self, const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++) {
    AkkBody *record = records->pdata[i];
    g_autoptr (GArray) organisations =
        list_organisations (self, record->record.id, record->agreement_id);
    AkkPlanBody *body = add_body (self, record, organisations);

    body->asked = TRUE;
    g_array_unref (body->frequencies);
    body->frequencies = akk_frequencies (record);
    set_term (self, body);
  }
}

static gboolean
shares (Collector *self, const GArray *organisations)
{
  for (guint i = 0; i < organisations->len; i++)
    if (g_hash_table_contains (self->organisations, &g_array_index (organisations, gint64, i)))
      return TRUE;
  return FALSE;
}

/* Bodies that are not asked, but that meet in these days and share parties with one that is. */
static void
add_others (Collector *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->planner->bodies->len; i++)
    g_hash_table_add (known, &((AkkPlanBody *) self->planner->bodies->pdata[i])->id);
  for (guint i = 0; i + N_M <= self->meetings->len; i += N_M) {
    gint64 *row = &g_array_index (self->meetings, gint64, i);
    g_autoptr (AkkBody) record = NULL;
    g_autoptr (GArray) organisations = NULL;

    if (row[M_DATE] < self->planner->first || row[M_DATE] > self->planner->last ||
        !g_hash_table_add (known, &row[M_BODY]))
      continue;
    record = akk_store_get (self->store, &akk_body_record, row[M_BODY]);
    if (record == NULL || record->record.deleted)
      continue;
    organisations = list_organisations (self, row[M_BODY], record->agreement_id);
    if (shares (self, organisations))
      add_body (self, record, organisations);
  }
}

AkkPlanner *
akk_planner_new (AkkStore *store, const GPtrArray *bodies, gint64 from, gint64 to, gint64 today)
{
  AkkPlanner *planner = akk_plan_new (from, to, today);
  Collector self = { planner, store,
                     NULL,    NULL,
                     NULL,    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) };

  planner->days_off = akk_days_off_new (store, planner->first, planner->last);
  self.seats = akk_store_values (store, &akk_seat_record, seat_fields, NULL, 0, NULL);
  self.parties = akk_store_values (store, &akk_party_record, party_fields, NULL, 0, NULL);
  self.meetings = akk_store_values (store, &akk_meeting_record, meeting_fields, NULL, 0, NULL);
  add_asked (&self, bodies);
  add_others (&self);
  akk_plan_ready (planner);
  g_array_unref (self.seats);
  g_array_unref (self.parties);
  g_array_unref (self.meetings);
  g_hash_table_unref (self.organisations);
  return planner;
}
