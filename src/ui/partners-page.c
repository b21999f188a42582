/* The page Partners: the register of organisations and persons.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/partners-page.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "ui/partner-dialogs.h"
#include "ui/partner-panel.h"
#include "ui/partner-uses.h"
#include "ui/record-dialog.h"
#include "ui/record-rows.h"
#include "ui/record-words.h"
#include "ui/undo-button.h"

struct _AkkPartnersPage {
  AdwBin parent_instance;

  GtkStack *stack;
  AdwOverlaySplitView *split_view;
  AdwToggleGroup *groups;
  GtkSearchEntry *search_entry;
  GtkListBox *record_list;
  GtkWidget *empty_button;
  AkkPartnerPanel *panel;

  gboolean narrow;
  AkkStore *store;
  GListModel *organisations, *persons;
  gint64 shown; /* the organisation in the panel; 0: none */
};

G_DEFINE_FINAL_TYPE (AkkPartnersPage, akk_partners_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, N_PROPS };

static GParamSpec *props[N_PROPS];

static const char button_key[] = "akk-button";

/* --- Words --- */

static void
append (GString *words, const char *separator, const char *word)
{
  if (*word == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, separator);
  g_string_append (words, word);
}

/* Who holds a function in it now. */
static guint
count_offices (AkkPartnersPage *self, const char *ref, gint64 id)
{
  g_autoptr (GListModel) offices = akk_store_list (self->store, &akk_office_record, ref, id);

  return g_list_model_get_n_items (offices);
}

/* A number does not go on on the next line. */
static void
append_phone (GString *words, const char *phone)
{
  g_autoptr (GString) kept = g_string_new (phone);

  g_string_replace (kept, " ", "\302\240", 0);
  append (words, " · ", kept->str);
}

static char *
organisation_words (AkkPartnersPage *self, AkkOrganisation *organisation)
{
  GString *words = g_string_new (NULL);
  g_autoptr (GString) missing = g_string_new (NULL);

  append (words, " · ", akk_choice_label (akk_organisation_kinds, organisation->kind));
  append (words, " · ", organisation->seat);
  append (words, " · ", organisation->email);
  append_phone (words, organisation->phone);
  append (missing, ", ",
          *organisation->seat == '\0' && *organisation->address == '\0' ? _ ("an address") : "");
  append (missing, ", ", *organisation->email == '\0' ? _ ("an e-mail address") : "");
  append (missing, ", ",
          count_offices (self, "organisation_id", organisation->record.id) == 0
              ? _ ("somebody with a function")
              : "");
  if (missing->len > 0)
    /* Translators: %s is a list: "an address, an e-mail address". */
    g_string_append_printf (words, _ ("\nStill missing: %s"), missing->str);
  return g_string_free_and_steal (words);
}

static char *
person_words (AkkPartnersPage *self, AkkPerson *person)
{
  g_autoptr (GListModel) offices =
      akk_store_list (self->store, &akk_office_record, "person_id", person->record.id);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (offices); i++) {
    g_autoptr (AkkOffice) office = g_list_model_get_item (offices, i);
    g_autoptr (AkkOrganisation) organisation =
        akk_store_get (self->store, &akk_organisation_record, office->organisation_id);
    g_autofree char *held =
        g_strdup_printf (_ ("%s of %s"), office->function,
                         organisation != NULL ? akk_organisation_short (organisation) : "");

    append (words, ", ", held);
  }
  append (words, " · ", person->email);
  append_phone (words, person->phone);
  if (words->len == 0)
    g_string_append (words, _ ("No function, no e-mail address"));
  return g_string_free_and_steal (words);
}

/* --- The list --- */

static gboolean
shows_persons (AkkPartnersPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->groups), "persons") == 0;
}

static GtkWidget *
delete_button_new (AkkRecord *person)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "partners.delete-person");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", person->id);
  return button;
}

static GtkWidget *
row_new (gpointer data, AkkRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean person = record->type == &akk_person_record;
  GtkWidget *suffix =
      person ? delete_button_new (record) : gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  g_object_set_data (G_OBJECT (row), button_key, suffix);
  return row;
}

