/* What Enter, Backspace and Tab do in the editor.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <glib/gi18n.h>

#include "core/text-commitments.h"
#include "core/text-private.h"

static const char line_separator[] = "\342\200\250";

static void
caret_iter (AkkEditor *self, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_mark (self->buffer, iter, gtk_text_buffer_get_insert (self->buffer));
}

static void
caret_to_line (AkkEditor *self, guint line)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, (int) line);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
}

/* An empty line of its own, with the caret on it. */
static void
open_line (AkkEditor *self, guint position, AkkLine *line)
{
  g_autoptr (AkkLine) owned = line;

  akk_editor_replace_lines (self, position, 0, &owned, 1);
  akk_editor_mark_dirty (self, position, position);
  caret_to_line (self, position);
  akk_editor_touch (self, N_ ("Type"));
}

static void
set_kind (AkkEditor *self, guint position, AkkLineKind kind, guint level)
{
  AkkLine *line = akk_editor_line (self, position);

  akk_editor_take_kind (self, position,
                        akk_line_with (line, kind, level, 1, line->quote, line->note));
  akk_editor_touch (self, N_ ("Type"));
}

/* From a heading to the first line of its body; there is one afterwards. */
static void
enter_body (AkkEditor *self, guint heading)
{
  guint next = heading + 1;
  AkkLineKind kind =
      next < self->lines->len ? akk_editor_line (self, next)->kind : AKK_LINE_HEADING;

  if (kind == AKK_LINE_HEADING || kind == AKK_LINE_NOTE || kind == AKK_LINE_TABLE)
    open_line (self, next, akk_line_new (AKK_LINE_PARAGRAPH, 0, "", NULL, 0));
  else
    caret_to_line (self, next);
}

/* What continues a list item, empty, becomes an item of its list. */
static void
item_from_continued (AkkEditor *self, guint position)
{
  AkkLine *line = akk_editor_line (self, position);
  AkkLineKind kind = AKK_LINE_BULLET;

  for (guint i = position; i-- > 0;) {
    AkkLine *above = akk_editor_line (self, i);

    if (above->level == line->level &&
        (above->kind == AKK_LINE_BULLET || above->kind == AKK_LINE_NUMBER)) {
      kind = above->kind;
      break;
    }
  }
  set_kind (self, position, kind, line->level);
}

static void
split_line (AkkEditor *self, GtkTextIter *caret)
{
  AkkStyle style = self->styles;
  gboolean at_end = gtk_text_iter_ends_line (caret);

  gtk_text_buffer_insert_at_cursor (self->buffer, "\n", 1);
  /* Who writes in bold goes on in bold on the next line. */
  if (at_end && style != 0) {
    caret_iter (self, caret);
    self->caret = gtk_text_iter_get_offset (caret);
    self->pending = style;
    self->has_pending = TRUE;
  }
}

/* The next item is a commitment too; where nothing was written yet, there is none. */
static void
enter_in_commitment (AkkEditor *self, guint position, GtkTextIter *caret)
{
  g_autoptr (AkkText) text = NULL;
  const AkkLine *line;

  akk_editor_read (self);
  line = akk_editor_line (self, position);
  if (akk_text_space_after (line->text, strlen (line->text)) + strlen (AKK_ATOM) ==
      strlen (line->text)) {
    text = akk_text_set_commitment (akk_editor_get_text (self), position, 1, FALSE);
    akk_editor_change (self, text, position, 0);
    set_kind (self, position, AKK_LINE_PARAGRAPH, 0);
    return;
  }
  if (gtk_text_iter_starts_line (caret)) {
    split_line (self, caret);
    return;
  }
  split_line (self, caret);
  text = akk_text_set_commitment (akk_editor_get_text (self), position + 1, 1, TRUE);
  akk_editor_change (self, text, position + 1, strlen (AKK_ATOM) + 1);
}

