#include "gradus/curriculum/module.hpp"
#include "gradus/curriculum/module_checks.hpp"

#include "fuzz/accepted.hpp"
#include "fuzz/expect.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace gradus::curriculum;
using gradus::testing::accepted;
using gradus::testing::expect;

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json{reinterpret_cast<const char*>(data), size};
  if (const auto module = accepted([&] { return load_module(json, "fuzz"); })) {
    expect(!module->weeks.empty() && !module->topics.empty(), "a module has weeks and topics");
    expect(module->net().total() <= module->minutes.total(),
           "what a module adds is no more than it takes");
    for (const auto& check : module->checks) {
      expect(find_check(*module, check.id.text()) == &check, "a check is found by its id");
      expect(!parts_of(requirement_of(*module, check)).empty(), "a check asks for something");
    }
  }
  if (const auto bundles = accepted([&] { return load_bundles(json, "fuzz"); }))
    for (const auto& bundle : *bundles) expect(!bundle.modules.empty(), "a bundle has modules");
  return 0;
}
