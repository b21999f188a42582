/* Slides that list what was decided, what runs and what was noted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/action-filter.h"
#include "core/dossier.h"
#include "core/meetings.h"
#include "ui/action-words.h"
#include "ui/day.h"
#include "ui/jot-words.h"
#include "ui/meeting-words.h"
#include "ui/record-words.h"
#include "ui/room-slide.h"
#include "ui/state-glyph.h"

/* Actions that ask for attention: no room reads more of them. */
#define MAX_ACTIONS 12

/* --- What was noted --- */

GtkWidget *
akk_room_noted (const AkkRoom *room, AkkRecord *record)
{
  AkkStore *store = akk_show_get_store (room->show);
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = akk_noted_title (store, record);
  g_autofree char *details = akk_noted_details (store, record);

  gtk_widget_add_css_class (block, "akk-room-noted");
  gtk_box_append (GTK_BOX (block), akk_room_label (title, "akk-jot-title"));
  gtk_box_append (GTK_BOX (block), akk_room_label (akk_noted_text (record), "akk-room-noted-text"));
  if (*details != '\0')
    gtk_box_append (GTK_BOX (block), akk_room_label (details, "dim-label"));
  return block;
}

/* All but the one that is being typed, or that stands below the slide since: each a child of its
 * own, for a long list goes on on a next page. */
static guint
add_noted (GtkWidget *page, const AkkRoom *room, GPtrArray *records)
{
  AkkJot *jot = akk_show_get_jot (room->show);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    if (records->pdata[i] != room->kept &&
        (jot == NULL || akk_jot_get_record (jot) != records->pdata[i])) {
      gtk_box_append (GTK_BOX (page), akk_room_noted (room, records->pdata[i]));
      n++;
    }
  return n;
}

guint
akk_room_add_noted (GtkWidget *page, const AkkRoom *room, const AkkAgendaEntry *entry)
{
  return add_noted (page, room, entry->decisions) + add_noted (page, room, entry->actions) +
         add_noted (page, room, entry->signals) + add_noted (page, room, entry->parked);
}

/* What was decided or put off at no item. */
static guint
add_loose (GtkWidget *page, const AkkRoom *room, const AkkAgenda *agenda)
{
  g_autoptr (GPtrArray) loose = g_ptr_array_new ();

  for (guint i = 0; i < agenda->decisions->len; i++)
    if (((const AkkDecision *) agenda->decisions->pdata[i])->item_id == 0)
      g_ptr_array_add (loose, agenda->decisions->pdata[i]);
  for (guint i = 0; i < agenda->parked->len; i++)
    if (((const AkkParked *) agenda->parked->pdata[i])->item_id == 0)
      g_ptr_array_add (loose, agenda->parked->pdata[i]);
  return add_noted (page, room, loose);
}

/* --- Earlier decisions --- */

GtkWidget *
akk_room_decisions (const AkkRoom *room, gint64 meeting_id)
{
  AkkStore *store = akk_show_get_store (room->show);
  g_autoptr (AkkMeeting) meeting = akk_store_get (store, &akk_meeting_record, meeting_id);
  g_autoptr (GListModel) decisions =
      akk_store_list (store, &akk_decision_record, "meeting_id", meeting_id);
  g_autofree char *day = meeting != NULL ? akk_day_long (meeting->date) : g_strdup ("");
  g_autofree char *title = g_strdup_printf (_ ("Decisions of %s"), day);
  GtkWidget *page = akk_room_page (title);
  guint n = g_list_model_get_n_items (decisions);

  for (guint i = 0; i < n; i++) {
    g_autoptr (AkkDecision) decision = g_list_model_get_item (decisions, i);
    g_autofree char *words = g_strdup_printf ("%s %s", decision->number, decision->text);
    g_autofree char *details = akk_noted_details (store, AKK_RECORD (decision));
    const char *state = akk_choice_label (akk_decision_states, decision->state);
    g_autofree char *more =
        *details != '\0' ? g_strdup_printf ("%s · %s", state, details) : g_strdup (state);

    gtk_box_append (GTK_BOX (page), akk_room_line (room, (int) akk_decision_glyph (decision),
                                                   g_strstrip (words), more));
  }
  if (n == 0)
    gtk_box_append (GTK_BOX (page), akk_room_label (_ ("No decisions were taken."), "dim-label"));
  return page;
}

/* --- Actions --- */

/* First what is late, then what was not heard of for months, then what runs. */
static guint
urgency (const AkkAction *action, gint64 today)
{
  if (akk_action_late (action, today))
    return 0;
  if (akk_action_silent (action, today) > 0)
    return 1;
  return action->status == AKK_ACTION_BUSY ? 2 : 3;
}

typedef struct {
  AkkAction *action;
  guint urgency, place;
} Urgent;

static int
by_urgency (gconstpointer a, gconstpointer b)
{
  const Urgent *first = a, *second = b;

  return first->urgency != second->urgency ? (int) first->urgency - (int) second->urgency
                                           : (int) first->place - (int) second->place;
}

static void
clear_urgent (gpointer data)
{
  g_object_unref (((Urgent *) data)->action);
}

static GArray *
open_actions (const AkkRoom *room, gint64 today)
{
  AkkStore *store = akk_show_get_store (room->show);
  g_autoptr (AkkActionRows) rows =
      akk_action_rows_new (store, akk_show_get_agenda (room->show)->agreement->record.id);
  const AkkActionFilter filter = { .open = TRUE };
  g_autoptr (GArray) indices = akk_action_filter_apply (&filter, rows, AKK_SORT_PLAN, FALSE, today);
  GArray *open = g_array_new (FALSE, FALSE, sizeof (Urgent));

  g_array_set_clear_func (open, clear_urgent);
  for (guint i = 0; i < indices->len; i++) {
    const AkkActionRow *row = akk_action_rows_row (rows, g_array_index (indices, guint, i));
    AkkAction *action = akk_store_get (store, &akk_action_record, row->id);
    Urgent urgent = { action, urgency (action, today), i };

    g_array_append_val (open, urgent);
  }
  g_array_sort (open, by_urgency);
  return open;
}

