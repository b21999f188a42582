/* The terms of an agreement, and the way along its line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-fixture.h"

#include "core/dates.h"
#include "ui/terms-dialog.h"

static void
chosen_cb (AkkTermsDialog *dialog, gint64 id, gint64 *chosen)
{
  *chosen = id;
}

static AkkAgreement *
add_predecessor (RegisterFixture *f)
{
  g_autoptr (GError) error = NULL;
  AkkAgreement *before = akk_record_new (&akk_agreement_record);

  akk_record_set_text (before, akk_record_type_field (&akk_agreement_record, "title"), "Vroeger");
  akk_record_set_int (before, akk_record_type_field (&akk_agreement_record, "starts_on"),
                      akk_date_from_ymd (2014, 1, 1));
  akk_record_set_int (before, akk_record_type_field (&akk_agreement_record, "ends_on"),
                      akk_date_from_ymd (2018, 12, 31));
  akk_store_begin (f->store, "Add");
  akk_store_add (f->store, before);
  akk_store_set_int (f->store, f->agreement, "predecessor_id", before->record.id);
  akk_store_set_int (f->store, f->agreement, "starts_on", akk_date_from_ymd (2020, 1, 1));
  akk_store_set_int (f->store, f->agreement, "indefinite", TRUE);
  akk_store_set_int (f->store, f->agreement, "notice_months", 6);
  akk_store_commit (f->store, &error);
  g_assert_no_error (error);
  return before;
}

static void
line_is_walked (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkAgreement) before = add_predecessor (f);
  AkkTermsDialog *dialog;
  gint64 chosen = 0;

  g_setenv ("AKKOORD_TODAY", "2025-11-17", TRUE);
  dialog = akk_terms_dialog_new (f->store, f->agreement);
  g_signal_connect (dialog, "chosen", G_CALLBACK (chosen_cb), &chosen);
  register_show (f, gtk_label_new ("Akkoord"));
  adw_dialog_present (ADW_DIALOG (dialog), f->window);
  register_expect (f, "Of indefinite duration");
  register_expect (f, "Notice today → ends on 17 May 2026");
  register_expect (f, "2019");
  register_expect (f, "No agreement: it went on informally");
  gtk_widget_activate (register_row (f, "Vroeger"));
  register_settle ();
  g_assert_cmpint (chosen, ==, before->record.id);
  g_unsetenv ("AKKOORD_TODAY");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/terms-dialog/line-is-walked", RegisterFixture, NULL, register_set_up,
              line_is_walked, register_tear_down);
  return g_test_run ();
}
