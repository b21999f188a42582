/* What stands in a cell of the matrix, beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-cell-list.h"

#include <glib/gi18n.h>

#include "ui/action-card.h"
#include "ui/action-dialog.h"
#include "ui/action-ids.h"

struct _AkkActionCellList {
  AdwBin parent_instance;

  GtkLabel *title, *subtitle;
  GtkWidget *list_frame, *nothing;
  GtkListView *list;

  AkkActionScope *scope;
  AkkActionIds *ids;
  char *domain, *target_group;
};

G_DEFINE_FINAL_TYPE (AkkActionCellList, akk_action_cell_list, ADW_TYPE_BIN)

enum { CLOSED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
activate_cb (AkkActionCellList *self, guint place)
{
  akk_action_scope_choose (self->scope, akk_action_ids_at (self->ids, place));
}

static void
saved_cb (AkkActionCellList *self, AkkAction *action)
{
  if (self->scope != NULL)
    akk_action_scope_choose (self->scope, action->record.id);
}

static void
add_cb (AkkActionCellList *self)
{
  g_autoptr (AkkPlan) plan = akk_action_scope_plan (self->scope);
  AdwDialog *dialog = akk_action_dialog_new (akk_action_scope_store (self->scope),
                                             akk_action_scope_agreement (self->scope), NULL, plan);

  akk_action_dialog_prefill (AKK_ACTION_DIALOG (dialog), self->domain, self->target_group, 0);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
close_cb (AkkActionCellList *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
akk_action_cell_list_dispose (GObject *object)
{
  AkkActionCellList *self = AKK_ACTION_CELL_LIST (object);

  if (self->list != NULL)
    akk_action_cell_list_set_scope (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_ACTION_CELL_LIST);
  G_OBJECT_CLASS (akk_action_cell_list_parent_class)->dispose (object);
}

static void
akk_action_cell_list_finalize (GObject *object)
{
  AkkActionCellList *self = AKK_ACTION_CELL_LIST (object);

  g_clear_object (&self->ids);
  g_free (self->domain);
  g_free (self->target_group);
  G_OBJECT_CLASS (akk_action_cell_list_parent_class)->finalize (object);
}

static void
akk_action_cell_list_class_init (AkkActionCellListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = akk_action_cell_list_dispose;
  object_class->finalize = akk_action_cell_list_finalize;
  signals[CLOSED] = g_signal_new ("closed", AKK_TYPE_ACTION_CELL_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/action-cell-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkActionCellList, title);
  gtk_widget_class_bind_template_child (widget_class, AkkActionCellList, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AkkActionCellList, list_frame);
  gtk_widget_class_bind_template_child (widget_class, AkkActionCellList, nothing);
  gtk_widget_class_bind_template_child (widget_class, AkkActionCellList, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
akk_action_cell_list_init (AkkActionCellList *self)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->ids = akk_action_ids_new ();
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->ids))));
  gtk_list_view_set_model (self->list, model);
}

void
akk_action_cell_list_set_scope (AkkActionCellList *self, AkkActionScope *scope)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

  akk_action_ids_set (self->ids, none);
  gtk_list_view_set_factory (self->list, NULL);
  g_set_object (&self->scope, scope);
  if (scope == NULL)
    return;
  factory = akk_action_card_factory (scope, TRUE, NULL, NULL);
  gtk_list_view_set_factory (self->list, factory);
}

void
akk_action_cell_list_show (AkkActionCellList *self,
                           const char *domain,
                           const char *target_group,
                           const GArray *indices)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  AkkActionRows *rows = akk_action_scope_rows (self->scope);

  g_set_str (&self->domain, domain);
  g_set_str (&self->target_group, target_group);
  for (guint i = 0; i < indices->len; i++)
    g_array_append_val (ids, akk_action_rows_row (rows, g_array_index (indices, guint, i))->id);
  akk_action_ids_set (self->ids, ids);
  gtk_label_set_label (self->title, domain != NULL ? domain : _ ("In No Cell"));
  gtk_label_set_label (self->subtitle,
                       target_group != NULL
                           ? target_group
                           : _ ("These name no cooperation domain or no target group."));
  gtk_widget_set_visible (self->list_frame, ids->len > 0);
  gtk_widget_set_visible (self->nothing, ids->len == 0);
}
