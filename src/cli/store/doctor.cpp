#include "gradus/report/checkup.hpp"
#include "gradus/store/examination.hpp"
#include "gradus/store/history.hpp"
#include "gradus/store/timer.hpp"
#include "gradus/store/tracks.hpp"
#include "gradus/store/verifications.hpp"
#include "gradus/text/plural.hpp"

#include "cli/store/examine_track.hpp"
#include "cli/store/requests.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

using report::Checkup;
using store::Finding;

// The folder that holds the store unless another is named: nobody else's files lie there.
std::filesystem::path own_folder(const Session& session) {
  return session.curricula.parent_path();
}

void examine_verifications(const store::Store& store, std::vector<Finding>& findings) {
  const auto count = store::stray_verifications(store);
  if (count == 0) return;
  findings.push_back({"foreign-key",
                      fmt::format("{} of `artefact verify` without the entry that was verified",
                                  text::counted(count, "result")),
                      store::Remedy::restore});
}

void examine_rows(const store::Store& store, calendar::Date today, std::vector<Finding>& findings) {
  try {
    for (const auto& name : store::track_names(store)) {
      for (auto& finding : examine_track(store, name, today))
        findings.push_back(std::move(finding));
    }
    (void)store::steps(store);
    (void)store::load_timer(store);
    examine_verifications(store, findings);
  } catch (const store::Error& failure) {
    findings.push_back({"value", failure.what(), store::Remedy::restore});
  }
}

// The rows are looked at as well, where that can be.
store::Examination look(const Session& session) {
  auto examination = store::examine(session.store, own_folder(session));
  if (examination.store) examine_rows(*examination.store, session.today, examination.findings);
  std::ranges::stable_sort(examination.findings, {}, &Finding::remedy);
  return examination;
}

// Whether an export may be worth a try: it ends at the first row that can't be read.
bool readable(const store::Examination& examination) {
  return examination.store.has_value() &&
         std::ranges::find(examination.findings, "value", &Finding::code) ==
             examination.findings.end();
}

Checkup::Remedy remedy_of(store::Remedy remedy) {
  switch (remedy) {
    case store::Remedy::mend:
      return Checkup::Remedy::fix;
    case store::Remedy::restore:
      return Checkup::Remedy::restore;
    case store::Remedy::by_hand:
      break;
  }
  return Checkup::Remedy::by_hand;
}

std::vector<Checkup::Finding> listed(const std::vector<Finding>& findings) {
  std::vector<Checkup::Finding> list;
  list.reserve(findings.size());
  for (const auto& [code, message, remedy, hint] : findings)
    list.push_back({code, message, remedy_of(remedy), hint});
  return list;
}

Checkup checkup_of(const store::Examination& examination, const Session& session) {
  Checkup checkup{.store = session.store.string(),
                  .findings = listed(examination.findings),
                  .readable = readable(examination)};
  checkup.backups.reserve(examination.backups.size());
  for (const auto& [file, fault] : examination.backups)
    checkup.backups.push_back({file.string(), fault});
  return checkup;
}

// What mending could not put right is for people to look at.
void hand_over(std::vector<Finding>& findings) {
  for (auto& finding : findings) {
    if (finding.remedy != store::Remedy::mend) continue;
    finding.remedy = store::Remedy::by_hand;
    finding.hint =
        "this could not be put right: are the file and its folder yours to write, and does no "
        "other program have the store open?";
  }
}

// Without what is wrong still.
std::vector<Finding> gone(std::vector<Finding> before, const std::vector<Finding>& after) {
  std::erase_if(before, [&](const Finding& finding) {
    return finding.remedy != store::Remedy::mend ||
           std::ranges::find(after, finding) != after.end();
  });
  return before;
}

ExitCode answer(const Checkup& checkup, bool newer, const Session& session) {
  if (session.json)
    session.answer(report::checkup_json(checkup));
  else
    session.answer(report::checkup_view(checkup));
  if (newer) return ExitCode::store;
  return checkup.findings.empty() ? ExitCode::done : ExitCode::no;
}

}  // namespace

ExitCode run(const CheckStore& request, Session& session) {
  auto before = look(session);
  if (!request.fix) return answer(checkup_of(before, session), before.newer, session);
  before.store.reset();  // it would keep the writer waiting
  store::mend(session.store, own_folder(session));
  auto after = look(session);
  const auto fixed = gone(std::move(before.findings), after.findings);
  hand_over(after.findings);
  auto checkup = checkup_of(after, session);
  checkup.fixed = listed(fixed);
  return answer(checkup, after.newer, session);
}

}  // namespace gradus::cli
