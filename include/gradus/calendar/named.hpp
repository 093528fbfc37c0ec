#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace gradus {

// A value of an enum, and its name: what people type, files hold and JSON shows.
template <class Enum>
struct Named {
  Enum value;
  std::string_view name;
};

// The values of an enum with their names, in the order in which they are listed: an array of the
// values.
template <class Enum, std::size_t count>
class NamedValues : public std::array<Enum, count> {
 public:
  explicit constexpr NamedValues(const Named<Enum> (&rows)[count]) : std::array<Enum, count>{} {
    for (std::size_t row = 0; row < count; ++row) {
      (*this)[row] = rows[row].value;
      names_[row] = rows[row].name;
    }
  }

  [[nodiscard]] constexpr std::span<const std::string_view> names() const { return names_; }

  // Empty for a value that is not in the table.
  [[nodiscard]] constexpr std::string_view name(Enum value) const {
    for (std::size_t row = 0; row < count; ++row) {
      if ((*this)[row] == value) return names_[row];
    }
    return {};
  }
  // nullopt for a text that names no value.
  [[nodiscard]] constexpr std::optional<Enum> parse(std::string_view text) const {
    for (std::size_t row = 0; row < count; ++row) {
      if (names_[row] == text) return (*this)[row];
    }
    return std::nullopt;
  }

 private:
  std::array<std::string_view, count> names_{};
};

// The table of an enum, written once:
//   inline constexpr auto fit_modes = named<Fit>({{Fit::weekly, "weekly"}, {Fit::flow, "flow"}});
template <class Enum, std::size_t count>
[[nodiscard]] constexpr NamedValues<Enum, count> named(const Named<Enum> (&rows)[count]) {
  return NamedValues<Enum, count>(rows);
}

}  // namespace gradus
