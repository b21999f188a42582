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
/* A chart is drawn larger by such steps, until it is as high as there is room for. */
#define CHART_STEP 1.08
#define CHART_STEPS 10
/* The names of the domains take so much of the matrix, in em: none is broken where there is room,
 * and at most such a part of the slide. */
#define MATRIX_HEAD 17
#define MATRIX_HEAD_PART 0.3
#define CHARS_PER_EM 1.8
/* A head of a column is broken rather than wider, in characters. */
#define MATRIX_COLUMN 10

/* --- Chart --- */

/* As large as fits below the title: a chart has the height that its type gives it. */
static void
fill_height (const AkkRoom *room, GtkWidget *page, GtkWidget *view)
{
  int width = room->width - (int) (AKK_ROOM_SIDES * room->em), title, high;
  double zoom = room->em / CHART_TYPE;

  gtk_widget_measure (gtk_widget_get_first_child (page), GTK_ORIENTATION_VERTICAL, width, NULL,
                      &title, NULL, NULL);
  g_object_set (view, "zoom", zoom, NULL);
  for (guint i = 0; i < CHART_STEPS; i++) {
    int wide;

    g_object_set (view, "zoom", zoom * CHART_STEP, NULL);
    gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &wide, NULL, NULL, NULL);
    gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, width, NULL, &high, NULL, NULL);
    if (wide > width ||
        title + high + (int) (AKK_ROOM_TOP_AND_BOTTOM * room->em) > room->slide_height)
      break;
    zoom *= CHART_STEP;
  }
  g_object_set (view, "zoom", zoom, NULL);
}

GtkWidget *
akk_room_chart (const AkkRoom *room, gint64 indicator_id)
{
  g_autoptr (AkkIndicator) indicator =
      akk_store_get (akk_show_get_store (room->show), &akk_indicator_record, indicator_id);
  GtkWidget *page = akk_room_page (indicator != NULL ? indicator->name : "");
  GtkWidget *view;

  if (indicator == NULL || room->scope == NULL)
    return page;
  view = akk_chart_view_new ();
  akk_indicator_chart_show (AKK_CHART_VIEW (view), room->scope, indicator,
                            AKK_INDICATOR_CHART_YEARS, room->scope->year, NULL);
  fill_height (room, page, view);
  gtk_box_append (GTK_BOX (page), view);
  return page;
}

/* --- Matrix --- */

static void
attach (GtkWidget *grid, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = akk_room_label (text, css_class);

  if (column > 0) {
    gtk_label_set_xalign (GTK_LABEL (label), 0.5);
    gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
    gtk_label_set_max_width_chars (GTK_LABEL (label), MATRIX_COLUMN);
    gtk_widget_set_hexpand (label, TRUE);
  }
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
}

/* Long names are broken as the language wants it. */
static void
add_heads (GtkWidget *grid, const AkkAgreement *agreement, GPtrArray *groups)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), NULL);
  g_autoptr (AkkHyphen) hyphen = phrases != NULL ? akk_hyphen_of (phrases, NULL) : NULL;

  for (guint j = 0; j < MIN (groups->len, AKK_PACT_N_TARGET_GROUPS); j++) {
    const char *name = groups->pdata[j];
    g_autofree char *soft = hyphen != NULL ? akk_hyphen_soften (hyphen, name) : g_strdup (name);

    attach (grid, (int) j + 1, 0, soft, "dim-label");
  }
}

static void
add_name (GtkWidget *grid, const AkkRoom *room, guint domain, const char *name)
{
  double width = MIN (MATRIX_HEAD * room->em, MATRIX_HEAD_PART * room->width);
  GtkWidget *label;

  attach (grid, 0, (int) domain + 1, name, NULL);
  label = gtk_grid_get_child_at (GTK_GRID (grid), 0, (int) domain + 1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), (int) (width * CHARS_PER_EM / room->em));
  gtk_widget_set_size_request (label, (int) width, -1);
}

static void
add_cell (GtkWidget *grid, const AkkActionMatrix *matrix, guint domain, guint group)
{
  guint n = akk_action_matrix_cell (matrix, domain, group)->len;
  g_autofree char *count = g_strdup_printf ("%u", n);
  gboolean missing = n == 0 && akk_pact_expects (domain, group);

  attach (grid, (int) group + 1, (int) domain + 1,
          missing  ? _ ("none yet")
          : n == 0 ? "–"
                   : count,
          missing  ? "akk-room-missing"
          : n == 0 ? "dim-label"
                   : "akk-room-count");
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
  GtkWidget *page, *grid = gtk_grid_new ();
  GPtrArray *domains, *groups;
  int year;

  akk_date_to_ymd (agenda->meeting->date, &year, NULL, NULL);
  filter.year = year;
  indices = akk_action_filter_apply (&filter, rows, AKK_SORT_PLAN, FALSE, today);
  matrix = akk_action_matrix_new (rows, indices);
  domains = akk_action_rows_names (rows, AKK_TAG_DOMAIN);
  groups = akk_action_rows_names (rows, AKK_TAG_TARGET_GROUP);
  title = g_strdup_printf (_ ("Actions of %d in the Pact’s matrix"), year);
  page = akk_room_page (title);
  gtk_widget_add_css_class (grid, "akk-room-matrix");
  gtk_grid_set_column_spacing (GTK_GRID (grid), (guint) (room->em / 2));
  add_heads (grid, agenda->agreement, groups);
  for (guint i = 0; i < MIN (domains->len, AKK_PACT_N_DOMAINS); i++) {
    add_name (grid, room, i, domains->pdata[i]);
    for (guint j = 0; j < MIN (groups->len, AKK_PACT_N_TARGET_GROUPS); j++)
      add_cell (grid, matrix, i, j);
  }
  gtk_box_append (GTK_BOX (page), grid);
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
