/* The months of the year calendar: meetings, days off and last days.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/dates.h"
#include "core/holidays.h"
#include "core/obligations.h"
#include "print/meeting-words.h"
#include "print/year-internal.h"

#define ABOVE 2.5
#define BELOW 2.0
#define THICK 0.9
#define MIDDLE 0.5
#define THIN 0.25
#define N_COLUMNS 4
#define AROUND 20 /* days: a holiday may begin before the year, or end after it */
#define MANY 24 /* meetings and bodies: smaller type, so that it stays on a page */

static const struct {
  double x, width;
  const char *head;
} columns[N_COLUMNS] = {
  { AKK_PAGE_LEFT, 58, "year-month" },
  { AKK_PAGE_LEFT + 64, 128, "year-meetings" },
  { AKK_PAGE_LEFT + 200, 120, "year-days" },
  { AKK_PAGE_LEFT + 328, AKK_FULL_WIDTH - 328, "year-terms" },
};

/* --- What happens in a month --- */

static void
add_line (GString *lines, const char *line)
{
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\342\200\250" : "", line);
}

static gboolean
is_in (gint64 day, int year, int month)
{
  int of_year, of_month;

  if (day == AKK_NO_DATE)
    return FALSE;
  akk_date_to_ymd (day, &of_year, &of_month, NULL);
  return of_year == year && of_month == month;
}

/* "do 20" */
static char *
day_words (AkkYearSheet *self, gint64 date)
{
  g_auto (GStrv) weekdays = g_strsplit (akk_phrases_get (self->sheet.phrases, "weekdays"), ";", -1);
  guint weekday = (guint) akk_date_weekday (date) - 1;
  int day;

  akk_date_to_ymd (date, NULL, NULL, &day);
  if (weekday >= g_strv_length (weekdays))
    return g_strdup_printf ("%d", day);
  return g_strdup_printf ("%.2s %d", weekdays[weekday], day);
}

static const char *
body_name (AkkYearSheet *self, gint64 id)
{
  for (guint i = 0; i < self->bodies->len; i++) {
    const AkkBody *body = self->bodies->pdata[i];
    if (body->record.id == id)
      return body->name;
  }
  return "";
}

static char *
meetings_of (AkkYearSheet *self, int month)
{
  AkkPhrases *phrases = self->sheet.phrases;
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < self->meetings->len; i++) {
    const AkkMeeting *meeting = self->meetings->pdata[i];
    g_autofree char *day = NULL, *clock = NULL, *hour = NULL, *line = NULL;
    if (!is_in (meeting->date, self->year, month))
      continue;
    day = day_words (self, meeting->date);
    clock = akk_words_clock (phrases, meeting->starts_at);
    hour = *clock != '\0' ? akk_phrases_format (phrases, "hours-from", "from", clock, NULL) : NULL;
    line = g_strconcat (
        day, hour != NULL ? ", " : "", hour != NULL ? hour : "", ": ",
        body_name (self, meeting->body_id), akk_meeting_ahead (meeting) ? ", " : "",
        akk_meeting_ahead (meeting) ? akk_phrases_get (phrases, "year-planned") : "", NULL);
    add_line (lines, line);
  }
  return g_string_free_and_steal (lines);
}

/* Names of the law in the language of paper; a dossier's own days off have names of their own. */
static const char *
holiday_name (AkkYearSheet *self, const char *name)
{
  static const struct {
    const char *name, *key;
  } names[] = {
    { "New Year's Day", "day-new-year" },        { "Labour Day", "day-labour" },
    { "National Day", "day-national" },          { "Assumption Day", "day-assumption" },
    { "All Saints' Day", "day-all-saints" },     { "Armistice Day", "day-armistice" },
    { "Christmas Day", "day-christmas" },        { "Easter Monday", "day-easter" },
    { "Ascension Day", "day-ascension" },        { "Whit Monday", "day-whit" },
    { "Carnival holiday", "school-carnival" },   { "Easter holiday", "school-easter" },
    { "Summer holiday", "school-summer" },       { "Autumn holiday", "school-autumn" },
    { "Christmas holiday", "school-christmas" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name))
      return akk_phrases_get (self->sheet.phrases, names[i].key);
  return name;
}

static char *
days_off_of (AkkYearSheet *self, const GArray *holidays, int month)
{
  AkkPhrases *phrases = self->sheet.phrases;
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < holidays->len; i++) {
    const AkkHoliday *it = &g_array_index (holidays, AkkHoliday, i);
    g_autofree char *first = NULL, *last = NULL, *span = NULL, *line = NULL;
    const char *name = holiday_name (self, it->name);
    if (it->to < self->from || !is_in (MAX (it->from, self->from), self->year, month))
      continue;
    first = it->from == it->to ? day_words (self, it->from)
                               : akk_words_short_date (phrases, it->from, self->from);
    last = akk_words_short_date (phrases, it->to, self->from);
    if (it->from != it->to)
      span = akk_phrases_format (phrases, "year-until", "from", first, "to", last, NULL);
    if (*name == '\0')
      name =
          akk_phrases_get (phrases, it->kind == AKK_HOLIDAY_PUBLIC ? "year-public" : "year-school");
    line = g_strdup_printf ("%s: %s", span != NULL ? span : first, name);
    add_line (lines, line);
  }
  return g_string_free_and_steal (lines);
}

