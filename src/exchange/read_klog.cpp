#include "gradus/exchange/klog.hpp"

#include "exchange/decode_entry.hpp"
#include "exchange/derived_id.hpp"
#include "exchange/klog_record.hpp"
#include "exchange/local_time.hpp"
#include "exchange/study_tags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace gradus::exchange {
namespace {

using calendar::Minutes;
using klog::Record;
using klog::Value;

class KlogReader : public Reader {
 public:
  KlogReader(Source source, StudyTags tags, calendar::OffsetOf offset_of)
      : source_(std::move(source)),
        tags_(std::move(tags)),
        offset_of_(std::move(offset_of)),
        records_(source_.in, source_.file) {}

  std::optional<Read> next() override {
    while (handed_out_ == ready_.size()) {
      ready_.clear();
      handed_out_ = 0;
      auto record = records_.next();
      if (!record) return std::nullopt;
      ready_ = sessions(*std::move(record));
    }
    return std::move(ready_[handed_out_++]);
  }

 private:
  [[nodiscard]] Place at(std::size_t line) const { return {source_.file, line}; }

  // The entries that become sessions, after the record's negative durations are subtracted.
  std::vector<Read> sessions(Record record) {
    if (record.target)
      source_.tell(at(record.line).says("the target was left out: the plan sets the hours here"));
    subtract(record);
    std::vector<Read> reads;
    for (std::size_t i = 0; i < record.entries.size(); ++i) {
      const auto& entry = record.entries[i];
      auto id = id_of(record.on, entry);
      if (entry.value.kind == Value::Kind::open_range) {
        source_.tell(
            at(entry.line)
                .says("the range is still open and was left out; close it and import again"));
      } else if (entry.value.minutes > Minutes{0}) {
        reads.push_back(session(record, entry, std::move(id), i == 0));
      } else if (entry.value.kind == Value::Kind::range || entry.words.front() != '-') {
        source_.tell(at(entry.line).says("no time is left, so it was left out"));
      }
    }
    if (reads.empty() && record.entries.empty())
      source_.tell(at(record.line).says("the record has no times and was left out"));
    const bool any_that_day =
        std::ranges::any_of(reads, [&](const Read& read) { return read.entry.on == record.on; });
    if (!any_that_day && source_.empty_day) source_.empty_day(record.on);
    return reads;
  }

  // Subtracts negative durations from the entries before them, the nearest first, then from those
  // after.
  void subtract(Record& record) const {
    auto& entries = record.entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].value.minutes >= Minutes{0}) continue;
      Minutes debt = -std::exchange(entries[i].value.minutes, Minutes{0});
      source_.tell(at(entries[i].line)
                       .says(fmt::format("{} was subtracted from the record's other entries",
                                         calendar::format_duration(debt))));
      const auto pay = [&](klog::Entry& other) {
        const auto paid = std::clamp(other.value.minutes, Minutes{0}, debt);
        other.value.minutes -= paid;
        debt -= paid;
      };
      for (std::size_t before = i; before > 0; --before) pay(entries[before - 1]);
      for (std::size_t behind = i + 1; behind < entries.size(); ++behind) pay(entries[behind]);
      if (debt > Minutes{0}) {
        throw at(entries[i].line)
            .error(fmt::format("it subtracts {} more than the record has",
                               calendar::format_duration(debt)),
                   "gradus can't record negative time");
      }
    }
  }

  // By the day and the start, or the place among the day's durations: all else may be rewritten.
  journal::EntryId id_of(calendar::Date on, const klog::Entry& entry) const {
    const auto& value = entry.value;
    const auto place = value.kind == Value::Kind::duration ? std::string("duration")
                                                           : fmt::format("{}", value.start.count());
    return derived_id(Format::klog,
                      {.read = fmt::format("klog {} {}", on.iso(), place),
                       .spelt = fmt::format("klog {}\n{} {}", on.iso(), entry.words, entry.first)},
                      source_);
  }

  Read session(const Record& record, const klog::Entry& entry, journal::EntryId id, bool first) {
    const Place place = at(entry.line);
    // The record's tags apply to each of its entries, unless they say otherwise.
    const auto own = understand(klog::tags_in(entry.summary), tags_.topics, place);
    const auto shared = understand(klog::tags_in(record.summary), tags_.topics, place);
    const auto at = moment(record.on, entry.value, place);
    std::vector<std::string> note;
    if (first && !record.summary.empty()) note.push_back(record.summary);
    if (!entry.summary.empty()) note.push_back(entry.summary);
    const auto on = at ? at->on : record.on;
    Read read{
        .entry = {.id = std::move(id),
                  .on = on,
                  .at = at,
                  .note = fmt::format("{}", fmt::join(note, "\n")),
                  .what = journal::Session{.minutes = entry.value.minutes,
                                           .kind = own.kind ? *own.kind
                                                            : shared.kind.value_or(tags_.kind),
                                           .topic = own.topic ? own.topic : shared.topic}},
        .line = entry.line,
        .zoned = at.has_value(),
        .holds_day = on == record.on};
    check_entry(read.entry, place);
    return read;
  }

  // When a range began: "<23:00" on the day before the record's, "1:00>" and "24:00" on the next.
  std::optional<calendar::Moment> moment(calendar::Date record, const Value& value,
                                         const Place& place) const {
    if (value.kind != Value::Kind::range) return std::nullopt;
    const auto days = std::chrono::floor<calendar::Days>(value.start);
    if (days < calendar::Date::first() - record || days > calendar::Date::last() - record)
      throw place.error("it begins on a day that the calendar doesn't have",
                        "days run from 0001-01-01 to 9999-12-31");
    const auto on = record + days;
    const calendar::TimeOfDay time{value.start - days};
    auto [moment, skipped] = clock_time(on, time, offset_of_);
    if (!skipped.empty()) source_.tell(place.says(skipped));
    return moment;
  }

  Source source_;
  StudyTags tags_;
  calendar::OffsetOf offset_of_;
  klog::Records records_;
  std::vector<Read> ready_;  // from the record that was read last
  std::size_t handed_out_ = 0;
};

}  // namespace

std::unique_ptr<Reader> read_klog(Source source, StudyTags tags, calendar::OffsetOf offset_of) {
  return std::make_unique<KlogReader>(std::move(source), std::move(tags), std::move(offset_of));
}

}  // namespace gradus::exchange
