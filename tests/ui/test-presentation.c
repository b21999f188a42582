/* A meeting that is presented: driven by keys from its title to its end.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <poppler.h>

#include "meeting-fixture.h"
#include "room-driver.h"

#include "core/dates.h"
#include "core/dossier.h"
#include "core/indicator.h"
#include "core/measurement.h"
#include "print/meeting-pdf.h"
#include "ui/regie-window.h"
#include "ui/room-window.h"

#define CASE(name, test)                                                                           \
  g_test_add (name, MeetingFixture, NULL, meeting_set_up, test, meeting_tear_down)

/* --- Presenting --- */

/* Presents the meeting on its day. */
static GtkWindow *
present (MeetingFixture *f, const char *action)
{
  GtkWindow *room;

  meeting_reach ();
  meeting_show (f);
  g_assert_true (gtk_widget_activate_action (f->page, action, NULL));
  room = room_window (AKK_TYPE_ROOM_WINDOW);
  g_assert_nonnull (room);
  room_expect (room, "Samenwerkingsovereenkomst");
  return room;
}

static void
leave (GtkWindow *room, const char *answer)
{
  room_press (room, GDK_KEY_Escape, 0);
  room_click (room, answer);
  g_assert_null (room_window (AKK_TYPE_ROOM_WINDOW));
}

/* A line from its key to Return. */
static void
jot (GtkWindow *window, guint key, const char *text)
{
  room_press (window, key, 0);
  room_type (window, text);
  room_press (window, GDK_KEY_Return, 0);
}

static gpointer
only (MeetingFixture *f, const AkkRecordType *type, guint place)
{
  g_autoptr (GListModel) all = akk_store_list (f->base.store, type, NULL, 0);

  return g_list_model_get_item (all, place);
}

static gint64
party_of (MeetingFixture *f, guint place)
{
  g_autoptr (AkkParty) party = only (f, &akk_party_record, place);

  return party->record.id;
}

/* --- A whole meeting --- */

static void
note_everything (MeetingFixture *f, GtkWindow *room)
{
  room_press (room, GDK_KEY_b, 0);
  room_type (room, "Elk bestuur duidt een aanspreekpunt aan");
  room_press (room, GDK_KEY_Tab, 0);
  room_type (room, "zel");
  room_press (room, GDK_KEY_Tab, 0);
  room_type (room, "31/1");
  room_press (room, GDK_KEY_Return, 0);
  room_press (room, GDK_KEY_Return, 0);
  room_expect (room, "Elk bestuur duidt een aanspreekpunt aan");
  room_expect (room, "Zele · by 31 January 2026");
  jot (room, GDK_KEY_n, "De cijfers werden toegelicht.");
  room_press (room, GDK_KEY_Down, 0);
  room_expect (room, "Taalbeleid");
  jot (room, GDK_KEY_b, "De taalstages gaan door in de zomer");
  room_press (room, GDK_KEY_w, 0);
  room_type (room, "berl");
  room_press (room, GDK_KEY_Return, 0);
  room_press (room, GDK_KEY_t, 0);
  room_type (room, "15/12");
  room_press (room, GDK_KEY_Return, 0);
  room_press (room, GDK_KEY_g, 0);
  room_press (room, GDK_KEY_a, 0);
  room_type (room, "Draaiboek taalstages bezorgen");
  room_press (room, GDK_KEY_Tab, 0);
  room_type (room, "berl");
  room_press (room, GDK_KEY_Return, 0);
  room_press (room, GDK_KEY_Return, 0);
  jot (room, GDK_KEY_s, "Te weinig lesgevers Nederlands");
  jot (room, GDK_KEY_p, "Samenwerking met de bibliotheken");
}

static void
check_decisions (MeetingFixture *f)
{
  g_autoptr (AkkDecision) first = only (f, &akk_decision_record, 0);
  g_autoptr (AkkDecision) second = only (f, &akk_decision_record, 1);

  g_assert_cmpuint (register_count (&f->base, &akk_decision_record), ==, 2);
  g_assert_cmpstr (first->text, ==, "Elk bestuur duidt een aanspreekpunt aan");
  g_assert_cmpint (first->item_id, ==, f->items[0]->record.id);
  g_assert_cmpint (first->owner_id, ==, party_of (f, 1));
  g_assert_cmpint (first->due_on, ==, akk_date_parse ("2026-01-31"));
  g_assert_cmpint (first->state, ==, AKK_DECISION_TAKEN);
  g_assert_cmpstr (second->text, ==, "De taalstages gaan door in de zomer");
  g_assert_cmpint (second->item_id, ==, f->items[1]->record.id);
  g_assert_cmpint (second->owner_id, ==, party_of (f, 0));
  g_assert_cmpint (second->due_on, ==, akk_date_parse ("2025-12-15"));
  g_assert_cmpint (second->state, ==, AKK_DECISION_TAKEN);
  g_assert_cmpstr (first->number, !=, "");
  g_assert_cmpstr (second->number, !=, "");
  g_assert_cmpstr (first->number, !=, second->number);
}

