/* The plain values of which obligations are a function, read from a store.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/agenda-item.h"
#include "core/obligations-private.h"
#include "core/section.h"
#include "core/signing.h"
#include "core/store-values.h"

#define TERM_CLAUSE "{{clause:term}}"

/* What is read of each meeting and item; the id comes first. */
static const char *const meeting_fields[] = { "body_id",     "state",          "date",
                                              "approved_on", "approved_at_id", NULL };
enum { M_ID, M_BODY, M_STATE, M_DATE, M_APPROVED_ON, M_APPROVED_AT, N_M };
static const char *const item_fields[] = { "meeting_id", "subject", "state", "approves_id", NULL };
static const char *const item_any[] = { "subject", "approves_id", NULL };
enum { I_ID, I_MEETING, I_SUBJECT, I_STATE, I_APPROVES, N_I };

typedef struct {
  AkkStore *store;
  gboolean whole; /* all agreements: each table is read once */
  GHashTable *bodies; /* id -> AkkDutyBody */
  GHashTable *meetings; /* id -> AkkDutyMeeting */
} Collector;

static void
body_free (AkkDutyBody *body)
{
  g_ref_string_release (body->name);
  g_ref_string_release (body->rhythm);
  g_ref_string_release (body->source);
  g_ref_string_release (body->evaluation_source);
  g_array_unref (body->frequencies);
  g_array_unref (body->meetings);
  g_free (body);
}

void
akk_duties_free (AkkDuties *self)
{
  g_ref_string_release (self->plan_source);
  g_ref_string_release (self->first_plan_source);
  g_ref_string_release (self->term_source);
  g_ptr_array_unref (self->bodies);
  g_free (self);
}

/* --- Sources --- */

static gsize
bare_length (const char *number)
{
  gsize length = strlen (number);

  while (length > 0 && (number[length - 1] == '.' || number[length - 1] == ')'))
    length--;
  return length;
}

/* "Deel IV, B. Werkgroep": the numbers of what it is part of, its own, its heading. */
static char *
section_words (GPtrArray *outline, gint64 id)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const AkkOutlineEntry *entry = NULL;
  guint i, depth;

  for (i = 0; i < outline->len && entry == NULL; i++)
    if (((const AkkOutlineEntry *) outline->pdata[i])->section->record.id == id)
      entry = outline->pdata[i];
  if (entry == NULL)
    return g_strdup ("");
  g_string_append (words, entry->number);
  if (*entry->number != '\0' && *entry->section->heading != '\0')
    g_string_append_c (words, ' ');
  g_string_append (words, entry->section->heading);
  /* A decimal path holds the numbers above it. */
  depth = entry->section->scheme == AKK_SCHEME_DECIMAL_PATH ? 1 : entry->depth;
  while (i-- > 0 && depth > 1) {
    const AkkOutlineEntry *above = outline->pdata[i];
    g_autofree char *before = NULL;

    if (above->depth >= depth)
      continue;
    depth = above->depth;
    before = g_strndup (above->number, bare_length (above->number));
    if (*before != '\0')
      g_string_prepend (g_string_prepend (words, ", "), before);
  }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static char *
source_words (GPtrArray *outline, gint64 id)
{
  g_autofree char *words = id != 0 ? section_words (outline, id) : g_strdup ("");

  return g_ref_string_new (words);
}

/* Those of all rules, each once. */
static char *
body_source (GPtrArray *outline, const AkkDutyBody *body)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gint64 last = 0;

  for (guint i = 0; i < body->frequencies->len; i++) {
    gint64 id = g_array_index (body->frequencies, AkkFrequency, i).section_id;
    g_autofree char *one = id != 0 && id != last ? section_words (outline, id) : g_strdup ("");

    if (*one != '\0' && words->len > 0)
      g_string_append (words, "; ");
    g_string_append (words, one);
    last = id;
  }
  if (body->frequencies->len == 0)
    return source_words (outline, body->section_id);
  return g_ref_string_new (words->str);
}

