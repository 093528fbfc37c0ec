#include "gradus/report/decisions.hpp"
#include "gradus/text/shell_quote.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace gradus::report {
namespace {

using decisions::Decision;
using decisions::in_words;

std::string output_title(const decisions::Table& table, const std::string& output) {
  const auto found = std::ranges::find(table.outputs, output, &decisions::Output::id);
  return found == table.outputs.end() ? output : found->title;
}

FactList output_facts(const decisions::Table& table, const decisions::Result& result) {
  FactList list;
  list.facts.reserve(result.size());
  for (const auto& [output, value] : result)
    list.facts.emplace_back(output_title(table, output), value ? in_words(*value) : "none");
  return list;
}

// "outer_rows = 5, inner_indexed = yes"
std::string saw_text(const decisions::Step& step) {
  std::vector<std::string> words;
  words.reserve(step.saw.size());
  for (const auto& [name, value] : step.saw)
    words.push_back(fmt::format("{} = {}", name, in_words(value)));
  return fmt::to_string(fmt::join(words, ", "));
}

std::string row_result_text(const decisions::Step& step) {
  if (!step.left.empty()) return fmt::to_string(fmt::join(step.left, ", "));
  switch (step.met) {
    case rules::Truth::pass:
      return "met";
    case rules::Truth::unknown:
      return "unknown";
    case rules::Truth::fail:
      break;
  }
  return "not met";
}

Table steps_table(const Decision& decision) {
  Table steps{{{"row", Align::left, true}, {"looked at"}, {"result"}}, {}};
  steps.rows.reserve(decision.steps.size());
  for (const auto& step : decision.steps)
    steps.rows.push_back({{step.id}, {saw_text(step)}, {row_result_text(step)}});
  return steps;
}

ItemList findings_list(const Decision& decision) {
  ItemList list;
  for (const auto& step : decision.steps) {
    if (step.met == rules::Truth::fail) continue;
    const bool unknown = step.met == rules::Truth::unknown;
    list.items.push_back(
        {unknown ? "UNKNOWN" : "FAIL",
         unknown ? Tone::plain : Tone::bad,
         fmt::format("{}: {}", step.id, step.why.empty() ? saw_text(step) : step.why),
         {}});
  }
  return list;
}

ItemList changes_list(const std::vector<decisions::Change>& changes) {
  ItemList list;
  list.items.reserve(changes.size());
  for (const auto& change : changes)
    list.items.push_back(plain_item(fmt::format("{} = {}: {}", change.input, in_words(change.value),
                                                in_words(change.result.front().second))));
  return list;
}

std::string table_source_text(const decisions::Table& table) {
  if (table.source.empty()) return {};
  const auto by = table.illustrative ? "By the guide's rule, an opinion" : "Source";
  return table.as_of ? fmt::format("{}: {} (as of {}).", by, table.source, table.as_of->iso())
                     : fmt::format("{}: {}.", by, table.source);
}

// How to answer what is asked next.
Command next_command(const AnsweredTable& answered) {
  std::string command = "gradus decide " + answered.table.id;
  for (const auto& [name, value] : answered.given) {
    if (std::ranges::find(answered.from_track, name) != answered.from_track.end()) continue;
    command += fmt::format(
        " --set {}", text::shell_quote(fmt::format("{}={}", name, decisions::as_typed(value))));
  }
  const auto& ask = answered.decision.ask.front();
  const auto* input = answered.table.find_input(ask);
  return {fmt::format("{} --set {}=…", command, ask),
          input ? fmt::format("{} ({})", input->title, decisions::takes(*input)) : "answers it"};
}

// What nobody gave: it can be given otherwise with --set.
FactList from_track_facts(const AnsweredTable& answered) {
  FactList list;
  std::vector<std::string> words;
  words.reserve(answered.from_track.size());
  for (const auto& name : answered.from_track)
    words.push_back(fmt::format("{} = {}", name, in_words(answered.given.at(name))));
  if (!words.empty())
    list.facts.emplace_back("From your track", fmt::to_string(fmt::join(words, ", ")));
  return list;
}

void add_verdict(std::vector<Part>& parts, const AnsweredTable& answered) {
  const auto& decision = answered.decision;
  if (decision.decided || answered.table.hit == decisions::Hit::all)
    parts.emplace_back(output_facts(answered.table, decision.result));
  if (answered.table.hit == decisions::Hit::all) {
    parts.emplace_back(findings_list(decision));
  } else if (decision.decided && !decision.by.empty()) {
    parts.emplace_back(Paragraph{fmt::format("Row {}{}", decision.by.front(),
                                             decision.why.empty() ? "." : ": " + decision.why)});
  } else if (decision.decided && !decision.why.empty()) {
    parts.emplace_back(Paragraph{decision.why});
  } else if (!decision.decided) {
    parts.emplace_back(Paragraph{decision.ask.empty() ? "No row of this table is for that case."
                                                      : "Not decided yet: it needs to know more."});
  }
}

Document sequence_view(const decisions::Table& table) {
  ItemList order;
  order.items.reserve(table.items.size());
  for (std::size_t i = 0; i < table.items.size(); ++i) {
    Item item{fmt::format("{}.", i + 1), Tone::plain, table.items[i], {}};
    if (i < table.whys.size()) item.details.emplace_back(table.whys[i]);
    order.items.push_back(std::move(item));
  }
  Section section{table.title, {std::move(order)}};
  if (!table.source.empty()) section.parts.emplace_back(Paragraph{table_source_text(table)});
  return {{std::move(section)}};
}

Document records_view(const AnsweredTable& answered) {
  const auto& table = answered.table;
  Section section{table.title, {}};
  if (answered.each.empty()) {
    const auto* input = table.find_input(*table.for_each);
    section.parts.emplace_back(Paragraph{fmt::format("It needs {}: {}.", *table.for_each,
                                                     input ? decisions::takes(*input) : "a list")});
    return {{std::move(section)}};
  }
  section.parts.emplace_back(from_track_facts(answered));
  Table rows{{{"record", Align::left, true}}, {}};
  for (const auto& output : table.outputs) rows.columns.push_back({output.title});
  for (const auto& [record, decision] : answered.each) {
    std::vector<Cell> row{{record.id}};
    for (const auto& output : table.outputs) {
      const auto found =
          std::ranges::find(decision.result, output.id, &decisions::Result::value_type::first);
      row.push_back({found == decision.result.end() ? "" : in_words(found->second)});
    }
    rows.rows.push_back(std::move(row));
  }
  section.parts.emplace_back(std::move(rows));
  return {{std::move(section)}};
}

}  // namespace

