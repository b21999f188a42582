/* The page Tekst: when its preview is laid out again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/text-page-private.h"

#include <time.h>

/* What takes longer than a frame, some two hundred pages, waits until typing rests, and then is
 * done in slices: no key has to wait for it. Sixty pages are one slice. */
#define QUICK_US 16000
#define SLICE_US 8000
#define REST_US 250000
/* The frame of the key is drawn at a priority just above, its keys are read far above. */
#define AFTER_FRAME (GDK_PRIORITY_REDRAW + 1)

/* Of this thread alone, so that it says how long the text is and not how busy the machine. */
static gint64
processor_us (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);
  return used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
}

static void
begin_layout (AkkTextPage *self)
{
  const AkkAgreementMatter matter = { .store = self->store,
                                      .agreement = self->agreement,
                                      .outline = self->outline,
                                      .text = akk_editor_get_text (self->editor),
                                      .today = akk_store_today (self->store) };

  self->layout = akk_agreement_layout_new (self->paper, &matter);
  self->slices_us = 0;
}

static void
show_pages (AkkTextPage *self, AkkPages *pages)
{
  akk_preview_set_pages (self->preview, pages);
  akk_text_page_set_pages (self, pages);
  akk_preview_mark_line (self->preview, akk_editor_get_line (self->editor), TRUE);
}

/* FALSE: all pages are there. */
static gboolean
lay_out_slice (AkkTextPage *self)
{
  const gint64 start = processor_us (), end = g_get_monotonic_time () + SLICE_US;
  gboolean more = TRUE;

  if (self->layout == NULL)
    begin_layout (self);
  while (more && g_get_monotonic_time () < end)
    more = akk_agreement_layout_step (self->layout);
  if (!more) {
    g_autoptr (AkkAgreementLayout) layout = g_steal_pointer (&self->layout);
    show_pages (self, akk_agreement_layout_get_pages (layout));
  }
  self->slices_us += processor_us () - start;
  if (!more)
    self->layout_us = self->slices_us;
  return more;
}

/* Where nobody sees the paper it is laid out only for a text that says on which page something
 * stands. */
static gboolean
lay_out_cb (gpointer data)
{
  AkkTextPage *self = data;

  if (self->paper != NULL && self->agreement != NULL &&
      (self->show_preview || akk_text_page_refers_to_pages (self)) && lay_out_slice (self))
    return G_SOURCE_CONTINUE;
  self->preview_idle = 0;
  return G_SOURCE_REMOVE;
}

/* Not in the frame of the key but right after it: the key appears first, then its page, in the next
 * frame. Waiting for that frame before the layout begins would make it one later. */
static gboolean
update_preview_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);

  if (self->layout_us > QUICK_US && g_get_monotonic_time () < self->edited_us + REST_US)
    return G_SOURCE_CONTINUE;
  self->preview_tick = 0;
  if (self->preview_idle == 0)
    self->preview_idle = g_idle_add_full (AFTER_FRAME, lay_out_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
count_pages_cb (gpointer data)
{
  AkkTextPage *self = data;

  self->pages_id = 0;
  if (self->preview_idle == 0)
    self->preview_idle = g_idle_add_full (AFTER_FRAME, lay_out_cb, self, NULL);
}

void
akk_text_page_queue_preview (AkkTextPage *self)
{
  akk_text_page_stop_preview (self);
  if (!self->show_preview)
    self->pages_id = g_timeout_add_once (REST_US / 1000, count_pages_cb, self);
  else
    self->preview_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), update_preview_cb, NULL, NULL);
}

void
akk_text_page_stop_preview (AkkTextPage *self)
{
  g_clear_handle_id (&self->pages_id, g_source_remove);
  g_clear_handle_id (&self->preview_idle, g_source_remove);
  if (self->layout != NULL)
    self->layout_us = MAX (self->layout_us, self->slices_us);
  g_clear_pointer (&self->layout, akk_agreement_layout_free);
  if (self->preview_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->preview_tick);
  self->preview_tick = 0;
}