static gint64
find_term (GPtrArray *outline)
{
  for (guint i = 0; i < outline->len; i++) {
    const AkkOutlineEntry *entry = outline->pdata[i];

    if (strstr (entry->section->body, TERM_CLAUSE) != NULL)
      return entry->section->record.id;
  }
  return 0;
}

static void
name_sources (Collector *self, AkkDuties *duties, AkkAgreement *agreement)
{
  g_autoptr (GListModel) sections =
      akk_store_list (self->store, &akk_section_record, "agreement_id", agreement->record.id);
  g_autoptr (GPtrArray) outline = akk_outline_new (sections, akk_agreement_language (agreement));

  duties->plan_source = source_words (outline, duties->plan_section_id);
  duties->first_plan_source = source_words (outline, duties->first_plan_section_id);
  duties->term_section_id = find_term (outline);
  duties->term_source = source_words (outline, duties->term_section_id);
  for (guint i = 0; i < duties->bodies->len; i++) {
    AkkDutyBody *body = duties->bodies->pdata[i];

    body->source = body_source (outline, body);
    body->evaluation_source = source_words (outline, body->evaluation_section_id);
  }
}

/* --- Agreements --- */

/* The day on which the last one signed what was frozen; of an agreement that was signed elsewhere,
 * its start. */
static gint64
signing_day (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (AkkSigning) signing = NULL;
  g_autoptr (AkkVersion) version = NULL;

  /* Nothing else depends on it. */
  if (agreement->first_plan_months <= 0 && !agreement->starts_at_signing)
    return AKK_NO_DATE;
  version = akk_version_newest (store, agreement);
  if (version == NULL)
    return agreement->stage >= AKK_STAGE_RUNNING ? agreement->starts_on : AKK_NO_DATE;
  signing = akk_signing_new (store, agreement, version);
  return signing->n_places > 0 && signing->n_signed == signing->n_places ? signing->last_signed_on
                                                                         : AKK_NO_DATE;
}

static gint64
start_of (AkkAgreement *agreement, gint64 signed_on)
{
  if (agreement->starts_at_signing &&
      (signed_on != AKK_NO_DATE || agreement->stage < AKK_STAGE_RUNNING))
    return signed_on;
  return agreement->starts_on;
}

static void
find_successor (Collector *self, AkkDuties *duties)
{
  g_autoptr (GListModel) successors =
      akk_store_list (self->store, &akk_agreement_record, "predecessor_id", duties->id);

  for (guint i = 0; i < g_list_model_get_n_items (successors); i++) {
    g_autoptr (AkkAgreement) successor = g_list_model_get_item (successors, i);

    duties->successor_id = successor->record.id;
    duties->succeeded |= successor->stage >= AKK_STAGE_RUNNING;
  }
}

static AkkDutyBody *
add_body (Collector *self, AkkDuties *duties, AkkBody *record)
{
  AkkDutyBody *body = g_new0 (AkkDutyBody, 1);

  body->id = record->record.id;
  body->name = g_ref_string_new (record->name);
  body->rhythm = g_ref_string_new (record->rhythm);
  body->evaluates = record->evaluates != 0;
  body->frequencies = akk_frequencies (record);
  body->section_id = record->section_id;
  body->evaluation_section_id = record->evaluation_section_id;
  body->meetings = g_array_new (FALSE, FALSE, sizeof (AkkDutyMeeting));
  g_ptr_array_add (duties->bodies, body);
  g_hash_table_insert (self->bodies, &body->id, body);
  return body;
}

