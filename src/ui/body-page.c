/* A body: how often it meets, who sits in it, what returns on its agenda.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/body-page.h"

#include <glib/gi18n.h>

#include "core/agreement.h"
#include "core/dossier.h"
#include "core/meeting.h"
#include "core/obligations.h"
#include "ui/agreement-dialogs.h"
#include "ui/agreement-words.h"
#include "ui/body-dialogs.h"
#include "ui/field-groups.h"
#include "ui/record-list.h"
#include "ui/record-words.h"
#include "ui/undo-button.h"

struct _AkkBodyPage {
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  AdwPreferencesGroup *duty_group;
  AkkFieldGroups *fields;
  AkkRecordList *seat_list, *item_list;
  GtkWidget *every_party_button;

  AkkStore *store;
  AkkBody *body;
  GPtrArray *duty_rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (AkkBodyPage, akk_body_page, ADW_TYPE_NAVIGATION_PAGE)

/* The name is the title of the page. */
static const AkkFieldGroup groups[] = {
  { N_ ("Body"), NULL, N_ ("Change body"), { "-name", "kind", "=task" } },
  { N_ ("Meets at Least"),
    N_ ("The text of the agreement says the same. Without a number it says “regularly”."),
    N_ ("Change body"),
    { "times", "-period", "-unit", "basis", "section_id", "rhythm" } },
  { N_ ("Yearly Evaluation"),
    N_ ("A body that evaluates every year meets every year, whatever else its clause says."),
    N_ ("Change body"),
    { "evaluates", "evaluation_section_id" } },
  { N_ ("Who Does What"),
    NULL,
    N_ ("Change body"),
    { "convener_id", "preparer", "secretary", "chair", "chair_rotates" } },
  { N_ ("Usually"),
    NULL,
    N_ ("Change body"),
    { "weekday", "starts_at", "duration_min", "place", "link" } },
  { N_ ("Before and After"),
    NULL,
    N_ ("Change body"),
    { "quorum", "prepare_days", "minutes_days" } },
  { NULL, NULL, NULL, { NULL } },
};

static void
present (AkkBodyPage *self, AkkRecordDialog *dialog)
{
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* --- What it owes --- */

static char *
duty_words (const AkkObligation *duty)
{
  GString *words = g_string_new (duty->source);

  if (duty->required > 0) {
    g_string_append_printf (words, "%s", words->len > 0 ? " · " : "");
    g_string_append_printf (words, _ ("%d of %d held"), (int) MAX (duty->held, 0),
                            (int) duty->required);
  }
  if (duty->planned > 0)
    g_string_append_printf (words,
                            ngettext (" · %d planned", " · %d planned", (gulong) duty->planned),
                            (int) duty->planned);
  if (*duty->next_step != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", duty->next_step);
  return g_string_free_and_steal (words);
}

static void
add_duty (AkkBodyPage *self, const AkkObligation *duty)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = duty_words (duty);
  g_autofree char *title = g_strdup (
      duty->kind == AKK_OBLIGATION_MEETING && *duty->requirement != '\0' ? duty->requirement
                                                                         : duty->title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_preferences_group_add (self->duty_group, row);
  g_ptr_array_add (self->duty_rows, row);
}

/* Those of the windows that run, and what has none. */
static void
fill_duties (AkkBodyPage *self)
{
  gint64 today = akk_store_today (self->store);
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (self->store, &akk_agreement_record, self->body->agreement_id);
  g_autoptr (GPtrArray) duties =
      agreement != NULL ? akk_obligations_new (self->store, agreement, today) : NULL;

  for (guint i = 0; i < self->duty_rows->len; i++)
    adw_preferences_group_remove (self->duty_group, self->duty_rows->pdata[i]);
  g_ptr_array_set_size (self->duty_rows, 0);
  for (guint i = 0; duties != NULL && i < duties->len; i++) {
    const AkkObligation *duty = duties->pdata[i];
    gboolean runs = duty->from == AKK_NO_DATE || (duty->from <= today && duty->to >= today);

    if (duty->body_id == self->body->record.id && runs && duty->kind != AKK_OBLIGATION_MINUTES)
      add_duty (self, duty);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->duty_group), self->duty_rows->len > 0);
}

/* How often is one sentence. */
static char *
field_words (AkkStore *store, gconstpointer record, const AkkField *field)
{
  return g_str_equal (field->name, "times") ? akk_body_frequency_words (record) : NULL;
}

static void
fill (AkkBodyPage *self)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (self->store, &akk_agreement_record, self->body->agreement_id);

  if (self->body->record.deleted)
    return;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->body->name);
  adw_window_title_set_title (self->title, self->body->name);
  if (agreement != NULL)
    adw_window_title_set_subtitle (self->title, akk_agreement_name (agreement));
  fill_duties (self);
}

/* --- Seats and standing items --- */

static void
seat_activated_cb (AkkBodyPage *self, AkkRecord *record)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "consultation.show-seat", "x", record->id);
}

static void
item_activated_cb (AkkBodyPage *self, AkkRecord *record)
{
  present (self, akk_standing_item_dialog_new (self->store, (AkkStandingItem *) record));
}

