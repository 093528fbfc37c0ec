#include "gradus/calendar/lower.hpp"
#include "gradus/exchange/csv.hpp"
#include "gradus/text/id.hpp"

#include "exchange/csv_times.hpp"
#include "exchange/csv_value.hpp"
#include "exchange/decode_entry.hpp"
#include "exchange/derived_id.hpp"
#include "exchange/local_time.hpp"
#include "exchange/read_csv_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace gradus::exchange {
namespace {

using text::Node;

bool is_solved(std::string_view status) {
  constexpr std::array<std::string_view, 9> words{
      "accepted", "ac", "solved", "done", "yes", "true", "complete", "passed", "completed"};
  return std::ranges::find(words, text::folded(status)) != words.end();
}

bool blank(const std::string& cell) {
  return trimmed(cell).empty();
}

class CsvReader : public Reader {
 public:
  CsvReader(Source source, CsvWords words)
      : source_(std::move(source)), words_(std::move(words)), records_(source_.in, source_.file) {}

  std::optional<Read> next() override {
    if (over_ || (!begun_ && !begin())) return std::nullopt;
    while (records_.next()) {
      auto cells = records_.cells(header_.separator);
      if (std::ranges::all_of(cells, blank)) continue;  // as spreadsheets leave them behind
      key_ = key_of(cells);
      const auto row = read_row(std::move(cells));
      if (const auto* solved = find(row, solved_column); solved && !is_solved(*solved)) {
        source_.tell(
            records_.place().says(fmt::format("the problem is \"{}\" and was left out", *solved)));
        continue;
      }
      if (const auto* minutes = find(row, "minutes");
          header_.layout == CsvLayout::time_table && minutes && *minutes == "0") {
        source_.tell(records_.place().says("it takes less than a minute and was left out"));
        continue;
      }
      return decode(row);
    }
    return std::nullopt;
  }

 private:
  // Reads the header; false when there is none. After an error there is nothing more to read.
  bool begin() {
    begun_ = true;
    over_ = true;
    if (!records_.next()) return false;
    const auto separator = named_separator(records_.text());
    if (separator && !records_.next()) return false;
    header_ = read_header(records_, words_, separator);
    header_text_ = records_.text();
    over_ = false;
    if (header_.layout == CsvLayout::problem_list) {
      words_.values.try_emplace("type", "problem");
      words_.values.try_emplace("platform", "leetcode");
    }
    if (header_.layout == CsvLayout::time_table) {
      words_.values.try_emplace("type", "session");
      words_.values.try_emplace("kind", "read");
    }
    if (!header_.left_out.empty()) {
      source_.tell(records_.place().says(
          fmt::format("these columns match no field of an entry and were left out: {}",
                      fmt::join(header_.left_out, ", "))));
    }
    return true;
  }

