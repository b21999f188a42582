/* A year per body: twelve months, and a disc with its day for each meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"
#include "print/chart-internal.h"
#include "print/meeting-words.h"

#define LETTERS 11.0 /* above the first row */
#define ROW 25.5
#define AXIS 18.0 /* below the days */
#define BASELINE 21.0
#define DAY 12.0 /* its baseline */
#define LINE 11.5
#define TICK 3.0
#define RADIUS 3.4
#define MONTHS 12
#define APART 2.0 /* days beside each other */
#define GAP 10.0
#define LABEL_PART 0.25
#define VALUE_PART 0.28

typedef struct {
  AkkChart *chart;
  const AkkChartStrip *data;
  gint64 from, to; /* the first and the last day */
  double left, right;
} Strip;

static double
x_of (const Strip *self, gint64 day)
{
  return self->left + (self->right - self->left) *
                          (double) (CLAMP (day, self->from, self->to) - self->from) /
                          (double) (self->to - self->from);
}

static AkkSet *
set_label (Strip *self, const AkkChartStripRow *row)
{
  return akk_chart_set (self->chart, NULL, row->label, AKK_LOOK_NAME,
                        self->chart->width * LABEL_PART);
}

static AkkSet *
set_value (Strip *self, const AkkChartStripRow *row)
{
  return akk_chart_set (self->chart, NULL, row->words, AKK_LOOK_FUNCTION,
                        self->chart->width * VALUE_PART);
}

static void
measure (Strip *self)
{
  double label_width = 0, value_width = 0;

  for (guint i = 0; i < self->data->n_rows; i++) {
    g_autoptr (AkkSet) label = set_label (self, &self->data->rows[i]);
    g_autoptr (AkkSet) value = set_value (self, &self->data->rows[i]);
    label_width = MAX (label_width, (double) label->width);
    value_width = MAX (value_width, (double) value->width);
  }
  self->left = MAX (label_width + GAP, self->chart->width * 0.18);
  self->right = self->chart->width - MAX (value_width + GAP + RADIUS, self->chart->width * 0.22);
}

/* "m" of 1 March. */
static AkkSet *
set_letter (Strip *self, gint64 day)
{
  g_autofree char *date = akk_words_short_date (self->chart->phrases, day, self->from);
  const char *name = date;

  while (*name != '\0' && !g_ascii_isalpha (*name))
    name++;
  g_autofree char *letter = g_strndup (name, 1);
  return akk_chart_set (self->chart, NULL, letter, AKK_LOOK_CHART, self->chart->width);
}

/* The months by their first letters, in the middle of each: those that there is room for. */
static double
put_letters (Strip *self, double y)
{
  AkkSet *sets[MONTHS];
  AkkLabel labels[MONTHS];
  gboolean shown[MONTHS];

  for (int i = 0; i < MONTHS; i++) {
    gint64 day = akk_date_from_ymd (self->data->year, i + 1, 1);
    sets[i] = set_letter (self, day);
    labels[i] = (AkkLabel) { x_of (self, day + 15), sets[i]->width };
  }
  akk_labels_choose (labels, MONTHS, APART, shown);
  for (int i = 0; i < MONTHS; i++) {
    if (shown[i])
      akk_chart_put (self->chart, akk_set_ref (sets[i]), AKK_INK_TEXT, labels[i].at, y + 8, 0.5);
    akk_set_unref (sets[i]);
  }
  return y + LETTERS;
}

static void
draw_axis (Strip *self, double y)
{
  akk_chart_rectangle (self->chart, AKK_INK_AXIS, self->left, y - 0.2, self->right - self->left,
                       0.4);
  for (int month = 1; month <= 13; month++) {
    gint64 day = month <= 12 ? akk_date_from_ymd (self->data->year, month, 1) : self->to;
    akk_chart_rectangle (self->chart, AKK_INK_AXIS, x_of (self, day) - 0.2, y - TICK / 2, 0.4,
                         TICK);
  }
}

