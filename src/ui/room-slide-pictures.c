/* Slides that show a chart, the matrix, a clause or a page of a file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/action-filter.h"
#include "core/attachment.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/pact.h"
#include "core/section-words.h"
#include "print/hyphen.h"
#include "ui/indicator-chart.h"
#include "ui/indicator-words.h"
#include "ui/room-slide.h"

/* The type of charts is so high, in pixels at their own size. */
#define CHART_TYPE 10.0
/* A chart is drawn as large as there is room for: at most so much larger than its type wants, and,
 * while a line is typed below it, at least so large. */
#define CHART_MOST 2.2
#define CHART_LEAST 0.3
#define CHART_STEP 1.05
/* The columns of the matrix, in em: a target group takes so much, and the names of the domains what
 * is left, within these bounds. */
#define MATRIX_GROUP 6.2
#define MATRIX_NAMES_LEAST 11.3
#define MATRIX_NAMES_MOST 17
/* In the head of a column a longer word may be broken, in characters. */
#define MATRIX_WORD 10
/* At most so much is between the rows, in em. */
#define MATRIX_SPACE 0.4

/* --- Chart --- */

static int
measure (GtkWidget *widget, GtkOrientation orientation, int other)
{
  int natural;

  gtk_widget_measure (widget, orientation, other, NULL, &natural, NULL, NULL);
  return natural;
}

/* How wide a slide is between its margins, and how high there is room below what is on top. */
static void
get_room (const AkkRoom *room, GtkWidget *page, int *width, int *height)
{
  *width = room->width - (int) (AKK_ROOM_SIDES * room->em);
  *height = room->slide_height - (int) (AKK_ROOM_TOP_AND_BOTTOM * room->em) -
            measure (gtk_widget_get_first_child (page), GTK_ORIENTATION_VERTICAL, *width);
}

/* What is counted: "% of the job seekers"; "" where values are words. */
static char *
unit_of (const AkkIndicator *indicator)
{
  switch (indicator->kind) {
  case AKK_INDICATOR_PERCENTAGE:
    return g_strchomp (g_strconcat ("% ", indicator->unit, NULL));
  case AKK_INDICATOR_MONEY:
    return g_strdup ("€");
  case AKK_INDICATOR_NUMBER:
    return g_strdup (indicator->unit);
  default:
    return g_strdup ("");
  }
}

static GtkWidget *
chart_top_new (const AkkIndicator *indicator)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *unit = unit_of (indicator);

  gtk_box_append (GTK_BOX (top), akk_room_title (indicator->name));
  if (*unit != '\0')
    gtk_box_append (GTK_BOX (top), akk_room_label (unit, "dim-label"));
  return top;
}

/* As large as fits below the title: a chart has the height that its type gives it. */
void
akk_room_chart_fit (const AkkRoom *room, GtkWidget *page)
{
  GtkWidget *view = gtk_widget_get_last_child (page);
  double own = room->em / CHART_TYPE, zoom = own;
  int width, height, high;

  if (!AKK_IS_CHART_VIEW (view) || room->slide_height <= 0)
    return;
  get_room (room, page, &width, &height);
  g_object_set (view, "zoom", own, NULL);
  high = measure (view, GTK_ORIENTATION_VERTICAL, width);
  if (high > 0)
    zoom = own * CLAMP ((double) height / high, CHART_LEAST, CHART_MOST);
  for (; zoom > own * CHART_LEAST; zoom /= CHART_STEP) {
    g_object_set (view, "zoom", zoom, NULL);
    if (measure (view, GTK_ORIENTATION_HORIZONTAL, -1) <= width &&
        measure (view, GTK_ORIENTATION_VERTICAL, width) <= height)
      return;
  }
  g_object_set (view, "zoom", own * CHART_LEAST, NULL);
}

GtkWidget *
akk_room_chart (const AkkRoom *room, gint64 indicator_id)
{
  g_autoptr (AkkIndicator) indicator =
      akk_store_get (akk_show_get_store (room->show), &akk_indicator_record, indicator_id);
  GtkWidget *page = akk_room_page (NULL);
  GtkWidget *view;

  if (indicator == NULL)
    return page;
  gtk_box_append (GTK_BOX (page), chart_top_new (indicator));
  if (room->scope == NULL)
    return page;
  view = akk_chart_view_new ();
  akk_indicator_chart_show (AKK_CHART_VIEW (view), room->scope, indicator,
                            AKK_INDICATOR_CHART_YEARS, room->scope->year, NULL);
  gtk_box_append (GTK_BOX (page), view);
  return page;
}

