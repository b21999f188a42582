/* The evaluation report: its lists of choices.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/evaluation.h"

#include <glib/gi18n.h>

const AkkChoice akk_evaluation_part_kinds[] = {
  { AKK_PART_SUMMARY, "summary", N_ ("Summary") },
  { AKK_PART_PRIORITY, "priority", N_ ("Priority") },
  { AKK_PART_COMMITMENTS, "commitments", N_ ("Commitments") },
  { AKK_PART_MATRIX, "matrix", N_ ("The Pact’s matrix") },
  { AKK_PART_INDICATORS, "indicators", N_ ("Indicators") },
  { AKK_PART_MUNICIPALITIES, "municipalities", N_ ("Municipalities") },
  { AKK_PART_MEETINGS, "meetings", N_ ("Meetings") },
  { AKK_PART_DECISIONS, "decisions", N_ ("Decisions") },
  { AKK_PART_SIGNALS, "signals", N_ ("Signals") },
  { AKK_PART_LEARNING, "learning", N_ ("What works and what does not") },
  { AKK_PART_CONCLUSIONS, "conclusions", N_ ("Conclusions") },
  { AKK_PART_TABLES, "tables", N_ ("Tables") },
  { 0, NULL, NULL },
};

const AkkChoice akk_conclusion_kinds[] = {
  { AKK_CONCLUSION_ADJUSTMENT, "adjustment", N_ ("To do otherwise") },
  { AKK_CONCLUSION_REQUEST, "request", N_ ("Question to those who adopt it") },
  { 0, NULL, NULL },
};
