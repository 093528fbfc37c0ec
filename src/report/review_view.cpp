#include "gradus/calendar/duration.hpp"
#include "gradus/report/review.hpp"

#include "report/phrases.hpp"
#include "report/review_charts.hpp"

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

// Why it stands before another of the same recall.
std::string topic_cell(const ReviewItem& item) {
  return item.weak ? topic_of(item) + " (weak)" : topic_of(item);
}

// When it was last done.
std::string last_text(const ReviewItem& item, calendar::Date today) {
  return counted((today - item.last).count(), "day") + " ago";
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
                          {topic_cell(item)},
                          {last_text(item, today)},
                          {calendar::format_duration(item.minutes)}});
  }
  return table;
}

std::string minutes_text(calendar::Minutes minutes) {
  return calendar::format_duration(minutes);
}

// "1h for it", "40m of 1h left".
std::string time_text(const insight::ReviewTime& time) {
  const auto all = minutes_text(time.minutes);
  if (time.done == calendar::Minutes{0}) return all + " for it";
  return time.left() == calendar::Minutes{0}
             ? "done for today"
             : fmt::format("{} of {} left", minutes_text(time.left()), all);
}

// More than a day holds is said in days: a number would discourage.
constexpr int most_counted = 20;

// "6 more are due."
std::string more_text(const ReviewList& list) {
  const auto total = list.due_total();
  if (total > most_counted)
    return fmt::format("What is still due takes about {} like this one.",
                       counted(std::max(list.rest_days, 1), "day"));
  return fmt::format("{} more {} due.", total, total == 1 ? "is" : "are");
}

// "Today's review (30m) is done: 4 reviewed."
std::string done_text(const ReviewList& list) {
  const auto& time = list.time;
  const auto all = minutes_text(time.minutes);
  if (time.left() > calendar::Minutes{0})
    return fmt::format("Nothing that is due fits into the {} that are left of today's {}.",
                       minutes_text(time.left()), all);
  return fmt::format("Today's review ({}) is done{}.", all,
                     time.reviewed > 0 ? fmt::format(": {} reviewed", time.reviewed) : "");
}

std::string next_due_text(const ReviewList& list) {
  return list.next ? fmt::format(" The next comes up on {}.", day_text(*list.next)) : std::string();
}

Part nothing_due(const ReviewList& list) {
  if (list.known == 0)
    return Paragraph{
        "Nothing to review yet. Solved problems and drills come up here: the first a day or a few "
        "after they were done."};
  if (list.target) return Paragraph{"Everything that helps by then was reviewed today."};
  if (list.time.reviewed == 0) return Paragraph{"Nothing is due." + next_due_text(list)};
  return Paragraph{fmt::format("Nothing more is due today: {} reviewed.{}", list.time.reviewed,
                               next_due_text(list))};
}

// "2 reviews, 20m in all."
std::string sum_text(const ReviewList& list) {
  const bool too_long = list.due_minutes() > list.time.minutes;
  return fmt::format("{}, {} in all{}.", counted(list.due.size(), "review"),
                     minutes_text(list.due_minutes()),
                     too_long ? fmt::format(": longer than {}, so it has the day to itself",
                                            minutes_text(list.time.minutes))
                              : "");
}

// What else there is, without a number that would discourage.
std::string rest_text(const ReviewList& list) {
  if (list.rest == 0) return {};
  const auto days = counted(list.rest_days, "day");
  const auto all = minutes_text(list.time.minutes);
  auto text = fmt::format("What else is due takes about {} more like this one.", days);
  if (list.rest_long == 1)
    text += fmt::format(" One review is longer than {}: it takes a day.", all);
  if (list.rest_long > 1)
    text += fmt::format(" {} reviews are longer than {}: each takes a day.", list.rest_long, all);
  return text;
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
  const auto more = list.apart_total - static_cast<int>(std::min(list.apart.size(), most_again));
  if (more > 0) section.parts.emplace_back(Paragraph{fmt::format("And {} more.", more)});
  return section;
}

// What goes on when the day's time is used up: so many minutes hold the next thing.
Command go_on(const ReviewList& list) {
  constexpr calendar::Minutes quarter{15};
  constexpr calendar::Minutes step{5};
  const auto next = (list.due.front().minutes + step - calendar::Minutes{1}) / step * step;
  return {fmt::format("gradus review --minutes {}", std::max(next, quarter).count()),
          "goes on all the same"};
}

Command grade_first(const ReviewItem& first) {
  return {fmt::format("gradus review {} --grade good", first.short_id),
          first.of == curriculum::ReviewOf::drill
              ? fmt::format("again, hard, good or easy, as it went; gradus drill {} --points shows "
                            "the question and its points",
                            first.short_id)
              : "again, hard, good or easy, as it went"};
}

void add_due(std::vector<Part>& parts, const ReviewList& list) {
  if (list.due.empty()) {
    parts.push_back(nothing_due(list));
    return;
  }
  auto table = table_of(list.due, list.due.size(), list.date);
  if (list.full) {
    parts.emplace_back(Paragraph{done_text(list) + " " + more_text(list)});
    parts.emplace_back(Section{"Next in line", {std::move(table)}});
    return;
  }
  parts.emplace_back(std::move(table));
  parts.emplace_back(Paragraph{sum_text(list)});
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

std::string standing_text(const ReviewList& list) {
  if (list.due.empty()) return "Nothing more is due." + next_due_text(list);
  if (list.full) return done_text(list) + " " + more_text(list);
  return fmt::format("{} of today's {} are left. {}", minutes_text(list.time.left()),
                     minutes_text(list.time.minutes), more_text(list));
}

Document view(const ReviewList& list, ReviewEnd end) {
  const auto title = fmt::format("Review · {} · {}", day_text(list.date), time_text(list.time));
  Section screen{title, {}};
  auto& parts = screen.parts;
  add_due(parts, list);
  if (list.target) parts.emplace_back(Paragraph{target_text(*list.target)});
  if (auto rest = rest_text(list); !list.full && !rest.empty())
    parts.emplace_back(Paragraph{std::move(rest)});
  parts.emplace_back(to_learn_again(list));
  parts.emplace_back(Section{"Least recalled today", {recall_bars(list.topics)}});
  parts.emplace_back(coming_up_bar(list.ahead));
  if (!list.due.empty() && end == ReviewEnd::command)
    parts.emplace_back(list.full ? go_on(list) : grade_first(list.due.front()));
  return {{std::move(screen)}};
}

}  // namespace gradus::report