static void
describe_row (gpointer data, GtkWidget *row, AkkRecord *record, guint index)
{
  AkkPartnersPage *self = data;
  gboolean person = record->type == &akk_person_record;
  g_autofree char *title = person ? akk_person_words ((AkkPerson *) record)
                                  : g_strdup (((AkkOrganisation *) record)->name);
  g_autofree char *words = person ? person_words (self, (AkkPerson *) record)
                                  : organisation_words (self, (AkkOrganisation *) record);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  if (person) {
    g_autofree char *tooltip = g_strdup_printf (_ ("Delete %s"), title);

    gtk_widget_set_tooltip_text (g_object_get_data (G_OBJECT (row), button_key), tooltip);
  }
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  return g_utf8_collate (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (a)),
                         adw_preferences_row_get_title (ADW_PREFERENCES_ROW (b)));
}

/* A row is shown when it has all the words of the filter. */
static gboolean
filter_row (GtkListBoxRow *row, gpointer data)
{
  AkkPartnersPage *self = data;
  g_autofree char *said =
      g_strconcat (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), " ",
                   adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), NULL);

  return g_str_match_string (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), said, TRUE);
}

static void
fill (AkkPartnersPage *self)
{
  gboolean persons = shows_persons (self);
  GListModel *records = persons ? self->persons : self->organisations;

  akk_record_rows_update (self->record_list, records, row_new, describe_row, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->record_list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  persons ? _ ("Persons") : _ ("Organisations"), -1);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (self->organisations) == 0 &&
                                            g_list_model_get_n_items (self->persons) == 0
                                        ? "empty"
                                        : "list");
}

static void
show_panel (AkkPartnersPage *self, AkkOrganisation *organisation)
{
  self->shown = organisation != NULL ? organisation->record.id : 0;
  akk_partner_panel_set_organisation (self->panel, organisation != NULL ? self->store : NULL,
                                      organisation);
  adw_overlay_split_view_set_show_sidebar (self->split_view, organisation != NULL);
}

/* --- Callbacks --- */

static void
stepped_cb (AkkPartnersPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
group_chosen_cb (AkkPartnersPage *self)
{
  if (self->store == NULL)
    return;
  show_panel (self, NULL);
  fill (self);
}

static void
search_changed_cb (AkkPartnersPage *self)
{
  gtk_list_box_invalidate_filter (self->record_list);
}

static void
panel_closed_cb (AkkPartnersPage *self)
{
  gint64 id = self->shown;

  show_panel (self, NULL);
  akk_record_rows_focus (self->record_list, id);
}

static void
row_activated_cb (AkkPartnersPage *self, GtkListBoxRow *row)
{
  AkkRecord *record = akk_record_row_get (GTK_WIDGET (row));

  if (record->type == &akk_person_record) {
    adw_dialog_present (ADW_DIALOG (akk_person_dialog_new (self->store, (AkkPerson *) record)),
                        GTK_WIDGET (self));
    return;
  }
  show_panel (self, (AkkOrganisation *) record);
  gtk_widget_child_focus (GTK_WIDGET (self->panel), GTK_DIR_TAB_FORWARD);
}

static void
organisation_added_cb (AkkPartnersPage *self, AkkRecord *record, AkkRecordDialog *dialog)
{
  show_panel (self, (AkkOrganisation *) record);
  /* A narrow window shows the panel alone. */
  akk_record_dialog_focus_after (
      dialog, self->narrow ? GTK_WIDGET (self->panel)
                           : akk_record_rows_find (self->record_list, record->id));
}

static void
person_added_cb (AkkPartnersPage *self, AkkRecord *record, AkkRecordDialog *dialog)
{
  akk_record_dialog_focus_after (dialog, akk_record_rows_find (self->record_list, record->id));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkPartnersPage *self = AKK_PARTNERS_PAGE (widget);
  AkkRecordDialog *dialog;

  if (self->store == NULL)
    return;
  if (shows_persons (self)) {
    dialog = akk_person_dialog_new (self->store, NULL);
    g_signal_connect_object (dialog, "applied", G_CALLBACK (person_added_cb), self,
                             G_CONNECT_SWAPPED);
  } else {
    dialog = akk_organisation_dialog_new (self->store, NULL);
    g_signal_connect_object (dialog, "applied", G_CALLBACK (organisation_added_cb), self,
                             G_CONNECT_SWAPPED);
  }
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
delete_person_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkPartnersPage *self = AKK_PARTNERS_PAGE (widget);
  g_autoptr (AkkPerson) person =
      akk_store_get (self->store, &akk_person_record, g_variant_get_int64 (parameter));
  g_autofree char *use = akk_person_use (self->store, person);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (use != NULL) {
    AdwDialog *alert = adw_alert_dialog_new (_ ("Still in Use"), use);

    adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
    adw_dialog_present (alert, widget);
    return;
  }
  akk_store_begin (self->store, N_ ("Delete person"));
  akk_store_delete (self->store, person);
  if (!akk_store_commit (self->store, &error)) {
    akk_show_error (widget, _ ("Not Deleted"), error);
    return;
  }
  sentence = g_strdup_printf (_ ("“%s” has been deleted."), person->name);
  gtk_widget_activate_action (widget, "win.offer-undo", "s", sentence);
}

/* --- Virtual functions --- */

static void
akk_partners_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_PARTNERS_PAGE (object)->narrow);
}

