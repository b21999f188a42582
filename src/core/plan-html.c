/* The public edition of an action plan as one web page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/plan-html.h"

/* Contrast of every pair at least 4.5 : 1 (WCAG 2.1 AA), light and dark. On a narrow screen each
 * action becomes a block whose cells say what they are. */
static const char style[] =
    ":root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--accent:#17415e;--line:#788b98}\n"
    "@media (prefers-color-scheme:dark)"
    "{:root{--ink:#ececec;--paper:#16191c;--accent:#9cc8e6;--line:#7f8f9b}}\n"
    "body{margin:0 auto;padding:1.5rem;max-width:72rem;background:var(--paper);color:var(--ink);"
    "font:1rem/1.5 \"Source Sans 3\",\"Source Sans Pro\",system-ui,sans-serif}\n"
    "h1,h2{color:var(--accent);line-height:1.25}\n"
    "h1{margin:0 0 .25rem;font-size:1.9rem}\n"
    "h2{margin:2.25rem 0 .25rem;font-size:1.3rem}\n"
    "p{margin:.25rem 0}\n"
    "table{width:100%;margin-top:.5rem;border-collapse:collapse}\n"
    "caption{text-align:left;padding-bottom:.25rem}\n"
    "th,td{padding:.4rem .75rem .4rem 0;vertical-align:top;text-align:left;"
    "border-bottom:1px solid var(--line)}\n"
    "thead th{font-size:.9rem;border-bottom-width:2px}\n"
    "thead th{width:5%}thead th:nth-child(2){width:32%}thead th:nth-child(3){width:20%}"
    "thead th:nth-child(4){width:14%}thead th:nth-child(5){width:12%}"
    "thead th:nth-child(6){width:17%}\n"
    "tbody th{font-weight:600}\n"
    ".title{font-weight:600}\n"
    ".sign{display:inline-block;width:.8em;height:.8em;margin-right:.4em;vertical-align:-.05em;"
    "fill:none;stroke:currentColor;stroke-width:1.6}\n"
    ".sign .full{fill:currentColor;stroke:none}\n"
    ".totals{margin-top:2rem;font-weight:600}\n"
    "@media (max-width:45rem){thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;"
    "overflow:hidden}\n"
    "tr,th,td{display:block;border:0;padding:.1rem 0}\n"
    "tbody tr{border-bottom:1px solid var(--line);padding:.6rem 0}\n"
    "td[data-head]:not(:empty)::before{content:attr(data-head) \": \";font-weight:600}}\n"
    "@media print{:root{--ink:#000;--paper:#fff;--accent:#17415e;--line:#788b98}"
    "body{padding:0;max-width:none;font-size:9.5pt}tr{break-inside:avoid}"
    "h2{break-after:avoid}thead{display:table-header-group}@page{size:A4 landscape;margin:15mm}}\n";

/* As on paper: a circle that is more or less full, struck, or with an arrow in it. */
static const char *const signs[AKK_N_ACTION_STANDINGS] = {
  [AKK_ACTION_TO_START] = "",
  [AKK_ACTION_BUSY] = "<path class=\"full\" d=\"M8 2a6 6 0 0 1 0 12z\"/>",
  [AKK_ACTION_DONE] = "<circle class=\"full\" cx=\"8\" cy=\"8\" r=\"6\"/>",
  [AKK_ACTION_ADJUSTED] = "<path class=\"full\" d=\"M8 8V2a6 6 0 1 1-6 6z\"/>",
  [AKK_ACTION_STOPPED] = "<path d=\"M3.8 12.2 12.2 3.8\"/>",
  [AKK_ACTION_CARRIED_OVER] = "<path d=\"M4.5 8h6.5M8.2 5.2 11 8l-2.8 2.8\"/>",
};

static void
add_text (GString *page, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (page, escaped);
}

/* <NAME class="CLASS">text</NAME>; nothing for no text. */
static void
add_element (GString *page, const char *name, const char *class, const char *text)
{
  if (*text == '\0')
    return;
  g_string_append_printf (page, "<%s%s%s%s>", name, class != NULL ? " class=\"" : "",
                          class != NULL ? class : "", class != NULL ? "\"" : "");
  add_text (page, text);
  g_string_append_printf (page, "</%s>\n", name);
}

