/* Who was at a meeting, by party: a table in two columns.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/meeting-internal.h"

#define GAP 12.0
#define COLUMN ((AKK_FULL_WIDTH - GAP) / 2)
#define NAME_X 14.5
#define PEOPLE_X 83.0
#define BELOW 2.5
#define RULE 0.9
#define HAIRLINE 0.25
#define LEGEND_GAP 9.0
#define ROWS 30 /* of a column; more parties are another such block */

/* What is said of one party. */
typedef struct {
  const char *mark;
  char *people;
} Presence;

static const char *
name_of (const AkkAgendaSeat *seat)
{
  if (seat->person != NULL)
    return seat->person->name;
  return seat->attendance != NULL && *seat->attendance->guest != '\0' ? seat->attendance->guest
         : seat->seat != NULL                                         ? seat->seat->function
                                                                      : "";
}

static void
add_name (GString *names, const char *name)
{
  if (*name != '\0')
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
}

/* The names of the seats of a party in one of these states. */
static char *
names_in (AkkMeetingSheet *self, const AkkAgendaParty *party, guint states)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->agenda->seats->len; i++) {
    const AkkAgendaSeat *seat = self->agenda->seats->pdata[i];
    if (seat->party == NULL || seat->party->record.id != party->party->record.id ||
        (states & 1u << seat->state) == 0)
      continue;
    if (seat->state == AKK_ATTENDANCE_REPLACED) {
      g_autofree char *name =
          akk_phrases_format (self->sheet.phrases, "replaces", "name", name_of (seat), NULL);
      add_name (names, name);
    } else if (seat->person != NULL || seat->attendance != NULL) {
      add_name (names, name_of (seat));
    }
  }
  return g_string_free_and_steal (names);
}

/* Present, excused, absent or not noted: in that order the first that says something marks it. */
static Presence
presence_of (AkkMeetingSheet *self, const AkkAgendaParty *party)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autofree char *present =
      names_in (self, party, 1 << AKK_ATTENDANCE_PRESENT | 1 << AKK_ATTENDANCE_REPLACED);
  g_autofree char *excused = names_in (self, party, 1 << AKK_ATTENDANCE_EXCUSED);
  g_autofree char *absent = names_in (self, party, 1 << AKK_ATTENDANCE_ABSENT);
  g_autofree char *unknown =
      names_in (self, party, 1 << AKK_ATTENDANCE_UNKNOWN | 1 << AKK_ATTENDANCE_COMING);
  g_autofree char *excused_are =
      akk_phrases_format (phrases, "excused-are", "names", excused, NULL);
  Presence presence = { party->represented ? "●" : "–", NULL };

  if (*present != '\0') {
    g_autofree char *count = g_strdup_printf ("%u", party->present);
    g_autofree char *needed = g_strdup_printf ("%d", (int) self->body->quorum);
    g_autofree char *few = akk_phrases_format (phrases, "too-few", "names", present, "present",
                                               count, "needed", needed, NULL);
    presence.people = g_strjoin ("; ", party->represented ? present : few,
                                 *excused != '\0' ? excused_are : NULL, NULL);
  } else if (*excused != '\0') {
    presence.mark = "○";
    presence.people = g_strdup (excused);
  } else if (*absent != '\0') {
    presence.people = akk_phrases_format (phrases, "absent", "names", absent, NULL);
  } else {
    presence.people = g_strdup (*unknown != '\0' ? unknown : akk_phrases_get (phrases, "nobody"));
  }
  return presence;
}

/* --- The table --- */

static double
add_party (AkkMeetingSheet *self, const AkkAgendaParty *party, double x, double y, guint table)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  Presence presence = presence_of (self, party);
  g_autofree char *people = presence.people;
  guint row = akk_flow_node (flow, table, "TR");
  guint mark = akk_flow_node (flow, row, "TD");
  guint head = akk_flow_node (flow, row, "TH");
  guint cell = akk_flow_node (flow, row, "TD");

  akk_flow_node_at (flow, head)->scope = "Row";
  AkkLook look = g_str_equal (presence.mark, "–") ? AKK_LOOK_CELL : AKK_LOOK_MARK;
  akk_sheet_put (sheet, akk_sheet_set (sheet, presence.mark, look, COLUMN), x, y, FALSE, mark);
  double name = akk_sheet_put (
      sheet, akk_sheet_set_bold (sheet, party->name, AKK_LOOK_CELL, PEOPLE_X - NAME_X - 4),
      x + NAME_X, y, FALSE, head);
  double who =
      akk_sheet_put (sheet, akk_sheet_set (sheet, people, AKK_LOOK_CELL, COLUMN - PEOPLE_X),
                     x + PEOPLE_X, y, FALSE, cell);
  return MAX (name, who) + BELOW;
}

