/* The slide of an agenda item: its figures, what it is about, its actions, what was noted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/action-filter.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/presentation.h"
#include "ui/action-words.h"
#include "ui/meeting-words.h"
#include "ui/room-slide.h"
#include "ui/state-glyph.h"

/* Figures side by side above the actions of an item. */
#define MAX_FIGURES 3

/* --- Figures --- */

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

static GtkWidget *
figures_row_new (const AkkRoom *room)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, (int) room->em);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_widget_add_css_class (row, "akk-room-figures");
  return row;
}

static GtkWidget *
drop_empty (GtkWidget *row, guint n)
{
  if (n > 0)
    return row;
  g_object_ref_sink (row);
  g_object_unref (row);
  return NULL;
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
  row = figures_row_new (room);
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
  return drop_empty (row, n);
}

/* --- Counts, where there are no indicators --- */

static void
add_count (GtkWidget *row, guint n, const char *label)
{
  g_autofree char *value = g_strdup_printf ("%u", n);

  gtk_box_append (GTK_BOX (row), figure_new (value, label));
}

/* What was decided at the meeting whose minutes are approved. */
static guint
count_decisions (GtkWidget *row, const AkkRoom *room, gint64 meeting_id)
{
  g_autoptr (GListModel) decisions = akk_store_list (
      akk_show_get_store (room->show), &akk_decision_record, "meeting_id", meeting_id);
  guint n = g_list_model_get_n_items (decisions), done = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (AkkDecision) decision = g_list_model_get_item (decisions, i);

    done += decision->state == AKK_DECISION_CARRIED_OUT;
  }
  if (n == 0)
    return 0;
  add_count (row, n, ngettext ("decision was taken", "decisions were taken", n));
  add_count (row, done, ngettext ("was carried out", "were carried out", done));
  return n;
}

/* How the actions of the year stand. */
static guint
count_actions (GtkWidget *row, const AkkRoom *room)
{
  const AkkAgenda *agenda = akk_show_get_agenda (room->show);
  AkkStore *store = akk_show_get_store (room->show);
  gint64 today = akk_store_today (store);
  g_autoptr (AkkActionRows) rows = akk_action_rows_new (store, agenda->agreement->record.id);
  AkkActionFilter filter = { 0 };
  g_autoptr (GArray) indices = NULL;
  guint done = 0, busy = 0, late = 0;
  int year;

  akk_date_to_ymd (agenda->meeting->date, &year, NULL, NULL);
  filter.year = year;
  indices = akk_action_filter_apply (&filter, rows, AKK_SORT_PLAN, FALSE, today);
  for (guint i = 0; i < indices->len; i++) {
    const AkkActionRow *action = akk_action_rows_row (rows, g_array_index (indices, guint, i));
    gboolean over = action->status == AKK_ACTION_DONE || action->status == AKK_ACTION_STOPPED;

    done += action->status == AKK_ACTION_DONE;
    busy += action->status == AKK_ACTION_BUSY;
    late += !over && action->successor_id == 0 && action->deadline != AKK_NO_DATE &&
            action->deadline < today;
  }
  if (indices->len == 0)
    return 0;
  add_count (row, done, ngettext ("action is done", "actions are done", done));
  add_count (row, busy, ngettext ("is under way", "are under way", busy));
  add_count (row, late, ngettext ("is late", "are late", late));
  return indices->len;
}

static guint
count_signals (GtkWidget *row, const AkkRoom *room)
{
  g_autoptr (GListModel) signals =
      akk_store_list (akk_show_get_store (room->show), &akk_signal_record, "agreement_id",
                      akk_show_get_agenda (room->show)->agreement->record.id);
  guint open = 0;

  for (guint i = 0; i < g_list_model_get_n_items (signals); i++) {
    g_autoptr (AkkSignal) signal = g_list_model_get_item (signals, i);

    open += signal->state == AKK_SIGNAL_OPEN;
  }
  add_count (row, open, ngettext ("signal is open", "signals are open", open));
  return 1;
}

static GtkWidget *
counts_of (const AkkRoom *room, const AkkAgendaItem *item)
{
  GtkWidget *row = figures_row_new (room);
  guint n = item->approves_id != 0                  ? count_decisions (row, room, item->approves_id)
            : item->subject == AKK_SUBJECT_PROGRESS ? count_actions (row, room)
            : item->subject == AKK_SUBJECT_SIGNALS  ? count_signals (row, room)
                                                    : 0;

  return drop_empty (row, n);
}

/* --- Words and actions --- */

/* "Decision · Ilse Cornelis": what is asked of the room, and who brings it in. */
static GtkWidget *
lead_new (const AkkAgendaItem *item)
{
  static const char *const asked[] = {
    [AKK_ITEM_INFORMATION] = N_ ("For your information"),
    [AKK_ITEM_DISCUSSION] = N_ ("To discuss"),
    [AKK_ITEM_DECISION] = N_ ("To decide"),
  };
  const char *kind = item->approves_id != 0 ? _ ("To approve") : _ (asked[item->kind]);
  g_autofree char *words = *item->presenter != '\0'
                               ? g_strdup_printf ("%s · %s", kind, item->presenter)
                               : g_strdup (kind);

  return akk_room_label (words, "dim-label");
}

static guint
add_actions (GtkWidget *page, const AkkRoom *room, const AkkAgendaEntry *entry)
{
  AkkStore *store = akk_show_get_store (room->show);
  gint64 today = akk_store_today (store);
  g_autoptr (GPtrArray) actions = akk_item_actions (store, entry);
  guint n = 0;

  for (guint i = 0; i < actions->len; i++) {
    AkkAction *action = actions->pdata[i];
    g_autofree char *words = g_strdup_printf ("%s %s", action->number, action->title);
    g_autofree char *status = akk_action_status_words (store, action, today);
    g_autofree char *lead = akk_action_lead_words (store, action);
    g_autofree char *details =
        *lead != '\0' ? g_strdup_printf ("%s, %s", status, lead) : g_strdup (status);

    /* What was born here stands with what was noted. */
    if (action->item_id == entry->item->record.id)
      continue;
    gtk_box_append (GTK_BOX (page),
                    akk_room_line (room, (int) akk_action_glyph (action, today), words, details));
    n++;
  }
  return n;
}

GtkWidget *
akk_room_item (const AkkRoom *room, const AkkAgendaEntry *entry)
{
  GtkWidget *page = akk_room_page (entry->item->title);
  GtkWidget *figures = figures_of (room, entry);
  guint n = 0, words;

  if (figures == NULL)
    figures = counts_of (room, entry->item);
  gtk_box_append (GTK_BOX (page), lead_new (entry->item));
  if (figures != NULL)
    gtk_box_append (GTK_BOX (page), figures);
  /* What the invitation explains: all who are there have read it. */
  words = akk_room_add_text (page, entry->item->text);
  n += add_actions (page, room, entry);
  n += akk_room_add_noted (page, room, entry);
  /* It is larger where it stands alone. */
  if (n == 0 && words > 0 && figures == NULL)
    gtk_widget_add_css_class (page, "akk-room-airy");
  n += words;
  /* Nothing but its title stands in the middle, and large. */
  if (n == 0 && figures == NULL)
    gtk_widget_add_css_class (page, "akk-room-bare");
  if (n == 0 && figures == NULL && akk_show_get_jot (room->show) == NULL)
    gtk_widget_set_valign (page, GTK_ALIGN_CENTER);
  return page;
}
