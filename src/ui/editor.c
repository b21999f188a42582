/* The rich text view in which the whole agreement is edited.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"
#include "ui/editor-spell.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MEASURE_SP 620
#define MARGIN_SP 34
#define NARROW_MARGIN_SP 16
#define TOP_MARGIN 12
#define BOTTOM_MARGIN 96
#define MAX_PASSES 4

enum { PROP_BOLD = 1, PROP_ITALIC, PROP_KIND, PROP_QUOTE, PROP_COMMITMENT, PROP_SECTION, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (AkkEditor, akk_editor, GTK_TYPE_TEXT_VIEW)

/* --- Widget --- */

/* A text takes what width there is, and its margins and tables follow. */
static void
akk_editor_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  GTK_WIDGET_CLASS (akk_editor_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
  else if (AKK_EDITOR (widget)->embedded)
    *natural = *minimum = akk_editor_field_height (AKK_EDITOR (widget), *natural);
}

/* Margins so that lines have a readable measure. TRUE if they changed. */
static gboolean
set_margins (AkkEditor *self, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  double measure = adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, MEASURE_SP, settings);
  double least = adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, MARGIN_SP, settings);
  int margin;

  if (self->owner != NULL || self->embedded)
    return FALSE;
  if (width < measure * .7)
    least = adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, NARROW_MARGIN_SP, settings);
  margin = (int) MAX (MIN (least, width / 8.), (width - measure) / 2);
  if (margin == gtk_text_view_get_left_margin (view))
    return FALSE;
  gtk_text_view_set_left_margin (view, margin);
  gtk_text_view_set_right_margin (view, margin);
  return TRUE;
}

static void
akk_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AkkEditor *self = AKK_EDITOR (widget);

  GTK_WIDGET_CLASS (akk_editor_parent_class)->size_allocate (widget, width, height, baseline);
  akk_editor_field_settle (self);
  /* Another measure is another layout; the children need their places once more. */
  if (set_margins (self, width))
    GTK_WIDGET_CLASS (akk_editor_parent_class)->size_allocate (widget, width, height, baseline);
  for (guint i = 0;
       i < MAX_PASSES && (akk_editor_pictures_place (self) | akk_editor_tables_place (self)); i++)
    GTK_WIDGET_CLASS (akk_editor_parent_class)->size_allocate (widget, width, height, baseline);
  akk_editor_tables_allocate (self);
  akk_editor_scroll_later (self);
  akk_editor_keep_caret_seen (self);
}

static void
akk_editor_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  AkkEditor *self = AKK_EDITOR (widget);

  GTK_WIDGET_CLASS (akk_editor_parent_class)->css_changed (widget, change);
  if (self->line_tags != NULL && akk_editor_tags_measure (self))
    akk_editor_refresh (self);
}

static void
akk_editor_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (akk_editor_parent_class)->map (widget);
  akk_editor_scroll_later (AKK_EDITOR (widget));
}

static void
akk_editor_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (akk_editor_parent_class)->realize (widget);
  akk_editor_keep_selection (AKK_EDITOR (widget), TRUE);
}

static void
akk_editor_unrealize (GtkWidget *widget)
{
  akk_editor_keep_selection (AKK_EDITOR (widget), FALSE);
  GTK_WIDGET_CLASS (akk_editor_parent_class)->unrealize (widget);
}

static void
akk_editor_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    akk_editor_draw_below (AKK_EDITOR (view), snapshot);
  else if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    akk_editor_draw_selected_pictures (AKK_EDITOR (view), snapshot);
}

static void
akk_editor_backspace_cb (GtkTextView *view)
{
  if (!gtk_text_view_get_editable (view) || !akk_editor_backspace (AKK_EDITOR (view)))
    GTK_TEXT_VIEW_CLASS (akk_editor_parent_class)->backspace (view);
}

static void
akk_editor_copy_clipboard (GtkTextView *view)
{
  akk_editor_copy (AKK_EDITOR (view));
}

static void
akk_editor_cut_clipboard (GtkTextView *view)
{
  if (gtk_text_view_get_editable (view))
    akk_editor_cut (AKK_EDITOR (view));
}

static void
akk_editor_paste_clipboard (GtkTextView *view)
{
  akk_editor_paste (AKK_EDITOR (view));
}

static void
akk_editor_move_cursor (GtkTextView *view, GtkMovementStep step, int count, gboolean extend)
{
  AkkEditor *self = AKK_EDITOR (view);
  guint from = akk_editor_get_line (self);

  if (!extend && akk_editor_tables_step_in (self, step, count))
    return;
  GTK_TEXT_VIEW_CLASS (akk_editor_parent_class)->move_cursor (view, step, count, extend);
  akk_editor_follow_caret (self);
  if (!extend)
    akk_editor_tables_arrive (self, from, step);
}

