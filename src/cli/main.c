/* akkoord-cli: what Akkoord does without a window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "cli/verbs.h"
#include "core/datadir.h"
#include "core/dates.h"
#include "print/annex-flaws.h"

#define MEETING (AKK_TAKES_AGREEMENT | AKK_TAKES_MEETING)

/* Every form of a call. Words come in this order; options anywhere. */
static const AkkVerb verbs[] = {
  { "example", NULL, "NAME OUT", akk_verb_example, 2, 0,
    N_ ("make the dossier of an example (NAME “all”: every example, in the folder OUT)") },
  { "new", NULL, "OUT", akk_verb_new, 1, AKK_TAKES_TEMPLATE,
    N_ ("make a dossier with an empty agreement, or with one from a template") },
  { "templates", NULL, "", akk_verb_templates, 0, 0,
    N_ ("list the templates for agreements: those of the program and your own") },
  { "successor", NULL, "FILE", akk_verb_successor, 1, AKK_TAKES_TERM | AKK_TAKES_AGREEMENT,
    N_ ("make the successor of an agreement: its text to be read again, with who holds the offices "
        "now, the unfinished actions and the indicators") },
  { "check", NULL, "FILE", akk_verb_check, 1, AKK_TAKES_AGREEMENT | AKK_TAKES_JSON,
    N_ ("check that a dossier is whole and its versions unaltered, and list what stands in the way "
        "of freezing; writes nothing") },
  { "due", NULL, "FILE", akk_verb_due, 1, AKK_TAKES_AGREEMENT | AKK_TAKES_DAY | AKK_TAKES_JSON,
    N_ ("list what must happen in time by the agreements that run or are signed, and how it stands "
        "on that day (today unless given)") },
  { "propose", NULL, "FILE", akk_verb_propose, 1,
    AKK_TAKES_BODY | AKK_TAKES_AGREEMENT | AKK_TAKES_JSON,
    N_ ("propose dates for the meetings that a body still owes in those days, and say why; plans "
        "nothing") },
  { "holidays", NULL, "YEAR", akk_verb_holidays, 1, AKK_TAKES_JSON,
    N_ ("list the public holidays of Belgium and the school holidays of Flanders that begin in a "
        "year") },
  { "import", "actions", "FILE IN.csv|.ods", akk_verb_import_actions, 2, AKK_TAKES_AGREEMENT,
    N_ ("read actions from a table, as they were exported: says what each row does; rows that are "
        "wrong are left out") },
  { "import", "measurements", "FILE IN.csv|.ods", akk_verb_import_measurements, 2,
    AKK_TAKES_AGREEMENT | AKK_MAY_TAKE_YEAR,
    N_ ("read figures from a table: says what each cell does, and leaves out what is wrong; the "
        "year is for a table that does not say it") },
  { "coverage", NULL, "FILE", akk_verb_coverage, 1,
    AKK_TAKES_AGREEMENT | AKK_TAKES_YEAR | AKK_TAKES_JSON,
    N_ ("count the actions of a year in each cell of the Pact's matrix, and list the commitments "
        "with the actions that carry them out") },
  { "figures", NULL, "FILE", akk_verb_figures, 1,
    AKK_TAKES_AGREEMENT | AKK_TAKES_YEAR | AKK_TAKES_JSON,
    N_ ("say a year in numbers: actions, meetings and indicators, as its evaluation report says "
        "them") },
  { "freeze", NULL, "FILE", akk_verb_freeze, 1, AKK_TAKES_AGREEMENT,
    N_ ("freeze an agreement into its next version, for signing; this cannot be undone") },
  { "verify", NULL, "FILE PDF|CODE", akk_verb_verify, 2, 0,
    N_ ("say which version a document or a control code is, and whether it was altered") },
  { "print", "agreement", "FILE OUT.pdf", akk_verb_print_agreement, 2,
    AKK_TAKES_AGREEMENT | AKK_TAKES_VERSION | AKK_TAKES_LARGE,
    N_ ("print an agreement to PDF as it is now, or the version as it was frozen; --large: in "
        "large print, on A3") },
  { "print", "signing", "FILE OUT.pdf", akk_verb_print_signing, 2,
    AKK_TAKES_AGREEMENT | AKK_TAKES_VERSION,
    N_ ("print the signature pages of an agreement to PDF") },
  { "print", "changes", "FILE OUT.pdf", akk_verb_print_changes, 2,
    AKK_TAKES_AGREEMENT | AKK_TAKES_VERSION | AKK_TAKES_WITH,
    N_ ("print word by word what changed since a version (the newest, or the predecessor, unless "
        "given) up to another one, or up to now, to PDF") },
  { "print", "invitation", "FILE OUT.pdf", akk_verb_print_invitation, 2, MEETING,
    N_ ("print the invitation to a meeting to PDF") },
  { "print", "agenda", "FILE OUT.pdf", akk_verb_print_agenda, 2, MEETING,
    N_ ("print the agenda of a meeting to PDF") },
  { "print", "attendance", "FILE OUT.pdf", akk_verb_print_attendance, 2, MEETING,
    N_ ("print the list that those who attend a meeting sign to PDF") },
  { "print", "minutes", "FILE OUT.pdf", akk_verb_print_minutes, 2, MEETING,
    N_ ("print the minutes of a meeting to PDF") },
  { "print", "pack", "FILE OUT.pdf", akk_verb_print_pack, 2, MEETING,
    N_ ("print all that is read before a meeting as one PDF: agenda, minutes, open items, "
        "annexes") },
  { "print", "decisions", "FILE OUT.pdf", akk_verb_print_decisions, 2, AKK_TAKES_AGREEMENT,
    N_ ("print what the bodies of an agreement decided to PDF") },
  { "print", "decision", "FILE OUT.pdf", akk_verb_print_council, 2,
    AKK_TAKES_AGREEMENT | AKK_TAKES_PARTY,
    N_ ("print the decision of the council or board of a party to PDF") },
  { "print", "handover", "FILE OUT.pdf", akk_verb_print_handover, 2,
    AKK_TAKES_AGREEMENT | AKK_TAKES_DAY,
    N_ ("print what somebody who takes over an agreement must know on that day (today unless "
        "given) to PDF; names persons and how to reach them") },
  { "print", "signal", "FILE OUT.pdf", akk_verb_print_signal, 2,
    AKK_TAKES_AGREEMENT | AKK_TAKES_SIGNAL, N_ ("print the sheet of a signal to PDF") },
  { "print", "calendar", "FILE OUT.pdf", akk_verb_print_calendar, 2,
    AKK_TAKES_AGREEMENT | AKK_TAKES_YEAR,
    N_ ("print the meetings, days off and last days of a year to PDF, on a page") },
  { "print", "action-plan", "FILE OUT.pdf", akk_verb_print_plan, 2,
    AKK_TAKES_AGREEMENT | AKK_TAKES_YEAR | AKK_TAKES_PARTNER | AKK_TAKES_PUBLIC,
    N_ ("print the action plan of a year to PDF, or what concerns one partner; --public names no "
        "person") },
  { "print", "priorities", "FILE OUT.pdf", akk_verb_print_priorities, 2,
    AKK_TAKES_AGREEMENT | AKK_TAKES_YEAR | AKK_TAKES_PARTNER | AKK_TAKES_PUBLIC,
    N_ ("print the priorities of a year with all that is known of their actions to PDF") },
  { "print", "action-matrix", "FILE OUT.pdf", akk_verb_print_matrix, 2,
    AKK_TAKES_AGREEMENT | AKK_TAKES_YEAR | AKK_TAKES_PARTNER | AKK_TAKES_PUBLIC,
    N_ ("print the actions of a year in the matrix of the Pact to PDF") },
  { "print", "evaluation", "FILE OUT.pdf", akk_verb_print_evaluation, 2,
    AKK_TAKES_AGREEMENT | AKK_TAKES_YEAR | AKK_TAKES_PUBLIC,
    N_ ("print the evaluation report of a year to PDF: as it was adopted, else as it is now; "
        "--public names no person") },
  { "print", "evaluation-summary", "FILE OUT.pdf", akk_verb_print_evaluation_summary, 2,
    AKK_TAKES_AGREEMENT | AKK_TAKES_YEAR | AKK_TAKES_PUBLIC,
    N_ ("print the evaluation of a year in two pages to PDF") },
  { "print", "municipalities", "FILE OUT.pdf", akk_verb_print_municipalities, 2,
    AKK_TAKES_AGREEMENT | AKK_TAKES_YEAR | AKK_TAKES_PARTNER | AKK_TAKES_PUBLIC,
    N_ ("print what the evaluation of a year says of each municipality to PDF, a page each") },
  { "print", "municipality-matrix", "FILE OUT.pdf", akk_verb_print_boards, 2,
    AKK_TAKES_AGREEMENT | AKK_MAY_TAKE_YEAR | AKK_TAKES_DAY,
    N_ ("print what is there of each board and what is still wanted, on that day (today unless "
        "given), to PDF; names persons") },
  { "print", "dashboard", "FILE OUT.pdf", akk_verb_print_dashboard, 2,
    AKK_TAKES_AGREEMENT | AKK_MAY_TAKE_YEAR,
    N_ ("print the indicators of the dashboard to PDF, of the newest year unless given") },
  { "export", "actions", "FILE OUT.csv|.ods|.html", akk_verb_export_actions, 2,
    AKK_TAKES_AGREEMENT | AKK_MAY_TAKE_YEAR,
    N_ ("write the actions of a year (all unless given) as a table, or the public edition of the "
        "plan (of the newest year unless given) as a web page") },
  { "export", "evaluation", "FILE OUT.html", akk_verb_export_evaluation, 2,
    AKK_TAKES_AGREEMENT | AKK_TAKES_YEAR,
    N_ ("write the public edition of the evaluation report of a year as a web page") },
  { "export", "measurements", "FILE OUT.csv|.ods", akk_verb_export_measurements, 2,
    AKK_TAKES_AGREEMENT, N_ ("write the figures of all indicators as a table") },
  { "export", "dossier", "FILE OUT.json", akk_verb_export_dossier, 2, 0,
    N_ ("write everything in a dossier as JSON") },
  { "export", "meetings", "FILE OUT.ics", akk_verb_export_meetings, 2, AKK_TAKES_AGREEMENT,
    N_ ("write the meetings that were held and are planned as a calendar file") },
};

