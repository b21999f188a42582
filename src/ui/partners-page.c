/* The page Partners: the register of organisations and persons.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/partners-page.h"

struct _AkkPartnersPage {
  AdwBin parent_instance;

  AkkStore *store;
};

G_DEFINE_FINAL_TYPE (AkkPartnersPage, akk_partners_page, ADW_TYPE_BIN)

static void
akk_partners_page_dispose (GObject *object)
{
  AkkPartnersPage *self = AKK_PARTNERS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_PARTNERS_PAGE);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_partners_page_parent_class)->dispose (object);
}

static void
akk_partners_page_class_init (AkkPartnersPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_partners_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/be/akkoord/Akkoord/ui/partners-page.ui");
}

static void
akk_partners_page_init (AkkPartnersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
akk_partners_page_set_store (AkkPartnersPage *self, AkkStore *store)
{
  g_return_if_fail (AKK_IS_PARTNERS_PAGE (self));

  g_set_object (&self->store, store);
}
