#include "store/entry_row.hpp"

#include "gradus/journal/title_key.hpp"

#include "store/tally.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::store {
namespace {

using namespace journal;

// The columns that every entry has; read_entry relies on their order.
constexpr std::string_view common_columns =
    "id, type, on_day, at, utc_offset, week, tier, note, changed";
constexpr int common_count = 9;

std::vector<std::string_view> fields_of(const What& what) {
  std::vector<std::string_view> names;
  const auto note_name = [&](std::string_view field, const auto&) { names.push_back(field); };
  std::visit([&](const auto& of_type) { of_type.fields(of_type, note_name); }, what);
  return names;
}

// `check` and `table` are also words of SQL.
std::string quoted(std::string_view column) {
  return fmt::format("\"{}\"", column);
}

// The fields of all types, each once.
const std::vector<std::string_view>& all_fields() {
  static const std::vector<std::string_view> all = [] {
    std::vector<std::string_view> names;
    for (const auto type : curriculum::entry_types) {
      for (const auto field : fields_of(blank(type))) {
        if (std::ranges::find(names, field) == names.end()) names.push_back(field);
      }
    }
    return names;
  }();
  return all;
}

int place_of_column(std::string_view field) {
  const auto found = std::ranges::find(all_fields(), field);
  return common_count + static_cast<int>(found - all_fields().begin());
}

struct FieldReader {
  const Statement& row;

  template <class Member>
  void operator()(std::string_view field, Member& member) const {
    member = row.get<Member>(place_of_column(field));
  }
};

std::optional<calendar::Moment> read_moment(const Statement& row, calendar::Date on) {
  const auto time = row.get<std::optional<TimeOfEntry>>(3);
  if (!time) return std::nullopt;
  return time->moment(on, row.get<Minutes>(4));
}

std::string insertion(const What& what, std::string_view table) {
  const auto fields = fields_of(what);
  std::string sql =
      fmt::format("INSERT INTO {} (seq, batch, tally, title_key, track, {}", table, common_columns);
  for (const auto field : fields) sql += ", " + quoted(field);
  sql += ") VALUES (?, ?, ?, ?, ?";
  for (std::size_t i = 0; i < common_count + fields.size(); ++i) sql += ", ?";
  return sql + ") ON CONFLICT (id) DO NOTHING";
}

std::optional<std::string> key_of(const Entry& entry) {
  const auto* const problem = std::get_if<Problem>(&entry.what);
  if (problem == nullptr) return std::nullopt;
  return title_key(problem->title);
}

}  // namespace

TimeOfEntry::TimeOfEntry(const Entry& entry) : since_midnight_(entry.at->time.since_midnight()) {
  if (entry.at->on != entry.on) since_midnight_ += calendar::day_length;
}

std::optional<TimeOfEntry> TimeOfEntry::parse(const std::string& text) {
  if (const auto time = calendar::TimeOfDay::parse(text))
    return TimeOfEntry(time->since_midnight());
  // 24:00 to 35:59.
  const bool later = text.size() == 5 && (text[0] == '2' || text[0] == '3') && text >= "24";
  if (!later || text[1] < '0' || text[1] > '9') return std::nullopt;
  const int hours = (text[0] - '0') * 10 + (text[1] - '0') - 24;
  const auto time = calendar::TimeOfDay::parse(fmt::format("{:02}{}", hours, text.substr(2)));
  if (!time || time->since_midnight() >= calendar::latest_day_start) return std::nullopt;
  return TimeOfEntry(time->since_midnight() + calendar::day_length);
}

std::string TimeOfEntry::text() const {
  const auto minutes = since_midnight_.count();
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

calendar::Moment TimeOfEntry::moment(calendar::Date day, Minutes offset) const {
  const bool next = since_midnight_ >= calendar::day_length;
  return {next ? day + calendar::Days{1} : day,
          calendar::TimeOfDay{next ? since_midnight_ - calendar::day_length : since_midnight_},
          offset};
}

const std::string& entry_columns() {
  static const std::string columns = [] {
    std::string names(common_columns);
    for (const auto field : all_fields()) names += ", " + quoted(field);
    return names;
  }();
  return columns;
}

Entry read_entry(const Statement& row) {
  const auto on = row.get<calendar::Date>(2);
  Entry entry{.id = row.get<EntryId>(0),
              .on = on,
              .at = read_moment(row, on),
              .week = row.get<std::optional<curriculum::WeekId>>(5),
              .tier = row.get<std::optional<curriculum::TierId>>(6),
              .note = row.get<std::string>(7),
              .changed = row.get<calendar::Instant>(8),
              .what = blank(row.get<curriculum::EntryType>(1))};
  std::visit([&](auto& what) { what.fields(what, FieldReader{row}); }, entry.what);
  return entry;
}

bool insert_entry(const Store& store, TrackId track, const Entry& entry, const RowMarks& marks,
                  std::string_view table) {
  std::optional<TimeOfEntry> at;
  std::optional<Minutes> utc_offset;
  if (entry.at) {
    at.emplace(entry);
    utc_offset = entry.at->offset;
  }
  std::optional<std::int64_t> group;
  if (table == entry_table) group = group_of(store, track, entry);
  Statement statement(store, insertion(entry.what, table), marks.seq, marks.batch, group,
                      key_of(entry), track, entry.id, entry.type(), entry.on, at, utc_offset,
                      entry.week, entry.tier, entry.note, entry.changed);
  const auto bind = [&](std::string_view, const auto& member) { statement.bind(member); };
  std::visit([&](const auto& what) { what.fields(what, bind); }, entry.what);
  return statement.run() == 1;
}

}  // namespace gradus::store
