/* The clauses that the program writes: parties, term, consultation, priorities, closing formula,
 * definitions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/field-source-private.h"
#include "core/text-private.h"

typedef struct {
  const AkkFieldMatter *matter;
  GPtrArray *lines; /* AkkLine */
  AkkInline line; /* the one that is being written */
} Writer;

static const char *
phrase (Writer *self, const char *key)
{
  return akk_phrases_get (self->matter->phrases, key);
}

/* What people typed goes into a line as plain text: no line ends, no atoms. */
static void
add (Writer *self, AkkStyle style, const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  AkkRun run = { .style = style };

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    g_string_append_unichar (plain, g_unichar_iscntrl (c) || c == 0x2028 || c == 0xfffc ? ' ' : c);
  }
  akk_inline_add (&self->line, plain->str, plain->len, &run);
}

static void
end_line (Writer *self, AkkLineKind kind, guint start)
{
  g_autoptr (AkkLine) line =
      akk_inline_take (&self->line, kind, kind == AKK_LINE_PARAGRAPH ? 0 : 1);

  g_ptr_array_add (self->lines, akk_line_with (line, kind, line->level, start, 0, NULL));
}

static void
add_paragraph (Writer *self, AkkStyle style, const char *text)
{
  add (self, style, text);
  end_line (self, AKK_LINE_PARAGRAPH, 1);
}

/* --- Parties --- */

static char *
person_text (Writer *self, const AkkPartyPerson *person)
{
  static const char *const titles[] = {
    [AKK_TITLE_MRS] = "title-mrs", [AKK_TITLE_MR] = "title-mr"
  };
  gint64 form = person->person->title_form;
  const char *title =
      form > AKK_TITLE_NONE && form <= AKK_TITLE_MR ? phrase (self, titles[form]) : "";
  const char *function = akk_party_person_function (person);

  return g_strconcat (title, *title != '\0' ? " " : "", person->person->name,
                      *function != '\0' ? ", " : "", function, NULL);
}

static void
add_people (Writer *self, const AkkPartyEntry *entry)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) items = NULL;
  g_autofree char *people = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < entry->people->len; i++)
    g_strv_builder_take (builder, person_text (self, entry->people->pdata[i]));
  items = g_strv_builder_end (builder);
  people = akk_phrases_list (self->matter->phrases, "people", items);
  text = akk_phrases_format (self->matter->phrases, "party-people", "people", people, NULL);
  add (self, 0, ", ");
  add (self, 0, text);
}

static void
add_party (Writer *self, const AkkPartyEntry *entry, const char *end, guint start)
{
  const AkkOrganisation *organisation = entry->organisation;

  if (*organisation->designation != '\0') {
    add (self, 0, organisation->designation);
    add (self, 0, " ");
  }
  add (self, AKK_STYLE_BOLD, organisation->name);
  if (*organisation->seat != '\0') {
    add (self, 0, ", ");
    add (self, 0,
         *organisation->seat_words != '\0' ? organisation->seat_words
                                           : phrase (self, "party-seat"));
    add (self, 0, " ");
    add (self, 0, organisation->seat);
  }
  if (*organisation->short_name != '\0' &&
      strcmp (organisation->short_name, organisation->name) != 0) {
    g_autofree char *text = akk_phrases_format (self->matter->phrases, "party-short", "short",
                                                organisation->short_name, NULL);
    add (self, 0, ", ");
    add (self, 0, text);
  }
  if (*entry->party->capacity != '\0') {
    add (self, 0, ", ");
    add (self, 0, entry->party->capacity);
  }
  if (entry->people->len > 0)
    add_people (self, entry);
  add (self, 0, end);
  end_line (self, AKK_LINE_NUMBER, start);
}

