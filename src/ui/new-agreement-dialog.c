/* What a new agreement begins with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/new-agreement-dialog.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/successor.h"
#include "core/templates.h"
#include "ui/agreement-words.h"
#include "ui/date-row.h"
#include "ui/offer-row.h"

struct _AkkNewAgreementDialog {
  AdwDialog parent_instance;

  AkkStore *store; /* NULL: none yet */
  GPtrArray *templates;
  const AkkTemplate *template; /* what was chosen: this, */
  AkkSuccessor *successor; /* or this */
  gboolean filling; /* the rows are being filled in */
  gboolean own_short_title; /* it was typed */
  gint64 made; /* told when the dialog is gone: the focus is free then */
  gboolean chosen; /* told as well */

  AdwNavigationView *navigation;
  AdwNavigationPage *details_page;
  AdwPreferencesGroup *templates_group, *faults_group, *successor_group, *copy_group;
  AdwPreferencesGroup *term_group, *rubrics_group, *offers_group, *vacancies_group;
  AdwEntryRow *title_row, *short_title_row;
  AkkDateRow *start_row, *end_row;
  AkkOfferRow *actions_row, *indicators_row;
  GtkLabel *hint_label;
  GtkWidget *make_button;
  GPtrArray *details; /* rows that go with the next choice */
};

enum {
  MADE,
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkNewAgreementDialog, akk_new_agreement_dialog, ADW_TYPE_DIALOG)

/* --- Rows --- */

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
way_new (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = row_new (title, subtitle);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  subtitle, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  adw_preferences_group_add (group, row);
  return row;
}

/* A row of the second page. */
static void
add_detail (AkkNewAgreementDialog *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->details, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

/* What is unfinished and what is measured goes on in a successor, if the user wants. */
static void
offer (AkkNewAgreementDialog *self, AkkSuccessor *successor)
{
  gboolean follows = successor != NULL && successor->kind == AKK_SUCCESSOR_FOLLOWS;

  akk_offer_row_offer (self->actions_row, successor, follows ? successor->actions : NULL);
  akk_offer_row_offer (self->indicators_row, successor, follows ? successor->indicators : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->offers_group),
                          gtk_widget_get_visible (GTK_WIDGET (self->actions_row)) ||
                              gtk_widget_get_visible (GTK_WIDGET (self->indicators_row)));
}

static void
clear_details (AkkNewAgreementDialog *self)
{
  AdwPreferencesGroup *groups[] = { self->rubrics_group, self->vacancies_group };

  for (guint i = 0; i < self->details->len; i++) {
    GtkWidget *row = self->details->pdata[i];

    for (guint k = 0; k < G_N_ELEMENTS (groups); k++)
      if (gtk_widget_is_ancestor (row, GTK_WIDGET (groups[k])))
        adw_preferences_group_remove (groups[k], row);
  }
  g_ptr_array_set_size (self->details, 0);
  for (guint k = 0; k < G_N_ELEMENTS (groups); k++)
    gtk_widget_set_visible (GTK_WIDGET (groups[k]), FALSE);
  offer (self, NULL);
}

/* --- The second page --- */

static const char *
what_is_missing (AkkNewAgreementDialog *self)
{
  gint64 start = akk_date_row_get_date (self->start_row);
  gint64 end = akk_date_row_get_date (self->end_row);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->title_row)) == '\0')
    return _ ("Give the agreement a title.");
  if (start != AKK_NO_DATE && end != AKK_NO_DATE && end < start)
    return _ ("The end comes before the start.");
  if (self->successor != NULL && self->successor->kind == AKK_SUCCESSOR_FOLLOWS &&
      (start == AKK_NO_DATE || end == AKK_NO_DATE))
    return _ ("Say when the new term starts and ends.");
  return NULL;
}

static void
check_cb (AkkNewAgreementDialog *self)
{
  const char *missing = what_is_missing (self);

  gtk_widget_set_sensitive (self->make_button, missing == NULL);
  gtk_label_set_text (self->hint_label, missing != NULL ? missing : "");
}

static void
short_title_changed_cb (AkkNewAgreementDialog *self)
{
  self->own_short_title |= !self->filling;
}

static void
fill_short_title (AkkNewAgreementDialog *self, const char *words)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->short_title_row), words);
  self->filling = FALSE;
}

static void
term_changed_cb (AkkNewAgreementDialog *self)
{
  if (self->successor != NULL) {
    akk_successor_set_term (self->successor, akk_date_row_get_date (self->start_row),
                            akk_date_row_get_date (self->end_row));
    if (!self->own_short_title)
      fill_short_title (self, self->successor->short_title);
  }
  check_cb (self);
}