Document view(const AnsweredTable& answered) {
  const auto& table = answered.table;
  if (table.is_sequence()) return sequence_view(table);
  if (table.for_records()) return records_view(answered);
  Section section{table.title, {}};
  if (answered.decision.record)
    section.parts.emplace_back(FactList{{{"Record", answered.decision.record->id}}});
  section.parts.emplace_back(from_track_facts(answered));
  add_verdict(section.parts, answered);
  if (answered.steps && !answered.decision.steps.empty())
    section.parts.emplace_back(Section{"Step by step", {steps_table(answered.decision)}});
  if (!answered.changes.empty())
    section.parts.emplace_back(
        Section{"What would have changed it", {changes_list(answered.changes)}});
  if (answered.decision.decided && !table.source.empty())
    section.parts.emplace_back(Paragraph{table_source_text(table)});
  Document document{{std::move(section)}};
  if (!answered.decision.ask.empty()) document.parts.emplace_back(next_command(answered));
  return document;
}

Document view(const std::vector<decisions::Table>& tables) {
  std::vector<std::pair<std::string, Table>> groups;
  for (const auto& table : tables) {
    const auto& group = table.module.empty() ? table.topic : table.module;
    auto found = std::ranges::find(groups, group, &std::pair<std::string, Table>::first);
    if (found == groups.end())
      found =
          groups.insert(groups.end(), {group, {{{"table", Align::left, true}, {"question"}}, {}}});
    found->second.rows.push_back({{table.id}, {table.title}});
  }
  Document document;
  for (auto& [group, rows] : groups)
    document.parts.emplace_back(Section{group.empty() ? "others" : group, {std::move(rows)}});
  document.parts.emplace_back(
      Command{"gradus decide TABLE", "answers one, and asks for what it needs"});
  return document;
}

std::string question_text(const decisions::Input& input) {
  if (input.kind != decisions::InputKind::one && input.kind != decisions::InputKind::some)
    return fmt::format("{} ({}) ", input.title, decisions::takes(input));
  std::string text = input.title + '\n';
  for (std::size_t i = 0; i < input.of.size(); ++i)
    text += fmt::format("  {}. {}\n", i + 1, input.of[i]);
  return text + (input.kind == decisions::InputKind::some
                     ? "Numbers or words, with commas between: "
                     : "A number or a word: ");
}

}  // namespace gradus::report
