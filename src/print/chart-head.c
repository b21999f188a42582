/* The head of a chart: its title, and the key to its marks.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/chart-internal.h"

#define BELOW 4.0 /* a title that has no key beside it */
#define LINE 12.0 /* of a key */
#define BASELINE 9.0
#define SIGN_GAP 5.0 /* between a sign and its words */
#define KEY_GAP 16.0 /* between keys */
#define MIDDLE 2.9 /* of small letters, above their baseline */
#define LONG 15.0 /* a line */
#define SQUARE 8.0

static double
sign_width (AkkKeySign sign)
{
  switch (sign) {
  case AKK_KEY_LINE:
  case AKK_KEY_REGION:
  case AKK_KEY_DASHES:
    return LONG + SIGN_GAP;
  case AKK_KEY_STROKE:
    return 1.6 + SIGN_GAP;
  case AKK_KEY_SQUARE:
    return SQUARE + SIGN_GAP;
  default:
    return 0;
  }
}

static void
draw_sign (AkkChart *self, const AkkKey *key, double x, double baseline)
{
  const double y = baseline - MIDDLE;

  switch (key->sign) {
  case AKK_KEY_LINE:
    akk_chart_line (self, AKK_INK_ACCENT, 1.4, AKK_DASH_NONE, x, y, x + LONG, y);
    akk_chart_point (self, x + LONG - 2.3, y, 2.3, FALSE);
    break;
  case AKK_KEY_REGION:
    akk_chart_line (self, AKK_INK_SECOND, 2.6, AKK_DASH_NONE, x, y, x + LONG, y);
    break;
  case AKK_KEY_DASHES:
    akk_chart_line (self, AKK_INK_TARGET, 0.9, AKK_DASH_DASHES, x, y, x + LONG, y);
    break;
  case AKK_KEY_STROKE:
    akk_chart_rectangle (self, AKK_INK_TARGET, x, y - 6.3, 1.6, 12.6);
    break;
  case AKK_KEY_SQUARE:
    akk_chart_square (self, key->standing, x, y - SQUARE / 2, SQUARE);
    break;
  default:
    break;
  }
}

static double
keys_width (AkkChart *self, const AkkKey *keys, guint n)
{
  double width = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (AkkSet) set =
        akk_chart_set (self, NULL, keys[i].words, AKK_LOOK_CHART, self->width / 2);
    width += sign_width (keys[i].sign) + set->width + (i > 0 ? KEY_GAP : 0);
  }
  return width;
}

/* The keys beside each other, on as many lines as they need; the first of which ends right. */
static double
add_keys (AkkChart *self, const AkkKey *keys, guint n, double top)
{
  double x = MAX (self->width - keys_width (self, keys, n), 0);

  for (guint i = 0; i < n; i++) {
    AkkSet *set = akk_chart_set (self, NULL, keys[i].words, AKK_LOOK_CHART, self->width / 2);
    double sign = sign_width (keys[i].sign), right = x + sign + set->width;
    double height = (set->n_lines - 1) * (double) set->leading;
    if (x > 0 && right > self->width + 0.1) {
      x = 0;
      top += LINE;
      right = sign + set->width;
    }
    draw_sign (self, &keys[i], x, top + BASELINE);
    akk_chart_put (self, set, AKK_INK_TEXT, x + sign, top + BASELINE, 0);
    top += height;
    x = right + KEY_GAP;
  }
  return top + LINE;
}

double
akk_chart_head (AkkChart *self, const AkkChartHead *head, const AkkKey *keys, guint n_keys)
{
  double y = 0, lead;

  if (head->bare || head->title == NULL) {
    if (n_keys == 0)
      return 0;
    y = add_keys (self, keys, n_keys, 0);
    self->lead = y;
    return y;
  }

  g_autoptr (AkkSet) title = akk_chart_set (self, NULL, head->title, AKK_LOOK_NAME, self->width);
  gboolean beside = n_keys > 0 && title->n_lines == 1 &&
                    title->width + KEY_GAP + keys_width (self, keys, n_keys) <= self->width;
  akk_chart_put (self, akk_set_ref (title), AKK_INK_TEXT, 0, title->baseline, 0);
  lead = title->n_lines * (double) title->leading;
  if (beside)
    add_keys (self, keys, n_keys, title->baseline - BASELINE);
  y += lead;
  if (head->subtitle != NULL && *head->subtitle != '\0') {
    AkkSet *set = akk_chart_set (self, NULL, head->subtitle, AKK_LOOK_CHART, self->width);
    double height = set->n_lines * (double) set->leading;
    akk_chart_put (self, set, AKK_INK_TEXT, 0, y + set->baseline, 0);
    y += height;
  }
  if (n_keys > 0 && !beside)
    y = add_keys (self, keys, n_keys, y + 2);
  return y + (n_keys > 0 ? BELOW : 0);
}
