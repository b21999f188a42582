/* What the page Agenda marks in a year: meetings, obligations and terms.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"
#include "ui/place.h"
#include "ui/state-glyph.h"

G_BEGIN_DECLS

typedef enum {
  AKK_MARK_MEETING,
  AKK_MARK_OBLIGATION, /* the last day of what bodies owe */
  AKK_MARK_TERM, /* an end, notice, the first plan, minutes to approve */
  AKK_MARK_N_KINDS,
} AkkMarkKind;

/* One mark on a day; or, in a list, the name of a month above its marks. */
#define AKK_TYPE_CALENDAR_MARK (akk_calendar_mark_get_type ())
G_DECLARE_FINAL_TYPE (AkkCalendarMark, akk_calendar_mark, AKK, CALENDAR_MARK, GObject)

struct _AkkCalendarMark {
  GObject parent_instance;

  gboolean heads; /* it is the name of a month, in `title` */
  gint64 day, hour; /* AKK_NO_DATE: no hour */
  AkkMarkKind kind;
  AkkGlyph glyph;
  char *title; /* the body, the obligation; reference-counted (GRefString), as the others */
  char *state, *source; /* in words, "" for none */
  AkkPlace place;
};

/* Those of a year whose kind is in `kinds` (bits, 1 << AkkMarkKind), by day. No record of a meeting
 * is made for it. Elements AkkCalendarMark. */
GPtrArray *akk_calendar_marks (AkkStore *store, int year, guint kinds) G_GNUC_WARN_UNUSED_RESULT;
/* The same with a head before those of each month. */
GPtrArray *akk_calendar_marks_with_heads (const GPtrArray *marks) G_GNUC_WARN_UNUSED_RESULT;

gboolean akk_calendar_mark_equal (const AkkCalendarMark *one, const AkkCalendarMark *two);
/* "Steering group, planned" */
char *akk_calendar_mark_words (const AkkCalendarMark *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
