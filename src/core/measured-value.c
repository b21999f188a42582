/* What one cell says of a figure.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/measured-value.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "core/date-text.h"

/* Whole digits of a number that fits × 10⁴, and characters that are looked at. */
#define MAX_WHOLE_DIGITS 14
#define MAX_NUMBER 64

typedef enum { SHAPE_NONE, SHAPE_PLAIN, SHAPE_COMMA, SHAPE_POINT, SHAPE_OPEN } Shape;

/* A number taken apart: digits, with what divides them. */
typedef struct {
  gboolean negative;
  char digits[MAX_NUMBER + 1];
  guint n_digits;
  guint ends[MAX_NUMBER]; /* how many digits stand before each divider */
  char dividers[MAX_NUMBER]; /* ',', '.', ' ' */
  guint n_dividers;
} Parts;

/* --- The shape of a number --- */

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x202F || c == 0x2009 || c == '\'' || c == 0x2019;
}

/* FALSE when it is more than digits and dividers. */
static gboolean
take_apart (const char *text, Parts *parts)
{
  gboolean signed_ = FALSE;

  memset (parts, 0, sizeof *parts);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (parts->n_digits >= MAX_NUMBER || parts->n_dividers >= MAX_NUMBER)
      return FALSE;
    if (c >= '0' && c <= '9') {
      parts->digits[parts->n_digits++] = (char) c;
    } else if (!signed_ && parts->n_digits == 0 && parts->n_dividers == 0 &&
               (c == '-' || c == '+' || c == 0x2212)) {
      parts->negative = c != '+';
      signed_ = TRUE;
    } else if (c == ',' || c == '.' || is_space (c)) {
      if (is_space (c) && parts->n_digits == 0 && parts->n_dividers == 0)
        continue; /* between sign and number */
      parts->ends[parts->n_dividers] = parts->n_digits;
      parts->dividers[parts->n_dividers++] = is_space (c) ? ' ' : (char) c;
    } else {
      return FALSE;
    }
  }
  return parts->n_digits > 0;
}

/* The first `n` dividers stand between groups of three, and are of one kind. */
static gboolean
is_grouped (const Parts *parts, guint n, guint end)
{
  for (guint i = 0; i < n; i++) {
    guint next = i + 1 < n ? parts->ends[i + 1] : end;

    if (parts->dividers[i] != parts->dividers[0] || next - parts->ends[i] != 3)
      return FALSE;
  }
  return n == 0 || (parts->ends[0] >= 1 && parts->ends[0] <= 3);
}

static Shape
shape_of_sign (char divider)
{
  return divider == ',' ? SHAPE_COMMA : SHAPE_POINT;
}

/* What the dividers tell; `whole` (out): whether the last one is a decimal sign or, in an open
 * shape, may be. */
static Shape
shape_of (const Parts *parts, gboolean *fraction)
{
  guint n = parts->n_dividers, last = n > 0 ? n - 1 : 0;
  guint tail;

  *fraction = FALSE;
  if (n == 0)
    return SHAPE_PLAIN;
  tail = parts->n_digits - parts->ends[last];
  if (tail == 0)
    return SHAPE_NONE;
  if (n > 1 && is_grouped (parts, n, parts->n_digits)) /* 1.234.567 */
    return parts->dividers[0] == '.'   ? SHAPE_COMMA
           : parts->dividers[0] == ',' ? SHAPE_POINT
                                       : SHAPE_PLAIN;
  if (parts->dividers[last] == ' ') /* 1 234 */
    return is_grouped (parts, n, parts->n_digits) ? SHAPE_PLAIN : SHAPE_NONE;
  *fraction = TRUE;
  if (n > 1) /* 1.234,5 */
    return parts->dividers[0] != parts->dividers[last] &&
                   is_grouped (parts, last, parts->ends[last])
               ? shape_of_sign (parts->dividers[last])
               : SHAPE_NONE;
  if (tail == 3 && parts->ends[0] >= 1 && parts->ends[0] <= 3 && parts->digits[0] != '0')
    return SHAPE_OPEN;
  return shape_of_sign (parts->dividers[last]);
}

