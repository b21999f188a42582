/* What one cell says of a figure: a number as people and programs write it, few people, or nothing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/measurement-names.h"
#include "core/measurement.h"

G_BEGIN_DECLS

/* "1.234" is a thousand in Belgium and one and a bit elsewhere; "1,234" the other way round. */
typedef enum {
  AKK_DECIMAL_AUTO, /* as the other cells show */
  AKK_DECIMAL_COMMA,
  AKK_DECIMAL_POINT,
} AkkDecimalSign;

/* What the cells of a table tell: how many numbers show their sign, and how many can be read in
 * two ways. */
typedef struct {
  guint n_comma, n_point, n_open;
} AkkDecimalLook;
void akk_decimal_look (AkkDecimalLook *self, const char *cell);
/* The sign that they show; a comma where they do not, or contradict each other. */
AkkDecimalSign akk_decimal_look_sign (const AkkDecimalLook *self);
/* Whether numbers that can be read in two ways were read by a guess. */
gboolean akk_decimal_look_doubtful (const AkkDecimalLook *self);

typedef enum { AKK_CELL_EMPTY, AKK_CELL_READ, AKK_CELL_WRONG } AkkCellReading;
typedef struct {
  AkkMeasurementState state;
  gint64 value; /* × 10⁴; 0 unless the state says that there is one */
  gboolean open; /* the number can be read in two ways */
  char *problem; /* AKK_CELL_WRONG: a translated sentence that says what to write */
  const char *offer; /* what was probably meant, or NULL */
} AkkMeasuredValue;

/* Reads "1.234,5", "12,5 %", "€ 1.200", "ja", "op weg", "-", "n.b.", "1-3", "<4" … as a value of
 * that indicator; more than four decimals are rounded. `problem` is the caller's. */
AkkCellReading akk_measured_value_read (const AkkMeasurementNames *names,
                                        const AkkIndicator *indicator,
                                        const char *cell,
                                        AkkDecimalSign sign,
                                        AkkMeasuredValue *value);
/* The cell that is read as exactly that, whatever the sign of the other cells. */
char *akk_measured_value_write (const AkkMeasurementNames *names,
                                const AkkIndicator *indicator,
                                AkkMeasurementState state,
                                gint64 value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
