/* The third page of the dialog of an action: how it goes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/action-edit.h"
#include "core/agenda-item.h"
#include "core/appraisal.h"
#include "core/attachment.h"
#include "core/dossier.h"
#include "core/log-entry.h"
#include "core/meeting.h"
#include "core/principle.h"
#include "ui/action-dialog-private.h"
#include "ui/attach.h"
#include "ui/date-row.h"
#include "ui/day.h"
#include "ui/draft-list.h"
#include "ui/record-dialog.h"
#include "ui/record-words.h"

/* --- Status --- */

static void
status_changed_cb (GtkWidget *reason, GParamSpec *pspec, AkkAction *action)
{
  gtk_widget_set_visible (reason, akk_action_status_wants_reason (action->status) ||
                                      *action->reason != '\0');
}

static char *
news_words (AkkActionDialog *self)
{
  const AkkAction *action = self->draft->action;
  guint months = akk_action_silent (action, akk_store_today (self->store));
  g_autofree char *day = akk_day_long (action->reported_on);

  if (months > 0)
    return g_strdup_printf (ngettext ("No news for %u month.", "No news for %u months.", months),
                            months);
  return *day != '\0' ? g_strdup_printf (_ ("Last news: %s."), day) : NULL;
}

static void
add_status (AkkActionDialog *self)
{
  AkkRecordForm *form = akk_action_dialog_add_form (self, self->follow_page, NULL);
  g_autofree char *news = news_words (self);
  GtkWidget *reason;

  akk_record_form_add (form, "status");
  reason = akk_record_form_add (form, "reason");
  akk_record_form_add (form, "progress");
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (form), news);
  g_signal_connect_object (self->draft->action, "notify::status", G_CALLBACK (status_changed_cb),
                           reason, G_CONNECT_SWAPPED);
  status_changed_cb (reason, NULL, self->draft->action);
}

/* --- Log --- */

static void
describe_entry (gpointer data, gpointer record, char **title, char **subtitle)
{
  const AkkLogEntry *entry = record;

  *title = entry->date != AKK_NO_DATE ? akk_day_long (entry->date) : g_strdup (_ ("Without a day"));
  *subtitle = g_strdup (entry->text);
}

static void
entry_date_cb (AkkDateRow *row, AkkRecord *entry)
{
  g_object_set (entry, "date", akk_date_row_get_date (row), NULL);
}

static void
entry_fields (gpointer data, AdwExpanderRow *row, gpointer record)
{
  GtkWidget *date = akk_date_row_new (_ ("Date"));

  akk_date_row_set_date (AKK_DATE_ROW (date), ((AkkLogEntry *) record)->date);
  g_signal_connect_object (date, "date-changed", G_CALLBACK (entry_date_cb), record, 0);
  adw_expander_row_add_row (row, akk_draft_entry_new (record, "text", C_ ("of the log", "News")));
  adw_expander_row_add_row (row, date);
}

static void
add_entry_cb (AkkDraftList *list, AkkActionDialog *self)
{
  g_autoptr (AkkRecord) entry = akk_record_new (&akk_log_entry_record);

  g_object_set (entry, "date", akk_store_today (self->store), NULL);
  akk_draft_list_add (list, entry);
}

static void
add_log (AkkActionDialog *self)
{
  const AkkDraftLook look = { .title = _ ("Log"),
                              .add = _ ("Add News"),
                              .fields = entry_fields,
                              .describe = describe_entry,
                              .newest_first = TRUE };
  GtkWidget *list = akk_draft_list_new (self->draft->log, &look, self);

  g_signal_connect_object (list, "add-wanted", G_CALLBACK (add_entry_cb), self, 0);
  adw_preferences_page_add (self->follow_page, ADW_PREFERENCES_GROUP (list));
}

/* --- Test card --- */

static GtkWidget *
appraisal_row_new (AkkAppraisal *appraisal, const AkkPrinciple *principle)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), principle->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), principle->question);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
      *principle->question != '\0' ? principle->question : principle->title, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), appraisal->met != 0);
  g_object_bind_property (check, "active", appraisal, "met", G_BINDING_DEFAULT);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            akk_draft_entry_new (appraisal, "sentence", _ ("In a sentence")));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), *appraisal->sentence != '\0');
  return row;
}

static void
add_test_card (AkkActionDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (self->draft->appraisals->len == 0) {
    g_object_ref_sink (group);
    g_object_unref (group);
    return;
  }
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Test Card"));
  for (guint i = 0; i < self->draft->appraisals->len; i++) {
    AkkAppraisal *appraisal = self->draft->appraisals->pdata[i];
    g_autoptr (AkkPrinciple) principle =
        akk_store_get (self->store, &akk_principle_record, appraisal->principle_id);

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               appraisal_row_new (appraisal, principle));
  }
  adw_preferences_page_add (self->follow_page, ADW_PREFERENCES_GROUP (group));
}

