/* An agreement on paper: what its lines become, and what its fields say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/agreement-print.h"

#include <string.h>

#include "core/control-code.h"
#include "core/references.h"
#include "core/text-figure.h"
#include "print/agreement-internal.h"
#include "print/signing-print.h"

/* Said where the page of a section is not known yet. */
#define SOME_PAGE 10

/* --- For the makers of the parts --- */

AkkSet *
akk_printer_set (AkkAgreementPrinter *self, const char *text, AkkLook look, double measure)
{
  return akk_flow_set (self->flow, text, look, measure);
}

guint
akk_printer_page_of (AkkAgreementPrinter *self, gint64 section)
{
  gpointer page;

  if (self->known == NULL || !g_hash_table_lookup_extended (self->known, &section, NULL, &page))
    page = GUINT_TO_POINTER (SOME_PAGE);
  g_hash_table_insert (self->told, g_memdup2 (&section, sizeof section), page);
  return GPOINTER_TO_UINT (page);
}

const char *
akk_printer_clause (const AkkLine *line)
{
  if (line->kind != AKK_LINE_PARAGRAPH || line->n_runs != 1 || line->runs[0].field == NULL ||
      !g_str_has_prefix (line->runs[0].field, "clause:"))
    return NULL;
  return line->runs[0].field + strlen ("clause:");
}

/* The clause as text that people changed: {{text:NAME}} begins it. */
static gboolean
find_edited (const AkkText *text, const char *name, AkkClause *clause)
{
  g_autofree char *field = g_strconcat ("text:", name, NULL);

  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];
    if (line->n_runs == 0 || g_strcmp0 (line->runs[0].field, field) != 0)
      continue;
    if (!akk_text_find_clause (text, i, clause) || !clause->edited) {
      *clause = (AkkClause) { .name = name, .first = i, .last = i, .edited = TRUE };
      while (clause->last + 1 < text->n_lines &&
             text->lines[clause->last + 1]->kind != AKK_LINE_HEADING)
        clause->last++;
    }
    return TRUE;
  }
  return FALSE;
}

gboolean
akk_printer_has_clause (AkkAgreementPrinter *self, const char *name)
{
  const AkkText *text = self->matter->text;
  AkkClause edited;

  for (guint i = 0; i < text->n_lines; i++) {
    if (g_strcmp0 (akk_printer_clause (text->lines[i]), name) == 0)
      return TRUE;
  }
  return find_edited (text, name, &edited);
}

guint
akk_printer_begin_page (AkkAgreementPrinter *self, const char *title, const char *header, double x)
{
  static const char *const names[] = { "H1", "H2" };

  return akk_flow_begin_page (self->flow, title, header, x, names[self->levels[0].heading]);
}

/* --- Fields --- */

/* What can be referred to. */
typedef struct {
  const AkkOutlineEntry *entry; /* NULL: a caption */
  guint caption; /* its number */
  gboolean figure; /* it is that of a figure */
  guint line; /* G_MAXUINT: it is not in the text */
} Target;

static Target *
add_target (AkkAgreementPrinter *self, gint64 id)
{
  Target *target = g_new0 (Target, 1);

  target->line = G_MAXUINT;
  g_hash_table_insert (self->targets, g_memdup2 (&id, sizeof id), target);
  return target;
}

/* Sections, and captions: lines that begin with "{{caption:ID}}". */
static void
find_targets (AkkAgreementPrinter *self)
{
  const AkkText *text = self->matter->text;
  AkkCaptionCount count = { 0 };

  for (guint i = 0; i < self->matter->outline->len; i++) {
    const AkkOutlineEntry *entry = g_ptr_array_index (self->matter->outline, i);
    add_target (self, entry->section->record.id)->entry = entry;
  }
  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];
    gboolean figure = FALSE;
    guint caption = akk_text_count_caption (text, i, &count, &figure);
    gint64 id = caption > 0 ? g_ascii_strtoll (line->runs[0].field + strlen ("caption:"), NULL, 10)
                            : line->section;

    if (caption == 0 && line->kind != AKK_LINE_HEADING)
      continue;
    Target *target = g_hash_table_lookup (self->targets, &id);
    if (target == NULL && caption > 0) {
      target = add_target (self, id);
      target->caption = caption;
      target->figure = figure;
    }
    if (target != NULL && target->line == G_MAXUINT)
      target->line = i;
  }
}

const AkkOutlineEntry *
akk_printer_entry (AkkAgreementPrinter *self, gint64 section)
{
  const Target *target = g_hash_table_lookup (self->targets, &section);

  return target != NULL ? target->entry : NULL;
}

guint
akk_printer_line_of (AkkAgreementPrinter *self, gint64 section)
{
  const Target *target = g_hash_table_lookup (self->targets, &section);

  return target != NULL ? target->line : G_MAXUINT;
}

static char *
reference_text (AkkAgreementPrinter *self, const char *reference)
{
  gint64 id = g_ascii_strtoll (reference, NULL, 10);
  const Target *target = g_hash_table_lookup (self->targets, &id);
  const AkkOutlineEntry *entry = target != NULL ? target->entry : NULL;

  if (target == NULL)
    return NULL;
  if (g_str_has_suffix (reference, ".page"))
    return g_strdup_printf ("%u", akk_printer_page_of (self, id));
  return entry != NULL ? akk_reference_to_section (entry)
                       : akk_reference_to_caption (self->phrases, target->figure, target->caption);
}

