/* The details of an action: what it has to do with elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-panel-private.h"

#include <glib/gi18n.h>

#include "core/agenda-item.h"
#include "core/agreement-text.h"
#include "core/commitments.h"
#include "core/field-source.h"
#include "core/fulfilment.h"
#include "core/meeting.h"
#include "core/plan.h"
#include "core/section.h"
#include "ui/dossier-view.h"
#include "ui/record-words.h"

/* Fields that are shown when they hold something. */
static const char *const more_fields[] = {
  "kind",       "municipality_id", "target_groups", "domains",     "policies",
  "contact_id", "means",           "starts_on",     "reported_on", "note",
};

static GtkWidget *
add_row (AkkActionPanel *self, AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_object_set_data (G_OBJECT (row), "akk-group", group);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->plain_rows, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
  return row;
}

static void
make_link (GtkWidget *row)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

static void
link_to (GtkWidget *row, const char *action, gint64 id)
{
  make_link (row);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
}

/* --- The commitments --- */

/* The place in the text; it may have changed since the row was made, but not by much. */
static void
commitment_activated_cb (GtkWidget *row, AkkFinding *place)
{
  GtkWidget *view = gtk_widget_get_ancestor (row, AKK_TYPE_DOSSIER_VIEW);

  if (view != NULL)
    akk_dossier_view_go_to_finding (AKK_DOSSIER_VIEW (view), place);
}

static void
place_free (gpointer place, GClosure *closure)
{
  g_free (place);
}

static void
add_commitment (AkkActionPanel *self, const AkkCommitment *commitment)
{
  g_autofree char *section = *commitment->number != '\0'
                                 ? g_strdup_printf (_ ("Section %s"), commitment->number)
                                 : g_strdup ("");
  GtkWidget *row = add_row (self, self->commitment_group, commitment->text, section);
  AkkFinding *place = g_new0 (AkkFinding, 1);

  place->section = commitment->section;
  place->line = commitment->line;
  make_link (row);
  g_signal_connect_data (row, "activated", G_CALLBACK (commitment_activated_cb), place, place_free,
                         0);
}

static void
show_commitments (AkkActionPanel *self)
{
  AkkStore *store = akk_action_scope_store (self->scope);
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_fulfilment_record, "action_id", self->action->record.id);
  AkkAgreement *agreement = akk_action_scope_agreement (self->scope);
  const char *language = akk_agreement_language (agreement);
  g_autoptr (AkkPhrases) phrases = NULL;
  g_autoptr (AkkFieldSource) source = NULL;
  g_autoptr (GPtrArray) commitments = NULL;

  if (g_list_model_get_n_items (list) == 0)
    return;
  phrases = akk_phrases_new (language, NULL);
  source = phrases != NULL ? akk_field_source_new (store, agreement, phrases) : NULL;
  commitments = akk_commitments_load (store, agreement, source);
  for (guint i = 0; i < commitments->len; i++)
    for (guint k = 0; k < g_list_model_get_n_items (list); k++) {
      const AkkCommitment *commitment = commitments->pdata[i];
      g_autoptr (AkkFulfilment) fulfilment = g_list_model_get_item (list, k);

      if (fulfilment->commitment == commitment->id)
        add_commitment (self, commitment);
    }
}

/* --- Other facts, and where it comes from --- */

static void
show_more (AkkActionPanel *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (more_fields); i++) {
    const AkkField *field = akk_record_type_field (&akk_action_record, more_fields[i]);
    g_autofree char *words =
        akk_field_words (akk_action_scope_store (self->scope), self->action, field);

    if (*words != '\0')
      gtk_widget_add_css_class (add_row (self, self->more_group, _ (field->label), words),
                                "property");
  }
}

static void
add_lineage (AkkActionPanel *self, const AkkAction *action, const char *words)
{
  g_autoptr (AkkPlan) plan =
      akk_store_get (akk_action_scope_store (self->scope), &akk_plan_record, action->plan_id);
  g_autofree char *years = plan != NULL ? akk_plan_years (plan) : g_strdup ("");
  g_autofree char *subtitle =
      *years != '\0' ? g_strdup_printf ("%s · %s", words, years) : g_strdup (words);
  g_autofree char *title = g_strdup_printf ("%s %s", action->number, action->title);

  link_to (add_row (self, self->lineage_group, title, subtitle), "view.show-action",
           action->record.id);
}

static void
show_lineage (AkkActionPanel *self)
{
  AkkStore *store = akk_action_scope_store (self->scope);
  g_autoptr (AkkAgendaItem) item =
      akk_store_get (store, &akk_agenda_item_record, self->action->item_id);
  g_autoptr (AkkMeeting) meeting =
      item != NULL ? akk_store_get (store, &akk_meeting_record, item->meeting_id) : NULL;
  g_autoptr (GListModel) before =
      akk_store_list (store, &akk_action_record, "successor_id", self->action->record.id);
  g_autoptr (AkkAction) after =
      akk_store_get (store, &akk_action_record, self->action->successor_id);

  if (meeting != NULL) {
    g_autofree char *words = akk_record_words (store, meeting);

    link_to (add_row (self, self->lineage_group, words, _ ("Made in this meeting")),
             "view.show-meeting", meeting->record.id);
  }
  for (guint i = 0; i < g_list_model_get_n_items (before); i++) {
    g_autoptr (AkkAction) action = g_list_model_get_item (before, i);

    add_lineage (self, action, _ ("Continues this action"));
  }
  if (after != NULL && !after->record.deleted)
    add_lineage (self, after, _ ("Goes on as this action"));
}

void
akk_action_panel_show_links (AkkActionPanel *self)
{
  for (guint i = 0; i < self->plain_rows->len; i++) {
    GtkWidget *row = self->plain_rows->pdata[i];

    adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "akk-group"), row);
  }
  g_ptr_array_set_size (self->plain_rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->commitment_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->more_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->lineage_group), FALSE);
  show_commitments (self);
  show_more (self);
  show_lineage (self);
}
