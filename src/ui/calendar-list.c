/* The marks of a year below one another, by month.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/calendar-list.h"

#include <adwaita.h>

#include "ui/day-block.h"
#include "ui/day.h"

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
details (const AkkCalendarMark *mark)
{
  return *mark->source != '\0' && *mark->state != '\0'
             ? g_strdup_printf ("%s\n%s", mark->state, mark->source)
             : g_strconcat (mark->state, mark->source, NULL);
}

static GtkWidget *
words_new (const AkkCalendarMark *mark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *below = details (mark);
  GtkWidget *small = label_new (below, "caption");

  gtk_widget_add_css_class (small, "dimmed");
  gtk_widget_add_css_class (small, "numeric");
  gtk_box_append (GTK_BOX (box), label_new (mark->title, NULL));
  gtk_box_append (GTK_BOX (box), small);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
row_new (const AkkCalendarMark *mark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), akk_day_block_new (mark->day, mark->day));
  gtk_box_append (GTK_BOX (box), akk_state_glyph_new (mark->glyph));
  gtk_box_append (GTK_BOX (box), words_new (mark));
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_add_css_class (box, "akk-lines");
  return box;
}

static GtkWidget *
head_new (const AkkCalendarMark *head)
{
  GtkWidget *label = label_new (head->title, "heading");

  gtk_widget_add_css_class (label, "akk-month-head");
  return label;
}

/* --- Callbacks --- */

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const AkkCalendarMark *mark = gtk_list_item_get_item (item);
  g_autofree char *day = akk_day_long (mark->day);
  g_autofree char *words = akk_calendar_mark_words (mark);
  g_autofree char *name = g_strdup_printf ("%s: %s", day, words);

  gtk_list_item_set_child (item, mark->heads ? head_new (mark) : row_new (mark));
  gtk_list_item_set_activatable (item, !mark->heads);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_focusable (item, !mark->heads);
  gtk_list_item_set_accessible_label (item, mark->heads ? mark->title : name);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, NULL);
}

static void
activate_cb (GtkListView *view, guint position)
{
  g_autoptr (AkkCalendarMark) mark =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);

  if (mark != NULL && !mark->heads)
    akk_place_open (GTK_WIDGET (view), &mark->place);
}

/* --- Public --- */

GListStore *
akk_calendar_list_set_up (GtkListView *view)
{
  GListStore *list = g_list_store_new (AKK_TYPE_CALENDAR_MARK);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (list));
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (view, factory);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (model));
  gtk_list_view_set_single_click_activate (view, TRUE);
  g_signal_connect (view, "activate", G_CALLBACK (activate_cb), NULL);
  return list;
}

static gboolean
same (GListStore *list, guint position, const AkkCalendarMark *mark)
{
  g_autoptr (AkkCalendarMark) old = g_list_model_get_item (G_LIST_MODEL (list), position);

  return akk_calendar_mark_equal (old, mark);
}

void
akk_calendar_list_show (GListStore *list, const GPtrArray *marks)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint most = MIN (n_old, marks->len);
  guint before = 0, after = 0;

  while (before < most && same (list, before, marks->pdata[before]))
    before++;
  while (after < most - before &&
         same (list, n_old - after - 1, marks->pdata[marks->len - after - 1]))
    after++;
  if (before + after < MAX (n_old, marks->len))
    g_list_store_splice (list, before, n_old - before - after, marks->pdata + before,
                         marks->len - before - after);
}
