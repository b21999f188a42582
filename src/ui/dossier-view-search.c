/* The search of a dossier, and the way to each place that it finds.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dossier-view-private.h"

#include <glib/gi18n.h>

#include "core/action.h"
#include "core/agenda-item.h"
#include "core/attachment.h"
#include "core/body.h"
#include "core/council-decision.h"
#include "core/day-off.h"
#include "core/decision.h"
#include "core/definition.h"
#include "core/evaluation.h"
#include "core/indicator.h"
#include "core/meeting.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/person.h"
#include "core/priority.h"
#include "core/seat.h"
#include "core/section.h"
#include "core/signal.h"
#include "core/signature.h"
#include "core/thread.h"
#include "core/unavailable.h"
#include "core/version.h"
#include "ui/definitions-open.h"
#include "ui/scan-dialog.h"
#include "ui/search-dialog.h"

/* --- The way --- */

static void
show (AkkDossierView *self, const char *action, gconstpointer record)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, "x", AKK_RECORD (record)->id);
}

static void
show_in_consultation (AkkDossierView *self, const char *action, gconstpointer record)
{
  akk_dossier_view_show_page (self, "consultation");
  akk_consultation_page_show_bodies (self->consultation_page);
  gtk_widget_activate_action (GTK_WIDGET (self->consultation_page), action, "x",
                              AKK_RECORD (record)->id);
}

static void
show_section (AkkDossierView *self, gconstpointer record)
{
  akk_dossier_view_show_page (self, "text");
  if (self->narrow)
    g_object_set (self, "show-outline", FALSE, "show-preview", FALSE, "show-findings", FALSE, NULL);
  akk_text_page_show_words (self->text_page, AKK_RECORD (record)->id, self->sought);
}

static void
show_item (AkkDossierView *self, gconstpointer record)
{
  const AkkAgendaItem *item = record;

  akk_dossier_view_show_page (self, "consultation");
  akk_consultation_page_show_item (self->consultation_page, item->meeting_id, item->record.id);
}

static void
show_decision (AkkDossierView *self, gconstpointer record)
{
  show (self, "view.show-decision", record);
}

static void
show_action (AkkDossierView *self, gconstpointer record)
{
  show (self, "view.show-action", record);
}

static void
show_meeting (AkkDossierView *self, gconstpointer record)
{
  show (self, "view.show-meeting", record);
}

static void
show_signal (AkkDossierView *self, gconstpointer record)
{
  show (self, "view.show-signal", record);
}

static void
show_indicator (AkkDossierView *self, gconstpointer record)
{
  show (self, "view.show-indicator", record);
}

static void
show_part (AkkDossierView *self, gconstpointer record)
{
  akk_dossier_view_show_page (self, "evaluation");
  akk_evaluation_page_show_part (self->evaluation_page, AKK_RECORD (record)->id);
}

static void
show_evaluation (AkkDossierView *self, gconstpointer record)
{
  show (self, "view.show-evaluation", record);
}

static void
show_seat (AkkDossierView *self, gconstpointer record)
{
  show_in_consultation (self, "consultation.show-seat", record);
}

static void
show_thread (AkkDossierView *self, gconstpointer record)
{
  show_in_consultation (self, "consultation.show-thread", record);
}

static void
show_body (AkkDossierView *self, gconstpointer record)
{
  show (self, "view.show-body", record);
}

static void
show_priority (AkkDossierView *self, gconstpointer record)
{
  akk_parties_page_show_record (self->parties_page, AKK_RECORD (record)->id);
  akk_dossier_view_show_page (self, "parties");
}

static void
show_signing (AkkDossierView *self, gconstpointer record)
{
  akk_dossier_view_show_page (self, "signing");
}

static void
show_party (AkkDossierView *self, gconstpointer record)
{
  show (self, "view.show-party", record);
}

static void
show_person (AkkDossierView *self, gconstpointer record)
{
  akk_dossier_view_show_page (self, "partners");
  akk_partners_page_show_person (self->partners_page, AKK_RECORD (record)->id);
}

static void
show_organisation (AkkDossierView *self, gconstpointer record)
{
  show (self, "view.show-organisation", record);
}

static void
show_days_off (AkkDossierView *self, gconstpointer record)
{
  akk_dossier_view_show_page (self, "consultation");
  gtk_widget_activate_action (GTK_WIDGET (self->consultation_page), "consultation.show-days-off",
                              NULL);
}

static void
show_properties (AkkDossierView *self, gconstpointer record)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "view.edit-agreement", NULL);
}

