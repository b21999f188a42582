/* The editor's styles and paragraph kinds: what the formatting actions do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <glib/gi18n.h>

/* Not with gtk_text_iter_has_tag (): that looks through all tags of the text. */
AkkStyle
akk_editor_style_at (AkkEditor *self, const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);
  AkkStyle style = 0;

  for (GSList *l = tags; l != NULL; l = l->next) {
    if (l->data == self->bold)
      style |= AKK_STYLE_BOLD;
    else if (l->data == self->italic)
      style |= AKK_STYLE_ITALIC;
  }
  return style;
}

AkkStyle
akk_editor_style_between (AkkEditor *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter before = *start;

  if (!gtk_text_iter_starts_line (start)) {
    gtk_text_iter_backward_char (&before);
    return akk_editor_style_at (self, &before);
  }
  return gtk_text_iter_ends_line (end) ? 0 : akk_editor_style_at (self, end);
}

AkkStyle
akk_editor_selection_style (AkkEditor *self, const GtkTextIter *start, const GtkTextIter *end)
{
  AkkStyle style = AKK_STYLE_BOLD | AKK_STYLE_ITALIC;
  gboolean any = FALSE;
  GtkTextIter at = *start;

  while (style != 0 && gtk_text_iter_compare (&at, end) < 0) {
    if (gtk_text_iter_ends_line (&at)) {
      gtk_text_iter_forward_char (&at);
      continue;
    }
    any = TRUE;
    style &= akk_editor_style_at (self, &at);
    if (style != 0 && !gtk_text_iter_forward_to_tag_toggle (&at, NULL))
      break;
  }
  return any ? style : 0;
}

/* Lines whose text can be bold: not a heading, which is so by itself, and not a table. */
static gboolean
has_styles (const AkkLine *line)
{
  return line->kind != AKK_LINE_HEADING && line->kind != AKK_LINE_TABLE;
}

static void
style_selection (
    AkkEditor *self, GtkTextTag *tag, gboolean on, const GtkTextIter *start, const GtkTextIter *end)
{
  guint first = (guint) gtk_text_iter_get_line (start);
  guint last = (guint) gtk_text_iter_get_line (end);

  for (guint i = first; i <= last && i < self->lines->len; i++) {
    GtkTextIter from, to;

    if (!has_styles (akk_editor_line (self, i)))
      continue;
    akk_editor_line_bounds (self, i, &from, &to);
    if (i == first)
      from = *start;
    if (i == last)
      to = *end;
    if (on)
      gtk_text_buffer_apply_tag (self->buffer, tag, &from, &to);
    else
      gtk_text_buffer_remove_tag (self->buffer, tag, &from, &to);
  }
  akk_editor_mark_dirty (self, first, MIN (last, self->lines->len - 1));
}

void
akk_editor_toggle_style (AkkEditor *self, AkkStyle style)
{
  GtkTextIter start, end;
  GtkTextTag *tag = style == AKK_STYLE_BOLD ? self->bold : self->italic;

  if (self->lines->len == 0)
    return;
  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end)) {
    if (!has_styles (akk_editor_line (self, akk_editor_get_line (self))))
      return;
    self->pending = self->styles ^ style;
    self->has_pending = TRUE;
    akk_editor_update_state (self);
    return;
  }
  akk_editor_begin_command (self, style == AKK_STYLE_BOLD ? N_ ("Bold") : N_ ("Italic"));
  style_selection (self, tag, !(akk_editor_selection_style (self, &start, &end) & style), &start,
                   &end);
  akk_editor_touch (self, NULL);
  akk_editor_end_command (self);
}

/* --- Kinds --- */

static gboolean
has_kind (const AkkLine *line)
{
  return line->kind == AKK_LINE_PARAGRAPH || akk_editor_is_item (line);
}

