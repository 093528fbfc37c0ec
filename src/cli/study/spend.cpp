#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/recording.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

struct RecordExpense {
  Recording recording;
  std::optional<curriculum::Usd> usd;
  std::string title;
  journal::ExpenseKind kind = journal::ExpenseKind::other;
};

curriculum::Usd read_usd(const Typed& typed) {
  if (const auto usd = curriculum::Usd::of(read_decimal(typed, "19.99"))) return *usd;
  throw Error(
      fmt::format("{} \"{}\" is not an amount of dollars and cents", typed.name, typed.text),
      "such as gradus spend 19.99 \"A book\" --kind book");
}

void describe_spend(Command& spend, RecordExpense& request) {
  spend.add_option("USD", request.usd, read_usd, "Amount in US dollars").required();
  spend.add_option("TITLE", request.title, "What you paid for").required();
  spend.add_choice("--kind", request.kind, journal::expense_kinds, "Category").required();
  add_recording_options(spend, request.recording);
}

ExitCode run(const RecordExpense& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const journal::Expense what{
      .usd = request.usd.value(), .kind = request.kind, .title = request.title};
  return record(store, track, new_entry(request.recording, what, session), session);
}

}  // namespace

void add_spend(Command& gradus) {
  gradus.add_command<RecordExpense>("spend", "Record money spent on learning.",
                                    "  gradus spend 19.99 \"A book on joins\" --kind book\n"
                                    "  gradus spend 150 \"Exam fee\" --kind exam --on yesterday\n",
                                    describe_spend);
}

}  // namespace gradus::cli