static void
show_definition (AkkDossierView *self, gconstpointer record)
{
  akk_dossier_view_show_definitions (self, NULL, AKK_RECORD (record)->id);
}

/* What has a place of its own. Anything else is shown where what it belongs to is. */
static const struct {
  const AkkRecordType *type;
  void (*show) (AkkDossierView *self, gconstpointer record);
} places[] = {
  { &akk_section_record, show_section },
  { &akk_agenda_item_record, show_item },
  { &akk_decision_record, show_decision },
  { &akk_action_record, show_action },
  { &akk_meeting_record, show_meeting },
  { &akk_signal_record, show_signal },
  { &akk_indicator_record, show_indicator },
  { &akk_evaluation_part_record, show_part },
  { &akk_evaluation_record, show_evaluation },
  { &akk_seat_record, show_seat },
  { &akk_thread_record, show_thread },
  { &akk_body_record, show_body },
  { &akk_priority_record, show_priority },
  { &akk_council_decision_record, show_signing },
  { &akk_version_record, show_signing },
  { &akk_party_record, show_party },
  { &akk_person_record, show_person },
  { &akk_organisation_record, show_organisation },
  { &akk_unavailable_record, show_organisation },
  { &akk_day_off_record, show_days_off },
  { &akk_definition_record, show_definition },
  { &akk_agreement_record, show_properties },
};

/* The file itself lies over the place that it is attached to. */
static void
show_page_of_file (AkkDossierView *self, const AkkSearchHit *hit)
{
  AkkRecord *record = akk_search_hit_record (hit);
  gboolean attachment = record->type == &akk_attachment_record;
  const char *file =
      attachment ? ((AkkAttachment *) record)->file : ((AkkSignature *) record)->scan;
  g_autoptr (GBytes) data = akk_store_get_blob (self->store, file, NULL);
  AkkScanDialog *dialog = data != NULL ? akk_scan_dialog_new (data, NULL) : NULL;

  if (dialog == NULL)
    return;
  akk_scan_dialog_show_page (
      dialog, hit->page, attachment ? ((AkkAttachment *) record)->name : _ ("Scan or signed PDF"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
show_hit (AkkDossierView *self, const AkkSearchHit *hit)
{
  AkkRecord *top = hit->line->pdata[hit->line->len - 1];

  if (top->type == &akk_agreement_record)
    akk_dossier_view_show_agreement (self, top->id);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  for (guint i = 0; i < hit->line->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (places); k++)
      if (places[k].type == ((AkkRecord *) hit->line->pdata[i])->type) {
        places[k].show (self, hit->line->pdata[i]);
        if (hit->page > 0)
          show_page_of_file (self, hit);
        return;
      }
}

/* --- The dialog --- */

static void
hit_chosen_cb (AkkDossierView *self, AkkSearchItem *item)
{
  show_hit (self, akk_search_item_get_hit (item));
}

static void
closed_cb (AkkDossierView *self, AkkSearchDialog *dialog)
{
  g_set_str (&self->sought, akk_search_dialog_get_query (dialog));
}

static void
reading_cb (AkkSearchDialog *dialog, GParamSpec *pspec, AkkSearchIndex *index)
{
  akk_search_dialog_set_reading (dialog, akk_search_index_is_reading (index));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (widget);
  const char *words = parameter != NULL ? g_variant_get_string (parameter, NULL) : "";
  AkkSearchDialog *dialog;

  if (self->store == NULL || self->closing)
    return;
  akk_dossier_view_end_burst (self);
  akk_search_index_hurry (self->index);
  dialog =
      akk_search_dialog_new (self->store, self->agreement != NULL ? self->agreement->record.id : 0);
  if (*words == '\0' && self->sought != NULL)
    words = self->sought;
  akk_search_dialog_set_query (dialog, words);
  akk_search_dialog_set_reading (dialog, akk_search_index_is_reading (self->index));
  /* What was typed is remembered before it is gone to. */
  g_signal_connect_object (dialog, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "hit-chosen", G_CALLBACK (hit_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->index, "notify::reading", G_CALLBACK (reading_cb), dialog,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

void
akk_dossier_view_install_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "view.search-words", "s", search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "view.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "view.search", NULL);
}

void
akk_dossier_view_start_search (AkkDossierView *self)
{
  self->index = akk_search_index_new (self->store);
}

void
akk_dossier_view_stop_search (AkkDossierView *self)
{
  if (self->index != NULL)
    akk_search_index_stop (self->index);
  g_clear_object (&self->index);
  g_clear_pointer (&self->sought, g_free);
}
