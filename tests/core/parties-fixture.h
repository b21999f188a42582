/* Ten parties with nineteen representatives in a store, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdlib.h>

#include "core/agreement.h"
#include "core/body.h"
#include "core/dates.h"
#include "core/parties.h"
#include "core/priority.h"
#include "store-fixture.h"

/* Sets a field from text: a number for ENUM, INT, BOOL and REF, YYYY-MM-DD for DATE. */
static inline void
model_set (AkkStore *store, gpointer record, const char *name, const char *value)
{
  const AkkField *field = akk_record_type_field (AKK_RECORD (record)->type, name);

  g_assert_nonnull (field);
  if (field->kind == AKK_FIELD_TEXT)
    akk_store_set_text (store, record, name, value);
  else
    akk_store_set_int (store, record, name,
                       field->kind == AKK_FIELD_DATE ? akk_date_parse (value)
                                                     : g_ascii_strtoll (value, NULL, 10));
}

/* Inside an action: adds a record whose fields are given as pairs of name and value, ended by NULL;
 * its id. */
static inline gint64 G_GNUC_NULL_TERMINATED
model_add (AkkStore *store, const AkkRecordType *type, ...)
{
  g_autoptr (AkkRecord) record = akk_record_new (type);
  va_list pairs;

  va_start (pairs, type);
  for (const char *name; (name = va_arg (pairs, const char *)) != NULL;) {
    const AkkField *field = akk_record_type_field (type, name);
    const char *value = va_arg (pairs, const char *);

    g_assert_nonnull (field);
    if (field->kind == AKK_FIELD_TEXT)
      akk_record_set_text (record, field, value);
    else
      akk_record_set_int (record, field,
                          field->kind == AKK_FIELD_DATE ? akk_date_parse (value)
                                                        : g_ascii_strtoll (value, NULL, 10));
  }
  va_end (pairs);
  akk_store_add (store, record);
  return record->id;
}

#define ID(id) model_id (id, (char[24]) { 0 })

static inline const char *
model_id (gint64 id, char *buffer)
{
  g_snprintf (buffer, 24, "%" G_GINT64_FORMAT, id);
  return buffer;
}

typedef struct {
  Fixture base;
  AkkAgreement *agreement; /* owned */
  gint64 parties[10]; /* VDAB, the eight local boards, IVSES */
  gint64 representatives[19];
  gint64 decisions[10]; /* 0 for VDAB */
  gint64 steering, working; /* bodies */
  gint64 priorities[3];
  guint n_representatives;
} Model;

static inline void
model_add_person (Model *self,
                  guint party,
                  gint64 organisation,
                  const char *title,
                  const char *name,
                  const char *function,
                  const char *signs)
{
  AkkStore *store = self->base.store;
  char position[8];
  gint64 person = model_add (store, &akk_person_record, "title_form", title, "name", name, NULL);
  gint64 office =
      model_add (store, &akk_office_record, "organisation_id", ID (organisation), "person_id",
                 ID (person), "function", function, "starts_on", "2019-01-01", NULL);

  g_snprintf (position, sizeof position, "V%05u", self->n_representatives);
  self->representatives[self->n_representatives++] =
      model_add (store, &akk_representative_record, "party_id", ID (self->parties[party]),
                 "position", position, "office_id", ID (office), "signs", signs, NULL);
}

static inline void
model_add_boards (Model *self)
{
  static const struct {
    const char *name, *chair_title, *chair, *director_title, *director;
  } boards[] = {
    { "Berlare", "1", "Lieve Van Hoorde", "2", "Koen Baetens" },
    { "Buggenhout", "2", "Dirk Moerman", "1", "Els Cornelis" },
    { "Hamme", "1", "Nadia Rottiers", "2", "Bart De Clippel" },
    { "Laarne", "2", "Stijn Verbeke", "1", "An Poelman" },
    { "Lebbeke", "1", "Rita Saeys", "2", "Wim Heyvaert" },
    { "Wetteren", "2", "Pol Temmerman", "1", "Ilse De Ruyck" },
    { "Wichelen", "1", "Karin Bracke", "2", "Jo Van den Abbeele" },
    { "Zele", "2", "Luc Schelfhout", "1", "Tine Van Damme" },
  };
  AkkStore *store = self->base.store;

  for (guint i = 0; i < G_N_ELEMENTS (boards); i++) {
    gint64 board = model_add (store, &akk_organisation_record, "name", boards[i].name,
                              "designation", "het lokaal bestuur", "kind", "0", NULL);
    char position[8];

    g_snprintf (position, sizeof position, "V%05u", i + 1);
    self->parties[i + 1] =
        model_add (store, &akk_party_record, "agreement_id", ID (self->agreement->record.id),
                   "organisation_id", ID (board), "position", position, "opens_group",
                   i == 0 ? "1" : "0", NULL);
    self->decisions[i + 1] =
        model_add (store, &akk_council_decision_record, "party_id", ID (self->parties[i + 1]),
                   "result", "1", "organ", "gemeenteraad", "decided_on", "2021-06-24", NULL);
    model_add_person (self, i + 1, board, boards[i].chair_title, boards[i].chair,
                      "voorzitter van de gemeenteraad", "1");
    model_add_person (self, i + 1, board, boards[i].director_title, boards[i].director,
                      "algemeen directeur", "1");
  }
}

