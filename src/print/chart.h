/* Charts, for paper and screen alike: made of plain data, as wide as is asked.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart is immutable: lines, discs, rectangles and set texts at their places, in points. It reads
 * in grey: what differs, differs by shape, width or words too. No two of its texts touch. A figure
 * that is suppressed prints "1–3" and has no point; a range is a bar from low to high; a year
 * without a figure breaks the line; a provisional or incomplete figure is a hollow point. */
#pragma once

#include <cairo.h>

#include "core/figures.h"
#include "core/plan-report.h"
#include "print/paper.h"

G_BEGIN_DECLS

typedef struct _AkkChart AkkChart;

AkkChart *akk_chart_ref (AkkChart *self);
void akk_chart_unref (AkkChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkChart, akk_chart_unref)

/* --- What is shown: all is borrowed while the chart is made --- */

typedef struct {
  const char *title; /* what it shows; also in the alternative text */
  const char *subtitle; /* under it, smaller: the unit, or who is counted; NULL: none */
  gboolean bare; /* both stand elsewhere: they are not drawn */
} AkkChartHead;

typedef struct {
  int year;
  AkkFigure figure;
} AkkChartPoint;

/* A baseline or a target. `upper` is that of a band, else the value; `year` that of the baseline,
 * or for which the target was set; 0: not known. */
typedef struct {
  gboolean is_set;
  gint64 value, upper;
  int year;
} AkkChartLevel;

/* Figures over the years, by year; years that are not in it are gaps. Values read as those of the
 * indicator: its kind, decimals and unit. */
typedef struct {
  AkkChartHead head;
  const AkkIndicator *indicator;
  const AkkChartPoint *points;
  guint n_points;
  AkkChartLevel baseline, target;
} AkkChartSeries;

/* A line with the last value, the baseline dotted, the target dashed. 138 points high with its
 * title; two of 208 wide stand beside each other on paper. Of a scale or yes/no: its words are the
 * levels. */
AkkChart *akk_chart_new_line (AkkPaper *paper,
                              const AkkChartSeries *data,
                              double width_pt) G_GNUC_WARN_UNUSED_RESULT;
/* The same for a card: without words but "1–3", the target a line with a flag. A scale or yes/no is
 * a row of steps with their words. Its title is never drawn. */
AkkChart *akk_chart_new_spark (AkkPaper *paper,
                               const AkkChartSeries *data,
                               double width_pt,
                               double height_pt) G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  const char *label;
  AkkFigure figure;
  AkkChartLevel target;
} AkkChartBar;

/* Bars from nought, on one scale, each with its value; one with a target is a bullet: a pale ground
 * up to the target, a black stroke on it, and "94 van 160" in words. `year`: of the figures, for
 * the key. `reference`: one stroke through all of them, with its own words ("regio 79,9"). */
typedef struct {
  AkkChartHead head;
  const AkkIndicator *indicator;
  int year;
  const AkkChartBar *bars;
  guint n_bars;
  gboolean has_reference;
  gint64 reference;
  const char *reference_label;
} AkkChartBars;
AkkChart *akk_chart_new_bars (AkkPaper *paper,
                              const AkkChartBars *data,
                              double width_pt) G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  const char *label;
  guint counts[AKK_N_ACTION_STANDINGS]; /* by status, and those carried over */
} AkkChartSquaresRow;

/* Each action is a square, in the shape of its standing; "9 van 14" beside them. */
typedef struct {
  AkkChartHead head;
  const AkkChartSquaresRow *rows;
  guint n_rows;
} AkkChartSquares;
AkkChart *akk_chart_new_squares (AkkPaper *paper,
                                 const AkkChartSquares *data,
                                 double width_pt) G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  const char *label;
  const AkkChartPoint *points;
  guint n_points;
  AkkChartLevel target; /* its own; one that all share is that of the whole */
} AkkChartCell;

/* A small line for each municipality, all on one scale, with the line of the region under each. */
typedef struct {
  AkkChartHead head;
  const AkkIndicator *indicator;
  const AkkChartCell *cells;
  guint n_cells;
  const AkkChartPoint *region;
  guint n_region;
  AkkChartLevel target;
} AkkChartMultiples;
AkkChart *akk_chart_new_multiples (AkkPaper *paper,
                                   const AkkChartMultiples *data,
                                   double width_pt) G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  gint64 day;
  gboolean planned; /* still to be held: an open disc */
} AkkChartDay;
typedef struct {
  const char *label;
  const AkkChartDay *days; /* by date, all in the year */
  guint n_days;
  const char *words; /* at its right end: "3 van minstens 3" */
} AkkChartStripRow;

/* A year per body: twelve months, and a disc with its day for each meeting. */
typedef struct {
  AkkChartHead head;
  int year;
  const AkkChartStripRow *rows;
  guint n_rows;
} AkkChartStrip;
AkkChart *akk_chart_new_strip (AkkPaper *paper,
                               const AkkChartStrip *data,
                               double width_pt) G_GNUC_WARN_UNUSED_RESULT;

/* --- The chart --- */

void akk_chart_size (const AkkChart *self, double *width_pt, double *height_pt);
/* The height of its first line, when that holds nothing but the key, at its right end: beside it a
 * heading may stand. 0: there is none. */
double akk_chart_lead (const AkkChart *self);
/* For who cannot see it, in the language of the paper: title, first, last, baseline, target. */
const char *akk_chart_alt (const AkkChart *self);
/* What must be said under it, in sentences: what is provisional, incomplete or suppressed in it,
 * and the scale that small multiples share. "" for nothing; the source is yours to add. */
const char *akk_chart_note (const AkkChart *self);
/* What it shows, as a table of cells (core/tabular.h): the first row is the head. */
const GPtrArray *akk_chart_table (const AkkChart *self);
/* Whether both look and sound the same. */
gboolean akk_chart_equal (const AkkChart *self, const AkkChart *other);

/* The colours, as 0xRRGGBB. */
typedef struct {
  guint text; /* words, baseline */
  guint accent; /* what was measured */
  guint second; /* the region; words that matter less */
  guint ground; /* of bars; between low and high */
  guint axis;
  guint target;
  guint paper; /* what it is drawn on: halos, the inside of hollow points */
} AkkChartInk;
extern const AkkChartInk akk_chart_ink_paper;

/* Draws it at the origin of `cr`, one unit a point. `as_text`: the text goes along with the glyphs
 * (PDF). */
void akk_chart_draw (const AkkChart *self, cairo_t *cr, const AkkChartInk *ink, gboolean as_text);

G_END_DECLS
