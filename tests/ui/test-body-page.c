/* A body and its seats, as somebody fills them in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/body.h"
#include "core/delegate.h"
#include "core/person.h"
#include "core/seat.h"
#include "core/standing-item.h"
#include "register-fixture.h"
#include "ui/body-page.h"
#include "ui/record-page.h"

static AkkBody *
add_body (RegisterFixture *f)
{
  AkkBody *body = akk_record_new (&akk_body_record);

  g_object_set (body, "agreement-id", f->agreement->record.id, "name", "Werkgroep", "position",
                "a0", NULL);
  akk_store_begin (f->store, "Add");
  akk_store_add (f->store, body);
  g_assert_true (akk_store_commit (f->store, NULL));
  return body;
}

static GtkWidget *
page_of (RegisterFixture *f, AkkBody *body)
{
  GtkWidget *page = GTK_WIDGET (akk_body_page_new (f->store, body));

  register_show (f, page);
  return page;
}

/* The page has rows of the same names: the one of the dialog is waited for. */
static GtkWidget *
dialog_row (RegisterFixture *f, const char *title, GType type)
{
  GtkWidget *row;

  while (!g_type_is_a (G_OBJECT_TYPE (row = register_row (f, title)), type))
    g_main_context_iteration (NULL, TRUE);
  return row;
}

static void
how_often_is_edited_where_it_is_read (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkBody) body = add_body (f);
  g_autoptr (GError) error = NULL;

  page_of (f, body);
  register_click (f, "Edit “Meets at Least”");
  gtk_editable_set_text (GTK_EDITABLE (dialog_row (f, "Rhythm in words", ADW_TYPE_ENTRY_ROW)),
                         "geregeld");
  register_apply (f);
  g_assert_cmpstr (body->rhythm, ==, "geregeld");
  register_expect (f, "geregeld");
  g_assert_true (akk_store_undo (f->store, &error));
  g_assert_cmpstr (body->rhythm, ==, "");
}

static GtkWidget *
spin_in (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SPIN_BUTTON (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = spin_in (child);
  return found;
}

/* Typed, and applied without leaving the field. */
static void
a_number_that_is_typed_counts (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkBody) body = add_body (f);
  GtkWidget *row;

  page_of (f, body);
  register_click (f, "Edit “Meets at Least”");
  dialog_row (f, "Rhythm in words", ADW_TYPE_ENTRY_ROW);
  while (spin_in (row = register_row (f, "Meetings")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (spin_in (row)), "4");
  register_apply (f);
  g_assert_cmpint (body->times, ==, 4);
}

static void
an_hour_is_written_as_people_do (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkBody) body = add_body (f);

  page_of (f, body);
  register_click (f, "Edit “Usually”");
  gtk_editable_set_text (GTK_EDITABLE (dialog_row (f, "Usual hour", ADW_TYPE_ENTRY_ROW)), "9u30");
  register_apply (f);
  g_assert_cmpint (body->starts_at, ==, 570);
  register_expect (f, "9:30");
}

static void
every_party_gets_a_seat_in_one_step (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkBody) body = add_body (f);
  g_autoptr (GError) error = NULL;

  page_of (f, body);
  register_click (f, "_One Seat for Every Party");
  g_assert_cmpuint (register_count (f, &akk_seat_record), ==, 2);
  register_expect (f, "Nobody is delegated yet");
  register_click (f, "_One Seat for Every Party");
  g_assert_cmpuint (register_count (f, &akk_seat_record), ==, 2);
  g_assert_true (akk_store_undo (f->store, &error));
  g_assert_cmpuint (register_count (f, &akk_seat_record), ==, 0);
}

static void
a_standing_item_returns (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkBody) body = add_body (f);

  page_of (f, body);
  register_click (f, "Add Standing Item");
  register_write (f, "Title", "Stand van de acties");
  register_apply (f);
  g_assert_cmpuint (register_count (f, &akk_standing_item_record), ==, 1);
  g_assert_nonnull (register_row (f, "Stand van de acties"));
}

static void
a_seat_is_taken_by_somebody_new (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkBody) body = add_body (f);
  g_autoptr (AkkSeat) seat = akk_record_new (&akk_seat_record);
  g_autoptr (GListModel) parties =
      akk_store_list (f->store, &akk_party_record, "agreement_id", f->agreement->record.id);
  g_autoptr (AkkParty) party = g_list_model_get_item (parties, 0);

  g_object_set (seat, "body-id", body->record.id, "party-id", party->record.id, "position", "a0",
                NULL);
  akk_store_begin (f->store, "Add");
  akk_store_add (f->store, seat);
  g_assert_true (akk_store_commit (f->store, NULL));
  register_show (f, GTK_WIDGET (akk_record_page_new (f->store, seat, f->agreement->record.id,
                                                     &akk_seat_look)));
  register_click (f, "Add Delegate…");
  register_click (f, "New Person");
  register_write (f, "Name", "Mia Smet");
  register_apply (f);
  register_write (f, "From", "1-1-2025");
  register_apply (f);
  g_assert_cmpuint (register_count (f, &akk_person_record), ==, 1);
  g_assert_cmpuint (register_count (f, &akk_delegate_record), ==, 1);
  g_assert_nonnull (register_row (f, "Mia Smet"));
  register_expect (f, "since 1 January 2025");
}

int
main (int argc, char **argv)
{
  static const RegisterTest tests[] = {
    { "/body/how-often-is-edited-where-it-is-read", how_often_is_edited_where_it_is_read },
    { "/body/a-number-that-is-typed-counts", a_number_that_is_typed_counts },
    { "/body/an-hour-is-written-as-people-do", an_hour_is_written_as_people_do },
    { "/body/every-party-gets-a-seat-in-one-step", every_party_gets_a_seat_in_one_step },
    { "/body/a-standing-item-returns", a_standing_item_returns },
    { "/body/a-seat-is-taken-by-somebody-new", a_seat_is_taken_by_somebody_new },
  };

  g_setenv ("AKKOORD_TODAY", "2025-11-17", TRUE);
  return register_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
