/* An organisation of the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/partner-panel.h"

#include <glib/gi18n.h>

#include "core/agreement.h"
#include "core/dossier.h"
#include "core/party.h"
#include "ui/partner-dialogs.h"
#include "ui/partner-uses.h"
#include "ui/record-rows.h"
#include "ui/record-words.h"

struct _AkkPartnerPanel {
  AdwBin parent_instance;

  GtkLabel *name_label;
  AdwPreferencesGroup *fact_group, *agreement_group;
  GtkListBox *office_list, *agreement_list;
  GPtrArray *fact_rows; /* borrowed */

  AkkStore *store;
  AkkOrganisation *organisation;
};

G_DEFINE_FINAL_TYPE (AkkPartnerPanel, akk_partner_panel, ADW_TYPE_BIN)

enum { CLOSED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- Showing --- */

static void
add_fact (AkkPartnerPanel *self, const char *title, const char *words)
{
  GtkWidget *row;

  if (*words == '\0')
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (self->fact_group, row);
  g_ptr_array_add (self->fact_rows, row);
}

static void
show_facts (AkkPartnerPanel *self)
{
  AkkOrganisation *organisation = self->organisation;
  g_autofree char *seat =
      g_strstrip (g_strdup_printf ("%s %s", organisation->seat_words, organisation->seat));
  g_autofree char *party =
      g_strstrip (g_strdup_printf ("%s %s", organisation->designation, organisation->name));

  for (guint i = 0; i < self->fact_rows->len; i++)
    adw_preferences_group_remove (self->fact_group, self->fact_rows->pdata[i]);
  g_ptr_array_set_size (self->fact_rows, 0);
  gtk_label_set_label (self->name_label, organisation->name);
  add_fact (self, _ ("Kind"), akk_choice_label (akk_organisation_kinds, organisation->kind));
  add_fact (self, _ ("Short name"), organisation->short_name);
  add_fact (self, _ ("In a text"), party);
  add_fact (self, _ ("Seat"), seat);
  add_fact (self, _ ("Address"), organisation->address);
  add_fact (self, _ ("E-mail"), organisation->email);
  add_fact (self, _ ("Phone"), organisation->phone);
}

static GMenu *
office_menu (AkkOffice *office)
{
  static const struct {
    const char *label, *action;
  } items[] = { { N_ ("_Edit Function…"), "partner.edit-office" },
                { N_ ("Edit _Person…"), "partner.edit-person" },
                { N_ ("_Who Follows…"), "partner.succeed" },
                { N_ ("_Delete Function"), "partner.delete-office" } };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);

    g_menu_item_set_action_and_target (item, items[i].action, "x", office->record.id);
    g_menu_append_item (menu, item);
  }
  return menu;
}

static GtkWidget *
office_row_new (gpointer data, AkkRecord *office)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = office_menu ((AkkOffice *) office);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
describe_office (gpointer data, GtkWidget *row, AkkRecord *record, guint index)
{
  AkkPartnerPanel *self = data;
  AkkOffice *office = (AkkOffice *) record;
  g_autoptr (AkkPerson) person = akk_store_get (self->store, &akk_person_record, office->person_id);
  g_autofree char *name = person != NULL ? akk_person_words (person) : g_strdup ("");
  g_autofree char *term = akk_office_term_words (office);
  g_autofree char *words = *term != '\0' ? g_strdup_printf ("%s, %s", office->function, term)
                                         : g_strdup (office->function);
  g_autofree char *tooltip = g_strdup_printf (_ ("Menu of %s"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_widget_remove_css_class (row, "dimmed");
  if (!akk_office_valid_on (office, akk_store_today (self->store)))
    gtk_widget_add_css_class (row, "dimmed");
  gtk_widget_set_tooltip_text (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)),
                               tooltip);
}