/* The day above each disc; where there are more than there is room for, the discs alone. */
static void
put_days (Strip *self, const AkkChartStripRow *row, double y)
{
  g_autofree AkkLabel *labels = g_new0 (AkkLabel, row->n_days + 1);
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_set_unref);

  for (guint i = 0; i < row->n_days; i++) {
    g_autofree char *words = NULL;
    AkkSet *set;
    int day;
    akk_date_to_ymd (row->days[i].day, NULL, NULL, &day);
    words = g_strdup_printf ("%d", day);
    set = akk_chart_set (self->chart, NULL, words, AKK_LOOK_CHART, self->chart->width);
    g_ptr_array_add (sets, set);
    labels[i] = (AkkLabel) { x_of (self, row->days[i].day), set->width + APART };
  }
  if (!akk_labels_spread (labels, row->n_days, self->left - GAP + 1, self->right + GAP - 1))
    return;
  for (guint i = 0; i < row->n_days; i++)
    akk_chart_put (self->chart, akk_set_ref (sets->pdata[i]), AKK_INK_TEXT, labels[i].at, y + DAY,
                   0.5);
}

static double
draw_row (Strip *self, const AkkChartStripRow *row, double y)
{
  AkkSet *label = set_label (self, row), *value = set_value (self, row);
  guint n_lines = MAX (label->n_lines, value->n_lines);

  akk_chart_put (self->chart, label, AKK_INK_TEXT, 0, y + BASELINE, 0);
  draw_axis (self, y + AXIS);
  put_days (self, row, y);
  for (guint i = 0; i < row->n_days; i++)
    akk_chart_point (self->chart, x_of (self, row->days[i].day), y + AXIS, RADIUS,
                     row->days[i].planned);
  akk_chart_put (self->chart, value, AKK_INK_TEXT, self->chart->width, y + BASELINE, 1);
  return y + ROW + (n_lines - 1) * LINE;
}

/* "12 maart, 20 november (gepland)" */
static char *
days_in_words (const Strip *self, const AkkChartStripRow *row)
{
  AkkPhrases *phrases = self->chart->phrases;
  g_autoptr (GString) days = g_string_new (NULL);

  for (guint i = 0; i < row->n_days; i++) {
    g_autofree char *day = akk_words_short_date (phrases, row->days[i].day, self->from);
    g_string_append_printf (days, "%s%s", i > 0 ? ", " : "", day);
    if (row->days[i].planned)
      g_string_append_printf (days, " (%s)", akk_phrases_get (phrases, "year-planned"));
  }
  return g_strdup (row->n_days > 0 ? days->str : akk_phrases_get (phrases, "year-none"));
}

static void
say (Strip *self)
{
  AkkPhrases *phrases = self->chart->phrases;
  GString *alt = akk_chart_alt_begin (&self->data->head);
  gboolean planned = FALSE;

  akk_chart_add_row (self->chart, g_strdup (akk_phrases_get (phrases, "chart-part")),
                     g_strdup (akk_phrases_get (phrases, "year-meetings")),
                     g_strdup (akk_phrases_get (phrases, "chart-value")), NULL);
  for (guint i = 0; i < self->data->n_rows; i++) {
    const AkkChartStripRow *row = &self->data->rows[i];
    g_autofree char *days = days_in_words (self, row);
    g_autofree char *words = akk_phrases_format (phrases, "year-strip", "body", row->label, "days",
                                                 days, "count", row->words, NULL);
    g_string_append_printf (alt, "%s%s", i > 0 ? " " : "", words);
    akk_chart_add_row (self->chart, g_strdup (row->label), g_steal_pointer (&days),
                       g_strdup (row->words), NULL);
    for (guint j = 0; j < row->n_days; j++)
      planned |= row->days[j].planned;
  }
  if (planned)
    akk_chart_add_note (self->chart, akk_phrases_get (phrases, "chart-note-planned"));
  self->chart->alt = g_string_free (alt, FALSE);
}

AkkChart *
akk_chart_new_strip (AkkPaper *paper, const AkkChartStrip *data, double width_pt)
{
  Strip self = { .chart = akk_chart_begin (paper, width_pt),
                 .data = data,
                 .from = akk_date_from_ymd (data->year, 1, 1),
                 .to = akk_date_from_ymd (data->year, 12, 31) };
  double y = akk_chart_head (self.chart, &data->head, NULL, 0);

  measure (&self);
  if (data->n_rows > 0)
    y = put_letters (&self, y);
  for (guint i = 0; i < data->n_rows; i++)
    y = draw_row (&self, &data->rows[i], y);
  self.chart->height = y;
  say (&self);
  return self.chart;
}
