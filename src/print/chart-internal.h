/* What charts are drawn with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/tabular.h"
#include "print/chart-scale.h"
#include "print/chart.h"
#include "print/paper-internal.h"

G_BEGIN_DECLS

typedef enum {
  AKK_INK_TEXT,
  AKK_INK_ACCENT,
  AKK_INK_SECOND,
  AKK_INK_GROUND,
  AKK_INK_AXIS,
  AKK_INK_TARGET,
  AKK_INK_PAPER,
} AkkInk;

typedef enum { AKK_DASH_NONE, AKK_DASH_DOTS, AKK_DASH_DASHES } AkkDash;

typedef enum {
  AKK_MARK_RECTANGLE,
  AKK_MARK_DISC,
  AKK_MARK_LINE,
  AKK_MARK_AREA,
  AKK_MARK_TEXT
} AkkMarkKind;

typedef struct {
  double x, y;
} AkkSpot;

typedef struct {
  double x, y, width, height;
} AkkBox;

/* From the top left of the chart. */
typedef struct {
  guint8 kind, ink, dash;
  float thick; /* of the stroke; 0: it is filled */
  float x, y; /* a rectangle's corner, a disc's middle, the left end of a baseline */
  float width, height; /* of a rectangle; `width` is the radius of a disc */
  guint first, n; /* the spots of a line or an area */
  AkkSet *set; /* owned */
  guint line; /* of the set */
} AkkMark;

struct _AkkChart {
  gatomicrefcount ref_count;
  AkkPaper *paper; /* owned: its faces draw the texts */
  AkkPhrases *phrases; /* the paper's */
  double width, height, lead;
  GArray *marks; /* AkkMark */
  GArray *spots; /* AkkSpot */
  char *alt;
  GString *note;
  GPtrArray *table;
};

/* --- chart.c: while it is made --- */

AkkChart *akk_chart_begin (AkkPaper *paper, double width_pt) G_GNUC_WARN_UNUSED_RESULT;
void
akk_chart_rectangle (AkkChart *self, AkkInk ink, double x, double y, double width, double height);
void akk_chart_disc (AkkChart *self, AkkInk ink, double thick, double x, double y, double radius);
/* A point of a line, with a halo. `hollow`: open. */
void akk_chart_point (AkkChart *self, double x, double y, double radius, gboolean hollow);
void akk_chart_outline (
    AkkChart *self, AkkInk ink, double thick, double x, double y, double width, double height);
void akk_chart_line (AkkChart *self,
                     AkkInk ink,
                     double thick,
                     AkkDash dash,
                     double x0,
                     double y0,
                     double x1,
                     double y1);
void akk_chart_lines (
    AkkChart *self, AkkInk ink, double thick, AkkDash dash, const AkkSpot *spots, guint n);
void akk_chart_area (AkkChart *self, AkkInk ink, const AkkSpot *spots, guint n);
/* Text of which the first part is semibold; NULL: no such part. */
AkkSet *akk_chart_set (AkkChart *self,
                       const char *bold,
                       const char *plain,
                       AkkLook look,
                       double measure) G_GNUC_WARN_UNUSED_RESULT;
/* All its lines, the first one's baseline there; taken over. `align`: 0 begins at x, 0.5 stands in
 * the middle of it, 1 ends there. */
void
akk_chart_put (AkkChart *self, AkkSet *set, AkkInk ink, double x, double baseline, double align);
/* What a text that is put so covers. */
AkkBox akk_chart_box (const AkkSet *set, double x, double baseline, double align);
gboolean akk_box_overlaps (const AkkBox *a, const AkkBox *b);

/* --- chart-words.c --- */

/* The value with what it is of: "80 %", "4 tot 6", "" when it is not set. */
char *akk_chart_level_words (AkkPhrases *phrases,
                             const AkkIndicator *indicator,
                             const AkkChartLevel *level,
                             gboolean unit) G_GNUC_WARN_UNUSED_RESULT;
/* Title, subtitle: what an alternative text begins with. */
GString *akk_chart_alt_begin (const AkkChartHead *head) G_GNUC_WARN_UNUSED_RESULT;
/* "van 77,9 % in 2020 naar 79,9 % in 2024" */
char *akk_chart_course (AkkPhrases *phrases,
                        const AkkIndicator *indicator,
                        const AkkChartPoint *points,
                        guint n) G_GNUC_WARN_UNUSED_RESULT;
/* What is said of one figure besides its value: "voorlopig", "7 van 8"; "". */
char *akk_chart_remark (AkkPhrases *phrases, const AkkFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
/* The phrase for a target: of a value, or of a band. */
const char *akk_chart_target_key (const AkkChartLevel *target);
/* ". Nulmeting 77,9 % (2020)" at the end of an alternative text. */
void akk_chart_add_level_words (AkkChart *self,
                                GString *alt,
                                const AkkIndicator *indicator,
                                const AkkChartLevel *level,
                                const char *key);
/* Alternative text, table and note of figures over the years. */
void akk_chart_say_series (AkkChart *self, const AkkChartSeries *data);
/* A row of the table; takes the cells over. */
void akk_chart_add_row (AkkChart *self, char *first, ...) G_GNUC_NULL_TERMINATED;
/* What must be said under the chart of what is hollow, suppressed or a range in it. */
void akk_chart_say (AkkChart *self, const AkkChartPoint *points, guint n);
void akk_chart_add_note (AkkChart *self, const char *sentence);

/* --- chart-head.c --- */

/* What the marks mean, on one line. */
typedef enum {
  AKK_KEY_LINE,
  AKK_KEY_REGION,
  AKK_KEY_DASHES,
  AKK_KEY_STROKE,
  AKK_KEY_SQUARE,
  AKK_KEY_NONE
} AkkKeySign;
typedef struct {
  AkkKeySign sign;
  gint64 standing; /* of a square: action.h */
  const char *words;
} AkkKey;
/* The title and what is under it, and the key at the right end of the title's line if there is
 * room, else under it. Returns where they end. */
double akk_chart_head (AkkChart *self, const AkkChartHead *head, const AkkKey *keys, guint n_keys);

/* --- chart-axis.c --- */

/* How many words the levels of a scale or yes/no are; 0: they are numbers. */
guint akk_chart_n_steps (const AkkIndicator *indicator);

/* Years that do not collide: the first ones go before. */
typedef struct {
  double left, right, y;
  int from, to;
} AkkYearAxis;
double akk_year_place (const AkkYearAxis *self, int year);
void akk_chart_years (
    AkkChart *self, const AkkYearAxis *axis, const int *years, guint n, gboolean ticks);
gboolean akk_figure_has_value (const AkkFigure *figure);
/* Hollow: it may still change. */
gboolean akk_figure_is_open (const AkkFigure *figure);
void akk_range_add_points (AkkRange *range, const AkkChartPoint *points, guint n);
void akk_range_add_level (AkkRange *range, const AkkChartLevel *level);
/* Line, bands and bars of ranges; no points. */
void akk_chart_curve (AkkChart *self,
                      const AkkYearAxis *axis,
                      const AkkScale *scale,
                      const AkkChartPoint *points,
                      guint n,
                      AkkInk ink,
                      double thick);

/* --- chart-squares.c --- */

void akk_chart_square (AkkChart *self, gint64 standing, double x, double y, double side);

G_END_DECLS
