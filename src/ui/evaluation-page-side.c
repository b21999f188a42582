/* The page Evaluatie: what is shown beside the text: findings, signatures, or the pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page-private.h"

#include <glib/gi18n.h>

#include "core/dossier.h"

static const char *
shown_pane (AkkEvaluationPage *self)
{
  return self->show_side ? gtk_stack_get_visible_child_name (self->side_stack) : "";
}

void
akk_evaluation_page_update_side (AkkEvaluationPage *self)
{
  gboolean was = self->filling;

  if (self->side_stack == NULL || self->findings_button == NULL)
    return;
  self->filling = TRUE;
  gtk_toggle_button_set_active (
      self->findings_button,
      g_str_equal (shown_pane (self), self->signing != NULL ? "signatures" : "findings"));
  gtk_toggle_button_set_active (self->preview_button, g_str_equal (shown_pane (self), "preview"));
  self->filling = was;
}

/* --- Where a finding is --- */

static guint
index_of_part (AkkEvaluationPage *self, gint64 id)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (((AkkEvaluationPart *) self->parts->pdata[i])->record.id == id)
      return i;
  return 0;
}

/* A part that nobody wrote is in no store: the finding has its key. */
static guint
index_of_key (AkkEvaluationPage *self, const char *wanted)
{
  for (guint i = 0; i < self->parts->len; i++) {
    const AkkEvaluationPart *part = self->parts->pdata[i];
    g_autofree char *key = akk_evaluation_part_key (part->kind, part->priority_id);

    if (g_str_equal (key, wanted))
      return i;
  }
  return 0;
}

void
akk_evaluation_page_go_to (AkkEvaluationPage *self, const AkkFinding *finding)
{
  guint index = 0;

  if (self->parts == NULL)
    return;
  if (finding->type == &akk_indicator_record) {
    gtk_widget_activate_action (GTK_WIDGET (self), "view.show-indicator", "x", finding->record);
    return;
  }
  if (finding->part != NULL)
    index = index_of_key (self, finding->part);
  else if (finding->type == &akk_evaluation_part_record)
    index = index_of_part (self, finding->record);
  else
    while (index + 1 < self->parts->len &&
           ((AkkEvaluationPart *) self->parts->pdata[index])->kind != AKK_PART_CONCLUSIONS)
      index++;
  if (adw_overlay_split_view_get_collapsed (self->side_split))
    g_object_set (self, "show-side", FALSE, NULL);
  akk_evaluation_page_choose_part (self, index);
  gtk_widget_child_focus (GTK_WIDGET (self->narrative_bin), GTK_DIR_TAB_FORWARD);
}

/* --- Both --- */

void
akk_evaluation_page_queue_side (AkkEvaluationPage *self)
{
  akk_evaluation_page_queue_findings (self);
  akk_evaluation_page_queue_preview (self);
}

void
akk_evaluation_page_stop_side (AkkEvaluationPage *self)
{
  akk_evaluation_page_stop_findings (self);
  akk_evaluation_page_stop_preview (self);
}

/* They share the pane: pressing the one that is shown closes it. */
static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (widget);
  const char *pane = name + strlen ("evaluation.show-");
  gboolean shown = g_str_equal (shown_pane (self), pane);

  gtk_stack_set_visible_child_name (self->side_stack, pane);
  g_object_set (self, "show-side", !shown, NULL);
  akk_evaluation_page_update_side (self);
  if (self->pages_outdated && self->store != NULL)
    akk_evaluation_page_queue_preview (self);
}

void
akk_evaluation_page_install_side (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "evaluation.show-findings", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "evaluation.show-preview", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "evaluation.show-signatures", NULL, show_action);
}
