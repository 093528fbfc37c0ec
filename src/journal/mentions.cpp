#include "gradus/journal/mentions.hpp"

#include "gradus/journal/json_value.hpp"
#include "gradus/journal/title_key.hpp"

#include <string>

namespace gradus::journal {

bool mentions(const Entry& entry, std::string_view text) {
  const auto wanted = title_key(text);
  const auto fields = to_value(entry);
  for (const auto& [name, value] : fields.items()) {
    if (!value.is_string() || name == "id" || name == "on" || name == "at" || name == "changed")
      continue;
    if (title_key(value.get<std::string>()).find(wanted) != std::string::npos) return true;
  }
  return false;
}

}  // namespace gradus::journal
