#pragma once

#include "gradus/text/json.hpp"

#include "exchange/lines.hpp"

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>

namespace gradus::exchange {

// The elements of a file that is one JSON array, one at a time: however long it is, only one is in
// memory.
class Array {
 public:
  // What may follow the array: it may be part of an object.
  enum class Behind { nothing, anything };

  // Keeps references to both. `line`: that of the file at which `in` stands.
  Array(std::istream& in, const std::string& file, std::size_t line = 1,
        Behind behind = Behind::nothing)
      : bytes_(in, file, line), place_{file, line}, behind_(behind) {}

  // The next element, an object; nullopt at the end. Throws Error for any other element, and
  // continues after it when called again. Throws once for a file that is not an array.
  [[nodiscard]] std::optional<text::Node> next();
  // Where the element begins.
  [[nodiscard]] const Place& place() const { return place_; }

 private:
  [[nodiscard]] bool more();
  void take_text();
  void pass_blanks();
  [[nodiscard]] Error broken(std::string_view message);

  enum class Stage { before, first, within, over };

  Bytes bytes_;
  Place place_;
  Behind behind_;
  Stage stage_ = Stage::before;
  std::string text_;
};

}  // namespace gradus::exchange