static inline void
model_add_lists (Model *self)
{
  static const char *const titles[] = { "Meer mensen aan de slag",
                                        "Sterke dienstverlening aan werkgevers",
                                        "Levenslang leren" };
  AkkStore *store = self->base.store;
  const char *agreement = ID (self->agreement->record.id);

  self->steering = model_add (store, &akk_body_record, "agreement_id", agreement, "position", "V0a",
                              "name", "Stuurgroep", "kind", "0", "times", "1", "period", "2", NULL);
  self->working = model_add (store, &akk_body_record, "agreement_id", agreement, "position", "V0b",
                             "name", "Werkgroep", "kind", "1", "times", "3", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    char position[8];

    g_snprintf (position, sizeof position, "V%05u", i);
    self->priorities[i] = model_add (store, &akk_priority_record, "agreement_id", agreement,
                                     "position", position, "title", titles[i], NULL);
  }
}

static inline void
model_set_up (Model *self, gconstpointer data)
{
  static const char *const properties[][2] = {
    { "short_title", "Scheldeland 2021–2025" },
    { "subtitle", "tussen de lokale besturen, IVSES en VDAB" },
    { "motto", "Samen sterk voor werk" },
    { "starts_on", "2021-10-01" },
    { "ends_on", "2025-12-31" },
    { "notice_months", "6" },
    { "dispute", "een bemiddelaar die alle partijen aanvaarden." },
  };
  AkkStore *store;
  gint64 organisation;

  fixture_set_up (&self->base, data);
  store = self->base.store;
  self->agreement = fixture_add_agreement (&self->base, "Samenwerkingsovereenkomst");
  akk_store_begin (store, "Add parties");
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    model_set (store, self->agreement, properties[i][0], properties[i][1]);
  organisation =
      model_add (store, &akk_organisation_record, "name",
                 "Vlaamse Dienst voor Arbeidsbemiddeling en Beroepsopleiding", "short_name", "VDAB",
                 "designation", "de", "kind", "2", "seat", "1000 Brussel, Keizerslaan 11", NULL);
  self->parties[0] =
      model_add (store, &akk_party_record, "agreement_id", ID (self->agreement->record.id),
                 "organisation_id", ID (organisation), "position", "V00000", NULL);
  model_add_person (self, 0, organisation, "2", "Joris Van Acker", "gedelegeerd bestuurder", "0");
  model_add_person (self, 0, organisation, "1", "Griet Lammens", "directeur VDAB Oost-Vlaanderen",
                    "1");
  model_add_boards (self);
  organisation = model_add (store, &akk_organisation_record, "name",
                            "Interlokale Vereniging Sociale Economie Scheldeland", "short_name",
                            "IVSES", "designation", "de", "kind", "3", NULL);
  self->parties[9] = model_add (store, &akk_party_record, "agreement_id",
                                ID (self->agreement->record.id), "organisation_id",
                                ID (organisation), "position", "V00009", "opens_group", "1", NULL);
  self->decisions[9] =
      model_add (store, &akk_council_decision_record, "party_id", ID (self->parties[9]), "result",
                 "1", "organ", "beheerscomité", "decided_on", "2021-06-24", NULL);
  model_add_person (self, 9, organisation, "2", "Geert Mertens", "voorzitter", "1");
  model_add_lists (self);
  fixture_commit (&self->base);
}

static inline void
model_tear_down (Model *self, gconstpointer data)
{
  g_clear_object (&self->agreement);
  fixture_tear_down (&self->base, data);
}

/* One action that changes a field of a record. */
static inline void
model_change (
    Model *self, const AkkRecordType *type, gint64 id, const char *name, const char *value)
{
  g_autoptr (AkkRecord) record = akk_store_get (self->base.store, type, id);

  g_assert_nonnull (record);
  akk_store_begin (self->base.store, "Change");
  model_set (self->base.store, record, name, value);
  fixture_commit (&self->base);
}