static void
print_help (void)
{
  g_autofree char *version = g_strdup_printf ("Akkoord %s", VERSION);

  g_print ("%s\n\n", version);
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++) {
    const AkkVerb *verb = &verbs[i];

    g_print ("  akkoord-cli %s%s%s %s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s\n      %s\n", verb->name,
             verb->kind != NULL ? " " : "", verb->kind != NULL ? verb->kind : "", verb->words,
             (verb->takes & AKK_TAKES_BODY) != 0 ? " --body NAME --from YYYY-MM-DD --to YYYY-MM-DD"
                                                 : "",
             (verb->takes & AKK_TAKES_TEMPLATE) != 0 ? " [--template NAME] [--title TITLE]" : "",
             (verb->takes & AKK_TAKES_TERM) != 0 ? " --start YYYY-MM-DD --end YYYY-MM-DD" : "",
             (verb->takes & AKK_TAKES_MEETING) != 0 ? " --meeting N" : "",
             (verb->takes & AKK_TAKES_SIGNAL) != 0 ? " --signal N" : "",
             (verb->takes & AKK_TAKES_YEAR) != 0 ? " --year Y" : "",
             (verb->takes & AKK_MAY_TAKE_YEAR) != 0 ? " [--year Y]" : "",
             (verb->takes & AKK_TAKES_PARTNER) != 0 ? " [--partner NAME]" : "",
             (verb->takes & AKK_TAKES_PARTY) != 0 ? " --party NAME" : "",
             (verb->takes & AKK_TAKES_PUBLIC) != 0 ? " [--public]" : "",
             (verb->takes & AKK_TAKES_LARGE) != 0 ? " [--large]" : "",
             (verb->takes & AKK_TAKES_AGREEMENT) != 0 ? " [--agreement N]" : "",
             (verb->takes & AKK_TAKES_VERSION) != 0 ? " [--version N|CODE]" : "",
             (verb->takes & AKK_TAKES_WITH) != 0 ? " [--with N]" : "",
             (verb->takes & AKK_TAKES_DAY) != 0 ? " [--on YYYY-MM-DD]" : "",
             (verb->takes & AKK_TAKES_JSON) != 0 ? " [--json]" : "", _ (verb->help));
  }
  g_print ("  akkoord-cli --help | --version\n\n%s\n\n%s\n",
           _ ("Agreements are counted from 1 by start date, versions as they were frozen, the "
              "meetings of "
              "an agreement by date and hour, its signals by the day on which they were raised. A "
              "version may also be named by its control code."),
           _ ("Exit status: 0 fine, 1 findings or a refused request, 2 the file cannot be used or "
              "the call is "
              "wrong."));
}

