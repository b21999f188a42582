/* Pictures in a body on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/prose.h"

#include <math.h>
#include <string.h>

#define BLOB "blob:"
#define PIXEL 0.75 /* of a picture that fits as it is: 96 to an inch */
#define HIGHEST 330.0 /* half a page */

/* As large as it is, if there is room. */
static void
measure (const AkkPicture *picture, double room, double *width, double *height)
{
  guint columns, rows;

  akk_picture_size (picture, &columns, &rows);
  double scale = MIN (PIXEL, MIN (room / columns, HIGHEST / rows));
  *width = columns * scale;
  *height = rows * scale;
}

gboolean
akk_prose_add_picture (AkkProse *self, guint index)
{
  const AkkLine *line = self->text->lines[index];
  const AkkRun *figure = akk_line_figure (line);
  AkkPicture *picture = figure != NULL && self->picture != NULL
                            ? self->picture (figure->href + strlen (BLOB), self->data)
                            : NULL;
  double x = AKK_TEXT_LEFT + (line->quote ? AKK_PROSE_INDENT : 0), width, height;

  if (picture == NULL)
    return FALSE;

  /* It says something to the ear, even if nobody wrote what. */
  gboolean told = figure->alt != NULL && *figure->alt != '\0';
  g_autofree char *alt = akk_phrases_format (akk_paper_phrases (self->flow->paper), "figure",
                                             "text", told ? figure->alt : "–", NULL);
  measure (picture, AKK_PAGE_RIGHT - x, &width, &height);
  akk_flow_row (self->flow, AKK_SLOT / 2, ceil (height / AKK_SLOT) * AKK_SLOT, index);
  akk_flow_picture (self->flow, akk_picture_ref (picture), x, 0, width, height,
                    told ? figure->alt : alt, akk_prose_parent (self, line));
  return TRUE;
}
