/* The page Overleg: the dates that would meet what the year still owes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/consultation-page-private.h"

#include <glib/gi18n.h>

#include "core/body.h"
#include "core/dates.h"
#include "ui/day-block.h"
#include "ui/day.h"
#include "ui/record-dialog.h"

static void
accept_cb (AkkConsultationPage *self, GtkWidget *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "akk-index"));
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (chosen, self->proposal->meetings->pdata[index]);
  if (!akk_proposal_accept (self->store, chosen, &error))
    akk_show_error (GTK_WIDGET (self), _ ("The meeting was not planned"), error);
}

static void
plan_cb (AkkConsultationPage *self, GtkWidget *row)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "akk-index"));
  const AkkProposalMeeting *meeting = self->proposal->meetings->pdata[index];

  akk_consultation_page_plan_dates (self, meeting->body_id);
}

static void
add_row (AkkConsultationPage *self, guint index)
{
  const AkkProposalMeeting *meeting = self->proposal->meetings->pdata[index];
  const AkkProposalDate *date = meeting->dates->pdata[0];
  g_autoptr (AkkBody) body = akk_store_get (self->store, &akk_body_record, meeting->body_id);
  /* Translators: a body, as in "Werkgroep · proposal". */
  g_autofree char *title = g_strdup_printf (_ ("%s · proposal"), body != NULL ? body->name : "");
  g_autofree char *day = akk_day_long (date->date);
  g_autofree char *words = g_strdup_printf ("%s, %s", title, day);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *accept = gtk_button_new_with_mnemonic (_ ("P_lan"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), date->why);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             akk_day_block_new (date->date, akk_date_from_ymd (self->year, 1, 1)));
  gtk_widget_set_valign (accept, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (accept, "suggested-action");
  gtk_widget_set_visible (accept, !self->small);
  g_object_set_data (G_OBJECT (accept), "akk-index", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (row), "akk-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (accept, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "activated", G_CALLBACK (plan_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), accept);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->proposed_list, row);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
akk_consultation_page_fill_proposed (AkkConsultationPage *self)
{
  guint n = self->proposal != NULL ? self->proposal->meetings->len : 0;

  gtk_list_box_remove_all (self->proposed_list);
  for (guint i = 0; i < n; i++)
    add_row (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->proposed_list), n > 0);
  gtk_widget_set_visible (self->ahead_group, n > 0 || gtk_widget_get_visible (self->ahead_group));
}
