/* The page Evaluatie: the pages beside the text, laid out while the window goes on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page-private.h"

#include "core/store-snapshot.h"
#include "print/evaluation-print.h"

/* So long nothing changes before the pages are laid out. */
#define REST_MS 500

typedef struct {
  AkkStore *store; /* owned; let go of on the main thread */
  gint64 agreement_id;
  int year;
} Layout;

static void
layout_free (gpointer data)
{
  Layout *self = data;

  g_clear_object (&self->store);
  g_free (self);
}

AkkDocument *
akk_evaluation_page_document (
    AkkStore *store, gint64 agreement_id, int year, AkkReportPrint wanted, GError **error)
{
  g_autoptr (AkkAgreement) agreement = akk_store_get (store, &akk_agreement_record, agreement_id);

  return akk_report_edition_new (store, agreement, year, wanted, error);
}

/* From a copy of the dossier that belongs to the thread. */
static void
lay_out_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Layout *self = data;
  GError *error = NULL;
  g_autoptr (AkkStore) copy = akk_store_snapshot (self->store, cancellable, &error);
  AkkDocument *document = copy != NULL
                              ? akk_evaluation_page_document (copy, self->agreement_id, self->year,
                                                              (AkkReportPrint) { 0 }, &error)
                              : NULL;

  if (document != NULL)
    g_task_return_pointer (task, document, (GDestroyNotify) akk_document_free);
  else
    g_task_return_error (task, error);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (source);
  Layout *layout = g_task_get_task_data (G_TASK (result));
  g_autoptr (AkkDocument) document = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean cancelled = g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));

  g_clear_object (&layout->store);
  if (cancelled)
    return;
  g_clear_object (&self->laying_out);
  if (document != NULL && self->preview != NULL) {
    akk_preview_set_pages (self->preview, document->pages);
    akk_evaluation_page_mark_part (self);
  }
  if (self->pages_outdated)
    akk_evaluation_page_queue_preview (self);
}

static void
lay_out_cb (gpointer data)
{
  AkkEvaluationPage *self = data;
  Layout *layout;
  g_autoptr (GTask) task = NULL;

  self->preview_id = 0;
  if (self->laying_out != NULL)
    return;
  self->pages_outdated = FALSE;
  self->laying_out = g_cancellable_new ();
  layout = g_new0 (Layout, 1);
  layout->store = g_object_ref (self->store);
  layout->agreement_id = self->agreement->record.id;
  layout->year = self->year;
  task = g_task_new (self, self->laying_out, laid_out_cb, NULL);
  g_task_set_task_data (task, layout, layout_free);
  g_task_run_in_thread (task, lay_out_thread);
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
  if (self->laying_out != NULL)
    g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->laying_out);
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