static void
enter_in_line (AkkEditor *self)
{
  GtkTextIter caret;
  guint position = akk_editor_get_line (self);
  AkkLine *line;
  gboolean empty;

  akk_editor_read (self);
  line = akk_editor_line (self, position);
  caret_iter (self, &caret);
  empty = gtk_text_iter_starts_line (&caret) && gtk_text_iter_ends_line (&caret);
  switch (line->kind) {
  case AKK_LINE_HEADING:
    enter_body (self, position);
    break;
  case AKK_LINE_TABLE:
    open_line (self, gtk_text_iter_starts_line (&caret) ? position : position + 1,
               akk_line_new (AKK_LINE_PARAGRAPH, 0, "", NULL, 0));
    break;
  case AKK_LINE_NOTE:
    break;
  case AKK_LINE_CONTINUED:
    if (empty)
      item_from_continued (self, position);
    else
      split_line (self, &caret);
    break;
  case AKK_LINE_BULLET:
  case AKK_LINE_NUMBER:
    if (akk_line_commitment (line) != 0)
      enter_in_commitment (self, position, &caret);
    else if (!empty)
      split_line (self, &caret);
    else if (line->level > 1)
      set_kind (self, position, line->kind, line->level - 1);
    else
      set_kind (self, position, AKK_LINE_PARAGRAPH, 0);
    break;
  case AKK_LINE_PARAGRAPH:
  default:
    split_line (self, &caret);
    break;
  }
}

void
akk_editor_enter (AkkEditor *self)
{
  if (self->lines->len == 0)
    return;
  if (self->owner != NULL) {
    akk_editor_break_line (self);
    return;
  }
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  enter_in_line (self);
  gtk_text_buffer_end_user_action (self->buffer);
  akk_editor_show_caret (self);
}

void
akk_editor_break_line (AkkEditor *self)
{
  AkkLineKind kind;

  if (self->lines->len == 0)
    return;
  kind = akk_editor_line (self, akk_editor_get_line (self))->kind;
  if (kind == AKK_LINE_HEADING || kind == AKK_LINE_TABLE) {
    akk_editor_enter (self);
    return;
  }
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (self->buffer, line_separator, -1);
  gtk_text_buffer_end_user_action (self->buffer);
  akk_editor_show_caret (self);
}

gboolean
akk_editor_backspace (AkkEditor *self)
{
  GtkTextIter caret;
  guint position = akk_editor_get_line (self);
  AkkLine *line, *above;
  gboolean in_list;

  caret_iter (self, &caret);
  if (self->lines->len == 0 || !gtk_text_iter_starts_line (&caret) ||
      gtk_text_buffer_get_has_selection (self->buffer))
    return FALSE;
  if (akk_editor_remove_empty_note (self))
    return TRUE;
  line = akk_editor_line (self, position);
  above = position > 0 ? akk_editor_line (self, position - 1) : NULL;
  in_list = above != NULL && akk_editor_is_item (above) && above->level >= line->level;
  if (!akk_editor_is_item (line) && (line->kind != AKK_LINE_PARAGRAPH || line->quote == 0))
    return FALSE;

  gtk_text_buffer_begin_user_action (self->buffer);
  if (line->kind == AKK_LINE_PARAGRAPH) {
    akk_editor_take_kind (self, position, akk_line_with (line, line->kind, 0, 1, 0, NULL));
    akk_editor_touch (self, N_ ("Type"));
  } else if (line->kind != AKK_LINE_CONTINUED && in_list) {
    set_kind (self, position, AKK_LINE_CONTINUED, line->level);
  } else if (line->level > 1) {
    set_kind (self, position, line->kind, line->level - 1);
  } else {
    set_kind (self, position, AKK_LINE_PARAGRAPH, 0);
  }
  gtk_text_buffer_end_user_action (self->buffer);
  return TRUE;
}

/* Before the view's own: Enter and Tab mean more here. While an input method composes, they are
 * its. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                AkkEditor *self)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if (self->preedit || self->cell != NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)) ||
      state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (key) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_ISO_Enter:
    if (shift)
      akk_editor_break_line (self);
    else if (!akk_editor_open_selected (self))
      akk_editor_enter (self);
    return GDK_EVENT_STOP;
  case GDK_KEY_Delete:
  case GDK_KEY_KP_Delete:
  case GDK_KEY_BackSpace:
    return !shift && akk_editor_remove_figure (self);
  case GDK_KEY_Escape:
    return akk_editor_return_to_mark (self);
  case GDK_KEY_Tab:
  case GDK_KEY_KP_Tab:
  case GDK_KEY_ISO_Left_Tab:
    return akk_editor_indent (self, shift ? -1 : 1);
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

static void
preedit_changed_cb (GtkTextView *view, const char *preedit, AkkEditor *self)
{
  self->preedit = *preedit != '\0';
}

void
akk_editor_keys_init (AkkEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (preedit_changed_cb), self);
}
