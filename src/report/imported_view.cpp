#include "gradus/report/lists.hpp"

#include <fmt/format.h>

namespace gradus::report {

Document imported_view(const Imported& imported) {
  Document document;
  if (imported.refused > 0) {
    ItemList list;
    for (const auto& reason : imported.reasons)
      list.items.push_back({"REFUSED", Tone::bad, reason, {}});
    if (const auto more = imported.refused - imported.reasons.size(); more > 0)
      list.items.push_back({"", Tone::plain, fmt::format("and {} more", more), {}});
    document.parts.emplace_back(std::move(list));
  }
  const std::string_view would = imported.refused > 0
                                     ? "The import would stop there. Otherwise it would take"
                                     : "The import would take";
  document.parts.emplace_back(
      Paragraph{fmt::format("{} {} new, {} changed, {} known already. Nothing was stored.", would,
                            imported.added, imported.changed, imported.unchanged)});
  return document;
}

}  // namespace gradus::report
