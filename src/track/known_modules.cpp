#include "gradus/track/known_modules.hpp"

#include "gradus/curriculum/builtin.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace gradus::track {
namespace {

constexpr std::string_view modules_folder = "modules/";
constexpr std::string_view bundles_file = "modules/bundles.json";

// The curriculum's own come first; one of them stands for a built-in one of the same id.
std::vector<KnownModule> modules_of(const curriculum::Curriculum& of) {
  std::vector<KnownModule> known;
  known.reserve(of.modules.size());
  for (const auto& own : of.modules)
    known.push_back({curriculum::load_module(own.text, own.id.text()), own.text});
  const auto is_known = [&](const curriculum::Module& module) {
    return std::ranges::any_of(
        known, [&](const KnownModule& each) { return each.module.id == module.id; });
  };
  for (const auto& file : curriculum::builtin_files()) {
    if (!file.path.starts_with(modules_folder) || file.path == bundles_file) continue;
    auto module = curriculum::load_module(file.text, file.path);
    if (module.curriculum == of.id && !is_known(module))
      known.push_back({std::move(module), std::string(file.text)});
  }
  const auto place = [](const KnownModule& each) { return each.module.weeks.front().text(); };
  std::ranges::stable_sort(known, [&](const auto& a, const auto& b) {
    const auto left = place(a);
    const auto right = place(b);
    return std::pair(left.size(), left) < std::pair(right.size(), right);
  });
  return known;
}

std::vector<curriculum::ModuleBundle> bundles_of(const std::vector<KnownModule>& modules) {
  auto bundles = curriculum::load_bundles(curriculum::builtin_text(bundles_file), bundles_file);
  std::erase_if(bundles, [&](const curriculum::ModuleBundle& bundle) {
    return !std::ranges::all_of(bundle.modules, [&](const auto& id) {
      return std::ranges::any_of(modules, [&](const auto& known) { return known.module.id == id; });
    });
  });
  return bundles;
}

}  // namespace

KnownModules known_modules(const curriculum::Curriculum& of) {
  auto modules = modules_of(of);
  auto bundles = bundles_of(modules);
  return {std::move(modules), std::move(bundles)};
}

}  // namespace gradus::track
