/* What two versions of an agreement differ in, word by word.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure: a document is read from what is frozen of an agreement (frozen.h), be it a version, the
 * agreement as it would be frozen now, or its predecessor. It consists of parts (the agreement
 * itself, its parties, priorities, bodies, sections), and those of lines. */
#pragma once

#include "core/diff.h"
#include "core/phrases.h"
#include "core/record.h"
#include "core/section.h"
#include "core/text.h"

G_BEGIN_DECLS

typedef enum {
  AKK_COMPARE_AGREEMENT, /* its properties */
  AKK_COMPARE_PARTY,
  AKK_COMPARE_PRIORITY,
  AKK_COMPARE_BODY,
  AKK_COMPARE_SECTION,
  AKK_N_COMPARE_AREAS,
} AkkCompareArea;

/* A line: a paragraph, an item, the row of a table, or the value of a field. Marks of notes are
 * "*"; a link says its address behind it. */
typedef struct {
  AkkLineKind kind;
  guint level;
  guint row; /* of its table, from 1; 0: it is no row */
  const AkkField *field; /* that it is the value of; NULL: it is text, or a representative */
  GStrv cells; /* one, unless it is a row */
} AkkCompareLine;

typedef struct {
  AkkCompareArea area;
  gint64 id, origin; /* of a section, where they are known; else 0 */
  gint64 place; /* the section of today that it is, or became; 0: none, or unknown */
  guint depth; /* of a section; else 1 */
  guint parent; /* the index + 1 of the part it stands in; 0: none */
  char *number; /* of a section */
  char *heading; /* of a section; the name of the others */
  GPtrArray *lines; /* AkkCompareLine */
} AkkComparePart;

typedef struct {
  gint64 number; /* of the version; 0: it is none */
  gint64 date; /* on which it was frozen, or would be */
  GPtrArray *parts; /* AkkComparePart: by area, in order */
} AkkCompareText;

/* Whether it says which file is attached, by its sum, which is not for people. */
gboolean akk_compare_line_is_file (const AkkCompareLine *self);

/* Reads what is frozen; NULL when that is not it. `outline`: where the sections come from, in the
 * same order, which tells their ids; or NULL. Values are in the words of `phrases`; NULL: in
 * those of the program. */
AkkCompareText *akk_compare_read (const char *content,
                                  GPtrArray *outline,
                                  AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;
/* A version knows no ids of sections: finds what they are today, by their headings and words.
 * `outline`: of the agreement as it is now. */
void akk_compare_text_find_places (AkkCompareText *self, GPtrArray *outline);
void akk_compare_text_free (AkkCompareText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkCompareText, akk_compare_text_free)

/* What happened to a line, and in what words. */
typedef struct {
  AkkDiffKind kind; /* SAME when it was changed in part: see its cells */
  const AkkCompareLine *old, *now; /* borrowed; NULL when there is none */
  GPtrArray *cells; /* per cell a GPtrArray of AkkDiffPiece */
} AkkCompareChange;

typedef enum {
  AKK_COMPARE_ADDED = 1 << 0,
  AKK_COMPARE_REMOVED = 1 << 1,
  AKK_COMPARE_MOVED = 1 << 2, /* it stands elsewhere among what stayed, or under another heading */
  AKK_COMPARE_RENUMBERED = 1 << 3,
  AKK_COMPARE_RENAMED = 1 << 4, /* see `heading` */
  AKK_COMPARE_CHANGED = 1 << 5, /* see `changes` */
} AkkCompareMarks;

typedef struct {
  AkkCompareArea area;
  AkkCompareMarks marks;
  const AkkComparePart *old, *now; /* borrowed; NULL when there is none */
  gint64 place; /* the section of today that it is, or after which it stood; 0: none, or unknown */
  GPtrArray *heading; /* AkkDiffPiece */
  GPtrArray *changes; /* AkkCompareChange, only lines that differ */
} AkkCompareEntry;

typedef struct {
  const AkkCompareText *old, *now; /* borrowed */
  GPtrArray *entries; /* AkkCompareEntry: parts that differ, in the order of the new text; what was
                         removed stands where it stood */
  guint n_added, n_removed, n_moved, n_renumbered, n_renamed, n_changed; /* sections */
  guint n_lines; /* changes of lines, in all parts */
} AkkComparison;

/* Both must outlive it. Sections are the same when their ids are, or the id of the old one is the
 * origin of the new one; else by number and heading, by heading, by their words. */
AkkComparison *akk_comparison_new (const AkkCompareText *old,
                                   const AkkCompareText *now) G_GNUC_WARN_UNUSED_RESULT;
void akk_comparison_free (AkkComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkComparison, akk_comparison_free)

/* Lines of one part against those of another; elements: AkkCompareChange, also of lines that stayed
 * when `all`. */
GPtrArray *
akk_compare_lines (GPtrArray *old, GPtrArray *now, gboolean all) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
