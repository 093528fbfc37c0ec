#include "exchange/read_csv_header.hpp"

#include "gradus/journal/fields.hpp"
#include "gradus/text/id.hpp"
#include "gradus/text/nearest.hpp"

#include "exchange/csv_times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace gradus::exchange {
namespace {

struct Synonyms {
  std::string_view field;
  std::vector<std::string_view> titles;
};

// The column titles in exports from LeetCode and the tools around it, as text::folded writes them.
const std::vector<Synonyms>& synonyms() {
  static const std::vector<Synonyms> all{
      {"title",
       {"problem", "problem-name", "problem-title", "question", "question-title", "question-name",
        "name"}},
      {"on",
       {"date", "date-solved", "solved-on", "solved-at", "solved-date", "last-solved", "completed",
        "completed-on", "completed-at", "date-completed", "submission-date", "submitted-at",
        "last-submitted", "timestamp", "time-submitted"}},
      {"topic",
       {"topics", "tag", "tags", "topic-tag", "topic-tags", "related-topics", "category",
        "pattern"}},
      {"difficulty", {"level", "difficulty-level"}},
      {"minutes",
       {"time", "time-min", "time-mins", "time-minutes", "time-taken", "time-taken-min",
        "time-taken-minutes", "time-spent", "time-spent-min", "time-spent-minutes", "mins", "min",
        "duration"}},
      {"attempts", {"attempt", "tries", "number-of-attempts", "submissions"}},
      {"help_used",
       {"help", "hint", "hints", "hint-used", "hints-used", "used-hint", "used-hints",
        "solution-viewed", "viewed-solution"}},
      {"platform", {"site", "judge"}},
      {"url", {"link", "problem-link", "problem-url", "question-link", "leetcode-link"}},
      {"language", {"lang"}},
      {"note", {"notes", "comment", "comments", "remarks"}},
      {solved_column, {"status", "state", "solved", "result", "verdict"}},
  };
  return all;
}

// The titles in the tables of time trackers: toggl's and clockify's detailed reports, wakadump's.
const std::vector<Synonyms>& time_synonyms() {
  static const std::vector<Synonyms> all{
      {"on", {"date", "day", "start-date"}},
      {start_column, {"start", "start-time", "started", "started-at", "from", "begin"}},
      {end_column, {"end", "end-time", "ended", "ended-at", "stop", "stop-time", "finish", "to"}},
      {end_day_column, {"end-date", "stop-date"}},
      {"minutes", {"duration", "duration-h", "time", "time-spent"}},
      {hours_column, {"hours", "duration-decimal", "duration-hours", "time-hours"}},
      {seconds_column, {"seconds", "duration-seconds", "total-logged-seconds"}},
      {"note", {"description", "notes", "comment"}},
      {tags_column, {"tags", "project", "task"}},
  };
  return all;
}

std::string synonym(const std::vector<Synonyms>& all, const std::string& title) {
  for (const auto& [field, titles] : all) {
    if (std::ranges::find(titles, title) != titles.end()) return std::string(field);
  }
  return {};
}

// "Help used" names help_used.
std::string field_named(const std::string& title) {
  std::string name = text::folded(title);
  std::ranges::replace(name, '-', '_');
  return std::ranges::find(csv_fields(), name) == csv_fields().end() ? std::string() : name;
}

// Of the possible separators, the one that occurs most often outside quotes; in doubt the comma.
char separator_of(std::string_view row) {
  std::array<std::pair<char, int>, 3> met{{{',', 0}, {';', 0}, {'\t', 0}}};
  bool quoted = false;
  for (const char c : row) {
    if (c == '"') quoted = !quoted;
    for (auto& [separator, times] : met) times += c == separator && !quoted ? 1 : 0;
  }
  return std::ranges::max_element(met, {}, &std::pair<char, int>::second)->first;
}

class HeaderReader {
 public:
  HeaderReader(const CsvRecords& row, const CsvWords& words, std::optional<char> separator)
      : row_(row), words_(words), named_(separator) {}

  CsvHeader read() && {
    split();
    take_words();
    take_names();
    take_key();
    header_.layout = words_.layout.value_or(apparent_layout());
    const bool of_problems = header_.layout == CsvLayout::problem_list;
    const auto type = words_.values.find("type");
    if (type != words_.values.end()) {
      leave_out_foreign(type->second);
    } else if (of_problems) {
      leave_out_foreign("problem");
    }
    if (of_problems) take_synonyms(synonyms());
    if (header_.layout == CsvLayout::time_table) take_synonyms(time_synonyms());
    refuse_unknown();
    for (std::size_t i = 0; i < titles_.size(); ++i) {
      const bool in_key = std::ranges::find(header_.key, i) != header_.key.end();
      if (header_.fields[i].empty() && !in_key) header_.left_out.push_back(titles_[i]);
    }
    return std::move(header_);
  }

 private:
  void split() {
    header_.separator = named_.value_or(separator_of(row_.text()));
    for (auto& cell : row_.cells(header_.separator)) titles_.push_back(std::move(cell));
    header_.fields.resize(titles_.size());
  }

  // What --map says; an empty title keeps the field from every column.
  void take_words() {
    for (const auto& [field, title] : words_.columns) {
      if (title.empty()) continue;
      give(column_of(title, field), field);
    }
  }