static char *
field_text_cb (const char *field, gpointer data)
{
  AkkAgreementPrinter *self = data;
  g_autofree char *value = NULL;

  if (akk_field_is_structure (field))
    return g_strdup ("");
  if (g_str_has_prefix (field, "ref:"))
    return reference_text (self, field + strlen ("ref:"));
  value = self->fields != NULL ? akk_field_source_text (self->fields, field) : NULL;
  if (value != NULL && *value == '\0')
    return g_strdup (akk_phrases_get (self->phrases, "blank"));
  return g_steal_pointer (&value);
}

static AkkPicture *
picture_cb (const char *sha256, gpointer data)
{
  return akk_printer_picture (data, sha256);
}

/* --- The text --- */

/* The generated lines stand where the clause does, also for those who look for it by its line. */
static void
add_clause (AkkAgreementPrinter *self, const char *name, guint line)
{
  g_autoptr (AkkText) text =
      self->fields != NULL ? akk_field_source_clause (self->fields, name) : NULL;
  guint first = self->flow->rows->len;
  AkkProse prose;

  if (text == NULL)
    return;
  akk_prose_init (&prose, self->flow, text, field_text_cb, self);
  prose.section = self->body.section;
  for (guint i = 0; i < text->n_lines; i++)
    akk_prose_add_line (&prose, i);
  akk_prose_clear (&prose);
  for (guint row = first; row < self->flow->rows->len; row++)
    g_array_index (self->flow->infos, AkkFlowRow, row).line = line;
}

void
akk_printer_add_line (AkkAgreementPrinter *self, guint index)
{
  const AkkLine *line = self->matter->text->lines[index];
  const char *clause = akk_printer_clause (line);
  const AkkClause *formula = &self->formula;

  if (formula->edited && index >= formula->first && index <= formula->last) {
    akk_prose_flush_run_in (&self->body);
    akk_printer_add_signatures (self);
  } else if (line->kind == AKK_LINE_HEADING) {
    akk_printer_end_section (self);
    akk_printer_begin_section (self, index);
  } else if (clause == NULL) {
    akk_prose_add_line (&self->body, index);
  } else {
    akk_prose_flush_run_in (&self->body);
    if (g_str_equal (clause, "parties"))
      akk_printer_add_parties (self, self->body.section, index);
    else if (g_str_equal (clause, "signatures"))
      akk_printer_add_signatures (self);
    else
      add_clause (self, clause, index);
  }
}

/* --- The whole --- */

static void
set_furniture (AkkAgreementPrinter *self)
{
  const AkkAgreement *agreement = self->matter->agreement;
  const AkkStamp *stamp = self->matter->stamp;
  AkkFlow *flow = self->flow;
  g_autofree char *date =
      akk_phrases_date (self->phrases, stamp != NULL ? stamp->date : self->matter->today);
  g_autofree char *version = NULL;

  if (stamp != NULL) {
    g_autofree char *number = g_strdup_printf ("%d", stamp->number);
    g_autofree char *code = akk_control_code_format (stamp->code);
    version =
        akk_phrases_format (self->phrases, "version-of", "number", number, "date", date, NULL);
    flow->code = g_string_chunk_insert (flow->strings, code);
  } else {
    version = akk_phrases_format (self->phrases, "draft-of", "date", date, NULL);
  }
  flow->version = g_string_chunk_insert (flow->strings, version);
  flow->title = g_string_chunk_insert (
      flow->strings, *agreement->short_title != '\0' ? agreement->short_title : agreement->title);
}

void
akk_printer_init (AkkAgreementPrinter *self,
                  AkkPaper *paper,
                  const AkkAgreementMatter *matter,
                  GHashTable *known)
{
  *self = (AkkAgreementPrinter) {
    .flow = akk_flow_new (paper),
    .phrases = akk_paper_phrases (paper),
    .matter = matter,
    .promises = g_array_new (FALSE, FALSE, sizeof (AkkPagePromise)),
    .told = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .known = known,
    .targets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free),
    .first_signature = AKK_NO_ROW,
    .last_signature = AKK_NO_ROW,
  };
  if (matter->store != NULL) {
    self->fields = akk_field_source_new (matter->store, matter->agreement, self->phrases);
    self->route = akk_signing_route_new (matter->store, matter->agreement, self->phrases);
  }
  find_edited (matter->text, "signatures", &self->formula);
  for (guint depth = 1; depth <= AKK_MAX_DEPTH; depth++)
    self->levels[depth].node = AKK_NO_NODE;
  find_targets (self);
  for (guint i = 0; i < matter->outline->len; i++) {
    const AkkOutlineEntry *entry = g_ptr_array_index (matter->outline, i);
    self->has_parts |= entry->section->scheme == AKK_SCHEME_PART;
  }
  akk_prose_init (&self->body, self->flow, matter->text, field_text_cb, self);
  self->body.picture = picture_cb;
  set_furniture (self);
}

void
akk_printer_clear (AkkAgreementPrinter *self)
{
  akk_prose_clear (&self->body);
  g_clear_pointer (&self->fields, akk_field_source_free);
  g_clear_pointer (&self->route, g_ptr_array_unref);
  g_array_unref (self->promises);
  g_hash_table_unref (self->told);
  g_hash_table_unref (self->targets);
}

AkkPages *
akk_signing_print (AkkPaper *paper, const AkkAgreementMatter *matter)
{
  AkkAgreementPrinter self;

  akk_printer_init (&self, paper, matter, NULL);
  akk_printer_add_signatures (&self);

  AkkPages *pages = akk_pages_new (self.flow);
  akk_printer_clear (&self);
  return pages;
}
