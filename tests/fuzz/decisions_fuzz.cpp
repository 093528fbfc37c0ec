#include "gradus/decisions/check_table.hpp"
#include "gradus/decisions/decide.hpp"
#include "gradus/decisions/table.hpp"

#include "fuzz/accepted.hpp"
#include "fuzz/expect.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace gradus::decisions;
using gradus::testing::accepted;
using gradus::testing::expect;

// What is left open is an input: whoever is asked for it can answer.
void expect_questions(const Table& table, const Decision& decision) {
  for (const auto& name : decision.ask)
    expect(table.find_input(name) != nullptr, "what is asked for is an input");
}

void decide_knowing_nothing(const Table& table) {
  if (table.is_sequence()) return;
  if (table.for_records()) {
    expect(decide_each(table, {}).empty(), "nothing is decided of no records");
  } else if (table.best) {
    expect(!decide_best(table, {}).decided, "the best of no records is not decided");
  } else {
    expect_questions(table, decide(table, {}));
  }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json{reinterpret_cast<const char*>(data), size};
  const auto findings = check_file(json);
  for (const auto& finding : findings) expect(!finding.fix.empty(), "each finding has a fix");
  const auto table = accepted([&] { return read_table(json); });
  if (table)
    decide_knowing_nothing(*table);
  else
    expect(!findings.empty(), "what can't be read is found by the check");
  return 0;
}
