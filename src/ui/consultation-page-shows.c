/* The page Overleg: the pages that are pushed on it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/consultation-page-private.h"

#include "core/body.h"
#include "core/meeting-ics.h"
#include "core/meeting.h"
#include "core/meetings.h"
#include "core/seat.h"
#include "core/signal.h"
#include "core/thread.h"
#include "ui/agreement-words.h"
#include "ui/body-page.h"
#include "ui/calendar-file.h"
#include "ui/days-off-page.h"
#include "ui/meeting-page.h"
#include "ui/meeting-print.h"
#include "ui/preparation-page.h"
#include "ui/record-page.h"
#include "ui/register-page.h"

static const char record_key[] = "akk-record";

/* Shows the page of a record: the one that is there already, or else a new one. */
static gboolean
show_again (AkkConsultationPage *self, gpointer record)
{
  g_autoptr (GListModel) pages = adw_navigation_view_get_navigation_stack (self->navigation);

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++) {
    g_autoptr (AdwNavigationPage) page = g_list_model_get_item (pages, i);

    if (g_object_get_data (G_OBJECT (page), record_key) == record) {
      adw_navigation_view_pop_to_page (self->navigation, page);
      return TRUE;
    }
  }
  return FALSE;
}

static void
push (AkkConsultationPage *self, gpointer page, gpointer record)
{
  if (record != NULL)
    g_object_set_data_full (G_OBJECT (page), record_key, g_object_ref (record), g_object_unref);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (page), "narrow") != NULL)
    g_object_bind_property (self, "narrow", page, "narrow", G_BINDING_SYNC_CREATE);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
}

/* NULL unless there is such a record, and it belongs to this agreement. */
static gpointer
record_here (AkkConsultationPage *self, const AkkRecordType *type, gint64 id, gint64 agreement_id)
{
  g_autoptr (AkkRecord) record = self->store != NULL ? akk_store_get (self->store, type, id) : NULL;

  if (record == NULL || record->deleted || agreement_id != self->agreement->record.id)
    return NULL;
  return g_steal_pointer (&record);
}

static gint64
agreement_of_body (AkkConsultationPage *self, gint64 body_id)
{
  g_autoptr (AkkBody) body =
      self->store != NULL ? akk_store_get (self->store, &akk_body_record, body_id) : NULL;

  return body != NULL ? body->agreement_id : 0;
}

static void
show_record (AkkConsultationPage *self,
             gpointer record,
             gint64 agreement,
             const AkkRecordLook *look)
{
  if (AKK_RECORD (record)->deleted || agreement != self->agreement->record.id ||
      show_again (self, record))
    return;
  push (self, akk_record_page_new (self->store, record, agreement, look), record);
}

static void
show_seat (AkkConsultationPage *self, gint64 id)
{
  g_autoptr (AkkSeat) seat = akk_store_get (self->store, &akk_seat_record, id);

  if (seat != NULL)
    show_record (self, seat, agreement_of_body (self, seat->body_id), &akk_seat_look);
}

static void
show_thread (AkkConsultationPage *self, gint64 id)
{
  g_autoptr (AkkThread) thread = akk_store_get (self->store, &akk_thread_record, id);

  if (thread != NULL)
    show_record (self, thread, thread->agreement_id, &akk_thread_look);
}

/* --- Actions --- */

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkConsultationPage *self = AKK_CONSULTATION_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);

  if (self->store == NULL)
    return;
  if (g_str_equal (name, "consultation.show-meeting"))
    akk_consultation_page_show_meeting (self, id);
  else if (g_str_equal (name, "consultation.show-body"))
    akk_consultation_page_show_body (self, id);
  else if (g_str_equal (name, "consultation.show-signal"))
    akk_consultation_page_show_signal (self, id);
  else if (g_str_equal (name, "consultation.show-seat"))
    show_seat (self, id);
  else
    show_thread (self, id);
}