void
akk_editor_toggle_kind (AkkEditor *self, AkkLineKind kind)
{
  static const char *const labels[] = { [AKK_LINE_PARAGRAPH] = N_ ("Plain text"),
                                        [AKK_LINE_BULLET] = N_ ("Bulleted list"),
                                        [AKK_LINE_NUMBER] = N_ ("Numbered list") };
  const char *label = labels[kind];
  guint first, last;
  gboolean all = TRUE;

  if (self->lines->len == 0 || self->owner != NULL)
    return;
  akk_editor_selected_lines (self, &first, &last);
  for (guint i = first; i <= last; i++)
    if (has_kind (akk_editor_line (self, i)) && akk_editor_line (self, i)->kind != kind)
      all = FALSE;
  if (all)
    kind = AKK_LINE_PARAGRAPH;
  akk_editor_begin_command (self, label);
  for (guint i = first; i <= last; i++) {
    AkkLine *line = akk_editor_line (self, i);
    guint level = kind == AKK_LINE_PARAGRAPH ? 0 : MAX (line->level, 1);

    if (!has_kind (line) || line->kind == kind)
      continue;
    akk_editor_take_kind (self, i, akk_line_with (line, kind, level, 1, line->quote, NULL));
    akk_editor_touch (self, NULL);
  }
  akk_editor_end_command (self);
}

gboolean
akk_editor_indent (AkkEditor *self, int by)
{
  guint first, last;
  gboolean list = FALSE;

  if (self->lines->len == 0)
    return FALSE;
  akk_editor_selected_lines (self, &first, &last);
  for (guint i = first; i <= last; i++)
    list = list || akk_editor_is_item (akk_editor_line (self, i));
  if (!list)
    return FALSE;
  akk_editor_begin_command (self, by > 0 ? N_ ("Indent") : N_ ("Outdent"));
  for (guint i = first; i <= last; i++) {
    AkkLine *line = akk_editor_line (self, i);
    AkkLine *above = i > 0 ? akk_editor_line (self, i - 1) : NULL;
    gboolean room = by < 0 ? line->level > 1
                           : line->level < AKK_MAX_LEVEL && above != NULL &&
                                 akk_editor_is_item (above) && above->level >= line->level;

    if (!akk_editor_is_item (line) || !room)
      continue;
    akk_editor_take_kind (self, i,
                          akk_line_with (line, line->kind, (guint) ((int) line->level + by), 1,
                                         line->quote, line->note));
    akk_editor_touch (self, NULL);
  }
  akk_editor_end_command (self);
  return TRUE;
}

/* --- Actions --- */

static void
action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AkkEditor *self = akk_editor_target (AKK_EDITOR (widget));

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;
  if (g_str_equal (action, "editor.bold"))
    akk_editor_toggle_style (self, AKK_STYLE_BOLD);
  else if (g_str_equal (action, "editor.italic"))
    akk_editor_toggle_style (self, AKK_STYLE_ITALIC);
  else if (g_str_equal (action, "editor.plain-text"))
    akk_editor_toggle_kind (self, AKK_LINE_PARAGRAPH);
  else if (g_str_equal (action, "editor.bulleted-list"))
    akk_editor_toggle_kind (self, AKK_LINE_BULLET);
  else if (g_str_equal (action, "editor.numbered-list"))
    akk_editor_toggle_kind (self, AKK_LINE_NUMBER);
  else if (g_str_equal (action, "editor.indent"))
    akk_editor_indent (self, 1);
  else if (g_str_equal (action, "editor.paste-plain"))
    akk_editor_paste_plain (self);
  else if (g_str_equal (action, "editor.outdent"))
    akk_editor_indent (self, -1);
}

void
akk_editor_class_init_actions (GtkWidgetClass *klass)
{
  static const char *const actions[] = { "editor.bold",          "editor.italic",
                                         "editor.plain-text",    "editor.bulleted-list",
                                         "editor.numbered-list", "editor.indent",
                                         "editor.outdent",       "editor.paste-plain" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i], NULL, action_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_b, GDK_CONTROL_MASK, "editor.bold", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_i, GDK_CONTROL_MASK, "editor.italic", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "editor.paste-plain", NULL);
}
