/* What a cell of the boards' matrix says, in the language of the interface.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/municipality-words.h"

#include <glib/gi18n.h>

#include "ui/day.h"

char *
akk_matrix_column_words (const AkkMunicipalityMatrix *matrix, const AkkMatrixColumn *column)
{
  switch (column->topic) {
  case AKK_MATRIX_DECISION:
    return g_strdup (_ ("Council decision"));
  case AKK_MATRIX_SIGNATURE:
    return g_strdup_printf (_ ("Signature %u"), column->place + 1);
  case AKK_MATRIX_SEAT:
    return g_strdup (column->body->name);
  case AKK_MATRIX_PRESENCE:
    return g_strdup (_ ("Last present"));
  case AKK_MATRIX_ACTIONS:
    return g_strdup_printf (_ ("Own actions %d"), matrix->year);
  case AKK_MATRIX_FIGURES:
  default:
    return g_strdup_printf (_ ("Figures %d"), matrix->year);
  }
}

static char *
dated (const char *words, const char *day)
{
  if (*words == '\0')
    return g_strdup (day);
  return *day != '\0' ? g_strdup_printf ("%s\n%s", words, day) : g_strdup (words);
}

static char *
count_words (const AkkMatrixCell *cell)
{
  /* Translators: so many of so many. */
  return cell->of > 0 ? g_strdup_printf (_ ("%u of %u"), cell->n, cell->of) : g_strdup ("");
}

char *
akk_matrix_cell_words (const AkkMunicipalityMatrix *matrix,
                       const AkkMatrixColumn *column,
                       const AkkMatrixCell *cell)
{
  g_autofree char *day = akk_day_brief (cell->day, matrix->day);
  g_autofree char *count = count_words (cell);

  if (cell->state == AKK_MATRIX_NOT_ASKED)
    return g_strdup ("");
  if (cell->refused)
    return dated (_ ("Refused"), day);
  switch (column->topic) {
  case AKK_MATRIX_DECISION:
    return cell->state == AKK_MATRIX_PARTLY ? dated (_ ("Planned"), day) : g_strdup (day);
  case AKK_MATRIX_SIGNATURE:
    return cell->state == AKK_MATRIX_PARTLY ? dated (_ ("Offered"), day)
           : cell->state == AKK_MATRIX_OPEN ? g_strdup (cell->name)
                                            : dated (cell->name, day);
  case AKK_MATRIX_SEAT:
    return cell->of > 1 ? dated (cell->name, count) : g_strdup (cell->name);
  case AKK_MATRIX_PRESENCE:
    return cell->of > 0 ? dated (*day != '\0' ? day : count, *day != '\0' ? count : "")
                        : g_strdup (day);
  case AKK_MATRIX_ACTIONS:
    return cell->of > 0 ? g_strdup_printf (_ ("%u of %u done"), cell->n, cell->of) : g_strdup ("");
  case AKK_MATRIX_FIGURES:
  default:
    return g_steal_pointer (&count);
  }
}

const char *
akk_matrix_state_words (const AkkMatrixCell *cell)
{
  static const char *const words[] = { N_ ("Not asked"), N_ ("To do"), N_ ("In part"),
                                       N_ ("In order") };

  return _ (words[cell->state]);
}

char *
akk_matrix_cell_spoken (const AkkMunicipalityMatrix *matrix,
                        const AkkMatrixColumn *column,
                        const AkkMatrixCell *cell)
{
  g_autofree char *words = akk_matrix_cell_words (matrix, column, cell);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  g_autofree char *line = g_strjoinv (", ", lines);

  return *line != '\0' ? g_strdup_printf ("%s, %s", akk_matrix_state_words (cell), line)
                       : g_strdup (akk_matrix_state_words (cell));
}

AkkGlyph
akk_matrix_glyph (const AkkMatrixCell *cell)
{
  static const AkkGlyph glyphs[] = { AKK_GLYPH_NONE, AKK_GLYPH_OPEN, AKK_GLYPH_BUSY,
                                     AKK_GLYPH_DONE };

  return cell->refused ? AKK_GLYPH_REFUSED : glyphs[cell->state];
}