/* --- Matrix --- */

static int
matrix_gap (const AkkRoom *room)
{
  return (int) (room->em / 2);
}

static int
name_width (const AkkRoom *room)
{
  double groups = AKK_PACT_N_TARGET_GROUPS * (MATRIX_GROUP * room->em + matrix_gap (room));

  return (int) CLAMP (room->width - AKK_ROOM_SIDES * room->em - groups,
                      MATRIX_NAMES_LEAST * room->em, MATRIX_NAMES_MOST * room->em);
}

static int
cell_width (const AkkRoom *room)
{
  return (room->width - (int) (AKK_ROOM_SIDES * room->em) - name_width (room)) /
             AKK_PACT_N_TARGET_GROUPS -
         matrix_gap (room);
}

/* Neither more nor less, whatever its words. */
static void
set_width (GtkWidget *label, int width)
{
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_size_request (label, width, -1);
}

/* Each row is a child of the page: one that does not fit goes on a next sheet. */
static GtkWidget *
row_new (const AkkRoom *room, const char *name)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, matrix_gap (room));
  GtkWidget *label = akk_room_label (name, NULL);

  set_width (label, name_width (room));
  gtk_widget_add_css_class (row, "akk-room-row");
  gtk_box_append (GTK_BOX (row), label);
  return row;
}

static void
add_cell (GtkWidget *row, const AkkRoom *room, const char *text, const char *css_class)
{
  GtkWidget *label = akk_room_label (text, css_class);

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  set_width (label, cell_width (room));
  gtk_box_append (GTK_BOX (row), label);
}

/* Long words are broken as the language wants it. */
static char *
soften (AkkHyphen *hyphen, const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);

  for (guint i = 0; hyphen != NULL && words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) > MATRIX_WORD) {
      char *soft = akk_hyphen_soften (hyphen, words[i]);

      g_free (words[i]);
      words[i] = soft;
    }
  return g_strjoinv (" ", words);
}

/* The title and the heads of the columns stand on each sheet. */
static GtkWidget *
top_new (const AkkRoom *room, const char *title, GPtrArray *groups)
{
  const AkkAgreement *agreement = akk_show_get_agenda (room->show)->agreement;
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), NULL);
  g_autoptr (AkkHyphen) hyphen = phrases != NULL ? akk_hyphen_of (phrases, NULL) : NULL;
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *heads = row_new (room, "");

  gtk_box_append (GTK_BOX (top), akk_room_title (title));
  for (guint j = 0; j < MIN (groups->len, AKK_PACT_N_TARGET_GROUPS); j++) {
    g_autofree char *soft = soften (hyphen, groups->pdata[j]);

    add_cell (heads, room, soft, "dim-label");
  }
  gtk_box_append (GTK_BOX (top), heads);
  return top;
}

static void
add_count (
    GtkWidget *row, const AkkRoom *room, const AkkActionMatrix *matrix, guint domain, guint group)
{
  guint n = akk_action_matrix_cell (matrix, domain, group)->len;
  g_autofree char *count = g_strdup_printf ("%u", n);
  gboolean missing = n == 0 && akk_pact_expects (domain, group);

  add_cell (row, room,
            missing  ? _ ("none yet")
            : n == 0 ? "–"
                     : count,
            missing  ? "akk-room-missing"
            : n == 0 ? "dim-label"
                     : "akk-room-count");
}

