#include "gradus/calendar/lower.hpp"
#include "gradus/exchange/csv.hpp"
#include "gradus/exchange/study_tags.hpp"
#include "gradus/exchange/wakatime.hpp"
#include "gradus/text/nearest.hpp"

#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/exchange/import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

struct ImportCsv : Import {
  std::vector<std::string> map;               // FIELD=COLUMN,…
  std::vector<std::string> set;               // FIELD=VALUE,…
  std::string key;                            // COLUMN,…
  std::optional<curriculum::EntryType> type;  // of all rows
  std::optional<exchange::CsvLayout> layout;  // by the preset
  bool wakatime = false;                      // whose own export is no table
  std::optional<exchange::DateOrder> date_order;
};

exchange::DateOrder read_order(const Typed& typed) {
  if (const auto order = exchange::read_date_order(typed.text)) return *order;
  throw Error(fmt::format("--date-format \"{}\" is no order of day, month and year", typed.text),
              "write DD/MM/YYYY or MM/DD/YYYY");
}

void describe_import_csv(Command& csv, ImportCsv& request) {
  add_import_words(csv, request);
  csv.add_option("--map", request.map,
                 "The column for a field: title=Problem,on=Date; no COLUMN means none")
      .type_name("FIELD=COLUMN,...");
  csv.add_option("--set", request.set,
                 "The value of a field where no cell gives it: topic=joins,minutes=15")
      .type_name("FIELD=VALUE,...");
  csv.add_option("--key", request.key,
                 "The columns that tell the rows apart, such as ID: an entry keeps its id while "
                 "they stay the same")
      .type_name("COLUMN,...");
  csv.add_choice("--type", request.type, curriculum::entry_types,
                 "The type of the rows, if no column gives it");
  csv.add_choice(
      "--preset", {"leetcode", "leethub", "toggl", "clockify", "wakatime"},
      [&request](const std::string& word) {
        request.layout = word.starts_with("leet") ? exchange::CsvLayout::problem_list
                                                  : exchange::CsvLayout::time_table;
        request.wakatime = word == "wakatime";
      },
      "Understand the columns of lists of solved problems, or of a time tracker's detailed report");
  csv.add_option("--date-format", request.date_order, read_order,
                 "The order of days such as 03/04/2026")
      .type_name("DD/MM/YYYY|MM/DD/YYYY")
      .offers({"DD/MM/YYYY", "MM/DD/YYYY"});
}

using Pairs = std::map<std::string, std::string>;

// Adds "title=Problem,on=Date" by its fields. A part without = continues the text before it, so
// that a column may have a comma in its title. `what` is what the option needs after the =.
void add_pairs(Pairs& pairs, std::string_view option, std::string_view what,
               std::string_view text) {
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
      throw Error(fmt::format("{}: \"{}\" is not a field of an entry", option, field),
                  text::nearest_or_all(field, known));
    }
    const auto [added, is_new] = pairs.emplace(field, part.substr(equals + 1));
    if (!is_new)
      throw Error(fmt::format("{}: {} was given twice", option, field), "give each field once");
    last = &added->second;
  }
}

Pairs read_pairs(std::string_view option, std::string_view what,
                 const std::vector<std::string>& texts) {
  Pairs pairs;
  for (const auto& text : texts) add_pairs(pairs, option, what, text);
  return pairs;
}

std::vector<std::string> read_titles(std::string_view text) {
  std::vector<std::string> titles;
  while (!text.empty()) {
    const auto title = text.substr(0, text.find(','));
    text.remove_prefix(std::min(title.size() + 1, text.size()));
    if (!title.empty()) titles.emplace_back(title);
  }
  return titles;
}

// The value that --set gives a field; null for none.
const std::string* set_value(const exchange::CsvWords& words, const std::string& field) {
  const auto found = words.values.find(field);
  return found == words.values.end() ? nullptr : &found->second;
}

exchange::StudyTags wakatime_tags(const exchange::CsvWords& words) {
  exchange::StudyTags tags{.topics = words.topics};
  const auto* kind = set_value(words, "kind");
  if (kind == nullptr) return tags;
  const auto named = journal::parse_session_kind(lower(*kind));
  if (!named)
    throw Error(fmt::format("--set kind: \"{}\" is no kind of study", *kind),
                text::nearest_or_all(lower(*kind), cli::words(journal::session_kinds)));
  tags.kind = *named;
  return tags;
}

curriculum::TopicId wakatime_topic(const std::string& name, const exchange::CsvWords& words) {
  if (auto topic = exchange::topic_of(name, words.topics)) return *std::move(topic);
  std::vector<std::string> known;
  for (const auto& each : words.topics) known.push_back(each.id.text());
  throw Error(fmt::format("--set topic: \"{}\" is not a topic of the curriculum", name),
              text::nearest_or_all(name, known));
}

exchange::SetForAll wakatime_set(const exchange::CsvWords& words) {
  exchange::SetForAll set;
  if (const auto* topic = set_value(words, "topic")) set.topic = wakatime_topic(*topic, words);
  if (const auto* week = set_value(words, "week")) set.week = curriculum::WeekId(*week);
  if (const auto* note = set_value(words, "note")) set.note = *note;
  return set;
}

// What would say nothing about WakaTime's own export.
void refuse_words_of_tables(const ImportCsv& request, const exchange::CsvWords& words) {
  const auto refuse = [](bool given, const std::string& option) {
    if (given)
      throw Error(fmt::format("{} is for tables, and this file is WakaTime's own export: a session "
                              "for each project and day",
                              option),
                  "leave it out; --set kind, topic, note and week are understood");
  };
  refuse(!request.map.empty(), "--map");
  refuse(!request.key.empty(), "--key");
  refuse(request.date_order.has_value(), "--date-format");
  refuse(request.type.has_value(), "--type");
  constexpr std::array understood{"kind", "topic", "note", "week"};
  for (const auto& [field, value] : words.values)
    refuse(std::ranges::find(understood, field) == understood.end(), "--set " + field);
}

ExitCode run(const ImportCsv& request, Session& session) {
  exchange::CsvWords words{.columns = read_pairs("--map", "COLUMN", request.map),
                           .values = read_pairs("--set", "VALUE", request.set),
                           .key = read_titles(request.key),
                           .layout = request.layout,
                           .date_order = request.date_order,
                           .offset_of = local_offsets(session)};
  if (request.type) words.values["type"] = name_of(*request.type);
  const auto reader = [&](exchange::Source source, const track::LoadedTrack& track) {
    words.topics = track.curriculum.topics;
    if (request.wakatime && exchange::looks_like_json(source.in)) {
      refuse_words_of_tables(request, words);
      return exchange::read_wakatime(std::move(source), wakatime_tags(words), wakatime_set(words));
    }
    return exchange::read_csv(std::move(source), words);
  };
  return import_entries(request, exchange::Format::csv, reader, session);
}

}  // namespace

void add_import_csv(Command& import) {
  import.add_command<ImportCsv>(
      "csv", "A table with a header row, then one entry per row.",
      "  gradus import csv journal.csv\n"
      "  gradus import csv solved.csv --type problem --map title=Problem,on=Date\n"
      "  gradus import csv leetcode.csv --preset leetcode --set topic=joins,minutes=15\n",
      describe_import_csv);
}

}  // namespace gradus::cli
