/* The page Ondertekening: the route of an agreement from draft to signed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/signing-page.h"

struct _AkkSigningPage {
  AdwBin parent_instance;

  AkkStore *store;
  AkkAgreement *agreement;
};

G_DEFINE_FINAL_TYPE (AkkSigningPage, akk_signing_page, ADW_TYPE_BIN)

static void
akk_signing_page_dispose (GObject *object)
{
  AkkSigningPage *self = AKK_SIGNING_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_SIGNING_PAGE);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_signing_page_parent_class)->dispose (object);
}

static void
akk_signing_page_class_init (AkkSigningPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_signing_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/be/akkoord/Akkoord/ui/signing-page.ui");
}

static void
akk_signing_page_init (AkkSigningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
akk_signing_page_set_agreement (AkkSigningPage *self, AkkStore *store, AkkAgreement *agreement)
{
  g_return_if_fail (AKK_IS_SIGNING_PAGE (self));

  g_set_object (&self->store, store);
  g_set_object (&self->agreement, agreement);
}
