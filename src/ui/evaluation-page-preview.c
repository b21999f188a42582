/* The page Evaluatie: the pages beside the text, laid out while the window goes on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page-private.h"

#include "print/evaluation-print.h"

/* So long nothing changes before the pages are laid out. */
#define REST_MS 500

AkkDocument *
akk_evaluation_page_document (
    AkkStore *store, gint64 agreement_id, int year, AkkReportPrint wanted, GError **error)
{
  g_autoptr (AkkAgreement) agreement = akk_store_get (store, &akk_agreement_record, agreement_id);

  return akk_report_edition_new (store, agreement, year, wanted, error);
}

/* On a thread. */
static gpointer
lay_out (AkkStore *copy, const AkkQuestion *question, GError **error)
{
  return akk_evaluation_page_document (copy, question->record, question->number,
                                       (AkkReportPrint) { 0 }, error);
}

static void
laid_out_cb (gpointer object, gpointer answer)
{
  AkkEvaluationPage *self = object;
  g_autoptr (AkkDocument) document = answer;

  if (document == NULL || self->preview == NULL)
    return;
  akk_preview_set_pages (self->preview, document->pages);
  akk_evaluation_page_mark_part (self);
}

static void
lay_out_cb (gpointer data)
{
  AkkEvaluationPage *self = data;

  self->preview_id = 0;
  self->pages_outdated = FALSE;
  akk_aside_ask (self->preview_aside, self->store,
                 (AkkQuestion) { self->agreement->record.id, 0, self->year });
}

void
akk_evaluation_page_queue_preview (AkkEvaluationPage *self)
{
  g_clear_handle_id (&self->preview_id, g_source_remove);
  self->pages_outdated = self->evaluation != NULL;
  if (!self->pages_outdated || !self->show_side || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      !g_str_equal (gtk_stack_get_visible_child_name (self->side_stack), "preview"))
    return;
  self->preview_id = g_timeout_add_once (REST_MS, lay_out_cb, self);
}

void
akk_evaluation_page_stop_preview (AkkEvaluationPage *self)
{
  g_clear_handle_id (&self->preview_id, g_source_remove);
  akk_aside_stop (self->preview_aside);
  if (self->preview != NULL)
    akk_preview_set_pages (self->preview, NULL);
}

/* Whether the report has a heading for a part: what there is nothing to tell of has none. */
static gboolean
has_heading (AkkEvaluationPage *self, const AkkEvaluationPart *part)
{
  switch (part->kind) {
  case AKK_PART_SUMMARY:
    return FALSE;
  case AKK_PART_COMMITMENTS:
    return self->facts->coverage->promises->len > 0 || *part->narrative != '\0';
  case AKK_PART_MUNICIPALITIES:
    return akk_figures_municipalities (self->facts->figures)->len > 0;
  case AKK_PART_LEARNING:
    return *part->narrative != '\0' || !akk_evaluation_page_locked (self);
  case AKK_PART_TABLES:
    return self->facts->indicators->len > 0;
  default:
    return TRUE;
  }
}

/* Actions without a priority come after the priorities, under a heading of their own. */
static guint
headings_after (AkkEvaluationPage *self, guint index)
{
  const AkkEvaluationPart *part = self->parts->pdata[index], *next;

  if (index + 1 >= self->parts->len)
    return 0;
  next = self->parts->pdata[index + 1];
  if (next->kind != AKK_PART_COMMITMENTS || part->kind > AKK_PART_PRIORITY)
    return 0;
  for (guint i = 0; i < self->facts->priorities->len; i++) {
    const AkkPriorityFact *it = self->facts->priorities->pdata[i];

    if (it->priority == NULL && it->actions->len > 0)
      return 1;
  }
  return 0;
}

void
akk_evaluation_page_mark_part (AkkEvaluationPage *self)
{
  guint shown = akk_evaluation_page_part_index (self), place = 0;

  if (self->parts == NULL || self->facts == NULL || akk_preview_get_pages (self->preview) == NULL)
    return;
  for (guint i = 0; i < shown; i++)
    place += (has_heading (self, self->parts->pdata[i]) ? 1 : 0) + headings_after (self, i);
  if (shown == 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->preview_scroller), 0);
  akk_preview_mark_line (self->preview,
                         has_heading (self, self->parts->pdata[shown])
                             ? AKK_REPORT_FIRST_PLACE + place
                             : G_MAXUINT - 1,
                         TRUE);
}

void
akk_evaluation_page_preview_init (AkkEvaluationPage *self)
{
  self->preview_aside =
      akk_aside_new (lay_out, (GDestroyNotify) akk_document_free, laid_out_cb, self);
}
