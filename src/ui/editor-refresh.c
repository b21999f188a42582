/* Atoms that say what their fields say now, and lines that keep the room which their numbers need.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

/* Lines that are looked at in one go, some sixty pages; one that must be shown again counts for
 * more. What is left of a longer text follows while nothing else happens. */
#define SLICE 2000
#define SHOWN_AGAIN 10

/* TRUE if it had to change. */
static gboolean
refresh_line (AkkEditor *self, guint position)
{
  AkkLine *line = akk_editor_line (self, position);
  GtkTextIter iter;

  if (!akk_editor_shows (self, position)) {
    akk_editor_show_again (self, position);
    return TRUE;
  }
  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, (int) position);
  if (akk_editor_line_tag_at (&iter) == akk_editor_line_tag (self, line))
    return FALSE;
  akk_editor_tag_line (self, position);
  return TRUE;
}

/* TRUE while there is more to look at. Lines that came or went meanwhile moved others to places
 * that were looked at already: it begins anew. */
static gboolean
refresh_slice (AkkEditor *self)
{
  guint looked = 0;

  akk_editor_read (self);
  if (self->refresh.n_lines != self->lines->len)
    self->refresh.left = self->refresh.n_lines = self->lines->len;
  while (self->refresh.left > 0 && looked < SLICE) {
    self->refresh.left--;
    looked += refresh_line (self, self->refresh.at++ % self->lines->len) ? SHOWN_AGAIN : 1;
  }
  return self->refresh.left > 0;
}

static gboolean
refresh_cb (gpointer data)
{
  AkkEditor *self = data;

  if (self->nesting > 0 || refresh_slice (self))
    return G_SOURCE_CONTINUE;
  self->refresh.id = 0;
  return G_SOURCE_REMOVE;
}

void
akk_editor_refresh (AkkEditor *self)
{
  GtkTextIter first;
  GdkRectangle seen;

  g_return_if_fail (AKK_IS_EDITOR (self));
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &seen);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &first, seen.y, NULL);
  self->refresh.at = (guint) gtk_text_iter_get_line (&first);
  self->refresh.left = self->refresh.n_lines = self->lines->len;
  if (refresh_slice (self) && self->refresh.id == 0)
    self->refresh.id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
  akk_editor_tables_refresh (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
akk_editor_refresh_since (AkkEditor *self, const AkkText *since)
{
  guint start = 0, tail = 0, n;

  g_return_if_fail (AKK_IS_EDITOR (self));
  akk_editor_read (self);
  n = MIN (self->lines->len, since->n_lines);
  while (start < n && self->lines->pdata[start] == since->lines[start])
    start++;
  while (tail < n - start &&
         self->lines->pdata[self->lines->len - 1 - tail] == since->lines[since->n_lines - 1 - tail])
    tail++;
  for (guint i = start; i + tail < self->lines->len; i++)
    if (!akk_editor_shows (self, i))
      akk_editor_show_again (self, i);
}
