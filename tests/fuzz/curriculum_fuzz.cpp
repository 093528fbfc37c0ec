#include "gradus/lint/check.hpp"

#include "fuzz/expect.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

using gradus::testing::expect;
using gradus::text::Finding;
using gradus::text::Severity;

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // What is thrown here ends the run: nothing may be.
  const auto loaded = gradus::lint::check({reinterpret_cast<const char*>(data), size});
  const bool errors = std::ranges::any_of(
      loaded.findings, [](const Finding& finding) { return finding.severity == Severity::error; });
  expect(loaded.curriculum.has_value() != errors, "a curriculum exactly when there is no error");
  for (const Finding& finding : loaded.findings)
    expect(!finding.fix.empty(), "each finding has a fix");
  return 0;
}
