#include "gradus/exchange/wakatime.hpp"

#include "exchange/array.hpp"
#include "exchange/decode_entry.hpp"
#include "exchange/derived_id.hpp"
#include "exchange/lines.hpp"
#include "exchange/study_tags.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::exchange {
namespace {

using calendar::Date;
using text::Node;

constexpr auto download_again =
    "download the daily totals as JSON from wakatime.com, under Settings, Account, Export";

void pass_spaces(Bytes& bytes) {
  for (int byte = bytes.peek(); byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
       byte = bytes.peek())
    bytes.take();
}

// A string's text, from behind its first quote to behind its last.
std::string take_string(Bytes& bytes) {
  std::string text;
  for (int byte = bytes.take(); byte != Bytes::end && byte != '"'; byte = bytes.take()) {
    if (byte == '\\') byte = bytes.take();
    if (text.size() < max_line_bytes && byte != Bytes::end) text += static_cast<char>(byte);
  }
  return text;
}

// Goes to the list `days` of the object that the file is; the line on which it begins.
std::size_t pass_to_days(std::istream& in, const std::string& file) {
  Bytes bytes(in, file);
  int depth = 0;
  for (int byte = bytes.take(); byte != Bytes::end; byte = bytes.take()) {
    depth += byte == '{' || byte == '[' ? 1 : 0;
    depth -= byte == '}' || byte == ']' ? 1 : 0;
    if (byte != '"') continue;
    const auto text = take_string(bytes);
    if (depth != 1 || text != "days") continue;
    pass_spaces(bytes);
    if (bytes.peek() != ':') continue;
    bytes.take();
    pass_spaces(bytes);
    if (bytes.peek() == '[') return bytes.here().line;
  }
  throw Place{file, 1}.error("the file has no list of days", download_again);
}

const Node& required(const Node& object, std::string_view field, const Place& place) {
  const auto* node = object.find(field);
  if (node == nullptr || node->kind() == Node::Kind::null)
    throw place.error(fmt::format("{} is missing", field), download_again);
  return *node;
}

double seconds_of(const Node& object, const Place& place) {
  const auto& total = required(object, "grand_total", place);
  const auto lasted =
      FieldValue{place, "total_seconds", required(total, "total_seconds", place)}.as<double>();
  if (lasted >= 0 && lasted <= 1e9) return lasted;
  throw place.error(fmt::format("total_seconds is {}", lasted), download_again);
}

class WakatimeReader : public Reader {
 public:
  WakatimeReader(Source source, StudyTags tags, SetForAll set)
      : source_(std::move(source)), tags_(std::move(tags)), set_(std::move(set)) {}

  std::optional<Read> next() override {
    if (!begun_) begin();
    while (handed_out_ == ready_.size()) {
      ready_.clear();
      handed_out_ = 0;
      const auto day = days_ ? days_->next() : std::nullopt;
      if (!day) return std::nullopt;
      ready_ = sessions(*day);
    }
    return std::move(ready_[handed_out_++]);
  }

 private:
  // After an error there is nothing more to read.
  void begin() {
    begun_ = true;
    const auto line = pass_to_days(source_.in, source_.file);
    days_.emplace(source_.in, source_.file, line, Array::Behind::anything);
  }

  std::vector<Read> sessions(const Node& day) {
    const Place& place = days_->place();
    const auto on = FieldValue{place, "date", required(day, "date", place)}.as<Date>();
    const auto total = seconds_of(day, place);
    std::vector<Read> reads;
    const auto* projects = day.find("projects");
    if (projects == nullptr || projects->items().empty()) {
      add(reads, on, "", total, place);
    } else {
      for (const auto& project : projects->items()) {
        const auto name =
            FieldValue{place, "name", required(project, "name", place)}.as<std::string>();
        add(reads, on, name, seconds_of(project, place), place);
      }
    }
    if (reads.empty() && source_.empty_day) source_.empty_day(on);
    return reads;
  }

  void add(std::vector<Read>& to, Date on, const std::string& project, double lasted,
           const Place& place) {
    const calendar::Minutes minutes{std::llround(lasted / 60)};
    if (minutes == calendar::Minutes{0}) {
      if (lasted > 0) source_.tell(place.says("it takes less than a minute and was left out"));
      return;
    }
    std::vector<std::string> tags;
    if (!project.empty()) tags.push_back(project);
    const auto understood = understand(tags, tags_.topics, place);
    Read read{.entry = {.id = keyed_id(Format::csv,
                                       fmt::format("wakatime {}\n{}", on.iso(), project), source_),
                        .on = on,
                        .week = set_.week,
                        .note = set_.note,
                        .what = journal::Session{.minutes = minutes,
                                                 .kind = understood.kind.value_or(tags_.kind),
                                                 .topic = understood.topic ? understood.topic
                                                                           : set_.topic}},
              .line = place.line};
    auto& note = read.entry.note;
    for (const auto& other : understood.others) note += (note.empty() ? "#" : " #") + other;
    check_entry(read.entry, place);
    to.push_back(std::move(read));
  }

  Source source_;
  StudyTags tags_;
  SetForAll set_;
  bool begun_ = false;
  std::optional<Array> days_{};
  std::vector<Read> ready_;  // of the day that was read last
  std::size_t handed_out_ = 0;
};

}  // namespace

std::unique_ptr<Reader> read_wakatime(Source source, StudyTags tags, SetForAll set) {
  return std::make_unique<WakatimeReader>(std::move(source), std::move(tags), std::move(set));
}

bool looks_like_json(std::istream& in) {
  const auto begin = in.tellg();
  Bytes bytes(in, {});
  pass_spaces(bytes);
  const int first = bytes.peek();
  in.clear();
  in.seekg(begin);
  return first == '{' || first == '[';
}

}  // namespace gradus::exchange
