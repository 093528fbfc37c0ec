#include "cli/commands.hpp"
#include "cli/plan/change.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

struct Reshape {
  std::string tier;
  int weeks = 0;  // its plan weeks from now on
  bool what_if = false;
};
struct CompressTier : Reshape {};
struct StretchTier : Reshape {};

void describe_reshape(Command& command, Reshape& request) {
  command.add_option("TIER", request.tier, "A tier's id").required().completes(Completion::tier);
  command
      .add_option("--to", request.weeks, whole_number(1, 1000),
                  "How many plan weeks it should take")
      .required()
      .type_name("N");
  add_what_if(command, request.what_if);
}

ExitCode run(const CompressTier& request, Session& session) {
  auto store = open_for_change(session, request.what_if);
  const auto track = track::load(store, session.track);
  return apply_change({fmt::format("plan compress {} --to {}", request.tier, request.weeks),
                       track::compressed(track, store, request.tier, request.weeks, session.today),
                       request.what_if},
                      track, store, session);
}

ExitCode run(const StretchTier& request, Session& session) {
  auto store = open_for_change(session, request.what_if);
  const auto track = track::load(store, session.track);
  return apply_change(
      {fmt::format("plan stretch {} --to {}", request.tier, request.weeks),
       track::stretched(track, store, request.tier, request.weeks, session.today), request.what_if},
      track, store, session);
}

}  // namespace

void add_compress(Command& plan) {
  plan.add_command<CompressTier>("compress", "Take a tier in fewer weeks; this needs a placement.",
                                 "  gradus plan compress sql --to 3\n", describe_reshape);
}

void add_stretch(Command& plan) {
  plan.add_command<StretchTier>("stretch", "Give a tier more weeks, with fewer hours each.",
                                "  gradus plan stretch sql --to 8\n", describe_reshape);
}

}  // namespace gradus::cli
