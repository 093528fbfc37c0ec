#include "gradus/decisions/decide.hpp"

#include "decisions/expression.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace gradus::decisions {
namespace {

using rules::Truth;

const Expression* computed(const Table& table, const std::string& name) {
  const auto found =
      std::ranges::find(table.values, name, &std::pair<std::string, Expression>::first);
  return found == table.values.end() ? nullptr : &found->second;
}

// What is given, what is assumed where nothing is, and what follows from both.
Values all_known(const Table& table, const Values& given) {
  Values known = given;
  for (const auto& input : table.inputs)
    if (input.otherwise) known.try_emplace(input.id, *input.otherwise);
  for (const auto& [name, expression] : table.values) {
    known.erase(name);
    if (const auto value = work_out(expression, known)) known.emplace(name, *value);
  }
  return known;
}

std::optional<Value> look_up(const Values& known, const std::string& name) {
  const auto found = known.find(name);
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

// Conditions know nothing of lists.
rules::NamedFacts facts_of(const Values& known) {
  return [&known](const std::string& name) -> std::optional<rules::FactValue> {
    const auto value = look_up(known, name);
    if (!value) return std::nullopt;
    if (const auto* flag = std::get_if<bool>(&*value)) return *flag;
    if (const auto* number = std::get_if<double>(&*value)) return *number;
    if (const auto* word = std::get_if<std::string>(&*value)) return *word;
    if (const auto* words = std::get_if<Words>(&*value)) return *words;
    return std::nullopt;
  };
}

// One case of a table: what is known of it, and the questions put to that.
class Trial {
 public:
  Trial(const Table& table, const Values& given) : table_(table), known_(all_known(table, given)) {}

  [[nodiscard]] const Values& known() const { return known_; }
  [[nodiscard]] Truth met(const Row& row) const {
    return rules::evaluate(row.when, facts_of(known_));
  }

  // The unknown inputs behind a condition, in its order.
  [[nodiscard]] Words unknown_inputs(const rules::Condition& condition) const {
    Words inputs;
    for (const auto& name : rules::unknown_names(condition, facts_of(known_)))
      add_unknown_behind(name, inputs);
    return inputs;
  }
  void add_unknown_behind(const std::string& name, Words& inputs) const {
    const auto* expression = computed(table_, name);
    if (!expression) {
      if (!known_.contains(name) && std::ranges::find(inputs, name) == inputs.end())
        inputs.push_back(name);
      return;
    }
    for (const auto& read : names_in(*expression)) add_unknown_behind(read, inputs);
  }

  [[nodiscard]] Result fill(const Gives& gives) const {
    Result result;
    result.reserve(gives.size());
    for (const auto& [output, given] : gives) {
      std::optional<Value> value;
      if (const auto* fixed = std::get_if<Value>(&given)) value = *fixed;
      if (const auto* expression = std::get_if<Expression>(&given))
        if (const auto number = work_out(*expression, known_)) value = *number;
      result.emplace_back(output, std::move(value));
    }
    return result;
  }

  [[nodiscard]] Step step(const Row& row, Truth met) const {
    Step step{.id = row.id, .met = met, .saw = {}, .why = row.why};
    std::set<std::string> seen;
    for (const auto& name : rules::names_in(row.when))
      if (seen.insert(name).second) step.saw.emplace_back(name, look_up(known_, name));
    return step;
  }

 private:
  const Table& table_;
  Values known_;
};

Decision first_hit(const Table& table, const Trial& trial) {
  Decision decision;
  for (const auto& row : table.rows) {
    const auto met = trial.met(row);
    decision.steps.push_back(trial.step(row, met));
    if (met == Truth::fail) continue;
    if (met == Truth::unknown) {
      decision.ask = trial.unknown_inputs(row.when);
      if (decision.ask.size() > 1) decision.ask.resize(1);
      return decision;
    }
    decision.decided = true;
    decision.result = trial.fill(row.then);
    decision.by = {row.id};
    decision.why = row.why;
    return decision;
  }
  if (!table.otherwise) return decision;
  decision.decided = true;
  decision.result = trial.fill(*table.otherwise);
  decision.by = {"otherwise"};
  decision.why = table.otherwise_why;
  return decision;
}

Decision all_findings(const Table& table, const Trial& trial) {
  Decision decision;
  for (const auto& row : table.rows) {
    const auto met = trial.met(row);
    decision.steps.push_back(trial.step(row, met));
    if (met != Truth::fail) decision.by.push_back(row.id);
    if (met != Truth::unknown) continue;
    decision.open.push_back(row.id);
    for (auto& input : trial.unknown_inputs(row.when))
      if (std::ranges::find(decision.ask, input) == decision.ask.end())
        decision.ask.push_back(std::move(input));
  }
  decision.decided = decision.open.empty() || decision.by.size() > decision.open.size();
  decision.result.emplace_back("pass", decision.by.empty());
  auto report = trial.fill(table.report);
  std::ranges::move(report, std::back_inserter(decision.result));
  return decision;
}

bool keeps(const Keep& keep, const Candidate& candidate, const Value& answer) {
  const auto field = candidate.fields.find(keep.field);
  if (field == candidate.fields.end()) return false;
  const auto* words = std::get_if<Words>(&field->second);
  switch (keep.comparison) {
    case Comparison::has: {
      const auto* word = std::get_if<std::string>(&answer);
      return words && word && std::ranges::find(*words, *word) != words->end();
    }
    case Comparison::shares: {
      const auto* chosen = std::get_if<Words>(&answer);
      return words && chosen && std::ranges::find_first_of(*words, *chosen) != words->end();
    }
    case Comparison::le:
      break;
  }
  const auto* number = std::get_if<double>(&field->second);
  const auto* most = std::get_if<double>(&answer);
  return number && most && *number <= *most;
}

bool keeps(const Narrowing& filter, const Candidate& candidate, const Values& known) {
  return std::ranges::all_of(
      filter.keep, [&](const Keep& keep) { return keeps(keep, candidate, known.at(keep.with)); });
}

Words ids_of(const std::vector<const Candidate*>& candidates) {
  Words ids;
  ids.reserve(candidates.size());
  for (const auto* candidate : candidates) ids.push_back(candidate->id);
  return ids;
}

Decision narrowed(const Table& table, const Trial& trial) {
  Decision decision;
  std::vector<const Candidate*> left;
  left.reserve(table.candidates.size());
  for (const auto& candidate : table.candidates) left.push_back(&candidate);
  for (const auto& filter : table.filters) {
    Step step{.id = filter.id, .met = Truth::pass, .saw = {}, .why = filter.why};
    for (const auto& keep : filter.keep) {
      trial.add_unknown_behind(keep.with, decision.ask);
      step.saw.emplace_back(keep.with, look_up(trial.known(), keep.with));
    }
    if (!decision.ask.empty()) {
      decision.ask.resize(1);
      return decision;
    }
    auto kept = left;
    std::erase_if(kept,
                  [&](const Candidate* each) { return !keeps(filter, *each, trial.known()); });
    if (kept.empty() && !filter.may_be_empty_handed) step.met = Truth::fail;
    if (!kept.empty() || !filter.may_be_empty_handed) left = std::move(kept);
    step.left = ids_of(left);
    decision.steps.push_back(std::move(step));
    if (left.empty()) break;
  }
  decision.decided = true;
  decision.result.emplace_back(
      table.outputs.front().id,
      left.empty() ? std::nullopt : std::optional<Value>(left.front()->id));
  if (!left.empty()) decision.why = left.front()->note;
  return decision;
}

Decision decide_one(const Table& table, const Trial& trial) {
  if (!table.candidates.empty()) return narrowed(table, trial);
  return table.hit == Hit::all ? all_findings(table, trial) : first_hit(table, trial);
}

const Records* records_of(const Table& table, const Values& given) {
  const auto found = given.find(table.for_each.value_or(""));
  return found == given.end() ? nullptr : std::get_if<Records>(&found->second);
}

Values with_fields(Values given, const Record& record) {
  for (const auto& [name, value] : record.fields) given.insert_or_assign(name, value);
  return given;
}

// What is given beside the records. The whole list is copied for each of them otherwise; only
// computed values can ask for it.
Values beside_records(const Table& table, Values given) {
  if (table.values.empty()) given.erase(*table.for_each);
  return given;
}

}  // namespace

bool passes(const Decision& decision) {
  if (!decision.decided || decision.result.empty()) return false;
  const auto& first = decision.result.front().second;
  const auto* const yes = first ? std::get_if<bool>(&*first) : nullptr;
  return yes != nullptr && *yes;
}

bool passes(const std::vector<RecordDecision>& each) {
  return !each.empty() &&
         std::ranges::all_of(each, [](const RecordDecision& one) { return passes(one.decision); });
}

Decision decide(const Table& table, const Values& given) {
  if (table.best) return decide_best(table, given);
  return decide_one(table, Trial(table, given));
}

std::vector<RecordDecision> decide_each(const Table& table, const Values& given) {
  std::vector<RecordDecision> decisions;
  const auto* records = records_of(table, given);
  if (!records) return decisions;
  decisions.reserve(records->size());
  const auto others = beside_records(table, given);
  for (const auto& record : *records)
    decisions.push_back({record, decide_one(table, Trial(table, with_fields(others, record)))});
  return decisions;
}

Decision decide_best(const Table& table, const Values& given) {
  const auto* records = records_of(table, given);
  Decision best;
  if (!records) best.ask.push_back(table.for_each.value_or(""));
  if (!records) return best;
  std::optional<double> most;
  const auto others = beside_records(table, given);
  for (const auto& record : *records) {
    const Trial trial(table, with_fields(others, record));
    const auto value = look_up(trial.known(), table.best.value_or(""));
    const auto* number = value ? std::get_if<double>(&*value) : nullptr;
    if (!number || (most && *number <= *most)) continue;
    most = *number;
    best = decide_one(table, trial);
    best.record = record;
  }
  return best;
}

}  // namespace gradus::decisions
