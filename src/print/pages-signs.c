/* The signs of a status on paper, circles or squares that differ by shape alone; lines of dots.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "print/pages-internal.h"

#define STROKE 0.9
#define DOT_PITCH 6.0

/* How much of it is full, clockwise from the top. */
static double
share (AkkFillColour sign)
{
  switch (sign) {
  case AKK_FILL_BUSY:
    return 0.5;
  case AKK_FILL_ADJUSTED:
    return 0.75;
  case AKK_FILL_DONE:
    return 1;
  default:
    return 0;
  }
}

void
akk_pages_draw_sign (cairo_t *cr, AkkFillColour sign, double x, double y, double width)
{
  const double radius = (width - STROKE) / 2, full = share (sign);
  const double middle_x = x + width / 2, middle_y = y + width / 2;

  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, STROKE);
  if (full > 0) {
    cairo_move_to (cr, middle_x, middle_y);
    cairo_arc (cr, middle_x, middle_y, radius, -G_PI / 2, -G_PI / 2 + full * 2 * G_PI);
    cairo_close_path (cr);
    cairo_fill (cr);
  }
  cairo_new_path (cr);
  cairo_arc (cr, middle_x, middle_y, radius, 0, 2 * G_PI);
  if (sign == AKK_FILL_STOPPED) {
    cairo_move_to (cr, middle_x - radius * G_SQRT2 / 2, middle_y + radius * G_SQRT2 / 2);
    cairo_line_to (cr, middle_x + radius * G_SQRT2 / 2, middle_y - radius * G_SQRT2 / 2);
  }
  if (sign == AKK_FILL_CARRIED_OVER) { /* an arrow to the next plan */
    cairo_move_to (cr, middle_x - radius * 0.55, middle_y);
    cairo_line_to (cr, middle_x + radius * 0.5, middle_y);
    cairo_move_to (cr, middle_x + radius * 0.05, middle_y - radius * 0.45);
    cairo_line_to (cr, middle_x + radius * 0.5, middle_y);
    cairo_line_to (cr, middle_x + radius * 0.05, middle_y + radius * 0.45);
  }
  cairo_stroke (cr);
}

/* Full, half along the diagonal, all but a corner, empty, crossed, with an arrow that leads on. */
void
akk_pages_draw_square (cairo_t *cr, AkkFillColour sign, double x, double y, double side)
{
  const double half = side / 2, in = side / 4, inner = side - STROKE;

  cairo_set_source_rgb (cr, 0x17 / 255.0, 0x41 / 255.0, 0x5e / 255.0);
  cairo_new_path (cr);
  if (sign == AKK_FILL_SQUARE_DONE) {
    cairo_rectangle (cr, x, y, side, side);
    cairo_fill (cr);
    return;
  }
  if (sign == AKK_FILL_SQUARE_BUSY || sign == AKK_FILL_SQUARE_ADJUSTED) {
    cairo_move_to (cr, x + side, y);
    cairo_line_to (cr, x + side, y + side);
    cairo_line_to (cr, x, y + side);
    if (sign == AKK_FILL_SQUARE_ADJUSTED) {
      cairo_line_to (cr, x, y + half);
      cairo_line_to (cr, x + half, y + half);
      cairo_line_to (cr, x + half, y);
    }
    cairo_close_path (cr);
    cairo_fill (cr);
  }
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, STROKE);
  cairo_rectangle (cr, x + STROKE / 2, y + STROKE / 2, inner, inner);
  if (sign == AKK_FILL_SQUARE_STOPPED) {
    cairo_move_to (cr, x + in, y + in);
    cairo_line_to (cr, x + side - in, y + side - in);
    cairo_move_to (cr, x + in, y + side - in);
    cairo_line_to (cr, x + side - in, y + in);
  } else if (sign == AKK_FILL_SQUARE_CARRIED_OVER) {
    cairo_move_to (cr, x + in, y + half);
    cairo_line_to (cr, x + side - in, y + half);
    cairo_move_to (cr, x + half, y + in);
    cairo_line_to (cr, x + side - in, y + half);
    cairo_line_to (cr, x + half, y + side - in);
  }
  cairo_stroke (cr);
}

/* On one raster for the whole page, so that dots stand below dots: a line of dashes without length,
 * which are round. One line is drawn sooner than as many circles, and takes less room. */
void
akk_pages_draw_dots (cairo_t *cr, double x, double y, double width, double radius)
{
  static const double dashes[] = { 0, DOT_PITCH };
  double first = ceil (x / DOT_PITCH) * DOT_PITCH;

  if (first > x + width)
    return;
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 2 * radius);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, first, y);
  cairo_line_to (cr, x + width + DOT_PITCH / 100, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}