/* --- Attachments --- */

static void
describe_attachment (gpointer data, gpointer record, char **title, char **subtitle)
{
  *title = g_strdup (((AkkAttachment *) record)->name);
}

static void
attached_cb (GtkWidget *widget, const char *sha256, const char *name, const GError *problem)
{
  AkkActionDialog *self = AKK_ACTION_DIALOG (widget);
  g_autoptr (AkkRecord) attachment = akk_record_new (&akk_attachment_record);

  if (problem != NULL) {
    akk_show_error (widget, _ ("The file was not attached"), problem);
    return;
  }
  g_object_set (attachment, "name", name, "file", sha256, NULL);
  akk_draft_list_add (AKK_DRAFT_LIST (self->attachments), attachment);
}

static void
attach_cb (AkkActionDialog *self)
{
  akk_attach_file (GTK_WIDGET (self), self->store, _ ("Attach a File"), attached_cb);
}

static void
open_cb (AkkActionDialog *self, AkkAttachment *attachment)
{
  akk_attachment_open (GTK_WIDGET (self), self->store, attachment->file, attachment->name);
}

static void
add_attachments (AkkActionDialog *self)
{
  const AkkDraftLook look = { .title = _ ("Attachments"),
                              .add = _ ("Attach a File"),
                              .describe = describe_attachment };

  self->attachments = akk_draft_list_new (self->draft->attachments, &look, self);
  g_signal_connect_object (self->attachments, "add-wanted", G_CALLBACK (attach_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attachments, "record-activated", G_CALLBACK (open_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_page_add (self->follow_page, ADW_PREFERENCES_GROUP (self->attachments));
}

/* --- Origin and lineage --- */

static void
add_line (GtkWidget *group, const char *title, const char *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* "A12, action plan 2025". */
static char *
lineage_words (AkkStore *store, const AkkAction *action)
{
  g_autoptr (AkkPlan) plan = akk_store_get (store, &akk_plan_record, action->plan_id);
  g_autofree char *years = plan != NULL ? akk_plan_years (plan) : NULL;

  return years != NULL ? g_strdup_printf (_ ("%s in the plan of %s"), action->number, years)
                       : g_strdup (action->number);
}

static gboolean
add_birth (AkkActionDialog *self, GtkWidget *group)
{
  g_autoptr (AkkAgendaItem) item =
      akk_store_get (self->store, &akk_agenda_item_record, self->draft->action->item_id);
  g_autoptr (AkkMeeting) meeting =
      item != NULL ? akk_store_get (self->store, &akk_meeting_record, item->meeting_id) : NULL;
  g_autofree char *words = meeting != NULL ? akk_record_words (self->store, meeting) : NULL;
  g_autofree char *both = words != NULL ? g_strdup_printf ("%s: %s", words, item->title) : NULL;

  if (both != NULL)
    add_line (group, _ ("Born at"), both);
  return both != NULL;
}

static gboolean
add_lineage (AkkActionDialog *self, GtkWidget *group)
{
  g_autoptr (AkkAction) successor =
      akk_store_get (self->store, &akk_action_record, self->draft->action->successor_id);
  g_autoptr (GListModel) before = akk_store_list (self->store, &akk_action_record, "successor_id",
                                                  self->draft->action->record.id);
  guint n_before = self->draft->stored != NULL ? g_list_model_get_n_items (before) : 0;

  for (guint i = 0; i < n_before; i++) {
    g_autoptr (AkkAction) action = g_list_model_get_item (before, i);
    g_autofree char *words = lineage_words (self->store, action);

    add_line (group, _ ("Goes on from"), words);
  }
  if (successor != NULL) {
    g_autofree char *words = lineage_words (self->store, successor);

    add_line (group, _ ("Goes on as"), words);
  }
  return n_before > 0 || successor != NULL;
}

static void
add_origin (AkkActionDialog *self)
{
  GtkWidget *group = g_object_ref_sink (adw_preferences_group_new ());
  gboolean born = add_birth (self, group);
  gboolean of_others = add_lineage (self, group);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Origin"));
  if (born || of_others)
    adw_preferences_page_add (self->follow_page, ADW_PREFERENCES_GROUP (group));
  g_object_unref (group);
}

/* --- Public to the dialog --- */

void
akk_action_dialog_add_follow_up (AkkActionDialog *self)
{
  AkkRecordForm *form;

  add_status (self);
  add_log (self);
  add_test_card (self);
  add_attachments (self);
  form = akk_action_dialog_add_form (self, self->follow_page, NULL);
  akk_record_form_add_lines (form, "note");
  add_origin (self);
}
