#pragma once

#include "gradus/exchange/reader.hpp"
#include "gradus/exchange/study_tags.hpp"

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

namespace gradus::exchange {

// What a person said of all the sessions.
struct SetForAll {
  std::optional<curriculum::TopicId> topic{};  // where the project's name gives none
  std::optional<curriculum::WeekId> week{};
  std::string note{};  // stands before the project's tag
};

// Reads WakaTime's data dump of daily totals, an object whose list `days` holds a day each:
//   {"date": "2026-12-01", "grand_total": {"total_seconds": 5400},
//    "projects": [{"name": "joins", "grand_total": {"total_seconds": 5400}}, …]}
// A project's time on a day becomes a session, rounded to the nearest minute; the project's name is
// its tag, which goes into the note where it names no kind or topic. Sessions of less than half a
// minute are skipped and reported. A day that has time and no projects is one session. Ids are of
// the format csv, by day and project.
[[nodiscard]] std::unique_ptr<Reader> read_wakatime(Source source, StudyTags tags,
                                                    SetForAll set = {});

// Whether the file is JSON, by its first character. Leaves the file where it was.
[[nodiscard]] bool looks_like_json(std::istream& in);

}  // namespace gradus::exchange