static void
check_others (MeetingFixture *f)
{
  g_autoptr (AkkAction) action = only (f, &akk_action_record, 0);
  g_autoptr (AkkSignal) signal = only (f, &akk_signal_record, 0);
  g_autoptr (AkkParked) parked = only (f, &akk_parked_record, 0);

  g_assert_cmpuint (register_count (&f->base, &akk_action_record), ==, 1);
  g_assert_cmpstr (action->title, ==, "Draaiboek taalstages bezorgen");
  g_assert_cmpint (action->lead_id, ==, party_of (f, 0));
  g_assert_cmpint (action->item_id, ==, f->items[1]->record.id);
  g_assert_cmpuint (register_count (&f->base, &akk_signal_record), ==, 1);
  g_assert_cmpstr (signal->title, ==, "Te weinig lesgevers Nederlands");
  g_assert_cmpint (signal->item_id, ==, f->items[1]->record.id);
  g_assert_cmpuint (register_count (&f->base, &akk_parked_record), ==, 1);
  g_assert_cmpstr (parked->text, ==, "Samenwerking met de bibliotheken");
  g_assert_nonnull (strstr (f->items[0]->outcome, "De cijfers werden toegelicht."));
}

/* The next meeting of the body is offered what was parked. */
static void
check_offer (MeetingFixture *f)
{
  g_autoptr (AkkMeeting) next = akk_record_new (&akk_meeting_record);
  g_autoptr (GPtrArray) offers = NULL;
  guint n = 0;

  g_object_set (next, "body-id", f->body->record.id, "date", akk_date_parse ("2025-12-18"), NULL);
  meeting_add (f, next);
  offers = akk_agenda_offers (f->base.store, next);
  for (guint i = 0; i < offers->len; i++)
    n += g_str_equal (((const AkkAgendaOffer *) offers->pdata[i])->item->title,
                      "Samenwerking met de bibliotheken");
  g_assert_cmpuint (n, ==, 1);
}

/* All words of the minutes, their lines joined. */
static char *
minutes_words (MeetingFixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkDocument) document =
      akk_document_new (f->base.store, AKK_DOCUMENT_MINUTES, f->meeting, &error);
  g_autoptr (GBytes) bytes = document != NULL ? akk_document_pdf (document, &error) : NULL;
  PopplerDocument *pdf;
  GString *words = g_string_new (NULL);

  g_assert_no_error (error);
  pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++) {
    PopplerPage *page = poppler_document_get_page (pdf, i);
    g_autofree char *text = poppler_page_get_text (page);

    g_string_append (words, g_strdelimit (text, "\n", ' '));
    g_object_unref (page);
  }
  g_object_unref (pdf);
  return g_string_free (words, FALSE);
}

static void
check_minutes (MeetingFixture *f)
{
  static const char *const expected[] = {
    "Elk bestuur duidt een aanspreekpunt aan", "De taalstages gaan door in de zomer",
    "Draaiboek taalstages bezorgen",           "Te weinig lesgevers Nederlands",
    "De cijfers werden toegelicht.",           "Samenwerking met de bibliotheken",
  };
  g_autofree char *words = minutes_words (f);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (words, expected[i]) == NULL)
      g_error ("the minutes do not say “%s”: %s", expected[i], words);
}

static void
test_meeting (MeetingFixture *f, gconstpointer data)
{
  GtkWindow *room = present (f, "meeting.present");

  g_assert_null (room_window (AKK_TYPE_REGIE_WINDOW)); /* one screen */
  room_expect (room, "Berlare · Zele");
  room_press (room, GDK_KEY_Page_Down, 0);
  room_expect (room, "Ann Verhoeven");
  room_press (room, GDK_KEY_1, 0);
  room_press (room, GDK_KEY_2, 0);
  room_press (room, GDK_KEY_2, 0);
  room_expect (room, "Excused");
  room_press (room, GDK_KEY_Right, 0);
  room_expect (room, "Stand van het actieplan");
  room_expect (room, "item 1 of 3");
  note_everything (f, room);
  room_press (room, GDK_KEY_b, 0);
  room_type (room, "Vergissing");
  room_press (room, GDK_KEY_Return, 0);
  room_expect (room, "Vergissing");
  room_press (room, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_false (room_says (room, "Vergissing"));
  room_press (room, GDK_KEY_period, 0);
  g_assert_false (room_says (room, "item 2 of 3"));
  room_press (room, GDK_KEY_period, 0);
  room_press (room, GDK_KEY_z, 0);
  room_expect (room, "Break");
  room_press (room, GDK_KEY_z, 0);
  room_press (room, GDK_KEY_End, 0);
  room_expect (room, "Samenwerking met de bibliotheken");
  leave (room, "_Meeting Was Held");
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_HELD);
  check_decisions (f);
  check_others (f);
  check_offer (f);
  check_minutes (f);
}

