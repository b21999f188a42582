/* The page of an indicator: its targets, and what it belongs to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-page-private.h"

#include <glib/gi18n.h>

#include "core/action.h"
#include "core/parties.h"
#include "core/priority.h"
#include "ui/indicator-dialog.h"
#include "ui/indicator-words.h"
#include "ui/record-rows.h"

/* --- Deleting --- */

static void
delete_clicked_cb (AkkIndicatorPage *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  AkkRecord *record = akk_record_row_get (row);
  AkkStore *store = self->scope->store;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return;
  sentence = g_strdup_printf (_ ("“%s” has been deleted."),
                              adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  akk_store_begin (store, record->type == &akk_target_record ? N_ ("Delete target")
                                                             : N_ ("Take off priority or action"));
  akk_store_delete (store, record);
  if (!akk_store_commit (store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Deleted"), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", sentence);
}

/* --- Rows --- */

static void
row_activated_cb (AkkIndicatorPage *self, GtkWidget *row)
{
  AkkRecord *record = akk_record_row_get (row);

  if (record->type == &akk_target_record)
    adw_dialog_present (
        ADW_DIALOG (akk_target_dialog_new (self->scope, self->indicator, (AkkTarget *) record)),
        GTK_WIDGET (self));
  else if (((AkkBearing *) record)->action_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.show-action", "x",
                                ((AkkBearing *) record)->action_id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "view.show-page", "s", "plan");
}

static GtkWidget *
row_new (gpointer data, AkkRecord *record)
{
  AkkIndicatorPage *self = data;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (button, record->type == &akk_target_record ? _ ("Delete Target")
                                                                          : _ ("Take Off"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  if (record->type == &akk_bearing_record) {
    GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

    gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  }
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
describe_bearing (AkkIndicatorScope *scope, const AkkBearing *bearing, char **title, char **kind)
{
  g_autoptr (AkkPriority) priority =
      akk_store_get (scope->store, &akk_priority_record, bearing->priority_id);
  g_autoptr (AkkAction) action =
      akk_store_get (scope->store, &akk_action_record, bearing->action_id);

  if (action != NULL) {
    *title = g_strdup_printf ("%s %s", action->number, action->title);
    *kind = g_strdup (_ ("Action"));
    g_strstrip (*title);
    return;
  }
  *title = priority != NULL ? akk_phrases_sentence (priority->title) : g_strdup ("");
  *kind = g_strdup (_ ("Priority"));
}

static void
describe (gpointer data, GtkWidget *row, AkkRecord *record, guint index)
{
  AkkIndicatorPage *self = data;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (record->type == &akk_target_record) {
    const AkkTarget *target = (const AkkTarget *) record;
    gboolean band = self->indicator->direction == AKK_DIRECTION_BAND;

    title = akk_indicator_band_words (self->scope, self->indicator, target->value,
                                      band ? target->upper : target->value);
    subtitle = g_strdup_printf ("%d", (int) target->year);
    if (target->party_id != 0) {
      g_autofree char *party = akk_party_short_name (self->scope->store, target->party_id);
      g_autofree char *year = g_steal_pointer (&subtitle);

      subtitle = g_strdup_printf ("%s · %s", year, party);
    }
    if (*target->target_group != '\0') {
      g_autofree char *group = akk_phrases_sentence (target->target_group);
      g_autofree char *before = g_steal_pointer (&subtitle);

      subtitle = g_strdup_printf ("%s · %s", before, group);
    }
  } else {
    describe_bearing (self->scope, (const AkkBearing *) record, &title, &subtitle);
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static int
compare_targets (gconstpointer a, gconstpointer b, gpointer data)
{
  const AkkTarget *one = a, *other = b;

  if (one->year != other->year)
    return one->year < other->year ? -1 : 1;
  if (one->party_id != other->party_id)
    return one->party_id < other->party_id ? -1 : 1;
  return g_utf8_collate (one->target_group, other->target_group);
}

static void
show_list (AkkIndicatorPage *self, GtkListBox *box, const AkkRecordType *type, GtkWidget *none)
{
  g_autoptr (GListModel) list =
      akk_store_list (self->scope->store, type, "indicator_id", self->indicator->record.id);
  g_autoptr (GListStore) rows = g_list_store_new (AKK_TYPE_RECORD);
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++) {
    g_autoptr (AkkRecord) record = g_list_model_get_item (list, i);

    if (type == &akk_target_record)
      g_list_store_insert_sorted (rows, record, compare_targets, NULL);
    else
      g_list_store_append (rows, record);
  }
  akk_record_rows_update (box, G_LIST_MODEL (rows), row_new, describe, self);
  gtk_widget_set_visible (GTK_WIDGET (box), n > 0);
  gtk_widget_set_visible (none, n == 0);
}

void
akk_indicator_page_show_links (AkkIndicatorPage *self)
{
  show_list (self, self->links->target_list, &akk_target_record, self->links->no_target_label);
  show_list (self, self->links->bearing_list, &akk_bearing_record, self->links->no_bearing_label);
}

/* --- Actions --- */

static void
add_target_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkIndicatorPage *self = AKK_INDICATOR_PAGE (widget);
  g_autoptr (AkkTarget) target = akk_record_new (&akk_target_record);

  g_object_set (target, "indicator-id", self->indicator->record.id, "year",
                (gint64) self->scope->year, NULL);
  adw_dialog_present (ADW_DIALOG (akk_target_dialog_new (self->scope, self->indicator, target)),
                      widget);
}

static void
add_bearing_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkIndicatorPage *self = AKK_INDICATOR_PAGE (widget);
  g_autoptr (AkkBearing) bearing = akk_record_new (&akk_bearing_record);

  g_object_set (bearing, "indicator-id", self->indicator->record.id, NULL);
  adw_dialog_present (ADW_DIALOG (akk_bearing_dialog_new (self->scope, bearing)), widget);
}

void
akk_indicator_page_install_links (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "indicator.add-target", NULL, add_target_action);
  gtk_widget_class_install_action (widget_class, "indicator.add-bearing", NULL, add_bearing_action);
}
