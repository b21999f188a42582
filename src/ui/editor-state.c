/* What the editor tells its page: edits, bursts of typing, and where the caret is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <glib/gi18n.h>

#include "core/text-commitments.h"

#define BURST_REST_MS 800
#define BURST_LIMIT_MS 5000

/* --- Bursts --- */

const char *
akk_editor_stop_burst (AkkEditor *self)
{
  const char *in_cell = self->cell != NULL ? akk_editor_stop_burst (self->cell) : NULL;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_handle_id (&self->limit_id, g_source_remove);
  if (in_cell != NULL)
    self->burst = in_cell;
  return g_steal_pointer (&self->burst);
}

void
akk_editor_end_burst (AkkEditor *self)
{
  const char *label;

  g_return_if_fail (AKK_IS_EDITOR (self));
  label = akk_editor_stop_burst (self);
  if (label != NULL)
    g_signal_emit_by_name (self, "burst", label);
}

static void
burst_over_cb (gpointer data)
{
  AkkEditor *self = data;

  if (self->nesting == 0)
    akk_editor_end_burst (self);
}

static void
extend_burst (AkkEditor *self, const char *label)
{
  /* Typing among deletions is typing. */
  if (self->burst == NULL || g_str_equal (self->burst, "Delete"))
    self->burst = label;
  if (self->limit_id == 0)
    self->limit_id = g_timeout_add_once (BURST_LIMIT_MS, burst_over_cb, self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add_once (BURST_REST_MS, burst_over_cb, self);
}

/* --- Edits --- */

/* Tells that a deletion took something of one section only, and of which. */
static void
tell_stopped (AkkEditor *self)
{
  self->stopped = FALSE;
  akk_editor_show_caret (self);
  for (guint i = akk_editor_get_line (self) + 1; i-- > 0;)
    if (akk_editor_line (self, i)->kind == AKK_LINE_HEADING) {
      g_signal_emit_by_name (self, "deletion-stopped", akk_editor_line (self, i)->text);
      return;
    }
}

static void
finish_edit (AkkEditor *self)
{
  if (!self->touched)
    return;
  self->touched = FALSE;
  akk_editor_tidy (self);
  akk_editor_pair (self);
  akk_editor_update_state (self);
  akk_editor_lay_out (self);
  if (self->owner == NULL && self->cell == NULL && !akk_editor_sees_caret (self))
    akk_editor_show_caret (self);
  g_signal_emit_by_name (self, "edited");
  if (self->stopped)
    tell_stopped (self);
  if (self->braced) {
    self->braced = FALSE;
    g_signal_emit_by_name (self, "field-wanted", "{{");
  }
}

void
akk_editor_touch (AkkEditor *self, const char *label)
{
  akk_editor_drop_text (self);
  self->touched = TRUE;
  if (self->command == NULL && label != NULL)
    extend_burst (self, label);
  if (self->nesting == 0)
    finish_edit (self);
}

static void
begin_user_action_cb (GtkTextBuffer *buffer, AkkEditor *self)
{
  self->nesting++;
}

static void
end_user_action_cb (GtkTextBuffer *buffer, AkkEditor *self)
{
  if (--self->nesting == 0)
    finish_edit (self);
}

void
akk_editor_begin_command (AkkEditor *self, const char *label)
{
  akk_editor_end_burst (self);
  self->command = label;
  gtk_text_buffer_begin_user_action (self->buffer);
}

void
akk_editor_end_command (AkkEditor *self)
{
  gboolean touched = self->touched;
  const char *label = g_steal_pointer (&self->command);

  gtk_text_buffer_end_user_action (self->buffer);
  if (touched)
    g_signal_emit_by_name (self, "burst", label);
}

/* --- Caret --- */

/* The kind of a line as it is said: what is drawn and not written. */
static char *
spoken_kind (AkkEditor *self, guint position)
{
  const AkkLine *line = akk_editor_line (self, position);
  guint number;

  if (akk_line_commitment (line) != 0)
    return g_strdup_printf (_ ("commitment, level %u"), line->level);
  if (line->quote && line->kind == AKK_LINE_PARAGRAPH)
    return g_strdup (_ ("quote"));
  switch (line->kind) {
  case AKK_LINE_BULLET:
    return g_strdup_printf (_ ("bulleted list, level %u"), line->level);
  case AKK_LINE_NUMBER:
    return g_strdup_printf (_ ("numbered list, level %u"), line->level);
  case AKK_LINE_CONTINUED:
    return g_strdup_printf (_ ("list, level %u, further paragraph"), line->level);
  case AKK_LINE_TABLE:
    return g_strdup (_ ("table"));
  case AKK_LINE_NOTE:
    number = akk_editor_note_number (self, akk_editor_section_of_line (self, position), line->note);
    return g_strdup_printf (_ ("footnote %u"), number);
  case AKK_LINE_HEADING:
    return g_strdup_printf (_ ("heading, level %u"), line->level);
  case AKK_LINE_PARAGRAPH:
  default:
    return g_strdup (_ ("paragraph"));
  }
}

static void
say (AkkEditor *self, const char *words)
{
  if (words != NULL && gtk_widget_has_focus (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* What is drawn and not written must be said. */
static void
set_kind (AkkEditor *self, guint position)
{
  const AkkLine *line = akk_editor_line (self, position);
  gboolean commitment = akk_line_commitment (line) != 0;
  g_autofree char *spoken = NULL;

  if (line->kind == self->kind && line->level == self->level && line->quote == self->quote &&
      commitment == self->commitment && line->kind != AKK_LINE_NOTE)
    return;
  if (line->kind != AKK_LINE_NOTE || line->note != self->note) {
    spoken = spoken_kind (self, position);
    say (self, spoken);
  }
  self->note = line->note;
  self->level = line->level;
  if (line->kind != self->kind) {
    self->kind = line->kind;
    g_object_notify (G_OBJECT (self), "kind");
  }
  if (line->quote != self->quote) {
    self->quote = line->quote;
    g_object_notify (G_OBJECT (self), "quote");
  }
  if (commitment != self->commitment) {
    self->commitment = commitment;
    g_object_notify (G_OBJECT (self), "commitment");
  }
}

/* Who moves over a field or a mark hears what its words are. */
static void
say_atom (AkkEditor *self, const GtkTextIter *caret, guint line)
{
  GtkTextIter before = *caret;
  g_autofree char *spoken = NULL;
  GtkTextMark *atom;

  if (gtk_text_iter_starts_line (caret) || !gtk_text_iter_backward_char (&before))
    return;
  atom = akk_editor_atom_at (&before);
  if (atom == NULL)
    return;
  spoken = akk_editor_atom_spoken (self, akk_editor_section_of_line (self, line),
                                   akk_editor_atom_run (atom));
  say (self, spoken);
}

static void
set_styles (AkkEditor *self, AkkStyle styles)
{
  AkkStyle changed = self->styles ^ styles;

  self->styles = styles;
  if (changed & AKK_STYLE_BOLD)
    g_object_notify (G_OBJECT (self), "bold");
  if (changed & AKK_STYLE_ITALIC)
    g_object_notify (G_OBJECT (self), "italic");
  if (self->owner != NULL && self->owner->cell == self)
    akk_editor_mirror_styles (self->owner, styles);
}

void
akk_editor_mirror_styles (AkkEditor *self, AkkStyle styles)
{
  set_styles (self, styles);
}

static void
set_section (AkkEditor *self, gint64 section)
{
  if (section == self->section)
    return;
  self->section = section;
  g_object_notify (G_OBJECT (self), "section");
}

gint64
akk_editor_section_of_line (AkkEditor *self, guint line)
{
  for (guint i = line + 1; i-- > 0;)
    if (akk_editor_line (self, i)->kind == AKK_LINE_HEADING)
      return akk_editor_line (self, i)->section;
  return 0;
}

void
akk_editor_update_state (AkkEditor *self)
{
  GtkTextIter start, end, insert;
  gboolean moved = FALSE;
  guint line;

  /* Amid an edit lines and buffer may be out of step. */
  if (self->nesting > 0 && self->touched)
    return;
  if (self->lines->len == 0) {
    set_section (self, 0);
    return;
  }
  gtk_text_buffer_get_iter_at_mark (self->buffer, &insert,
                                    gtk_text_buffer_get_insert (self->buffer));
  if (gtk_text_iter_get_offset (&insert) != self->caret) {
    self->caret = gtk_text_iter_get_offset (&insert);
    self->has_pending = FALSE;
    moved = TRUE;
  }
  line = akk_editor_get_line (self);
  if (moved)
    say_atom (self, &insert, line);
  akk_editor_tables_update_caret (self);
  if (self->cell != NULL)
    ; /* its own */
  else if (gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    set_styles (self, akk_editor_selection_style (self, &start, &end));
  else if (self->has_pending)
    set_styles (self, self->pending);
  else
    set_styles (self, akk_editor_style_between (self, &insert, &insert));
  set_kind (self, line);
  set_section (self, akk_editor_section_of_line (self, line));
}

void
akk_editor_state_init (AkkEditor *self)
{
  g_signal_connect (self->buffer, "begin-user-action", G_CALLBACK (begin_user_action_cb), self);
  g_signal_connect (self->buffer, "end-user-action", G_CALLBACK (end_user_action_cb), self);
}