/* The rows share what room is left. */
void
akk_room_matrix_fit (const AkkRoom *room, GtkWidget *page)
{
  GtkWidget *top = gtk_widget_get_first_child (page);
  int width, left, n = 0, space;

  if (room->slide_height <= 0)
    return;
  get_room (room, page, &width, &left);
  for (GtkWidget *row = gtk_widget_get_next_sibling (top); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    left -= measure (row, GTK_ORIENTATION_VERTICAL, width);
    n++;
  }
  space = n > 0 ? CLAMP (left / n, 0, (int) (MATRIX_SPACE * room->em)) : 0;
  for (GtkWidget *row = gtk_widget_get_next_sibling (top); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_margin_bottom (row, space);
}

GtkWidget *
akk_room_matrix (const AkkRoom *room)
{
  const AkkAgenda *agenda = akk_show_get_agenda (room->show);
  AkkStore *store = akk_show_get_store (room->show);
  gint64 today = akk_store_today (store);
  g_autoptr (AkkActionRows) rows = akk_action_rows_new (store, agenda->agreement->record.id);
  AkkActionFilter filter = { 0 };
  g_autoptr (GArray) indices = NULL;
  g_autoptr (AkkActionMatrix) matrix = NULL;
  g_autofree char *title = NULL;
  GtkWidget *page;
  GPtrArray *domains, *groups;
  int year;

  akk_date_to_ymd (agenda->meeting->date, &year, NULL, NULL);
  filter.year = year;
  indices = akk_action_filter_apply (&filter, rows, AKK_SORT_PLAN, FALSE, today);
  matrix = akk_action_matrix_new (rows, indices);
  domains = akk_action_rows_names (rows, AKK_TAG_DOMAIN);
  groups = akk_action_rows_names (rows, AKK_TAG_TARGET_GROUP);
  title = g_strdup_printf (_ ("Pact matrix of %d"), year);
  page = akk_room_page (NULL);
  gtk_box_append (GTK_BOX (page), top_new (room, title, groups));
  for (guint i = 0; i < MIN (domains->len, AKK_PACT_N_DOMAINS); i++) {
    GtkWidget *row = row_new (room, domains->pdata[i]);

    for (guint j = 0; j < MIN (groups->len, AKK_PACT_N_TARGET_GROUPS); j++)
      add_count (row, room, matrix, i, j);
    gtk_box_append (GTK_BOX (page), row);
  }
  return page;
}

/* --- Clause --- */

GtkWidget *
akk_room_clause (const AkkRoom *room, gint64 section_id)
{
  const AkkAgenda *agenda = akk_show_get_agenda (room->show);
  AkkStore *store = akk_show_get_store (room->show);
  g_autofree char *heading = akk_section_heading (store, agenda->agreement, section_id);
  g_autofree char *words = NULL;
  g_auto (GStrv) lines = NULL;
  GtkWidget *page = akk_room_page (heading);

  if (room->scope == NULL)
    return page;
  words = akk_section_words (store, agenda->agreement, section_id, room->scope->phrases);
  lines = g_strsplit (words, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      gtk_box_append (GTK_BOX (page), akk_room_label (lines[i], "akk-room-clause"));
  return page;
}

/* --- File --- */

static GtkWidget *
page_of_file (const AkkRoom *room, const AkkAttachment *attachment, guint n_pages)
{
  guint number = akk_show_get_page (room->show);
  GdkTexture *texture =
      akk_room_files_page (room->files, attachment->record.id, number, room->width, room->height);
  guint n_parts = akk_room_files_parts (room->files, attachment->record.id);
  g_autofree char *name = g_strdup_printf (_ ("%s, page %u of %u"), attachment->name,
                                           number / n_parts + 1, n_pages / n_parts);
  GtkWidget *picture;

  if (texture == NULL)
    return akk_room_page (attachment->name);
  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), name);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_set_vexpand (picture, TRUE);
  return picture;
}

GtkWidget *
akk_room_file (const AkkRoom *room, gint64 attachment_id)
{
  g_autoptr (AkkAttachment) attachment =
      akk_store_get (akk_show_get_store (room->show), &akk_attachment_record, attachment_id);
  guint n_pages = 0;
  AkkRoomFileState state = akk_room_files_get (room->files, attachment_id, &n_pages);
  GtkWidget *page;

  if (attachment == NULL)
    return akk_room_page ("");
  if (state != AKK_ROOM_FILE_UNREADABLE)
    return page_of_file (room, attachment, n_pages);
  page = akk_room_page (attachment->name);
  gtk_box_append (GTK_BOX (page),
                  akk_room_label (_ ("This file cannot be shown here: it is no PDF, or it is "
                                     "damaged or locked. Open it from the agenda instead."),
                                  NULL));
  return page;
}