static int
wrong_call (const char *message)
{
  g_printerr ("akkoord-cli: %s\n%s\n", message,
              _ ("“akkoord-cli --help” lists what can be asked."));
  return AKK_EXIT_UNUSABLE;
}

/* The verb that the first words name; `n_used` says how many they are. */
static const AkkVerb *
find_verb (char **words, guint *n_used)
{
  for (gsize i = 0; words[0] != NULL && i < G_N_ELEMENTS (verbs); i++) {
    const AkkVerb *verb = &verbs[i];

    if (!g_str_equal (verb->name, words[0]))
      continue;
    if (verb->kind != NULL && g_strcmp0 (verb->kind, words[1]) != 0)
      continue;
    *n_used = verb->kind != NULL ? 2 : 1;
    return verb;
  }
  return NULL;
}

/* The options that were given. `version` alone asks for that of the program. */
typedef struct {
  AkkCall call;
  char *body, *partner, *party, *template, *title;
  gboolean help, program_version;
} Options;

static gboolean
parse_number (const char *value, gint64 *number)
{
  return g_ascii_string_to_signed (value, 10, 1, G_MAXINT64, number, NULL);
}

static gboolean
version_cb (const char *name, const char *value, gpointer data, GError **error)
{
  Options *options = data;
  g_autofree char *code = NULL;

  if (value == NULL) {
    options->program_version = TRUE;
    return TRUE;
  }
  code = akk_control_code_parse (value);
  if (code != NULL && akk_control_code_check (code)) {
    g_strlcpy (options->call.version_code, code, sizeof options->call.version_code);
    return TRUE;
  }
  if (parse_number (value, &options->call.version))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not a version: give its number, counted from 1, or its control code."),
               value);
  return FALSE;
}

