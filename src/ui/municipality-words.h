/* What a cell of the boards' matrix says, in the language of the interface.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/municipality-matrix.h"
#include "ui/state-glyph.h"

G_BEGIN_DECLS

/* "Council decision", "Signature 2", "Steering group", "Figures 2025". */
char *akk_matrix_column_words (const AkkMunicipalityMatrix *matrix,
                               const AkkMatrixColumn *column) G_GNUC_WARN_UNUSED_RESULT;
/* What is there: "23 Jun", a name, "7 of 12", on one or two lines; "" for nothing. */
char *akk_matrix_cell_words (const AkkMunicipalityMatrix *matrix,
                             const AkkMatrixColumn *column,
                             const AkkMatrixCell *cell) G_GNUC_WARN_UNUSED_RESULT;
/* The same in a line, with its state first: "In part, 7 of 12". */
char *akk_matrix_cell_spoken (const AkkMunicipalityMatrix *matrix,
                              const AkkMatrixColumn *column,
                              const AkkMatrixCell *cell) G_GNUC_WARN_UNUSED_RESULT;
/* "In order", "In part", "To do", "Not asked". */
const char *akk_matrix_state_words (const AkkMatrixCell *cell);
AkkGlyph akk_matrix_glyph (const AkkMatrixCell *cell);

G_END_DECLS
