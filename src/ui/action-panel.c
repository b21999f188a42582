/* The details of the chosen action, beside the views.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-panel-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/phrases.h"
#include "core/text.h"
#include "ui/action-change.h"
#include "ui/action-words.h"
#include "ui/record-dialog.h"

G_DEFINE_FINAL_TYPE (AkkActionPanel, akk_action_panel, ADW_TYPE_BIN)

/* --- Showing --- */

static void
show_head (AkkActionPanel *self)
{
  AkkStore *store = akk_action_scope_store (self->scope);
  g_autoptr (AkkPriority) priority =
      akk_store_get (store, &akk_priority_record, self->action->priority_id);
  g_autofree char *words = akk_phrases_sentence (priority != NULL ? priority->title : "");
  g_autofree char *place = priority != NULL && *self->action->number != '\0'
                               ? g_strdup_printf ("%s · %s", self->action->number, words)
                               : g_strdup (priority != NULL ? words : self->action->number);
  g_autoptr (AkkText) text = akk_text_parse (self->action->description);
  g_autofree char *description = g_strstrip (akk_text_plain (text, NULL, NULL));

  gtk_label_set_label (self->place_label, place);
  gtk_label_set_label (self->title_label, self->action->title);
  gtk_label_set_label (self->description_label, description);
  gtk_widget_set_visible (GTK_WIDGET (self->description_label), *description != '\0');
}

static void
show (AkkActionPanel *self)
{
  if (self->action == NULL)
    return;
  self->filling = TRUE;
  show_head (self);
  akk_action_panel_show_facts (self);
  self->filling = FALSE;
  akk_action_panel_show_lists (self);
  akk_action_panel_show_links (self);
}

static void
stepped_cb (AkkActionPanel *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

static void
chosen_cb (AkkActionPanel *self)
{
  gint64 id = akk_action_scope_chosen (self->scope);

  g_clear_object (&self->action);
  if (id == 0)
    return;
  self->action = akk_store_get (akk_action_scope_store (self->scope), &akk_action_record, id);
  gtk_editable_set_text (GTK_EDITABLE (self->news_row), "");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self)))),
                            0);
  show (self);
}

/* --- Callbacks --- */

static void
news_given_cb (AkkActionPanel *self)
{
  AkkStore *store = akk_action_scope_store (self->scope);
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->news_row))));
  g_autoptr (AkkLogEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  if (self->action == NULL || *text == '\0')
    return;
  akk_store_begin (store, N_ ("Add news"));
  entry = akk_action_add_news (store, self->action, akk_action_scope_day (self->scope), text);
  if (!akk_store_commit (store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->news_row), "");
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPanel *self = AKK_ACTION_PANEL (widget);

  if (self->action != NULL)
    gtk_widget_activate_action (widget, "plan.edit-action", "x", self->action->record.id);
}

/* --- Virtual functions --- */

static void
akk_action_panel_map (GtkWidget *widget)
{
  show (AKK_ACTION_PANEL (widget));
  GTK_WIDGET_CLASS (akk_action_panel_parent_class)->map (widget);
}

static void
akk_action_panel_dispose (GObject *object)
{
  AkkActionPanel *self = AKK_ACTION_PANEL (object);

  akk_action_panel_set_scope (self, NULL);
  g_clear_pointer (&self->plain_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_ACTION_PANEL);
  G_OBJECT_CLASS (akk_action_panel_parent_class)->dispose (object);
}

static void
akk_action_panel_class_init (AkkActionPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_action_panel_dispose;
  widget_class->map = akk_action_panel_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/action-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkActionPanel, place_label);
  gtk_widget_class_bind_template_child_full (widget_class, "edit_button", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "close_button", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "add_button", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "attach_button", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPanel, title_label);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPanel, description_label);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPanel, fact_group);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPanel, commitment_group);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPanel, more_group);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPanel, lineage_group);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPanel, contribution_list);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPanel, log_list);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPanel, attachment_list);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPanel, news_row);
  gtk_widget_class_bind_template_callback (widget_class, news_given_cb);
  gtk_widget_class_install_action (widget_class, "panel.edit", NULL, edit_action);
  akk_action_panel_install_lists (widget_class);
}

static void
akk_action_panel_init (AkkActionPanel *self)
{
  static const char *const flat[] = { "edit_button", "close_button", "add_button",
                                      "attach_button" };

  self->plain_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (flat); i++)
    gtk_widget_add_css_class (GTK_WIDGET (gtk_widget_get_template_child (
                                  GTK_WIDGET (self), AKK_TYPE_ACTION_PANEL, flat[i])),
                              "flat");
  akk_action_panel_set_up_lists (self);
}

void
akk_action_panel_set_scope (AkkActionPanel *self, AkkActionScope *scope)
{
  g_return_if_fail (AKK_IS_ACTION_PANEL (self));

  if (self->scope != NULL) {
    g_signal_handlers_disconnect_by_func (akk_action_scope_store (self->scope), stepped_cb, self);
    g_signal_handlers_disconnect_by_func (self->scope, chosen_cb, self);
    akk_action_panel_remove_facts (self);
  }
  g_clear_object (&self->action);
  g_set_object (&self->scope, scope);
  if (scope == NULL)
    return;
  akk_action_panel_add_facts (self);
  g_signal_connect_swapped (scope, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (akk_action_scope_store (scope), "stepped", G_CALLBACK (stepped_cb),
                            self);
}