static const char *
phrase (const AkkPlanReport *report, const char *key)
{
  return akk_phrases_get (report->phrases, key);
}

static void
add_cell (GString *page, const char *head, const char *text)
{
  g_string_append (page, "<td data-head=\"");
  add_text (page, head);
  g_string_append (page, "\">");
  add_text (page, text);
  g_string_append (page, "</td>\n");
}

static void
add_line (const AkkPlanReport *report, GString *page, const AkkPlanLine *line)
{
  g_string_append (page, "<tr>\n<th scope=\"row\">");
  add_text (page, line->number);
  g_string_append (page, "</th>\n<td>");
  add_element (page, "div", "title", line->title);
  add_element (page, "div", NULL, line->result);
  add_element (page, "div", NULL, line->owner);
  g_string_append (page, "</td>\n");
  add_cell (page, phrase (report, "plan-lead"), line->lead);
  add_cell (page, phrase (report, "plan-partners"), line->partners);
  add_cell (page, phrase (report, "plan-term"), line->term);
  g_string_append (page, "<td data-head=\"");
  add_text (page, phrase (report, "plan-status"));
  g_string_append_printf (page,
                          "\"><svg class=\"sign\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">"
                          "<circle cx=\"8\" cy=\"8\" r=\"6\"/>%s</svg>",
                          signs[line->standing]);
  add_element (page, "strong", NULL, line->state);
  add_element (page, "div", NULL, line->progress);
  g_string_append (page, "</td>\n</tr>\n");
}

static void
add_part (const AkkPlanReport *report, GString *page, const AkkPlanPart *part)
{
  static const char *const heads[] = { "plan-number",   "plan-action", "plan-lead",
                                       "plan-partners", "plan-term",   "plan-status" };
  g_autofree char *title =
      g_strconcat (part->number, *part->number != '\0' ? " " : "", part->title, NULL);
  g_autofree char *caption = NULL;

  add_element (page, "h2", NULL, title);
  caption = *part->lead != '\0' ? g_strdup (part->lead)
                                : akk_phrases_format (report->phrases, "plan-actions-of", "title",
                                                      part->title, NULL);
  g_string_append (page, "<table>\n");
  add_element (page, "caption", NULL, caption);
  g_string_append (page, "<thead><tr>\n");
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
    g_string_append (page, "<th scope=\"col\">");
    add_text (page, phrase (report, heads[i]));
    g_string_append (page, "</th>\n");
  }
  g_string_append (page, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < part->lines->len; i++)
    add_line (report, page, part->lines->pdata[i]);
  g_string_append (page, "</tbody>\n</table>\n");
}

char *
akk_plan_html (const AkkPlanReport *report)
{
  g_autoptr (GString) page = g_string_new ("<!DOCTYPE html>\n<html lang=\"");
  g_autofree char *dated = akk_phrases_sentence (report->dated);
  g_autofree char *title = g_strdup_printf ("%s – %s", report->title, report->name);

  g_return_val_if_fail (report->discretion != NULL, NULL);
  add_text (page, akk_phrases_language (report->phrases));
  g_string_append (page, "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                         "<meta name=\"viewport\" content=\"width=device-width, "
                         "initial-scale=1\"/>\n");
  add_element (page, "title", NULL, title);
  g_string_append_printf (page, "<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
  add_element (page, "h1", NULL, report->title);
  add_element (page, "p", NULL, report->name);
  add_element (page, "p", NULL, report->stand);
  add_element (page, "p", NULL, dated);
  add_element (page, "p", NULL, report->filter);
  for (guint i = 0; i < report->parts->len; i++)
    add_part (report, page, report->parts->pdata[i]);
  add_element (page, "p", "totals", report->totals);
  g_string_append (page, "</main>\n</body>\n</html>\n");
  return g_string_free_and_steal (g_steal_pointer (&page));
}
