#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/journal/summary.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

// Journal entries in one line each. Ids are distinct, and the same in every run of a test.
namespace gradus::testing {

[[nodiscard]] calendar::Date day(std::string_view iso);

// Minutes of reading for each week, all on one day.
[[nodiscard]] journal::StudyDays studied(std::initializer_list<std::pair<const char*, int>> weeks,
                                         std::string_view on = "2026-11-30");

// 00000000-0000-4000-8000-000000000001 for 1.
[[nodiscard]] journal::EntryId entry_id(unsigned number);

// Empty for no tier or no week.
[[nodiscard]] journal::Entry make_entry(std::string_view on, journal::What what,
                                        const std::string& tier = {}, const std::string& week = {});

[[nodiscard]] journal::Entry make_session(std::string_view on, int minutes,
                                          journal::SessionKind kind = journal::SessionKind::read,
                                          const std::string& week = {},
                                          const std::string& tier = {});

// A problem solved at the first try without help; each has another title.
[[nodiscard]] journal::Entry make_problem(
    std::string_view on, const std::string& topic,
    curriculum::Difficulty difficulty = curriculum::Difficulty::easy, int minutes = 10,
    const std::string& week = {}, const std::string& tier = {});

// The entry at so many minutes past midnight, UTC.
[[nodiscard]] journal::Entry at_minute(journal::Entry entry, int minute);

}  // namespace gradus::testing
