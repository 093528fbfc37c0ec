#include "gradus/calendar/duration.hpp"
#include "gradus/track/exam.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/show.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <string>

namespace gradus::cli {
namespace {

struct ShowExamStatus {
  std::optional<std::string> exam;
  std::optional<int> tenths;  // of the hours to divide
};

// "42", "10.5", "42h", "10h30m": whole tenths of an hour.
int read_tenths(const Typed& typed) {
  constexpr double most_hours = 10'000;
  constexpr double tenths_in_an_hour = 10;
  constexpr double minutes_in_a_tenth = 6;
  constexpr double rounding = 1e-6;
  double tenths = 0;
  try {
    const bool bare = typed.text.find_first_not_of("-0123456789.") == std::string::npos;
    tenths = bare ? read_decimal(typed, "42") * tenths_in_an_hour
                  : static_cast<double>(calendar::read_duration(typed.text).count()) /
                        minutes_in_a_tenth;
  } catch (const gradus::Error&) {
    tenths = 0;  // refused below, by the option's name
  }
  const bool whole = std::abs(tenths - std::round(tenths)) < rounding;
  if (whole && tenths > 0 && tenths <= most_hours * tenths_in_an_hour)
    return static_cast<int>(std::round(tenths));
  throw Error(fmt::format("{} \"{}\" is no number of hours to divide", typed.name, typed.text),
              "write hours with one decimal at most, from 0.1 to 10000, such as 42 or 10.5");
}

void describe_exam_status(Command& status, ShowExamStatus& request) {
  status
      .add_option("EXAM", request.exam,
                  "The exam's id (default: the curriculum's, or the stack's certificate)")
      .completes(Completion::exam);
  status
      .add_option("--hours", request.tenths, read_tenths,
                  "Divide so many hours of study (default: what the preparation takes)")
      .type_name("H");
}

ExitCode run(const ShowExamStatus& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto exam = track::find_exam(store, track, request.exam);
  const auto status = track::exam_status(store, track, exam, session.today, request.tenths);
  session.show(status);
  return status.readiness.ready() ? ExitCode::done : ExitCode::no;
}

}  // namespace

void add_exam_status(Command& exam) {
  exam.add_command<ShowExamStatus>(
      "status", "Say whether you are ready for the exam; exit code 1 means not yet.",
      "  gradus exam status\n"
      "  gradus exam status --hours 42\n"
      "  gradus exam status dea-c01 --json\n",
      describe_exam_status);
}

}  // namespace gradus::cli
