/* The page Evaluatie: who signed the adopted report, and who still has to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page-private.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "ui/signature-dialog.h"
#include "ui/signing-line.h"

/* --- The lines --- */

/* The signatory whose button has the focus; 0: none has. */
static gint64
focused_signatory (AkkEvaluationPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GVariant *target;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->side->signatures->list)) ||
      !GTK_IS_ACTIONABLE (focus))
    return 0;
  target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focus));
  return target != NULL ? g_variant_get_int64 (target) : 0;
}

static gboolean
focus_signatory (GtkWidget *widget, gint64 signatory)
{
  GVariant *target = GTK_IS_ACTIONABLE (widget)
                         ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget))
                         : NULL;

  if (target != NULL && g_variant_get_int64 (target) == signatory)
    return gtk_widget_grab_focus (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (focus_signatory (child, signatory))
      return TRUE;
  return FALSE;
}

static void
show_lines (AkkEvaluationPage *self)
{
  AkkEvaluationSignatures *pane = self->side->signatures;
  gint64 today = akk_store_today (self->store), focused = focused_signatory (self);

  gtk_list_box_remove_all (pane->list);
  for (guint i = 0; i < self->signing->rows->len; i++) {
    GtkWidget *line = akk_signing_line_new (self->signing->rows->pdata[i], today);

    akk_signing_line_set_narrow (AKK_SIGNING_LINE (line), TRUE);
    gtk_list_box_append (pane->list, line);
  }
  if (focused != 0)
    focus_signatory (GTK_WIDGET (pane->list), focused);
}

static void
show_count (AkkEvaluationPage *self)
{
  AkkEvaluationSignatures *pane = self->side->signatures;
  const AkkSigning *signing = self->signing;
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), signing->n_signed, signing->n_places);
  /* Translators: signatures of a report, as in "Signatures: 13 of 18". */
  g_autofree char *label =
      g_strdup_printf (_ ("Signatures: %u of %u"), signing->n_signed, signing->n_places);

  gtk_label_set_label (pane->count_label, count);
  akk_signing_show_segments (signing, pane->segments);
  gtk_widget_set_visible (pane->note_button, signing->n_signed < signing->n_places);
  gtk_button_set_label (GTK_BUTTON (self->findings_button), label);
}

/* What is adopted has no findings any more: the signatures have their button. */
static void
give_button (AkkEvaluationPage *self, gboolean signs)
{
  GtkWidget *button = GTK_WIDGET (self->findings_button);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), signs ? "evaluation.show-signatures"
                                                                 : "evaluation.show-findings");
  gtk_widget_set_tooltip_text (button, signs ? _ ("Show who signed the report")
                                             : _ ("Show what is still missing"));
  if (!signs && g_str_equal (gtk_stack_get_visible_child_name (self->side_stack), "signatures"))
    gtk_stack_set_visible_child_name (self->side_stack, "preview");
}

void
akk_evaluation_page_show_signatures (AkkEvaluationPage *self, AkkVersion *version)
{
  gboolean signs;

  g_clear_pointer (&self->signing, akk_signing_free);
  if (version != NULL)
    self->signing = akk_signing_new (self->store, self->agreement, version);
  if (self->signing != NULL && self->signing->n_places == 0)
    g_clear_pointer (&self->signing, akk_signing_free);
  signs = self->signing != NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evaluation.show-signatures", signs);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evaluation.note-signature", signs);
  give_button (self, signs);
  if (signs) {
    show_lines (self);
    show_count (self);
  } else {
    gtk_list_box_remove_all (self->side->signatures->list);
  }
}

/* --- Noting --- */

/* Of the signatory that is meant, or of the first that did not sign yet. */
static void
note_action (GtkWidget *widget, const char *name, GVariant *signatory)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (widget);

  if (self->signing != NULL)
    adw_dialog_present (
        ADW_DIALOG (akk_signature_dialog_new (
            self->store, self->signing, signatory != NULL ? g_variant_get_int64 (signatory) : 0)),
        widget);
}

void
akk_evaluation_page_install_signatures (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "evaluation.note-signature", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "signing.note-signature", "x", note_action);
}
