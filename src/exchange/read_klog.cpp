#include "gradus/exchange/klog.hpp"

#include "exchange/decode_entry.hpp"
#include "exchange/derived_id.hpp"
#include "exchange/klog_entry.hpp"
#include "exchange/lines.hpp"
#include "exchange/study_tags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::exchange {
namespace {

using calendar::Minutes;
using klog::Value;

constexpr std::array<std::string_view, 4> indentations{"    ", "   ", "  ", "\t"};

bool blank(std::string_view line) {
  return line.find_first_not_of(" \t") == line.npos;
}

struct Entry {
  std::size_t line;
  std::string words;  // for the value
  Value value;
  std::string first;    // line of the summary
  std::string summary;  // all of it
};

struct Record {
  calendar::Date on;
  std::string summary;
  std::vector<Entry> entries;
};

class KlogReader : public Reader {
 public:
  KlogReader(Source source, StudyTags tags, OffsetOf offset_of)
      : source_(std::move(source)),
        tags_(std::move(tags)),
        offset_of_(std::move(offset_of)),
        lines_(source_.in, source_.file) {}

  std::optional<Read> next() override {
    while (handed_out_ == ready_.size()) {
      if (!read_block()) return std::nullopt;
      ready_.clear();
      handed_out_ = 0;
      ready_ = sessions(read_record());
    }
    return std::move(ready_[handed_out_++]);
  }

 private:
  struct Line {
    std::size_t number;
    std::string text;
  };

  [[nodiscard]] Place at(std::size_t line) const { return {source_.file, line}; }

  // The lines up to the next blank one; false when there are none.
  bool read_block() {
    block_.clear();
    while (lines_.next()) {
      if (!blank(lines_.text())) {
        block_.push_back({lines_.place().line, lines_.text()});
      } else if (!block_.empty()) {
        break;
      }
    }
    return !block_.empty();
  }

  Record read_record() const {
    const auto& first = block_.front();
    const auto headline = klog::parse_headline(first.text);
    const auto on = headline ? calendar::Date::parse(headline->date) : std::nullopt;
    if (!on) {
      throw at(first.number)
          .error("a record has to begin here, with its date and perhaps a target: 2026-12-01 (8h!)",
                 "a blank line stands before each record and nowhere within one");
    }
    if (headline->target)
      source_.tell(at(first.number).says("the target was left out: the plan sets the hours here"));
    Record record{.on = *on, .summary = {}, .entries = {}};
    std::size_t next = 1;
    for (; next < block_.size() && !indented(block_[next].text); ++next)
      record.summary += (next == 1 ? "" : "\n") + block_[next].text;
    if (next < block_.size()) read_entries(record, next);
    return record;
  }

  static bool indented(std::string_view line) {
    return line.starts_with(' ') || line.starts_with('\t');
  }

  void read_entries(Record& record, std::size_t next) const {
    const std::string_view step = indentation(block_[next]);
    const std::string twice = fmt::format("{0}{0}", step);
    while (next < block_.size()) {
      record.entries.push_back(read_entry(block_[next], step));
      auto& summary = record.entries.back().summary;
      for (++next; next < block_.size() && block_[next].text.starts_with(twice); ++next)
        summary += (summary.empty() ? "" : "\n") + block_[next].text.substr(twice.size());
    }
  }

  std::string_view indentation(const Line& line) const {
    for (const auto step : indentations) {
      if (line.text.starts_with(step)) return step;
    }
    throw badly_indented(line);
  }

  Error badly_indented(const Line& line) const {
    return at(line.number)
        .error("the indentation is not that of the record's other entries",
               "klog indents an entry by 2 to 4 spaces or a tab, the same throughout a record");
  }

  Entry read_entry(const Line& line, std::string_view step) const {
    std::string_view rest = line.text;
    if (!rest.starts_with(step)) throw badly_indented(line);
    rest.remove_prefix(step.size());
    if (indented(rest)) throw badly_indented(line);
    const std::string_view text = rest;
    const auto value = klog::take_value(rest);
    if (!value) {
      throw at(line.number)
          .error(fmt::format("\"{}\" begins with no duration and no range of times", text),
                 "such as 1h30m, 8:00 - 9:15, <23:30 - 0:40 or 9:00 - ?");
    }
    const auto words = text.substr(0, text.size() - rest.size());
    if (!rest.empty()) rest.remove_prefix(1);
    return {.line = line.number,
            .words = std::string(words),
            .value = *value,
            .first = std::string(rest),
            .summary = std::string(rest)};
  }

