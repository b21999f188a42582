/* What the command line can do, one function per form.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/control-code.h"
#include "core/dossier.h"
#include "core/meeting.h"
#include "core/store.h"
#include "print/meeting-pdf.h"

G_BEGIN_DECLS

enum {
  AKK_EXIT_FINE = 0,
  AKK_EXIT_REFUSED = 1, /* findings, or a request that is refused */
  AKK_EXIT_UNUSABLE = 2, /* a file cannot be used, or the call is wrong */
};

/* The options of a call; 0: not given. */
typedef struct {
  gint64 agreement, version, with; /* counted from 1 */
  gint64 meeting, signal; /* of the agreement, counted from 1 */
  gint64 year;
  char version_code[AKK_CONTROL_CODE_LENGTH + 1]; /* in place of the number of a version */
  gint64 day; /* days since 1970, when `has_day` */
  gboolean has_day;
  const char *body; /* the name of a body, or NULL */
  gint64 from, to; /* a span of days, when `has_from` and `has_to` */
  gboolean has_from, has_to;
  const char *partner, *party; /* the name of a party, or NULL */
  gint64 start, end; /* of a term, when `has_start` and `has_end` */
  gboolean has_start, has_end;
  const char *template, *title; /* of a new agreement, or NULL */
  gboolean is_public;
  gboolean large; /* the large-print edition */
  gboolean json;
} AkkCall;

typedef enum {
  AKK_TAKES_AGREEMENT = 1 << 0,
  AKK_TAKES_VERSION = 1 << 1,
  AKK_TAKES_JSON = 1 << 2,
  AKK_TAKES_DAY = 1 << 3,
  AKK_TAKES_MEETING = 1 << 4, /* it must be given */
  AKK_TAKES_SIGNAL = 1 << 5, /* it must be given */
  AKK_TAKES_BODY = 1 << 6, /* it must be given, and a span of days */
  AKK_TAKES_YEAR = 1 << 7, /* it must be given */
  AKK_MAY_TAKE_YEAR = 1 << 8,
  AKK_TAKES_PARTNER = 1 << 9,
  AKK_TAKES_PUBLIC = 1 << 10, /* whether it is public */
  AKK_TAKES_PARTY = 1 << 11, /* it must be given */
  AKK_TAKES_LARGE = 1 << 15, /* whether it is in large print */
  AKK_TAKES_TEMPLATE = 1 << 12, /* and a title */
  AKK_TAKES_WITH = 1 << 13, /* a second version */
  AKK_TAKES_TERM = 1 << 14, /* it must be given */
} AkkTakes;

/* `words` are those of the form, exactly as many. Messages go to stderr. Returns the exit status.
 */
typedef int (*AkkVerbRun) (char **words, const AkkCall *call);

typedef struct {
  const char *name;
  const char *kind; /* the second word, or NULL */
  const char *words; /* those that follow, for people */
  AkkVerbRun run;
  guint n_words;
  AkkTakes takes;
  const char *help; /* marked N_() */
} AkkVerb;

