/* What the page Agenda marks in a year: meetings, obligations and terms.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/calendar-marks.h"

#include <glib/gi18n.h>

#include "core/body.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/meeting.h"
#include "core/phrases.h"
#include "core/store-values.h"
#include "ui/agreement-words.h"
#include "ui/hour.h"

#define DAY_S G_GINT64_CONSTANT (86400)

G_DEFINE_FINAL_TYPE (AkkCalendarMark, akk_calendar_mark, G_TYPE_OBJECT)

static void
akk_calendar_mark_finalize (GObject *object)
{
  AkkCalendarMark *self = AKK_CALENDAR_MARK (object);

  g_ref_string_release (self->title);
  g_ref_string_release (self->state);
  g_ref_string_release (self->source);
  G_OBJECT_CLASS (akk_calendar_mark_parent_class)->finalize (object);
}

static void
akk_calendar_mark_class_init (AkkCalendarMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_calendar_mark_finalize;
}

static void
akk_calendar_mark_init (AkkCalendarMark *self)
{
  self->day = self->hour = AKK_NO_DATE;
}

/* --- Meetings --- */

static const char *const meeting_fields[] = { "body_id", "state", "date", "starts_at", NULL };
enum { M_ID, M_BODY, M_STATE, M_DATE, M_STARTS_AT, N_M };

static AkkGlyph
glyph_of_meeting (gint64 state, gint64 day, gint64 today)
{
  switch (state) {
  case AKK_MEETING_HELD:
  case AKK_MEETING_APPROVED:
    return AKK_GLYPH_DONE;
  case AKK_MEETING_CANCELLED:
  case AKK_MEETING_POSTPONED:
    return AKK_GLYPH_STOPPED;
  default:
    return day < today ? AKK_GLYPH_ATTENTION : AKK_GLYPH_OFFERED;
  }
}

/* The name of a body, and the agreement beside it; read once for all its meetings. */
typedef struct {
  char *name, *term;
} Body;

static void
body_free (Body *body)
{
  g_ref_string_release (body->name);
  g_ref_string_release (body->term);
  g_free (body);
}

static const Body *
find_body (GHashTable *bodies, AkkStore *store, const gint64 *id)
{
  Body *body = g_hash_table_lookup (bodies, id);
  g_autoptr (AkkBody) record = NULL;
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autofree char *term = NULL;

  if (body != NULL)
    return body;
  record = akk_store_get (store, &akk_body_record, *id);
  agreement =
      akk_store_get (store, &akk_agreement_record, record != NULL ? record->agreement_id : 0);
  body = g_new0 (Body, 1);
  term = agreement != NULL ? akk_agreement_term (agreement) : g_strdup ("");
  body->name = g_ref_string_new (record != NULL ? record->name : "");
  body->term = g_ref_string_new (term);
  g_hash_table_insert (bodies, g_memdup2 (id, sizeof *id), body);
  return body;
}

static char *
meeting_words (gint64 state, gint64 starts_at)
{
  const char *label = "";
  g_autofree char *hour = akk_hour_words (starts_at);
  g_autofree char *both = NULL;

  for (const AkkChoice *choice = akk_meeting_states; choice->code != NULL; choice++)
    if (choice->value == state)
      label = _ (choice->label);
  if (*hour == '\0')
    return g_ref_string_new (label);
  both = g_strdup_printf ("%s · %s", hour, label);
  return g_ref_string_new (both);
}

/* Most meetings begin at the hour of the one before. */
typedef struct {
  gint64 state, starts_at;
  char *words;
} LastWords;

static char *
share_words (LastWords *last, gint64 state, gint64 starts_at)
{
  if (last->words == NULL || last->state != state || last->starts_at != starts_at) {
    g_clear_pointer (&last->words, g_ref_string_release);
    *last = (LastWords) { state, starts_at, meeting_words (state, starts_at) };
  }
  return g_ref_string_acquire (last->words);
}

