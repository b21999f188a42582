/* What the fields and the generated clauses of a text say.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields:
 *   agreement.title .short .subtitle .motto .kind .level .start .end .term .notice .frames
 *   .dispute .predecessor
 *   party:ID.name .short .full .seat      organisation:ID.name .short .full .seat
 *   parties, parties.count, parties.summary, parties.municipalities, parties.municipalities.count
 *   body:ID.name .kind .frequency         bodies, bodies.count
 *   priority:ID.title .number             priorities, priorities.count
 * ID is the id of a record: of a party, body or priority of this agreement, of any organisation.
 * `ref:ID` and `ref:ID.page` are not among them: they speak of the text and of its pages.
 *
 * The clauses: see akk_clause_names. */
#pragma once

#include "core/agreement.h"
#include "core/phrases.h"
#include "core/text.h"

G_BEGIN_DECLS

typedef struct _AkkFieldSource AkkFieldSource;

/* `phrases` is borrowed and must outlive it. */
AkkFieldSource *akk_field_source_new (AkkStore *store,
                                      AkkAgreement *agreement,
                                      AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;
void akk_field_source_free (AkkFieldSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkFieldSource, akk_field_source_free)

/* What stands in the place of a field. NULL: there is no such field; "": it has no value yet. Says
 * what the store holds at this moment; asking again before its next step costs one look-up. */
char *akk_field_source_text (AkkFieldSource *self, const char *field) G_GNUC_WARN_UNUSED_RESULT;

/* What people call a field, translated ("Laarne: short name"); NULL: there is no such field. */
char *akk_field_source_label (AkkFieldSource *self, const char *field) G_GNUC_WARN_UNUSED_RESULT;

/* The lines of a generated clause, without a heading; NULL: there is no such clause. A clause for
 * which the dossier has nothing has no lines. In "parties" each party is a NUMBER line (they count
 * through from the first to the last party), the words between the groups are PARAGRAPH lines in
 * italics, and a PARAGRAPH in roman ends it. */
AkkText *akk_field_source_clause (AkkFieldSource *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* What can be inserted, in the order in which to offer it. Elements: AkkFieldChoice. */
typedef struct {
  char *field;
  char *label; /* translated */
  char *value; /* what it says now; may be "" */
} AkkFieldChoice;
GPtrArray *akk_field_source_choices (AkkFieldSource *self) G_GNUC_WARN_UNUSED_RESULT;

/* The names of the clauses ("parties", "term", …), ended by a NULL name; labels marked N_(). */
typedef struct {
  const char *name, *label;
} AkkClauseName;
extern const AkkClauseName akk_clause_names[];

/* Whether an atom belongs to the structure of a text (a note, a caption, a commitment, a clause, a
 * page break) and is no field with a value. */
gboolean akk_field_is_structure (const char *field);

G_END_DECLS
