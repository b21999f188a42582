/* The page of a meeting: its papers, and the calendar files that go and come.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/meeting-page-private.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/invitation.h"
#include "ui/calendar-file.h"
#include "ui/day.h"
#include "ui/invite-dialog.h"
#include "ui/meeting-print.h"
#include "ui/record-dialog.h"
#include "ui/state-glyph.h"
#include "ui/rich-field.h"

static const struct {
  const char *name, *label;
  AkkDocumentKind kind;
} papers[] = { { "invitation", N_ ("_Invitation"), AKK_DOCUMENT_INVITATION },
               { "agenda", N_ ("_Agenda"), AKK_DOCUMENT_AGENDA },
               { "attendance", N_ ("Attendance _List"), AKK_DOCUMENT_ATTENDANCE },
               { "minutes", N_ ("_Minutes"), AKK_DOCUMENT_MINUTES } };

static void
paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingPage *self = AKK_MEETING_PAGE (widget);
  const char *wanted = g_variant_get_string (parameter, NULL);

  akk_rich_field_end_focused (widget);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++) {
    if (!g_str_equal (papers[i].name, wanted))
      continue;
    if (g_str_equal (name, "meeting.print"))
      akk_meeting_print (widget, papers[i].kind, self->meeting);
    else
      akk_meeting_export (widget, papers[i].kind, self->meeting);
  }
}

static void
pack_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_rich_field_end_focused (widget);
  akk_pack_save (widget, AKK_MEETING_PAGE (widget)->meeting);
}

static void
send_invitation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingPage *self = AKK_MEETING_PAGE (widget);

  akk_rich_field_end_focused (widget);
  adw_dialog_present (ADW_DIALOG (akk_invite_dialog_new (self->store, self->meeting)), widget);
}

static void
send_minutes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingPage *self = AKK_MEETING_PAGE (widget);

  akk_rich_field_end_focused (widget);
  adw_dialog_present (ADW_DIALOG (akk_invite_dialog_new_minutes (self->store, self->meeting)),
                      widget);
}

/* Who sent them by another way says so. */
static void
minutes_sent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkMeetingPage *self = AKK_MEETING_PAGE (widget);
  g_autoptr (AkkPhrases) phrases =
      akk_phrases_new (akk_agreement_language (self->agenda->agreement), NULL);
  g_autoptr (AkkInvitation) message =
      akk_invitation_minutes_new (self->store, self->agenda, phrases);
  g_autoptr (GError) error = NULL;

  akk_rich_field_end_focused (widget);
  akk_store_begin (self->store, N_ ("Send minutes"));
  akk_invitation_note_minutes (message, self->store, self->meeting);
  if (!akk_store_commit (self->store, &error))
    akk_show_error (widget, _ ("Not Stored"), error);
}

static void
add_sent_row (AkkMeetingPage *self)
{
  GtkWidget *column = gtk_widget_get_parent (GTK_WIDGET (self->decisions_group));

  self->sent_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->sent_row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->sent_row), FALSE);
  adw_action_row_add_prefix (self->sent_row, akk_state_glyph_new (AKK_GLYPH_DONE));
  adw_preferences_group_add (self->sent_group, GTK_WIDGET (self->sent_row));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->sent_group));
}

void
akk_meeting_page_show_sent (AkkMeetingPage *self)
{
  g_autofree char *day = akk_day_long (self->meeting->minutes_sent_on);
  g_autofree char *title = g_strdup_printf (_ ("Minutes sent on %s"), day);

  if (self->sent_group == NULL && *day == '\0')
    return;
  if (self->sent_group == NULL)
    add_sent_row (self);
  gtk_widget_set_visible (GTK_WIDGET (self->sent_group), *day != '\0');
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sent_row), title);
  adw_action_row_set_subtitle (self->sent_row, self->meeting->minutes_sent_to);
}

static void
read_answers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_rich_field_end_focused (widget);
  akk_calendar_file_read (widget, AKK_MEETING_PAGE (widget)->store);
}

void
akk_meeting_page_install_papers (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "meeting.print", "s", paper_action);
  gtk_widget_class_install_action (widget_class, "meeting.export", "s", paper_action);
  gtk_widget_class_install_action (widget_class, "meeting.save-pack", NULL, pack_action);
  gtk_widget_class_install_action (widget_class, "meeting.send-invitation", NULL,
                                   send_invitation_action);
  gtk_widget_class_install_action (widget_class, "meeting.send-minutes", NULL, send_minutes_action);
  gtk_widget_class_install_action (widget_class, "meeting.minutes-sent", NULL, minutes_sent_action);
  gtk_widget_class_install_action (widget_class, "meeting.read-answers", NULL, read_answers_action);
}

static void
append_papers (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenu) submenu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++) {
    g_autofree char *detailed = g_strdup_printf ("%s::%s", action, papers[i].name);

    g_menu_append (submenu, _ (papers[i].label), detailed);
  }
  g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}

GMenuModel *
akk_meeting_papers_menu (void)
{
  GMenu *menu = g_menu_new ();

  append_papers (menu, _ ("_Print"), "meeting.print");
  append_papers (menu, _ ("_Save as PDF"), "meeting.export");
  g_menu_append (menu, _ ("Save Meeting Pac_k…"), "meeting.save-pack");
  return G_MENU_MODEL (menu);
}
