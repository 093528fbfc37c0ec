#include "cli/mcp/lines.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace gradus::cli::mcp {
namespace {

constexpr std::size_t piece_bytes = std::size_t{64} * 1024;

}  // namespace

LineReader::LineReader(Read read) : read_(std::move(read)) {}

bool LineReader::fill() {
  if (at_ < piece_.size()) return true;
  piece_.resize(piece_bytes);
  piece_.resize(std::min(read_(piece_.data(), piece_bytes), piece_bytes));
  at_ = 0;
  return !piece_.empty();
}

void LineReader::take(std::size_t count, Line& line) {
  if (line.text.size() + count > max_line_bytes) line.too_long = true;
  if (line.too_long)
    line.text.clear();
  else
    line.text.append(piece_, at_, count);
  at_ += count;
}

std::optional<Line> LineReader::next() {
  Line line;
  bool begun = false;
  while (fill()) {
    begun = true;
    const auto rest = std::string_view(piece_).substr(at_);
    const auto end = rest.find('\n');
    take(std::min(end, rest.size()), line);
    if (end == std::string_view::npos) continue;
    ++at_;
    break;
  }
  if (!begun) return std::nullopt;
  if (line.text.ends_with('\r')) line.text.pop_back();
  return line;
}

}  // namespace gradus::cli::mcp
