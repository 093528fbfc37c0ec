#include "exchange/klog_record.hpp"

#include "exchange/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace gradus::exchange::klog {
namespace {

constexpr std::array<std::string_view, 4> indentations{"    ", "   ", "  ", "\t"};

// A tab and the space separators of Unicode (category Zs), in UTF-8.
constexpr std::array<std::string_view, 18> blanks{" ",
                                                  "\t",
                                                  "\xC2\xA0",
                                                  "\xE1\x9A\x80",
                                                  "\xE2\x80\x80",
                                                  "\xE2\x80\x81",
                                                  "\xE2\x80\x82",
                                                  "\xE2\x80\x83",
                                                  "\xE2\x80\x84",
                                                  "\xE2\x80\x85",
                                                  "\xE2\x80\x86",
                                                  "\xE2\x80\x87",
                                                  "\xE2\x80\x88",
                                                  "\xE2\x80\x89",
                                                  "\xE2\x80\x8A",
                                                  "\xE2\x80\xAF",
                                                  "\xE2\x81\x9F",
                                                  "\xE3\x80\x80"};

bool blank(std::string_view line) {
  while (!line.empty()) {
    const auto* const found = std::ranges::find_if(
        blanks, [&](std::string_view blank) { return line.starts_with(blank); });
    if (found == blanks.end()) return false;
    line.remove_prefix(found->size());
  }
  return true;
}

bool indented(std::string_view line) {
  return line.starts_with(' ') || line.starts_with('\t');
}

}  // namespace

std::optional<Record> Records::next() {
  if (!read_block()) return std::nullopt;
  Record record = begin_record();
  std::size_t next = 1;
  for (; next < block_.size() && !indented(block_[next].text); ++next)
    record.summary += (next == 1 ? "" : "\n") + block_[next].text;
  if (next < block_.size()) read_entries(record, next);
  return record;
}

// The lines up to the next blank one; false when there are none.
bool Records::read_block() {
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

Record Records::begin_record() const {
  const Line& first = block_.front();
  const auto headline = parse_headline(first.text);
  const auto on = headline ? calendar::Date::parse(headline->date) : std::nullopt;
  if (on) return {.line = first.number, .on = *on, .target = headline->target};
  if (headline && has_form_of_date(headline->date)) {
    throw at(first).error(fmt::format("{} is not a date", headline->date),
                          "the calendar has no such day");
  }
  throw at(first).error(
      "a record must begin here, with its date and perhaps a target: 2026-12-01 (8h!)",
      "put a blank line before each record, and none within one");
}

void Records::read_entries(Record& record, std::size_t next) const {
  const std::string_view step = indentation(block_[next]);
  const std::string twice = fmt::format("{0}{0}", step);
  while (next < block_.size()) {
    record.entries.push_back(read_entry(block_[next], step));
    auto& summary = record.entries.back().summary;
    for (++next; next < block_.size() && block_[next].text.starts_with(twice); ++next)
      summary += (summary.empty() ? "" : "\n") + block_[next].text.substr(twice.size());
  }
}

Entry Records::read_entry(const Line& line, std::string_view step) const {
  std::string_view rest = line.text;
  if (!rest.starts_with(step)) throw badly_indented(line);
  rest.remove_prefix(step.size());
  if (indented(rest)) throw badly_indented(line);
  const std::string_view text = rest;
  const auto value = take_value(rest);
  if (!value) {
    throw at(line).error(fmt::format("\"{}\" does not begin with a duration or a time range", text),
                         "such as 1h30m, 8:00 - 9:15, <23:30 - 0:40 or 9:00 - ?");
  }
  const auto words = text.substr(0, text.size() - rest.size());
  if (value->kind == Value::Kind::backward_range) {
    throw at(line).error(fmt::format("\"{}\" ends before it begins", words),
                         "across midnight, klog marks the time of the other day: <23:30 - 0:40, or "
                         "23:30 - 0:40>");
  }
  if (!rest.empty()) rest.remove_prefix(1);
  return {.line = line.number,
          .words = std::string(words),
          .value = *value,
          .first = std::string(rest),
          .summary = std::string(rest)};
}

std::string_view Records::indentation(const Line& line) const {
  for (const auto step : indentations) {
    if (line.text.starts_with(step)) return step;
  }
  throw badly_indented(line);
}

Error Records::badly_indented(const Line& line) const {
  return at(line).error(
      "the indentation differs from that of the record's other entries",
      "klog indents an entry by 2 to 4 spaces or a tab, the same throughout a record");
}

}  // namespace gradus::exchange::klog
