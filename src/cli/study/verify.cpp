#include "gradus/track/verify.hpp"

#include "gradus/evidence/verification.hpp"
#include "gradus/report/verification.hpp"
#include "gradus/store/entries.hpp"

#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/study/requests.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

// The folder as the learner wrote it, seen from here: ~ is their home.
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
  session.warn(fmt::format("{} lies outside your home folder; it was looked at all the same",
                           folder.string()));
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

// Keeps what was found; with `moved`, where the folders are as well. Gives the words for each.
std::vector<std::string> store_results(const std::vector<report::Verified>& list, bool moved,
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
  return words;
}

void say_recorded(const std::vector<std::string>& words, const Session& session) {
  session.say(fmt::format("Recorded {}. Take it back: gradus undo", fmt::join(words, ", ")));
}

// What is asked of the artefact can't be looked for: said as the answer, which is no.
ExitCode nothing_to_verify(const curriculum::Artefact& artefact, const Session& session) {
  const auto words =
      fmt::format("The curriculum does not say what to look for in {}: there is nothing to verify.",
                  artefact.id.text());
  if (session.json)
    session.answer(report::unverifiable_json(artefact.id, words));
  else
    session.answer(words + "\n");
  return ExitCode::no;
}

track::Deliveries read_deliveries(const Session& session) {
  return {store::Store::read(session.store), session.track, session.today};
}

ExitCode verify_one(const VerifyArtefact& request, Session& session) {
  const auto deliveries = read_deliveries(session);
  const auto& track = deliveries.track();
  const auto& artefact = curriculum::find_artefact(track.curriculum, request.artefact);
  if (!artefact.verify) return nothing_to_verify(artefact, session);
  const auto delivery = deliveries.find(artefact, request.path);
  const auto verified = [&] {
    try {
      return look_at(delivery, session);
    } catch (const evidence::Error& failure) {
      throw Error(fmt::format("{}; nothing was changed", failure.what()),
                  fmt::format("say where it lies: gradus artefact verify {} --path DIR",
                              artefact.id.text()));
    }
  }();
  const auto words = store_results({verified}, !request.path.empty(), track, session);
  if (session.json)
    session.answer(report::verified_json(verified));
  else
    session.answer(report::verified_view({verified}));
  say_recorded(words, session);
  return verified.result.whole() ? ExitCode::done : ExitCode::no;
}

ExitCode verify_all(Session& session) {
  const auto deliveries = read_deliveries(session);
  std::vector<report::Verified> list;
  bool all = true;
  for (const auto& delivery : deliveries.verifiable()) {
    try {
      list.push_back(look_at(delivery, session));
      all = all && list.back().result.whole();
    } catch (const evidence::Error& failure) {
      session.warn(fmt::format("{}: {}; nothing is recorded of it", delivery.artefact.id.text(),
                               failure.what()));
      all = false;
    }
  }
  std::vector<std::string> words;
  if (!list.empty()) words = store_results(list, false, deliveries.track(), session);
  if (session.json)
    session.answer(report::verified_json(list));
  else if (list.empty())
    session.answer(
        "Nothing was verified: no artefact with a folder is delivered of which the curriculum says "
        "what to look for.\n");
  else
    session.answer(report::verified_view(list));
  if (!words.empty()) say_recorded(words, session);
  return all ? ExitCode::done : ExitCode::no;
}

}  // namespace

ExitCode run(const VerifyArtefact& request, Session& session) {
  if (!request.artefact.empty()) return verify_one(request, session);
  if (!request.path.empty())
    throw Error("--path is for one artefact, and none is named",
                fmt::format("gradus artefact verify ID --path {}", request.path));
  return verify_all(session);
}

}  // namespace gradus::cli
