#include "gradus/journal/mentions.hpp"

#include "gradus/journal/json_value.hpp"
#include "gradus/journal/title_key.hpp"

#include <algorithm>
#include <string>

namespace gradus::journal {

bool mentions(const Entry& entry, std::string_view text) {
  const auto wanted = title_key(text);
  const auto fields = to_value(entry);
  const auto items = fields.items();
  return std::any_of(items.begin(), items.end(), [&](const auto& field) {
    const auto& name = field.key();
    if (!field.value().is_string() || name == "id" || name == "on" || name == "at" ||
        name == "changed")
      return false;
    return title_key(field.value().template get<std::string>()).find(wanted) != std::string::npos;
  });
}

}  // namespace gradus::journal