/* Those who hold their function today, or those who held it before or will. */
static void
append_offices (AkkPartnerPanel *self, GListModel *offices, gboolean now, GListStore *sorted)
{
  gint64 today = akk_store_today (self->store);

  for (guint i = 0; i < g_list_model_get_n_items (offices); i++) {
    g_autoptr (AkkOffice) office = g_list_model_get_item (offices, i);

    if (akk_office_valid_on (office, today) == now)
      g_list_store_append (sorted, office);
  }
}

static void
show_offices (AkkPartnerPanel *self)
{
  g_autoptr (GListModel) offices = akk_store_list (
      self->store, &akk_office_record, "organisation_id", self->organisation->record.id);
  g_autoptr (GListStore) sorted = g_list_store_new (AKK_TYPE_RECORD);

  append_offices (self, offices, TRUE, sorted);
  append_offices (self, offices, FALSE, sorted);
  akk_record_rows_update (self->office_list, G_LIST_MODEL (sorted), office_row_new, describe_office,
                          self);
  if (g_list_model_get_n_items (offices) == 0) {
    GtkWidget *row = adw_action_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Nobody holds a function yet"));
    gtk_widget_add_css_class (row, "dimmed");
    gtk_list_box_append (self->office_list, row);
  }
}

static void
show_agreements (AkkPartnerPanel *self)
{
  g_autoptr (GListModel) parties = akk_store_list (
      self->store, &akk_party_record, "organisation_id", self->organisation->record.id);
  gboolean any = FALSE;

  gtk_list_box_remove_all (self->agreement_list);
  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i);
    g_autoptr (AkkAgreement) agreement =
        akk_store_get (self->store, &akk_agreement_record, party->agreement_id);
    g_autofree char *words = NULL;
    GtkWidget *row;

    if (agreement == NULL || agreement->record.deleted)
      continue;
    words = akk_record_words (self->store, agreement);
    row = adw_action_row_new ();
    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "view.show-party");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", party->record.id);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("go-next-symbolic"));
    gtk_list_box_append (self->agreement_list, row);
    any = TRUE;
  }
  gtk_widget_set_visible (GTK_WIDGET (self->agreement_group), any);
}

static void
stepped_cb (AkkPartnerPanel *self)
{
  if (self->organisation == NULL)
    return;
  if (self->organisation->record.deleted) {
    g_signal_emit (self, signals[CLOSED], 0);
    return;
  }
  show_facts (self);
  show_offices (self);
  show_agreements (self);
}

/* --- Actions --- */

static void
close_cb (AkkPartnerPanel *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
present (AkkPartnerPanel *self, AkkRecordDialog *dialog)
{
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
refuse (AkkPartnerPanel *self, const char *sentence)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Still in Use"), sentence);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkPartnerPanel *self = AKK_PARTNER_PANEL (widget);

  present (self, akk_organisation_dialog_new (self->store, self->organisation));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkPartnerPanel *self = AKK_PARTNER_PANEL (widget);
  g_autoptr (AkkOrganisation) organisation = g_object_ref (self->organisation);
  g_autofree char *use = akk_organisation_use (self->store, organisation);
  g_autoptr (GListModel) offices =
      akk_store_list (self->store, &akk_office_record, "organisation_id", organisation->record.id);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (use != NULL) {
    refuse (self, use);
    return;
  }
  akk_store_begin (self->store, N_ ("Delete organisation"));
  for (guint i = 0; i < g_list_model_get_n_items (offices); i++) {
    g_autoptr (AkkOffice) office = g_list_model_get_item (offices, i);

    akk_store_delete (self->store, office);
  }
  akk_store_delete (self->store, organisation);
  if (!akk_store_commit (self->store, &error)) {
    akk_show_error (widget, _ ("Not Deleted"), error);
    return;
  }
  sentence = g_strdup_printf (_ ("“%s” has been deleted."), organisation->name);
  gtk_widget_activate_action (widget, "win.offer-undo", "s", sentence);
}

static void
office_added_cb (AkkPartnerPanel *self, AkkRecord *office, AkkRecordDialog *dialog)
{
  akk_record_dialog_focus_after (dialog, akk_record_rows_find (self->office_list, office->id));
}

static void
add_office_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkPartnerPanel *self = AKK_PARTNER_PANEL (widget);
  AkkRecordDialog *dialog =
      akk_office_dialog_new (self->store, NULL, self->organisation->record.id);

  g_signal_connect_object (dialog, "applied", G_CALLBACK (office_added_cb), self,
                           G_CONNECT_SWAPPED);
  present (self, dialog);
}

