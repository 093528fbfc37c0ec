#include "store/values.hpp"

#include "gradus/journal/json_value.hpp"

namespace gradus::store {

std::optional<calendar::Availability> from_text(std::type_identity<calendar::Availability>,
                                                const std::string& text) {
  try {
    return calendar::Availability::parse(text);
  } catch (const gradus::Error&) {
    return std::nullopt;
  }
}

// Few entries have domains, so speed is no concern here.
std::string to_text(const Shares& shares) {
  return journal::to_value(shares).dump();
}

std::optional<Shares> from_text(std::type_identity<Shares>, const std::string& text) {
  const auto json = journal::Json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  Shares shares;
  for (const auto& [domain, share] : json.items()) {
    if (!share.is_number()) return std::nullopt;
    shares.emplace(domain, share.get<double>());
  }
  return shares;
}

}  // namespace gradus::store
