#include "gradus/calendar/lower.hpp"
#include "gradus/decisions/advice.hpp"
#include "gradus/decisions/answer.hpp"
#include "gradus/decisions/decide.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/decisions/advise/inputs.hpp"
#include "cli/decisions/keeping.hpp"
#include "cli/decisions/tables.hpp"
#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::cli {
namespace {

struct AdviseBootcamp {
  std::optional<std::string> funds;
  std::optional<std::string> quit_before;
  std::optional<std::string> full_time;
  std::optional<std::string> placement;
  std::optional<std::string> salary;
  std::optional<std::string> salary_data;
  std::optional<std::string> debt;
  Keeping keeping;
};

void describe_bootcamp(Command& bootcamp, AdviseBootcamp& request) {
  bootcamp
      .add_option(
          "--funds", request.funds,
          "What you have saved for it, in US dollars; 10000 if a share of later income pays")
      .type_name("USD");
  bootcamp
      .add_option("--quit-before", request.quit_before,
                  "Whether you gave up studying by yourself before, or how often")
      .type_name("yes|no|N");
  bootcamp.add_option("--full-time", request.full_time, "Whether you can attend it full time")
      .type_name("yes|no");
  bootcamp
      .add_option("--placement", request.placement,
                  "What share of its graduates has a job within six months, such as 85%")
      .type_name("SHARE");
  bootcamp
      .add_option("--salary", request.salary,
                  "What they earn a year by verified figures, or none if there are none")
      .type_name("USD|none");
  bootcamp
      .add_option("--salary-data", request.salary_data,
                  "Whether it publishes what they earn (default: by --salary)")
      .type_name("yes|no");
  bootcamp
      .add_option("--debt", request.debt,
                  "Whether you would borrow for it (default: no, if the funds suffice)")
      .type_name("yes|no");
  add_keeping_options(bootcamp, request.keeping);
}

decisions::Value read_input(const decisions::Table& table, std::string_view name,
                            const std::string& text) {
  const auto* input = table.find_input(name);
  if (input == nullptr)
    throw Error(fmt::format("the table {} has no input {}", table.id, name),
                "a table of your own stands in its place; see gradus decide " + table.id);
  return decisions::read_answer(*input, text);
}

// "2", "twice": as often as that is yes, unless it is 0.
std::string yes_or_no(const std::string& text) {
  const bool count = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  if (!count) return text;
  return text.find_first_not_of('0') == std::string::npos ? "no" : "yes";
}

struct Tables {
  decisions::Table bootcamp;
  decisions::Table record;
};

decisions::Values read_all(const AdviseBootcamp& request, const Tables& tables) {
  decisions::Values given;
  const auto take = [&](const std::optional<std::string>& text, const std::string& name) {
    if (text) given.insert_or_assign(name, read_input(tables.bootcamp, name, *text));
  };
  take(request.funds, "funds");
  if (request.quit_before) take(yes_or_no(*request.quit_before), "quit_before");
  take(request.full_time, "full_time");
  take(request.placement, "placement");
  if (request.salary) {
    const bool none = lower(*request.salary) == "none";
    given.insert_or_assign("salary_data", !none);
    if (!none) given.emplace("salary", read_input(tables.record, "salary", *request.salary));
  }
  take(request.salary_data, "salary_data");
  take(request.debt, "debt");
  return given;
}

// Asks for what the table still needs, one after the other, until nobody answers.
void ask_for_unknown(decisions::Values& given, const Tables& tables, const Session& session) {
  for (const auto& input : tables.bootcamp.inputs) {
    while (!given.contains(input.id)) {
      const auto typed = session.ask(report::question_text(input));
      if (!typed || typed->empty()) return;
      try {
        given.emplace(input.id, decisions::read_answer(input, *typed));
      } catch (const decisions::Error& failure) {
        session.say(failure.what());
      }
    }
  }
}

// Whether no row of the table holds the funds against it.
bool has_funds(const decisions::Table& bootcamp, const decisions::Values& given) {
  if (!given.contains("funds")) return false;
  const auto decision = decisions::decide(bootcamp, given);
  return std::ranges::none_of(decision.steps, [](const decisions::Step& row) {
    return row.met != rules::Truth::fail &&
           std::ranges::any_of(row.saw, [](const auto& each) { return each.first == "funds"; });
  });
}

// Who has the money needs no loan.
bool assume_no_debt(const decisions::Table& bootcamp, decisions::Values& given) {
  return has_funds(bootcamp, given) && given.emplace("debt", false).second;
}

ExitCode run(const AdviseBootcamp& request, Session& session) {
  check_keeping(request.keeping);
  const Tables tables{find_table("bootcamp", session), find_table("bootcamp-record", session)};
  auto given = read_all(request, tables);
  const bool assumed = assume_no_debt(tables.bootcamp, given);
  if (session.may_ask()) ask_for_unknown(given, tables, session);
  auto advice = decisions::advise_bootcamp(tables.bootcamp, tables.record, given);
  if (assumed) advice.assumed.emplace_back("debt");
  return give_advice(advice, "bootcamp", request.keeping, session);
}

}  // namespace

void add_advise_bootcamp(Command& advise) {
  advise.add_command<AdviseBootcamp>(
      "bootcamp", "Say whether a bootcamp is worth weighing, by what is known of it and of you.",
      "  gradus advise bootcamp --funds 15000 --quit-before 2 --full-time yes --placement 85% "
      "--salary 90000\n"
      "  gradus advise bootcamp --placement 90% --salary none\n"
      "  gradus advise bootcamp --json\n",
      describe_bootcamp);
}

}  // namespace gradus::cli
