/* The year of each body as a strip: twelve months, and a disc with its day for each meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/obligations.h"
#include "print/chart.h"
#include "print/year-internal.h"

/* "2 van minstens 3" where a number is asked of a window that touches the year. */
static char *
count_words (AkkYearSheet *self, const AkkBody *body, guint n_meetings)
{
  const AkkObligation *it = akk_obligations_of_body (self->obligations, body->record.id, self->to);
  g_autofree char *held = NULL, *required = NULL;

  if (it == NULL || it->required <= 0 || it->from > self->to || it->to < self->from) {
    held = g_strdup_printf ("%u", n_meetings);
    return akk_phrases_format (self->sheet.phrases, "year-count-plain", "held", held, NULL);
  }
  held = g_strdup_printf ("%d", (int) (it->held + it->planned));
  required = g_strdup_printf ("%d", (int) it->required);
  return akk_phrases_format (self->sheet.phrases, "year-count", "held", held, "required", required,
                             NULL);
}

/* Full when it was held, open when it is still to be. */
static GArray *
days_of (AkkYearSheet *self, const AkkBody *body)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (AkkChartDay));

  for (guint i = 0; i < self->meetings->len; i++) {
    const AkkMeeting *meeting = self->meetings->pdata[i];
    AkkChartDay day = { meeting->date, akk_meeting_ahead (meeting) };
    if (meeting->body_id == body->record.id)
      g_array_append_val (days, day);
  }
  return days;
}

void
akk_year_add_strips (AkkYearSheet *self)
{
  AkkFlow *flow = self->sheet.flow;
  const guint n = self->bodies->len;
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree AkkChartStripRow *rows = g_new0 (AkkChartStripRow, n + 1);
  const AkkChartStrip data = {
    { akk_phrases_get (self->sheet.phrases, "year-meetings"), NULL, TRUE }, self->year, rows, n
  };
  AkkChart *chart;
  double width, height;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++) {
    const AkkBody *body = self->bodies->pdata[i];
    GArray *own = days_of (self, body);
    g_ptr_array_add (days, own);
    g_ptr_array_add (words, count_words (self, body, own->len));
    rows[i] = (AkkChartStripRow) { body->name, (const AkkChartDay *) own->data, own->len,
                                   words->pdata[i] };
  }
  chart = akk_chart_new_strip (flow->paper, &data, AKK_FULL_WIDTH);
  akk_chart_size (chart, &width, &height);
  akk_flow_row (flow, AKK_SLOT / 2, height, AKK_NO_LINE);
  akk_flow_chart (flow, chart, AKK_PAGE_LEFT, 0, AKK_NO_NODE);
}