/* At an item of the agenda of a meeting, or at the seats of a party. */
static void
show_in_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkConsultationPage *self = AKK_CONSULTATION_PAGE (widget);
  AdwNavigationPage *page;
  gint64 meeting, record;

  g_variant_get (parameter, "(xx)", &meeting, &record);
  akk_consultation_page_show_meeting (self, meeting);
  page = adw_navigation_view_get_visible_page (self->navigation);
  if (!AKK_IS_MEETING_PAGE (page))
    return;
  if (g_str_equal (name, "consultation.show-item"))
    akk_meeting_page_show_item (AKK_MEETING_PAGE (page), record);
  else
    akk_meeting_page_show_party (AKK_MEETING_PAGE (page), record);
}

static void
show_register_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkConsultationPage *self = AKK_CONSULTATION_PAGE (widget);
  const AkkRegister *what = g_str_has_suffix (name, "decisions") ? &akk_decisions_register
                            : g_str_has_suffix (name, "signals") ? &akk_signals_register
                                                                 : &akk_threads_register;

  if (self->store != NULL)
    push (self, akk_register_page_new (self->store, self->agreement, what), NULL);
}

static void
show_days_off_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkConsultationPage *self = AKK_CONSULTATION_PAGE (widget);

  if (self->store != NULL)
    push (self, akk_days_off_page_new (self->store, self->agreement, self->year), NULL);
}

static void
save_year_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkConsultationPage *self = AKK_CONSULTATION_PAGE (widget);

  if (self->agreement != NULL)
    akk_year_save (widget, self->agreement, self->year);
}

/* Those that were held or are to be held, of all years. */
static void
save_calendar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkConsultationPage *self = AKK_CONSULTATION_PAGE (widget);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();
  g_autofree char *ics = NULL;

  if (self->agreement == NULL)
    return;
  all = akk_meetings (self->store, self->agreement->record.id, 0);
  for (guint i = 0; i < all->len; i++)
    if (akk_meeting_held (all->pdata[i]) || akk_meeting_ahead (all->pdata[i]))
      g_ptr_array_add (meetings, all->pdata[i]);
  ics =
      akk_meetings_ics (self->store, meetings, AKK_ICS_EXPORT, g_get_real_time () / G_USEC_PER_SEC);
  akk_calendar_file_save (widget, akk_agreement_name (self->agreement), ics, NULL);
}

void
akk_consultation_page_install_shows (GtkWidgetClass *widget_class)
{
  static const char *const records[] = { "consultation.show-meeting", "consultation.show-body",
                                         "consultation.show-signal", "consultation.show-seat",
                                         "consultation.show-thread" };
  static const char *const registers[] = { "consultation.show-decisions",
                                           "consultation.show-signals",
                                           "consultation.show-threads" };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    gtk_widget_class_install_action (widget_class, records[i], "x", show_action);
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    gtk_widget_class_install_action (widget_class, registers[i], NULL, show_register_action);
  gtk_widget_class_install_action (widget_class, "consultation.show-item", "(xx)",
                                   show_in_meeting_action);
  gtk_widget_class_install_action (widget_class, "consultation.show-party", "(xx)",
                                   show_in_meeting_action);
  gtk_widget_class_install_action (widget_class, "consultation.show-days-off", NULL,
                                   show_days_off_action);
  gtk_widget_class_install_action (widget_class, "consultation.save-year", NULL, save_year_action);
  gtk_widget_class_install_action (widget_class, "consultation.save-calendar", NULL,
                                   save_calendar_action);
}

/* A record that is gone takes its page, and what lies on it, with it. */
void
akk_consultation_page_close_gone (AkkConsultationPage *self)
{
  g_autoptr (GListModel) pages = adw_navigation_view_get_navigation_stack (self->navigation);

  for (guint i = 1; i < g_list_model_get_n_items (pages); i++) {
    g_autoptr (AdwNavigationPage) page = g_list_model_get_item (pages, i);
    g_autoptr (AdwNavigationPage) below = g_list_model_get_item (pages, i - 1);
    AkkRecord *record = g_object_get_data (G_OBJECT (page), record_key);

    if (record != NULL && record->deleted) {
      adw_navigation_view_pop_to_page (self->navigation, below);
      return;
    }
  }
}

