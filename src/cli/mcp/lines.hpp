#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace gradus::cli::mcp {

// Room for the longest note (64 KiB) many times over.
inline constexpr std::size_t max_line_bytes = std::size_t{1024} * 1024;

struct Line {
  std::string text{};     // without its end
  bool too_long = false;  // it had more than max_line_bytes, and its text was passed over
};

// The lines of a stream, as they come. Never holds more than one of them, nor a piece of one that
// is too long.
class LineReader {
 public:
  // Fills in as many bytes as there are, at most so many, waiting for the first; 0 at the end.
  using Read = std::function<std::size_t(char* bytes, std::size_t most)>;

  explicit LineReader(Read read);

  // nullopt at the end. What stands behind the last line's end is a line too.
  [[nodiscard]] std::optional<Line> next();

 private:
  [[nodiscard]] bool fill();
  void take(std::size_t count, Line& line);

  Read read_;
  std::string piece_{};
  std::size_t at_ = 0;  // in the piece
};

}  // namespace gradus::cli::mcp
