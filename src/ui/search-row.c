/* A row of the search on the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/search-row.h"

#include <glib/gi18n.h>

#include "ui/search-words.h"

struct _AkkSearchRow {
  GtkWidget parent_instance;

  GtkLabel *title, *excerpt, *place;
  char *words;
};

G_DEFINE_FINAL_TYPE (AkkSearchRow, akk_search_row, GTK_TYPE_WIDGET)

/* --- Words --- */

/* What was looked for stands out by its weight, which needs no colour. */
static void
set_text (GtkLabel *label, const char *text, const GArray *spans)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; spans != NULL && i < spans->len; i++) {
    AkkSearchSpan span = g_array_index (spans, AkkSearchSpan, i);
    PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

    bold->start_index = span.from;
    bold->end_index = span.to;
    pango_attr_list_insert (attributes, bold);
  }
  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, spans != NULL && spans->len > 0 ? attributes : NULL);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_offer (AkkSearchRow *self, const AkkSearchFinds *finds)
{
  g_autofree char *words = NULL;

  if (finds->n > AKK_SEARCH_MANY)
    words = g_strdup_printf (_ ("Show the first %u"), (guint) AKK_SEARCH_MANY);
  else
    words = g_strdup_printf (_ ("Show all %u"), finds->n);
  set_text (self->title, words, NULL);
  set_text (self->excerpt, "", NULL);
  set_text (self->place, "", NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "accent");
  g_set_str (&self->words, words);
}

static void
show_hit (AkkSearchRow *self, AkkStore *store, const AkkSearchHit *hit)
{
  g_autofree char *title = akk_search_title_words (store, hit);
  g_autofree char *place = akk_search_place_words (store, hit);
  const char *reading = akk_search_reading_words (hit);
  gboolean own = *hit->title != '\0';

  set_text (self->title, title, own ? hit->title_spans : NULL);
  set_text (self->excerpt, reading != NULL ? reading : hit->excerpt,
            reading != NULL ? NULL : hit->excerpt_spans);
  set_text (self->place, place, NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->title), "accent");
  g_free (self->words);
  self->words = g_strjoin (". ", title, place, gtk_label_get_text (self->excerpt), NULL);
}

/* --- Virtual functions --- */

static void
akk_search_row_dispose (GObject *object)
{
  AkkSearchRow *self = AKK_SEARCH_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (akk_search_row_parent_class)->dispose (object);
}

static void
akk_search_row_finalize (GObject *object)
{
  g_free (AKK_SEARCH_ROW (object)->words);
  G_OBJECT_CLASS (akk_search_row_parent_class)->finalize (object);
}

static void
akk_search_row_class_init (AkkSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_search_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = akk_search_row_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "searchrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
label_new (AkkSearchRow *self, guint lines, const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  if (lines > 1) {
    gtk_label_set_wrap (label, TRUE);
    gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
    gtk_label_set_lines (label, (int) lines);
  }
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), style);
  gtk_widget_set_parent (GTK_WIDGET (label), GTK_WIDGET (self));
  return label;
}

static void
akk_search_row_init (AkkSearchRow *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->title = label_new (self, 2, NULL);
  self->excerpt = label_new (self, 2, "akk-search-excerpt");
  self->place = label_new (self, 2, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->place), "dimmed");
}

/* --- Public --- */

GtkWidget *
akk_search_row_new (void)
{
  return g_object_new (AKK_TYPE_SEARCH_ROW, NULL);
}

void
akk_search_row_set_item (AkkSearchRow *self, AkkStore *store, AkkSearchItem *item)
{
  const AkkSearchHit *hit;

  g_return_if_fail (AKK_IS_SEARCH_ROW (self));

  hit = akk_search_item_get_hit (item);
  if (hit != NULL)
    show_hit (self, store, hit);
  else
    show_offer (self, akk_search_item_get_finds (item));
}

const char *
akk_search_row_get_words (AkkSearchRow *self)
{
  g_return_val_if_fail (AKK_IS_SEARCH_ROW (self), NULL);

  return self->words;
}
