/* The plain values of which obligations are a function, and the parts of that function.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/frequency.h"
#include "core/meeting.h"
#include "core/obligations.h"

G_BEGIN_DECLS

typedef struct _AkkDutyBody AkkDutyBody;
typedef struct _AkkDuties AkkDuties;

/* A meeting that was held, or is still ahead; the others do not count. Subjects are bits, 1 <<
 * AkkItemSubject. */
typedef struct {
  gint64 id, date;
  const AkkDutyBody *body;
  gboolean held;
  guint deals; /* subjects that a held meeting dealt with */
  guint brings; /* subjects on the agenda of a meeting that is still ahead */
  gint64 approved_on; /* its minutes; AKK_NO_DATE: not approved */
  gint64 approving_on; /* the day of the meeting that is to approve them; AKK_NO_DATE: none */
} AkkDutyMeeting;

/* The parts of what a body owes. */
enum {
  AKK_DUTY_MEETINGS,
  AKK_DUTY_EVALUATIONS,
  AKK_DUTY_MINUTES,
  AKK_DUTY_N_PARTS,
};

/* Texts are reference-counted (GRefString): many obligations share them. */
struct _AkkDutyBody {
  gint64 id;
  char *name;
  char *rhythm; /* how often in words, for a body that owes no number */
  gboolean evaluates;
  GArray *frequencies; /* AkkFrequency */
  char *source, *evaluation_source; /* of the frequencies, of the evaluation */
  gint64 section_id, evaluation_section_id;
  GArray *meetings; /* AkkDutyMeeting, by date */
  GPtrArray *weighed[AKK_DUTY_N_PARTS]; /* AkkObligation; NULL: still to be reckoned */
};

/* An indicator of which somebody delivers the figures. Who gave one are slots: 0 the region, or
 * anybody when it is not measured for municipalities; from 1 the municipalities in their order. */
typedef struct {
  AkkDuties *duties; /* whose it is */
  gint64 id, delay;
  gboolean by_municipality;
  char *name, *supplier; /* GRefString */
  GHashTable *given; /* year and slot -> the first day on which one was received */
} AkkDutyIndicator;

/* A report, adopted (`adopted_on`) or not yet. */
typedef struct {
  gint64 id, year;
  gint64 meeting_id; /* that adopted it; 0: none */
  gint64 adopted_on;
} AkkDutyReport;

/* An action plan that was adopted. */
typedef struct {
  gint64 first_year, last_year;
  gint64 meeting_id; /* in which it was; 0: not said */
} AkkDutyPlan;

struct _AkkDuties {
  gint64 id;
  gboolean ended; /* its stage says so */
  gint64 start, end; /* of the term; AKK_NO_DATE: not known yet, it goes on */
  gboolean indefinite;
  gint64 notice_months;
  gboolean yearly_plan;
  gint64 first_plan_months;
  gint64 signed_on; /* the last signature; AKK_NO_DATE: not all have, or nobody asks */
  gint64 successor_id; /* 0: there is no agreement that follows this one */
  gboolean succeeded; /* and it is signed, or runs */
  gint64 plan_section_id, first_plan_section_id;
  char *plan_source, *first_plan_source, *term_source;
  gint64 term_section_id;
  GArray *plans; /* AkkDutyPlan */
  GArray *reports; /* AkkDutyReport */
  GPtrArray *indicators; /* AkkDutyIndicator, by delay and in their order */
  GHashTable *slots; /* id of the party of a municipality -> its slot */
  GPtrArray *municipalities; /* char *, their names in the order of the slots */
  GPtrArray *bodies; /* AkkDutyBody */
  GPtrArray *weighed; /* what it owes as a whole, likewise */
  GPtrArray *weighed_figures; /* likewise */
  gint64 weighed_on; /* the day of all that is weighed */
};

/* obligations-collect.c: of one agreement, without what follows it, the meetings of its bodies
 * and figures. */
