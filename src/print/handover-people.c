/* The handover sheet: who is who.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/handover-internal.h"

#include "print/meeting-words.h"

#define BREAK AKK_HANDOVER_BREAK

/* --- Bodies --- */

/* "donderdag om 9.30 uur, gemeentehuis Wichelen". */
static char *
usual_words (AkkPhrases *phrases, const AkkBody *body)
{
  g_auto (GStrv) weekdays = g_strsplit (akk_phrases_get (phrases, "weekdays"), ";", -1);
  g_autofree char *clock = akk_words_clock (phrases, body->starts_at);
  g_autofree char *hour =
      *clock != '\0' ? akk_phrases_format (phrases, "hours-from", "from", clock, NULL) : NULL;
  const char *day = body->weekday >= AKK_WEEKDAY_MONDAY && body->weekday <= AKK_WEEKDAY_SUNDAY &&
                            g_strv_length (weekdays) >= 7
                        ? weekdays[body->weekday - 1]
                        : "";
  const char *const parts[] = { day, hour, body->place };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", parts[i]);
  return akk_phrases_sentence (words->str);
}

static char *
chair_words (AkkPhrases *phrases, const AkkHandoverBody *fact)
{
  if (!fact->body->chair_rotates)
    return g_strdup (fact->body->chair);
  if (fact->next == NULL || *fact->next->chair == '\0')
    return g_strdup (akk_phrases_get (phrases, "handover-rotates"));
  return akk_phrases_format (phrases, "handover-rotates-to", "name", fact->next->chair, NULL);
}

static char *
seats_words (AkkPhrases *phrases, const AkkHandoverBody *fact)
{
  g_autofree char *seats = akk_phrases_number (phrases, fact->n_seats);
  g_autofree char *vacant = akk_phrases_number (phrases, fact->n_vacant);

  if (fact->n_seats == 0)
    return NULL;
  if (fact->n_vacant > 0)
    return akk_phrases_format (phrases, "handover-seats-vacant", "seats", seats, "vacant", vacant,
                               NULL);
  return fact->n_seats == 1 ? g_strdup (akk_phrases_get (phrases, "handover-seat"))
                            : akk_phrases_format (phrases, "handover-seats", "seats", seats, NULL);
}

static void
add_body (AkkHandoverSheet *self, AkkSheetTable *table, const AkkHandoverBody *fact)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autofree char *field =
      g_strdup_printf ("body:%" G_GINT64_FORMAT ".frequency", fact->body->record.id);
  g_autofree char *frequency = akk_field_source_text (self->sheet.fields, field);
  g_autofree char *often = akk_phrases_sentence (frequency != NULL ? frequency : "");
  g_autofree char *usual = usual_words (phrases, fact->body);
  g_autofree char *meets =
      g_strconcat (often, *often != '\0' && *usual != '\0' ? " " BREAK : "", usual, NULL);
  g_autofree char *seats = seats_words (phrases, fact);
  g_autofree char *name =
      g_strconcat (fact->body->name, seats != NULL ? " " BREAK : "", seats, NULL);
  g_autofree char *chair = chair_words (phrases, fact);
  const char *const cells[] = { name, *chair != '\0' ? chair : "–",
                                *fact->body->secretary != '\0' ? fact->body->secretary : "–",
                                *meets != '\0' ? meets : "–" };

  akk_sheet_table_add (table, cells);
}

static void
add_bodies (AkkHandoverSheet *self)
{
  static const AkkSheetColumn columns[] = {
    { .x = AKK_PAGE_LEFT, .width = 104, .lead = TRUE },
    { .x = AKK_PAGE_LEFT + 112, .width = 84 },
    { .x = AKK_PAGE_LEFT + 204, .width = 80 },
    { .x = AKK_PAGE_LEFT + 292, .width = AKK_FULL_WIDTH - 292 },
  };
  AkkPhrases *phrases = self->sheet.phrases;
  const GPtrArray *bodies = self->facts->bodies;
  const char *const heads[] = { akk_phrases_get (phrases, "handover-body"),
                                akk_phrases_get (phrases, "invitation-chair"),
                                akk_phrases_get (phrases, "invitation-secretary"),
                                akk_phrases_get (phrases, "handover-meets") };
  AkkSheetTable table;

  if (bodies->len == 0)
    return;
  akk_sheet_table_begin (&table, &self->sheet, columns, G_N_ELEMENTS (columns), "", heads);
  akk_sheet_table_about (&table, akk_phrases_get (phrases, "handover-body"));
  table.row_heads = TRUE;
  for (guint i = 0; i < bodies->len; i++)
    add_body (self, &table, bodies->pdata[i]);
  akk_sheet_table_end (&table);
}

