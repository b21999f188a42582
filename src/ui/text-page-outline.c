/* The page Tekst: what its outline leads to, and what asks for attention there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/text-page-private.h"

#include "core/findings.h"

#define REST_MS 600

static void
front_activated_cb (AkkTextPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "view.show-page", "s", "parties");
}

static void
signatures_activated_cb (AkkTextPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "view.show-page", "s", "signing");
}

/* What is not about the text is about the parties, or about the agreement as a whole. */
static void
look_cb (gpointer data)
{
  AkkTextPage *self = data;
  g_autoptr (GHashTable) texts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) findings = NULL;

  self->findings_id = 0;
  if (self->store == NULL || self->agreement == NULL)
    return;
  findings = akk_findings_new (self->store, self->agreement, akk_store_today (self->store));
  for (guint i = 0; i < akk_findings_count_open (findings); i++) {
    const AkkFinding *finding = findings->pdata[i];
    const char *above = g_hash_table_lookup (texts, &finding->section);
    char *all =
        above != NULL ? g_strconcat (above, "\n", finding->text, NULL) : g_strdup (finding->text);

    g_hash_table_insert (texts, g_memdup2 (&finding->section, sizeof finding->section), all);
  }
  akk_outline_pane_set_findings (self->outline_pane, texts);
  akk_text_page_update_guide (self);
}

void
akk_text_page_queue_findings (AkkTextPage *self)
{
  g_clear_handle_id (&self->findings_id, g_source_remove);
  self->findings_id = g_timeout_add_once (REST_MS, look_cb, self);
}

void
akk_text_page_outline_init (AkkTextPage *self)
{
  g_signal_connect_object (self->outline_pane, "front-activated", G_CALLBACK (front_activated_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline_pane, "signatures-activated",
                           G_CALLBACK (signatures_activated_cb), self, G_CONNECT_SWAPPED);
}
