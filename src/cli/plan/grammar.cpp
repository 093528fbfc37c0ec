#include "cli/command.hpp"
#include "cli/plan/requests.hpp"

namespace gradus::cli {
namespace {

void add_what_if(CLI::App& command, bool& what_if) {
  command.add_flag("--what-if", what_if, "Show what would change, and store nothing");
}

void add_init(CLI::App& app, CommandLine& line) {
  const auto request = std::make_shared<InitTrack>();
  CLI::App* init =
      add_command(app, line, "init", "Start a track and lay its plan.",
                  "  gradus init\n"
                  "  gradus init --start 2026-11-30 --stack us\n"
                  "  gradus init --available \"tue=1h@19:00,sat=3h@09:00:lab,sun=1h\"\n"
                  "  gradus init --finish-by 2027-05-30 --what-if\n"
                  "  gradus init --beginner 8\n"
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
  init->add_option("--finish-by", request->finish_by,
                   "Study as many hours a week as it takes to finish by this day")
      ->type_name("DATE");
  init->add_option("--beginner", request->beginner, "Put so many weeks of foundations in front")
      ->type_name("WEEKS");
  add_what_if(*init, request->what_if);
}

template <class Request>
void add_reshape(CLI::App& plan, CommandLine& line, const std::string& name,
                 const std::string& description, const std::string& examples) {
  const auto request = std::make_shared<Request>();
  CLI::App* command = add_command(plan, line, name, description, examples, request);
  command->add_option("TIER", request->tier, "A tier's id")->required();
  command->add_option("--to", request->to, "Its plan weeks")->required()->type_name("N");
  add_what_if(*command, request->what_if);
}

void add_breaks(CLI::App& plan, CommandLine& line) {
  const auto added = std::make_shared<AddBreak>();
  CLI::App* breaks =
      add_command(plan, line, "break", "Keep days free of study, and list such breaks.",
                  "  gradus plan break 2026-12-24 2027-01-02 --note Christmas\n"
                  "  gradus plan break list\n"
                  "  gradus plan break rm 2026-12-24\n",
                  added);
  breaks->require_subcommand(0, 1);
  breaks->add_option("FROM", added->from, "The first day of the break")->type_name("DATE");
  breaks->add_option("TO", added->to, "Its last day")->type_name("DATE");
  breaks->add_option("--note", added->note, "What it is for")->type_name("TEXT");
  add_what_if(*breaks, added->what_if);

  add_command(*breaks, line, "list", "List the breaks.", "  gradus plan break list\n",
              std::make_shared<ListBreaks>());
  const auto removed = std::make_shared<RemoveBreak>();
  CLI::App* remove = add_command(*breaks, line, "rm", "Take a break back.",
                                 "  gradus plan break rm 2026-12-24\n", removed);
  remove->add_option("FROM", removed->from, "Its first day")->required()->type_name("DATE");
  add_what_if(*remove, removed->what_if);
}

void add_modules(CLI::App& plan, CommandLine& line) {
  CLI::App* module =
      plan.add_subcommand("module", "Put elective deep dives into their home weeks.");
  module->require_subcommand(1);
  module->fallthrough();
  const auto added = std::make_shared<AddModules>();
  CLI::App* add = add_command(*module, line, "add", "Add modules, or a whole bundle.",
                              "  gradus plan module add query-tuning\n"
                              "  gradus plan module add core --what-if\n",
                              added);
  add->add_option("MODULE", added->modules, "Ids of modules or bundles")
      ->required()
      ->type_name("ID...");
  add_what_if(*add, added->what_if);

  const auto removed = std::make_shared<RemoveModule>();
  CLI::App* remove = add_command(*module, line, "rm", "Take a module out again.",
                                 "  gradus plan module rm query-tuning\n", removed);
  remove->add_option("MODULE", removed->module, "Its id")->required()->type_name("ID");
  add_what_if(*remove, removed->what_if);

  add_command(*module, line, "list", "List the modules and bundles there are.",
              "  gradus plan module list\n", std::make_shared<ListModules>());
}

void add_plan(CLI::App& app, CommandLine& line) {
  const auto shown = std::make_shared<ShowPlan>();
  CLI::App* plan =
      add_command(app, line, "plan", "Show all weeks with their dates, or change them.",
                  "  gradus plan\n"
                  "  gradus plan --finish-by 2027-05-30\n"
                  "  gradus plan stretch sql --to 8 --what-if\n"
                  "  gradus plan break 2026-12-24 2027-01-02\n",
                  shown);
  plan->require_subcommand(0, 1);
  plan->add_option("--finish-by", shown->finish_by,
                   "Show the hours a week it takes to finish by then")
      ->type_name("DATE");
  plan->add_flag("--wide", shown->wide, "Draw the timeline twice as wide");

  add_reshape<CompressTier>(*plan, line, "compress",
                            "Take a tier in fewer weeks; it needs a placement.",
                            "  gradus plan compress sql --to 3\n");
  add_reshape<StretchTier>(*plan, line, "stretch", "Give a tier more weeks, with fewer hours each.",
                           "  gradus plan stretch sql --to 8\n");
  const auto available = std::make_shared<SetAvailability>();
  CLI::App* hours =
      add_command(*plan, line, "available", "Change your hours per weekday from today on.",
                  "  gradus plan available \"mon=1h@20:00,sat=4h@09:00:lab\"\n", available);
  hours->add_option("SPEC", available->spec, "DAY=DURATION[@HH:MM][:read|lab|review], …")
      ->required();
  add_what_if(*hours, available->what_if);
  add_breaks(*plan, line);
  add_modules(*plan, line);
}

void add_replan(CLI::App& app, CommandLine& line) {
  const auto request = std::make_shared<Replan>();
  CLI::App* replan =
      add_command(app, line, "replan", "Show three ways to go on after a slip, or take one.",
                  "  gradus replan\n"
                  "  gradus replan --max-hours 9\n"
                  "  gradus replan --apply extend --what-if\n",
                  request);
  replan
      ->add_option_function<std::string>(
          "--apply",
          [request](const std::string& word) { request->apply = plan::parse_strategy(word); },
          "extend: move the end; catch-up: more hours; trim: leave out what is optional")
      ->type_name("WAY")
      ->check(one_of({"extend", "catch-up", "trim"}));
  replan
      ->add_option("--max-hours", request->max_hours,
                   "The most hours a week to catch up with (default: the curriculum's limit)")
      ->type_name("H");
  add_what_if(*replan, request->what_if);
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
  add_plan(app, line);
  add_replan(app, line);
}

}  // namespace gradus::cli
