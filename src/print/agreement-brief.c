/* "In het kort": the table on the title page that says what an agreement comes down to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/body.h"
#include "print/agreement-internal.h"

#define TOP 282.0 /* of its heading, on the page, if what stands above leaves room */
#define VALUE_LEFT (AKK_PAGE_LEFT + 99)
#define PADDING 3.0
#define RULE 0.9
#define HAIRLINE 0.3

typedef struct {
  AkkAgreementPrinter *printer;
  guint table;
  gboolean begun;
} Brief;

/* --- What it says --- */

static char *
field (AkkAgreementPrinter *self, const char *name)
{
  char *text = akk_field_source_text (self->fields, name);

  return text != NULL ? text : g_strdup ("");
}

/* What a section is called elsewhere: its number without "Artikel" and the point. */
static char *
reference (AkkAgreementPrinter *self, gint64 section)
{
  const AkkOutlineEntry *entry = akk_printer_entry (self, section);
  const char *space;

  if (entry == NULL || *entry->number == '\0' || entry->section->scheme == AKK_SCHEME_PART ||
      entry->section->scheme == AKK_SCHEME_ANNEX)
    return NULL;
  space = strrchr (entry->number, ' ');
  char *number = g_strdup (space != NULL ? space + 1 : entry->number);
  if (g_str_has_suffix (number, "."))
    number[strlen (number) - 1] = '\0';
  /* A letter counts from the start in each part: alone it says nothing. */
  if (!g_ascii_isdigit (*number))
    g_clear_pointer (&number, g_free);
  return number;
}

/* "artikel 7", "artikelen 7, 8 en 9"; "" if a section has no number of that kind. */
static char *
references (AkkAgreementPrinter *self, const GArray *sections)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) numbers = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; i < sections->len; i++) {
    char *number = reference (self, g_array_index (sections, gint64, i));
    if (number == NULL)
      return g_strdup ("");
    g_strv_builder_take (builder, number);
  }
  numbers = g_strv_builder_end (builder);
  if (numbers[0] == NULL)
    return g_strdup ("");
  list = akk_phrases_list (self->phrases, "list", numbers);
  return akk_phrases_format (self->phrases, numbers[1] == NULL ? "reference" : "references",
                             "number", list, NULL);
}

static char *
with_references (AkkAgreementPrinter *self, const char *text, const GArray *sections)
{
  g_autofree char *list = references (self, sections);

  return *list != '\0' ? g_strconcat (text, " (", list, ")", NULL) : g_strdup (text);
}

static void
add_section (GArray *sections, gint64 section)
{
  for (guint i = 0; i < sections->len; i++) {
    if (g_array_index (sections, gint64, i) == section)
      return;
  }
  g_array_append_val (sections, section);
}

/* "één partij", "tien partijen". */
static char *
counted (AkkAgreementPrinter *self, guint n, const char *one, const char *many)
{
  g_autofree char *count = akk_phrases_number (self->phrases, n);

  return n == 1 ? g_strdup (akk_phrases_get (self->phrases, one))
                : akk_phrases_format (self->phrases, many, "count", count, NULL);
}

static char *
commitments_text (AkkAgreementPrinter *self)
{
  const AkkText *text = self->matter->text;
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *count = NULL, *start = NULL;
  gint64 section = 0;
  guint n = 0;

  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];
    if (line->kind == AKK_LINE_HEADING)
      section = line->section;
    if (line->n_runs == 0 || line->runs[0].field == NULL ||
        !g_str_has_prefix (line->runs[0].field, "commitment:"))
      continue;
    n++;
    add_section (sections, section);
  }
  if (n == 0)
    return g_strdup ("");
  count = counted (self, n, "commitment-count", "commitments-count");
  start = akk_phrases_sentence (count);
  return with_references (self, start, sections);
}

/* Amid a sentence a name begins small; an abbreviation, and any name within it, keeps its capitals.
 */
static char *
name_amid (const char *name)
{
  const char *rest = *name != '\0' ? g_utf8_next_char (name) : name;
  char first[7] = { 0 };

  if (*rest == '\0' || g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (name);
  g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (name)), first);
  return g_strconcat (first, rest, NULL);
}

static char *
bodies_text (AkkAgreementPrinter *self)
{
  g_autoptr (GListModel) bodies = akk_store_list (
      self->matter->store, &akk_body_record, "agreement_id", self->matter->agreement->record.id);
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *start = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (bodies, i);
    g_autofree char *name =
        g_strdup_printf ("body:%" G_GINT64_FORMAT ".frequency", body->record.id);
    g_autofree char *frequency = field (self, name);
    g_autofree char *words = i == 0 ? akk_phrases_sentence (body->name) : name_amid (body->name);
    g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", words, frequency);
    if (body->section_id != 0)
      add_section (sections, body->section_id);
  }
  return with_references (self, text->str, sections);
}

