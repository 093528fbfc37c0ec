#include "cli/command.hpp"
#include "cli/recording_options.hpp"
#include "cli/study/requests.hpp"

namespace gradus::cli {
namespace {

// The names of an enumeration's values, as the words of an option.
template <class Names>
std::vector<std::string> words(const Names& values) {
  std::vector<std::string> result;
  for (const auto value : values) result.emplace_back(name(value));
  return result;
}

void add_log(CLI::App& app, CommandLine& line) {
  const auto request = std::make_shared<LogSession>();
  CLI::App* log =
      add_command(app, line, "log", "Record study time.",
                  "  gradus log 50m read\n"
                  "  gradus log 1h30m lab --on yesterday --topic window-functions\n"
                  "  gradus log 1:30 review --week w3 --note \"redid the self joins\"\n",
                  request);
  log->add_option("DURATION", request->duration, "50m, 1h30m, 1.5h or 1:30")->required();
  log->add_option_function<std::string>(
         "KIND",
         [request](const std::string& word) {
           request->kind = journal::parse_session_kind(word).value();
         },
         "What it was for; all but read count as hands-on")
      ->required()
      ->check(one_of(words(journal::session_kinds)));
  log->add_option("--topic", request->topic, "A topic of the curriculum")->type_name("ID");
  add_recording_options(*log, request->recording);
}

void add_solve(CLI::App& app, CommandLine& line) {
  const auto request = std::make_shared<SolveProblem>();
  CLI::App* solve =
      add_command(app, line, "solve", "Record a solved problem.",
                  "  gradus solve \"Top earners\" --topic window-functions --difficulty hard "
                  "--minutes 7\n"
                  "  gradus solve \"Trips and users\" --topic joins --difficulty medium "
                  "--minutes 25 --attempts 2 --help-used\n",
                  request);
  solve->add_option("TITLE", request->title, "The problem's name")->required();
  solve->add_option("--topic", request->topic, "A topic of the curriculum")
      ->required()
      ->type_name("ID");
  solve
      ->add_option_function<std::string>(
          "--difficulty",
          [request](const std::string& word) {
            request->difficulty = curriculum::parse_difficulty(word).value();
          },
          "easy, medium or hard")
      ->required()
      ->type_name("LEVEL")
      ->check(one_of(words(curriculum::difficulties)));
  solve->add_option("--minutes", request->minutes, "How long it took")->required()->type_name("N");
  solve->add_option("--attempts", request->attempts, "1: solved at the first try (default)")
      ->type_name("N");
  solve->add_flag("--help-used", request->help_used, "A solution, a hint or a person helped");
  solve->add_option("--platform", request->platform, "Where it stands")->type_name("NAME");
  solve->add_option("--url", request->url, "Its address")->type_name("URL");
  solve->add_option("--language", request->language, "sql, python, …")->type_name("NAME");
  add_recording_options(*solve, request->recording);
}

void add_artefact(CLI::App& app, CommandLine& line) {
  CLI::App* artefact = app.add_subcommand("artefact", "Record and list delivered artefacts.");
  artefact->require_subcommand(1);
  artefact->fallthrough();
  const auto request = std::make_shared<AddArtefact>();
  CLI::App* add =
      add_command(*artefact, line, "add", "Record a delivered artefact.",
                  "  gradus artefact add w1-group-by --url https://gist.github.com/you/1\n"
                  "  gradus artefact add \"My own dashboard\" --path ~/dashboard\n",
                  request);
  add->add_option("ARTEFACT", request->artefact, "Its id in the curriculum, or a title of your own")
      ->required();
  add->add_option("--url", request->url, "Where others can see it")->type_name("URL");
  add->add_option("--path", request->path, "Where it lies on this machine")->type_name("PATH");
  add_recording_options(*add, request->recording);
  add_command(*artefact, line, "list", "List what the plan asks for and what was delivered.",
              "  gradus artefact list\n", std::make_shared<ListArtefacts>());
}

void add_interview(CLI::App& app, CommandLine& line) {
  const auto request = std::make_shared<RecordInterview>();
  CLI::App* interview = add_command(app, line, "interview", "Record a mock interview.",
                                    "  gradus interview sql --score 70\n"
                                    "  gradus interview system-design --note \"ran out of time\"\n",
                                    request);
  interview->add_option("AREA", request->area, "sql, python, system-design, …")->required();
  interview->add_option("--score", request->score, "0 to 100")->type_name("N");
  add_recording_options(*interview, request->recording);
}

void add_apply(CLI::App& app, CommandLine& line) {
  const auto request = std::make_shared<RecordApplication>();
  CLI::App* apply = add_command(app, line, "apply", "Record a job application.",
                                "  gradus apply \"Acme Ltd\" --role \"Data engineer\" "
                                "--status sent\n",
                                request);
  apply->add_option("COMPANY", request->company, "Whom you applied to")->required();
  apply->add_option("--role", request->role, "For which job")->type_name("TEXT");
  apply->add_option("--status", request->status, "sent, interview, offer, …")->type_name("TEXT");
  add_recording_options(*apply, request->recording);
}

void add_run(CLI::App& app, CommandLine& line) {
  const auto request = std::make_shared<RecordRun>();
  CLI::App* run = add_command(app, line, "run", "Record a run of a pipeline of yours.",
                              "  gradus run ok nightly-etl\n"
                              "  gradus run failed nightly-etl --on yesterday\n",
                              request);
  run->add_option_function<std::string>(
         "RESULT", [request](const std::string& word) { request->ok = word == "ok"; },
         "ok or failed")
      ->required()
      ->check(one_of({"ok", "failed"}));
  run->add_option("PIPELINE", request->pipeline, "Its name")->required();
  add_recording_options(*run, request->recording);
}

}  // namespace

void add_study_commands(CLI::App& app, CommandLine& line) {
  add_log(app, line);
  add_solve(app, line);
  add_artefact(app, line);
  add_interview(app, line);
  add_apply(app, line);
  add_run(app, line);
}

}  // namespace gradus::cli
