#include "cli/toml.hpp"
#include "fuzz/expect.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using gradus::testing::expect;
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
  const auto toml = gradus::cli::read_toml(text);
  for (const auto& setting : toml.settings) {
    expect(setting.line >= 1 && setting.line <= lines, "a setting stands on a line of the file");
    expect(!setting.key.empty() || text.find('"') != text.npos || text.find('\'') != text.npos,
           "only a quoted key can be empty");
    expect(setting.list || setting.values.size() == 1, "a setting that is no list has one value");
    (void)setting.as_switch();
  }
  if (toml.failure)
    expect(toml.failure->line >= 1 && toml.failure->line <= lines,
           "a failure stands on a line of the file");
  return 0;
}