/* verbs-dossier.c */
int akk_verb_example (char **words, const AkkCall *call);
int akk_verb_export_dossier (char **words, const AkkCall *call);
/* verbs-calendar.c */
int akk_verb_propose (char **words, const AkkCall *call);
int akk_verb_holidays (char **words, const AkkCall *call);
/* verbs-check.c */
int akk_verb_check (char **words, const AkkCall *call);
/* verbs-compare.c */
int akk_verb_print_changes (char **words, const AkkCall *call);
/* verbs-coverage.c */
int akk_verb_coverage (char **words, const AkkCall *call);
/* verbs-meeting.c */
int akk_verb_due (char **words, const AkkCall *call);
int akk_verb_export_meetings (char **words, const AkkCall *call);
/* verbs-print.c */
int akk_verb_print_agreement (char **words, const AkkCall *call);
int akk_verb_print_signing (char **words, const AkkCall *call);
int akk_verb_print_council (char **words, const AkkCall *call);
/* verbs-paper.c */
int akk_verb_print_agenda (char **words, const AkkCall *call);
int akk_verb_print_attendance (char **words, const AkkCall *call);
int akk_verb_print_calendar (char **words, const AkkCall *call);
int akk_verb_print_decisions (char **words, const AkkCall *call);
int akk_verb_print_handover (char **words, const AkkCall *call);
int akk_verb_print_boards (char **words, const AkkCall *call);
int akk_verb_print_invitation (char **words, const AkkCall *call);
int akk_verb_print_minutes (char **words, const AkkCall *call);
int akk_verb_print_pack (char **words, const AkkCall *call);
int akk_verb_print_signal (char **words, const AkkCall *call);
/* verbs-evaluation.c */
int akk_verb_figures (char **words, const AkkCall *call);
/* verbs-exchange.c */
int akk_verb_import_actions (char **words, const AkkCall *call);
/* What akk_verb_export_actions() does for tables. */
int akk_verb_export_table (char **words, const AkkCall *call);
/* A table as the file that the name of `out` asks for; `sheet` names it in a spreadsheet. */
GBytes *akk_verb_table_bytes (GPtrArray *table, const char *out, const char *sheet, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
akk_verb_read_table (const char *path, gboolean *is_ods, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Says which heads were not read; how much there was of each AkkImportState. The second returns the
 * exit status. */
void akk_verb_tell_ignored (GPtrArray *ignored);
int akk_verb_tell_import (const guint *n);
/* verbs-figures.c */
int akk_verb_export_measurements (char **words, const AkkCall *call);
int akk_verb_import_measurements (char **words, const AkkCall *call);
/* verbs-plan.c */
int akk_verb_print_plan (char **words, const AkkCall *call);
int akk_verb_print_matrix (char **words, const AkkCall *call);
int akk_verb_print_priorities (char **words, const AkkCall *call);
int akk_verb_export_actions (char **words, const AkkCall *call);
/* verbs-report.c */
int akk_verb_export_evaluation (char **words, const AkkCall *call);
int akk_verb_print_dashboard (char **words, const AkkCall *call);
int akk_verb_print_evaluation (char **words, const AkkCall *call);
int akk_verb_print_evaluation_summary (char **words, const AkkCall *call);
int akk_verb_print_municipalities (char **words, const AkkCall *call);
/* verbs-templates.c */
int akk_verb_new (char **words, const AkkCall *call);
int akk_verb_successor (char **words, const AkkCall *call);
int akk_verb_templates (char **words, const AkkCall *call);
/* verbs-version.c */
int akk_verb_freeze (char **words, const AkkCall *call);
int akk_verb_verify (char **words, const AkkCall *call);

/* The exit status for an error: what the caller asked for is refused, else a file cannot be used.
 */
int akk_verb_status (const GError *error);
/* Prints the message on stderr; returns `status`. */
int akk_verb_fail (int status, const char *message);
/* Opens the dossier words[0], has it changed, and writes it. Returns the exit status, that of the
 * change where nothing else went wrong. */
typedef int (*AkkVerbChange) (AkkStore *store, char **words, const AkkCall *call);
int akk_verb_change (char **words, const AkkCall *call, AkkVerbChange change);
/* Reads the dossier words[0], finds the agreement that the call is about (`find` says why there is
 * none) and has the file words[1] written, unless it may not be written over. Returns the exit
 * status, that of `write` where nothing else went wrong. */
typedef struct {
  AkkStore *store;
  AkkAgreement *agreement;
  const AkkCall *call;
  const char *out;
  int kind; /* as it was given: which form of several */
} AkkVerbJob;
typedef AkkAgreement *(*AkkVerbFind) (AkkStore *store, const AkkCall *call);
/* Either sets the error (never NULL), which is then printed, or has said itself what went wrong. */
typedef int (*AkkVerbWrite) (const AkkVerbJob *job, GError **error);
int
akk_verb_write (char **words, const AkkCall *call, AkkVerbFind find, AkkVerbWrite write, int kind);
/* How an AkkVerbWrite ends. NULL: it could not be made, and the error says why. */
int akk_verb_write_bytes (GBytes *bytes, const char *out, GError **error);
int akk_verb_write_text (const char *text, const char *out, GError **error);
int akk_verb_write_document (AkkDocument *document, const char *out, GError **error);
/* Whether `out` may be written over: not when it is the dossier itself, or any other dossier. Says
 * why not. */
gboolean akk_verb_may_overwrite (const char *out);
/* Whether the call names a version. */
gboolean akk_verb_names_version (const AkkCall *call);
/* The agreement that a call names, else the first; NULL after saying that there is none. */
AkkAgreement *akk_verb_agreement (AkkStore *store, const AkkCall *call) G_GNUC_WARN_UNUSED_RESULT;
/* The agreement that a call names, else the first with an action plan for the year; NULL after
 * saying which plans there are. */
AkkAgreement *akk_verb_plan_agreement (AkkStore *store,
                                       const AkkCall *call,
                                       gint64 year) G_GNUC_WARN_UNUSED_RESULT;
/* The party of that name; 0 after saying which there are. */
gint64 akk_verb_partner (AkkStore *store, AkkAgreement *agreement, const char *name);
/* The meeting of the agreement that a call names (core/meetings.h); NULL after saying that there is
 * none, and which there are. */
AkkMeeting *akk_verb_meeting (AkkStore *store,
                              AkkAgreement *agreement,
                              const AkkCall *call) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