static void
finish_delete (AkkBodyPage *self, const char *name)
{
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” has been deleted."), name);
  g_autoptr (GError) error = NULL;

  if (!akk_store_commit (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Deleted"), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", sentence);
}

static void
delete_wanted_cb (AkkBodyPage *self, AkkRecord *record)
{
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;

  if (record->type == &akk_seat_record)
    akk_seat_describe (self->store, record, 0, &name, &subtitle);
  else
    name = akk_record_words (self->store, record);
  akk_store_begin (self->store, record->type == &akk_seat_record ? N_ ("Delete seat")
                                                                 : N_ ("Delete standing item"));
  akk_store_delete (self->store, record);
  finish_delete (self, name);
}

static gpointer
record_for (AkkBodyPage *self, const AkkRecordType *type, AkkRecordList *list)
{
  gpointer record = akk_record_new (type);
  g_autofree char *position = akk_record_list_next_position (list);

  g_object_set (record, "body-id", self->body->record.id, "position", position, NULL);
  return record;
}

/* --- Actions --- */

static void
add_seat_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkBodyPage *self = AKK_BODY_PAGE (widget);
  g_autoptr (AkkSeat) seat = record_for (self, &akk_seat_record, self->seat_list);
  AkkRecordDialog *dialog = akk_seat_dialog_new (self->store, seat, self->body->agreement_id);

  akk_record_list_focus_made (self->seat_list, dialog);
  present (self, dialog);
}

static void
add_item_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkBodyPage *self = AKK_BODY_PAGE (widget);
  g_autoptr (AkkStandingItem) item = record_for (self, &akk_standing_item_record, self->item_list);
  AkkRecordDialog *dialog = akk_standing_item_dialog_new (self->store, item);

  akk_record_list_focus_made (self->item_list, dialog);
  present (self, dialog);
}

static void
seat_every_party_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkBodyPage *self = AKK_BODY_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  int n = akk_body_seat_every_party (self->store, self->body, &error);

  if (n < 0) {
    akk_show_error (widget, _ ("Not Stored"), error);
    return;
  }
  sentence = n == 0
                 ? g_strdup (_ ("Every party has a seat already."))
                 : g_strdup_printf (ngettext ("%d seat added.", "%d seats added.", (gulong) n), n);
  if (n > 0)
    gtk_widget_activate_action (widget, "win.offer-undo", "s", sentence);
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
new_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "consultation.new-meeting-of", "x",
                              AKK_BODY_PAGE (widget)->body->record.id);
}

static void
plan_dates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "view.plan-dates", "x",
                              AKK_BODY_PAGE (widget)->body->record.id);
}

/* The page goes with the body: whoever shows it closes it. */
static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkBodyPage *self = AKK_BODY_PAGE (widget);
  g_autoptr (AkkBodyPage) alive = g_object_ref (self);

  akk_store_begin (self->store, N_ ("Delete body"));
  akk_store_delete (self->store, self->body);
  finish_delete (self, self->body->name);
}

/* --- Virtual functions --- */

static void
akk_body_page_dispose (GObject *object)
{
  AkkBodyPage *self = AKK_BODY_PAGE (object);

  if (self->seat_list != NULL) {
    akk_record_list_set_records (self->seat_list, NULL, NULL, NULL, 0, NULL, NULL);
    akk_record_list_set_records (self->item_list, NULL, NULL, NULL, 0, NULL, NULL);
  }
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_BODY_PAGE);
  g_clear_pointer (&self->duty_rows, g_ptr_array_unref);
  g_clear_object (&self->body);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_body_page_parent_class)->dispose (object);
}

static void
akk_body_page_class_init (AkkBodyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_body_page_dispose;
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  g_type_ensure (AKK_TYPE_FIELD_GROUPS);
  g_type_ensure (AKK_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/akkoord/Akkoord/ui/body-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkBodyPage, title);
  gtk_widget_class_bind_template_child (widget_class, AkkBodyPage, duty_group);
  gtk_widget_class_bind_template_child (widget_class, AkkBodyPage, fields);
  gtk_widget_class_bind_template_child (widget_class, AkkBodyPage, seat_list);
  gtk_widget_class_bind_template_child (widget_class, AkkBodyPage, item_list);
  gtk_widget_class_bind_template_child (widget_class, AkkBodyPage, every_party_button);
  gtk_widget_class_bind_template_callback (widget_class, seat_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_wanted_cb);
  gtk_widget_class_install_action (widget_class, "body.add-seat", NULL, add_seat_action);
  gtk_widget_class_install_action (widget_class, "body.add-standing-item", NULL, add_item_action);
  gtk_widget_class_install_action (widget_class, "body.seat-every-party", NULL,
                                   seat_every_party_action);
  gtk_widget_class_install_action (widget_class, "body.new-meeting", NULL, new_meeting_action);
  gtk_widget_class_install_action (widget_class, "body.plan-dates", NULL, plan_dates_action);
  gtk_widget_class_install_action (widget_class, "body.delete", NULL, delete_action);
}

static void
akk_body_page_init (AkkBodyPage *self)
{
  self->duty_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AkkBodyPage *
akk_body_page_new (AkkStore *store, AkkBody *body)
{
  AkkBodyPage *self = g_object_new (AKK_TYPE_BODY_PAGE, NULL);

  self->store = g_object_ref (store);
  self->body = g_object_ref (body);
  akk_field_groups_set_record (self->fields, store, body, body->agreement_id, groups, field_words);
  akk_record_list_set_records (self->seat_list, store, &akk_seat_record, "body_id", body->record.id,
                               akk_seat_describe, _ ("No seats yet"));
  akk_record_list_set_records (self->item_list, store, &akk_standing_item_record, "body_id",
                               body->record.id, akk_standing_item_describe,
                               _ ("Nothing returns on the agenda yet"));
  g_signal_connect_object (store, "stepped", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return self;
}
