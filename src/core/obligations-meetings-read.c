/* The meetings of bodies and what they deal with, as plain values read from a store.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agenda-item.h"
#include "core/obligations-private.h"
#include "core/store-values.h"

/* The id comes first. */
const char *const akk_duty_meeting_fields[] = { "body_id",     "state",          "date",
                                                "approved_on", "approved_at_id", NULL };
enum { M_ID, M_BODY, M_STATE, M_DATE, M_APPROVED_ON, M_APPROVED_AT, N_M };
const char *const akk_duty_item_fields[] = { "meeting_id", "subject", "state", "approves_id",
                                             NULL };
static const char *const item_any[] = { "subject", "approves_id", NULL };
enum { I_ID, I_MEETING, I_SUBJECT, I_STATE, I_APPROVES, N_I };

typedef struct {
  AkkDutyBook *book;
  GHashTable *meetings; /* id -> AkkDutyMeeting: those that were read */
  gboolean whole; /* all of them are */
  gboolean tangled; /* something points at a meeting of another body */
} Reader;

static void
add_meetings (Reader *self, const GArray *values)
{
  for (guint i = 0; i + N_M <= values->len; i += N_M) {
    const gint64 *row = &g_array_index (values, gint64, i);
    AkkDutyBody *body = g_hash_table_lookup (self->book->bodies, &row[M_BODY]);
    AkkDutyMeeting meeting = {
      row[M_ID], row[M_DATE], body, FALSE, 0, 0, AKK_NO_DATE, AKK_NO_DATE
    };

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
index_meetings (Reader *self, AkkDutyBody *body)
{
  g_array_sort (body->meetings, compare_meetings);
  for (guint i = 0; i < body->meetings->len; i++) {
    AkkDutyMeeting *meeting = &g_array_index (body->meetings, AkkDutyMeeting, i);

    g_hash_table_insert (self->meetings, &meeting->id, meeting);
  }
}

/* What one meeting says of another: NULL when there is no such meeting, or one that does not count.
 */
static AkkDutyMeeting *
find_other (Reader *self, const AkkDutyMeeting *meeting, gint64 id)
{
  static const char *const body_field[] = { "body_id", NULL };
  AkkDutyMeeting *other = id != 0 ? g_hash_table_lookup (self->meetings, &id) : NULL;
  g_autoptr (GArray) row = NULL;

  if (id == 0)
    return NULL;
  if (other != NULL) {
    self->tangled |= other->body != meeting->body;
    return other;
  }
  if (self->whole)
    return NULL;
  row = akk_store_values (self->book->store, &akk_meeting_record, body_field, "id", id, NULL);
  self->tangled |= row->len > 1 && g_array_index (row, gint64, 1) != meeting->body->id;
  return NULL;
}

static void
note_items (Reader *self, const GArray *values)
{
  AkkDutyMeeting *meeting = NULL;

  for (guint i = 0; i + N_I <= values->len; i += N_I) {
    const gint64 *row = &g_array_index (values, gint64, i);
    AkkDutyMeeting *earlier;
    gint64 *on;

    /* Those of one meeting mostly follow each other. */
    if (meeting == NULL || meeting->id != row[I_MEETING])
      meeting = g_hash_table_lookup (self->meetings, &row[I_MEETING]);
    if (meeting == NULL || row[I_STATE] == AKK_ITEM_DROPPED || row[I_SUBJECT] < 0 ||
        row[I_SUBJECT] > AKK_SUBJECT_INDICATORS)
      continue;
    if (meeting->held && row[I_STATE] == AKK_ITEM_DONE)
      meeting->deals |= 1u << row[I_SUBJECT];
    else if (!meeting->held)
      meeting->brings |= 1u << row[I_SUBJECT];
    earlier = find_other (self, meeting, row[I_APPROVES]);
    if (earlier == NULL || (meeting->held && row[I_STATE] != AKK_ITEM_DONE))
      continue;
    on = meeting->held ? &earlier->approved_on : &earlier->approving_on;
    *on = *on == AKK_NO_DATE ? meeting->date : MIN (*on, meeting->date);
  }
}

/* When the minutes were approved: on the day that was noted, else that of the meeting that did it,
 * else as soon as there was anything to approve. It counts for more than what items say. */
static void
note_approvals (Reader *self, const GArray *values)
{
  for (guint i = 0; i + N_M <= values->len; i += N_M) {
    const gint64 *row = &g_array_index (values, gint64, i);
    AkkDutyMeeting *meeting = g_hash_table_lookup (self->meetings, &row[M_ID]);
    const AkkDutyMeeting *at;

    if (meeting == NULL || row[M_STATE] != AKK_MEETING_APPROVED)
      continue;
    at = find_other (self, meeting, row[M_APPROVED_AT]);
    meeting->approved_on = row[M_APPROVED_ON] != AKK_NO_DATE ? row[M_APPROVED_ON]
                           : at != NULL                      ? at->date
                                                             : meeting->date;
  }
}

/* --- Reading --- */

void
akk_duty_book_read_meetings (AkkDutyBook *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  Reader reader = { self, known, TRUE, FALSE };
  g_autoptr (GArray) meetings =
      akk_store_values (self->store, &akk_meeting_record, akk_duty_meeting_fields, NULL, 0, NULL);
  g_autoptr (GArray) items = akk_store_values (self->store, &akk_agenda_item_record,
                                               akk_duty_item_fields, NULL, 0, item_any);
  GHashTableIter iter;
  AkkDutyBody *body;

  add_meetings (&reader, meetings);
  g_hash_table_iter_init (&iter, self->bodies);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &body))
    index_meetings (&reader, body);
  note_items (&reader, items);
  note_approvals (&reader, meetings);
  self->tangled = reader.tangled;
}

gboolean
akk_duty_book_read_some (AkkDutyBook *self, GHashTable *bodies)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  Reader reader = { self, known, FALSE, FALSE };
  GHashTableIter iter;
  AkkDutyBody *body;

  g_hash_table_iter_init (&iter, bodies);
  while (g_hash_table_iter_next (&iter, (gpointer *) &body, NULL)) {
    g_autoptr (GArray) meetings = akk_store_values (
        self->store, &akk_meeting_record, akk_duty_meeting_fields, "body_id", body->id, NULL);
    g_autoptr (GArray) items =
        akk_store_values (self->store, &akk_agenda_item_record, akk_duty_item_fields,
                          "meeting_id.body_id", body->id, item_any);

    g_array_set_size (body->meetings, 0);
    akk_duty_drop_weighed (body->weighed, AKK_DUTY_N_PARTS);
    add_meetings (&reader, meetings);
    index_meetings (&reader, body);
    note_items (&reader, items);
    note_approvals (&reader, meetings);
  }
  return !reader.tangled;
}
