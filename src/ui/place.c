/* A place in a dossier that something leads to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/place.h"

AkkPlace
akk_place_of_meeting (gint64 meeting_id)
{
  return (AkkPlace) { .action = "view.show-meeting", .target = meeting_id };
}

AkkPlace
akk_place_of_obligation (const AkkObligation *obligation)
{
  switch (obligation->kind) {
  case AKK_OBLIGATION_EVALUATION:
    if (obligation->evaluation_id != 0)
      return (AkkPlace) { .action = "view.show-evaluation", .target = obligation->evaluation_id };
    return (AkkPlace) { .action = "view.show-body", .target = obligation->body_id };
  case AKK_OBLIGATION_MEETING:
    return (AkkPlace) { .action = "view.show-body", .target = obligation->body_id };
  case AKK_OBLIGATION_MINUTES:
    return akk_place_of_meeting (obligation->meeting_id);
  case AKK_OBLIGATION_FIGURES:
    if (obligation->indicator_id != 0)
      return (AkkPlace) { .action = "view.show-indicator", .target = obligation->indicator_id };
    return (AkkPlace) { .agreement_id = obligation->agreement_id, .page = "indicators" };
  default:
    return (AkkPlace) { .agreement_id = obligation->agreement_id, .page = "text" };
  }
}

gboolean
akk_place_equal (const AkkPlace *one, const AkkPlace *two)
{
  return one->agreement_id == two->agreement_id && one->target == two->target &&
         g_strcmp0 (one->page, two->page) == 0 && g_strcmp0 (one->action, two->action) == 0;
}

void
akk_place_open (GtkWidget *widget, const AkkPlace *place)
{
  if (place->agreement_id != 0) {
    g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, place->agreement_id);

    gtk_widget_activate_action (widget, "view.agreement-id", "s", id);
  }
  if (place->page != NULL)
    gtk_widget_activate_action (widget, "view.show-page", "s", place->page);
  else if (place->action != NULL)
    gtk_widget_activate_action (widget, place->action, "x", place->target);
}