/* --- Public --- */

void
akk_consultation_page_show_meeting (AkkConsultationPage *self, gint64 id)
{
  g_autoptr (AkkMeeting) found = NULL;
  g_autoptr (AkkMeeting) meeting = NULL;

  g_return_if_fail (AKK_IS_CONSULTATION_PAGE (self));

  found = self->store != NULL ? akk_store_get (self->store, &akk_meeting_record, id) : NULL;
  if (found != NULL)
    meeting = record_here (self, &akk_meeting_record, id, agreement_of_body (self, found->body_id));
  if (meeting != NULL && !show_again (self, meeting))
    push (self, akk_meeting_page_new (self->store, meeting), meeting);
}

/* The page that prepares it, if it lies there already. */
static AdwNavigationPage *
find_preparation (AkkConsultationPage *self, AkkMeeting *meeting)
{
  g_autoptr (GListModel) pages = adw_navigation_view_get_navigation_stack (self->navigation);

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++) {
    g_autoptr (AdwNavigationPage) page = g_list_model_get_item (pages, i);

    if (AKK_IS_PREPARATION_PAGE (page) &&
        akk_preparation_page_get_meeting (AKK_PREPARATION_PAGE (page)) == meeting)
      return page;
  }
  return NULL;
}

void
akk_consultation_page_prepare (AkkConsultationPage *self, gint64 id)
{
  g_autoptr (AkkMeeting) found = NULL;
  g_autoptr (AkkMeeting) meeting = NULL;
  AdwNavigationPage *page;

  g_return_if_fail (AKK_IS_CONSULTATION_PAGE (self));

  found = self->store != NULL ? akk_store_get (self->store, &akk_meeting_record, id) : NULL;
  if (found != NULL)
    meeting = record_here (self, &akk_meeting_record, id, agreement_of_body (self, found->body_id));
  if (meeting == NULL)
    return;
  page = find_preparation (self, meeting);
  if (page != NULL)
    adw_navigation_view_pop_to_page (self->navigation, page);
  else
    push (self, akk_preparation_page_new (self->store, meeting), NULL);
}

void
akk_consultation_page_show_body (AkkConsultationPage *self, gint64 id)
{
  g_autoptr (AkkBody) body = NULL;

  g_return_if_fail (AKK_IS_CONSULTATION_PAGE (self));

  body = record_here (self, &akk_body_record, id, agreement_of_body (self, id));
  if (body != NULL && !show_again (self, body))
    push (self, akk_body_page_new (self->store, body), body);
}

void
akk_consultation_page_show_signal (AkkConsultationPage *self, gint64 id)
{
  g_autoptr (AkkSignal) signal = NULL;

  g_return_if_fail (AKK_IS_CONSULTATION_PAGE (self));

  signal = self->store != NULL ? akk_store_get (self->store, &akk_signal_record, id) : NULL;
  if (signal != NULL)
    show_record (self, signal, signal->agreement_id, &akk_signal_look);
}

void
akk_consultation_page_show_item (AkkConsultationPage *self, gint64 meeting_id, gint64 item_id)
{
  AdwNavigationPage *page;

  g_return_if_fail (AKK_IS_CONSULTATION_PAGE (self));

  akk_consultation_page_show_meeting (self, meeting_id);
  page = adw_navigation_view_get_visible_page (self->navigation);
  if (AKK_IS_MEETING_PAGE (page))
    akk_meeting_page_show_item (AKK_MEETING_PAGE (page), item_id);
}

void
akk_consultation_page_show_decision (AkkConsultationPage *self, gint64 id)
{
  AkkRegisterPage *page;

  g_return_if_fail (AKK_IS_CONSULTATION_PAGE (self));

  if (self->store == NULL)
    return;
  page = akk_register_page_new (self->store, self->agreement, &akk_decisions_register);
  akk_consultation_page_show_bodies (self);
  push (self, page, NULL);
  akk_register_page_show (page, id);
}
