/* Templates: what a new agreement begins with, and the rubrics that it has to fill.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A template is a file NAME.json in the program's folder "templates", or in the folder
 * "akkoord/templates" of the user's data, whose templates come in place of those of the program
 * with the same name. It is an export (export.h) of one agreement with what belongs to it; records
 * without a position stand as in the file. Besides it has
 *
 * "template": {"title": …, "description": …, "source": …, "order": number, "rubrics": [
 *   {"id": …, "name": …, "help": …, "source": …, "required": true}, …]}
 *
 * where all but the title may be left out. A section fills the rubric whose id is its `rubric`. */
#pragma once

#include "core/agreement.h"

G_BEGIN_DECLS

/* Something that an agreement of this kind has to speak of. */
typedef struct {
  char *id; /* what sections hold */
  char *name;
  char *help; /* what belongs in it, for who writes; paragraphs have an empty line between them */
  char *source; /* what prescribes it ("Pact, 8.3") */
  gboolean required;
} AkkRubric;

typedef struct {
  char *name; /* that of the file, without ".json": what an agreement remembers */
  char *title;
  char *description;
  char *source;
  gint64 order;
  GPtrArray *rubrics; /* AkkRubric */
  GPtrArray *records; /* AkkRecord, in no store */
} AkkTemplate;

void akk_template_free (AkkTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkTemplate, akk_template_free)

/* All that can be used, by order and title. Elements: AkkTemplate. `faults` (out, optional): a
 * sentence for each file that cannot be used. */
GPtrArray *akk_templates_new (char ***faults) G_GNUC_WARN_UNUSED_RESULT;
/* The one with that name; NULL with AKK_EXPORT_ERROR: UNKNOWN, which says which there are, or
 * INVALID, which says what is wrong in the file. */
AkkTemplate *akk_template_load (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL: there is none with that id. */
const AkkRubric *akk_template_rubric (const AkkTemplate *self, const char *id);
/* The agreement of the template. Borrowed. */
const AkkAgreement *akk_template_agreement (const AkkTemplate *self);

/* Inside an action: an agreement as the template has it. */
AkkAgreement *akk_template_use (const AkkTemplate *self, AkkStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