/* --- Its value --- */

/* As programs write very large and very small numbers: 1e-05. */
static gboolean
read_exponent (const char *text, gint64 *value)
{
  char *end;
  double number;

  if (strpbrk (text, "eE") == NULL || strspn (text, "+-0123456789.eE") != strlen (text) ||
      !g_ascii_isdigit (text[strspn (text, "+-")]))
    return FALSE;
  number = g_ascii_strtod (text, &end);
  if (*end != '\0' || !(fabs (number) < 1e13))
    return FALSE;
  *value = (gint64) llround (number * AKK_DECIMAL);
  return TRUE;
}

static gboolean
value_of (const Parts *parts, guint n_whole, gint64 *value)
{
  gint64 total = 0;
  guint skip = 0;

  while (skip < n_whole && parts->digits[skip] == '0')
    skip++;
  if (n_whole - skip > MAX_WHOLE_DIGITS)
    return FALSE;
  for (guint i = skip; i < n_whole + 4; i++)
    total = total * 10 + (i < parts->n_digits ? parts->digits[i] - '0' : 0);
  if (n_whole + 4 < parts->n_digits && parts->digits[n_whole + 4] >= '5')
    total++;
  *value = parts->negative ? -total : total;
  return TRUE;
}

static gboolean
read_number (const char *text, AkkDecimalSign sign, gint64 *value, gboolean *open)
{
  Parts parts;
  gboolean fraction;
  Shape shape;

  *open = FALSE;
  if (!take_apart (text, &parts))
    return read_exponent (text, value);
  shape = shape_of (&parts, &fraction);
  if (shape == SHAPE_NONE)
    return FALSE;
  if (shape == SHAPE_OPEN) {
    *open = TRUE;
    fraction = (parts.dividers[0] == ',') == (sign != AKK_DECIMAL_POINT);
  }
  return value_of (&parts, fraction ? parts.ends[parts.n_dividers - 1] : parts.n_digits, value);
}

/* --- What the table tells --- */

/* Takes the word off the start or the end; whatever its capitals. */
static gboolean
take_off (char *text, const char *word)
{
  gsize n = strlen (text), n_word = strlen (word);

  if (n_word == 0 || n <= n_word)
    return FALSE;
  if (g_ascii_strncasecmp (text, word, n_word) == 0) {
    memmove (text, text + n_word, n - n_word + 1);
  } else if (g_ascii_strcasecmp (text + n - n_word, word) == 0) {
    text[n - n_word] = '\0';
  } else {
    return FALSE;
  }
  g_strstrip (text);
  return TRUE;
}

void
akk_decimal_look (AkkDecimalLook *self, const char *cell)
{
  g_autofree char *text = NULL;
  gboolean fraction;
  Parts parts;

  if (strpbrk (cell, ",.") == NULL || strlen (cell) > MAX_NUMBER)
    return;
  text = g_strstrip (g_strdup (cell));
  if (!take_off (text, "%"))
    take_off (text, "€");
  if (!take_apart (text, &parts))
    return;
  switch (shape_of (&parts, &fraction)) {
  case SHAPE_COMMA:
    self->n_comma++;
    break;
  case SHAPE_POINT:
    self->n_point++;
    break;
  case SHAPE_OPEN:
    self->n_open++;
    break;
  default:
    break;
  }
}

AkkDecimalSign
akk_decimal_look_sign (const AkkDecimalLook *self)
{
  return self->n_point > 0 && self->n_comma == 0 ? AKK_DECIMAL_POINT : AKK_DECIMAL_COMMA;
}

gboolean
akk_decimal_look_doubtful (const AkkDecimalLook *self)
{
  return self->n_open > 0 && (self->n_point > 0) == (self->n_comma > 0);
}