static void
delete_office (AkkPartnerPanel *self, AkkOffice *office)
{
  g_autofree char *use = akk_office_use (self->store, office);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (use != NULL) {
    refuse (self, use);
    return;
  }
  akk_store_begin (self->store, N_ ("Delete function"));
  akk_store_delete (self->store, office);
  if (!akk_store_commit (self->store, &error)) {
    akk_show_error (GTK_WIDGET (self), _ ("Not Deleted"), error);
    return;
  }
  sentence = g_strdup_printf (_ ("“%s” has been deleted."), office->function);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", sentence);
}

static void
office_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkPartnerPanel *self = AKK_PARTNER_PANEL (widget);
  g_autoptr (AkkOffice) office =
      akk_store_get (self->store, &akk_office_record, g_variant_get_int64 (parameter));
  g_autoptr (AkkPerson) person = akk_store_get (self->store, &akk_person_record, office->person_id);

  if (g_str_equal (name, "partner.edit-office"))
    present (self, akk_office_dialog_new (self->store, office, 0));
  else if (g_str_equal (name, "partner.edit-person"))
    present (self, akk_person_dialog_new (self->store, person));
  else if (g_str_equal (name, "partner.succeed"))
    present (self, akk_succession_dialog_new (self->store, office));
  else
    delete_office (self, office);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  close_cb (AKK_PARTNER_PANEL (widget));
  return GDK_EVENT_STOP;
}

/* --- Virtual functions --- */

static void
akk_partner_panel_dispose (GObject *object)
{
  AkkPartnerPanel *self = AKK_PARTNER_PANEL (object);

  akk_partner_panel_set_organisation (self, NULL, NULL);
  g_clear_pointer (&self->fact_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_PARTNER_PANEL);
  G_OBJECT_CLASS (akk_partner_panel_parent_class)->dispose (object);
}

static void
akk_partner_panel_class_init (AkkPartnerPanelClass *klass)
{
  static const char *const office_actions[] = { "partner.edit-office", "partner.edit-person",
                                                "partner.succeed", "partner.delete-office" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_partner_panel_dispose;
  signals[CLOSED] = g_signal_new ("closed", AKK_TYPE_PARTNER_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/partner-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkPartnerPanel, name_label);
  gtk_widget_class_bind_template_child (widget_class, AkkPartnerPanel, fact_group);
  gtk_widget_class_bind_template_child (widget_class, AkkPartnerPanel, office_list);
  gtk_widget_class_bind_template_child (widget_class, AkkPartnerPanel, agreement_group);
  gtk_widget_class_bind_template_child (widget_class, AkkPartnerPanel, agreement_list);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_install_action (widget_class, "partner.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "partner.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "partner.add-office", NULL, add_office_action);
  for (guint i = 0; i < G_N_ELEMENTS (office_actions); i++)
    gtk_widget_class_install_action (widget_class, office_actions[i], "x", office_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
akk_partner_panel_init (AkkPartnerPanel *self)
{
  self->fact_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  akk_record_rows_keep_order (self->office_list);
}

void
akk_partner_panel_set_organisation (AkkPartnerPanel *self,
                                    AkkStore *store,
                                    AkkOrganisation *organisation)
{
  g_return_if_fail (AKK_IS_PARTNER_PANEL (self));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, stepped_cb, self);
  g_set_object (&self->store, store);
  g_set_object (&self->organisation, organisation);
  if (organisation == NULL)
    return;
  g_signal_connect_swapped (store, "stepped", G_CALLBACK (stepped_cb), self);
  stepped_cb (self);
}
