#include "cli/mcp/lines.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace gradus::cli::lines_test {

using namespace gradus::cli::mcp;

namespace {

// Hands out so many bytes at a time.
LineReader::Read in_pieces(std::string text, std::size_t size) {
  return
      [text = std::move(text), at = std::size_t{0}, size](char* bytes, std::size_t most) mutable {
        const auto count = text.copy(bytes, std::min(size, most), at);
        at += count;
        return count;
      };
}

std::vector<std::string> lines_of(const std::string& text, std::size_t size) {
  LineReader reader{in_pieces(text, size)};
  std::vector<std::string> lines;
  while (const auto line = reader.next()) lines.push_back(line->too_long ? "too long" : line->text);
  return lines;
}

}  // namespace

TEST_CASE("a stream is cut into lines, however it comes", "[cli][mcp]") {
  const auto size = GENERATE(std::size_t{1}, std::size_t{3}, std::size_t{1'000});
  CHECK(lines_of("one\r\n\ntwo\nrest", size) == std::vector<std::string>{"one", "", "two", "rest"});
  CHECK(lines_of("", size).empty());
  CHECK(lines_of("\n", size) == std::vector<std::string>{""});
}

TEST_CASE("lines put together again are the stream", "[cli][mcp]") {
  CHECK(rc::check([] {
    const auto lines =
        *rc::gen::container<std::vector<std::string>>(rc::gen::string<std::string>());
    std::string text;
    for (auto line : lines) {
      std::erase(line, '\n');
      std::erase(line, '\r');
      text += line + '\n';
    }
    const auto size = *rc::gen::inRange<std::size_t>(1, 20);
    std::string again;
    for (const auto& line : lines_of(text, size)) again += line + '\n';
    RC_ASSERT(again == text);
  }));
}

TEST_CASE("a line may be so long and no longer, and what follows is read", "[cli][mcp]") {
  const std::string longest(max_line_bytes, 'x');
  CHECK(lines_of(longest + "\nnext", 5'000) == std::vector<std::string>{longest, "next"});
  CHECK(lines_of(longest + "x\nnext\n", 5'000) == std::vector<std::string>{"too long", "next"});
  CHECK(lines_of(std::string(16 * max_line_bytes, '['), 70'000) ==
        std::vector<std::string>{"too long"});
}

}  // namespace gradus::cli::lines_test
