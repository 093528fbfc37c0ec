#pragma once

#include "gradus/insight/progress_report.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::cli {

inline constexpr std::array<std::string_view, 5> report_tables{"weeks", "criteria", "problems",
                                                               "artefacts", "sessions"};

// A table of the report as lines of CSV. Its rows are read when they are asked for, so that a long
// journal is never held in memory.
struct CsvTable {
  using Visit = std::function<void(const std::string& line)>;
  std::string name;
  std::string heading;
  std::string own_beginning;  // of the heading, with or without what is private
  std::function<void(const Visit&)> each_row;
};
// One for each of report_tables, of the tier that the report is on. They keep references to the
// store and the track.
[[nodiscard]] std::vector<CsvTable> csv_tables(const insight::ProgressReport& progress,
                                               const store::Store& store,
                                               const track::LoadedTrack& track, bool with_notes);

}  // namespace gradus::cli