static void
write_parties (Writer *self)
{
  GPtrArray *parties = self->matter->parties;
  gboolean statement = self->matter->agreement->kind == AKK_AGREEMENT_STATEMENT;
  const char *between = statement ? "statement-between" : "parties-between";

  for (guint i = 0; i < parties->len; i++) {
    const AkkPartyEntry *entry = parties->pdata[i];
    const AkkPartyEntry *next = i + 1 < parties->len ? parties->pdata[i + 1] : NULL;
    gboolean opens = i == 0 || entry->party->opens_group;

    if (opens)
      add_paragraph (self, AKK_STYLE_ITALIC, phrase (self, i == 0 ? between : "parties-and"));
    add_party (self, entry, next == NULL || next->party->opens_group ? "," : ";",
               opens ? i + 1 : 1);
  }
  if (parties->len > 0)
    add_paragraph (self, 0, phrase (self, statement ? "statement-end" : "parties-end"));
}

/* --- Term --- */

/* "deze overeenkomst", as a document speaks of itself. */
static const char *
itself (Writer *self)
{
  switch (self->matter->agreement->kind) {
  case AKK_AGREEMENT_STATEMENT:
    return phrase (self, "this-statement");
  case AKK_AGREEMENT_PACT:
    return phrase (self, "this-pact");
  case AKK_AGREEMENT_ADDENDUM:
    return phrase (self, "this-addendum");
  default:
    return phrase (self, "this-agreement");
  }
}

static void
write_term (Writer *self)
{
  const AkkAgreement *agreement = self->matter->agreement;
  AkkPhrases *phrases = self->matter->phrases;
  const char *blank = phrase (self, "blank");
  g_autofree char *start = akk_field_start (self->matter);
  g_autofree char *end = akk_field_end (self->matter);
  g_autofree char *notice = akk_field_notice (self->matter);
  const char *document = itself (self);
  g_autofree char *sentence = akk_phrases_sentence (document);
  g_autofree char *dates = akk_phrases_format (
      phrases, agreement->indefinite ? "term-open" : "term-dates", "Document", sentence, "start",
      *start != '\0' ? start : blank, "end", *end != '\0' ? end : blank, NULL);

  add_paragraph (self, 0, dates);
  if (*notice != '\0') {
    g_autofree char *text =
        akk_phrases_format (phrases, "term-notice", "document", document, "notice", notice, NULL);
    add_paragraph (self, 0, text);
  }
  if (*agreement->dispute != '\0') {
    gsize n_bytes = strlen (agreement->dispute);
    gboolean stop = g_str_has_suffix (agreement->dispute, ".");
    g_autofree char *mediator = g_strndup (agreement->dispute, n_bytes - stop);
    g_autofree char *text = akk_phrases_format (phrases, "term-dispute", "document", document,
                                                "mediator", mediator, NULL);
    add_paragraph (self, 0, text);
  }
}

/* --- Lists --- */

static void
write_bodies (Writer *self)
{
  GPtrArray *bodies = self->matter->bodies;

  if (bodies->len > 0)
    add_paragraph (self, 0, phrase (self, bodies->len == 1 ? "bodies-one" : "bodies-many"));
  for (guint i = 0; i < bodies->len; i++) {
    const AkkBody *body = bodies->pdata[i];
    g_autofree char *frequency = akk_field_frequency (self->matter->phrases, body);
    g_autofree char *meets =
        akk_phrases_format (self->matter->phrases, "body-meets", "frequency", frequency, NULL);

    add (self, AKK_STYLE_BOLD, body->name);
    add (self, 0, ", ");
    add (self, 0, meets);
    add (self, 0, i + 1 < bodies->len ? ";" : ".");
    end_line (self, AKK_LINE_BULLET, 1);
  }
}

/* The list alone: the sentence before it is the text's. */
static void
write_priorities (Writer *self)
{
  GPtrArray *priorities = self->matter->priorities;

  for (guint i = 0; i < priorities->len; i++) {
    const AkkPriority *priority = priorities->pdata[i];

    add (self, 0, priority->title);
    add (self, 0, i + 1 < priorities->len ? ";" : ".");
    end_line (self, AKK_LINE_NUMBER, 1);
  }
}

