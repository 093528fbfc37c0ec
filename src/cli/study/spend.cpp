#include "gradus/track/track.hpp"

#include "cli/error.hpp"
#include "cli/option_values.hpp"
#include "cli/recording.hpp"
#include "cli/study/requests.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

curriculum::Usd read_usd(const std::string& text) {
  const auto dollars = read_decimal("USD", text, "19.99");
  if (const auto usd = curriculum::Usd::of(dollars)) return *usd;
  throw Error(fmt::format("USD \"{}\" is not an amount of dollars and cents", text),
              "such as gradus spend 19.99 \"A book\" --kind book");
}

}  // namespace

ExitCode run(const RecordExpense& request, Session& session) {
  const journal::Expense what{
      .usd = read_usd(request.usd), .kind = request.kind, .title = request.title};
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  return record(store, track, new_entry(request.recording, what, session), session);
}

}  // namespace gradus::cli