/* --- A cell --- */

/* The number without what it is a number of. */
static char *
bare_number (const AkkIndicator *indicator, const char *cell)
{
  char *text = g_strstrip (g_strdup (cell));

  if (indicator->kind == AKK_INDICATOR_PERCENTAGE)
    take_off (text, "%");
  else if (indicator->kind == AKK_INDICATOR_MONEY) {
    if (!take_off (text, "€") && !take_off (text, "EUR"))
      take_off (text, "euro");
  } else if (indicator->kind == AKK_INDICATOR_NUMBER)
    take_off (text, indicator->unit);
  return text;
}

static char *
scale_words (const AkkMeasurementNames *names)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < AKK_SCALE_STEPS; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "",
                            akk_measurement_names_step (names, i));
  return g_string_free_and_steal (words);
}

static char *
not_understood (const AkkMeasurementNames *names, const AkkIndicator *indicator, const char *cell)
{
  const char *none = akk_measurement_names_word (names, AKK_MEASURE_UNAVAILABLE);
  g_autofree char *steps = NULL;

  switch (indicator->kind) {
  case AKK_INDICATOR_YES_NO:
    return g_strdup_printf (_ ("“%s” is no answer to “%s”. Write %s, %s or %s."), cell,
                            indicator->name, akk_measurement_names_word (names, AKK_MEASURE_YES),
                            akk_measurement_names_word (names, AKK_MEASURE_NO), none);
  case AKK_INDICATOR_SCALE:
    steps = scale_words (names);
    return g_strdup_printf (_ ("“%s” is no step of “%s”. Write one of these: %s, %s."), cell,
                            indicator->name, steps, none);
  default:
    break;
  }
  if (strchr (cell, '%') != NULL && indicator->kind != AKK_INDICATOR_PERCENTAGE)
    return g_strdup_printf (_ ("“%s” is a percentage, but “%s” is counted in numbers. Write the "
                               "number."),
                            cell, indicator->name);
  return g_strdup_printf (_ ("“%s” is no number. Write it as 1.234,5, as 1–3 when it is "
                             "suppressed, or as %s when it is not known."),
                          cell, none);
}

/* Spreadsheets turn 1-3 into a day. */
static AkkCellReading
read_day (const AkkMeasurementNames *names, const char *cell, AkkMeasuredValue *value)
{
  if (akk_date_read (cell) == AKK_NO_DATE &&
      !akk_measurement_names_is (names, AKK_MEASURE_DAY, cell))
    return AKK_CELL_READ;
  value->problem =
      g_strdup_printf (_ ("“%s” is a day. A spreadsheet makes one of 1-3: write %s "
                          "if that was meant, else the number."),
                       cell, akk_measurement_names_word (names, AKK_MEASURE_SUPPRESSED));
  value->offer = akk_measurement_names_word (names, AKK_MEASURE_SUPPRESSED);
  return AKK_CELL_WRONG;
}

/* A share of people lies between none and all of them. */
static AkkCellReading
check (const AkkIndicator *indicator, const char *cell, AkkMeasuredValue *value)
{
  if (indicator->kind != AKK_INDICATOR_PERCENTAGE || indicator->weight_id == 0 ||
      (value->value >= 0 && value->value <= 100 * AKK_DECIMAL))
    return AKK_CELL_READ;
  value->problem = g_strdup_printf (_ ("“%s” is not between 0 and 100, but “%s” is a share. "
                                       "Correct the number."),
                                    cell, indicator->name);
  return AKK_CELL_WRONG;
}

