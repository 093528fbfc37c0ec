#include "gradus/calendar/span.hpp"

#include "cli/command.hpp"
#include "cli/recording_options.hpp"
#include "cli/study/requests.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

// In `gradus log yesterday 19:00-20:30 read` the time stands where the kind should.
std::string forgotten_quotes(const std::string& word) {
  if (!calendar::is_span(word)) return "";
  return fmt::format(
      "\"{}\" is a stretch of time: write it first, in one pair of quotes with its day, as in "
      "gradus log \"yesterday 19:00-20:30\" read",
      word);
}

void describe_log(Command& log, LogSession& request) {
  log.add_option("LENGTH", request.length, "50m, 1h30m, 1.5h or 1:30; or by the clock: 19:00-20:30")
      .required()
      .type_name("DURATION|RANGE");
  log.add_choice(
         "KIND", words(journal::session_kinds),
         [&request](const std::string& word) {
           request.kind = journal::parse_session_kind(word).value();
         },
         "What it was for; all but read count as hands-on", forgotten_quotes)
      .required();
  log.add_option("-t,--topic", request.topic, "A topic of the curriculum")
      .type_name("ID")
      .completes(Completion::topic);
  add_recording_options(log, request.recording);
}

void describe_solve(Command& solve, SolveProblem& request) {
  solve.add_option("TITLE", request.title, "The problem's name").required();
  solve.add_option("-t,--topic", request.topic, "A topic of the curriculum")
      .required()
      .type_name("ID")
      .completes(Completion::topic);
  solve
      .add_choice(
          "-d,--difficulty", words(curriculum::difficulties),
          [&request](const std::string& word) {
            request.difficulty = curriculum::parse_difficulty(word).value();
          },
          "How hard it is")
      .required();
  solve.add_option("-m,--minutes", request.minutes, "How long it took").required().type_name("N");
  solve.add_option("--attempts", request.attempts, "1: solved at the first try (default)")
      .type_name("N");
  solve.add_flag("--help-used", request.help_used, "A solution, a hint or a person helped");
  solve.add_option("--platform", request.platform, "Where it stands").type_name("NAME");
  solve.add_option("--url", request.url, "Its address").type_name("URL");
  solve.add_option("--language", request.language, "sql, python, …").type_name("NAME");
  add_recording_options(solve, request.recording);
}

void describe_artefact(Command& artefact) {
  artefact.add_command<AddArtefact>(
      "add", "Record a delivered artefact.",
      "  gradus artefact add w1-group-by --url https://gist.github.com/you/1\n"
      "  gradus artefact add \"My own dashboard\" --path ~/dashboard\n",
      [](Command& add, AddArtefact& request) {
        add.add_option("ARTEFACT", request.artefact,
                       "Its id in the curriculum, or a title of your own")
            .required()
            .completes(Completion::artefact);
        add.add_option("--url", request.url, "Where others can see it").type_name("URL");
        add.add_option("--path", request.path, "Where it lies on this machine").type_name("PATH");
        add_recording_options(add, request.recording);
      });
  artefact.add_command<ListArtefacts>("list", "List what the plan asks for and what was delivered.",
                                      "  gradus artefact list\n");
  artefact.add_command<VerifyArtefact>(
      "verify",
      "Look whether a delivered artefact's folder holds what the curriculum asks for: files, "
      "README, "
      "tests, commits, size. Runs nothing that lies there.",
      "  gradus artefact verify w10-package\n"
      "  gradus artefact verify w23-repo --path ~/portfolio\n"
      "  gradus artefact verify\n",
      [](Command& verify, VerifyArtefact& request) {
        verify
            .add_option("ARTEFACT", request.artefact,
                        "Its id in the curriculum; without it, all that were delivered with a path")
            .completes(Completion::artefact);
        verify
            .add_option("--path", request.path,
                        "The folder it lies in now; the delivery keeps it as its path")
            .type_name("PATH");
      });
}

void describe_interview(Command& interview, RecordInterview& request) {
  interview.add_option("AREA", request.area, "sql, python, system-design, …").required();
  interview.add_option("--score", request.score, "0 to 100").type_name("N");
  add_recording_options(interview, request.recording);
}

