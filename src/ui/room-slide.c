/* What a slide shows in the room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/room-slide.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/parties.h"
#include "core/presentation.h"
#include "ui/action-words.h"
#include "ui/meeting-words.h"
#include "ui/record-words.h"
#include "ui/state-glyph.h"

/* Figures side by side above the actions of an item. */
#define MAX_FIGURES 3

/* --- Pieces --- */

GtkWidget *
akk_room_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
akk_room_page (const char *title)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (page, "akk-room-page");
  if (title != NULL) {
    GtkWidget *label = akk_room_label (title, "akk-room-title");

    g_object_set (label, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
    gtk_box_append (GTK_BOX (page), label);
  }
  return page;
}

GtkWidget *
akk_room_line (const AkkRoom *room, int glyph, const char *words, const char *details)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, (int) (0.6 * room->em));
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (line, "akk-room-line");
  if (glyph != AKK_GLYPH_NONE) {
    GtkWidget *sign = akk_state_glyph_new (glyph);

    g_object_set (sign, "size", (int) room->em, NULL);
    gtk_widget_set_valign (sign, GTK_ALIGN_START);
    gtk_widget_add_css_class (sign, "akk-room-glyph");
    gtk_box_append (GTK_BOX (line), sign);
  }
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), akk_room_label (words, NULL));
  if (details != NULL && *details != '\0')
    gtk_box_append (GTK_BOX (column), akk_room_label (details, "dim-label"));
  gtk_box_append (GTK_BOX (line), column);
  return line;
}

/* --- Title and attendance --- */

static GtkWidget *
title_slide (const AkkRoom *room)
{
  const AkkAgenda *agenda = akk_show_get_agenda (room->show);
  g_autofree char *when = akk_meeting_when (agenda->meeting);
  g_autoptr (GPtrArray) parties =
      akk_parties_new (akk_show_get_store (room->show), agenda->agreement->record.id);
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *page = akk_room_page (agenda->body->name);

  gtk_widget_set_valign (page, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (page), akk_room_label (when, "akk-room-lead"));
  if (*agenda->meeting->place != '\0')
    gtk_box_append (GTK_BOX (page), akk_room_label (agenda->meeting->place, "dim-label"));
  gtk_box_append (GTK_BOX (page), akk_room_label (agenda->agreement->title, "akk-room-agreement"));
  for (guint i = 0; i < parties->len; i++) {
    const AkkPartyEntry *entry = parties->pdata[i];

    g_string_append_printf (names, "%s%s", i > 0 ? " · " : "",
                            akk_organisation_short (entry->organisation));
  }
  gtk_box_append (GTK_BOX (page), akk_room_label (names->str, "dim-label"));
  return page;
}

static char *
seat_words (const AkkAgendaSeat *seat)
{
  g_autofree char *person = seat->person != NULL ? g_strdup (seat->person->name) : NULL;

  if (seat->seat == NULL)
    return g_strdup (seat->attendance->guest);
  if (person == NULL)
    return g_strdup (seat->party_name);
  return g_strdup_printf ("%s · %s", seat->party_name, person);
}

static GtkWidget *
attendance_slide (const AkkRoom *room)
{
  const AkkAgenda *agenda = akk_show_get_agenda (room->show);
  GtkWidget *page = akk_room_page (_ ("Attendance"));
  const guint n_columns = room->width > 24 * room->em ? 2 : 1;
  GtkWidget *row = NULL;
  guint represented = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < agenda->parties->len; i++) {
    const AkkAgendaParty *party = agenda->parties->pdata[i];

    represented += party->present + party->coming >= MAX (agenda->body->quorum, 1);
  }
  words = g_strdup_printf (_ ("%u of %u parties represented"), represented, agenda->parties->len);
  gtk_box_append (GTK_BOX (page), akk_room_label (words, "akk-room-lead"));
  for (guint i = 0; i < agenda->seats->len; i++) {
    const AkkAgendaSeat *seat = agenda->seats->pdata[i];
    g_autofree char *who = seat_words (seat);
    g_autofree char *keyed = i < 9 ? g_strdup_printf ("%u  %s", i + 1, who) : g_strdup (who);
    GtkWidget *line = akk_room_line (room, (int) akk_attendance_glyph (seat->state), keyed,
                                     akk_choice_label (akk_attendance_states, seat->state));

    if (room->seat == i + 1)
      gtk_widget_add_css_class (line, "akk-room-chosen");
    if (i % n_columns == 0) {
      row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, (int) room->em);
      gtk_box_set_homogeneous (GTK_BOX (row), n_columns > 1);
      gtk_box_append (GTK_BOX (page), row);
    }
    gtk_box_append (GTK_BOX (row), line);
  }
  if (agenda->seats->len % n_columns != 0)
    gtk_box_append (GTK_BOX (row), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  return page;
}

/* --- An item --- */

static GtkWidget *
figure_new (const char *value, const char *label)
{
  GtkWidget *figure = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (figure), akk_room_label (value, "akk-room-figure"));
  gtk_box_append (GTK_BOX (figure), akk_room_label (label, "dim-label"));
  gtk_widget_set_hexpand (figure, TRUE);
  return figure;
}

