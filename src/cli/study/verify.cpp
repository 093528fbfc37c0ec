#include "gradus/track/verify.hpp"

#include "gradus/evidence/verification.hpp"
#include "gradus/report/verification.hpp"
#include "gradus/store/entries.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/progress.hpp"
#include "cli/show.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

struct VerifyArtefact {
  std::optional<std::string> artefact;  // an id of the curriculum; every delivered one without it
  std::string path;                     // in place of the delivery's
};

void describe_verify(Command& verify, VerifyArtefact& request) {
  verify
      .add_option(
          "ARTEFACT", request.artefact,
          "The artefact's id in the curriculum (default: every artefact delivered with a path)")
      .completes(Completion::artefact);
  verify
      .add_option("--path", request.path,
                  "The artefact's folder now; stored as the delivery's path")
      .type_name("PATH");
}

// The folder that the learner wrote, as an absolute path: ~ is their home.
fs::path folder_of(const std::string& path, const Session& session) {
  const auto home = session.world.environment("HOME");
  if (home && (path == "~" || path.starts_with("~/")))
    return fs::path(*home + path.substr(1)).lexically_normal();
  return fs::absolute(path).lexically_normal();
}

// Nothing is wrong with that, but it may not be what was meant.
void warn_outside_home(const fs::path& folder, const Session& session) {
  const auto home = session.world.environment("HOME");
  if (!home || home->empty()) return;
  std::error_code none;
  const auto below =
      fs::weakly_canonical(folder, none).lexically_relative(fs::weakly_canonical(*home, none));
  if (!below.empty() && *below.begin() != "..") return;
  session.warn(
      fmt::format("{} is outside your home folder; it was checked all the same", folder.string()));
}

report::Verified look_at(const track::Delivery& delivery, const Session& session) {
  const auto& artefact = delivery.artefact;
  const fs::path folder = folder_of(delivery.path, session);
  const auto found = evidence::look_into(folder);
  warn_outside_home(folder, session);
  return {.artefact = artefact.id,
          .title = artefact.title,
          .entry = delivery.entry,
          .path = folder.string(),
          .at = session.now(),
          .result = evidence::verify(*artefact.verify, found, evidence::read_history(folder),
                                     delivery.window)};
}

// Stores what was found; with `moved`, also where the folders are now. Returns the last line.
std::string store_results(const std::vector<report::Verified>& list, bool moved,
                          const track::LoadedTrack& track, const Session& session) {
  auto store = store::Store::write(session.store);
  std::vector<std::string> words;
  words.reserve(list.size());
  for (const auto& verified : list) {
    const auto& result = verified.result;
    track::save(store, track, verified, report::checks_json(result), moved, session.world.clock());
    words.push_back(fmt::format(
        "{} as {}verified{} ({})", verified.artefact.text(), result.whole() ? "" : "not ",
        result.commit ? fmt::format(" at commit {}", report::short_commit(*result.commit)) : "",
        store::short_id(store, verified.entry)));
  }
  cli::commit(store,
              list.size() == 1 ? "artefact verify " + list.front().artefact.text()
                               : fmt::format("artefact verify ({} artefacts)", list.size()),
              session);
  return last_line(fmt::format("Recorded {}", fmt::join(words, ", ")), track.name, store);
}

// The curriculum has nothing to check for this artefact: the answer is no.
ExitCode nothing_to_verify(const curriculum::Artefact& artefact, const Session& session) {
  const auto words =
      fmt::format("The curriculum doesn't say what to check in {}: there is nothing to verify.",
                  artefact.id.text());
  if (session.json)
    session.answer(report::unverifiable_json(artefact.id, words));
  else
    session.answer_in_words(words + "\n");
  return ExitCode::no;
}

track::Deliveries read_deliveries(const Session& session) {
  return {store::Store::read(session.store), session.track, session.today};
}

ExitCode verify_one(const std::string& id, const std::string& path, const Session& session) {
  const auto deliveries = read_deliveries(session);
  const auto& track = deliveries.track();
  const auto& artefact = curriculum::find_artefact(track.curriculum, id);
  if (!artefact.verify) return nothing_to_verify(artefact, session);
  const auto delivery = deliveries.find(artefact, path);
  const auto verified = [&] {
    try {
      return look_at(delivery, session);
    } catch (const evidence::Error& failure) {
      throw Error(
          fmt::format("{}; nothing was changed", failure.what()),
          fmt::format("say where it is: gradus artefact verify {} --path DIR", artefact.id.text()));
    }
  }();
  const auto recorded = store_results({verified}, !path.empty(), track, session);
  session.show(verified);
  session.say(recorded);
  return verified.result.whole() ? ExitCode::done : ExitCode::no;
}

ExitCode verify_all(const Session& session) {
  const auto deliveries = read_deliveries(session);
  std::vector<report::Verified> list;
  bool all = true;
  const auto verifiable = deliveries.verifiable();
  Progress progress("verify", onlooker(session));
  for (double looked_at = 0; const auto& delivery : verifiable) {
    progress.tell({.share = looked_at++ / static_cast<double>(verifiable.size())});
    try {
      list.push_back(look_at(delivery, session));
      all = all && list.back().result.whole();
    } catch (const evidence::Error& failure) {
      progress.clear();
      session.warn(fmt::format("{}: {}; nothing is recorded for it", delivery.artefact.id.text(),
                               failure.what()));
      all = false;
    }
  }
  progress.clear();
  std::string recorded;
  if (!list.empty()) recorded = store_results(list, false, deliveries.track(), session);
  if (list.empty() && !session.json)
    session.answer_in_words(
        "Nothing was verified: no artefact that was delivered with a folder has anything to check "
        "in the curriculum.\n");
  else
    session.show(list);
  if (!recorded.empty()) session.say(recorded);
  return all ? ExitCode::done : ExitCode::no;
}

ExitCode run(const VerifyArtefact& request, Session& session) {
  if (request.artefact) return verify_one(*request.artefact, request.path, session);
  if (!request.path.empty())
    throw Error("--path is for one artefact, and none is named",
                fmt::format("gradus artefact verify ID --path {}", request.path));
  return verify_all(session);
}

}  // namespace

void add_verify(Command& artefact) {
  artefact.add_command<VerifyArtefact>(
      "verify",
      "Check that a delivered artefact's folder has what the curriculum asks for: files, README, "
      "tests, commits, size. Runs nothing in that folder.",
      "  gradus artefact verify w10-package\n"
      "  gradus artefact verify w23-repo --path ~/portfolio\n"
      "  gradus artefact verify\n",
      describe_verify);
}

}  // namespace gradus::cli