static char *
figures_words (AkkPhrases *phrases, const AkkObligation *it)
{
  g_autofree char *words = NULL;
  int year;

  akk_date_to_ymd (it->from, &year, NULL, NULL);
  words = g_strdup_printf ("%d", year);
  return akk_phrases_format (phrases, "year-term-figures", "year", words, NULL);
}

/* NULL: nothing that belongs on the page. */
static char *
term_words (AkkYearSheet *self, const AkkObligation *it)
{
  static const char *const keys[] = { [AKK_OBLIGATION_EVALUATION] = "year-term-evaluation",
                                      [AKK_OBLIGATION_PLAN] = "year-term-plan",
                                      [AKK_OBLIGATION_FIRST_PLAN] = "year-term-first-plan",
                                      [AKK_OBLIGATION_END] = "year-term-end",
                                      [AKK_OBLIGATION_NOTICE] = "year-term-notice" };
  AkkPhrases *phrases = self->sheet.phrases;
  g_autofree char *held = NULL, *required = NULL;

  if (it->kind == AKK_OBLIGATION_MINUTES)
    return NULL;
  if (it->kind == AKK_OBLIGATION_FIGURES)
    return figures_words (phrases, it);
  if (it->kind != AKK_OBLIGATION_MEETING)
    return g_strdup (akk_phrases_get (phrases, keys[it->kind]));
  if (it->required <= 0)
    return NULL;
  held = g_strdup_printf ("%d", (int) (it->held + it->planned));
  required = g_strdup_printf ("%d", (int) it->required);
  return akk_phrases_format (phrases, "year-term-meeting", "body", body_name (self, it->body_id),
                             "held", held, "required", required, NULL);
}

static char *
terms_of (AkkYearSheet *self, int month)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < self->obligations->len; i++) {
    const AkkObligation *it = self->obligations->pdata[i];
    g_autofree char *words = is_in (it->due, self->year, month) ? term_words (self, it) : NULL;
    g_autofree char *day = words != NULL ? day_words (self, it->due) : NULL;
    g_autofree char *line = words != NULL ? g_strdup_printf ("%s: %s", day, words) : NULL;
    if (line != NULL)
      add_line (lines, line);
  }
  return g_string_free_and_steal (lines);
}

/* --- The table --- */

static void
add_row (AkkYearSheet *self, guint table, const char *const *cells, gboolean head)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  AkkSet *sets[N_COLUMNS];
  guint tr = akk_flow_node (flow, table, "TR");
  AkkLook plain =
      self->meetings->len + self->bodies->len > MANY ? AKK_LOOK_NOTE : AKK_LOOK_FUNCTION;
  double height = 0;

  for (guint i = 0; i < N_COLUMNS; i++) {
    AkkLook look = head ? AKK_LOOK_HEAD_CELL : i == 0 ? AKK_LOOK_NAME : plain;
    sets[i] = akk_sheet_set (sheet, cells[i], look, columns[i].width);
    height = MAX (height, sets[i]->n_lines * (double) sets[i]->leading);
  }
  height += ABOVE + BELOW;
  akk_flow_row (flow, 0, height, AKK_NO_LINE);
  for (guint i = 0; i < N_COLUMNS; i++) {
    guint cell = akk_flow_node (flow, tr, head || i == 0 ? "TH" : "TD");
    if (head || i == 0)
      akk_flow_node_at (flow, cell)->scope = head ? "Column" : "Row";
    akk_sheet_put (sheet, sets[i], columns[i].x, ABOVE, FALSE, cell);
  }
  if (head)
    akk_flow_fill (flow, AKK_PAGE_LEFT, 0, AKK_FULL_WIDTH, THICK, AKK_FILL_BLACK);
  akk_flow_fill (flow, AKK_PAGE_LEFT, height - THIN, AKK_FULL_WIDTH, head ? MIDDLE : THIN,
                 head ? AKK_FILL_BLACK : AKK_FILL_HAIRLINE);
  if (head)
    flow->keep = AKK_KEEP_STRONG;
}

void
akk_year_add_months (AkkYearSheet *self)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  g_autoptr (AkkDaysOff) days_off =
      akk_days_off_new (sheet->store, self->from - AROUND, self->to + AROUND);
  g_autoptr (GArray) holidays = akk_days_off_list (days_off);
  guint table = akk_flow_node (flow, AKK_NO_NODE, "Table");
  const char *heads[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    heads[i] = akk_phrases_get (sheet->phrases, columns[i].head);
  flow->after = AKK_SLOT;
  add_row (self, table, heads, TRUE);
  for (int month = 1; month <= 12; month++) {
    g_autofree char *date =
        akk_words_short_date (sheet->phrases, akk_date_from_ymd (self->year, month, 1), self->from);
    /* "1 maart": without the day. */
    const char *space = strpbrk (date, " \302");
    g_autofree char *name =
        akk_phrases_sentence (space != NULL ? space + (*space == ' ' ? 1 : 2) : date);
    g_autofree char *meetings = meetings_of (self, month);
    g_autofree char *off = days_off_of (self, holidays, month);
    g_autofree char *terms = terms_of (self, month);
    const char *const cells[N_COLUMNS] = { name, meetings, off, terms };
    add_row (self, table, cells, FALSE);
  }
}