static double
add_column (AkkMeetingSheet *self, guint from, guint to, double x, guint table)
{
  AkkFlow *flow = self->sheet.flow;
  double y = 1;

  for (guint i = from; i < to; i++) {
    y += add_party (self, self->agenda->parties->pdata[i], x, y, table);
    if (i + 1 < to)
      akk_flow_fill (flow, x, y, COLUMN, HAIRLINE, AKK_FILL_HAIRLINE);
  }
  return y;
}

static guint
count_represented (AkkMeetingSheet *self)
{
  guint n = 0;

  for (guint i = 0; i < self->agenda->parties->len; i++)
    n += ((const AkkAgendaParty *) self->agenda->parties->pdata[i])->represented;
  return n;
}

/* What the marks mean, at the right of the last row. */
static void
add_legend (AkkMeetingSheet *self)
{
  static const char *const marks[] = { "●", "○", "–" };
  const char *const keys[] = { akk_meeting_held (self->meeting) ? "mark-present" : "mark-coming",
                               "mark-excused", "mark-missing" };
  AkkSheet *sheet = &self->sheet;
  guint node = akk_flow_node (sheet->flow, AKK_NO_NODE, "P");
  AkkSet *sets[G_N_ELEMENTS (keys)];
  double x = AKK_PAGE_RIGHT + LEGEND_GAP;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autofree char *text =
        g_strdup_printf ("%s\302\240%s", marks[i], akk_phrases_get (sheet->phrases, keys[i]));
    sets[i] = akk_sheet_set (sheet, text, AKK_LOOK_FURNITURE, AKK_FULL_WIDTH);
    x -= sets[i]->width + LEGEND_GAP;
  }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    double width = sets[i]->width;
    akk_sheet_put (sheet, sets[i], x, 0, FALSE, node);
    x += width + LEGEND_GAP;
  }
}

/* How many were there, or are expected. */
static void
add_caption (AkkMeetingSheet *self, guint table)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  g_autofree char *count = g_strdup_printf ("%u", self->agenda->parties->len);
  g_autofree char *present = g_strdup_printf ("%u", count_represented (self));
  gboolean one = self->agenda->parties->len == 1;
  const char *key = akk_meeting_held (self->meeting) ? (one ? "present-one" : "present-of")
                                                     : (one ? "expected-one" : "expected-of");
  g_autofree char *caption =
      akk_phrases_format (sheet->phrases, key, "present", present, "count", count, NULL);

  akk_flow_row (flow, AKK_SLOT / 2, AKK_SLOT + 3, AKK_NO_LINE);
  add_legend (self);
  akk_sheet_put (sheet, akk_sheet_set_bold (sheet, caption, AKK_LOOK_CAPTION, AKK_FULL_WIDTH),
                 AKK_PAGE_LEFT, 0, FALSE, akk_flow_node (flow, table, "Caption"));
  flow->keep = AKK_KEEP_STRONG;
}

static void
add_guests (AkkMeetingSheet *self)
{
  AkkSheet *sheet = &self->sheet;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *line = NULL;

  for (guint i = 0; i < self->agenda->seats->len; i++) {
    const AkkAgendaSeat *seat = self->agenda->seats->pdata[i];
    if (seat->seat == NULL)
      add_name (names, name_of (seat));
  }
  if (names->len == 0)
    return;
  line = akk_phrases_format (sheet->phrases, "guests", "names", names->str, NULL);
  akk_sheet_line (sheet, line, AKK_LOOK_CAPTION, AKK_PAGE_LEFT, 3.75, "P");
}

void
akk_meeting_sheet_add_presence (AkkMeetingSheet *self)
{
  AkkFlow *flow = self->sheet.flow;
  guint n = self->agenda->parties->len;

  if (n > 0) {
    /* The legend is read before the table. */
    guint table = akk_flow_node (flow, AKK_NO_NODE, "Table");
    add_caption (self, table);
    for (guint from = 0; from < n; from += 2 * ROWS) {
      guint to = MIN (from + 2 * ROWS, n), middle = from + (to - from + 1) / 2;
      guint row = flow->rows->len;

      akk_flow_row (flow, 0, AKK_SLOT, AKK_NO_LINE);
      double left = add_column (self, from, middle, AKK_PAGE_LEFT, table);
      double right = add_column (self, middle, to, AKK_PAGE_LEFT + COLUMN + GAP, table);
      double height = MAX (left, right);
      for (guint side = 0; side < (middle < to ? 2u : 1u); side++) {
        double x = AKK_PAGE_LEFT + side * (COLUMN + GAP);
        akk_flow_fill (flow, x, 0, COLUMN, RULE, AKK_FILL_BLACK);
        akk_flow_fill (flow, x, height, COLUMN, RULE, AKK_FILL_BLACK);
      }
      g_array_index (flow->rows, AkkRow, row).height = (float) height;
    }
  }
  add_guests (self);
}
