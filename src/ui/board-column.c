/* A column of the board: the actions of one standing as cards.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/board-column.h"

#include <glib/gi18n.h>

#include "ui/action-card.h"
#include "ui/action-row-words.h"
#include "ui/gradual.h"
#include "ui/record-words.h"

#define FIRST_CARDS 8

struct _AkkBoardColumn {
  GtkBox parent_instance;

  gint64 standing;
  AkkActionScope *scope;
  AkkActionIds *ids;
  AkkGradual gradual;
  GtkSelectionModel *selection;
  GtkWidget *glyph, *name, *count, *stack, *list;
  guint focused, scrolling; /* the card that comes into sight, and the source of that */
};

G_DEFINE_FINAL_TYPE (AkkBoardColumn, akk_board_column, GTK_TYPE_BOX)

enum { DROPPED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- Cards --- */

static void
card_released_cb (GtkGestureClick *click, int n_press, double x, double y, AkkBoardColumn *self)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  /* With these keys the click selects several. */
  if (n_press == 1 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0 && self->scope != NULL)
    akk_action_scope_choose (self->scope, akk_action_card_action (AKK_ACTION_CARD (card)));
}

static void
activate_cb (AkkBoardColumn *self, guint place)
{
  akk_action_scope_choose (self->scope, akk_action_ids_at (self->ids, place));
}

static AkkActionIds *
ids_of (gint64 id)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (gint64));
  AkkActionIds *ids = akk_action_ids_new ();

  g_array_append_val (array, id);
  akk_action_ids_set (ids, array);
  return ids;
}

/* All that are selected when the card is one of them, else the card alone. */
static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, AkkBoardColumn *self)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  gint64 id = akk_action_card_action (AKK_ACTION_CARD (card));
  g_autoptr (AkkActionIds) ids = akk_board_column_selected (self);

  if (akk_action_ids_find (ids, id) < 0)
    g_set_object (&ids, NULL);
  if (ids == NULL)
    ids = ids_of (id);
  return gdk_content_provider_new_typed (AKK_TYPE_ACTION_IDS, ids);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, AkkBoardColumn *self)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (AkkActionIds) ids = akk_board_column_selected (self);
  guint n = akk_action_ids_length (ids);
  g_autofree char *words = NULL;
  GtkWidget *label;

  if (n < 2 || akk_action_ids_find (ids, akk_action_card_action (AKK_ACTION_CARD (card))) < 0) {
    g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (card);

    gtk_drag_source_set_icon (source, picture, 12, 12);
    return;
  }
  words = g_strdup_printf (ngettext ("%u action", "%u actions", n), n);
  label = gtk_label_new (words);
  gtk_widget_add_css_class (label, "akk-drag-words");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static void
card_made_cb (AkkActionCard *card, gpointer data)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (card_released_cb), data, 0);
  gtk_widget_add_controller (GTK_WIDGET (card), GTK_EVENT_CONTROLLER (click));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), data, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), data, 0);
  gtk_widget_add_controller (GTK_WIDGET (card), GTK_EVENT_CONTROLLER (source));
}

static gboolean
drop_cb (AkkBoardColumn *self, const GValue *value)
{
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_object (value));
  return TRUE;
}

/* --- Virtual functions --- */

static void
akk_board_column_dispose (GObject *object)
{
  AkkBoardColumn *self = AKK_BOARD_COLUMN (object);

  g_clear_handle_id (&self->scrolling, g_source_remove);
  if (self->ids != NULL) {
    akk_board_column_set_scope (self, NULL);
    akk_gradual_clear (&self->gradual);
  }
  g_clear_object (&self->selection);
  g_clear_object (&self->ids);
  G_OBJECT_CLASS (akk_board_column_parent_class)->dispose (object);
}

static void
akk_board_column_class_init (AkkBoardColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_board_column_dispose;
  signals[DROPPED] = g_signal_new ("dropped", AKK_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, AKK_TYPE_ACTION_IDS);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
head_new (AkkBoardColumn *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->glyph = akk_state_glyph_new (AKK_GLYPH_NONE);
  g_object_set (self->glyph, "size", 16, NULL);
  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_widget_add_css_class (self->name, "heading");
  gtk_widget_set_hexpand (self->name, TRUE);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dimmed");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (head), self->glyph);
  gtk_box_append (GTK_BOX (head), self->name);
  gtk_box_append (GTK_BOX (head), self->count);
  gtk_widget_add_css_class (head, "akk-column-head");
  return head;
}

static void
add_list (AkkBoardColumn *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = gtk_label_new (_ ("No actions here"));

  self->ids = akk_action_ids_new ();
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (
      akk_gradual_init (&self->gradual, g_object_ref (G_LIST_MODEL (self->ids)), FIRST_CARDS)));
  self->list = gtk_list_view_new (g_object_ref (self->selection), NULL);
  akk_gradual_set_widget (&self->gradual, self->list);
  gtk_widget_add_css_class (self->list, "akk-cards");
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_add_css_class (none, "dimmed");
  gtk_widget_add_css_class (none, "akk-column-none");
  gtk_label_set_wrap (GTK_LABEL (none), TRUE);
  gtk_widget_set_valign (none, GTK_ALIGN_START);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), none, "none");
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "cards");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self), self->stack);
}

