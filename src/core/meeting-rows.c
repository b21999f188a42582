/* The meetings of an agreement in brief.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/meeting-rows.h"

#include <string.h>

#include "core/body.h"
#include "core/store-values.h"

/* A step that touches more is a new beginning. */
#define MOST_TOUCHED 500

static const char *const fields[] = { "body_id", "state", "date", "starts_at", NULL };

struct _AkkMeetingRows {
  AkkStore *store; /* not owned */
  gint64 agreement_id, step;
  GHashTable *bodies; /* ids of those of the agreement */
  GArray *rows; /* AkkMeetingRow */
};

#define ROW(self, i) (&g_array_index ((self)->rows, AkkMeetingRow, i))

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const AkkMeetingRow *one = a, *two = b;

  if (one->date != two->date)
    return one->date < two->date ? -1 : 1;
  if (one->starts_at != two->starts_at)
    return one->starts_at < two->starts_at ? -1 : 1;
  return one->id < two->id ? -1 : one->id > two->id;
}

/* The cells of a meeting, its id and the fields, come in the order of the members. */
G_STATIC_ASSERT (sizeof (AkkMeetingRow) == G_N_ELEMENTS (fields) * sizeof (gint64));

static void
read_bodies (AkkMeetingRows *self)
{
  static const char *const none[] = { NULL };
  g_autoptr (GArray) ids = akk_store_values (self->store, &akk_body_record, none, "agreement_id",
                                             self->agreement_id, NULL);

  g_hash_table_remove_all (self->bodies);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->bodies, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
}

static void
read_all (AkkMeetingRows *self)
{
  g_autoptr (GArray) values = akk_store_values (self->store, &akk_meeting_record, fields,
                                                "body_id.agreement_id", self->agreement_id, NULL);
  const AkkMeetingRow *rows = (const AkkMeetingRow *) (void *) values->data;

  read_bodies (self);
  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < values->len / G_N_ELEMENTS (fields); i++)
    if (g_hash_table_contains (self->bodies, &rows[i].body_id))
      g_array_append_vals (self->rows, &rows[i], 1);
  g_array_sort (self->rows, compare_rows);
}

/* The place of the first one that does not come before `row`. */
static guint
find_place (const AkkMeetingRows *self, const AkkMeetingRow *row)
{
  guint low = 0, high = self->rows->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (compare_rows (ROW (self, middle), row) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void
read_one (AkkMeetingRows *self, gint64 id)
{
  g_autoptr (GArray) values =
      akk_store_values (self->store, &akk_meeting_record, fields, "id", id, NULL);
  const AkkMeetingRow *row = (const AkkMeetingRow *) (void *) values->data;

  for (guint i = 0; i < self->rows->len; i++)
    if (ROW (self, i)->id == id) {
      g_array_remove_index (self->rows, i);
      break;
    }
  /* One that was deleted has none. */
  if (values->len > 0 && g_hash_table_contains (self->bodies, &row->body_id))
    g_array_insert_vals (self->rows, find_place (self, row), row, 1);
}

static gboolean
is_field (const AkkTouch *touch, const char *const *names)
{
  return touch->field == NULL || g_str_equal (touch->field->name, "deleted") ||
         g_strv_contains (names, touch->field->name);
}

/* FALSE: it is not known which meetings come and go. */
static gboolean
follow (AkkMeetingRows *self, const GArray *touches)
{
  static const char *const body_fields[] = { "agreement_id", NULL };
  g_autoptr (GHashTable) read = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < touches->len; i++) {
    AkkTouch *touch = &g_array_index (touches, AkkTouch, i);

    if (touch->type == &akk_body_record && is_field (touch, body_fields))
      return FALSE;
    if (touch->type == &akk_meeting_record && is_field (touch, fields) &&
        g_hash_table_add (read, &touch->id))
      read_one (self, touch->id);
  }
  return TRUE;
}

/* --- Public --- */

AkkMeetingRows *
akk_meeting_rows_new (AkkStore *store, gint64 agreement_id)
{
  AkkMeetingRows *self = g_new0 (AkkMeetingRows, 1);

  self->store = store;
  self->agreement_id = agreement_id;
  self->bodies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (AkkMeetingRow));
  self->step = akk_store_get_last_step (store);
  read_all (self);
  return self;
}

void
akk_meeting_rows_free (AkkMeetingRows *self)
{
  g_hash_table_unref (self->bodies);
  g_array_unref (self->rows);
  g_free (self);
}

void
akk_meeting_rows_follow (AkkMeetingRows *self)
{
  gint64 step = akk_store_get_last_step (self->store);
  g_autoptr (GArray) touches = NULL;

  if (step == self->step)
    return;
  touches = akk_store_touched (self->store, self->step, MOST_TOUCHED);
  if (touches == NULL || !follow (self, touches))
    read_all (self);
  self->step = step;
}

const AkkMeetingRow *
akk_meeting_rows_get (const AkkMeetingRows *self, guint *length)
{
  *length = self->rows->len;
  return (const AkkMeetingRow *) (void *) self->rows->data;
}

guint
akk_meeting_rows_find_day (const AkkMeetingRows *self, gint64 date)
{
  const AkkMeetingRow first = { .id = G_MININT64, .date = date, .starts_at = G_MININT64 };

  return find_place (self, &first);
}

gboolean
akk_meeting_row_held (const AkkMeetingRow *row)
{
  return row->state == AKK_MEETING_HELD || row->state == AKK_MEETING_APPROVED;
}

gboolean
akk_meeting_row_ahead (const AkkMeetingRow *row)
{
  return row->state == AKK_MEETING_PLANNED || row->state == AKK_MEETING_INVITED;
}
