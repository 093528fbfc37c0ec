#include "gradus/store/examination.hpp"
#include "gradus/store/tracks.hpp"
#include "gradus/track/examine.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/odd_sessions.hpp"
#include "cli/show.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

struct CheckStore {
  bool fix = false;
};

void describe_doctor(Command& doctor, CheckStore& request) {
  doctor.add_flag(
      "--fix", request.fix,
      "Fix what is safe to fix: file modes, leftover copies, half-done changes, WAL mode and the "
      "tally; changes no entry");
}

using insight::Finding;
using insight::Remedy;

// The store's folder unless another is named: it holds no one else's files.
std::filesystem::path own_folder(const Session& session) {
  return session.curricula.parent_path();
}

// No damage: what log warns of too.
void warn_of_odd_days(const store::Store& store, const Session& session) {
  try {
    for (const auto& name : store::track_names(store))
      warn_of_odd_sessions(store, store::find_track(store, name).id, calendar::Date::first(),
                           calendar::Date::last(), session);
  } catch (const store::Error&) {
    return;  // unreadable rows are findings already
  }
}

// Its rows as well, where they can be read.
store::Examination look(const Session& session) {
  auto examination = store::examine(session.store, own_folder(session));
  if (examination.store) {
    auto of_rows = track::examine(*examination.store, session.known_time());
    std::ranges::move(of_rows, std::back_inserter(examination.findings));
    if (examination.findings.empty()) warn_of_odd_days(*examination.store, session);
  }
  std::ranges::stable_sort(examination.findings, {}, &Finding::remedy);
  return examination;
}

// Whether an export may be worth a try: it ends at the first row that can't be read.
bool readable(const store::Examination& examination) {
  return examination.store.has_value() &&
         std::ranges::find(examination.findings, "value", &Finding::code) ==
             examination.findings.end();
}

// What could not be fixed is left for a person to look at.
void hand_over(std::vector<Finding>& findings) {
  for (auto& finding : findings) {
    if (finding.remedy != Remedy::fix) continue;
    finding.remedy = Remedy::by_hand;
    finding.hint =
        "this could not be fixed: can you write to the file and its folder, and is the store "
        "closed "
        "in every other program?";
  }
}

// Without what is still wrong.
std::vector<Finding> gone(std::vector<Finding> before, const std::vector<Finding>& after) {
  std::erase_if(before, [&](const Finding& finding) {
    return finding.remedy != Remedy::fix || std::ranges::find(after, finding) != after.end();
  });
  return before;
}

ExitCode answer(store::Examination examination, std::vector<Finding> fixed,
                const Session& session) {
  const bool can_be_read = readable(examination);
  const insight::Checkup checkup{.store = session.store.file.string(),
                                 .fixed = std::move(fixed),
                                 .findings = std::move(examination.findings),
                                 .backups = std::move(examination.backups),
                                 .readable = can_be_read};
  session.show(checkup);
  if (examination.newer) return ExitCode::store;
  return checkup.findings.empty() ? ExitCode::done : ExitCode::no;
}

ExitCode run(const CheckStore& request, Session& session) {
  auto before = look(session);
  if (!request.fix) return answer(std::move(before), {}, session);
  before.store.reset();  // it would keep the writer waiting
  store::repair(session.store, own_folder(session));
  auto after = look(session);
  auto fixed = gone(std::move(before.findings), after.findings);
  hand_over(after.findings);
  return answer(std::move(after), std::move(fixed), session);
}

}  // namespace

void add_doctor(Command& gradus) {
  gradus.add_command<CheckStore>("doctor",
                                 "Check whether the store and its backups are sound (exit code 0) "
                                 "or not (1), and say what to do.",
                                 "  gradus doctor\n"
                                 "  gradus doctor --fix\n",
                                 describe_doctor);
}

}  // namespace gradus::cli