static gboolean
with_cb (const char *name, const char *value, gpointer data, GError **error)
{
  Options *options = data;

  if (parse_number (value, &options->call.with))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("Versions are counted from 1, not “%s”."), value);
  return FALSE;
}

static gboolean
agreement_cb (const char *name, const char *value, gpointer data, GError **error)
{
  Options *options = data;

  if (parse_number (value, &options->call.agreement))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("Agreements are counted from 1, not “%s”."), value);
  return FALSE;
}

static gboolean
meeting_cb (const char *name, const char *value, gpointer data, GError **error)
{
  Options *options = data;

  if (parse_number (value, &options->call.meeting))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("Meetings are counted from 1, not “%s”."), value);
  return FALSE;
}

static gboolean
signal_cb (const char *name, const char *value, gpointer data, GError **error)
{
  Options *options = data;

  if (parse_number (value, &options->call.signal))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("Signals are counted from 1, not “%s”."), value);
  return FALSE;
}

static gboolean
year_cb (const char *name, const char *value, gpointer data, GError **error)
{
  Options *options = data;

  if (g_ascii_string_to_signed (value, 10, 2000, 2100, &options->call.year, NULL))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is no year from 2000 to 2100."), value);
  return FALSE;
}

static gboolean
day_cb (const char *name, const char *value, gpointer data, GError **error)
{
  Options *options = data;
  gint64 day = akk_date_parse (value);

  if (day == AKK_NO_DATE) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” is no date like 2025-11-17."), value);
    return FALSE;
  }
  if (g_str_equal (name, "--start")) {
    options->call.start = day;
    options->call.has_start = TRUE;
  } else if (g_str_equal (name, "--end")) {
    options->call.end = day;
    options->call.has_end = TRUE;
  } else if (g_str_equal (name, "--from")) {
    options->call.from = day;
    options->call.has_from = TRUE;
  } else if (g_str_equal (name, "--to")) {
    options->call.to = day;
    options->call.has_to = TRUE;
  } else {
    options->call.day = day;
    options->call.has_day = TRUE;
  }
  return TRUE;
}

