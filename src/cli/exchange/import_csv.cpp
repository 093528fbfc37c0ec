#include "gradus/exchange/csv.hpp"
#include "gradus/text/nearest.hpp"

#include "cli/error.hpp"
#include "cli/exchange/import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace gradus::cli {
namespace {

// "title=Problem,on=Date" by its fields. A part without = goes on with the text before it, so that
// a column may have a comma in its title. `what` is what the option wants behind the =.
std::map<std::string, std::string> read_pairs(std::string_view option, std::string_view what,
                                              std::string_view text) {
  std::map<std::string, std::string> pairs;
  std::string* last = nullptr;
  while (!text.empty()) {
    const auto part = text.substr(0, text.find(','));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    const auto equals = part.find('=');
    if (equals == part.npos && last != nullptr) {
      *last += fmt::format(",{}", part);
      continue;
    }
    const std::string field(part.substr(0, equals));
    const auto& known = exchange::csv_fields();
    if (equals == part.npos) {
      const bool is_known = std::ranges::find(known, field) != known.end();
      throw Error(fmt::format("{}: \"{}\" has no =", option, field),
                  fmt::format("write {} {}={}", option, is_known ? field : "FIELD", what));
    }
    if (std::ranges::find(known, field) == known.end()) {
      throw Error(fmt::format("{}: \"{}\" is no field of an entry", option, field),
                  text::nearest_or_all(field, known));
    }
    const auto [added, is_new] = pairs.emplace(field, part.substr(equals + 1));
    if (!is_new)
      throw Error(fmt::format("{}: {} stands twice", option, field), "give each field once");
    last = &added->second;
  }
  return pairs;
}

}  // namespace

ExitCode run(const ImportCsv& request, Session& session) {
  exchange::CsvWords words{.columns = read_pairs("--map", "COLUMN", request.map),
                           .values = read_pairs("--set", "VALUE", request.set),
                           .problem_list = !request.preset.empty(),
                           .offset_of = local_offsets(session)};
  if (!request.type.empty()) words.values["type"] = request.type;
  const auto reader = [&](exchange::Source source, const track::LoadedTrack& track) {
    words.topics = track.curriculum.topics;
    return exchange::read_csv(std::move(source), words);
  };
  return import_entries(request, reader, session);
}

}  // namespace gradus::cli
