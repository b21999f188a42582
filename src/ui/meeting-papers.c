/* The page of a meeting: its papers, and the calendar files that go and come.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/meeting-page-private.h"

#include <glib/gi18n.h>

#include "ui/calendar-file.h"
#include "ui/invite-dialog.h"
#include "ui/meeting-print.h"
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