static void
add_meetings (GPtrArray *marks, AkkStore *store, gint64 from, gint64 to, gint64 today)
{
  g_autoptr (GArray) values =
      akk_store_values_between (store, &akk_meeting_record, meeting_fields, "date", from, to);
  g_autoptr (GHashTable) bodies =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) body_free);
  LastWords last = { 0, 0, NULL };

  for (guint i = 0; i + N_M <= values->len; i += N_M) {
    const gint64 *row = &g_array_index (values, gint64, i);
    const Body *body = find_body (bodies, store, &row[M_BODY]);
    AkkCalendarMark *mark = g_object_new (AKK_TYPE_CALENDAR_MARK, NULL);

    mark->kind = AKK_MARK_MEETING;
    mark->day = row[M_DATE];
    mark->hour = row[M_STARTS_AT];
    mark->glyph = glyph_of_meeting (row[M_STATE], row[M_DATE], today);
    mark->title = g_ref_string_acquire (body->name);
    mark->state = share_words (&last, row[M_STATE], row[M_STARTS_AT]);
    mark->source = g_ref_string_acquire (body->term);
    mark->place = akk_place_of_meeting (row[M_ID]);
    g_ptr_array_add (marks, mark);
  }
  g_clear_pointer (&last.words, g_ref_string_release);
}

/* --- Obligations --- */

static AkkMarkKind
kind_of (const AkkObligation *obligation)
{
  return obligation->kind <= AKK_OBLIGATION_PLAN ? AKK_MARK_OBLIGATION : AKK_MARK_TERM;
}

static AkkGlyph
glyph_of (const AkkObligation *obligation)
{
  static const AkkGlyph glyphs[] = {
    [AKK_OBLIGATION_MET] = AKK_GLYPH_DONE,        [AKK_OBLIGATION_PLANNED] = AKK_GLYPH_OFFERED,
    [AKK_OBLIGATION_DUE] = AKK_GLYPH_OPEN,        [AKK_OBLIGATION_MISSED] = AKK_GLYPH_ATTENTION,
    [AKK_OBLIGATION_FUTURE] = AKK_GLYPH_PROPOSED,
  };

  return glyphs[obligation->status];
}

static char *
state_words (const AkkObligation *obligation)
{
  static const char *const words[] = {
    [AKK_OBLIGATION_MET] = NC_ ("obligation", "met"),
    [AKK_OBLIGATION_PLANNED] = NC_ ("obligation", "planned"),
    [AKK_OBLIGATION_DUE] = NC_ ("obligation", "due"),
    [AKK_OBLIGATION_MISSED] = NC_ ("obligation", "missed"),
    [AKK_OBLIGATION_FUTURE] = NC_ ("obligation", "later"),
  };
  const char *state = g_dpgettext2 (NULL, "obligation", words[obligation->status]);
  g_autofree char *numbers =
      obligation->required > 0
          ? g_strdup_printf (_ ("%d of %d"), (int) obligation->held, (int) obligation->required)
          : g_strdup ("");
  g_autofree char *sentence =
      *numbers != '\0' ? g_strdup_printf ("%s, %s", state, numbers) : g_strdup (state);

  return *obligation->next_step != '\0'
             ? g_strdup_printf ("%s · %s", sentence, obligation->next_step)
             : g_steal_pointer (&sentence);
}

static char *
title_of (AkkStore *store, const AkkObligation *obligation)
{
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autofree char *term = NULL;
  g_autofree char *title = akk_phrases_sentence (obligation->title);

  if (obligation->kind == AKK_OBLIGATION_MEETING)
    /* Translators: a body, as in "Last day for: Working group". */
    return g_strdup_printf (_ ("Last day for: %s"), title);
  if (obligation->body_id != 0)
    return g_steal_pointer (&title);
  agreement = akk_store_get (store, &akk_agreement_record, obligation->agreement_id);
  term = agreement != NULL ? akk_agreement_term (agreement) : g_strdup ("");
  return *term != '\0' ? g_strdup_printf ("%s, %s", title, term) : g_steal_pointer (&title);
}

/* Minutes that were approved and windows that asked for nothing are no news. */
static gboolean
counts (const AkkObligation *obligation, gint64 from, gint64 to)
{
  if (obligation->due == AKK_NO_DATE || obligation->due < from || obligation->due > to)
    return FALSE;
  if (obligation->kind == AKK_OBLIGATION_MINUTES)
    return obligation->status != AKK_OBLIGATION_MET;
  return obligation->kind != AKK_OBLIGATION_MEETING || obligation->required > 0;
}