static void
add_vacancies (AkkNewAgreementDialog *self)
{
  g_auto (GStrv) lines = akk_successor_vacancies (self->successor);

  for (guint i = 0; lines[i] != NULL; i++)
    add_detail (self, self->vacancies_group, row_new (lines[i], ""));
}

static void
add_rubrics (AkkNewAgreementDialog *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->template->rubrics->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " · " : "",
                            ((AkkRubric *) self->template->rubrics->pdata[i])->name);
  adw_preferences_group_set_description (self->rubrics_group, names->str);
  gtk_widget_set_visible (GTK_WIDGET (self->rubrics_group), names->len > 0);
}

static void
show_details (AkkNewAgreementDialog *self,
              const AkkAgreement *agreement,
              const char *title,
              const char *short_title)
{
  gtk_widget_set_visible (GTK_WIDGET (self->start_row),
                          !agreement->starts_at_signing || self->successor != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->end_row),
                          !agreement->indefinite || self->successor != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->term_group),
                          gtk_widget_get_visible (GTK_WIDGET (self->start_row)) ||
                              gtk_widget_get_visible (GTK_WIDGET (self->end_row)));
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), agreement->title);
  fill_short_title (self, short_title);
  self->own_short_title = FALSE;
  akk_date_row_set_date (self->start_row,
                         self->successor != NULL ? self->successor->starts_on : AKK_NO_DATE);
  akk_date_row_set_date (self->end_row,
                         self->successor != NULL ? self->successor->ends_on : AKK_NO_DATE);
  check_cb (self);
  adw_navigation_page_set_title (self->details_page, title);
  adw_navigation_view_push_by_tag (self->navigation, "details");
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}

/* --- Choosing --- */

static void
template_cb (AkkNewAgreementDialog *self, GtkWidget *row)
{
  self->template = g_object_get_data (G_OBJECT (row), "template");
  g_clear_pointer (&self->successor, akk_successor_free);
  if (self->store == NULL) {
    self->chosen = TRUE;
    adw_dialog_close (ADW_DIALOG (self));
    return;
  }
  clear_details (self);
  add_rubrics (self);
  show_details (self, akk_template_agreement (self->template), self->template->title,
                akk_template_agreement (self->template)->short_title);
}

static void
begin_from (AkkNewAgreementDialog *self, GtkWidget *row, AkkSuccessorKind kind)
{
  AkkAgreement *agreement = g_object_get_data (G_OBJECT (row), "agreement");

  self->template = NULL;
  clear_details (self);
  g_clear_pointer (&self->successor, akk_successor_free);
  self->successor = akk_successor_new (self->store, agreement, kind);
  offer (self, self->successor);
  add_vacancies (self);
  show_details (self, agreement,
                kind == AKK_SUCCESSOR_FOLLOWS ? _ ("Successor") : C_ ("agreement", "Copy"),
                self->successor->short_title);
}

static void
successor_cb (AkkNewAgreementDialog *self, GtkWidget *row)
{
  begin_from (self, row, AKK_SUCCESSOR_FOLLOWS);
}

static void
copy_cb (AkkNewAgreementDialog *self, GtkWidget *row)
{
  begin_from (self, row, AKK_SUCCESSOR_COPY);
}

/* --- Making --- */

