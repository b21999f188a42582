/* The attendance list of a meeting: every seat with a line to sign on, in two columns.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/meeting-internal.h"

#define GAP 20.0
#define COLUMN ((AKK_FULL_WIDTH - GAP) / 2)
#define FREE 34.0 /* room to sign in, above the line */
#define LINE 0.6
#define OTHERS 4 /* lines for those whom nobody expected */

/* What stands at a line. */
typedef struct {
  const char *party;
  char *name;
} Place;

static void
place_free (Place *self)
{
  g_free (self->name);
  g_free (self);
}

static Place *
place_of (AkkMeetingSheet *self, const AkkAgendaSeat *seat)
{
  AkkPhrases *phrases = self->sheet.phrases;
  Place *place = g_new0 (Place, 1);

  if (seat->seat == NULL) {
    place->party = akk_phrases_get (phrases, "attendance-guest");
    place->name = g_strdup (seat->person != NULL ? seat->person->name : seat->attendance->guest);
    return place;
  }
  const char *const parts[] = { seat->person != NULL ? seat->person->name : NULL,
                                seat->seat->function };
  place->party = seat->party_name;
  place->name = akk_words_join (parts, G_N_ELEMENTS (parts));
  return place;
}

/* The words of a place stand under its line, as on a signature page. */
static double
add_place (AkkMeetingSheet *self, const Place *place, double x, guint parent)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  double y = FREE + 3;

  akk_flow_fill (flow, x, FREE, COLUMN, LINE, AKK_FILL_BLACK);
  if (*place->party != '\0')
    y += akk_sheet_put (sheet, akk_sheet_set (sheet, place->party, AKK_LOOK_NAME, COLUMN), x, y,
                        FALSE, akk_flow_node (flow, parent, "P"));
  if (*place->name != '\0')
    y += akk_sheet_put (sheet, akk_sheet_set (sheet, place->name, AKK_LOOK_FUNCTION, COLUMN), x, y,
                        FALSE, akk_flow_node (flow, parent, "P"));
  return y;
}

static void
add_places (AkkMeetingSheet *self, GPtrArray *places)
{
  AkkFlow *flow = self->sheet.flow;
  guint section = akk_flow_node (flow, AKK_NO_NODE, "Sect");

  for (guint i = 0; i < places->len; i += 2) {
    guint row = flow->rows->len;
    double height = 0;

    akk_flow_row (flow, 0, AKK_SLOT, AKK_NO_LINE);
    for (guint side = 0; side < 2 && i + side < places->len; side++) {
      double x = AKK_PAGE_LEFT + side * (COLUMN + GAP);
      double of_side = add_place (self, places->pdata[i + side], x, section);

      height = MAX (height, of_side);
    }
    g_array_index (flow->rows, AkkRow, row).height = (float) height;
  }
}

static void
add_others (AkkMeetingSheet *self)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;

  akk_sheet_line (sheet, akk_phrases_get (sheet->phrases, "attendance-others"), AKK_LOOK_UNNUMBERED,
                  AKK_PAGE_LEFT, 1.5 * AKK_SLOT, "H2");
  for (guint i = 0; i < OTHERS; i += 2) {
    akk_flow_row (flow, 0, FREE, AKK_NO_LINE);
    for (guint side = 0; side < 2; side++)
      akk_flow_fill (flow, AKK_PAGE_LEFT + side * (COLUMN + GAP), FREE - LINE, COLUMN, LINE,
                     AKK_FILL_BLACK);
    flow->keep = AKK_KEEP_STRONG;
  }
}

AkkPages *
akk_attendance_print (AkkPaper *paper, AkkStore *store, AkkMeeting *meeting, gint64 today)
{
  AkkMeetingSheet self;
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  g_autofree char *footer = NULL, *place = akk_phrases_sentence (meeting->place);

  akk_meeting_sheet_init (&self, paper, store, meeting, today);
  footer = akk_meeting_sheet_dated (&self, "attendance-on");
  akk_meeting_sheet_head (&self, "attendance-of", "attendance", place, footer);
  akk_meeting_sheet_add_fate (&self);
  for (guint i = 0; i < self.agenda->seats->len; i++)
    g_ptr_array_add (places, place_of (&self, self.agenda->seats->pdata[i]));
  add_places (&self, places);
  add_others (&self);
  return akk_meeting_sheet_finish (&self);
}
