/* The details of an action: the rows that are written in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-panel-private.h"

#include <glib/gi18n.h>

#include "core/party.h"
#include "ui/action-change.h"
#include "ui/action-words.h"
#include "ui/date-row.h"
#include "ui/meeting-words.h"
#include "ui/record-dialog.h"
#include "ui/reference-row.h"

static GArray *
the_action (AkkActionPanel *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, self->action->record.id);
  return ids;
}

static void
commit (AkkActionPanel *self)
{
  g_autoptr (GError) error = NULL;

  if (!akk_store_commit (akk_action_scope_store (self->scope), &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
}

/* --- Callbacks --- */

static void
status_selected_cb (AkkActionPanel *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->status_row));
  g_autoptr (GArray) ids = NULL;

  if (self->filling || self->action == NULL || selected == self->action->status)
    return;
  ids = the_action (self);
  akk_actions_set_status (GTK_WIDGET (self), akk_action_scope_store (self->scope), ids,
                          (AkkActionStatus) selected);
  /* Until a reason is given the status is what it was. */
  self->filling = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->status_row), (guint) self->action->status);
  self->filling = FALSE;
}

static void
lead_changed_cb (AkkActionPanel *self)
{
  g_autoptr (GArray) ids = self->action != NULL ? the_action (self) : NULL;

  if (!self->filling && ids != NULL)
    akk_actions_set_lead (GTK_WIDGET (self), akk_action_scope_store (self->scope), ids,
                          akk_reference_row_get_reference (AKK_REFERENCE_ROW (self->lead_row)));
}

static void
date_changed_cb (AkkActionPanel *self, AkkDateRow *row)
{
  AkkStore *store = akk_action_scope_store (self->scope);

  if (self->filling || self->action == NULL)
    return;
  akk_store_begin (store, N_ ("Change deadline"));
  akk_store_set_int (store, self->action,
                     GTK_WIDGET (row) == self->deadline_row ? "deadline" : "follow_up",
                     akk_date_row_get_date (row));
  commit (self);
}

static void
progress_given_cb (AkkActionPanel *self)
{
  AkkStore *store = akk_action_scope_store (self->scope);

  if (self->action == NULL)
    return;
  akk_store_begin (store, N_ ("Change progress"));
  akk_action_set_progress (store, self->action,
                           gtk_editable_get_text (GTK_EDITABLE (self->progress_row)));
  commit (self);
}

/* --- Public --- */

static GtkWidget *
status_row_new (AkkActionPanel *self)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (const AkkChoice *choice = akk_action_statuses; choice->code != NULL; choice++)
    gtk_string_list_append (names, _ (choice->label));
  self->filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  self->filling = FALSE;
  self->status_glyph = akk_state_glyph_new (AKK_GLYPH_NONE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), self->status_glyph);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Status"));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (status_selected_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

/* A sentence that beside the status would leave it no width. */
static GtkWidget *
reason_row_new (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Reason"));
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  return row;
}

void
akk_action_panel_add_facts (AkkActionPanel *self)
{
  AkkStore *store = akk_action_scope_store (self->scope);
  gint64 agreement = akk_action_scope_agreement (self->scope)->record.id;

  self->status_row = status_row_new (self);
  self->reason_row = reason_row_new ();
  self->lead_row = akk_reference_row_new (_ ("Lead"), store, &akk_party_record, "agreement_id",
                                          agreement, _ ("Nobody"));
  self->deadline_row = akk_date_row_new (_ ("Deadline"));
  self->follow_up_row = akk_date_row_new (_ ("Follow Up On"));
  self->progress_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->progress_row), _ ("Progress"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->progress_row), TRUE);
  g_signal_connect_object (self->lead_row, "reference-changed", G_CALLBACK (lead_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->deadline_row, "date-changed", G_CALLBACK (date_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->follow_up_row, "date-changed", G_CALLBACK (date_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->progress_row, "apply", G_CALLBACK (progress_given_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->fact_group, self->status_row);
  adw_preferences_group_add (self->fact_group, self->reason_row);
  adw_preferences_group_add (self->fact_group, self->lead_row);
  adw_preferences_group_add (self->fact_group, self->deadline_row);
  adw_preferences_group_add (self->fact_group, self->follow_up_row);
  adw_preferences_group_add (self->fact_group, self->progress_row);
}

void
akk_action_panel_remove_facts (AkkActionPanel *self)
{
  GtkWidget *rows[] = { self->status_row,   self->reason_row,    self->lead_row,
                        self->deadline_row, self->follow_up_row, self->progress_row };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i] != NULL)
      adw_preferences_group_remove (self->fact_group, rows[i]);
  self->status_row = self->reason_row = self->lead_row = self->deadline_row = self->follow_up_row =
      self->progress_row = self->status_glyph = NULL;
}

static void
show_date (GtkWidget *row, gint64 date)
{
  if (akk_date_row_get_date (AKK_DATE_ROW (row)) != date)
    akk_date_row_set_date (AKK_DATE_ROW (row), date);
}

/* "Carried over to 2026"; NULL when it was not. */
static char *
carried_words (AkkActionPanel *self, const AkkAction *action, gint64 day)
{
  if (akk_action_standing (action->status, action->successor_id) != AKK_ACTION_CARRIED_OVER)
    return NULL;
  return akk_action_status_words (akk_action_scope_store (self->scope), action, day);
}

void
akk_action_panel_show_facts (AkkActionPanel *self)
{
  AkkAction *action = self->action;
  gint64 day = akk_action_scope_day (self->scope);
  g_autofree char *silent = akk_action_silent_words (action, day);
  g_autofree char *carried = carried_words (self, action, day);
  const char *said = carried != NULL                 ? carried
                     : akk_action_late (action, day) ? _ ("Late")
                     : silent != NULL                ? silent
                                                     : "";

  adw_combo_row_set_selected (ADW_COMBO_ROW (self->status_row), (guint) action->status);
  akk_state_glyph_set_glyph (AKK_STATE_GLYPH (self->status_glyph), akk_action_glyph (action, day));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->status_row), said);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->reason_row), action->reason);
  gtk_widget_set_visible (self->reason_row, *action->reason != '\0');
  akk_reference_row_set_reference (AKK_REFERENCE_ROW (self->lead_row), action->lead_id);
  show_date (self->deadline_row, action->deadline);
  show_date (self->follow_up_row, action->follow_up);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->progress_row)), action->progress) &&
      gtk_widget_get_focus_child (self->progress_row) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->progress_row), action->progress);
}
