/* What is marked in the text without being part of it: matches of a search, and words that are not
 * in the dictionary. Drawn for the lines in sight only; the buffer knows nothing of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <adwaita.h>

typedef void (*DrawBox) (AkkEditor *self,
                         GtkSnapshot *snapshot,
                         const GdkRectangle *box,
                         const GdkRGBA *color);

/* Draws a box for each display line that a stretch of text stands on. */
static void
draw_stretch (AkkEditor *self,
              GtkSnapshot *snapshot,
              guint line,
              gsize from,
              gsize to,
              DrawBox draw,
              const GdkRGBA *color)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter at, end;

  akk_editor_byte_to_iter (self, line, from, &at);
  akk_editor_byte_to_iter (self, line, to, &end);
  while (gtk_text_iter_compare (&at, &end) < 0) {
    GtkTextIter stop = at, last;
    GdkRectangle first_box, last_box;

    if (!gtk_text_view_forward_display_line_end (view, &stop) ||
        gtk_text_iter_compare (&stop, &end) > 0)
      stop = end;
    if (gtk_text_iter_compare (&stop, &at) <= 0)
      gtk_text_iter_forward_char (&stop);
    last = stop;
    gtk_text_iter_backward_char (&last);
    gtk_text_view_get_iter_location (view, &at, &first_box);
    gtk_text_view_get_iter_location (view, &last, &last_box);
    first_box.width = last_box.x + last_box.width - first_box.x;
    draw (self, snapshot, &first_box, color);
    at = stop;
  }
}

static void
draw_match (AkkEditor *self, GtkSnapshot *snapshot, const GdkRectangle *box, const GdkRGBA *color)
{
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round,
                                   &GRAPHENE_RECT_INIT ((float) box->x - 1, (float) box->y,
                                                        (float) box->width + 2,
                                                        (float) box->height),
                                   3);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, color, &round.bounds);
  gtk_snapshot_pop (snapshot);
}

/* A row of dots under the word, as wide as the letters are large. */
static void
draw_misspelling (AkkEditor *self,
                  GtkSnapshot *snapshot,
                  const GdkRectangle *box,
                  const GdkRGBA *color)
{
  float dot = (float) MAX (1.5, self->em / 9);
  float y = (float) (box->y + box->height) - 1.5f * dot;

  for (float x = (float) box->x; x < (float) (box->x + box->width); x += 2 * dot)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, dot, dot));
}

static void
draw_matches (AkkEditor *self, GtkSnapshot *snapshot, guint line)
{
  const GArray *matches = self->find.matches;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA color = dark ? (GdkRGBA) { .96f, .76f, .07f, .4f } : (GdkRGBA) { .98f, .83f, .18f, .55f };
  guint low = 0, high = matches->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (g_array_index (matches, AkkMatch, middle).line < line)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < matches->len; low++) {
    const AkkMatch *match = &g_array_index (matches, AkkMatch, low);

    if (match->line != line)
      break;
    if (match->cell < 0)
      draw_stretch (self, snapshot, line, match->from, match->to, draw_match, &color);
  }
}

void
akk_editor_draw_marks (AkkEditor *self, GtkSnapshot *snapshot, guint line)
{
  const GArray *words = akk_editor_misspellings (self, line);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA color = dark ? (GdkRGBA) { 1, .48f, .39f, 1 } : (GdkRGBA) { .75f, .11f, .16f, 1 };

  if (self->find.matches != NULL)
    draw_matches (self, snapshot, line);
  for (guint i = 0; words != NULL && i < words->len; i++) {
    const AkkWord *word = &g_array_index (words, AkkWord, i);

    if (akk_editor_shows_misspelling (self, line, word))
      draw_stretch (self, snapshot, line, word->from, word->to, draw_misspelling, &color);
  }
}
