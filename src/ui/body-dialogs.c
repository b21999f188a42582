/* The dialogs of a body.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/body-dialogs.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/order.h"
#include "core/party.h"
#include "ui/partner-dialogs.h"
#include "ui/party-words.h"
#include "ui/record-words.h"
#include "ui/reference-row.h"

/* --- Seats --- */

AkkRecordDialog *
akk_seat_dialog_new (AkkStore *store, AkkSeat *seat, gint64 agreement)
{
  gboolean is_new = seat->record.id == 0;
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, seat, is_new ? _ ("New Seat") : _ ("Seat"),
                             is_new ? N_ ("Add seat") : N_ ("Change seat"));
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);

  adw_dialog_set_focus (
      ADW_DIALOG (dialog),
      akk_record_form_add_reference (form, "party_id", "agreement_id", agreement, NULL));
  akk_record_form_add (form, "function");
  akk_record_form_add (form, "kind");
  return dialog;
}

static gboolean
has_seat (GListModel *seats, gint64 party)
{
  for (guint i = 0; i < g_list_model_get_n_items (seats); i++) {
    g_autoptr (AkkSeat) seat = g_list_model_get_item (seats, i);

    if (seat->party_id == party)
      return TRUE;
  }
  return FALSE;
}

int
akk_body_seat_every_party (AkkStore *store, AkkBody *body, GError **error)
{
  g_autoptr (GListModel) seats =
      akk_store_list (store, &akk_seat_record, "body_id", body->record.id);
  g_autoptr (GListModel) parties =
      akk_store_list (store, &akk_party_record, "agreement_id", body->agreement_id);
  guint n = g_list_model_get_n_items (seats);
  g_autoptr (AkkSeat) last = n > 0 ? g_list_model_get_item (seats, n - 1) : NULL;
  g_autofree char *position = g_strdup (last != NULL ? last->position : "");
  int added = 0;

  akk_store_begin (store, N_ ("Give every party a seat"));
  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i);
    g_autoptr (AkkSeat) seat = NULL;
    g_autofree char *before = NULL;

    if (has_seat (seats, party->record.id))
      continue;
    before = g_steal_pointer (&position);
    position = akk_order_between (before, "");
    seat = akk_record_new (&akk_seat_record);
    g_object_set (seat, "body-id", body->record.id, "party-id", party->record.id, "position",
                  position, NULL);
    akk_store_add (store, seat);
    added++;
  }
  return akk_store_commit (store, error) ? added : -1;
}

/* --- Delegates --- */

static void
person_made_cb (AkkReferenceRow *row, AkkRecord *person)
{
  akk_reference_row_choose (row, person->id);
}

static void
new_person_cb (AkkReferenceRow *row, AkkStore *store)
{
  AkkRecordDialog *dialog = akk_person_dialog_new (store, NULL);

  g_signal_connect_object (dialog, "applied", G_CALLBACK (person_made_cb), row, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (row));
}

AkkRecordDialog *
akk_delegate_dialog_new (AkkStore *store, AkkDelegate *delegate)
{
  gboolean is_new = delegate->record.id == 0;
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, delegate, is_new ? _ ("New Delegate") : _ ("Delegate"),
                             is_new ? N_ ("Add delegate") : N_ ("Change delegate"));
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);
  GtkWidget *person = akk_record_form_add (form, "person_id");

  akk_reference_row_offer_new (AKK_REFERENCE_ROW (person), _ ("New Person"));
  g_signal_connect_object (person, "new-wanted", G_CALLBACK (new_person_cb), store, 0);
  akk_record_form_add (form, "starts_on");
  akk_record_form_add (form, "ends_on");
  adw_dialog_set_focus (ADW_DIALOG (dialog), person);
  return dialog;
}

char *
akk_delegate_term_words (const AkkDelegate *delegate)
{
  g_autoptr (AkkOffice) office = akk_record_new (&akk_office_record);

  g_object_set (office, "starts-on", delegate->starts_on, "ends-on", delegate->ends_on, NULL);
  return akk_office_term_words (office);
}

char *
akk_seat_delegates (AkkStore *store, gint64 seat, gint64 day)
{
  g_autoptr (GListModel) list = akk_store_list (store, &akk_delegate_record, "seat_id", seat);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkDelegate) delegate = g_list_model_get_item (list, i);
    g_autoptr (AkkPerson) person = akk_store_get (store, &akk_person_record, delegate->person_id);
    g_autofree char *term = akk_delegate_term_words (delegate);

    if (person == NULL || (delegate->starts_on != AKK_NO_DATE && delegate->starts_on > day) ||
        (delegate->ends_on != AKK_NO_DATE && delegate->ends_on < day))
      continue;
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", person->name);
    if (*term != '\0')
      g_string_append_printf (names, " (%s)", term);
  }
  return g_string_free_and_steal (names);
}

void
akk_seat_describe (
    AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle)
{
  const AkkSeat *seat = record;
  g_autoptr (AkkParty) party = akk_store_get (store, &akk_party_record, seat->party_id);
  g_autofree char *name = party != NULL ? akk_party_name (store, party) : g_strdup ("");
  g_autofree char *who = akk_seat_delegates (store, seat->record.id, akk_store_today (store));
  const char *kind =
      seat->kind != AKK_SEAT_MEMBER ? akk_choice_label (akk_seat_kinds, seat->kind) : "";

  *title = *seat->function != '\0' ? g_strdup_printf ("%s · %s", name, seat->function)
                                   : g_steal_pointer (&name);
  *subtitle = g_strdup_printf ("%s%s%s", kind, *kind != '\0' ? " · " : "",
                               *who != '\0' ? who : _ ("Nobody is delegated yet"));
}

/* --- Standing items --- */

AkkRecordDialog *
akk_standing_item_dialog_new (AkkStore *store, AkkStandingItem *item)
{
  static const char *const fields[] = { "title",     "kind",   "subject", "duration_min",
                                        "presenter", "yearly", NULL };
  gboolean is_new = item->record.id == 0;
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, item, is_new ? _ ("New Standing Item") : _ ("Standing Item"),
                             is_new ? N_ ("Add standing item") : N_ ("Change standing item"));

  akk_record_dialog_add_fields (dialog, NULL, fields);
  return dialog;
}

void
akk_standing_item_describe (
    AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle)
{
  const AkkStandingItem *item = record;
  GString *words = g_string_new (akk_choice_label (akk_item_kinds, item->kind));

  if (item->duration_min > 0) {
    g_string_append (words, " · ");
    g_string_append_printf (words,
                            ngettext ("%d minute", "%d minutes", (gulong) item->duration_min),
                            (int) item->duration_min);
  }
  if (*item->presenter != '\0')
    g_string_append_printf (words, " · %s", item->presenter);
  if (item->yearly)
    g_string_append_printf (words, " · %s", _ ("once a year"));
  *title = g_strdup (item->title);
  *subtitle = g_string_free_and_steal (words);
}