static void
add_drop_target (AkkBoardColumn *self)
{
  GtkDropTarget *target = gtk_drop_target_new (AKK_TYPE_ACTION_IDS, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
akk_board_column_init (AkkBoardColumn *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "akk-column");
  gtk_box_append (GTK_BOX (self), head_new (self));
  add_list (self);
}

/* --- Public --- */

GtkWidget *
akk_board_column_new (gint64 standing)
{
  AkkBoardColumn *self = g_object_new (AKK_TYPE_BOARD_COLUMN, NULL);
  gboolean carried = standing == AKK_ACTION_CARRIED_OVER;
  AkkActionRow row = { .status = carried ? AKK_ACTION_BUSY : (guint8) standing,
                       .successor_id = carried ? -1 : 0,
                       .deadline = AKK_NO_DATE };
  const char *name = akk_choice_label (akk_action_standings, standing);

  self->standing = standing;
  if (!carried)
    add_drop_target (self);
  akk_state_glyph_set_glyph (AKK_STATE_GLYPH (self->glyph), akk_action_row_glyph (&row, 0));
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

gint64
akk_board_column_standing (AkkBoardColumn *self)
{
  return self->standing;
}

void
akk_board_column_set_scope (AkkBoardColumn *self, AkkActionScope *scope)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkListItemFactory) factory = NULL;

  akk_action_ids_set (self->ids, none);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), NULL);
  g_set_object (&self->scope, scope);
  if (scope == NULL)
    return;
  factory = akk_action_card_factory (scope, FALSE, card_made_cb, self);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
}

void
akk_board_column_show (AkkBoardColumn *self, const GArray *ids)
{
  const char *name = akk_choice_label (akk_action_standings, self->standing);
  g_autofree char *count = g_strdup_printf ("%u", ids->len);
  g_autofree char *words =
      g_strdup_printf (ngettext ("%s, %u action", "%s, %u actions", ids->len), name, ids->len);

  akk_gradual_hold (&self->gradual);
  akk_action_ids_set (self->ids, ids);
  akk_gradual_release (&self->gradual);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), ids->len > 0 ? "cards" : "none");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

guint
akk_board_column_length (AkkBoardColumn *self)
{
  return akk_action_ids_length (self->ids);
}

int
akk_board_column_find (AkkBoardColumn *self, gint64 id)
{
  return akk_action_ids_find (self->ids, id);
}

int
akk_board_column_focused (AkkBoardColumn *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list);
  GtkWidget *card = row != NULL ? gtk_widget_get_first_child (row) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!AKK_IS_ACTION_CARD (card) || focus == NULL ||
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return -1;
  return akk_action_ids_find (self->ids, akk_action_card_action (AKK_ACTION_CARD (card)));
}

/* A card that has just come had no height yet when it was scrolled to. */
static gboolean
scroll_cb (gpointer data)
{
  AkkBoardColumn *self = data;

  self->scrolling = 0;
  if (self->focused < g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    gtk_list_view_scroll_to (GTK_LIST_VIEW (self->list), self->focused, GTK_LIST_SCROLL_NONE, NULL);
  return G_SOURCE_REMOVE;
}

void
akk_board_column_focus (AkkBoardColumn *self, guint place)
{
  self->focused = place;
  if (self->scrolling == 0)
    self->scrolling = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, scroll_cb, self, NULL);
  akk_gradual_reach (&self->gradual, place);
  gtk_list_view_scroll_to (GTK_LIST_VIEW (self->list), place,
                           GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  gtk_widget_grab_focus (self->list); /* the above only says which card would take it */
}

void
akk_board_column_select (AkkBoardColumn *self, guint place)
{
  akk_gradual_reach (&self->gradual, place);
  gtk_selection_model_select_item (self->selection, place, TRUE);
}

void
akk_board_column_unselect (AkkBoardColumn *self)
{
  gtk_selection_model_unselect_all (self->selection);
}

AkkActionIds *
akk_board_column_selected (AkkBoardColumn *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (gint64));
  AkkActionIds *ids = akk_action_ids_new ();
  GtkBitsetIter iter;
  guint place;

  if (gtk_bitset_iter_init_first (&iter, selected, &place))
    do {
      gint64 id = akk_action_ids_at (self->ids, place);

      g_array_append_val (array, id);
    } while (gtk_bitset_iter_next (&iter, &place));
  if (array->len == 0 && akk_board_column_focused (self) >= 0) {
    gint64 id = akk_action_ids_at (self->ids, (guint) akk_board_column_focused (self));

    g_array_append_val (array, id);
  }
  akk_action_ids_set (ids, array);
  return ids;
}
