/* Figures in the editor: what their commands do to the text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <glib/gi18n.h>

#include "core/text-figure.h"

static gint64
new_caption_id (void)
{
  return (gint64) (((guint64) g_random_int () << 31 | g_random_int ()) & G_MAXINT64) | 1;
}

/* The line of the figure that the caret is at; in a table there is none. */
static guint
figure_line (AkkEditor *self)
{
  guint line;
  gsize byte;

  if (self->lines->len == 0)
    return G_MAXUINT;
  akk_editor_read (self);
  akk_editor_caret (self, &line, &byte);
  return line < self->lines->len && akk_line_figure (akk_editor_line (self, line)) != NULL
             ? line
             : G_MAXUINT;
}

void
akk_editor_insert_figure (AkkEditor *self, const char *sha256, const char *alt, const char *caption)
{
  g_autoptr (AkkText) text = NULL;
  guint line;
  gsize byte;

  g_return_if_fail (AKK_IS_EDITOR (self));
  if (self->lines->len == 0 || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;
  akk_editor_begin_command (self, N_ ("Insert figure"));
  akk_editor_caret (self, &line, &byte);
  text = akk_text_insert_figure (akk_editor_get_text (self), &line, byte, sha256, alt, caption,
                                 new_caption_id ());
  akk_editor_change (self, text, line, strlen (AKK_ATOM));
  akk_editor_end_command (self);
  akk_editor_show_caret (self);
}

char *
akk_editor_get_figure (AkkEditor *self, char **alt, char **caption)
{
  guint line;
  const AkkRun *figure;

  g_return_val_if_fail (AKK_IS_EDITOR (self), NULL);
  line = figure_line (self);
  if (line == G_MAXUINT)
    return NULL;
  figure = akk_line_figure (akk_editor_line (self, line));
  *alt = g_strdup (figure->alt != NULL ? figure->alt : "");
  *caption = akk_text_figure_caption (akk_editor_get_text (self), line, NULL);
  return g_strdup (figure->href + strlen ("blob:"));
}

gboolean
akk_editor_remove_figure (AkkEditor *self)
{
  const AkkRun *atom = akk_editor_selected_atom (self);
  g_autoptr (AkkText) text = NULL;
  guint line;

  if (atom == NULL || atom->alt == NULL || self->owner != NULL)
    return FALSE;
  line = figure_line (self);
  if (line == G_MAXUINT)
    return FALSE;
  akk_editor_begin_command (self, N_ ("Remove figure"));
  text = akk_text_remove_figure (akk_editor_get_text (self), &line);
  akk_editor_change (self, text, MIN (line, text->n_lines - 1), 0);
  akk_editor_end_command (self);
  akk_editor_show_caret (self);
  return TRUE;
}

void
akk_editor_change_figure (AkkEditor *self, const char *alt, const char *caption)
{
  g_autoptr (AkkText) text = NULL;
  guint line;
  gint64 id;

  g_return_if_fail (AKK_IS_EDITOR (self));
  line = figure_line (self);
  if (line == G_MAXUINT || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;
  akk_editor_begin_command (self, N_ ("Change figure"));
  g_free (akk_text_figure_caption (akk_editor_get_text (self), line, &id));
  text = akk_text_change_figure (akk_editor_get_text (self), line, alt, caption,
                                 id != 0 ? id : new_caption_id ());
  akk_editor_change (self, text, MIN (line, text->n_lines - 1), 0);
  akk_editor_end_command (self);
  akk_editor_show_caret (self);
}
