#include "gradus/calendar/lower.hpp"

namespace gradus {

std::string lower(std::string_view text) {
  std::string result{text};
  for (char& c : result) c = lower(c);
  return result;
}

}  // namespace gradus
