#include "gradus/insight/entry_sums.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <variant>

namespace gradus::insight {
namespace {

std::optional<std::string> topic_of(const journal::Entry& entry) {
  if (const auto* session = std::get_if<journal::Session>(&entry.what))
    return session->topic ? std::optional(session->topic->text()) : std::nullopt;
  if (const auto* problem = std::get_if<journal::Problem>(&entry.what))
    return problem->topic.text();
  return std::nullopt;
}

std::string kind_of(const journal::Entry& entry) {
  if (const auto* session = std::get_if<journal::Session>(&entry.what))
    return std::string(name(session->kind));
  if (const auto* expense = std::get_if<journal::Expense>(&entry.what))
    return std::string(name(expense->kind));
  return std::string(curriculum::name(entry.type()));
}

std::optional<std::string> key_of(const journal::Entry& entry, SumBy by) {
  switch (by) {
    case SumBy::day:
      return entry.on.iso();
    case SumBy::week:
      return entry.week ? std::optional(entry.week->text()) : std::nullopt;
    case SumBy::topic:
      return topic_of(entry);
    case SumBy::kind:
      break;
  }
  return kind_of(entry);
}

}  // namespace

void EntrySums::add(const journal::Entry& entry) {
  ++entries;
  if (const auto* session = std::get_if<journal::Session>(&entry.what)) minutes += session->minutes;
  if (const auto* problem = std::get_if<journal::Problem>(&entry.what)) {
    ++problems;
    problem_minutes += problem->minutes;
  }
}

EntrySums& EntrySums::operator+=(const EntrySums& more) {
  entries += more.entries;
  minutes += more.minutes;
  problems += more.problems;
  problem_minutes += more.problem_minutes;
  return *this;
}

EntrySums sums(const std::vector<journal::Entry>& entries) {
  EntrySums sums;
  for (const auto& entry : entries) sums.add(entry);
  return sums;
}

std::vector<SumRow> sums_by_key(const std::vector<journal::Entry>& entries, SumBy by) {
  std::vector<SumRow> rows;
  std::map<std::optional<std::string>, std::size_t> row_of;
  for (const auto& entry : entries) {
    auto key = key_of(entry, by);
    const auto [found, is_new] = row_of.try_emplace(key, rows.size());
    if (is_new) rows.push_back({std::move(key), {}});
    rows[found->second].sums.add(entry);
  }
  if (by == SumBy::topic || by == SumBy::kind)
    std::ranges::stable_sort(rows, std::greater{}, [](const SumRow& row) {
      return row.sums.minutes + row.sums.problem_minutes;
    });
  return rows;
}

}  // namespace gradus::insight
