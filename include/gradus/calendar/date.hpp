#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace gradus::calendar {

using Days = std::chrono::days;

// A day of the proleptic Gregorian calendar, 0001-01-01 to 9999-12-31. It has no zone: it is the
// learner's local day.
class Date {
 public:
  // Reads exactly YYYY-MM-DD; nullopt for any other text and for days that don't exist.
  [[nodiscard]] static std::optional<Date> parse(std::string_view iso);

  // Throws Error when the calendar has no such day or it is out of range.
  explicit Date(std::chrono::year_month_day day);

  [[nodiscard]] static Date first();  // 0001-01-01
  [[nodiscard]] static Date last();   // 9999-12-31

  [[nodiscard]] std::string iso() const;
  [[nodiscard]] std::string with_weekday() const;  // "Tue 2026-12-01"
  [[nodiscard]] std::chrono::year_month_day ymd() const { return day_; }
  [[nodiscard]] std::chrono::weekday weekday() const { return std::chrono::weekday{day_}; }

  // Both throw Error when the result is out of range.
  [[nodiscard]] Date operator+(Days days) const;
  [[nodiscard]] Date operator-(Days days) const;
  // The same day of the month that many months later, or that month's last day if it is shorter.
  [[nodiscard]] Date plus_months(int months) const;

  [[nodiscard]] friend Days operator-(Date a, Date b) { return a.day_ - b.day_; }
  [[nodiscard]] friend bool operator==(Date, Date) = default;
  [[nodiscard]] friend auto operator<=>(Date, Date) = default;

 private:
  explicit Date(std::chrono::sys_days day);
  std::chrono::sys_days day_;
};

// "January" .. "December".
[[nodiscard]] std::string_view name(std::chrono::month month);
// "mon" .. "sun".
[[nodiscard]] std::string_view short_name(std::chrono::weekday day);
// "Mon" .. "Sun".
[[nodiscard]] std::string short_title(std::chrono::weekday day);
// Reads "tue" or "tuesday" in any case.
[[nodiscard]] std::optional<std::chrono::weekday> parse_weekday(std::string_view text);

// What people type for a day: ISO, "today", "yesterday", "-3d" (days before today), or a weekday
// (the most recent one, never today). Throws Error, showing how the text was read.
[[nodiscard]] Date read_date(std::string_view text, Date today);
// The same where people look ahead: "tomorrow" and "+3d" too, and a weekday means the next one to
// come, today's name today.
[[nodiscard]] Date read_date_ahead(std::string_view text, Date today);

}  // namespace gradus::calendar
