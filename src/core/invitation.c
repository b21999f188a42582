/* The message that invites to a meeting, moves it, calls it off, or sends its minutes round.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/invitation.h"

#include <string.h>

#include "core/dossier.h"
#include "core/meetings.h"
#include "core/text.h"

/* A blank line between paragraphs, as mail has it; a list stays together. */
char *
akk_invitation_plain (const AkkMeeting *meeting)
{
  g_autoptr (AkkText) text = akk_text_parse (meeting->invitation);
  GString *plain = g_string_new (NULL);
  guint next;

  for (guint i = 0; i < text->n_lines; i = next) {
    g_autoptr (AkkText) part = NULL;
    g_autofree char *words = NULL;

    next = i + 1;
    while (text->lines[i]->kind != AKK_LINE_PARAGRAPH && next < text->n_lines &&
           text->lines[next]->kind != AKK_LINE_PARAGRAPH)
      next++;
    part = akk_text_new (text->lines + i, next - i);
    words = g_strchomp (akk_text_plain (part, NULL, NULL));
    if (*words != '\0')
      g_string_append_printf (plain, "%s%s", plain->len > 0 ? "\n\n" : "", words);
  }
  return g_string_free_and_steal (plain);
}

char *
akk_agenda_plain (const AkkAgenda *self)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < self->entries->len; i++) {
    const AkkAgendaEntry *entry = self->entries->pdata[i];

    if (entry->starts_at != AKK_NO_DATE)
      g_string_append_printf (lines, "%d.%02d  ", (int) entry->starts_at / 60,
                              (int) entry->starts_at % 60);
    g_string_append_printf (lines, "%u. %s", entry->number, entry->item->title);
    if (*entry->item->presenter != '\0')
      g_string_append_printf (lines, " (%s)", entry->item->presenter);
    g_string_append_c (lines, '\n');
  }
  return g_string_free_and_steal (lines);
}

typedef struct {
  GStrvBuilder *addresses, *names;
  GHashTable *seen;
} Readers;

static void
add_reader (const Readers *self, const AkkPerson *person)
{
  if (person == NULL || *person->email == '\0' || !g_hash_table_add (self->seen, person->email))
    return;
  g_strv_builder_add (self->addresses, person->email);
  g_strv_builder_add (self->names, person->name);
}

/* `store`: also of the delegates whom others replaced. */
static void
find_readers (AkkInvitation *self, const AkkAgenda *agenda, AkkStore *store)
{
  g_autoptr (GStrvBuilder) addresses = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const Readers readers = { addresses, names, seen };

  for (guint i = 0; i < agenda->seats->len; i++) {
    const AkkAgendaSeat *seat = agenda->seats->pdata[i];
    AkkPerson *delegate =
        store != NULL && seat->seat != NULL
            ? akk_seat_person (store, seat->seat->record.id, agenda->meeting->date)
            : NULL;

    add_reader (&readers, seat->person);
    if (delegate != NULL)
      g_ptr_array_add (kept, delegate);
    add_reader (&readers, delegate);
  }
  self->addresses = g_strv_builder_end (addresses);
  self->names = g_strv_builder_end (names);
}

/* "20 november 2025 om 9.30 uur". */
static char *
moment_of (const AkkMeeting *meeting, AkkPhrases *phrases)
{
  g_autofree char *date = akk_phrases_date (phrases, meeting->date);
  g_autofree char *hour = NULL;

  if (meeting->starts_at == AKK_NO_DATE)
    return g_steal_pointer (&date);
  hour = g_strdup_printf ("%d.%02d", (int) meeting->starts_at / 60, (int) meeting->starts_at % 60);
  return akk_phrases_format (phrases, "mail-moment", "date", date, "hour", hour, NULL);
}

static void
add_paragraph (GString *text, const char *paragraph)
{
  if (*paragraph == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, paragraph);
  while (text->len > 0 && text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);
}

/* Takes the greeting out of what the meeting says itself: one is enough. */
static char *
take_greeting (char **own, AkkPhrases *phrases)
{
  const char *dear = akk_phrases_get (phrases, "mail-dear");
  g_autofree char *word = g_strndup (dear, strcspn (dear, ","));
  const char *end = strstr (*own, "\n\n");
  char *greeting, *rest;

  if (!g_str_has_prefix (*own, word) || end == NULL)
    return g_strdup (dear);
  greeting = g_strndup (*own, (gsize) (end - *own));
  rest = g_strdup (end + strlen ("\n\n"));
  g_free (*own);
  *own = rest;
  return greeting;
}

static void
add_invitation (GString *text, const AkkAgenda *agenda, AkkPhrases *phrases, const char *own)
{
  const AkkMeeting *meeting = agenda->meeting;
  g_autofree char *items = akk_agenda_plain (agenda);
  g_autofree char *place =
      *meeting->place != '\0'
          ? akk_phrases_format (phrases, "mail-place", "place", meeting->place, NULL)
          : g_strdup ("");
  g_autofree char *link = *meeting->link != '\0' ? akk_phrases_format (phrases, "mail-link", "link",
                                                                       meeting->link, NULL)
                                                 : g_strdup ("");

  add_paragraph (text, place);
  add_paragraph (text, link);
  add_paragraph (text, own);
  if (*items != '\0') {
    add_paragraph (text, akk_phrases_get (phrases, "mail-agenda"));
    g_string_append_c (text, '\n');
    g_string_append (text, items);
    g_string_truncate (text, text->len - 1);
  }
  add_paragraph (text, akk_phrases_get (phrases, "mail-answer"));
}