static void
add_obligations (
    GPtrArray *marks, AkkStore *store, gint64 from, gint64 to, gint64 today, guint kinds)
{
  g_autoptr (GPtrArray) all = akk_obligations_new (store, NULL, today);
  g_autoptr (GPtrArray) obligations = akk_obligations_gathered (all, TRUE);

  for (guint i = 0; i < obligations->len; i++) {
    const AkkObligation *obligation = obligations->pdata[i];
    g_autofree char *title = NULL;
    g_autofree char *state = NULL;
    AkkCalendarMark *mark;

    if ((kinds & 1u << kind_of (obligation)) == 0 || !counts (obligation, from, to))
      continue;
    mark = g_object_new (AKK_TYPE_CALENDAR_MARK, NULL);
    mark->kind = kind_of (obligation);
    mark->day = obligation->due;
    mark->glyph = glyph_of (obligation);
    title = title_of (store, obligation);
    state = state_words (obligation);
    mark->title = g_ref_string_new (title);
    mark->state = g_ref_string_new (state);
    mark->source = g_ref_string_acquire (obligation->source);
    mark->place = akk_place_of_obligation (obligation);
    g_ptr_array_add (marks, mark);
  }
}

/* --- Public --- */

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const AkkCalendarMark *one = *(AkkCalendarMark *const *) a, *two = *(AkkCalendarMark *const *) b;

  if (one->day != two->day)
    return one->day < two->day ? -1 : 1;
  if (one->kind != two->kind)
    return (int) one->kind - (int) two->kind;
  if (one->hour != two->hour)
    return one->hour < two->hour ? -1 : 1;
  if (one->place.target != two->place.target)
    return one->place.target < two->place.target ? -1 : 1;
  return g_strcmp0 (one->title, two->title);
}

GPtrArray *
akk_calendar_marks (AkkStore *store, int year, guint kinds)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 from = akk_date_from_ymd (year, 1, 1), to = akk_date_from_ymd (year, 12, 31);
  gint64 today = akk_store_today (store);

  if (kinds & 1u << AKK_MARK_MEETING)
    add_meetings (marks, store, from, to, today);
  if (kinds & (1u << AKK_MARK_OBLIGATION | 1u << AKK_MARK_TERM))
    add_obligations (marks, store, from, to, today, kinds);
  g_ptr_array_sort (marks, compare_marks);
  return marks;
}

static AkkCalendarMark *
head_new (gint64 day)
{
  AkkCalendarMark *head = g_object_new (AKK_TYPE_CALENDAR_MARK, NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (day * DAY_S);
  g_autofree char *month = g_date_time_format (date, "%OB");
  g_autofree char *title = akk_phrases_sentence (month);

  head->heads = TRUE;
  head->day = day;
  head->title = g_ref_string_new (title);
  head->state = g_ref_string_new_intern ("");
  head->source = g_ref_string_new_intern ("");
  return head;
}

GPtrArray *
akk_calendar_marks_with_heads (const GPtrArray *marks)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  int last = 0;

  for (guint i = 0; i < marks->len; i++) {
    AkkCalendarMark *mark = marks->pdata[i];
    int month;

    akk_date_to_ymd (mark->day, NULL, &month, NULL);
    if (month != last)
      g_ptr_array_add (all, head_new (mark->day));
    last = month;
    g_ptr_array_add (all, g_object_ref (mark));
  }
  return all;
}

gboolean
akk_calendar_mark_equal (const AkkCalendarMark *one, const AkkCalendarMark *two)
{
  return one->heads == two->heads && one->day == two->day && one->hour == two->hour &&
         one->kind == two->kind && one->glyph == two->glyph &&
         akk_place_equal (&one->place, &two->place) && g_str_equal (one->title, two->title) &&
         g_str_equal (one->state, two->state) && g_str_equal (one->source, two->source);
}

char *
akk_calendar_mark_words (const AkkCalendarMark *self)
{
  return *self->state != '\0' ? g_strdup_printf ("%s, %s", self->title, self->state)
                              : g_strdup (self->title);
}
