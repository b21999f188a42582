/* What a slide shows in the room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/room-slide.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/parties.h"
#include "core/presentation.h"
#include "core/text.h"
#include "ui/action-words.h"
#include "ui/meeting-words.h"
#include "ui/record-words.h"
#include "ui/state-glyph.h"

/* A window that is narrower, in em, has no room for two names side by side and a word behind each.
 */
#define NARROW 42

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
akk_room_title (const char *title)
{
  GtkWidget *label = akk_room_label (title, "akk-room-title");

  g_object_set (label, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  return label;
}

GtkWidget *
akk_room_page (const char *title)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (page, "akk-room-page");
  if (title != NULL)
    gtk_box_append (GTK_BOX (page), akk_room_title (title));
  return page;
}

guint
akk_room_add_text (GtkWidget *page, const char *text)
{
  g_autoptr (AkkText) parsed = akk_text_parse (text);
  g_autofree char *plain = akk_text_plain (parsed, NULL, NULL);
  g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0') {
      gtk_box_append (GTK_BOX (page), akk_room_label (lines[i], "akk-room-clause"));
      n++;
    }
  return n;
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

  gtk_widget_add_css_class (page, "akk-room-opening");
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

/* A seat in one line, where there is room beside a name: there may be many. */
static GtkWidget *
seat_new (const AkkRoom *room, const AkkAgendaSeat *seat, guint number)
{
  g_autofree char *who = seat_words (seat);
  g_autofree char *keyed = number <= 9 ? g_strdup_printf ("%u  %s", number, who) : g_strdup (who);
  const char *words = akk_choice_label (akk_attendance_states, seat->state);
  gboolean narrow = room->width < NARROW * room->em;
  GtkWidget *line =
      akk_room_line (room, (int) akk_attendance_glyph (seat->state), keyed, narrow ? words : NULL);

  if (!narrow) {
    GtkWidget *state = akk_room_label (words, "dim-label");

    gtk_label_set_wrap (GTK_LABEL (state), FALSE);
    gtk_box_append (GTK_BOX (line), state);
  }
  if (room->seat == number)
    gtk_widget_add_css_class (line, "akk-room-chosen");
  return line;
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
  gtk_widget_add_css_class (page, "akk-room-balanced");
  if (room->width < NARROW * room->em)
    gtk_widget_add_css_class (page, "akk-room-tight");
  gtk_box_append (GTK_BOX (page), akk_room_label (words, "akk-room-lead"));
  for (guint i = 0; i < agenda->seats->len; i++) {
    if (i % n_columns == 0) {
      row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, (int) (2 * room->em));
      gtk_box_set_homogeneous (GTK_BOX (row), n_columns > 1);
      gtk_box_append (GTK_BOX (page), row);
    }
    gtk_box_append (GTK_BOX (row), seat_new (room, agenda->seats->pdata[i], i + 1));
  }
  if (agenda->seats->len % n_columns != 0)
    gtk_box_append (GTK_BOX (row), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  return page;
}

/* --- All --- */

GtkWidget *
akk_room_slide_new (const AkkRoom *room)
{
  const AkkSlide *slide = akk_show_get_slide (room->show);
  const AkkAgendaEntry *entry = akk_show_get_entry (room->show);

  switch (slide->kind) {
  case AKK_SLIDE_ATTENDANCE:
    return attendance_slide (room);
  case AKK_SLIDE_ITEM:
    return akk_room_item (room, entry);
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

void
akk_room_slide_fit (const AkkRoom *room, GtkWidget *slide)
{
  switch (akk_show_get_slide (room->show)->kind) {
  case AKK_SLIDE_CHART:
    akk_room_chart_fit (room, slide);
    break;
  case AKK_SLIDE_MATRIX:
    akk_room_matrix_fit (room, slide);
    break;
  default:
    break;
  }
}