static char *
notice_text (AkkAgreementPrinter *self)
{
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *notice = field (self, "agreement.notice");
  g_autofree char *word = g_utf8_casefold (akk_phrases_get (self->phrases, "brief-notice"), -1);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->matter->outline->len; i++) {
    const AkkOutlineEntry *entry = g_ptr_array_index (self->matter->outline, i);
    g_autofree char *heading = g_utf8_casefold (entry->section->heading, -1);
    g_autofree char *number = reference (self, entry->section->record.id);
    if (number != NULL && strstr (heading, word) != NULL)
      add_section (sections, entry->section->record.id);
  }
  if (*notice == '\0' && sections->len == 0)
    return g_strdup ("");
  text = *notice != '\0' ? akk_phrases_format (self->phrases, "notice-term", "notice", notice, NULL)
                         : g_strdup (akk_phrases_get (self->phrases, "notice-none"));
  return with_references (self, text, sections);
}

static char *
pages_text (AkkAgreementPrinter *self)
{
  guint first = akk_printer_page_of (self, AKK_FIRST_SIGNATURE);
  guint last = akk_printer_page_of (self, AKK_LAST_SIGNATURE);
  g_autofree char *from = g_strdup_printf ("%u", first);
  g_autofree char *to = g_strdup_printf ("%u", last);

  if (first == last)
    return akk_phrases_format (self->phrases, "on-page", "page", from, NULL);
  return akk_phrases_format (self->phrases, last == first + 1 ? "on-pages" : "over-pages", "from",
                             from, "to", to, NULL);
}

static char *
signing_text (AkkAgreementPrinter *self)
{
  g_autofree char *pages = NULL, *signatures = NULL, *parties = NULL, *text = NULL, *start = NULL;
  guint n_signers = 0, n_parties = 0;

  for (guint i = 0; i < self->route->len; i++) {
    const AkkSigningBlock *block = g_ptr_array_index (self->route, i);
    n_signers += block->signers->len;
    n_parties += block->signers->len > 0;
  }
  if (n_signers == 0)
    return g_strdup ("");
  signatures = counted (self, n_signers, "signing-one", "signing-many");
  parties = counted (self, n_parties, "party-count", "parties-count");
  text = akk_phrases_format (self->phrases, "signing-for", "signatures", signatures, "parties",
                             parties, NULL);
  start = akk_phrases_sentence (text);
  pages = pages_text (self);
  return g_strconcat (start, " (", pages, ")", NULL);
}

static const char *
name_of (const AkkAgreement *agreement)
{
  return *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
}

char *
akk_printer_amended (AkkAgreementPrinter *self)
{
  const AkkAgreement *agreement = self->matter->agreement;
  g_autoptr (AkkAgreement) amended = NULL;

  if (agreement->kind != AKK_AGREEMENT_ADDENDUM || self->matter->store == NULL)
    return NULL;
  amended = akk_store_get (self->matter->store, &akk_agreement_record, agreement->amends_id);
  if (amended == NULL || amended->record.deleted)
    return NULL;
  return akk_phrases_format (self->phrases, "amends", "agreement", name_of (amended), NULL);
}

/* The addenda to this agreement, by name; "" for none. */
static char *
addenda_text (AkkAgreementPrinter *self)
{
  g_autoptr (GListModel) all = akk_store_list (self->matter->store, &akk_agreement_record,
                                               "amends_id", self->matter->agreement->record.id);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (AkkAgreement) it = g_list_model_get_item (all, i);

    if (it->kind == AKK_AGREEMENT_ADDENDUM)
      g_strv_builder_add (builder, name_of (it));
  }
  names = g_strv_builder_end (builder);
  return names[0] != NULL ? akk_phrases_list (self->phrases, "list", names) : g_strdup ("");
}

/* What the agreement itself calls its priorities: the first of the known words that a heading of
 * its text has. */
static char *
priorities_word (AkkAgreementPrinter *self)
{
  g_auto (GStrv) words =
      g_strsplit (akk_phrases_get (self->phrases, "brief-priorities-names"), ";", -1);

  for (guint i = 0; i < self->matter->outline->len; i++) {
    const AkkOutlineEntry *entry = g_ptr_array_index (self->matter->outline, i);
    g_autofree char *heading = g_utf8_casefold (entry->section->heading, -1);
    for (guint k = 0; words[k] != NULL; k++) {
      g_autofree char *word = g_utf8_casefold (words[k], -1);
      if (strstr (heading, word) != NULL)
        return g_strdup (words[k]);
    }
  }
  return g_strdup (akk_phrases_get (self->phrases, "brief-priorities"));
}

