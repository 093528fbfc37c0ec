#include "gradus/calendar/duration.hpp"
#include "gradus/report/review.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gradus::report {
namespace {

using insight::ReviewItem;
using insight::ReviewList;

constexpr std::size_t most_again = 5;

std::string topic_of(const ReviewItem& item) {
  return item.topic ? item.topic->text() : std::string(name(item.of));
}

// When it was last done.
std::string last_text(const ReviewItem& item, calendar::Date today) {
  const auto days = (today - item.due + item.interval).count();
  return counted(days, "day") + " ago";
}

Table table_of(const std::vector<ReviewItem>& items, std::size_t most, calendar::Date today) {
  Table table{{{"id", Align::left, true},
               {"recall", Align::right},
               {"title"},
               {"topic", Align::left, false, true},
               {"last", Align::right, false, true},
               {"takes", Align::right}},
              {}};
  table.rows.reserve(std::min(items.size(), most));
  for (const auto& item : items) {
    if (table.rows.size() == most) break;
    table.rows.push_back({{item.short_id},
                          {whole_percent(item.recall)},
                          {item.title, Tone::strong},
                          {topic_of(item)},
                          {last_text(item, today)},
                          {calendar::format_duration(item.minutes)}});
  }
  return table;
}

std::string sum_text(const std::vector<ReviewItem>& items) {
  calendar::Minutes sum{0};
  for (const auto& item : items) sum += item.minutes;
  return calendar::format_duration(sum);
}

Part nothing_due(const ReviewList& list) {
  if (list.known == 0)
    return Paragraph{
        "Nothing to review yet. Solved problems and drills come up here: the first a day or a few "
        "after they were done."};
  return Paragraph{
      list.target ? "Everything that helps by then was reviewed today."
      : list.next ? fmt::format("Nothing is due. The next comes up on {}.", day_text(*list.next))
                  : "Nothing is due."};
}

// What else there is, without a number that would discourage.
std::string rest_text(const ReviewList& list) {
  if (list.rest == 0) return {};
  return fmt::format("What else is due takes about {} more like this one.",
                     counted(list.rest_days, "day"));
}

std::string target_text(const insight::ReviewTarget& target) {
  return fmt::format(
      "On {} you can expect to recall {} without another review, {} if each day until then has as "
      "much time for it.",
      day_text(target.date), whole_percent(target.recall_before),
      whole_percent(target.recall_after));
}

// The nearly forgotten.
Section to_learn_again(const ReviewList& list) {
  Section section{"To learn again", {}};
  if (list.apart.empty()) return section;
  section.parts.emplace_back(
      Paragraph{list.again_today > 0
                    ? fmt::format("Nearly forgotten. {} still fit{} into today; what is left can "
                                  "wait for the days that follow.",
                                  list.again_today, list.again_today == 1 ? "s" : "")
                    : "Nearly forgotten. They can wait for the days that follow."});
  section.parts.emplace_back(table_of(list.apart, most_again, list.date));
  return section;
}

}  // namespace

std::string describe(const ReviewItem& item) {
  return fmt::format("{} ({}), about {}, recall {}", item.title, topic_of(item),
                     calendar::format_duration(item.minutes), whole_percent(item.recall));
}

std::string next_text(const ReviewItem& item, calendar::Date today) {
  const auto days = (item.due - today).count();
  if (days <= 0) return "due since " + day_text(item.due);
  return fmt::format("next on {} (in {})", day_text(item.due), counted(days, "day"));
}

Document view(const ReviewList& list) {
  const auto title = fmt::format("Review · {} · {} for it", day_text(list.date),
                                 calendar::format_duration(list.minutes));
  Section screen{title, {}};
  auto& parts = screen.parts;
  if (list.due.empty()) {
    parts.push_back(nothing_due(list));
  } else {
    parts.emplace_back(table_of(list.due, list.due.size(), list.date));
    parts.emplace_back(Paragraph{
        fmt::format("{}, {} in all.", counted(list.due.size(), "review"), sum_text(list.due))});
  }
  if (list.target) parts.emplace_back(Paragraph{target_text(*list.target)});
  if (auto rest = rest_text(list); !rest.empty()) parts.emplace_back(Paragraph{std::move(rest)});
  parts.emplace_back(to_learn_again(list));
  if (!list.due.empty())
    parts.emplace_back(
        Command{fmt::format("gradus review {} --grade good", list.due.front().short_id),
                "again, hard, good or easy, as it went"});
  return {{std::move(screen)}};
}

}  // namespace gradus::report
