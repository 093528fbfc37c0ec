#include "gradus/lint/check.hpp"

#include "lint/lints.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace gradus::lint {
namespace {

std::vector<text::Finding> advice_on(const Reading& reading) {
  std::vector<text::Finding> advice;
  const text::Cursor root{reading.root, advice};
  const CurriculumIndex index{reading.curriculum, root, reading.errors};
  advise_on_titles(root);
  advise_on_weeks(index);
  advise_on_retired(index);
  advise_on_losses(index);
  advise_on_gates(index);
  advise_on_targets(index);
  advise_on_remedies(index);
  return advice;
}

}  // namespace

Loaded check(std::string_view json) {
  auto read = curriculum::read(json);
  if (auto* refused = std::get_if<Loaded>(&read)) return std::move(*refused);
  auto& reading = std::get<Reading>(read);
  auto advice = advice_on(reading);
  Loaded checked = loaded(std::move(reading));
  std::ranges::move(advice, std::back_inserter(checked.findings));
  std::ranges::stable_sort(checked.findings, {}, &text::Finding::line);
  return checked;
}

}  // namespace gradus::lint
