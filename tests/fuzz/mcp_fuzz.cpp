#include "cli/mcp/lines.hpp"
#include "cli/mcp/private_words.hpp"
#include "cli/mcp/server.hpp"
#include "cli/mcp/values.hpp"
#include "fuzz/expect.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace gradus::cli::mcp;
using gradus::testing::expect;
using gradus::text::Node;

// What was asked for, without what is private: deep inside, arguments may hold anything.
Outcome echo(const Tool&, const Node& arguments) {
  const auto shown = without_private(arguments);
  expect(shown.find("note") == nullptr, "an answer holds no note");
  return {.answer = shown};
}

void expect_answer(const std::string& line) {
  expect(line.find('\n') == std::string::npos, "an answer is one line");
  const auto parsed = gradus::text::parse_json(line);
  expect(!parsed.failure.has_value() || parsed.failure->over_limit, "an answer is JSON");
  if (parsed.failure) return;
  const bool refused = parsed.root.find("error") != nullptr;
  expect(refused != (parsed.root.find("result") != nullptr), "an answer is a result or an error");
  expect(refused || parsed.root.find("id") != nullptr, "a result says to what");
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest{reinterpret_cast<const char*>(data), size};
  LineReader lines{[&rest](char* bytes, std::size_t most) {
    constexpr std::size_t piece = 7;
    const auto count = rest.copy(bytes, std::min(most, piece));
    rest.remove_prefix(count);
    return count;
  }};
  Server server{tools({.allowed = {"log"}}), echo};
  while (const auto line = lines.next())
    if (const auto answer = server.answer(line->text)) expect_answer(*answer);
  return 0;
}