/* A postponed meeting says when it takes place instead. */
static void
add_successor (GString *text, AkkStore *store, const AkkMeeting *meeting, AkkPhrases *phrases)
{
  g_autoptr (AkkMeeting) later = akk_store_get (store, &akk_meeting_record, meeting->successor_id);
  g_autofree char *moment = later != NULL ? moment_of (later, phrases) : NULL;
  g_autofree char *sentence =
      moment != NULL ? akk_phrases_format (phrases, "mail-later", "moment", moment, NULL)
                     : g_strdup ("");

  add_paragraph (text, meeting->reason);
  add_paragraph (text, sentence);
}

AkkInvitation *
akk_invitation_new (AkkStore *store, const AkkAgenda *agenda, AkkPhrases *phrases)
{
  static const char *const subjects[] = { [AKK_INVITATION_FIRST] = "mail-first",
                                          [AKK_INVITATION_AGAIN] = "mail-again",
                                          [AKK_INVITATION_CANCEL] = "mail-cancel" };
  static const char *const openings[] = { [AKK_INVITATION_FIRST] = "mail-first-text",
                                          [AKK_INVITATION_AGAIN] = "mail-again-text",
                                          [AKK_INVITATION_CANCEL] = "mail-cancel-text" };
  AkkInvitation *self = g_new0 (AkkInvitation, 1);
  const AkkMeeting *meeting = agenda->meeting;
  g_autofree char *moment = moment_of (meeting, phrases);
  g_autofree char *opening = NULL;
  g_autofree char *own = akk_invitation_plain (meeting);
  g_autofree char *greeting = take_greeting (&own, phrases);
  g_autoptr (GString) text = g_string_new (greeting);

  if (meeting->state == AKK_MEETING_CANCELLED || meeting->state == AKK_MEETING_POSTPONED)
    self->kind = AKK_INVITATION_CANCEL;
  else if (meeting->state != AKK_MEETING_PLANNED || akk_meeting_outdated (meeting))
    self->kind = AKK_INVITATION_AGAIN;
  self->subject = akk_phrases_format (phrases, subjects[self->kind], "body", agenda->body->name,
                                      "moment", moment, NULL);
  opening = akk_phrases_format (phrases, openings[self->kind], "body", agenda->body->name, "moment",
                                moment, NULL);
  add_paragraph (text, opening);
  if (self->kind == AKK_INVITATION_CANCEL)
    add_successor (text, store, meeting, phrases);
  else
    add_invitation (text, agenda, phrases, own);
  add_paragraph (text, akk_phrases_get (phrases, "mail-end"));
  g_string_append_c (text, '\n');
  self->text = g_string_free_and_steal (g_steal_pointer (&text));
  find_readers (self, agenda, NULL);
  return self;
}

/* When the body meets next; "" when nobody knows. */
static char *
next_words (AkkStore *store, const AkkAgenda *agenda, AkkPhrases *phrases)
{
  g_autoptr (GPtrArray) meetings = akk_meetings (store, 0, agenda->meeting->body_id);

  for (guint i = 0; i < meetings->len; i++) {
    const AkkMeeting *meeting = meetings->pdata[i];

    if (akk_meeting_ahead (meeting) && meeting->date > agenda->meeting->date) {
      g_autofree char *moment = moment_of (meeting, phrases);

      return akk_phrases_format (phrases, "mail-minutes-next", "moment", moment, NULL);
    }
  }
  return g_strdup ("");
}

AkkInvitation *
akk_invitation_minutes_new (AkkStore *store, const AkkAgenda *agenda, AkkPhrases *phrases)
{
  AkkInvitation *self = g_new0 (AkkInvitation, 1);
  g_autofree char *moment = moment_of (agenda->meeting, phrases);
  g_autofree char *opening = akk_phrases_format (phrases, "mail-minutes-text", "body",
                                                 agenda->body->name, "moment", moment, NULL);
  g_autofree char *next = next_words (store, agenda, phrases);
  g_autoptr (GString) text = g_string_new (akk_phrases_get (phrases, "mail-dear"));

  self->kind = AKK_INVITATION_MINUTES;
  self->subject = akk_phrases_format (phrases, "mail-minutes", "body", agenda->body->name, "moment",
                                      moment, NULL);
  add_paragraph (text, opening);
  if (agenda->meeting->state != AKK_MEETING_APPROVED)
    add_paragraph (text, akk_phrases_get (phrases, "mail-minutes-draft"));
  add_paragraph (text, next);
  add_paragraph (text, akk_phrases_get (phrases, "mail-end"));
  g_string_append_c (text, '\n');
  self->text = g_string_free_and_steal (g_steal_pointer (&text));
  find_readers (self, agenda, store);
  return self;
}

void
akk_invitation_note_minutes (const AkkInvitation *self, AkkStore *store, AkkMeeting *meeting)
{
  g_autofree char *names = g_strjoinv (", ", self->names);

  akk_store_set_int (store, meeting, "minutes_sent_on", akk_store_today (store));
  akk_store_set_text (store, meeting, "minutes_sent_to", names);
}

void
akk_invitation_free (AkkInvitation *self)
{
  g_free (self->subject);
  g_free (self->text);
  g_strfreev (self->addresses);
  g_strfreev (self->names);
  g_free (self);
}
