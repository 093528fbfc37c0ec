#include "cli/command.hpp"
#include "cli/plan/requests.hpp"

#include <functional>

namespace gradus::cli {
namespace {

void add_what_if(Command& command, bool& what_if) {
  command.add_flag("--what-if", what_if, "Show what would change, and store nothing");
}

void add_fit(Command& command, const std::function<void(plan::Fit)>& take) {
  command.add_choice(
      "--fit", {"weekly", "flow"},
      [take](const std::string& word) { take(plan::parse_fit(word).value()); },
      "weekly: a plan week takes 7 days or more; flow: as few as its hours need");
}

void describe_init(Command& init, InitTrack& request) {
  init.add_option("--curriculum", request.curriculum,
                  "A curriculum's id, or a file of your own (default: de-roadmap)")
      .type_name("ID|FILE")
      .completes(Completion::curriculum);
  init.add_option("--start", request.start, "The first day (default: the next Monday)")
      .type_name("DATE");
  init.add_option("--stack", request.stack,
                  "The set of services to learn with (default: the curriculum's first)")
      .type_name("ID")
      .completes(Completion::stack);
  init.add_option("--available", request.available,
                  "Study time by weekday: DAY=DURATION[@HH:MM][:read|lab|review], …")
      .type_name("SPEC");
  add_fit(init, [&request](plan::Fit fit) { request.fit = fit; });
  init.add_option("--finish-by", request.finish_by,
                  "Study as many hours a week as it takes to finish by this day")
      .type_name("DATE");
  init.add_option("--beginner", request.beginner, "Put so many weeks of foundations in front")
      .type_name("WEEKS");
  add_what_if(init, request.what_if);
}

template <class Request>
void describe_reshape(Command& command, Request& request) {
  command.add_option("TIER", request.tier, "A tier's id").required().completes(Completion::tier);
  command.add_option("--to", request.to, "Its plan weeks").required().type_name("N");
  add_what_if(command, request.what_if);
}

void describe_break(Command& breaks, AddBreak& request) {
  breaks.add_option("FROM", request.from, "The first day of the break").type_name("DATE");
  breaks.add_option("TO", request.to, "Its last day").type_name("DATE");
  breaks.add_option("-n,--note", request.note, "What it is for").type_name("TEXT").may_be_empty();
  add_what_if(breaks, request.what_if);
  breaks.add_command<ListBreaks>("list", "List the breaks.", "  gradus plan break list\n");
  breaks.add_command<RemoveBreak>(
      "rm", "Take a break back.", "  gradus plan break rm 2026-12-24\n",
      [](Command& rm, RemoveBreak& removed) {
        rm.add_option("FROM", removed.from, "Its first day").required().type_name("DATE");
        add_what_if(rm, removed.what_if);
      });
}

void describe_module(Command& module) {
  module.add_command<AddModules>("add", "Add modules, or a whole bundle.",
                                 "  gradus plan module add query-tuning\n"
                                 "  gradus plan module add core --what-if\n",
                                 [](Command& add, AddModules& request) {
                                   add.add_option("MODULE", request.modules,
                                                  "Ids of modules or bundles")
                                       .required()
                                       .completes(Completion::module);
                                   add_what_if(add, request.what_if);
                                 });
  module.add_command<RemoveModules>("rm", "Take modules, or a whole bundle, out again.",
                                    "  gradus plan module rm query-tuning\n"
                                    "  gradus plan module rm core --what-if\n",
                                    [](Command& rm, RemoveModules& request) {
                                      rm.add_option("MODULE", request.modules,
                                                    "Ids of modules or bundles")
                                          .required()
                                          .completes(Completion::module);
                                      add_what_if(rm, request.what_if);
                                    });
  module.add_command<ListModules>("list", "List the modules and bundles there are.",
                                  "  gradus plan module list\n");
}

void describe_plan(Command& plan, ShowPlan& request) {
  plan.add_option("--finish-by", request.finish_by,
                  "Show the hours a week it takes to finish by then")
      .type_name("DATE");
  plan.add_flag("--wide", request.wide, "Draw the timeline twice as wide");
  plan.add_command<CompressTier>("compress", "Take a tier in fewer weeks; it needs a placement.",
                                 "  gradus plan compress sql --to 3\n",
                                 describe_reshape<CompressTier>);
  plan.add_command<StretchTier>("stretch", "Give a tier more weeks, with fewer hours each.",
                                "  gradus plan stretch sql --to 8\n",
                                describe_reshape<StretchTier>);
  plan.add_command<SetAvailability>(
      "available", "Change your hours per weekday from today on.",
      "  gradus plan available \"mon=1h@20:00,sat=4h@09:00:lab\"\n"
      "  gradus plan available \"tue=2h,sat=3h\" --fit flow\n",
      [](Command& available, SetAvailability& hours) {
        available.add_option("SPEC", hours.spec, "DAY=DURATION[@HH:MM][:read|lab|review], …")
            .required();
        add_fit(available, [&hours](plan::Fit fit) { hours.fit = fit; });
        add_what_if(available, hours.what_if);
      });
  plan.add_command<AddBreak>("break", "Keep days free of study, and list such breaks.",
                             "  gradus plan break 2026-12-24 2027-01-02 --note Christmas\n"
                             "  gradus plan break list\n"
                             "  gradus plan break rm 2026-12-24\n",
                             describe_break);
  plan.add_family("module", "Put elective deep dives into their home weeks.",
                  "  gradus plan module list\n"
                  "  gradus plan module add query-tuning\n",
                  describe_module);
}

void describe_replan(Command& replan, Replan& request) {
  replan.add_choice(
      "--apply", {"extend", "catch-up", "trim"},
      [&request](const std::string& word) { request.apply = plan::parse_strategy(word); },
      "extend: move the end; catch-up: more hours; trim: leave out what is optional");
  replan
      .add_option("--max-hours", request.max_hours,
                  "The most hours a week to catch up with, 9 or 9h30m (default: the curriculum's "
                  "limit)")
      .type_name("H");
  add_what_if(replan, request.what_if);
}

}  // namespace

void add_plan_commands(Command& gradus) {
  gradus.add_command<InitTrack>(
      "init", "Start a track and lay its plan.",
      "  gradus init\n"
      "  gradus init --start 2026-11-30 --stack us\n"
      "  gradus init --available \"tue=1h@19:00,sat=3h@09:00:lab,sun=1h\"\n"
      "  gradus init --finish-by 2027-05-30 --what-if\n"
      "  gradus init --beginner 8\n"
      "  gradus init --curriculum ./watercolour.json --track evenings\n",
      describe_init);
  gradus.add_command<ShowToday>("today", "Show what to do today, in one screen.",
                                "  gradus today\n  gradus --today 2026-12-01 today\n");
  gradus.add_command<ShowWeek>(
      "week", "Show one week in full.", "  gradus week\n  gradus week w5\n  gradus week 5 --json\n",
      [](Command& week, ShowWeek& request) {
        week.add_option("WEEK", request.week, "A week's id or number (default: the current one)")
            .completes(Completion::week);
      });
  gradus.add_command<ShowPlan>("plan", "Show all weeks with their dates, or change them.",
                               "  gradus plan\n"
                               "  gradus plan --finish-by 2027-05-30\n"
                               "  gradus plan stretch sql --to 8 --what-if\n"
                               "  gradus plan break 2026-12-24 2027-01-02\n",
                               describe_plan);
  gradus.add_command<Replan>("replan", "Show three ways to go on after a slip, or take one.",
                             "  gradus replan\n"
                             "  gradus replan --max-hours 9\n"
                             "  gradus replan --apply extend --what-if\n",
                             describe_replan);
}

}  // namespace gradus::cli
