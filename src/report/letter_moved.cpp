#include "gradus/report/links.hpp"
#include "gradus/report/views.hpp"

#include "report/letter_parts.hpp"
#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::report {
namespace {

using insight::Letter;
using insight::Moved;

ItemList gates_passed(const Letter& letter) {
  ItemList list;
  list.items.reserve(letter.passed.size());
  for (const auto& gate : letter.passed)
    list.items.push_back(
        {"PASS",
         Tone::good,
         gate.title,
         {fmt::format("passed {}, {} of {} met", gate.passed_on.value().iso(), gate.met_now,
                      counted(gate.criteria.size(), "criterion", "criteria"))}});
  return list;
}

// What a criterion has now and had before; where that reads alike, how far along it was.
std::string then_and_now(const insight::GateThenNow::Criterion& criterion) {
  const auto now = describe(criterion.now.outcome);
  const auto then = have_of_need(criterion.then.outcome);
  if (then != have_of_need(criterion.now.outcome)) return fmt::format("{}; before: {}", now, then);
  return fmt::format("{}; {} of the way, {} before", now, whole_percent(criterion.done_now),
                     whole_percent(criterion.done_then));
}

// Waived, it need not move.
std::string words_of(const insight::GateThenNow::Criterion& criterion) {
  return criterion.now.status == rules::Status::waived ? describe(criterion.now.outcome)
                                                       : then_and_now(criterion);
}

ItemList moved_list(const std::vector<Moved>& moved) {
  ItemList list;
  list.items.reserve(moved.size());
  for (const auto& each : moved) {
    const auto mark = mark_of(each.criterion.now.status, true);
    list.items.push_back({mark.text,
                          mark.tone,
                          each.criterion.now.title,
                          {fmt::format("{}: {}", each.tier, words_of(each.criterion))}});
  }
  return list;
}

Item artefact_item(const insight::ArtefactNews& news, calendar::Date since) {
  auto words = fmt::format("delivered {}{}", news.on.iso(), news.again ? ", again" : "");
  if (news.on < since) words += ", before these days";
  if (news.verified_on) words += fmt::format("; verified {}", news.verified_on->iso());
  Item item{"", Tone::plain, news.title, {std::move(words)}};
  if (news.url && is_link(*news.url)) item.details.emplace_back(Link{"", *news.url});
  return item;
}

ItemList artefact_items(const Letter& letter) {
  ItemList list;
  list.items.reserve(letter.artefacts.size());
  for (const auto& news : letter.artefacts) list.items.push_back(artefact_item(news, letter.since));
  return list;
}

ItemList modules_list(const Letter& letter) {
  ItemList list;
  list.items.reserve(letter.modules_passed.size());
  for (const auto& title : letter.modules_passed)
    list.items.push_back({"PASS", Tone::good, title, {}});
  return list;
}

ItemList mocks_list(const Letter& letter) {
  ItemList list;
  list.items.reserve(letter.mocks.size());
  for (const auto& entry : letter.mocks) {
    const auto& mock = std::get<journal::MockExam>(entry.what);
    list.items.push_back(
        plain_item(fmt::format("{}: {} {}{}", entry.on.iso(), mock.exam, whole_percent(mock.score),
                               mock.timed ? ", timed" : "")));
  }
  return list;
}

Table minutes_table(const Letter& letter) {
  Table table{{{"kind of study"}, {"time", Align::right}}, {}};
  for (const auto kind : journal::session_kinds) {
    const auto found = letter.work.minutes_by_kind.find(kind);
    if (found == letter.work.minutes_by_kind.end() || found->second <= calendar::Minutes{0})
      continue;
    table.rows.push_back(
        {{std::string(journal::name(kind))}, {calendar::format_duration(found->second)}});
  }
  return table;
}

Table problems_table(const Letter& letter) {
  const auto number = [](std::string title) { return Column{std::move(title), Align::right}; };
  Table table{{{"topic"},
               number("easy"),
               number("medium"),
               number("hard"),
               number("solved"),
               number("first try")},
              {}};
  for (const auto& topic : letter.work.topics)
    table.rows.push_back({{topic.title},
                          {std::to_string(topic.easy)},
                          {std::to_string(topic.medium)},
                          {std::to_string(topic.hard)},
                          {std::to_string(topic.solved())},
                          {std::to_string(topic.first_tries)}});
  return table;
}

Paragraph solved_again(const Letter& letter) {
  if (letter.work.again == 0) return {""};
  return {fmt::format("Not counted: {} of problems that were solved before.",
                      counted(letter.work.again, "solution"))};
}

// "Finished on 2026-06-27, 8 days before its planned end."
std::string finished_text(const Letter& letter) {
  auto text = fmt::format("All tiers were passed by {}", letter.finished_on->iso());
  const auto early = (letter.finish - *letter.finished_on).count();
  if (early != 0)
    text += fmt::format(", {} {} its planned end", counted(std::abs(early), "day"),
                        early > 0 ? "before" : "after");
  return text + ".";
}

Paragraph plan_text(const Letter& letter) {
  if (letter.finished_on) return {finished_text(letter)};
  const auto over = letter.finish < letter.date;
  auto text = fmt::format("It {} on {}, {}", over ? "was to end" : "ends", letter.finish.iso(),
                          slip_text(letter.slip));
  if (letter.slip_before && *letter.slip_before != letter.slip)
    text += fmt::format("; before these days {}", slip_text(*letter.slip_before));
  if (letter.plan_changes > 0)
    text += fmt::format("; changed in {}", counted(letter.plan_changes, "step"));
  return {text + "."};
}

}  // namespace

Section what_moved(const Letter& letter) {
  Section section{
      "What moved",
      {Section{"Gates passed", {gates_passed(letter)}},
       Section{"Criteria newly met", {moved_list(letter.met)}},
       Section{"Criteria that came nearer", {moved_list(letter.closer)}},
       Section{"Criteria no longer met", {moved_list(letter.lost)}},
       Section{"Criteria waived", {moved_list(letter.waived)}},
       Section{"Artefacts", {artefact_items(letter)}},
       Section{"Deep dives passed", {modules_list(letter)}},
       Section{"Mock exams", {mocks_list(letter)}}, Section{"Study", {minutes_table(letter)}},
       Section{"Problems solved", {problems_table(letter), solved_again(letter)}}}};
  if (std::ranges::all_of(section.parts, is_empty))
    section.parts.emplace_back(Paragraph{"Nothing."});
  section.parts.emplace_back(Section{"The plan", {plan_text(letter)}});
  return section;
}

}  // namespace gradus::report
