/* Laid-out pages: what a flow becomes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pages-internal.h"

G_DEFINE_FINAL_TYPE (AkkPages, akk_pages, G_TYPE_OBJECT)

static void
akk_pages_finalize (GObject *object)
{
  AkkPages *self = AKK_PAGES (object);

  g_clear_pointer (&self->flow, akk_flow_free);
  g_free (self->places);
  g_array_unref (self->first);
  G_OBJECT_CLASS (akk_pages_parent_class)->finalize (object);
}

static void
akk_pages_class_init (AkkPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_pages_finalize;
}

static void
akk_pages_init (AkkPages *self)
{
  self->first = g_array_new (FALSE, TRUE, sizeof (guint));
}

AkkPages *
akk_pages_new (AkkFlow *flow)
{
  const AkkPageRules rules = { .height = AKK_PAGE_BOTTOM - AKK_PAGE_TOP,
                               .grid = AKK_SLOT / 2,
                               .shortest = 10 * AKK_SLOT,
                               .heading_free = 4 * AKK_SLOT,
                               .foot_space = AKK_SLOT };
  AkkPages *self = g_object_new (AKK_TYPE_PAGES, NULL);
  guint n_rows = flow->rows->len;

  self->flow = flow;
  self->places = g_new0 (AkkPlace, n_rows + 1);
  guint n_pages = akk_break_pages ((const AkkRow *) flow->rows->data, n_rows, &rules, self->places);
  for (guint row = 0; row < n_rows; row++) {
    while (self->first->len <= self->places[row].page)
      g_array_append_val (self->first, row);
  }
  while (self->first->len <= n_pages) {
    guint first = self->first->len == 0 ? 0 : n_rows;
    g_array_append_val (self->first, first);
  }
  akk_paper_age (flow->paper);
  return self;
}

guint
akk_pages_count (AkkPages *self)
{
  return self->first->len - 1;
}

void
akk_pages_size (AkkPages *self, guint page, double *width_pt, double *height_pt)
{
  *width_pt = AKK_PAGE_WIDTH;
  *height_pt = AKK_PAGE_HEIGHT;
}

guint
akk_pages_missing_glyphs (AkkPages *self)
{
  return self->flow->n_missing;
}

gboolean
akk_pages_find_line (AkkPages *self, guint line, guint *page, double *y_pt, double *height_pt)
{
  gboolean found = FALSE;

  for (guint row = 0; row < self->flow->rows->len; row++) {
    if (row_info (self->flow, row)->line != line)
      continue;
    double bottom = row_y (self, row) + g_array_index (self->flow->rows, AkkRow, row).height;
    if (!found) {
      *page = self->places[row].page;
      *y_pt = row_y (self, row);
      found = TRUE;
    }
    if (self->places[row].page == *page)
      *height_pt = bottom - *y_pt;
  }
  return found;
}

gboolean
akk_pages_line_at (AkkPages *self, guint page, double y_pt, guint *line)
{
  gboolean found = FALSE;

  g_return_val_if_fail (page < akk_pages_count (self), FALSE);
  /* The last one that begins above, else the first on the page. */
  for (guint row = page_row (self, page); row < page_row (self, page + 1); row++) {
    guint source = row_info (self->flow, row)->line;
    if (source == AKK_NO_LINE)
      continue;
    if (found && row_y (self, row) > y_pt)
      break;
    *line = source;
    found = TRUE;
  }
  return found;
}