/* --- Two windows --- */

static void
test_grows (MeetingFixture *f, gconstpointer data)
{
  static const char text[] = "Eén aanspreekpunt per bestuur, dat elke week te bereiken is";
  GtkWindow *room = present (f, "meeting.present-window");
  GtkWindow *regie = room_window (AKK_TYPE_REGIE_WINDOW);
  g_autoptr (AkkDecision) decision = NULL;

  room_press (regie, GDK_KEY_Down, 0);
  room_press (regie, GDK_KEY_Down, 0);
  room_press (regie, GDK_KEY_b, 0);
  for (const char *rest = text; *rest != '\0'; rest = g_utf8_next_char (rest)) {
    g_autofree char *so_far = g_strndup (text, (gsize) (g_utf8_next_char (rest) - text));

    room_press (regie, gdk_unicode_to_keyval (g_utf8_get_char (rest)), 0);
    g_assert_true (room_says (room, so_far));
  }
  while (register_count (&f->base, &akk_decision_record) == 0)
    g_main_context_iteration (NULL, TRUE);
  room_press (regie, GDK_KEY_Return, GDK_CONTROL_MASK);
  decision = only (f, &akk_decision_record, 0);
  g_assert_cmpstr (decision->text, ==, text);
  g_assert_cmpint (decision->state, ==, AKK_DECISION_TAKEN);
  room_expect (regie, text);
  leave (room, "_Go On Later");
  g_assert_cmpint (f->meeting->state, ==, AKK_MEETING_PLANNED);
}

/* --- What changes elsewhere --- */

static void
set_int (MeetingFixture *f, gpointer record, const char *field, gint64 value)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin (f->base.store, "Elsewhere");
  akk_store_set_int (f->base.store, record, field, value);
  akk_store_commit (f->base.store, &error);
  g_assert_no_error (error);
  register_settle ();
}

static void
test_elsewhere (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (AkkAction) action = akk_record_new (&akk_action_record);
  g_autoptr (AkkIndicator) indicator = akk_record_new (&akk_indicator_record);
  g_autoptr (AkkMeasurement) measurement = akk_record_new (&akk_measurement_record);
  GtkWindow *room;

  g_object_set (action, "agreement-id", f->base.agreement->record.id, "number", "A1", "title",
                "Taalcafés", NULL);
  meeting_add (f, action);
  g_object_set (indicator, "agreement-id", f->base.agreement->record.id, "name",
                "Taalcafés per jaar", NULL);
  meeting_add (f, indicator);
  g_object_set (measurement, "indicator-id", indicator->record.id, "year", (gint64) 2024, "value",
                12 * AKK_DECIMAL, NULL);
  meeting_add (f, measurement);
  set_int (f, f->items[1], "action_id", action->record.id);
  set_int (f, f->items[1], "indicator_id", indicator->record.id);
  room = present (f, "meeting.present");
  for (guint i = 0; i < 3; i++)
    room_press (room, GDK_KEY_Down, 0);
  room_expect (room, "A1 Taalcafés");
  room_expect (room, "12");
  set_int (f, measurement, "value", 4711 * AKK_DECIMAL);
  g_assert_true (room_says (room, "711"));
  g_assert_false (room_says (room, "Done"));
  set_int (f, action, "status", AKK_ACTION_DONE);
  g_assert_true (room_says (room, "Done"));
  leave (room, "_Go On Later");
}

/* --- What the room must not see --- */

