#include "gradus/calendar/error.hpp"
#include "gradus/exchange/airflow_runs.hpp"

#include "exchange/array.hpp"
#include "exchange/decode_entry.hpp"
#include "exchange/derived_id.hpp"
#include "exchange/local_time.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <utility>

namespace gradus::exchange {
namespace {

using text::Node;

constexpr auto export_runs_again = "export the runs again: airflow dags list-runs DAG -o json";

// The text of a field; empty where there is none.
std::string text_of(const Node& run, std::string_view field, const Place& place) {
  const Node* node = run.find(field);
  if (node == nullptr || node->kind() == Node::Kind::null) return {};
  return FieldValue{place, field, *node}.as<std::string>();
}

std::string required_text(const Node& run, std::string_view field, const Place& place) {
  auto text = text_of(run, field, place);
  if (text.empty()) throw place.error(fmt::format("{} is missing", field), export_runs_again);
  return text;
}

class AirflowReader : public Reader {
 public:
  AirflowReader(Source source, calendar::OffsetOf offset_of)
      : source_(std::move(source)),
        offset_of_(std::move(offset_of)),
        runs_(source_.in, source_.file, pass_log() + 1) {}

  std::optional<Read> next() override {
    while (const auto run = runs_.next()) {
      if (auto read = finished(*run)) return read;
    }
    return std::nullopt;
  }

 private:
  // Airflow's log lines, which also begin with a [, may come before the list: passes and counts
  // them. A file without a list is left for the array to refuse.
  std::size_t pass_log() {
    std::size_t lines = 0;
    for (std::string line;; ++lines) {
      const auto begin = source_.in.tellg();
      if (!std::getline(source_.in, line)) break;
      const auto text = line.find_first_not_of(" \t\r");
      if (text == line.npos && lines == 0) continue;
      const auto rest = text == line.npos ? text : line.find_first_not_of(" \t\r", text + 1);
      const bool is_list = text != line.npos && line[text] == '[' &&
                           (rest == line.npos || line[rest] == '{' || line[rest] == ']');
      if (!is_list) continue;
      source_.in.seekg(begin);
      if (lines > 0)
        source_.tell(Place{source_.file, lines + 1}.says(fmt::format(
            "{} of log before the list {} left out",
            lines == 1 ? "1 line" : fmt::format("{} lines", lines), lines == 1 ? "was" : "were")));
      return lines;
    }
    source_.in.clear();
    source_.in.seekg(0);
    return 0;
  }

  std::optional<Read> finished(const Node& run) {
    const Place& place = runs_.place();
    const auto dag = required_text(run, "dag_id", place);
    const auto run_id = required_text(run, "run_id", place);
    const auto state = required_text(run, "state", place);
    if (state != "success" && state != "failed") {
      source_.tell(place.says(fmt::format("{} is {} and was left out", run_id, state)));
      return std::nullopt;
    }
    const auto at = time_of(run, place);
    Read read{.entry = {.id = journal::EntryId::from_hash({}),
                        .on = at.on,
                        .at = at,
                        .note = run_id,
                        .what = journal::Run{.pipeline = dag, .ok = state == "success"}},
              .line = place.line,
              .zoned = true};
    check_entry(read.entry, place);
    const auto name = fmt::format("airflow {}\n{}", dag, run_id);
    read.entry.id = derived_id(Format::airflow, {.read = name, .spelt = name}, source_);
    return read;
  }

  calendar::Moment time_of(const Node& run, const Place& place) const {
    for (const std::string_view field : {"logical_date", "execution_date", "start_date"}) {
      const auto text = text_of(run, field, place);
      if (text.empty() || text == "None") continue;  // a run started by hand has no date
      const auto time = parse_moment(text);
      if (!time) {
        throw place.error(
            fmt::format(
                "{} must be a time with its offset (2026-12-01T02:00:00+00:00), but is \"{}\"",
                field, text),
            export_runs_again);
      }
      try {
        return local_moment(to_utc(*time), offset_of_);
      } catch (const calendar::Error& error) {
        throw place.error(fmt::format("{}: {}", field, error.what()), error.hint());
      }
    }
    throw place.error("logical_date, execution_date and start_date are missing", export_runs_again);
  }

  Source source_;
  calendar::OffsetOf offset_of_;
  Array runs_;
};

}  // namespace

std::unique_ptr<Reader> read_airflow_runs(Source source, calendar::OffsetOf offset_of) {
  return std::make_unique<AirflowReader>(std::move(source), std::move(offset_of));
}

}  // namespace gradus::exchange
