/* The page Tekst: when its preview is laid out again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/text-page-private.h"

#include <time.h>

#include "print/agreement-print.h"

/* What takes longer than a frame, some two hundred pages, waits until typing rests: no key has to
 * wait for it. */
#define QUICK_US 16000
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
lay_out (AkkTextPage *self)
{
  const AkkAgreementMatter matter = { .store = self->store,
                                      .agreement = self->agreement,
                                      .outline = self->outline,
                                      .text = akk_editor_get_text (self->editor),
                                      .today = akk_store_today (self->store) };
  gint64 start = processor_us ();
  g_autoptr (AkkPages) pages = akk_agreement_print (self->paper, &matter);

  akk_preview_set_pages (self->preview, pages);
  akk_text_page_set_pages (self, pages);
  akk_preview_mark_line (self->preview, akk_editor_get_line (self->editor), TRUE);
  self->layout_us = processor_us () - start;
}

static gboolean
lay_out_cb (gpointer data)
{
  AkkTextPage *self = data;

  self->preview_idle = 0;
  if (self->paper != NULL && self->agreement != NULL && self->show_preview)
    lay_out (self);
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

/* The text itself may say on which page something stands, also where nobody sees the paper. */
static void
count_pages_cb (gpointer data)
{
  AkkTextPage *self = data;

  self->pages_id = 0;
  if (self->paper != NULL && self->agreement != NULL && !self->show_preview &&
      akk_text_page_refers_to_pages (self))
    lay_out (self);
}

void
akk_text_page_queue_preview (AkkTextPage *self)
{
  if (!self->show_preview) {
    g_clear_handle_id (&self->pages_id, g_source_remove);
    self->pages_id = g_timeout_add_once (REST_US / 1000, count_pages_cb, self);
  }
  if (self->preview_tick != 0 || self->preview_idle != 0)
    return;
  self->preview_tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (self), update_preview_cb, NULL, NULL);
}

void
akk_text_page_stop_preview (AkkTextPage *self)
{
  g_clear_handle_id (&self->pages_id, g_source_remove);
  g_clear_handle_id (&self->preview_idle, g_source_remove);
  if (self->preview_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->preview_tick);
  self->preview_tick = 0;
}