/* --- Parties --- */

/* What brings somebody on the sheet, the most telling first. */
typedef enum { CONTACT, SEAT, SIGNER, VACANT } Place;

static Place
place_of (const AkkHandoverPerson *it)
{
  if (it->person == NULL)
    return VACANT;
  return it->priorities->len > 0 ? CONTACT : it->bodies->len > 0 ? SEAT : SIGNER;
}

/* Of a party, those to turn to: its contacts, else who has a seat, else who signs. */
static Place
first_place (const AkkHandoverParty *party)
{
  Place first = VACANT;

  for (guint i = 0; i < party->people->len; i++)
    first = MIN (first, place_of (party->people->pdata[i]));
  return first;
}

/* "ambities 1 en 3": those for which one turns to this person. NULL: for none. */
static char *
contact_words (AkkHandoverSheet *self, const AkkHandoverPerson *it)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) numbers = NULL;
  g_autofree char *list = NULL;

  if (it->priorities->len == 0)
    return NULL;
  if (it->priorities->len > 1 &&
      it->priorities->len == akk_action_rows_priorities (self->facts->rows)->len)
    return g_strdup (akk_phrases_get (phrases, "handover-contact-all"));
  for (guint i = 0; i < it->priorities->len; i++)
    g_strv_builder_take (builder, g_strdup_printf ("%u", g_array_index (it->priorities, guint, i)));
  numbers = g_strv_builder_end (builder);
  list = akk_phrases_list (phrases, "list", numbers);
  return akk_phrases_format (phrases,
                             it->priorities->len == 1 ? "handover-contact-one" : "handover-contact",
                             "numbers", list, NULL);
}

static char *
bodies_words (const AkkHandoverPerson *it)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < it->bodies->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "",
                            ((const AkkBody *) it->bodies->pdata[i])->name);
  return g_string_free_and_steal (words);
}

static char *
role_words (AkkHandoverSheet *self, const AkkHandoverPerson *it)
{
  g_autofree char *contact = contact_words (self, it);
  g_autofree char *bodies = bodies_words (it);

  if (contact == NULL)
    return *bodies != '\0' ? g_steal_pointer (&bodies)
                           : g_strdup (akk_phrases_get (self->sheet.phrases, "handover-signs"));
  return g_strconcat (contact, *bodies != '\0' ? " " BREAK : "", bodies, NULL);
}

/* An address and a number, each on its line. */
static char *
reach_words (const char *email, const char *phone)
{
  gboolean both = *email != '\0' && *phone != '\0';

  return *email == '\0' && *phone == '\0' ? g_strdup ("–")
                                          : g_strconcat (email, both ? " " BREAK : "", phone, NULL);
}

static void
add_person (AkkHandoverSheet *self,
            AkkSheetTable *table,
            const AkkHandoverParty *party,
            const AkkHandoverPerson *it)
{
  g_autofree char *who =
      g_strconcat (it->person->name, *it->function != '\0' ? " " BREAK : "", it->function, NULL);
  g_autofree char *reach = reach_words (it->person->email, it->person->phone);
  g_autofree char *roles = role_words (self, it);
  const char *const cells[] = { party->name, who, reach, roles };

  akk_sheet_table_add (table, cells);
}

/* The organisation itself, where nobody of it can be reached. */
static void
add_desk (AkkHandoverSheet *self, AkkSheetTable *table, const AkkHandoverParty *party)
{
  gboolean nobody = first_place (party) == VACANT;
  g_autofree char *reach = party->organisation != NULL ? reach_words (party->organisation->email,
                                                                      party->organisation->phone)
                                                       : g_strdup ("–");
  const char *const cells[] = {
    party->name,
    akk_phrases_get (self->sheet.phrases, nobody ? "handover-nobody-known" : "handover-desk"),
    reach, "–"
  };

  for (guint i = 0; i < party->people->len; i++) {
    const AkkHandoverPerson *it = party->people->pdata[i];
    if (it->person != NULL && (*it->person->email != '\0' || *it->person->phone != '\0'))
      return;
  }
  if (nobody || !g_str_equal (reach, "–"))
    akk_sheet_table_add (table, cells);
}

