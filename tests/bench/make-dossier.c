/* Makes a big dossier: 300 agreements, 20,000 rows of text, about 80 MB.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agreement.h"
#include "core/dossier.h"
#include "core/order.h"
#include "core/section.h"
#include "material.h"

#define N_AGREEMENTS 300
#define N_SECTIONS 67

static void
add_agreement (AkkStore *store, GRand *rand, guint number)
{
  g_autoptr (AkkAgreement) agreement = akk_record_new (&akk_agreement_record);
  g_autofree char *title = g_strdup_printf ("Overeenkomst %u", number);
  g_autofree char *position = g_strdup ("");
  g_autoptr (GError) error = NULL;

  g_object_set (agreement, "title", title, "starts-on", (gint64) (10000 + number), NULL);
  akk_store_begin (store, "Make");
  akk_store_add (store, agreement);
  for (guint i = 0; i < N_SECTIONS; i++) {
    g_autoptr (AkkSection) section = akk_record_new (&akk_section_record);
    g_autofree char *body = material_body (rand, 230);
    char *next = akk_order_between (position, "");

    g_free (position);
    position = next;
    g_object_set (section, "agreement-id", agreement->record.id, "position", position, "heading",
                  title, "scheme", (gint64) AKK_SCHEME_RUNNING, "body", body, NULL);
    akk_store_add (store, section);
  }
  akk_store_commit (store, &error);
  g_assert_no_error (error);
}

static void
closed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  akk_dossier_publish_finish (AKK_DOSSIER (object), result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (data);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  AkkDossier *dossier = akk_dossier_open_finish (result, &error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  g_assert_no_error (error);
  for (guint i = 0; i < N_AGREEMENTS; i++)
    add_agreement (akk_dossier_get_store (dossier), rand, i);
  akk_dossier_close_async (dossier, NULL, closed_cb, data);
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;

  if (argc != 2 || !akk_dossier_create (argv[1], "Groot dossier", &error)) {
    g_printerr ("make-dossier: %s\n", error != NULL ? error->message : "give one path");
    return 2;
  }
  akk_dossier_open_async (argv[1], NULL, opened_cb, loop);
  g_main_loop_run (loop);
  return 0;
}