static void
test_secrets (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWindow *room;

  akk_store_begin (f->base.store, "Fill");
  for (guint i = 0; i < G_N_ELEMENTS (f->items); i++)
    akk_store_set_text (f->base.store, f->items[i], "note", "Geheim");
  akk_store_set_text (f->base.store, f->ann, "email", "ann@voorbeeld.be");
  akk_store_set_text (f->base.store, f->ann, "phone", "052 00 00 00");
  akk_store_commit (f->base.store, &error);
  g_assert_no_error (error);
  room = present (f, "meeting.present-window");
  for (guint i = 0; i < 6; i++) {
    g_assert_false (room_says (room, "Geheim"));
    g_assert_false (room_says (room, "voorbeeld.be"));
    g_assert_false (room_says (room, "052"));
    room_press (room, GDK_KEY_Right, 0);
  }
  room_press (room, GDK_KEY_Up, 0);
  g_assert_true (room_says (room_window (AKK_TYPE_REGIE_WINDOW), "Geheim"));
  leave (room, "_Go On Later");
}

static void
assert_still (GtkWidget *widget)
{
  if (GTK_IS_STACK (widget))
    g_assert_cmpint (gtk_stack_get_transition_type (GTK_STACK (widget)), ==,
                     GTK_STACK_TRANSITION_TYPE_NONE);
  if (GTK_IS_REVEALER (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_TOOLBAR_VIEW) == NULL)
    g_assert_cmpint (gtk_revealer_get_transition_type (GTK_REVEALER (widget)), ==,
                     GTK_REVEALER_TRANSITION_TYPE_NONE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_still (child);
}

static void
test_still (MeetingFixture *f, gconstpointer data)
{
  GtkWindow *room = present (f, "meeting.present");

  assert_still (GTK_WIDGET (room));
  room_press (room, GDK_KEY_b, 0);
  assert_still (GTK_WIDGET (room));
  room_press (room, GDK_KEY_Escape, 0);
  leave (room, "_Go On Later");
}

static void
test_kept (MeetingFixture *f, gconstpointer data)
{
  GtkWindow *room = present (f, "meeting.present");

  room_press (room, GDK_KEY_Right, 0);
  room_expect (room, "Attendance");
  jot (room, GDK_KEY_b, "We beginnen voortaan om negen uur.");
  room_expect (room, "We beginnen voortaan om negen uur.");
  g_assert_true (room_says (room, "Attendance"));
  room_press (room, GDK_KEY_Down, 0);
  room_expect (room, "item 1 of");
  g_assert_false (room_says (room, "We beginnen voortaan om negen uur."));
  jot (room, GDK_KEY_b, "Het verslag is goed.");
  jot (room, GDK_KEY_n, "Er waren geen opmerkingen.");
  g_assert_true (room_says (room, "Het verslag is goed."));
  jot (room, GDK_KEY_b, "Dit was niet de bedoeling.");
  room_press (room, GDK_KEY_z, GDK_CONTROL_MASK);
  for (guint i = 0; i < 20 && room_says (room, "Dit was niet de bedoeling."); i++)
    room_press (room, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_false (room_says (room, "Dit was niet de bedoeling."));
  g_assert_true (room_says (room, "Het verslag is goed."));
  room_press (room, GDK_KEY_End, 0);
  room_expect (room, "Het verslag is goed.");
  leave (room, "_Go On Later");
}

static void
test_long_list (MeetingFixture *f, gconstpointer data)
{
  GtkWindow *room = present (f, "meeting.present");

  room_press (room, GDK_KEY_Down, 0);
  for (guint i = 1; i <= 14; i++) {
    g_autofree char *text = g_strdup_printf ("Afspraak nummer %u.", i);

    jot (room, GDK_KEY_b, text);
  }
  room_press (room, GDK_KEY_End, 0);
  room_expect (room, "What we agreed");
  room_expect (room, "sheet 1 of");
  g_assert_true (room_says (room, "Afspraak nummer 1."));
  g_assert_false (room_says (room, "Afspraak nummer 14."));
  for (guint i = 0; i < 20 && !room_says (room, "Afspraak nummer 14."); i++)
    room_press (room, GDK_KEY_Right, 0);
  g_assert_true (room_says (room, "Afspraak nummer 14."));
  g_assert_false (room_says (room, "Afspraak nummer 1."));
  leave (room, "_Go On Later");
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  CASE ("/presentation/a-meeting-is-led-by-keys-from-title-to-minutes", test_meeting);
  CASE ("/presentation/the-room-sees-each-letter", test_grows);
  CASE ("/presentation/what-changes-elsewhere-shows-at-once", test_elsewhere);
  CASE ("/presentation/the-room-never-sees-notes-and-contacts", test_secrets);
  CASE ("/presentation/nothing-moves-by-itself", test_still);
  CASE ("/presentation/what-was-noted-stays-until-the-next-slide", test_kept);
  CASE ("/presentation/a-long-list-goes-on-on-the-next-sheet", test_long_list);
  return g_test_run ();
}
