/* The documents of meetings as they are printed, for their tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>
#include <string.h>

#include "../core/meetings-fixture.h"
#include "checked-pdf.h"
#include "core/attachment.h"
#include "core/signal-step.h"
#include "print/meeting-pdf.h"
#include "print/pages.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

#define LONG_WORD "Arbeidsmarktregiobeleidsafstemmingsoverlegvoorbereidingsvergadering"

/* --- A document as it is printed --- */

/* The words as they stand on the pages. */
static inline char *
plain_words (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, &error);
  GString *words = g_string_new (NULL);

  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++) {
    g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
    g_autofree char *text = poppler_page_get_text (page);
    g_string_append (words, text);
  }
  return g_string_free_and_steal (words);
}

/* The words of a document that conforms, prints each character, and comes out the same twice: as
 * they are read aloud, then the footer of the first page. `plain` and `n_pages` may be NULL. */
static inline char *
print (Council *council,
       AkkDocumentKind kind,
       const AkkRecordType *type,
       gint64 id,
       char **plain,
       int *n_pages)
{
  g_autoptr (GObject) subject = akk_store_get (council->store, type, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkDocument) document = akk_document_new (council->store, kind, subject, &error);
  g_autoptr (AkkDocument) again = akk_document_new (council->store, kind, subject, &error);
  g_autoptr (GBytes) pdf = NULL, same = NULL;
  g_autofree char *words = NULL, *footer = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (akk_pages_missing_glyphs (document->pages), ==, 0);
  if (n_pages != NULL)
    *n_pages = (int) akk_pages_count (document->pages);
  pdf = akk_document_pdf (document, &error);
  g_assert_no_error (error);
  same = akk_document_pdf (again, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (pdf, same));
  words = checked_words (pdf, &footer);
  if (plain != NULL)
    *plain = plain_words (pdf);
  return g_strjoin (" ", words, footer, NULL);
}

static inline char *
print_meeting (Council *council, AkkDocumentKind kind, gint64 meeting)
{
  return print (council, kind, &akk_meeting_record, meeting, NULL, NULL);
}

static inline gboolean
says (const char *words, const char *text)
{
  g_test_message ("“%s” in “%s”", text, words);
  return strstr (words, text) != NULL;
}

/* Each of the texts, after the one before it. */
static inline void
assert_in_order (const char *words, const char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++) {
    const char *found = strstr (words, texts[i]);
    g_test_message ("“%s” in “%s”", texts[i], words);
    g_assert_nonnull (found);
    words = found + strlen (texts[i]);
  }
}

/* --- A meeting --- */

static inline void
set (Council *council, const AkkRecordType *type, gint64 id, const char *field, const char *value)
{
  g_autoptr (AkkRecord) record = akk_store_get (council->store, type, id);
  g_autoptr (GError) error = NULL;

  akk_store_begin (council->store, "Change");
  akk_store_set_text (council->store, record, field, value);
  akk_store_commit (council->store, &error);
  g_assert_no_error (error);
}

static inline void
set_int (Council *council, const AkkRecordType *type, gint64 id, const char *field, gint64 value)
{
  g_autoptr (AkkRecord) record = akk_store_get (council->store, type, id);
  g_autoptr (GError) error = NULL;

  akk_store_begin (council->store, "Change");
  akk_store_set_int (council->store, record, field, value);
  akk_store_commit (council->store, &error);
  g_assert_no_error (error);
}

static inline gint64
full_meeting (Council *council, AkkMeetingState state)
{
  gint64 meeting = council_meeting (council, "2025-03-11", state);

  set (council, &akk_meeting_record, meeting, "place", "Gemeentehuis Zele, raadzaal");
  set (council, &akk_meeting_record, meeting, "chair", "Luc Schelfhout");
  set (council, &akk_meeting_record, meeting, "secretary", "Sanne De Wolf");
  return meeting;
}

static inline gint64
add_item (Council *council, gint64 meeting, const char *position, const char *title)
{
  gint64 item = council_item (council, meeting, title, 30);

  set (council, &akk_agenda_item_record, item, "position", position);
  return item;
}

static inline guint
count (const char *text, const char *mark)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, mark)) != NULL; at++)
    n++;
  return n;
}

static inline gint64
minutes_fixture (Council *council)
{
  gint64 meeting = full_meeting (council, AKK_MEETING_HELD);
  gint64 first = add_item (council, meeting, "A", "Actieplan 2025");
  gint64 second = add_item (council, meeting, "B", "Indicatoren");

  set (council, &akk_agenda_item_record, first, "presenter", "Tom Raes");
  set (council, &akk_agenda_item_record, first, "outcome",
       "De stuurgroep overloopt de **negen** acties.[^1]\n\n- eerst deze;\n- dan die.\n\n[^1]: "
       "Zie het plan.\n");
  set (council, &akk_agenda_item_record, second, "outcome",
       "De cijfers stijgen.[^1]\n\n[^1]: Ook "
       "hier.\n");
  set_int (council, &akk_agenda_item_record, second, "state", AKK_ITEM_UNFINISHED);
  council_add (council, &akk_attachment_record, "item-id", first, "name", "Plan", NULL);
  council_add (council, &akk_decision_record, "meeting-id", meeting, "item-id", first, "number",
               "2025-03", "text", "De stuurgroep keurt het plan goed.", "state",
               (gint64) AKK_DECISION_TAKEN, NULL);
  council_add (council, &akk_decision_record, "meeting-id", meeting, "item-id", second, "number",
               "2025-04", "text", "Gemiddelden volstaan.", "mode", (gint64) AKK_DECISION_VOTE,
               "votes-for", G_GINT64_CONSTANT (7), "votes-against", G_GINT64_CONSTANT (2),
               "abstentions", G_GINT64_CONSTANT (1), "state", (gint64) AKK_DECISION_TAKEN, "owner",
               "Nadia Rottiers", "due-on", akk_date_parse ("2025-04-30"), NULL);
  council_add (council, &akk_decision_record, "meeting-id", meeting, "number", "2025-05", "text",
               "Los van elk punt.", "state", (gint64) AKK_DECISION_TAKEN, NULL);
  council_add (council, &akk_action_record, "agreement-id", council->agreement, "number", "A12",
               "title", "Signaal doorgeven", "lead", "Sanne De Wolf", "deadline",
               akk_date_parse ("2025-03-29"), "item-id", second, NULL);
  council_add (council, &akk_signal_record, "agreement-id", council->agreement, "title",
               "Kinderopvang opent te laat", "level", (gint64) AKK_SIGNAL_REGION, "holder",
               "regionale werkgroep", "item-id", second, NULL);
  council_add (council, &akk_attendance_record, "meeting-id", meeting, "seat-id", council->seat[0],
               "state", (gint64) AKK_ATTENDANCE_PRESENT, NULL);
  council_add (council, &akk_attendance_record, "meeting-id", meeting, "guest", "Hilde Claes",
               "state", (gint64) AKK_ATTENDANCE_PRESENT, NULL);
  return meeting;
}

#define ADD(name, test) g_test_add (name, Council, NULL, council_set_up, test, council_tear_down)