  // With a key, no column gives the id: one named so may hold anything.
  void take_key() {
    if (words_.key.empty()) return;
    if (const auto id = words_.columns.find("id");
        id != words_.columns.end() && !id->second.empty())
      throw row_.place().error("--key and --map id both say what makes an entry's id",
                               "keep one of them");
    for (const auto& title : words_.key) header_.key.push_back(column_of(title, "--key"));
    std::ranges::replace(header_.fields, std::string("id"), std::string());
  }

  [[nodiscard]] std::size_t column_of(const std::string& title, std::string_view purpose) const {
    const auto same = [wanted = text::folded(title)](const std::string& other) {
      return text::folded(other) == wanted;
    };
    auto found = std::ranges::find(titles_, title);
    if (found == titles_.end()) found = std::ranges::find_if(titles_, same);
    if (found == titles_.end()) {
      throw row_.place().error(fmt::format("there is no column \"{}\" for {}", title, purpose),
                               fmt::format("the header has {}", fmt::join(titles_, ", ")));
    }
    return static_cast<std::size_t>(found - titles_.begin());
  }

  // Whether the table holds reviews: beside a grade, a problem is what was reviewed.
  [[nodiscard]] bool has_grades() const {
    return std::ranges::any_of(titles_, [](const std::string& title) {
      return field_named(title) == curriculum::field::grade.name;
    });
  }

  void take_names() {
    const bool grades = has_grades();
    for (std::size_t i = 0; i < titles_.size(); ++i) {
      if (!header_.fields[i].empty()) continue;
      auto field = field_named(titles_[i]);
      if (grades && text::folded(titles_[i]) == curriculum::field::former_item)
        field = curriculum::field::item.name;
      if (!field.empty() && !words_.columns.contains(field)) give(i, field);
    }
  }

  void take_synonyms(const std::vector<Synonyms>& all) {
    for (std::size_t i = 0; i < titles_.size(); ++i) {
      if (!header_.fields[i].empty()) continue;
      const auto field = synonym(all, text::folded(titles_[i]));
      const bool free = field == tags_column || !given(field);
      if (!field.empty() && free && !words_.columns.contains(field)) header_.fields[i] = field;
    }
  }

  [[nodiscard]] CsvLayout apparent_layout() const {
    if (looks_like_problems()) return CsvLayout::problem_list;
    return looks_like_times() ? CsvLayout::time_table : CsvLayout::entries;
  }

  [[nodiscard]] bool looks_like_problems() const {
    const auto type = words_.values.find("type");
    if (given("type") || (type != words_.values.end() && type->second != "problem")) return false;
    const auto names = [&](const std::string& field) {
      return given(field) || std::ranges::any_of(titles_, [&](const std::string& title) {
               return synonym(synonyms(), text::folded(title)) == field;
             });
    };
    return names("title") && names("difficulty");
  }

  // Sessions by --type, or a start and an end.
  [[nodiscard]] bool looks_like_times() const {
    const auto type = words_.values.find("type");
    if (type != words_.values.end()) return type->second == "session";
    const auto names = [&](std::string_view field) {
      return std::ranges::any_of(titles_, [&](const std::string& title) {
        return synonym(time_synonyms(), text::folded(title)) == field;
      });
    };
    return !given("type") && names(start_column) && names(end_column);
  }

  void refuse_unknown() const {
    const auto empty = [](const std::string& field) { return field.empty(); };
    if (!std::ranges::all_of(header_.fields, empty)) return;
    throw row_.place().error("no column gives a field of an entry",
                             fmt::format("the header was read as {}; --map FIELD=COLUMN says what "
                                         "a column is",
                                         fmt::join(titles_, ", ")));
  }

  // Leaves out columns that entries of the type don't have.
  void leave_out_foreign(const std::string& type_name) {
    const auto type = curriculum::parse_entry_type(type_name);
    if (!type) return;
    const auto own = journal::field_names(*type);
    for (std::size_t i = 0; i < titles_.size(); ++i) {
      auto& field = header_.fields[i];
      if (std::ranges::find(own, field) != own.end() || words_.columns.contains(field)) continue;
      field.clear();
    }
  }

  [[nodiscard]] bool given(const std::string& field) const {
    return std::ranges::find(header_.fields, field) != header_.fields.end();
  }

  void give(std::size_t column, const std::string& field) {
    if (given(field)) {
      throw row_.place().error(fmt::format("two columns give {}", field),
                               fmt::format("say which one: --map {}=COLUMN", field));
    }
    if (!header_.fields[column].empty()) {
      throw row_.place().error(fmt::format("the column \"{}\" can't give both {} and {}",
                                           titles_[column], header_.fields[column], field),
                               "name it once in --map");
    }
    header_.fields[column] = field;
  }

  const CsvRecords& row_;
  const CsvWords& words_;
  std::optional<char> named_;
  std::vector<std::string> titles_;
  CsvHeader header_;
};

}  // namespace

CsvHeader read_header(const CsvRecords& row, const CsvWords& words, std::optional<char> separator) {
  return HeaderReader(row, words, separator).read();
}

std::optional<char> named_separator(const std::string& row) {
  constexpr std::string_view key = "sep=";
  if (row.size() != key.size() + 1 || text::folded(row.substr(0, 3)) != "sep" || row[3] != '=')
    return std::nullopt;
  return row.back();
}

}  // namespace gradus::exchange
