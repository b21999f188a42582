/* The page Evaluatie: what is still to be done, looked for while the window goes on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page-private.h"

#include <glib/gi18n.h>

#include "core/dossier.h"

/* So long nothing is typed before they are looked for. */
#define REST_MS 300

/* On a thread. */
static gpointer
find (AkkStore *copy, const AkkQuestion *question, GError **error)
{
  g_autoptr (AkkEvaluation) evaluation =
      akk_store_get (copy, &akk_evaluation_record, question->record);

  return evaluation != NULL ? akk_evaluation_findings (copy, evaluation, question->day) : NULL;
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
found_cb (gpointer object, gpointer answer)
{
  AkkEvaluationPage *self = object;
  g_autoptr (GPtrArray) findings = answer;

  if (findings != NULL && !akk_evaluation_page_locked (self))
    show_findings (self, findings);
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
  else
    akk_aside_ask (self->findings_aside, self->store,
                   (AkkQuestion) { self->evaluation->record.id, akk_store_today (self->store), 0 });
}

void
akk_evaluation_page_queue_findings (AkkEvaluationPage *self)
{
  g_clear_handle_id (&self->findings_id, g_source_remove);
  self->findings_id = g_timeout_add_once (REST_MS, look_cb, self);
}

void
akk_evaluation_page_stop_findings (AkkEvaluationPage *self)
{
  g_clear_handle_id (&self->findings_id, g_source_remove);
  akk_aside_stop (self->findings_aside);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  if (self->findings_list != NULL)
    akk_findings_list_set_findings (self->findings_list, NULL);
}

void
akk_evaluation_page_findings_init (AkkEvaluationPage *self)
{
  self->findings_aside = akk_aside_new (find, (GDestroyNotify) g_ptr_array_unref, found_cb, self);
}
