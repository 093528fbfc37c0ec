#include "gradus/decisions/check_table.hpp"

#include "gradus/decisions/answer.hpp"
#include "gradus/decisions/decide.hpp"
#include "gradus/text/plural.hpp"

#include "decisions/expression.hpp"
#include "decisions/sampler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace gradus::decisions {
namespace {

using text::Finding;
using text::Severity;

constexpr std::size_t samples_a_row = 400;
constexpr std::size_t most_samples = 20'000;
constexpr std::uint64_t check_seed = 1;

std::string shown(const std::optional<Value>& value) {
  return value ? in_words(*value) : "nothing";
}

std::optional<Value> expected_value(const Given& given) {
  const auto* value = std::get_if<Value>(&given);
  return value ? std::optional(*value) : std::nullopt;
}

std::optional<Value> found_in(const Result& result, const std::string& output) {
  const auto found = std::ranges::find(result, output, &Result::value_type::first);
  return found == result.end() ? std::nullopt : found->second;
}

class Checker {
 public:
  explicit Checker(const Table& table) : table_(table) {}

  [[nodiscard]] std::vector<Finding> findings() && {
    for (const auto& each : table_.cases) check_case(each);
    check_outputs();
    check_inputs();
    if (!table_.for_each && table_.candidates.empty()) check_rows();
    std::ranges::stable_sort(findings_, {}, &Finding::line);
    return std::move(findings_);
  }

 private:
  void advise(std::string message, std::string fix) {
    findings_.push_back({Severity::advice, 1, "", std::move(message), std::move(fix)});
  }
  void disagree(const Case& of, std::string message) {
    findings_.push_back({Severity::error, of.line, of.pointer, std::move(message),
                         "change the case, or the rows until they agree"});
  }

  void compare(const Case& of, const Gives& expect, const Decision& decision) {
    for (const auto& [output, given] : expect) {
      const auto want = expected_value(given);
      const auto have = found_in(decision.result, output);
      if (want != have)
        disagree(of,
                 fmt::format("expects {} for {}, and the table says {}", shown(want), output,
                             decision.ask.empty() ? shown(have)
                                                  : fmt::format("nothing before it knows {}",
                                                                fmt::join(decision.ask, ", "))));
    }
  }

  void check_case(const Case& each) {
    if (table_.for_records()) {
      check_records(each);
      return;
    }
    const auto decision = decide(table_, each.given);
    compare(each, each.expect, decision);
    if (each.by && *each.by != decision.by)
      disagree(each,
               fmt::format(
                   "is to be decided by {}, and {} decides",
                   each.by->empty() ? "no row" : fmt::to_string(fmt::join(*each.by, ", ")),
                   decision.by.empty() ? "no row" : fmt::to_string(fmt::join(decision.by, ", "))));
    if (each.record && (!decision.record || decision.record->id != *each.record))
      disagree(each, fmt::format("expects the record {}, and it is {}", *each.record,
                                 decision.record ? decision.record->id : "none"));
    for (const auto& row : decision.by) exemplified_.insert(row);
  }

  void check_records(const Case& each) {
    const auto decisions = decide_each(table_, each.given);
    for (const auto& expected : each.each) {
      const auto& id = expected.first.id;
      const auto found = std::ranges::find_if(
          decisions, [&](const RecordDecision& one) { return one.record.id == id; });
      if (found == decisions.end())
        disagree(each, fmt::format("expects something of the record {}, which isn't given", id));
      else
        compare(each, expected.second, found->decision);
    }
  }

  void check_outputs() {
    std::set<std::string> given;
    if (table_.hit == Hit::all) given.insert("pass");
    if (!table_.candidates.empty()) given.insert(table_.outputs.front().id);
    const auto add = [&](const Gives& gives) {
      for (const auto& [output, value] : gives) given.insert(output);
    };
    for (const auto& row : table_.rows) add(row.then);
    if (table_.otherwise) add(*table_.otherwise);
    add(table_.report);
    for (const auto& output : table_.outputs)
      if (!given.contains(output.id))
        advise(fmt::format("no row gives the output {}", output.id), "give it, or remove it");
  }

  void check_inputs() {
    std::set<std::string> read;
    for (const auto& row : table_.rows)
      for (auto& name : rules::names_in(row.when)) read.insert(std::move(name));
    for (const auto& [name, expression] : table_.values)
      for (auto& each : names_in(expression)) read.insert(std::move(each));
    for (const auto& filter : table_.filters)
      for (const auto& keep : filter.keep) read.insert(keep.with);
    if (table_.for_each) read.insert(*table_.for_each);
    add_read(read);
    for (const auto& input : table_.inputs)
      if (!read.contains(input.id))
        advise(fmt::format("nothing reads the input {}", input.id),
               "use it in a row, or remove it");
  }
  void add_read(std::set<std::string>& read) const {
    const auto add = [&](const Gives& gives) {
      for (const auto& [output, given] : gives)
        if (const auto* expression = std::get_if<Expression>(&given))
          for (auto& name : names_in(*expression)) read.insert(std::move(name));
    };
    for (const auto& row : table_.rows) add(row.then);
    if (table_.otherwise) add(*table_.otherwise);
    add(table_.report);
  }

  void check_rows() {
    auto reached = exemplified_;
    std::optional<Values> gap;
    Sampler sampler(table_, check_seed);
    const auto tries = std::min(most_samples, samples_a_row * table_.rows.size());
    for (std::size_t i = 0; i < tries; ++i) {
      // Every other one at random: where nothing is aimed at, there may be a gap.
      const auto given =
          i % 2 == 0 ? sampler.towards(table_.rows[i / 2 % table_.rows.size()]) : sampler.any();
      if (!given) return;  // nothing can be drawn for lists
      const auto decision = decide(table_, *given);
      for (const auto& row : decision.by) reached.insert(row);
      if (!decision.decided && decision.ask.empty() && !gap) gap = given;
    }
    for (const auto& row : table_.rows) {
      if (!reached.contains(row.id))
        advise(
            fmt::format("the row {} is never reached: earlier rows always decide, or it asks for "
                        "what no input can be",
                        row.id),
            "move it up, or remove it");
      else if (!exemplified_.contains(row.id))
        advise(fmt::format("the row {} has no case", row.id),
               "add one: it is a test and a question");
    }
    if (gap) advise_gap(*gap);
  }

  void advise_gap(const Values& given) {
    std::vector<std::string> words;
    for (const auto& [name, value] : given)
      words.push_back(fmt::format("{} = {}", name, in_words(value)));
    advise(fmt::format("no row decides for {}", fmt::join(words, ", ")),
           "add a row for it, or \"otherwise\"");
  }

  const Table& table_;
  std::vector<Finding> findings_;
  std::set<std::string> exemplified_;  // rows that decide a case
};

}  // namespace

std::vector<Finding> check_table(const Table& table) {
  if (table.is_sequence()) return {};
  return Checker(table).findings();
}

std::vector<Finding> check_file(std::string_view json) {
  const auto parsed = text::parse_json(json);
  if (parsed.failure) {
    const auto& failure = *parsed.failure;
    return {{Severity::error, failure.line, failure.pointer, failure.message, failure.fix}};
  }
  auto read = read_table(parsed.root);
  if (!read.findings.empty()) return std::move(read.findings);
  return check_table(read.table);
}

}  // namespace gradus::decisions
