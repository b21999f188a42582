/* The page Tekst: what its outline leads to, and what asks for attention there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/text-page-private.h"

#include "core/findings.h"

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

void
akk_text_page_set_findings (AkkTextPage *self, GPtrArray *findings)
{
  guint n_open = findings != NULL ? akk_findings_count_open (findings) : 0;
  g_autoptr (GHashTable) texts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  g_return_if_fail (AKK_IS_TEXT_PAGE (self));

  for (guint i = 0; i < n_open; i++) {
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
akk_text_page_outline_init (AkkTextPage *self)
{
  g_signal_connect_object (self->outline_pane, "front-activated", G_CALLBACK (front_activated_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline_pane, "signatures-activated",
                           G_CALLBACK (signatures_activated_cb), self, G_CONNECT_SWAPPED);
}