static AkkDuties *
collect_agreement (Collector *self, AkkAgreement *agreement)
{
  AkkDuties *duties = g_new0 (AkkDuties, 1);
  g_autoptr (GListModel) bodies =
      akk_store_list (self->store, &akk_body_record, "agreement_id", agreement->record.id);

  duties->id = agreement->record.id;
  duties->ended = agreement->stage == AKK_STAGE_ENDED;
  duties->signed_on = signing_day (self->store, agreement);
  duties->start = start_of (agreement, duties->signed_on);
  duties->indefinite = agreement->indefinite != 0;
  duties->end = duties->indefinite ? AKK_NO_DATE : agreement->ends_on;
  duties->notice_months = agreement->notice_months;
  duties->yearly_plan = agreement->yearly_plan != 0;
  duties->first_plan_months = agreement->first_plan_months;
  duties->plan_section_id = agreement->plan_section_id;
  duties->first_plan_section_id = agreement->first_plan_section_id;
  duties->bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) body_free);
  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (bodies, i);

    add_body (self, duties, body);
  }
  find_successor (self, duties);
  name_sources (self, duties, agreement);
  return duties;
}

/* --- Meetings --- */

static void
add_meetings (Collector *self, const GArray *values)
{
  for (guint i = 0; i + N_M <= values->len; i += N_M) {
    const gint64 *row = &g_array_index (values, gint64, i);
    AkkDutyBody *body = g_hash_table_lookup (self->bodies, &row[M_BODY]);
    AkkDutyMeeting meeting = { row[M_ID], row[M_DATE], FALSE, 0, 0, AKK_NO_DATE, AKK_NO_DATE };

    if (body == NULL || row[M_STATE] > AKK_MEETING_APPROVED || row[M_DATE] == AKK_NO_DATE)
      continue;
    meeting.held = row[M_STATE] >= AKK_MEETING_HELD;
    g_array_append_val (body->meetings, meeting);
  }
}

static int
compare_meetings (gconstpointer a, gconstpointer b)
{
  const AkkDutyMeeting *one = a, *two = b;

  if (one->date != two->date)
    return one->date < two->date ? -1 : 1;
  return one->id < two->id ? -1 : one->id > two->id;
}

/* Now that they stay where they are. */
static void
index_meetings (Collector *self)
{
  GHashTableIter iter;
  AkkDutyBody *body;

  g_hash_table_iter_init (&iter, self->bodies);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &body)) {
    g_array_sort (body->meetings, compare_meetings);
    for (guint i = 0; i < body->meetings->len; i++) {
      AkkDutyMeeting *meeting = &g_array_index (body->meetings, AkkDutyMeeting, i);

      g_hash_table_insert (self->meetings, &meeting->id, meeting);
    }
  }
}

/* When the minutes were approved: on the day that was noted, else that of the meeting that did it,
 * else as soon as there was anything to approve. */
static void
note_approvals (Collector *self, const GArray *values)
{
  for (guint i = 0; i + N_M <= values->len; i += N_M) {
    const gint64 *row = &g_array_index (values, gint64, i);
    AkkDutyMeeting *meeting = g_hash_table_lookup (self->meetings, &row[M_ID]);
    const AkkDutyMeeting *at = g_hash_table_lookup (self->meetings, &row[M_APPROVED_AT]);

    if (meeting == NULL || row[M_STATE] != AKK_MEETING_APPROVED)
      continue;
    meeting->approved_on = row[M_APPROVED_ON] != AKK_NO_DATE ? row[M_APPROVED_ON]
                           : at != NULL                      ? at->date
                                                             : meeting->date;
  }
}