static void
akk_partners_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AKK_PARTNERS_PAGE (object)->narrow = g_value_get_boolean (value);
}

static void
akk_partners_page_map (GtkWidget *widget)
{
  AkkPartnersPage *self = AKK_PARTNERS_PAGE (widget);

  if (self->store != NULL)
    fill (self);
  GTK_WIDGET_CLASS (akk_partners_page_parent_class)->map (widget);
}

static gboolean
akk_partners_page_grab_focus (GtkWidget *widget)
{
  AkkPartnersPage *self = AKK_PARTNERS_PAGE (widget);
  gboolean empty = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0;

  return gtk_widget_grab_focus (empty ? self->empty_button : GTK_WIDGET (self->search_entry));
}

static void
akk_partners_page_dispose (GObject *object)
{
  AkkPartnersPage *self = AKK_PARTNERS_PAGE (object);

  if (self->panel != NULL)
    akk_partners_page_set_store (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_PARTNERS_PAGE);
  G_OBJECT_CLASS (akk_partners_page_parent_class)->dispose (object);
}

static void
akk_partners_page_class_init (AkkPartnersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_partners_page_get_property;
  object_class->set_property = akk_partners_page_set_property;
  object_class->dispose = akk_partners_page_dispose;
  widget_class->map = akk_partners_page_map;
  widget_class->grab_focus = akk_partners_page_grab_focus;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  g_type_ensure (AKK_TYPE_PARTNER_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/partners-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkPartnersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkPartnersPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, AkkPartnersPage, groups);
  gtk_widget_class_bind_template_child (widget_class, AkkPartnersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AkkPartnersPage, record_list);
  gtk_widget_class_bind_template_child (widget_class, AkkPartnersPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, AkkPartnersPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, group_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_closed_cb);
  gtk_widget_class_install_action (widget_class, "partners.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "partners.delete-person", "x",
                                   delete_person_action);
}

static void
akk_partners_page_init (AkkPartnersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->record_list, compare_rows, NULL, NULL);
  gtk_list_box_set_filter_func (self->record_list, filter_row, self, NULL);
}

/* --- Public --- */

void
akk_partners_page_set_store (AkkPartnersPage *self, AkkStore *store)
{
  g_return_if_fail (AKK_IS_PARTNERS_PAGE (self));

  show_panel (self, NULL);
  gtk_list_box_remove_all (self->record_list);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, stepped_cb, self);
  g_clear_object (&self->organisations);
  g_clear_object (&self->persons);
  g_set_object (&self->store, store);
  if (store == NULL)
    return;
  self->organisations = akk_store_list (store, &akk_organisation_record, NULL, 0);
  self->persons = akk_store_list (store, &akk_person_record, NULL, 0);
  g_signal_connect_swapped (store, "stepped", G_CALLBACK (stepped_cb), self);
  fill (self);
}

void
akk_partners_page_show_organisation (AkkPartnersPage *self, gint64 id)
{
  g_autoptr (AkkOrganisation) organisation = NULL;

  g_return_if_fail (AKK_IS_PARTNERS_PAGE (self));

  if (self->store == NULL)
    return;
  organisation = akk_store_get (self->store, &akk_organisation_record, id);
  if (organisation == NULL || organisation->record.deleted)
    return;
  adw_toggle_group_set_active_name (self->groups, "organisations");
  show_panel (self, organisation);
}

void
akk_partners_page_show_person (AkkPartnersPage *self, gint64 id)
{
  g_return_if_fail (AKK_IS_PARTNERS_PAGE (self));

  if (self->store == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  adw_toggle_group_set_active_name (self->groups, "persons");
  fill (self);
  akk_record_rows_focus (self->record_list, id);
}
