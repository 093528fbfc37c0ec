#include "cli/command.hpp"
#include "cli/plan/requests.hpp"

namespace gradus::cli {
namespace {

void add_init(CLI::App& app, CommandLine& line) {
  const auto request = std::make_shared<InitTrack>();
  CLI::App* init =
      add_command(app, line, "init", "Start a track and lay its plan.",
                  "  gradus init\n"
                  "  gradus init --start 2026-11-30 --stack us\n"
                  "  gradus init --available \"tue=1h@19:00,sat=3h@09:00:lab,sun=1h\"\n"
                  "  gradus init --curriculum ./watercolour.json --track evenings\n",
                  request);
  init->add_option("--curriculum", request->curriculum,
                   "A curriculum's id, or a file of your own (default: de-roadmap)")
      ->type_name("ID|FILE");
  init->add_option("--start", request->start, "The first day (default: the next Monday)")
      ->type_name("DATE");
  init->add_option("--stack", request->stack,
                   "The set of services to learn with (default: the curriculum's first)")
      ->type_name("ID");
  init->add_option("--available", request->available,
                   "Study time by weekday: DAY=DURATION[@HH:MM][:read|lab|review], …")
      ->type_name("SPEC");
  init->add_option_function<std::string>(
          "--fit",
          [request](const std::string& word) { request->fit = plan::parse_fit(word).value(); },
          "weekly: a plan week takes 7 days or more; flow: as few as its hours need")
      ->type_name("FIT")
      ->check(one_of({"weekly", "flow"}));
}

}  // namespace

void add_plan_commands(CLI::App& app, CommandLine& line) {
  add_init(app, line);
  add_command(app, line, "today", "Show what to do today, in one screen.",
              "  gradus today\n  gradus --today 2026-12-01 today\n", std::make_shared<ShowToday>());
  const auto week = std::make_shared<ShowWeek>();
  add_command(app, line, "week", "Show one week in full.",
              "  gradus week\n  gradus week w5\n  gradus week 5 --json\n", week)
      ->add_option("WEEK", week->week, "A week's id or number (default: the current one)");
  add_command(app, line, "plan", "Show all weeks with their dates.",
              "  gradus plan\n  gradus plan --json\n", std::make_shared<ShowPlan>());
}

}  // namespace gradus::cli
