#include "gradus/curriculum/module_checks.hpp"
#include "gradus/decisions/answer.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/decisions/check_table.hpp"
#include "gradus/report/decisions.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/text/shell_quote.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/curriculum/findings.hpp"
#include "cli/data_files.hpp"
#include "cli/decisions/keeping.hpp"
#include "cli/decisions/sheet.hpp"
#include "cli/decisions/tables.hpp"
#include "cli/decisions/track_facts.hpp"
#include "cli/error.hpp"
#include "cli/gate/named_check.hpp"
#include "cli/show.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gradus::cli {
namespace {

struct DecideSomething {
  std::optional<std::string> table;
  std::vector<std::string> set;
  std::optional<std::string> check;
  std::optional<std::string> for_check;  // MODULE/CHECK
  bool explain = false;
  Keeping keeping;
};

void describe_decide(Command& decide, DecideSomething& request) {
  decide.add_option("TABLE", request.table, "The decision table (default: list them)")
      .completes(Completion::table);
  decide
      .add_option("--set", request.set,
                  "What is known, such as rows=5000; of several, with commas between; of records, "
                  "JSON, or a file of it or of CSV: weeks=@sheet.csv")
      .type_name("INPUT=VALUE");
  decide.add_option("--check", request.check, "Report what is wrong with a table's file instead")
      .type_name("FILE");
  decide.add_flag("--explain", request.explain, "Show each row that was tried");
  decide
      .add_option("--for", request.for_check,
                  "The module's check that asks for this sheet: if nothing is wrong with it, the "
                  "check is passed")
      .type_name("MODULE/CHECK")
      .completes(Completion::sheet);
  add_keeping_options(decide, request.keeping);
}

decisions::Values read_settings(const std::vector<std::string>& settings,
                                const decisions::Table& table) {
  std::vector<std::string> known;
  known.reserve(table.inputs.size());
  for (const auto& input : table.inputs) known.push_back(input.id);
  decisions::Values given;
  for (const auto& setting : settings) {
    const auto sign = setting.find('=');
    const auto name = setting.substr(0, sign);
    const auto input = std::ranges::find(table.inputs, name, &decisions::Input::id);
    if (input == table.inputs.end())
      throw Error(fmt::format("{} has no input \"{}\"", table.id, name),
                  known.empty() ? "it takes none" : text::nearest_or_all(name, known));
    if (sign == std::string::npos)
      throw Error(fmt::format("--set {} has no value", name),
                  fmt::format("--set {}=VALUE; it takes {}", name, decisions::takes(*input)));
    const auto value = read_given(*input, setting.substr(sign + 1));
    if (!given.emplace(name, value).second)
      throw Error(fmt::format("{} was set more than once", name), "set it once");
  }
  return given;
}

report::AnsweredTable answer(const decisions::Table& table, decisions::Values given) {
  report::AnsweredTable answered{.table = table, .given = std::move(given)};
  if (table.is_sequence()) return answered;
  if (table.for_records())
    answered.each = decisions::decide_each(table, answered.given);
  else
    answered.decision = decisions::decide(table, answered.given);
  answered.changes = decisions::what_would_change(table, answered.given);
  return answered;
}

// Asks for what the table needs next, until it needs nothing more or nobody answers.
decisions::Values ask_for_rest(const decisions::Table& table, decisions::Values given,
                               const Session& session) {
  for (;;) {
    const auto decision = decisions::decide(table, given);
    if (decision.ask.empty()) return given;
    const auto* input = table.find_input(decision.ask.front());
    const auto typed = input ? session.ask(report::question_text(*input)) : std::nullopt;
    if (!typed || typed->empty()) return given;
    try {
      given.insert_or_assign(input->id, read_given(*input, *typed));
    } catch (const gradus::Error& failure) {
      session.say(failure.what());
    }
  }
}

// "pipeline-design/slo-sheet asks for it": what could have been meant by another check.
std::string who_asks_for(const curriculum::TableId& sheet, const track::TrackModules& modules) {
  decisions::Words names;
  for (const auto& module : modules.all())
    for (const auto& check : module.checks)
      if (check.sheet == sheet) names.push_back(curriculum::check_name(module.id, check.id));
  if (names.empty()) return fmt::format("no module's check asks for the sheet {}", sheet.text());
  return fmt::format("--for {} asks for it", fmt::join(names, ", or --for "));
}

// Throws Error unless the check is there and asks for that sheet.
track::NamedCheck check_asking_for(const curriculum::TableId& sheet, const std::string& name,
                                   const track::LoadedTrack& track,
                                   const track::TrackModules& modules) {
  const auto named = named_check(name, track, modules);
  if (!named)
    throw Error(fmt::format("there is no module's check \"{}\"", name),
                who_asks_for(sheet, modules));
  const auto& asked = named->check->sheet;
  if (asked != sheet)
    throw Error(
        fmt::format("{} does not ask for the sheet {}", name, sheet.text()),
        asked ? fmt::format("its sheet is {}", asked->text()) : who_asks_for(sheet, modules));
  return *named;
}

// Records the check if its sheet holds; else shows the answer, and records nothing.
ExitCode answer_for_check(const report::AnsweredTable& answered, const DecideSomething& request,
                          Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const auto& name = request.for_check.value();
  const track::TrackModules modules(track);
  const auto [module, check] =
      check_asking_for(curriculum::TableId(answered.table.id), name, track, modules);
  const bool holds = answered.table.for_records() ? decisions::passes(answered.each)
                                                  : decisions::passes(answered.decision);
  if (!holds || !session.json) session.show(answered);
  if (!holds) {
    session.warn(fmt::format("nothing was recorded for {}: the sheet has to pass first", name));
    return ExitCode::no;
  }
  const journal::Check passed{
      .module = module->id, .check = check->id, .passed = true, .evidence = evidence_of(answered)};
  return record(store, track, new_entry(request.keeping.recording, passed, session), session);
}

ExitCode check(const std::string& path, const Session& session) {
  const auto findings = decisions::check_file(read_data_file(path, "table"));
  tell_findings(path, findings, "table", session);
  const bool errors = std::ranges::find(findings, text::Severity::error,
                                        &text::Finding::severity) != findings.end();
  return errors ? ExitCode::no : ExitCode::done;
}

void check_words(const DecideSomething& request) {
  if (request.check && (request.table || !request.set.empty() || request.explain ||
                        request.for_check || request.keeping.keep))
    throw Error("--check FILE looks for mistakes in a table, and decides nothing",
                fmt::format("gradus decide --check {}", text::shell_quote(*request.check)));
  if (!request.for_check) return check_keeping(request.keeping);
  if (request.keeping.keep)
    throw Error("--for and --keep are two things to record", "give one of them, then the other");
}

ExitCode run(const DecideSomething& request, Session& session) {
  check_words(request);
  if (request.check) return check(*request.check, session);
  if (!request.table) {
    if (!request.set.empty() || request.for_check || request.keeping.keep)
      throw Error("there is no table to decide by", "gradus decide lists them");
    session.show_paged(known_tables(session));
    return ExitCode::done;
  }
  const auto table = find_table(*request.table, session);
  auto given = read_settings(request.set, table);
  std::vector<std::string> from_track;
  for (auto& [name, value] : known_inputs(table, session))
    if (given.emplace(name, std::move(value)).second) from_track.push_back(name);
  const bool for_one_case = !table.is_sequence() && !table.for_each;
  if (for_one_case && session.may_ask()) given = ask_for_rest(table, std::move(given), session);
  auto answered = answer(table, std::move(given));
  answered.steps = request.explain;
  answered.from_track = std::move(from_track);
  if (request.for_check) return answer_for_check(answered, request, session);
  const auto& keeping = request.keeping;
  if (!keeping.keep) {
    session.show(answered);
    return ExitCode::done;
  }
  const auto decision = decision_of(answered);
  if (!session.json) session.show(answered);
  return keep_decision(decision, keeping, session);
}

}  // namespace

void add_decide(Command& gradus) {
  gradus.add_command<DecideSomething>(
      "decide", "Decide a case of your own by a decision table, and see which row decided.",
      "  gradus decide\n"
      "  gradus decide join-method\n"
      "  gradus decide join-method --set outer_rows=5000 --set inner_indexed=yes --explain\n"
      "  gradus decide join-method --set outer_rows=5000 --set inner_indexed=yes --keep\n"
      "  gradus decide slo-sheet --set runbook=no --for pipeline-design/slo-sheet\n"
      "  gradus decide slo-sheet --set target=0.995 --json\n"
      "  gradus decide --check ./watering.json\n",
      describe_decide);
}

}  // namespace gradus::cli
