/* An action in brief.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-card.h"

#include "ui/action-ids.h"
#include "ui/action-row-words.h"
#include "ui/action-words.h"
#include "ui/meeting-words.h"
#include "ui/state-glyph.h"

struct _AkkActionCard {
  GtkBox parent_instance;

  GtkWidget *glyph, *title, *line;
  GtkWidget *number; /* on the board only */
  gboolean with_state;
  AkkActionScope *scope;
  gulong handler;
  gint64 id;
  GtkListItem *item; /* borrowed: the one it stands in */
};

/* What a factory gives to its cards. */
typedef struct {
  AkkActionScope *scope;
  gboolean with_state;
  AkkActionCardMade made;
  gpointer data;
} CardMaker;

G_DEFINE_FINAL_TYPE (AkkActionCard, akk_action_card, GTK_TYPE_BOX)

static char *
joined (const char *one, const char *other)
{
  return g_strdup_printf (*one != '\0' && *other != '\0' ? "%s · %s" : "%s%s", one, other);
}

static void
set_words (GtkWidget *label, const char *words)
{
  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_widget_set_visible (label, *words != '\0');
}

/* What the column that it stands in does not say. */
static char *
more_words (AkkStore *store, const AkkAction *action, gint64 day)
{
  if (akk_action_standing (action->status, action->successor_id) == AKK_ACTION_CARRIED_OVER)
    return akk_action_carried_to_words (store, action);
  return akk_action_late (action, day) ? akk_action_status_words (store, action, day)
                                       : g_strdup ("");
}

static void
show (AkkActionCard *self)
{
  AkkStore *store = akk_action_scope_store (self->scope);
  gboolean there = akk_action_rows_find (akk_action_scope_rows (self->scope), self->id) != NULL;
  g_autoptr (AkkAction) action = there ? akk_store_get (store, &akk_action_record, self->id) : NULL;
  gint64 day = akk_action_scope_day (self->scope);
  g_autofree char *state = NULL, *lead = NULL, *number = NULL, *line = NULL, *sentence = NULL;

  if (action == NULL)
    return;
  lead = akk_action_lead_words (store, action);
  if (self->with_state) {
    state = akk_action_status_words (store, action, day);
    line = joined (state, lead);
  } else {
    g_autofree char *term = akk_action_term_words (action, day);
    g_autofree char *more = more_words (store, action, day);

    line = joined (lead, term);
    number = joined (action->number, more);
    set_words (self->number, number);
  }
  sentence = akk_action_sentence (store, action, day);
  akk_state_glyph_set_glyph (AKK_STATE_GLYPH (self->glyph), akk_action_glyph (action, day));
  gtk_label_set_label (GTK_LABEL (self->title), action->title);
  set_words (self->line, line);
  if (self->item != NULL)
    gtk_list_item_set_accessible_label (self->item, sentence);
}

static void
shown_changed_cb (AkkActionCard *self)
{
  if (akk_action_scope_touched (self->scope, self->id))
    show (self);
}

static void
akk_action_card_dispose (GObject *object)
{
  akk_action_card_set_action (AKK_ACTION_CARD (object), NULL, 0);
  G_OBJECT_CLASS (akk_action_card_parent_class)->dispose (object);
}

static void
akk_action_card_class_init (AkkActionCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_action_card_dispose;
}

static GtkWidget *
label_new (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL) {
    gtk_widget_add_css_class (label, css_class);
    gtk_widget_add_css_class (label, "caption");
  }
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* The sign beside the words; on the board it stands above them, beside the number, so that the
 * title has all the width. */
static void
fill (AkkActionCard *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *first =
      self->with_state ? GTK_WIDGET (self) : gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (first), self->glyph);
  if (self->with_state) {
    gtk_widget_set_valign (self->glyph, GTK_ALIGN_START);
  } else {
    g_object_set (self->glyph, "size", 16, NULL);
    self->number = label_new (first, "dimmed");
    gtk_box_append (GTK_BOX (words), first);
  }
  self->title = label_new (words, NULL);
  self->line = label_new (words, "dimmed");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (self), words);
}

static void
akk_action_card_init (AkkActionCard *self)
{
  self->glyph = akk_state_glyph_new (AKK_GLYPH_OPEN);
  gtk_box_set_spacing (GTK_BOX (self), 10);
}

GtkWidget *
akk_action_card_new (gboolean with_state)
{
  AkkActionCard *self = g_object_new (AKK_TYPE_ACTION_CARD, NULL);

  self->with_state = with_state;
  fill (self);
  return GTK_WIDGET (self);
}

void
akk_action_card_set_action (AkkActionCard *self, AkkActionScope *scope, gint64 id)
{
  if (self->scope != scope) {
    if (self->scope != NULL)
      g_clear_signal_handler (&self->handler, self->scope);
    g_set_object (&self->scope, scope);
    if (scope != NULL)
      self->handler = g_signal_connect_object (
          scope, "shown-changed", G_CALLBACK (shown_changed_cb), self, G_CONNECT_SWAPPED);
  }
  self->id = id;
  if (scope != NULL)
    show (self);
}

gint64
akk_action_card_action (AkkActionCard *self)
{
  return self->id;
}

/* --- A factory --- */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, const CardMaker *maker)
{
  GtkWidget *card = akk_action_card_new (maker->with_state);

  gtk_list_item_set_child (item, card);
  if (maker->made != NULL)
    maker->made (AKK_ACTION_CARD (card), maker->data);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, const CardMaker *maker)
{
  AkkActionCard *card = AKK_ACTION_CARD (gtk_list_item_get_child (item));

  card->item = item;
  akk_action_card_set_action (card, maker->scope,
                              akk_action_id_get (gtk_list_item_get_item (item)));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, const CardMaker *maker)
{
  AkkActionCard *card = AKK_ACTION_CARD (gtk_list_item_get_child (item));

  card->item = NULL;
  akk_action_card_set_action (card, NULL, 0);
}

static void
maker_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

GtkListItemFactory *
akk_action_card_factory (AkkActionScope *scope,
                         gboolean with_state,
                         AkkActionCardMade made,
                         gpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  CardMaker *maker = g_new (CardMaker, 1);

  *maker = (CardMaker) { scope, with_state, made, data };
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), maker, maker_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), maker);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), maker);
  return factory;
}
