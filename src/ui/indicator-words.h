/* How the window speaks of an indicator.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/indicator-scope.h"
#include "ui/state-glyph.h"

G_BEGIN_DECLS

/* "On the way"; "" for none. Borrowed. */
const char *akk_indicator_standing_label (AkkStanding standing);
AkkGlyph akk_indicator_standing_glyph (AkkStanding standing);
/* Why it stands so, and by which method; "" where the word says all. */
char *akk_indicator_standing_reason (AkkIndicatorScope *scope,
                                     const AkkIndicator *indicator,
                                     int year,
                                     AkkStanding standing) G_GNUC_WARN_UNUSED_RESULT;

/* "2025, provisional". */
char *akk_indicator_year_words (int year, const AkkFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
/* "September 2025", of the day up to which a figure counts; else "2025". */
char *akk_indicator_period_words (int year, gint64 until) G_GNUC_WARN_UNUSED_RESULT;
/* "Baseline 31 %"; "" when there is none. */
char *akk_indicator_baseline_words (AkkIndicatorScope *scope,
                                    const AkkIndicator *indicator) G_GNUC_WARN_UNUSED_RESULT;
/* "Target 55 %", of a band "Target 40–60 %"; with its year when that is not `year`. "": none. */
char *akk_indicator_target_words (AkkIndicatorScope *scope,
                                  const AkkIndicator *indicator,
                                  int year) G_GNUC_WARN_UNUSED_RESULT;
/* One sentence: what somebody said of the figure, else what is missing of it, else how it changed.
 */
char *akk_indicator_sentence (AkkIndicatorScope *scope,
                              const AkkIndicator *indicator,
                              int year) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a figure alone is no figure: "46 %", "op weg", but "214". */
gboolean akk_indicator_has_sign (const AkkIndicator *indicator);
/* A value, or from one to another. */
char *akk_indicator_band_words (AkkIndicatorScope *scope,
                                const AkkIndicator *indicator,
                                gint64 value,
                                gint64 upper) G_GNUC_WARN_UNUSED_RESULT;
/* Names as a sentence lists them: "Berlare and Zele". */
char *akk_indicator_names (AkkIndicatorScope *scope,
                           const GPtrArray *parties) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
