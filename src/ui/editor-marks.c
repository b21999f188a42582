/* What is marked in the text without being part of it: matches of a search, and words that are not
 * in the dictionary. Drawn for the lines in sight only; the buffer knows nothing of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-table.h"

#include <adwaita.h>
#include <math.h>

/* --- Kinds of marks --- */

static void
draw_match (const AkkMark *mark, const GdkRectangle *box)
{
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round,
                                   &GRAPHENE_RECT_INIT ((float) box->x - 1, (float) box->y,
                                                        (float) box->width + 2,
                                                        (float) box->height),
                                   3);
  gtk_snapshot_push_rounded_clip (mark->snapshot, &round);
  gtk_snapshot_append_color (mark->snapshot, &mark->color, &round.bounds);
  gtk_snapshot_pop (mark->snapshot);
}

/* A row of dots under the word, as wide as the letters are large. One gradient, not a rectangle for
 * each dot: a page of names has a thousand of them. */
static void
draw_misspelling (const AkkMark *mark, const GdkRectangle *box)
{
  GdkRGBA gap = mark->color;
  GskColorStop stops[] = { { 0, mark->color }, { .5f, mark->color }, { .5f, gap }, { 1, gap } };
  float dot = (float) MAX (1, (int) (mark->em / 9 + .5));
  float x = (float) box->x, y = (float) (box->y + box->height) - 1.5f * dot;

  stops[2].color.alpha = stops[3].color.alpha = 0;
  gtk_snapshot_append_repeating_linear_gradient (
      mark->snapshot, &GRAPHENE_RECT_INIT (x, floorf (y), (float) box->width, dot),
      &GRAPHENE_POINT_INIT (x, y), &GRAPHENE_POINT_INIT (x + 2 * dot, y), stops,
      G_N_ELEMENTS (stops));
}

static AkkMark
match_mark (AkkEditor *self, GtkSnapshot *snapshot)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  return (AkkMark) { snapshot,
                     dark ? (GdkRGBA) { .96f, .76f, .07f, .4f }
                          : (GdkRGBA) { .98f, .83f, .18f, .55f },
                     self->em, draw_match };
}

static AkkMark
misspelling_mark (AkkEditor *self, GtkSnapshot *snapshot)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  return (AkkMark) { snapshot,
                     dark ? (GdkRGBA) { 1, .48f, .39f, 1 } : (GdkRGBA) { .75f, .11f, .16f, 1 },
                     self->em, draw_misspelling };
}

/* --- Where they are --- */

/* The matches in a line, or in a cell. */
static void
draw_matches (AkkEditor *self,
              GtkSnapshot *snapshot,
              const AkkMatch *place,
              AkkMarkStretch stretch,
              gpointer text)
{
  const GArray *matches = self->find.matches;
  AkkMark mark = match_mark (self, snapshot);
  guint low = 0, high = matches != NULL ? matches->len : 0;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (g_array_index (matches, AkkMatch, middle).line < place->line)
      low = middle + 1;
    else
      high = middle;
  }
  for (; matches != NULL && low < matches->len; low++) {
    const AkkMatch *match = &g_array_index (matches, AkkMatch, low);

    if (match->line != place->line)
      break;
    if (match->cell == place->cell)
      stretch (text, match->from, match->to, &mark);
  }
}

/* A line of an editor. */
typedef struct {
  AkkEditor *editor;
  guint line;
} Line;

static void
stretch_in_line (gpointer data, gsize from, gsize to, const AkkMark *mark)
{
  const Line *text = data;
  GtkTextView *view = GTK_TEXT_VIEW (text->editor);
  GtkTextIter at, end;

  akk_editor_byte_to_iter (text->editor, text->line, from, &at);
  akk_editor_byte_to_iter (text->editor, text->line, to, &end);
  while (gtk_text_iter_compare (&at, &end) < 0) {
    GtkTextIter stop = at, last;
    GdkRectangle box, last_box;

    if (!gtk_text_view_forward_display_line_end (view, &stop) ||
        gtk_text_iter_compare (&stop, &end) > 0)
      stop = end;
    if (gtk_text_iter_compare (&stop, &at) <= 0)
      gtk_text_iter_forward_char (&stop);
    last = stop;
    gtk_text_iter_backward_char (&last);
    gtk_text_view_get_iter_location (view, &at, &box);
    gtk_text_view_get_iter_location (view, &last, &last_box);
    box.width = last_box.x + last_box.width - box.x;
    mark->draw (mark, &box);
    at = stop;
  }
}

void
akk_editor_draw_marks (AkkEditor *self, GtkSnapshot *snapshot, guint line)
{
  AkkEditor *whole = self->owner != NULL ? self->owner : self;
  AkkMatch place = { .line = line, .cell = -1 };
  Line text = { self, line };
  const GArray *words = akk_editor_misspellings (whole, akk_editor_line (self, line));
  AkkMark mark = misspelling_mark (self, snapshot);

  if (whole->cell == self)
    akk_editor_get_selection (whole, &place);
  if (whole == self || whole->cell == self)
    draw_matches (whole, snapshot, &place, stretch_in_line, &text);
  for (guint i = 0; words != NULL && i < words->len; i++) {
    const AkkWord *word = &g_array_index (words, AkkWord, i);

    if (akk_editor_shows_misspelling (self, line, word))
      stretch_in_line (&text, word->from, word->to, &mark);
  }
}

void
akk_editor_draw_cell_marks (AkkEditor *self,
                            GtkSnapshot *snapshot,
                            const AkkMatch *place,
                            AkkLine *cell,
                            AkkMarkStretch stretch,
                            gpointer text)
{
  const GArray *words = akk_editor_misspellings (self, cell);
  AkkMark mark = misspelling_mark (self, snapshot);

  draw_matches (self, snapshot, place, stretch, text);
  for (guint i = 0; words != NULL && i < words->len; i++) {
    const AkkWord *word = &g_array_index (words, AkkWord, i);

    stretch (text, word->from, word->to, &mark);
  }
}

void
akk_editor_queue_marks (AkkEditor *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  for (guint i = 0; i < self->tables->len; i++)
    akk_editor_table_queue_draw (self->tables->pdata[i]);
  if (self->cell != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self->cell));
}