static void
add_parties (AkkHandoverSheet *self)
{
  static const AkkSheetColumn columns[] = {
    { .x = AKK_PAGE_LEFT, .width = 53 },
    { .x = AKK_PAGE_LEFT + 57, .width = 129, .lead = TRUE },
    { .x = AKK_PAGE_LEFT + 190, .width = 145 },
    { .x = AKK_PAGE_LEFT + 340, .width = AKK_FULL_WIDTH - 340 },
  };
  AkkPhrases *phrases = self->sheet.phrases;
  const GPtrArray *parties = self->facts->parties;
  const char *const heads[] = { akk_phrases_get (phrases, "plan-partner"),
                                akk_phrases_get (phrases, "open-who"),
                                akk_phrases_get (phrases, "plan-reach"),
                                akk_phrases_get (phrases, "handover-for") };
  AkkSheetTable table;

  if (parties->len == 0)
    return;
  self->sheet.flow->after = AKK_SLOT;
  akk_sheet_table_begin (&table, &self->sheet, columns, G_N_ELEMENTS (columns), "", heads);
  akk_sheet_table_about (&table, akk_phrases_get (phrases, "handover-who"));
  table.row_heads = TRUE;
  for (guint i = 0; i < parties->len; i++) {
    const AkkHandoverParty *party = parties->pdata[i];
    Place first = first_place (party);
    for (guint j = 0; first != VACANT && j < party->people->len; j++)
      if (place_of (party->people->pdata[j]) == first)
        add_person (self, &table, party, party->people->pdata[j]);
    add_desk (self, &table, party);
  }
  akk_sheet_table_end (&table);
}

/* --- The others --- */

/* "An Peeters, voorzitter (Stuurgroep, an@zele.example)"; a seat that nobody takes by its body. */
static char *
other_words (const AkkHandoverPerson *it)
{
  g_autofree char *bodies = bodies_words (it);
  g_autofree char *details = NULL;

  if (it->person == NULL)
    return g_steal_pointer (&bodies);
  details = g_strconcat (bodies, *bodies != '\0' && *it->person->email != '\0' ? ", " : "",
                         it->person->email, NULL);
  return g_strconcat (it->person->name, *it->function != '\0' ? ", " : "", it->function,
                      *details != '\0' ? " (" : "", details, *details != '\0' ? ")" : "", NULL);
}

/* Those of a place who do not stand in the table, a line for each party. */
static void
add_others (AkkHandoverSheet *self, Place place, const char *heading)
{
  const GPtrArray *parties = self->facts->parties;
  gboolean begun = FALSE;

  for (guint i = 0; i < parties->len; i++) {
    const AkkHandoverParty *party = parties->pdata[i];
    g_autoptr (GString) names = g_string_new (NULL);
    g_autofree char *line = NULL;
    for (guint j = 0; j < party->people->len; j++) {
      const AkkHandoverPerson *it = party->people->pdata[j];
      g_autofree char *words = other_words (it);
      if (place_of (it) == place && (place == VACANT || first_place (party) != place))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", words);
    }
    if (names->len == 0)
      continue;
    if (!begun)
      akk_sheet_line (&self->sheet, akk_phrases_get (self->sheet.phrases, heading), AKK_LOOK_NAME,
                      AKK_PAGE_LEFT, 7.5, "H3");
    line = g_strdup_printf ("%s: %s", party->name, names->str);
    akk_sheet_line (&self->sheet, line, AKK_LOOK_NOTE, AKK_PAGE_LEFT, begun ? 1 : 2, "P");
    begun = TRUE;
  }
}

void
akk_handover_add_people (AkkHandoverSheet *self)
{
  akk_handover_heading (self, akk_phrases_get (self->sheet.phrases, "handover-who"));
  if (self->facts->parties->len == 0 && self->facts->bodies->len == 0)
    akk_handover_nothing (self, "handover-who-none");
  add_bodies (self);
  add_parties (self);
  add_others (self, VACANT, "handover-vacant");
  add_others (self, SEAT, "handover-seated");
  add_others (self, SIGNER, "handover-signers");
}
