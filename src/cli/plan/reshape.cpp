#include "cli/option_values.hpp"
#include "cli/plan/change.hpp"
#include "cli/plan/requests.hpp"

#include <fmt/format.h>

#include <utility>

namespace gradus::cli {
namespace {

int read_weeks(const std::string& text) {
  return static_cast<int>(read_number("--to", text, 1, 1000));
}

}  // namespace

ExitCode run(const CompressTier& request, Session& session) {
  const int weeks = read_weeks(request.to);
  auto store = open_for_change(session, request.what_if);
  const auto track = track::load(store, session.track);
  return apply_change({fmt::format("plan compress {} --to {}", request.tier, weeks),
                       track::compressed(track, store, request.tier, weeks), request.what_if},
                      track, store, session);
}

ExitCode run(const StretchTier& request, Session& session) {
  const int weeks = read_weeks(request.to);
  auto store = open_for_change(session, request.what_if);
  const auto track = track::load(store, session.track);
  return apply_change({fmt::format("plan stretch {} --to {}", request.tier, weeks),
                       track::stretched(track, request.tier, weeks), request.what_if},
                      track, store, session);
}

ExitCode run(const SetAvailability& request, Session& session) {
  auto store = open_for_change(session, request.what_if);
  const auto track = track::load(store, session.track);
  auto wanted = track::request_of(track);
  wanted.frame.available = calendar::Availability::parse(request.spec);
  wanted.frame.fit = request.fit.value_or(wanted.frame.fit);
  return apply_change({"plan available " + request.spec, std::move(wanted), request.what_if}, track,
                      store, session);
}

}  // namespace gradus::cli