static AkkCellReading
read_known (const AkkMeasurementNames *names,
            const AkkIndicator *indicator,
            const char *cell,
            AkkDecimalSign sign,
            AkkMeasuredValue *value)
{
  g_autofree char *number = bare_number (indicator, cell);
  int step;

  if (indicator->kind == AKK_INDICATOR_YES_NO) {
    value->value = akk_measurement_names_is (names, AKK_MEASURE_YES, cell) ? AKK_DECIMAL : 0;
    if (value->value != 0 || akk_measurement_names_is (names, AKK_MEASURE_NO, cell))
      return AKK_CELL_READ;
  } else if (indicator->kind == AKK_INDICATOR_SCALE) {
    step = akk_measurement_names_find_step (names, cell);
    if (step < 0 && strlen (cell) == 1 && *cell >= '0' && *cell < '0' + AKK_SCALE_STEPS)
      step = *cell - '0';
    value->value = step * AKK_DECIMAL;
    if (step >= 0)
      return AKK_CELL_READ;
  } else if (read_number (number, sign, &value->value, &value->open)) {
    return check (indicator, cell, value);
  }
  value->value = 0;
  value->problem = not_understood (names, indicator, cell);
  return AKK_CELL_WRONG;
}

AkkCellReading
akk_measured_value_read (const AkkMeasurementNames *names,
                         const AkkIndicator *indicator,
                         const char *cell,
                         AkkDecimalSign sign,
                         AkkMeasuredValue *value)
{
  gboolean counted =
      indicator->kind != AKK_INDICATOR_YES_NO && indicator->kind != AKK_INDICATOR_SCALE;

  memset (value, 0, sizeof *value);
  if (*cell == '\0')
    return AKK_CELL_EMPTY;
  if (strspn (cell, "0123456789") == strlen (cell)) /* most are */
    return read_known (names, indicator, cell, sign, value);
  if (akk_measurement_names_is (names, AKK_MEASURE_UNAVAILABLE, cell)) {
    value->state = AKK_MEASUREMENT_UNAVAILABLE;
    return AKK_CELL_READ;
  }
  if (counted && akk_measurement_names_is (names, AKK_MEASURE_SUPPRESSED, cell)) {
    value->state = AKK_MEASUREMENT_SUPPRESSED;
    return AKK_CELL_READ;
  }
  if (counted && read_day (names, cell, value) == AKK_CELL_WRONG)
    return AKK_CELL_WRONG;
  return read_known (names, indicator, cell, sign, value);
}

/* --- Writing --- */

/* Three decimals after one to three digits could be thousands: those get a fourth. */
static char *
write_number (gint64 value, guint decimals)
{
  guint64 size = value < 0 ? -(guint64) value : (guint64) value;
  guint64 whole = size / AKK_DECIMAL;
  g_autofree char *fraction = g_strdup_printf ("%04" G_GUINT64_FORMAT, size % AKK_DECIMAL);
  guint n = 4;

  while (n > decimals && fraction[n - 1] == '0')
    n--;
  if (n == 3 && whole > 0 && whole < 1000)
    n = 4;
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s%.*s", value < 0 ? "-" : "", whole,
                          n > 0 ? "," : "", (int) n, fraction);
}

char *
akk_measured_value_write (const AkkMeasurementNames *names,
                          const AkkIndicator *indicator,
                          AkkMeasurementState state,
                          gint64 value)
{
  if (state == AKK_MEASUREMENT_UNAVAILABLE)
    return g_strdup (akk_measurement_names_word (names, AKK_MEASURE_UNAVAILABLE));
  if (state == AKK_MEASUREMENT_SUPPRESSED)
    return g_strdup (akk_measurement_names_word (names, AKK_MEASURE_SUPPRESSED));
  if (indicator->kind == AKK_INDICATOR_YES_NO)
    return g_strdup (
        akk_measurement_names_word (names, value != 0 ? AKK_MEASURE_YES : AKK_MEASURE_NO));
  if (indicator->kind == AKK_INDICATOR_SCALE)
    return g_strdup (akk_measurement_names_step (
        names, (guint) CLAMP (value / AKK_DECIMAL, 0, AKK_SCALE_STEPS - 1)));
  return write_number (value, (guint) CLAMP (indicator->decimals, 0, 4));
}