/* The name of an option that the verb does not take, or NULL. */
static const char *
find_stray (const AkkVerb *verb, const AkkCall *call)
{
  if (call->agreement != 0 && (verb->takes & AKK_TAKES_AGREEMENT) == 0)
    return "--agreement";
  if (akk_verb_names_version (call) && (verb->takes & AKK_TAKES_VERSION) == 0)
    return "--version";
  if (call->with != 0 && (verb->takes & AKK_TAKES_WITH) == 0)
    return "--with";
  if (call->meeting != 0 && (verb->takes & AKK_TAKES_MEETING) == 0)
    return "--meeting";
  if (call->signal != 0 && (verb->takes & AKK_TAKES_SIGNAL) == 0)
    return "--signal";
  if (call->year != 0 && (verb->takes & (AKK_TAKES_YEAR | AKK_MAY_TAKE_YEAR)) == 0)
    return "--year";
  if (call->partner != NULL && (verb->takes & AKK_TAKES_PARTNER) == 0)
    return "--partner";
  if (call->party != NULL && (verb->takes & AKK_TAKES_PARTY) == 0)
    return "--party";
  if ((verb->takes & AKK_TAKES_TERM) == 0 && (call->has_start || call->has_end))
    return call->has_start ? "--start" : "--end";
  if ((verb->takes & AKK_TAKES_TEMPLATE) == 0 && (call->template != NULL || call->title != NULL))
    return call->template != NULL ? "--template" : "--title";
  if (call->large && (verb->takes & AKK_TAKES_LARGE) == 0)
    return "--large";
  if (call->is_public && (verb->takes & AKK_TAKES_PUBLIC) == 0)
    return "--public";
  if (call->has_day && (verb->takes & AKK_TAKES_DAY) == 0)
    return "--on";
  if ((verb->takes & AKK_TAKES_BODY) == 0 && call->body != NULL)
    return "--body";
  if ((verb->takes & AKK_TAKES_BODY) == 0 && (call->has_from || call->has_to))
    return call->has_from ? "--from" : "--to";
  return call->json && (verb->takes & AKK_TAKES_JSON) == 0 ? "--json" : NULL;
}

static int
run (char **words, const AkkCall *call)
{
  guint n_used = 0;
  const AkkVerb *verb = find_verb (words, &n_used);
  const char *stray;

  if (verb == NULL)
    return wrong_call (_ ("There is no such command."));
  if (g_strv_length (words) != n_used + verb->n_words) {
    g_autofree char *message =
        g_strdup_printf (_ ("“%s” is followed by: %s."), words[n_used - 1], verb->words);

    return wrong_call (message);
  }
  stray = find_stray (verb, call);
  if (stray != NULL) {
    g_autofree char *message =
        g_strdup_printf (_ ("“%s” does not take %s."), words[n_used - 1], stray);

    return wrong_call (message);
  }
  if (call->meeting == 0 && (verb->takes & AKK_TAKES_MEETING) != 0)
    return wrong_call (_ ("Say which meeting: --meeting N."));
  if (call->signal == 0 && (verb->takes & AKK_TAKES_SIGNAL) != 0)
    return wrong_call (_ ("Say which signal: --signal N."));
  if (call->party == NULL && (verb->takes & AKK_TAKES_PARTY) != 0)
    return wrong_call (_ ("Say which party: --party NAME."));
  if (call->year == 0 && (verb->takes & AKK_TAKES_YEAR) != 0)
    return wrong_call (_ ("Say which year: --year Y."));
  if ((call->body == NULL || !call->has_from || !call->has_to) &&
      (verb->takes & AKK_TAKES_BODY) != 0)
    return wrong_call (_ ("Say for which body and which days: --body NAME --from YYYY-MM-DD --to "
                          "YYYY-MM-DD."));
  if ((!call->has_start || !call->has_end) && (verb->takes & AKK_TAKES_TERM) != 0)
    return wrong_call (_ ("Say for which term: --start YYYY-MM-DD --end YYYY-MM-DD."));
  return verb->run (words + n_used, call);
}

