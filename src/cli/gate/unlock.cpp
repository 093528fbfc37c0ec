#include "gradus/report/explanation.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/store/tracks.hpp"
#include "gradus/text/plural.hpp"

#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/gate/explain.hpp"
#include "cli/gate/requests.hpp"
#include "cli/recording.hpp"
#include "cli/track.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

// The tier to pass. Throws rules::Error unless it is the open one.
const curriculum::Tier& choose_tier(const UnlockTier& request, const insight::Track& track) {
  const auto* open = rules::open_tier(track.curriculum, track.states);
  const auto* wanted =
      request.tier.empty() ? open : &curriculum::find_tier_in_force(track.curriculum, request.tier);
  if (wanted == nullptr)
    throw rules::Error("every tier is passed already; there is nothing left to unlock",
                       "gradus ready shows the closing check, gradus report the whole way");
  if (wanted == open) return *wanted;
  if (rules::state_of(track.states, wanted->id) == rules::TierState::passed)
    throw rules::Error(fmt::format("{} is passed already; nothing was changed", wanted->id.text()),
                       "gradus unlock passes the open tier");
  throw rules::Error(
      fmt::format("{} is locked: {} comes first", wanted->id.text(), open->id.text()),
      fmt::format("gradus ready {} shows what is missing", open->id.text()));
}

// Tiers are passed one after the other, and so are their days in order.
calendar::Date read_passing_day(const std::string& text, const store::Store& store,
                                const OpenTrack& open, const Session& session) {
  const auto day = read_day(text, session);
  for (const auto& passing : store::passings(store, open.id)) {
    if (passing.on <= day) continue;
    throw Error(
        fmt::format("{} was passed on {}, after {}", passing.tier.text(), passing.on.iso(),
                    day.iso()),
        fmt::format("name that day or a later one: gradus unlock --on {}", passing.on.iso()));
  }
  return day;
}

void show(const rules::Verdict& verdict, const Session& session) {
  if (session.json)
    session.answer(report::verdict_json(verdict));
  else
    session.answer(report::verdict_view(verdict));
}

// What a gate that only warns lets by.
std::string unmet_text(const rules::Verdict& verdict) {
  std::vector<std::string> ids;
  for (const auto& criterion : verdict.criteria) {
    if (criterion.status == rules::Status::fail || criterion.status == rules::Status::unknown)
      ids.push_back(criterion.id.text());
  }
  return fmt::format("{} is passed with {} unmet: {}", verdict.tier,
                     text::counted(ids.size(), "criterion", "criteria"), fmt::join(ids, ", "));
}

}  // namespace

ExitCode run(const UnlockTier& request, Session& session) {
  auto store = store::Store::write(session.store);
  const OpenTrack open = open_track(store, session);
  const auto& tier = choose_tier(request, open.track);
  const auto day = read_passing_day(request.on, store, open, session);
  const auto as_of = request.on.empty() ? rules::AsOf{day} : rules::AsOf{day, day};
  const auto gate = explain_gate(store, open, &tier, as_of);
  if (!gate.verdict.ready && open.gate == rules::GateMode::block) {
    show(gate.verdict, session);
    throw rules::Error(
        fmt::format("{} is not passed: {}", tier.id.text(), report::met_text(gate.verdict)),
        fmt::format("meet the others first; gradus ready {} shows them", tier.id.text()));
  }

  auto verdict = report::with_evidence(gate);
  verdict.state = rules::TierState::passed;
  const auto* next = rules::next_tier(open.track.curriculum, open.track.states, tier.id);
  std::optional<curriculum::TierId> opened;
  if (next != nullptr) opened = next->id;
  store::pass_tier(store, open.id, {tier.id, day, report::verdict_json(verdict)}, opened);
  commit(store, fmt::format("unlock {}", tier.id.text()), session);

  if (!verdict.ready) session.warn(unmet_text(verdict));
  if (session.json) {
    session.answer(report::verdict_json(verdict));
    return ExitCode::done;
  }
  session.say(fmt::format("Passed {}: {}.", tier.title, report::met_text(verdict)));
  session.say(next == nullptr ? "That was the last tier. Take it back: gradus undo"
                              : fmt::format("Opened {} ({}). Take it back: gradus undo",
                                            next->id.text(), next->title));
  return ExitCode::done;
}

}  // namespace gradus::cli
