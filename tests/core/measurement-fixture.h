/* An agreement with three municipalities and indicators of every kind, for tests of figures.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "core/measurement-import.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/tabular.h"
#include "store-fixture.h"

typedef struct {
  Fixture base;
  AkkAgreement *agreement;
  AkkPhrases *phrases;
  gint64 parties[3]; /* Laarne, Lochristi, Sint-Niklaas */
  gint64 people, income, share, budget, council, network; /* indicators */
} Figures;

static inline gint64
figures_add_party (Figures *self, const char *name, const char *nis, const char *position)
{
  g_autoptr (AkkOrganisation) organisation = akk_record_new (&akk_organisation_record);
  g_autoptr (AkkParty) party = akk_record_new (&akk_party_record);
  g_autofree char *whole = g_strdup_printf ("Lokaal bestuur %s", name);

  g_object_set (organisation, "name", whole, "short-name", name, "nis", nis, "kind",
                (gint64) AKK_ORGANISATION_MUNICIPALITY, NULL);
  akk_store_add (self->base.store, organisation);
  g_object_set (party, "agreement-id", self->agreement->record.id, "organisation-id",
                organisation->record.id, "position", position, NULL);
  akk_store_add (self->base.store, party);
  return party->record.id;
}

static inline gint64
figures_add_indicator (Figures *self,
                       const char *name,
                       const char *position,
                       AkkIndicatorKind kind,
                       gboolean by_target_group)
{
  g_autoptr (AkkIndicator) indicator = akk_record_new (&akk_indicator_record);

  g_object_set (indicator, "agreement-id", self->agreement->record.id, "name", name, "position",
                position, "kind", (gint64) kind, "by-municipality", (gint64) TRUE,
                "by-target-group", (gint64) by_target_group, "source", "VDAB Arvastat", NULL);
  akk_store_add (self->base.store, indicator);
  return indicator->record.id;
}

static inline void
figures_set_up (Figures *self, gconstpointer data)
{
  fixture_set_up (&self->base, data);
  self->agreement = fixture_add_agreement (&self->base, "Samen sterk voor werk");
  self->phrases = akk_phrases_new ("nl-BE", NULL);
  akk_store_begin (self->base.store, "Add");
  self->parties[0] = figures_add_party (self, "Laarne", "42010", "a");
  self->parties[1] = figures_add_party (self, "Lochristi", "44034", "b");
  self->parties[2] = figures_add_party (self, "Sint-Niklaas", "46021", "c");
  self->people = figures_add_indicator (self, "Werkzoekenden", "a", AKK_INDICATOR_NUMBER, TRUE);
  self->income = figures_add_indicator (self, "Leefloon", "b", AKK_INDICATOR_NUMBER, FALSE);
  self->share =
      figures_add_indicator (self, "Uitstroom naar werk", "c", AKK_INDICATOR_PERCENTAGE, FALSE);
  self->budget = figures_add_indicator (self, "Middelen", "d", AKK_INDICATOR_MONEY, FALSE);
  self->council =
      figures_add_indicator (self, "Jobbeurs gehouden", "e", AKK_INDICATOR_YES_NO, FALSE);
  self->network = figures_add_indicator (self, "Netwerk", "f", AKK_INDICATOR_SCALE, FALSE);
  fixture_commit (&self->base);
}

static inline void
figures_tear_down (Figures *self, gconstpointer data)
{
  g_clear_object (&self->agreement);
  g_clear_pointer (&self->phrases, akk_phrases_free);
  fixture_tear_down (&self->base, data);
}