void describe_apply(Command& apply, RecordApplication& request) {
  apply.add_option("COMPANY", request.company, "Whom you applied to").required();
  apply.add_option("--role", request.role, "For which job").type_name("TEXT");
  apply.add_option("--status", request.status, "sent, interview, offer, …").type_name("TEXT");
  add_recording_options(apply, request.recording);
}

void describe_expense(Command& spend, RecordExpense& request) {
  spend.add_option("USD", request.usd, "How many US dollars").required();
  spend.add_option("TITLE", request.title, "What for").required();
  spend
      .add_choice(
          "--kind", words(journal::expense_kinds),
          [&request](const std::string& word) {
            request.kind = journal::parse_expense_kind(word).value();
          },
          "What kind of thing it is")
      .required();
  add_recording_options(spend, request.recording);
}

void describe_exam(Command& exam) {
  exam.add_command<AddMockExam>(
      "add", "Record a mock exam.",
      "  gradus exam add dea-c01 --score 74 --timed\n"
      "  gradus exam add dea-c01 --score 0.8 --domain security=0.6 --on yesterday\n",
      [](Command& add, AddMockExam& request) {
        add.add_option("EXAM", request.exam, "Its id").required();
        add.add_option("--score", request.score, "0 to 1, or a percentage up to 100")
            .required()
            .type_name("S");
        add.add_option("--domain", request.domains, "The score of one domain; may be repeated")
            .type_name("DOMAIN=S");
        add.add_flag("--timed", request.timed, "It was taken against the clock");
        add_recording_options(add, request.recording);
      });
}

void describe_run(Command& run, RecordRun& request) {
  run.add_choice(
         "RESULT", {"ok", "failed"},
         [&request](const std::string& word) { request.ok = word == "ok"; }, "How it ended")
      .required();
  run.add_option("PIPELINE", request.pipeline, "Its name").required();
  add_recording_options(run, request.recording);
}

}  // namespace

void add_study_commands(Command& gradus) {
  gradus.add_command<LogSession>("log", "Record study time.",
                                 "  gradus log 50m read\n"
                                 "  gradus log 1h30m lab --on yesterday --topic window-functions\n"
                                 "  gradus log \"yesterday 23:30-00:40\" read\n"
                                 "  gradus log 1:30 review --week w3 --note \"the self joins\"\n",
                                 describe_log);
  gradus.add_command<SolveProblem>("solve", "Record a solved problem.",
                                   "  gradus solve \"Top earners\" --topic window-functions "
                                   "--difficulty hard --minutes 7\n"
                                   "  gradus solve \"Trips and users\" --topic joins "
                                   "--difficulty medium --minutes 25 --attempts 2 --help-used\n",
                                   describe_solve);
  gradus.add_family("artefact", "Record, list and verify delivered artefacts.",
                    "  gradus artefact add w1-group-by --url https://gist.github.com/you/1\n"
                    "  gradus artefact list\n"
                    "  gradus artefact verify w10-package\n",
                    describe_artefact);
  gradus.add_command<RecordInterview>("interview", "Record a mock interview.",
                                      "  gradus interview sql --score 70\n"
                                      "  gradus interview system-design --note \"no time left\"\n",
                                      describe_interview);
  gradus.add_command<RecordApplication>(
      "apply", "Record a job application.",
      "  gradus apply \"Acme Ltd\" --role \"Data engineer\" --status sent\n", describe_apply);
  gradus.add_command<RecordExpense>("spend", "Record money spent on learning.",
                                    "  gradus spend 19.99 \"A book on joins\" --kind book\n"
                                    "  gradus spend 150 \"Exam fee\" --kind exam --on yesterday\n",
                                    describe_expense);
  gradus.add_family("exam", "Record mock exams.", "  gradus exam add dea-c01 --score 74 --timed\n",
                    describe_exam);
  gradus.add_command<RecordRun>("run", "Record a run of a pipeline of yours.",
                                "  gradus run ok nightly-etl\n"
                                "  gradus run failed nightly-etl --on yesterday\n",
                                describe_run);
}

}  // namespace gradus::cli