GtkWidget *
akk_room_actions (const AkkRoom *room)
{
  AkkStore *store = akk_show_get_store (room->show);
  gint64 today = akk_store_today (store);
  g_autoptr (GArray) open = open_actions (room, today);
  GtkWidget *page = akk_room_page (_ ("Progress of the action plan"));

  for (guint i = 0; i < MIN (open->len, MAX_ACTIONS); i++) {
    AkkAction *action = g_array_index (open, Urgent, i).action;
    g_autofree char *words = g_strdup_printf ("%s %s", action->number, action->title);
    g_autofree char *status = akk_action_status_words (store, action, today);
    g_autofree char *lead = akk_action_lead_words (store, action);
    g_autofree char *details =
        *lead != '\0' ? g_strdup_printf ("%s, %s", status, lead) : g_strdup (status);

    gtk_box_append (GTK_BOX (page),
                    akk_room_line (room, (int) akk_action_glyph (action, today), words, details));
  }
  if (open->len > MAX_ACTIONS) {
    guint more = open->len - MAX_ACTIONS;
    g_autofree char *words = g_strdup_printf (
        ngettext ("and %u more that runs as planned", "and %u more that run as planned", more),
        more);

    gtk_box_append (GTK_BOX (page), akk_room_line (room, AKK_GLYPH_NONE, words, NULL));
  }
  if (open->len == 0)
    gtk_box_append (GTK_BOX (page), akk_room_label (_ ("No action is open."), "dim-label"));
  return page;
}

/* --- Signals --- */

static GtkWidget *
signal_line (const AkkRoom *room, const AkkSignal *signal)
{
  gboolean open = signal->state == AKK_SIGNAL_OPEN;
  g_autofree char *details =
      g_strdup_printf ("%s · %s", akk_choice_label (akk_signal_levels, signal->level),
                       akk_choice_label (akk_signal_states, signal->state));

  return akk_room_line (room, open ? AKK_GLYPH_ATTENTION : AKK_GLYPH_DONE, signal->title, details);
}

/* One signal is told whole: what is the matter, and what was answered. */
static void
add_signal (GtkWidget *page, const AkkRoom *room, const AkkSignal *signal)
{
  gtk_box_append (GTK_BOX (page), signal_line (room, signal));
  if (akk_room_add_text (page, signal->text) > 0)
    gtk_widget_add_css_class (page, "akk-room-airy");
  if (*signal->answer == '\0')
    return;
  gtk_box_append (GTK_BOX (page), akk_room_label (_ ("Answer"), "dim-label"));
  akk_room_add_text (page, signal->answer);
}

GtkWidget *
akk_room_signals (const AkkRoom *room, gint64 signal_id)
{
  AkkStore *store = akk_show_get_store (room->show);
  gint64 agreement = akk_show_get_agenda (room->show)->agreement->record.id;
  g_autoptr (GListModel) signals =
      akk_store_list (store, &akk_signal_record, "agreement_id", agreement);
  GtkWidget *page = akk_room_page (signal_id != 0 ? _ ("Signal") : _ ("Open signals"));
  guint n_shown = 0;

  for (guint i = 0; i < g_list_model_get_n_items (signals); i++) {
    g_autoptr (AkkSignal) signal = g_list_model_get_item (signals, i);
    gboolean open = signal->state == AKK_SIGNAL_OPEN || signal->state == AKK_SIGNAL_ANSWERED;

    if (signal_id != 0 ? signal->record.id != signal_id : !open)
      continue;
    if (signal_id != 0)
      add_signal (page, room, signal);
    else
      gtk_box_append (GTK_BOX (page), signal_line (room, signal));
    n_shown++;
  }
  if (n_shown == 0)
    gtk_box_append (GTK_BOX (page), akk_room_label (_ ("No signal is open."), "dim-label"));
  return page;
}

/* --- Closing --- */

static AkkMeeting *
next_meeting (const AkkRoom *room)
{
  const AkkAgenda *agenda = akk_show_get_agenda (room->show);
  g_autoptr (GPtrArray) meetings =
      akk_meetings (akk_show_get_store (room->show), 0, agenda->body->record.id);

  for (guint i = 0; i < meetings->len; i++) {
    AkkMeeting *meeting = meetings->pdata[i];

    if (akk_meeting_ahead (meeting) && meeting->date > agenda->meeting->date)
      return g_object_ref (meeting);
  }
  return NULL;
}

GtkWidget *
akk_room_closing (const AkkRoom *room)
{
  const AkkAgenda *agenda = akk_show_get_agenda (room->show);
  GtkWidget *page = akk_room_page (_ ("What we agreed"));
  g_autoptr (AkkMeeting) next = next_meeting (room);
  g_autofree char *when = next != NULL ? akk_meeting_when (next) : NULL;
  guint n = 0;

  for (guint i = 0; i < agenda->entries->len; i++)
    n += akk_room_add_noted (page, room, agenda->entries->pdata[i]);
  n += add_loose (page, room, agenda);
  if (n == 0)
    gtk_box_append (GTK_BOX (page), akk_room_label (_ ("Nothing was noted."), "dim-label"));
  if (when != NULL) {
    g_autofree char *words = g_strdup_printf (_ ("Next meeting: %s"), when);

    gtk_box_append (GTK_BOX (page), akk_room_label (words, "akk-room-lead"));
  }
  return page;
}