static void
note_items (Collector *self, const GArray *values)
{
  for (guint i = 0; i + N_I <= values->len; i += N_I) {
    const gint64 *row = &g_array_index (values, gint64, i);
    AkkDutyMeeting *meeting = g_hash_table_lookup (self->meetings, &row[I_MEETING]);
    AkkDutyMeeting *earlier = g_hash_table_lookup (self->meetings, &row[I_APPROVES]);
    gboolean done = row[I_STATE] == AKK_ITEM_DONE;

    if (meeting == NULL || row[I_STATE] == AKK_ITEM_DROPPED || row[I_SUBJECT] < 0 ||
        row[I_SUBJECT] > AKK_SUBJECT_SIGNALS)
      continue;
    if (meeting->held && done)
      meeting->deals |= 1u << row[I_SUBJECT];
    else if (!meeting->held)
      meeting->brings |= 1u << row[I_SUBJECT];
    if (earlier == NULL)
      continue;
    if (meeting->held && done && earlier->approved_on == AKK_NO_DATE)
      earlier->approved_on = meeting->date;
    else if (!meeting->held &&
             (earlier->approving_on == AKK_NO_DATE || meeting->date < earlier->approving_on))
      earlier->approving_on = meeting->date;
  }
}

static GArray *
read_meetings (Collector *self)
{
  GArray *values;
  GHashTableIter iter;
  const gint64 *id;

  if (self->whole)
    return akk_store_values (self->store, &akk_meeting_record, meeting_fields, NULL, 0, NULL);
  values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, self->bodies);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL)) {
    g_autoptr (GArray) some =
        akk_store_values (self->store, &akk_meeting_record, meeting_fields, "body_id", *id, NULL);

    g_array_append_vals (values, some->data, some->len);
  }
  return values;
}

static void
read_items (Collector *self)
{
  GHashTableIter iter;
  const gint64 *id;

  if (self->whole) {
    g_autoptr (GArray) all =
        akk_store_values (self->store, &akk_agenda_item_record, item_fields, NULL, 0, item_any);

    note_items (self, all);
    return;
  }
  g_hash_table_iter_init (&iter, self->meetings);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL)) {
    g_autoptr (GArray) some = akk_store_values (self->store, &akk_agenda_item_record, item_fields,
                                                "meeting_id", *id, item_any);

    note_items (self, some);
  }
}

/* --- Public --- */

static int
compare_by_start (gconstpointer a, gconstpointer b)
{
  const AkkAgreement *one = *(AkkAgreement *const *) a, *two = *(AkkAgreement *const *) b;

  /* Those without a start come last, as akk_agreement_nth () counts them. */
  if (one->starts_on != two->starts_on)
    return two->starts_on == AKK_NO_DATE ||
                   (one->starts_on != AKK_NO_DATE && one->starts_on < two->starts_on)
               ? -1
               : 1;
  return one->record.id < two->record.id ? -1 : one->record.id > two->record.id;
}

static GPtrArray *
list_agreements (AkkStore *store, AkkAgreement *agreement)
{
  GPtrArray *agreements = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) list = NULL;

  if (agreement != NULL) {
    g_ptr_array_add (agreements, g_object_ref (agreement));
    return agreements;
  }
  list = akk_store_list (store, &akk_agreement_record, NULL, 0);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (agreements, g_list_model_get_item (list, i));
  g_ptr_array_sort (agreements, compare_by_start);
  return agreements;
}

GPtrArray *
akk_duties_collect (AkkStore *store, AkkAgreement *agreement)
{
  Collector self = { store, agreement == NULL, g_hash_table_new (g_int64_hash, g_int64_equal),
                     g_hash_table_new (g_int64_hash, g_int64_equal) };
  GPtrArray *duties = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_duties_free);
  g_autoptr (GPtrArray) agreements = list_agreements (store, agreement);
  g_autoptr (GArray) meetings = NULL;

  for (guint i = 0; i < agreements->len; i++) {
    AkkAgreement *each = agreements->pdata[i];

    if (each->stage != AKK_STAGE_CONCEPT)
      g_ptr_array_add (duties, collect_agreement (&self, each));
  }
  meetings = read_meetings (&self);
  add_meetings (&self, meetings);
  index_meetings (&self);
  note_approvals (&self, meetings);
  read_items (&self);
  g_hash_table_unref (self.bodies);
  g_hash_table_unref (self.meetings);
  return duties;
}