/* Who left for the toolbar comes back to the cell. */
static gboolean
akk_editor_grab_focus (GtkWidget *widget)
{
  AkkEditor *self = AKK_EDITOR (widget);

  return self->cell != NULL ? gtk_widget_grab_focus (GTK_WIDGET (self->cell))
                            : GTK_WIDGET_CLASS (akk_editor_parent_class)->grab_focus (widget);
}

/* Tab goes past tables: their cells are entered with the arrow keys, and in a cell Tab writes. */
static gboolean
akk_editor_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (!tab)
    return GTK_WIDGET_CLASS (akk_editor_parent_class)->focus (widget, direction);
  if (gtk_widget_is_focus (widget) || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static void
focus_left_cb (GtkEventControllerFocus *controller, AkkEditor *self)
{
  akk_editor_end_burst (self);
}

static void
akk_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AkkEditor *self = AKK_EDITOR (object);

  switch (id) {
  case PROP_BOLD:
    g_value_set_boolean (value, (self->styles & AKK_STYLE_BOLD) != 0);
    break;
  case PROP_ITALIC:
    g_value_set_boolean (value, (self->styles & AKK_STYLE_ITALIC) != 0);
    break;
  case PROP_KIND:
    g_value_set_int (value, (int) self->kind);
    break;
  case PROP_QUOTE:
    g_value_set_boolean (value, self->quote);
    break;
  case PROP_COMMITMENT:
    g_value_set_boolean (value, self->commitment);
    break;
  case PROP_SECTION:
    g_value_set_int64 (value, self->section);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
akk_editor_dispose (GObject *object)
{
  AkkEditor *self = AKK_EDITOR (object);

  akk_editor_stop_burst (self);
  akk_editor_find_clear (self);
  g_clear_handle_id (&self->reveal_id, g_source_remove);
  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_clear_handle_id (&self->refresh.id, g_source_remove);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  akk_editor_spell_clear (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->buffer != NULL) {
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  }
  self->cell = NULL;
  self->cell_table = NULL;
  g_ptr_array_set_size (self->tables, 0);
  g_ptr_array_set_size (self->spare_tables, 0);
  self->own_edit++;
  G_OBJECT_CLASS (akk_editor_parent_class)->dispose (object);
}

static void
akk_editor_finalize (GObject *object)
{
  AkkEditor *self = AKK_EDITOR (object);

  g_clear_pointer (&self->text, akk_text_unref);
  g_clear_pointer (&self->dropped, akk_text_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->spare_tables, g_ptr_array_unref);
  g_clear_pointer (&self->deletion.atoms, g_ptr_array_unref);
  g_clear_pointer (&self->line_tags, g_hash_table_unref);
  g_clear_pointer (&self->link_tags, g_hash_table_unref);
  g_clear_pointer (&self->room_tags, g_hash_table_unref);
  g_clear_pointer (&self->note_numbers, g_hash_table_unref);
  g_clear_pointer (&self->paired, akk_text_unref);
  g_clear_pointer (&self->lead_in, g_free);
  g_clear_object (&self->buffer);
  G_OBJECT_CLASS (akk_editor_parent_class)->finalize (object);
}

static void
akk_editor_class_init (AkkEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  static const char *const plain[] = { "edited",           "reference-wanted", "link-wanted",
                                       "clause-wanted",    "table-wanted",     "figure-wanted",
                                       "figure-activated", "picture-pasted" };
  static const char *const with_text[] = { "burst", "field-wanted", "field-activated",
                                           "link-activated", "deletion-stopped" };

  object_class->get_property = akk_editor_get_property;
  object_class->dispose = akk_editor_dispose;
  object_class->finalize = akk_editor_finalize;
  widget_class->measure = akk_editor_measure;
  widget_class->size_allocate = akk_editor_size_allocate;
  widget_class->css_changed = akk_editor_css_changed;
  widget_class->focus = akk_editor_focus;
  widget_class->grab_focus = akk_editor_grab_focus;
  widget_class->map = akk_editor_map;
  widget_class->realize = akk_editor_realize;
  widget_class->unrealize = akk_editor_unrealize;
  view_class->snapshot_layer = akk_editor_snapshot_layer;
  view_class->move_cursor = akk_editor_move_cursor;
  view_class->backspace = akk_editor_backspace_cb;
  view_class->copy_clipboard = akk_editor_copy_clipboard;
  view_class->cut_clipboard = akk_editor_cut_clipboard;
  view_class->paste_clipboard = akk_editor_paste_clipboard;

  props[PROP_BOLD] = g_param_spec_boolean ("bold", NULL, NULL, FALSE, flags);
  props[PROP_ITALIC] = g_param_spec_boolean ("italic", NULL, NULL, FALSE, flags);
  props[PROP_KIND] =
      g_param_spec_int ("kind", NULL, NULL, 0, AKK_LINE_HEADING, AKK_LINE_PARAGRAPH, flags);
  props[PROP_QUOTE] = g_param_spec_boolean ("quote", NULL, NULL, FALSE, flags);
  props[PROP_COMMITMENT] = g_param_spec_boolean ("commitment", NULL, NULL, FALSE, flags);
  props[PROP_SECTION] =
      g_param_spec_int64 ("section", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    g_signal_new (plain[i], AKK_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                  0);
  for (guint i = 0; i < G_N_ELEMENTS (with_text); i++)
    g_signal_new (with_text[i], AKK_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("found", AKK_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("menu-wanted", AKK_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, G_TYPE_MENU);
  akk_editor_class_init_actions (widget_class);
  akk_editor_class_init_spelling (widget_class);
  akk_editor_install_inserts (widget_class);
  akk_editor_install_menu (widget_class);
}

static void
akk_editor_init (AkkEditor *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_top_margin (view, TOP_MARGIN);
  gtk_text_view_set_bottom_margin (view, BOTTOM_MARGIN);
  gtk_text_view_set_editable (view, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the agreement"), -1);
  akk_editor_tags_init (self);
  akk_editor_atoms_init (self);
  akk_editor_tables_init (self);
  akk_editor_guard_init (self);
  akk_editor_state_init (self);
  akk_editor_keys_init (self);
  akk_editor_paste_init (self);
  akk_editor_scroll_init (self);
  akk_editor_spelling_init (self);
  akk_editor_open_init (self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* --- Cells --- */

AkkEditor *
akk_editor_new_for_cell (AkkEditor *owner, gboolean strong)
{
  AkkEditor *self = g_object_new (AKK_TYPE_EDITOR, NULL);
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->owner = owner;
  self->strong = strong;
  self->field = owner->field;
  self->resolver_data = owner->resolver_data;
  gtk_text_view_set_top_margin (view, 0);
  gtk_text_view_set_bottom_margin (view, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self), "akk-table-cell");
  return self;
}

AkkEditor *
akk_editor_target (AkkEditor *self)
{
  return self->cell != NULL ? self->cell : self;
}

/* --- Public --- */

void
akk_editor_drop_text (AkkEditor *self)
{
  if (self->text == NULL)
    return;
  g_clear_pointer (&self->dropped, akk_text_unref);
  self->dropped = g_steal_pointer (&self->text);
}

AkkText *
akk_editor_get_text (AkkEditor *self)
{
  g_return_val_if_fail (AKK_IS_EDITOR (self), NULL);
  if (self->text == NULL) {
    akk_editor_read (self);
    self->text = akk_text_new ((AkkLine *const *) self->lines->pdata, self->lines->len);
    g_clear_pointer (&self->dropped, akk_text_unref);
  }
  return self->text;
}

void
akk_editor_set_text (AkkEditor *self, AkkText *text)
{
  g_return_if_fail (AKK_IS_EDITOR (self) && text != NULL);
  akk_editor_stop_burst (self);
  if (text == self->text)
    return;
  akk_editor_restore (self, text);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self), text->n_lines > 0);
  self->has_pending = FALSE;
  akk_editor_update_state (self);
}

void
akk_editor_set_field_label (AkkEditor *self, AkkTextResolve label)
{
  g_return_if_fail (AKK_IS_EDITOR (self));
  self->field_label = label;
}

void
akk_editor_set_resolvers (AkkEditor *self,
                          AkkEditorNumber number,
                          AkkTextResolve field,
                          gpointer data)
{
  g_return_if_fail (AKK_IS_EDITOR (self));
  self->number = number;
  self->field = field;
  self->resolver_data = data;
  akk_editor_refresh (self);
}

void
akk_editor_set_phrases (AkkEditor *self, AkkPhrases *phrases)
{
  g_return_if_fail (AKK_IS_EDITOR (self));
  self->phrases = phrases;
}

gint64
akk_editor_get_section (AkkEditor *self)
{
  g_return_val_if_fail (AKK_IS_EDITOR (self), 0);
  return self->section;
}

guint
akk_editor_get_line (AkkEditor *self)
{
  GtkTextIter iter;
  guint line;

  g_return_val_if_fail (AKK_IS_EDITOR (self), 0);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  line = (guint) gtk_text_iter_get_line (&iter);
  return self->lines->len > 0 ? MIN (line, self->lines->len - 1) : 0;
}