  // The entries that become sessions, after what the record takes off.
  std::vector<Read> sessions(Record record) {
    take_off(record);
    std::vector<Read> reads;
    for (std::size_t i = 0; i < record.entries.size(); ++i) {
      const auto& entry = record.entries[i];
      if (entry.value.kind == Value::Kind::open_range) {
        source_.tell(
            at(entry.line)
                .says("the range is still open and was left out; close it and import again"));
      } else if (entry.value.minutes > Minutes{0}) {
        reads.push_back(session(record, entry, i == 0));
      } else if (entry.value.kind == Value::Kind::range || entry.words.front() != '-') {
        source_.tell(at(entry.line).says("no time is left of it; it was left out"));
      }
    }
    if (reads.empty() && record.entries.empty())
      source_.tell(at(block_.front().number).says("the record has no times and was left out"));
    return reads;
  }

  // Takes negative durations off the entries before them, the nearest first, then off those behind.
  void take_off(Record& record) const {
    auto& entries = record.entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].value.minutes >= Minutes{0}) continue;
      Minutes debt = -std::exchange(entries[i].value.minutes, Minutes{0});
      source_.tell(at(entries[i].line)
                       .says(fmt::format("{} was taken off the record's other entries",
                                         calendar::format_duration(debt))));
      const auto pay = [&](Entry& other) {
        const auto paid = std::clamp(other.value.minutes, Minutes{0}, debt);
        other.value.minutes -= paid;
        debt -= paid;
      };
      for (std::size_t before = i; before > 0; --before) pay(entries[before - 1]);
      for (std::size_t behind = i + 1; behind < entries.size(); ++behind) pay(entries[behind]);
      if (debt > Minutes{0}) {
        throw at(entries[i].line)
            .error(fmt::format("it takes off {} more than the record has",
                               calendar::format_duration(debt)),
                   "gradus records no negative time");
      }
    }
  }

  Read session(const Record& record, const Entry& entry, bool first) {
    const Place place = at(entry.line);
    // The record's tags hold for each of its entries, unless they say otherwise.
    const auto own = understand(klog::tags_in(entry.summary), tags_.topics, place);
    const auto shared = understand(klog::tags_in(record.summary), tags_.topics, place);
    const auto at = moment(record.on, entry.value);
    std::vector<std::string> note;
    if (first && !record.summary.empty()) note.push_back(record.summary);
    if (entry.value.kind == Value::Kind::range && !at) note.push_back(entry.words);
    if (!entry.summary.empty()) note.push_back(entry.summary);
    Read read{
        .entry = {.id = journal::EntryId::from_hash({}),
                  .on = record.on,
                  .at = at,
                  .note = fmt::format("{}", fmt::join(note, "\n")),
                  .what = journal::Session{.minutes = entry.value.minutes,
                                           .kind = own.kind ? *own.kind
                                                            : shared.kind.value_or(tags_.kind),
                                           .topic = own.topic ? own.topic : shared.topic}},
        .line = entry.line};
    check_entry(read.entry, place);
    read.entry.id = derived_id(
        fmt::format("klog {}\n{} {}", record.on.iso(), entry.words, entry.first), source_);
    return read;
  }

  // When a range began, if that was on the record's day: an entry has no other.
  std::optional<calendar::Moment> moment(calendar::Date on, const Value& value) const {
    if (value.kind != Value::Kind::range) return std::nullopt;
    if (value.start < Minutes{0} || value.start >= Minutes{24 * 60}) return std::nullopt;
    const calendar::TimeOfDay time{value.start};
    return calendar::Moment{on, time, offset_of_(on, time)};
  }

  Source source_;
  StudyTags tags_;
  OffsetOf offset_of_;
  Lines lines_;
  std::vector<Line> block_;
  std::vector<Read> ready_;  // of the record that was read last
  std::size_t handed_out_ = 0;
};

}  // namespace

std::unique_ptr<Reader> read_klog(Source source, StudyTags tags, OffsetOf offset_of) {
  return std::make_unique<KlogReader>(std::move(source), std::move(tags), std::move(offset_of));
}

}  // namespace gradus::exchange