static AkkAgreement *
use_template (AkkNewAgreementDialog *self)
{
  AkkAgreement *agreement = akk_template_use (self->template, self->store);

  akk_store_set_text (self->store, agreement, "title",
                      gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  akk_store_set_text (self->store, agreement, "short_title",
                      gtk_editable_get_text (GTK_EDITABLE (self->short_title_row)));
  akk_store_set_int (self->store, agreement, "starts_on", akk_date_row_get_date (self->start_row));
  akk_store_set_int (self->store, agreement, "ends_on", akk_date_row_get_date (self->end_row));
  return agreement;
}

static AkkAgreement *
write_successor (AkkNewAgreementDialog *self)
{
  AkkSuccessor *successor = self->successor;

  akk_successor_set_term (successor, akk_date_row_get_date (self->start_row),
                          akk_date_row_get_date (self->end_row));
  g_set_str (&successor->title, gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  g_set_str (&successor->short_title, gtk_editable_get_text (GTK_EDITABLE (self->short_title_row)));
  return akk_successor_write (successor);
}

static const char *
step_label (AkkNewAgreementDialog *self)
{
  if (self->successor == NULL)
    return N_ ("New agreement");
  return self->successor->kind == AKK_SUCCESSOR_FOLLOWS ? N_ ("Make successor")
                                                        : N_ ("Copy agreement");
}

static void
make_cb (AkkNewAgreementDialog *self)
{
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (GError) error = NULL;

  /* The rows of days that are not written out say so themselves. */
  if (what_is_missing (self) != NULL || !akk_date_row_is_valid (self->start_row) ||
      !akk_date_row_is_valid (self->end_row)) {
    gtk_widget_error_bell (GTK_WIDGET (self));
    return;
  }
  akk_store_begin (self->store, step_label (self));
  agreement = self->successor != NULL ? write_successor (self) : use_template (self);
  if (!akk_store_commit (self->store, &error)) {
    gtk_label_set_text (self->hint_label, error->message);
    return;
  }
  self->made = agreement->record.id;
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- The first page --- */

static void
add_templates (AkkNewAgreementDialog *self)
{
  g_auto (GStrv) faults = NULL;

  self->templates = akk_templates_new (&faults);
  for (guint i = 0; i < self->templates->len; i++) {
    AkkTemplate *template = self->templates->pdata[i];
    GtkWidget *row = way_new (self->templates_group, template->title, template->description);

    g_object_set_data (G_OBJECT (row), "template", template);
    g_signal_connect_object (row, "activated", G_CALLBACK (template_cb), self, G_CONNECT_SWAPPED);
  }
  for (guint i = 0; faults[i] != NULL; i++)
    adw_preferences_group_add (self->faults_group, row_new (faults[i], ""));
  gtk_widget_set_visible (GTK_WIDGET (self->faults_group), *faults != NULL);
}

/* Both groups hold the same names: what is spoken says which is meant. */
static void
add_agreement (AkkNewAgreementDialog *self,
               AdwPreferencesGroup *group,
               AkkAgreement *agreement,
               const char *spoken,
               GCallback callback)
{
  const char *title = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
  g_autofree char *name = g_strdup_printf (spoken, title);
  g_autofree char *state = akk_agreement_state (agreement, akk_store_today (self->store));
  GtkWidget *row = way_new (group, title, state);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "agreement", g_object_ref (agreement), g_object_unref);
  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

/* The newest first: it is most likely meant. */
static void
add_agreements (AkkNewAgreementDialog *self)
{
  g_autoptr (GPtrArray) agreements = g_ptr_array_new_with_free_func (g_object_unref);
  AkkAgreement *agreement;

  for (guint i = 1; (agreement = akk_agreement_nth (self->store, i)) != NULL; i++)
    g_ptr_array_insert (agreements, 0, agreement);
  for (guint i = 0; i < agreements->len; i++) {
    add_agreement (self, self->successor_group, agreements->pdata[i], _ ("Successor of %s"),
                   G_CALLBACK (successor_cb));
    add_agreement (self, self->copy_group, agreements->pdata[i], _ ("Copy of %s"),
                   G_CALLBACK (copy_cb));
  }
}

/* --- Virtual functions --- */

static void
akk_new_agreement_dialog_closed (AdwDialog *dialog)
{
  AkkNewAgreementDialog *self = AKK_NEW_AGREEMENT_DIALOG (dialog);

  if (self->made != 0)
    g_signal_emit (self, signals[MADE], 0, self->made);
  if (self->chosen)
    g_signal_emit (self, signals[CHOSEN], 0, self->template->name);
}

static void
akk_new_agreement_dialog_dispose (GObject *object)
{
  AkkNewAgreementDialog *self = AKK_NEW_AGREEMENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_NEW_AGREEMENT_DIALOG);
  g_clear_pointer (&self->successor, akk_successor_free);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->details, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_new_agreement_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, details_page);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, templates_group);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, faults_group);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, successor_group);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, copy_group);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, term_group);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, rubrics_group);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, offers_group);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, vacancies_group);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, short_title_row);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, end_row);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, actions_row);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, indicators_row);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, AkkNewAgreementDialog, make_button);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, short_title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, term_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
}

static void
akk_new_agreement_dialog_class_init (AkkNewAgreementDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_new_agreement_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = akk_new_agreement_dialog_closed;
  signals[MADE] = g_signal_new ("made", AKK_TYPE_NEW_AGREEMENT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CHOSEN] = g_signal_new ("chosen", AKK_TYPE_NEW_AGREEMENT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (AKK_TYPE_DATE_ROW);
  g_type_ensure (AKK_TYPE_OFFER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/new-agreement-dialog.ui");
  bind_children (widget_class);
}

static void
akk_new_agreement_dialog_init (AkkNewAgreementDialog *self)
{
  self->details = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_templates (self);
}

/* --- Public --- */

AdwDialog *
akk_new_agreement_dialog_new (AkkStore *store)
{
  AkkNewAgreementDialog *self = g_object_new (AKK_TYPE_NEW_AGREEMENT_DIALOG, NULL);

  if (store != NULL) {
    self->store = g_object_ref (store);
    add_agreements (self);
  }
  return ADW_DIALOG (self);
}
