#include "gradus/decisions/advice.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/decisions/advise/inputs.hpp"
#include "cli/decisions/keeping.hpp"
#include "cli/decisions/tables.hpp"
#include "cli/demand.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::cli {
namespace {

struct AdviseStack {
  std::optional<std::string> market;
  bool anyway = false;
  Keeping keeping;
};

void describe_stack(Command& stack, AdviseStack& request) {
  stack
      .add_option("--market", request.market, read_market,
                  "Where the employers are (default: the track's stack's)")
      .type_name("MARKET")
      .offers(known_certificates().markets);
  stack.add_flag("--anyway", request.anyway, "Weigh a switch even if the stack's weeks have begun");
  add_keeping_options(stack, request.keeping);
}

// Whether a tier has begun whose weeks a stack changes.
bool stack_has_begun(const curriculum::Curriculum& curriculum, const track::LoadedTrack& track) {
  return std::ranges::any_of(curriculum.tiers, [&](const curriculum::Tier& tier) {
    const bool differs = std::ranges::any_of(tier.weeks, [&](const curriculum::Week& week) {
      return std::ranges::any_of(curriculum.stacks, [&](const curriculum::Stack& stack) {
        return stack.weeks.contains(week.id);
      });
    });
    return differs && rules::state_of(track.states, tier.id) != rules::TierState::locked;
  });
}

ExitCode run(const AdviseStack& request, Session& session) {
  check_keeping(request.keeping);
  auto at_hand = track_at_hand(session);
  const auto curriculum = curriculum_with_stacks(at_hand, session);
  auto market = request.market;
  FromTrack from_track(at_hand, session.today);
  from_track.fill(market, "market", "market");
  if (!market)
    ask_for({{.name = "--market",
              .description = fmt::format("Where are the employers? {}",
                                         fmt::join(known_certificates().markets, ", ")),
              .give =
                  [&](const std::string& text) {
                    market = read_market(Typed{"--market", text, session});
                  }}},
            "gradus advise stack", "gradus advise stack --market us", session);
  const auto own = own_stack(at_hand);
  auto advice = decisions::advise_stack(
      curriculum, known_certificates(), find_table("starter-stack", session),
      {.market = market.value(),
       .own = own,
       .midway = own && stack_has_begun(curriculum, at_hand->track),
       .anyway = request.anyway});
  advice.from_track = from_track.filled();
  at_hand.reset();  // to keep an answer, the store must not be open
  return give_advice(advice, "stack", request.keeping, session);
}

}  // namespace

void add_advise_stack(Command& advise) {
  advise.add_command<AdviseStack>("stack", "Compare the stacks, and say which one suits a market.",
                                  "  gradus advise stack --market europe\n"
                                  "  gradus advise stack --market us --anyway --json\n",
                                  describe_stack);
}

}  // namespace gradus::cli
