/* The figures of an agreement's indicators: what was measured, and what follows from it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measurements are read for one indicator at a time, when it is first asked for, and kept up with
 * the store. All values are numbers × 10⁴ (indicator.h). */
#pragma once

#include "core/indicator.h"
#include "core/measurement.h"
#include "core/phrases.h"
#include "core/store.h"

G_BEGIN_DECLS

typedef enum {
  AKK_FIGURE_MISSING, /* nothing was entered */
  AKK_FIGURE_UNAVAILABLE, /* somebody said that there is none */
  AKK_FIGURE_SUPPRESSED, /* 1, 2 or 3 */
  AKK_FIGURE_RANGE, /* reckoned with suppressed parts: from low to high */
  AKK_FIGURE_KNOWN, /* low and high are the value */
} AkkFigureState;

/* One figure. A suppressed one has low 1 and high 3; of a percentage or a mean, what these are of
 * its weight. A reckoned one has no measurement; `n_parts` are the municipalities or target groups
 * it was reckoned from, `n_known` those of which something is known (suppressed ones included). It
 * is complete when they are equal; an incomplete one says less than the truth. */
typedef struct {
  AkkFigureState state;
  gint64 low, high;
  gint64 measurement_id; /* 0: reckoned, or missing */
  gint64 until; /* AKK_NO_DATE: the whole year; else the earliest of its parts */
  guint n_parts, n_known;
  gboolean provisional; /* it, or a part of it */
} AkkFigure;

/* Where a figure stands, seen from its target.
 *
 * REACHED: at its target or past it. ON_THE_WAY: nearer to it than the figure before (the baseline
 * where there is none). CHANCE: it misses its target by no more than what is suppressed in it, or
 * than chance alone would make of so few people, so that nobody may call it a failure: see
 * akk_figure_chance(). BEHIND: none of these. What is no later than the baseline is where one
 * starts from: it is behind nothing. */
typedef enum {
  AKK_STANDING_NONE, /* no figure, no target, a sum that parts are missing of, or the start */
  AKK_STANDING_REACHED,
  AKK_STANDING_ON_THE_WAY,
  AKK_STANDING_BEHIND,
  AKK_STANDING_CHANCE,
} AkkStanding;
/* "reached", "on-the-way", …: codes that never change; "none". */
extern const char *const akk_standings[];

#define AKK_TYPE_FIGURES (akk_figures_get_type ())
G_DECLARE_FINAL_TYPE (AkkFigures, akk_figures, AKK, FIGURES, GObject)

/* Signal "changed" (AkkFigures *): figures, targets, indicators or municipalities are others than
 * before, after a step of the store. */
AkkFigures *akk_figures_new (AkkStore *store, gint64 agreement_id) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the figures of all indicators at once, for who wants most of them: else each is read when
 * it is first asked for. */
void akk_figures_read_all (AkkFigures *self);

/* The indicators in their order; elements AkkIndicator. Borrowed until the next change. */
GPtrArray *akk_figures_indicators (AkkFigures *self);
/* The parties that are municipalities, in their order; elements AkkParty. Borrowed likewise. */
GPtrArray *akk_figures_municipalities (AkkFigures *self);
/* The target groups that an indicator was measured or has a target for: those of the Pact first, in
 * its order, then others by name. Elements char *; borrowed likewise. */
GPtrArray *akk_figures_target_groups (AkkFigures *self, const AkkIndicator *indicator);
/* The first and last year with a measurement. FALSE: there is none. */
gboolean akk_figures_years (AkkFigures *self, const AkkIndicator *indicator, int *first, int *last);

/* The figure of a year. `party_id` 0: of the region; `target_group` "" (or NULL): of all. Where it
 * was not measured itself it is reckoned from its municipalities, else from its target groups, by
 * the rule of the indicator (numbers and amounts over target groups: their sum; all else has none).
 * A weighted mean leaves out parts whose weight is not known. */
AkkFigure akk_figures_get (AkkFigures *self,
                           const AkkIndicator *indicator,
                           int year,
                           gint64 party_id,
                           const char *target_group);
/* The newest year up to and including `year` with a figure of the region that is not missing; 0:
 * none. */
int akk_figures_latest (AkkFigures *self, const AkkIndicator *indicator, int year);
/* The municipalities without a measurement of that year, those that said that there is none left
 * out; elements AkkParty. Empty when it is not measured for municipalities. */
GPtrArray *akk_figures_lacking (AkkFigures *self,
                                const AkkIndicator *indicator,
                                int year) G_GNUC_WARN_UNUSED_RESULT;

/* What the measurements of a year say of their source, each once, where it is another than the
 * indicator's; and the day on which the newest came in, or AKK_NO_DATE. Elements char *, borrowed
 * until the next change. */
GPtrArray *akk_figures_sources (AkkFigures *self,
                                const AkkIndicator *indicator,
                                int year,
                                gint64 *received_on) G_GNUC_WARN_UNUSED_RESULT;

/* The target of a year: its own, else that of the next year that has one, else of the last one
 * before. FALSE: there is none. `upper` (out, optional) is that of a band, else the value; `of`
 * (out, optional) the year it was set for. A municipality without its own has that of the region
 * where the indicator is no number or amount. */
gboolean akk_figures_target (AkkFigures *self,
                             const AkkIndicator *indicator,
                             int year,
                             gint64 party_id,
                             gint64 *value,
                             gint64 *upper,
                             int *of);
/* The same of a target group in the whole region: only its own. */
gboolean akk_figures_group_target (AkkFigures *self,
                                   const AkkIndicator *indicator,
                                   int year,
                                   const char *target_group,
                                   gint64 *value,
                                   gint64 *upper,
                                   int *of);
AkkStanding
akk_figures_standing (AkkFigures *self, const AkkIndicator *indicator, int year, gint64 party_id);
/* Between which values chance alone may have brought this figure, at 95 %. A count: the exact
 * limits of Poisson in Byar's approximation (Breslow and Day, Statistical Methods in Cancer
 * Research II, 1987, p. 69). A percentage of `n` people (× 10⁴): Wilson's interval (Journal of the
 * American Statistical Association 22, 1927, p. 209). FALSE: for other kinds, when `n` is not
 * known, and where the figure is not. */
gboolean akk_figure_chance (
    AkkIndicatorKind kind, const AkkFigure *figure, gint64 n, gint64 *low, gint64 *high);

/* A figure in words, with its unit if `unit` says so: "46 %", "1–3", "12–18", "ja", "op weg",
 * "niet beschikbaar"; "" when it is missing. In the language of the phrases. */
char *akk_figure_words (AkkPhrases *phrases,
                        const AkkIndicator *indicator,
                        const AkkFigure *figure,
                        gboolean unit) G_GNUC_WARN_UNUSED_RESULT;
/* The same of a bare value: of a baseline or a target. */
char *akk_indicator_words (AkkPhrases *phrases,
                           const AkkIndicator *indicator,
                           gint64 value,
                           gboolean unit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