AkkDuties *akk_duties_new (AkkStore *store, AkkAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
void akk_duties_free (AkkDuties *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkDuties, akk_duties_free)
void akk_duty_drop_weighed (GPtrArray **weighed, guint n);
/* Its term alone, as in AkkDuties. */
void akk_duties_term (AkkStore *store, AkkAgreement *agreement, gint64 *start, gint64 *end);
/* Whether the text of a section says how long the agreement lasts. */
gboolean akk_duty_is_term (const char *text);

/* The duties of all agreements that are no concept. */
typedef struct {
  AkkStore *store;
  GPtrArray *duties; /* AkkDuties, by the start of the agreement */
  GHashTable *bodies; /* id -> AkkDutyBody */
  GHashTable *indicators; /* id -> AkkDutyIndicator */
  gboolean tangled; /* minutes of one body are approved in another */
} AkkDutyBook;

/* obligations-meetings-read.c: reads the meetings of all bodies, or of some (a set of AkkDutyBody)
 * over again. FALSE: some cannot be read apart from the others. */
void akk_duty_book_read_meetings (AkkDutyBook *self);
gboolean akk_duty_book_read_some (AkkDutyBook *self, GHashTable *bodies);
extern const char *const akk_duty_meeting_fields[];
extern const char *const akk_duty_item_fields[];
/* obligations-collect.c: of an action plan, of a report. */
extern const char *const akk_duty_plan_fields[];
extern const char *const akk_duty_report_fields[];

/* obligations-figures-read.c: reads indicators and who gave their figures, of all agreements; or
 * anew those of some agreements, and what was given for some indicators (sets of ids). */
void akk_duty_book_read_figures (AkkDutyBook *self);
void
akk_duty_book_read_some_figures (AkkDutyBook *self, GHashTable *agreements, GHashTable *indicators);
void akk_duty_indicator_free (AkkDutyIndicator *self);
extern const char *const akk_duty_indicator_fields[];
extern const char *const akk_duty_figure_fields[];
/* Whether one was given by that day. */
gboolean akk_duty_indicator_given (const AkkDutyIndicator *self, int year, guint slot, gint64 day);

/* obligations-book.c */
AkkDutyBook *akk_duty_book_new (AkkStore *store) G_GNUC_WARN_UNUSED_RESULT;
void akk_duty_book_free (AkkDutyBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkDutyBook, akk_duty_book_free)
/* Reads what the steps after `since` touched; what they did not touch stays weighed. FALSE: a new
 * one must be made. */
gboolean akk_duty_book_follow (AkkDutyBook *self, gint64 since) G_GNUC_WARN_UNUSED_RESULT;

/* obligations.c: what they come to on a day; no store, no clock. What was weighed before on that
 * day counts. Elements AkkObligation. */
GPtrArray *akk_duties_weigh (const GPtrArray *duties, gint64 day) G_GNUC_WARN_UNUSED_RESULT;

/* What is being reckoned. Words of days are kept: many obligations name the same ones. */
typedef struct {
  GPtrArray *obligations; /* AkkObligation: the part that is being reckoned */
  gint64 day;
  GHashTable *days; /* gint64 * -> char * */
} AkkWeighing;

/* One without texts, numbers and days; `add`: at the end of the list. */
AkkObligation *akk_obligation_new (AkkObligationKind kind,
                                   gint64 agreement_id) G_GNUC_WARN_UNUSED_RESULT;
AkkObligation *akk_obligation_add (AkkWeighing *weighing,
                                   AkkObligationKind kind,
                                   const AkkDuties *duties,
                                   const AkkDutyBody *body);
/* From its numbers and its window, both days included. */
AkkObligationStatus akk_obligation_weigh (const AkkObligation *self, gint64 day);
/* The windows of a rule that matter on a day: a rolling one has one, that ends on it. */
GArray *akk_duty_windows (const AkkFrequency *rule,
                          const AkkDuties *duties,
                          gint64 day) G_GNUC_WARN_UNUSED_RESULT;
/* Counts the meetings of a body with one of these subjects (0: all) in the window of `self`; gives
 * the day of the first that is planned, AKK_NO_DATE for none. */
gint64 akk_obligation_count_meetings (AkkObligation *self,
                                      const AkkDutyBody *body,
                                      guint subject,
                                      gint64 day);

/* obligations-meetings.c */
void
akk_duties_add_meetings (AkkWeighing *weighing, const AkkDuties *duties, const AkkDutyBody *body);
void akk_duties_add_evaluations (AkkWeighing *weighing,
                                 const AkkDuties *duties,
                                 const AkkDutyBody *body);
void
akk_duties_add_minutes (AkkWeighing *weighing, const AkkDuties *duties, const AkkDutyBody *body);

/* obligations-terms.c */
void akk_duties_add_plans (AkkWeighing *weighing, const AkkDuties *duties);
void akk_duties_add_first_plan (AkkWeighing *weighing, const AkkDuties *duties);
void akk_duties_add_end (AkkWeighing *weighing, const AkkDuties *duties);
void akk_duties_add_notice (AkkWeighing *weighing, const AkkDuties *duties);

/* obligations-figures.c */
void akk_duties_add_figures (AkkWeighing *weighing, const AkkDuties *duties);

/* obligations-words.c: in the language of the interface; reference-counted. */
char *akk_duty_words (const char *format, ...) G_GNUC_PRINTF (1, 2) G_GNUC_WARN_UNUSED_RESULT;
/* "31 December", with the year when it is not that of the day; stays with `weighing`. */
const char *akk_duty_day (AkkWeighing *weighing, gint64 date);
/* "at least 3 times a year"; `times` and `period_months` as in AkkFrequency. */
char *akk_duty_rhythm (const AkkFrequency *rule) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
