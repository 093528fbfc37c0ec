#include "exchange/derived_id.hpp"

#include "gradus/curriculum/load.hpp"
#include "gradus/journal/json_value.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace gradus::exchange {
namespace {

// The hash's first 16 bytes, from 32 hexadecimal digits.
std::array<std::uint8_t, 16> hashed(std::string_view salt, std::string_view text) {
  const auto hash = curriculum::content_hash(salt.empty() ? std::string(text)
                                                          : fmt::format("{}\n{}", salt, text));
  std::array<std::uint8_t, 16> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto digits = std::string_view(hash).substr(2 * i, 2);
    std::from_chars(digits.data(), digits.data() + digits.size(), bytes.at(i), 16);
  }
  return bytes;
}

// Counts how often the name has occurred.
template <class IdOf>
journal::EntryId numbered(const std::string& name, const Source& source, IdOf id_of) {
  auto first = id_of(name);
  const auto times = source.count(first);
  return times == 1 ? first : id_of(fmt::format("{}\n{}", name, times));
}

bool says_nothing(const nlohmann::json& value) {
  const bool empty_text = value.is_string() && value.get_ref<const std::string&>().empty();
  return value.is_null() || value == false || empty_text || (value.is_object() && value.empty());
}

// A review of a problem keeps the id that it had while there were no others.
void keep_former_item(nlohmann::json& values) {
  namespace field = curriculum::field;
  const auto of = values.find(std::string(field::review_of.name));
  if (of == values.end() || *of != name(curriculum::ReviewOf::problem)) return;
  values.erase(of);
  const std::string item(field::item.name);
  values[std::string(field::former_item)] = values[item];
  values.erase(item);
}

}  // namespace

journal::EntryId keyed_id(Format format, std::string_view name, const Source& source) {
  auto bytes = hashed(source.salt, name);
  bytes.back() = static_cast<std::uint8_t>(format);
  return journal::EntryId::from_hash(bytes);
}

journal::EntryId derived_id(Format format, const Identity& identity, const Source& source) {
  if (source.holds) {
    auto former = numbered(identity.spelt, source, [&](const std::string& name) {
      return journal::EntryId::from_hash(hashed(source.salt, name));
    });
    if (source.holds(former)) return former;
  }
  return numbered(identity.read, source,
                  [&](const std::string& name) { return keyed_id(format, name, source); });
}

// By name: the order of fields may change from version to version.
std::string values_of(const journal::Entry& entry) {
  nlohmann::json values = journal::to_value(entry);
  values.erase("id");
  values.erase("changed");
  keep_former_item(values);
  for (auto value = values.begin(); value != values.end();)
    value = says_nothing(*value) ? values.erase(value) : std::next(value);
  return values.dump();
}

}  // namespace gradus::exchange