static GOptionContext *
new_context (Options *options, char ***words)
{
  const GOptionEntry entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, NULL, NULL },
    { "version", 0, G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK,
      (gpointer) (GCallback) version_cb, NULL, NULL },
    { "with", 0, 0, G_OPTION_ARG_CALLBACK, (gpointer) (GCallback) with_cb, NULL, NULL },
    { "agreement", 0, 0, G_OPTION_ARG_CALLBACK, (gpointer) (GCallback) agreement_cb, NULL, NULL },
    { "meeting", 0, 0, G_OPTION_ARG_CALLBACK, (gpointer) (GCallback) meeting_cb, NULL, NULL },
    { "signal", 0, 0, G_OPTION_ARG_CALLBACK, (gpointer) (GCallback) signal_cb, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_CALLBACK, (gpointer) (GCallback) year_cb, NULL, NULL },
    { "on", 0, 0, G_OPTION_ARG_CALLBACK, (gpointer) (GCallback) day_cb, NULL, NULL },
    { "body", 0, 0, G_OPTION_ARG_STRING, &options->body, NULL, NULL },
    { "start", 0, 0, G_OPTION_ARG_CALLBACK, (gpointer) (GCallback) day_cb, NULL, NULL },
    { "end", 0, 0, G_OPTION_ARG_CALLBACK, (gpointer) (GCallback) day_cb, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_CALLBACK, (gpointer) (GCallback) day_cb, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_CALLBACK, (gpointer) (GCallback) day_cb, NULL, NULL },
    { "partner", 0, 0, G_OPTION_ARG_STRING, &options->partner, NULL, NULL },
    { "party", 0, 0, G_OPTION_ARG_STRING, &options->party, NULL, NULL },
    { "template", 0, 0, G_OPTION_ARG_STRING, &options->template, NULL, NULL },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options->title, NULL, NULL },
    { "large", 0, 0, G_OPTION_ARG_NONE, &options->call.large, NULL, NULL },
    { "public", 0, 0, G_OPTION_ARG_NONE, &options->call.is_public, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->call.json, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, words, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (NULL);
  GOptionGroup *group = g_option_group_new ("akkoord", NULL, NULL, options, NULL);

  g_option_group_add_entries (group, entries);
  g_option_context_set_main_group (context, group);
  g_option_context_set_help_enabled (context, FALSE);
  return context;
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) words = NULL;
  Options options = { 0 };
  g_autoptr (GOptionContext) context = new_context (&options, &words);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autofree char *locale = akk_datadir_locale ();
  g_autofree char *body = NULL, *partner = NULL, *party = NULL;
  g_autofree char *template = NULL, *title = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  akk_findings_set_annex_reader (akk_annex_flaws);
  akk_findings_set_figure_reader (akk_figure_is_readable);

  if (!g_option_context_parse_strv (context, &arguments, &error))
    return wrong_call (error->message);
  if (options.help) {
    print_help ();
    return AKK_EXIT_FINE;
  }
  if (options.program_version && words == NULL) {
    g_print ("Akkoord %s\n", VERSION);
    return AKK_EXIT_FINE;
  }
  if (options.program_version)
    return wrong_call (_ ("Say which version: --version N."));
  if (words == NULL)
    return wrong_call (_ ("Say what to do."));
  body = options.body;
  options.call.body = body;
  partner = options.partner;
  options.call.partner = partner;
  party = options.party;
  options.call.party = party;
  template = options.template;
  options.call.template = template;
  title = options.title;
  options.call.title = title;
  return run (words, &options.call);
}