/* --- Definitions --- */

static int
compare_terms_cb (gconstpointer a, gconstpointer b)
{
  const AkkDefinition *const *one = a, *const *other = b;

  return akk_definition_compare (*one, *other);
}

static void
add_definition (Writer *self, const AkkDefinition *definition)
{
  add (self, AKK_STYLE_BOLD, definition->term);
  add (self, 0, ": ");
  add (self, 0, definition->meaning);
  if (definition->kind == AKK_DEFINITION_TERM && !g_str_has_suffix (definition->meaning, "."))
    add (self, 0, ".");
  end_line (self, AKK_LINE_BULLET, 1);
}

static void
write_definitions_of (Writer *self, AkkDefinitionKind kind, const char *lead)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->matter->definitions->len; i++) {
    AkkDefinition *definition = self->matter->definitions->pdata[i];
    if (definition->kind == kind)
      g_ptr_array_add (chosen, definition);
  }
  if (kind == AKK_DEFINITION_ABBREVIATION)
    g_ptr_array_sort (chosen, compare_terms_cb);
  if (chosen->len > 0)
    add_paragraph (self, 0, phrase (self, lead));
  for (guint i = 0; i < chosen->len; i++)
    add_definition (self, chosen->pdata[i]);
}

static void
write_definitions (Writer *self)
{
  write_definitions_of (self, AKK_DEFINITION_TERM, "definitions-lead");
}

static void
write_abbreviations (Writer *self)
{
  write_definitions_of (self, AKK_DEFINITION_ABBREVIATION, "abbreviations-lead");
}

/* --- Signatures --- */

/* One original for each party, and one for the secretariat where there is a steering group. */
static void
write_signatures (Writer *self)
{
  GPtrArray *bodies = self->matter->bodies;
  gboolean secretariat = FALSE;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < bodies->len; i++)
    secretariat |= ((const AkkBody *) bodies->pdata[i])->kind == AKK_BODY_STEERING;
  count = akk_phrases_number (self->matter->phrases, self->matter->parties->len + secretariat);
  text = akk_phrases_format (self->matter->phrases,
                             secretariat ? "signatures-secretariat" : "signatures-parties", "count",
                             count, NULL);
  if (self->matter->parties->len > 0)
    add_paragraph (self, 0, text);
}

/* --- Public --- */

const AkkClauseName akk_clause_names[] = {
  { "parties", N_ ("Between … and …") },
  { "priorities", N_ ("Priorities") },
  { "bodies", N_ ("Consultation structure") },
  { "term", N_ ("Term, notice and disputes") },
  { "definitions", N_ ("Definitions") },
  { "abbreviations", N_ ("List of abbreviations") },
  { "signatures", N_ ("Closing formula of the signatures") },
  { NULL, NULL },
};

AkkText *
akk_clause_new (const AkkFieldMatter *matter, const char *name)
{
  static const struct {
    const char *name;
    void (*write) (Writer *self);
  } clauses[] = { { "parties", write_parties },         { "priorities", write_priorities },
                  { "bodies", write_bodies },           { "term", write_term },
                  { "definitions", write_definitions }, { "abbreviations", write_abbreviations },
                  { "signatures", write_signatures } };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  Writer writer = { .matter = matter, .lines = lines };
  AkkText *text = NULL;

  akk_inline_init (&writer.line);
  for (guint i = 0; text == NULL && i < G_N_ELEMENTS (clauses); i++)
    if (strcmp (clauses[i].name, name) == 0) {
      clauses[i].write (&writer);
      g_autoptr (AkkText) written = akk_text_new ((AkkLine *const *) lines->pdata, lines->len);
      text = akk_text_normalise (written);
    }
  akk_inline_clear (&writer.line);
  return text;
}
