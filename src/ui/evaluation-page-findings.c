/* The page Evaluatie: what is still to be done, looked for while the window goes on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page-private.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/store-snapshot.h"

/* So long nothing is typed before they are looked for. */
#define REST_MS 300

typedef struct {
  AkkStore *store; /* owned; let go of on the main thread */
  gint64 evaluation_id, today;
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  g_clear_object (&self->store);
  g_free (self);
}

/* From a copy of the dossier that belongs to the thread. */
static void
search_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Search *self = data;
  GError *error = NULL;
  g_autoptr (AkkStore) copy = akk_store_snapshot (self->store, cancellable, &error);
  g_autoptr (AkkEvaluation) evaluation =
      copy != NULL ? akk_store_get (copy, &akk_evaluation_record, self->evaluation_id) : NULL;

  if (copy == NULL)
    g_task_return_error (task, error);
  else if (evaluation == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_pointer (task, akk_evaluation_findings (copy, evaluation, self->today),
                           (GDestroyNotify) g_ptr_array_unref);
}

static void
show_findings (AkkEvaluationPage *self, GPtrArray *findings)
{
  guint n = findings != NULL ? findings->len : 0;
  g_autofree char *label =
      n > 0 ? g_strdup_printf ("%s %u", _ ("Findings"), n) : g_strdup (_ ("Findings"));

  if (findings != NULL)
    g_ptr_array_ref (findings);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = findings;
  akk_findings_list_set_findings (self->findings_list, findings);
  if (self->signing == NULL)
    gtk_button_set_label (GTK_BUTTON (self->findings_button), label);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (source);
  Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean cancelled = g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));

  g_clear_object (&search->store);
  if (cancelled)
    return;
  g_clear_object (&self->looking);
  if (self->findings_list != NULL && error == NULL && !akk_evaluation_page_locked (self) &&
      self->evaluation->record.id == search->evaluation_id)
    show_findings (self, findings);
  if (self->findings_outdated)
    akk_evaluation_page_queue_findings (self);
}

static void
search (AkkEvaluationPage *self)
{
  Search *search = g_new0 (Search, 1);
  g_autoptr (GTask) task = NULL;

  self->findings_outdated = FALSE;
  self->looking = g_cancellable_new ();
  search->store = g_object_ref (self->store);
  search->evaluation_id = self->evaluation->record.id;
  search->today = akk_store_today (self->store);
  task = g_task_new (self, self->looking, found_cb, NULL);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_thread);
}

/* An adopted report has none: it shows its pages. */
static void
look_cb (gpointer data)
{
  AkkEvaluationPage *self = data;
  gboolean locked = akk_evaluation_page_locked (self);

  self->findings_id = 0;
  if (locked && g_str_equal (gtk_stack_get_visible_child_name (self->side_stack), "findings"))
    gtk_stack_set_visible_child_name (self->side_stack, "preview");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evaluation.show-findings", !locked);
  akk_evaluation_page_update_side (self);
  if (self->pages_outdated && self->preview_id == 0)
    akk_evaluation_page_queue_preview (self);
  if (locked)
    show_findings (self, NULL);
  else if (self->looking == NULL)
    search (self);
  /* Else once those of before are found. */
}

void
akk_evaluation_page_queue_findings (AkkEvaluationPage *self)
{
  g_clear_handle_id (&self->findings_id, g_source_remove);
  self->findings_outdated = TRUE;
  self->findings_id = g_timeout_add_once (REST_MS, look_cb, self);
}

void
akk_evaluation_page_stop_findings (AkkEvaluationPage *self)
{
  g_clear_handle_id (&self->findings_id, g_source_remove);
  self->findings_outdated = FALSE;
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  if (self->findings_list != NULL)
    akk_findings_list_set_findings (self->findings_list, NULL);
}