static void
add_target (GtkWidget *row, const AkkRoom *room, AkkIndicator *indicator, int year)
{
  gint64 value;
  int of;
  g_autofree char *words = NULL, *label = NULL;

  if (!akk_figures_target (room->scope->figures, indicator, year, 0, &value, NULL, &of))
    return;
  words = akk_indicator_words (room->scope->phrases, indicator, value,
                               indicator->kind != AKK_INDICATOR_NUMBER);
  label = g_strdup_printf (_ ("agreed for %d"), of);
  gtk_box_append (GTK_BOX (row), figure_new (words, label));
}

/* The last value of each; of a single one its target too. */
static GtkWidget *
figures_of (const AkkRoom *room, const AkkAgendaEntry *entry)
{
  g_autoptr (GPtrArray) indicators = akk_item_indicators (
      akk_show_get_store (room->show), akk_show_get_agenda (room->show), entry->item);
  GtkWidget *row;
  guint n = 0;

  if (room->scope == NULL || indicators->len == 0)
    return NULL;
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, (int) (2 * room->em));
  gtk_widget_add_css_class (row, "akk-room-figures");
  for (guint i = 0; i < indicators->len && n < MAX_FIGURES; i++) {
    AkkIndicator *indicator = indicators->pdata[i];
    int year = akk_figures_latest (room->scope->figures, indicator, room->scope->year);
    AkkFigure figure = akk_figures_get (room->scope->figures, indicator, year, 0, NULL);
    g_autofree char *value = akk_figure_words (room->scope->phrases, indicator, &figure,
                                               indicator->kind != AKK_INDICATOR_NUMBER);
    g_autofree char *label = g_strdup_printf ("%s, %d", indicator->name, year);

    if (year == 0 || *value == '\0')
      continue;
    gtk_box_append (GTK_BOX (row), figure_new (value, label));
    n++;
    if (indicators->len == 1)
      add_target (row, room, indicator, year);
  }
  if (n > 0)
    return row;
  g_object_ref_sink (row);
  g_object_unref (row);
  return NULL;
}

static void
add_actions (GtkWidget *page, const AkkRoom *room, const AkkAgendaEntry *entry)
{
  AkkStore *store = akk_show_get_store (room->show);
  gint64 today = akk_store_today (store);
  g_autoptr (GPtrArray) actions = akk_item_actions (store, entry);

  for (guint i = 0; i < actions->len; i++) {
    AkkAction *action = actions->pdata[i];
    g_autofree char *words = g_strdup_printf ("%s %s", action->number, action->title);
    g_autofree char *status = akk_action_status_words (store, action, today);
    g_autofree char *lead = akk_action_lead_words (store, action);
    g_autofree char *details =
        *lead != '\0' ? g_strdup_printf ("%s, %s", status, lead) : g_strdup (status);

    /* What was born here stands with what was noted. */
    if (action->item_id != entry->item->record.id)
      gtk_box_append (GTK_BOX (page),
                      akk_room_line (room, (int) akk_action_glyph (action, today), words, details));
  }
}

static GtkWidget *
item_slide (const AkkRoom *room, const AkkAgendaEntry *entry)
{
  GtkWidget *page = akk_room_page (entry->item->title);
  GtkWidget *figures = figures_of (room, entry);

  if (*entry->item->presenter != '\0')
    gtk_box_append (GTK_BOX (page), akk_room_label (entry->item->presenter, "dim-label"));
  if (figures != NULL)
    gtk_box_append (GTK_BOX (page), figures);
  add_actions (page, room, entry);
  gtk_box_append (GTK_BOX (page), akk_room_noted (room, entry));
  return page;
}

GtkWidget *
akk_room_slide_new (const AkkRoom *room)
{
  const AkkSlide *slide = akk_show_get_slide (room->show);
  const AkkAgendaEntry *entry = akk_show_get_entry (room->show);

  switch (slide->kind) {
  case AKK_SLIDE_ATTENDANCE:
    return attendance_slide (room);
  case AKK_SLIDE_ITEM:
    return item_slide (room, entry);
  case AKK_SLIDE_DECISIONS:
    return akk_room_decisions (room, slide->record);
  case AKK_SLIDE_ACTIONS:
    return akk_room_actions (room);
  case AKK_SLIDE_MATRIX:
    return akk_room_matrix (room);
  case AKK_SLIDE_SIGNALS:
    return akk_room_signals (room, slide->record);
  case AKK_SLIDE_CHART:
    return akk_room_chart (room, slide->record);
  case AKK_SLIDE_CLAUSE:
    return akk_room_clause (room, slide->record);
  case AKK_SLIDE_FILE:
    return akk_room_file (room, slide->record);
  case AKK_SLIDE_CLOSING:
    return akk_room_closing (room);
  case AKK_SLIDE_TITLE:
  default:
    return title_slide (room);
  }
}