  Row read_row(std::vector<std::string> cells) {
    if (cells.size() != header_.fields.size()) {
      throw records_.place().error(fmt::format("the row has {} cells, but the header has {}",
                                               cells.size(), header_.fields.size()),
                                   "quote any cell that has a comma or a line end in it");
    }
    Row row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!header_.fields[i].empty() && !cells[i].empty())
        row.emplace_back(header_.fields[i], std::move(cells[i]));
    }
    take_day(row, words_, records_.place());
    drop_foreign(row);
    said_ = times_as_read(row, words_, records_.place());
    take_times(row, words_, records_.place(),
               [&](const auto& said) { source_.tell(records_.place().says(said)); });
    for (const auto& [field, value] : words_.values) {
      if (find(row, field) == nullptr) row.emplace_back(field, value);
    }
    return row;
  }

  // Drops numbers that a list of problems has for ids, and unknown topics where --set gives one.
  // Reports each once.
  void drop_foreign(Row& row) {
    const auto drop = [&](std::string_view field, std::string_view why) {
      if (dropped_.insert(std::string(field)).second) {
        source_.tell(records_.place().says(
            fmt::format("{} \"{}\" {}, here and in similar rows", field, *find(row, field), why)));
      }
      std::erase_if(row, [&](const auto& cell) { return cell.first == field; });
    };
    const auto* id = find(row, "id");
    if (id != nullptr && header_.layout == CsvLayout::problem_list && !journal::EntryId::parse(*id))
      drop("id", "is not a UUID and was left out");
    const auto* topic = find(row, "topic");
    const auto instead = words_.values.find("topic");
    if (topic != nullptr && instead != words_.values.end() && !first_topic(*topic, words_.topics))
      drop("topic",
           fmt::format("is not one of the curriculum's: {} was used instead", instead->second));
  }

  Read decode(const Row& row) {
    const Place& place = records_.place();
    const auto* type_cell = find(row, "type");
    if (type_cell == nullptr)
      throw place.error("type is missing",
                        "say what the rows are with --type, such as --type session");
    const auto type = curriculum::parse_entry_type(lower(trimmed(*type_cell)));
    Node::Object object;
    for (const auto& [field, cell] : row) {
      if (field == solved_column) continue;
      auto value = type ? csv_value(*type, field, cell, words_, place) : Node(Node::Value(cell), 1);
      object.emplace_back(field, std::move(value));
    }
    const bool zoned = split_day(object);
    const bool week_is_empty = find(row, "week") == nullptr &&
                               std::ranges::find(header_.fields, "week") != header_.fields.end();
    if (week_is_empty) object.emplace_back("week", Node());
    const auto derive = [&](const journal::Entry& entry) {
      if (!key_.empty()) return keyed_id(Format::csv, key_, source_);
      return derived_id(Format::csv,
                        {.read = cells_as_read(entry.type()),
                         .spelt = fmt::format("{}\n{}", header_text_, records_.text())},
                        source_);
    };
    auto read = decode_entry(Node(Node::Value(std::move(object)), 1), place, derive, hint_for);
    read.zoned = zoned;
    return read;
  }

  // What the row's mapped cells say, however they are written. Values of --set are no part of it,
  // nor are the learner's zone and the curriculum's titles: they may change from one import to the
  // next.
  [[nodiscard]] std::string cells_as_read(curriculum::EntryType type) const {
    std::map<std::string, std::string> values;
    for (const auto& [field, cell] : said_) {
      if (field == "id" || field == "changed" || field == solved_column) continue;
      values[field] = as_read(type, field, cell);
    }
    std::string all = "csv";
    for (const auto& [field, value] : values) all += fmt::format("\n{}={}", field, value);
    return all;
  }

  [[nodiscard]] std::string as_read(curriculum::EntryType type, const std::string& field,
                                    const std::string& cell) const {
    if (field == "topic" || field == "type") return text::folded(cell);
    const auto value = csv_value(type, field, cell, words_, records_.place());
    if (value.kind() == Node::Kind::number) return fmt::format("{}", value.number());
    if (value.kind() == Node::Kind::flag) return value.flag() ? "true" : "false";
    return trimmed(value.kind() == Node::Kind::text ? value.text() : cell);
  }

  // Empty without --key.
  [[nodiscard]] std::string key_of(const std::vector<std::string>& cells) const {
    std::string key;
    bool says_nothing = true;
    for (const auto column : header_.key) {
      const auto cell = column < cells.size() ? trimmed(cells[column]) : std::string();
      says_nothing = says_nothing && cell.empty();
      key += fmt::format("{}\n", cell);
    }
    if (says_nothing && !header_.key.empty())
      throw records_.place().error("the cells that --key names are empty",
                                   "name columns that tell each row from all others");
    return key.empty() ? key : "csv key\n" + key;
  }

  static std::string hint_for(std::string_view field) {
    return fmt::format("--map {0}=COLUMN names its column, --set {0}=VALUE fills it in", field);
  }

  // "2026-12-01 19:30" in `on` gives `at` too, unless `at` has its own column. Returns whether its
  // offset is that of our time zone.
  bool split_day(Node::Object& object) const {
    const auto on = std::ranges::find(object, "on", &Node::Member::first);
    if (on == object.end()) return false;
    const auto text = with_t(on->second.text());
    auto moment = parse_moment(text);
    const bool zoned = static_cast<bool>(words_.offset_of);
    if (zoned)
      moment = moment ? local_moment(to_utc(*moment), words_.offset_of) : without_offset(text);
    if (!moment) return false;
    on->second = Node(Node::Value(moment->on.iso()), 1);
    if (std::ranges::find(object, "at", &Node::Member::first) != object.end()) return false;
    object.emplace_back("at", Node(Node::Value(moment->iso()), 1));
    return zoned;
  }

  std::optional<calendar::Moment> without_offset(const std::string& text) const {
    const auto moment = parse_moment(text + "Z");
    if (!moment) return std::nullopt;
    auto [local, skipped] = clock_time(moment->on, moment->time, words_.offset_of);
    if (!skipped.empty()) source_.tell(records_.place().says(skipped));
    return local;
  }

  Source source_;
  CsvWords words_;
  CsvRecords records_;
  bool begun_ = false;
  bool over_ = false;
  CsvHeader header_;
  std::string header_text_;
  std::string key_;                // of the row at hand
  Row said_;                       // what its mapped cells say
  std::set<std::string> dropped_;  // fields already reported
};

}  // namespace

std::unique_ptr<Reader> read_csv(Source source, CsvWords words) {
  return std::make_unique<CsvReader>(std::move(source), std::move(words));
}

}  // namespace gradus::exchange