/* --- How --- */

static void
add_heading (Brief *self, guint first_row)
{
  static const char *const names[] = { "H1", "H2" };
  AkkAgreementPrinter *printer = self->printer;
  AkkFlow *flow = printer->flow;
  const char *title = akk_phrases_get (printer->phrases, "brief");
  guint node = akk_flow_node (flow, AKK_NO_NODE, names[printer->levels[0].heading]);
  double used = akk_flow_used (printer->flow, first_row);
  AkkFlowText how = {
    .x = AKK_PAGE_LEFT, .before = MAX (TOP - used, 2 * AKK_SLOT), .node = node, .line = AKK_NO_LINE
  };

  akk_flow_text (flow, akk_printer_set (printer, title, AKK_LOOK_ENTRY_PART, AKK_FULL_WIDTH), &how);
  flow->after = 3.75;
  flow->keep = AKK_KEEP_STRONG;
  self->table = akk_flow_node (flow, AKK_NO_NODE, "Table");
  self->table = akk_flow_node (flow, self->table, "TBody");
}

/* Takes the value. A row without one is left out. */
static void
add_named_row (Brief *self, const char *name, char *value, guint first_row)
{
  g_autofree char *text = value;
  AkkFlow *flow = self->printer->flow;

  if (*text == '\0')
    return;
  if (!self->begun)
    add_heading (self, first_row);

  g_autoptr (AkkSet) set =
      akk_printer_set (self->printer, text, AKK_LOOK_BRIEF, AKK_PAGE_RIGHT - VALUE_LEFT);
  AkkSet *label =
      akk_printer_set (self->printer, name, AKK_LOOK_BRIEF_LABEL, VALUE_LEFT - AKK_PAGE_LEFT);
  guint row = akk_flow_node (flow, self->table, "TR");
  guint head = akk_flow_node (flow, row, "TH");
  guint cell = akk_flow_node (flow, row, "TD");
  double height = set->n_lines * set->leading + 2 * PADDING;

  akk_flow_node_at (flow, head)->scope = "Row";
  akk_flow_row (flow, 0, height, AKK_NO_LINE);
  akk_flow_piece (flow, label, 0, AKK_PAGE_LEFT, PADDING + label->baseline, head);
  for (guint i = 0; i < set->n_lines; i++)
    akk_flow_piece (flow, akk_set_ref (set), i, VALUE_LEFT,
                    PADDING + i * set->leading + set->baseline, cell);
  if (!self->begun)
    akk_flow_fill (flow, AKK_PAGE_LEFT, 0, AKK_FULL_WIDTH, RULE, AKK_FILL_BLACK);
  akk_flow_fill (flow, AKK_PAGE_LEFT, height, AKK_FULL_WIDTH, HAIRLINE, AKK_FILL_HAIRLINE);
  flow->keep = AKK_KEEP_STRONG;
  self->begun = TRUE;
}

static void
add_row (Brief *self, const char *key, char *value, guint first_row)
{
  add_named_row (self, akk_phrases_get (self->printer->phrases, key), value, first_row);
}

void
akk_printer_add_brief (AkkAgreementPrinter *self, guint first_row)
{
  Brief brief = { .printer = self };
  g_autofree char *term = field (self, "agreement.term");
  g_autofree char *parties = field (self, "parties.summary");
  g_autofree char *priorities = field (self, "priorities");
  g_autofree char *priorities_name = priorities_word (self);

  add_row (&brief, "brief-term", akk_phrases_sentence (term), first_row);
  add_row (&brief, "brief-parties", akk_phrases_sentence (parties), first_row);
  add_named_row (&brief, priorities_name, akk_phrases_sentence (priorities), first_row);
  add_row (&brief, "brief-commitments", commitments_text (self), first_row);
  add_row (&brief, "brief-bodies", bodies_text (self), first_row);
  add_row (&brief, "brief-notice", notice_text (self), first_row);
  add_row (&brief, "brief-addenda", addenda_text (self), first_row);
  add_row (&brief, "brief-signing", signing_text (self), first_row);
  if (!brief.begun)
    return;

  AkkFill *last = &g_array_index (self->flow->fills, AkkFill, self->flow->fills->len - 1);
  last->height = RULE;
  last->colour = AKK_FILL_BLACK;
  AkkFlowText how = { .x = AKK_PAGE_LEFT,
                      .before = AKK_SLOT / 4,
                      .node = akk_flow_node (self->flow, AKK_NO_NODE, "P"),
                      .line = AKK_NO_LINE };
  akk_flow_text (self->flow,
                 akk_printer_set (self, akk_phrases_get (self->phrases, "brief-limit"),
                                  AKK_LOOK_REMARK, AKK_FULL_WIDTH),
                 &how);
}
