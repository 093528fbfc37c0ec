#include "gradus/evidence/verification.hpp"
#include "gradus/insight/tier_time.hpp"
#include "gradus/report/verification.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/store/tracks.hpp"
#include "gradus/store/verifications.hpp"

#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/study/requests.hpp"
#include "cli/track.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <variant>
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

// The days in which commits count: those of the artefact's tier, up to today.
evidence::Window window_of(const curriculum::Artefact& artefact, const insight::Track& track,
                           const insight::PassedOn& passed_on, calendar::Date today) {
  for (const auto& tier : track.curriculum.tiers) {
    for (const auto& week : tier.weeks) {
      const auto asks = std::ranges::find(week.artefacts, artefact.id, &curriculum::Artefact::id);
      if (asks != week.artefacts.end())
        return {insight::tier_began(track, tier.id, passed_on, today), today};
    }
  }
  return {track.plan.start, today};
}

// The newest delivery of the artefact.
const journal::Entry* delivery_of(const curriculum::ArtefactId& id,
                                  const std::vector<journal::Entry>& delivered) {
  const auto found = std::ranges::find_if(delivered, [&](const journal::Entry& entry) {
    return std::get<journal::Artefact>(entry.what).artefact == id;
  });
  return found == delivered.end() ? nullptr : &*found;
}

// A delivered artefact and the folder to look at.
struct Delivery {
  const curriculum::Artefact& artefact;
  journal::EntryId entry;
  std::string path;
};

// The track as it is stored. Looking at folders may take its time, and no writer is to wait for it.
struct Seen {
  explicit Seen(const Session& session) : Seen(store::Store::read(session.store), session) {}

  OpenTrack open;
  std::vector<journal::Entry> delivered;
  insight::PassedOn passed_on;

 private:
  Seen(const store::Store& store, const Session& session)
      : open(open_track(store, session)), delivered(store::delivered(store, open.id)) {
    for (const auto& passing : store::passings(store, open.id))
      passed_on.emplace(passing.tier, passing.on);
  }
};

report::Verified look_at(const Delivery& delivery, const Seen& seen, const Session& session) {
  const auto& artefact = delivery.artefact;
  const fs::path folder = folder_of(delivery.path, session);
  const auto found = evidence::look_into(folder);
  warn_outside_home(folder, session);
  return {.artefact = artefact.id,
          .title = artefact.title,
          .entry = delivery.entry,
          .path = folder.string(),
          .at = session.now(),
          .result = evidence::verify(
              *artefact.verify, found, evidence::read_history(folder),
              window_of(artefact, seen.open.track, seen.passed_on, session.today))};
}

// Marks the deliveries as verified or not, and keeps what was found; with `moved`, their folders as
// well. Gives the words for each.
std::vector<std::string> store_results(const std::vector<report::Verified>& list, bool moved,
                                       const OpenTrack& open, const Session& session) {
  auto store = store::Store::write(session.store);
  std::vector<std::string> words;
  words.reserve(list.size());
  for (const auto& verified : list) {
    const auto& commit = verified.result.commit;
    auto entry = store::find_entry(store, open.id, verified.entry.text());
    const auto before = entry;
    auto& what = std::get<journal::Artefact>(entry.what);
    what.verified = verified.result.whole();
    if (moved) what.path = verified.path;
    if (!journal::same_content(entry, before))
      entry.changed = journal::changed_after(before.changed, session.world.clock());
    store::replace_entry(store, open.id, entry);
    store::save_verification(store, {.entry = entry.id,
                                     .at = verified.at,
                                     .commit = commit,
                                     .result = report::checks_json(verified.result)});
    words.push_back(fmt::format(
        "{} as {}verified{} ({})", verified.artefact.text(), what.verified ? "" : "not ",
        commit ? fmt::format(" at commit {}", report::short_commit(*commit)) : "",
        store::short_id(store, entry.id)));
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

// Throws Error where there is no folder to look at.
Delivery delivery_with_folder(const curriculum::Artefact& artefact, const std::string& path,
                              const std::vector<journal::Entry>& delivered) {
  const auto* entry = delivery_of(artefact.id, delivered);
  const auto& id = artefact.id.text();
  if (entry == nullptr)
    throw Error(fmt::format("{} is not delivered yet", id),
                fmt::format("gradus artefact add {} --path {}", id, path.empty() ? "DIR" : path));
  if (!path.empty()) return {artefact, entry->id, path};
  const auto& stored = std::get<journal::Artefact>(entry->what).path;
  if (stored && !stored->empty()) return {artefact, entry->id, *stored};
  throw Error(fmt::format("{} was delivered without a path, and what is verified is a folder on "
                          "this machine",
                          id),
              fmt::format("gradus artefact verify {} --path DIR", id));
}

ExitCode verify_one(const VerifyArtefact& request, Session& session) {
  const Seen seen(session);
  const auto& artefact = curriculum::find_artefact(seen.open.track.curriculum, request.artefact);
  if (!artefact.verify) return nothing_to_verify(artefact, session);
  const auto delivery = delivery_with_folder(artefact, request.path, seen.delivered);
  const auto verified = [&] {
    try {
      return look_at(delivery, seen, session);
    } catch (const evidence::Error& failure) {
      throw Error(fmt::format("{}; nothing was changed", failure.what()),
                  fmt::format("say where it lies: gradus artefact verify {} --path DIR",
                              artefact.id.text()));
    }
  }();
  const auto words = store_results({verified}, !request.path.empty(), seen.open, session);
  if (session.json)
    session.answer(report::verified_json(verified));
  else
    session.answer(report::verified_view({verified}));
  say_recorded(words, session);
  return verified.result.whole() ? ExitCode::done : ExitCode::no;
}

// Every delivered artefact with a folder of which the curriculum says what to look for.
std::vector<Delivery> verifiable(const Seen& seen) {
  std::vector<Delivery> list;
  for (const auto& tier : seen.open.track.curriculum.tiers) {
    for (const auto& week : tier.weeks) {
      for (const auto& artefact : week.artefacts) {
        const auto* entry = artefact.verify ? delivery_of(artefact.id, seen.delivered) : nullptr;
        if (entry == nullptr) continue;
        const auto& path = std::get<journal::Artefact>(entry->what).path;
        if (path && !path->empty()) list.push_back({artefact, entry->id, *path});
      }
    }
  }
  return list;
}

ExitCode verify_all(Session& session) {
  const Seen seen(session);
  std::vector<report::Verified> list;
  bool all = true;
  for (const auto& delivery : verifiable(seen)) {
    try {
      list.push_back(look_at(delivery, seen, session));
      all = all && list.back().result.whole();
    } catch (const evidence::Error& failure) {
      session.warn(fmt::format("{}: {}; nothing is recorded of it", delivery.artefact.id.text(),
                               failure.what()));
      all = false;
    }
  }
  std::vector<std::string> words;
  if (!list.empty()) words = store_results(list, false, seen.open, session);
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
