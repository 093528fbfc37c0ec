#include "report/private_parts.hpp"

#include "gradus/journal/json_value.hpp"
#include "gradus/journal/privacy.hpp"

#include "report/entry_text.hpp"
#include "report/phrases.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace gradus::report {
namespace {

using journal::Entry;

// Where a file lies on the learner's machine is in no report.
std::string text_without_paths(const Entry& entry) {
  return entry_text(journal::without_private_fields(entry));
}

// "2026-12-01: the question", and below it the answer and why.
ItemList decisions_list(const std::vector<Entry>& entries) {
  ItemList list;
  list.items.reserve(entries.size());
  for (const auto& entry : entries) {
    const auto& decision = std::get<journal::Decision>(entry.what);
    Item item{"", Tone::plain, fmt::format("{}: {}", entry.on.iso(), decision.title), {}};
    item.details.emplace_back(fmt::format("{} (by {})", decision.result, decision.table));
    if (decision.why) item.details.emplace_back(*decision.why);
    if (decision.given) item.details.emplace_back("for " + *decision.given);
    list.items.push_back(std::move(item));
  }
  return list;
}

ItemList entries_list(const std::vector<Entry>& entries) {
  ItemList list;
  list.items.reserve(entries.size());
  for (const auto& entry : entries)
    list.items.push_back(plain_item(fmt::format("{}: {}", entry.on.iso(), entry_text(entry))));
  return list;
}

ItemList notes_list(const std::vector<Entry>& entries) {
  ItemList list;
  list.items.reserve(entries.size());
  for (const auto& entry : entries)
    list.items.push_back({"",
                          Tone::plain,
                          fmt::format("{}: {}", entry.on.iso(), text_without_paths(entry)),
                          {entry.note}});
  return list;
}

std::string newest_of(std::string title, const std::vector<Entry>& entries) {
  if (entries.size() == insight::most_private)
    title += fmt::format(", the newest {}", insight::most_private);
  return title;
}

// The day, the fields of the type and the note.
Json entries_value(const std::vector<Entry>& entries) {
  auto list = Json::array();
  for (const auto& entry : entries) {
    auto one = journal::to_value(entry);
    for (const auto* const key : {"type", "id", "at", "week", "tier", "changed"}) one.erase(key);
    list.push_back(std::move(one));
  }
  return list;
}

Json notes_value(const std::vector<Entry>& entries) {
  auto list = Json::array();
  for (const auto& entry : entries)
    list.push_back(
        {{"on", entry.on.iso()}, {"of", text_without_paths(entry)}, {"note", entry.note}});
  return list;
}

}  // namespace

Json private_value(const insight::PrivateReport& mine) {
  return {{"decisions", entries_value(mine.decisions)},
          {"applications", entries_value(mine.applications)},
          {"expenses", entries_value(mine.expenses)},
          {"spent_usd", mine.spent.dollars()},
          {"notes", notes_value(mine.notes)}};
}

Section for_the_learner(const std::optional<insight::PrivateReport>& only_for_me,
                        const std::string& none) {
  Section section{"Private", {}};
  if (!only_for_me) return section;
  const auto& mine = *only_for_me;
  section.parts.emplace_back(
      Section{newest_of("Decisions", mine.decisions), {decisions_list(mine.decisions)}});
  section.parts.emplace_back(
      Section{newest_of("Applications", mine.applications), {entries_list(mine.applications)}});
  if (!mine.expenses.empty())
    section.parts.emplace_back(Section{
        newest_of("Money", mine.expenses),
        {Paragraph{fmt::format("{} USD spent.", mine.spent.text())}, entries_list(mine.expenses)}});
  section.parts.emplace_back(Section{newest_of("Notes", mine.notes), {notes_list(mine.notes)}});
  if (is_empty(Part{section})) section.parts.emplace_back(Paragraph{none});
  return section;
}

}  // namespace gradus::report
