#include "gradus/journal/privacy.hpp"

#include "gradus/curriculum/privacy.hpp"
#include "gradus/journal/fields.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace gradus::journal {
namespace {

template <class Member>
constexpr bool holds_text =
    std::is_same_v<Member, std::string> || std::is_same_v<Member, std::optional<std::string>>;

}  // namespace

Entry without_private_fields(Entry entry) {
  each_field(entry, [](std::string_view field, auto& member) {
    using Member = std::remove_reference_t<decltype(member)>;
    if constexpr (holds_text<Member>)
      if (curriculum::is_private_field(field)) member = Member{};
  });
  return entry;
}

bool has_private_fields(curriculum::EntryType type) {
  bool has = false;
  const auto blank = blank_entry(type);
  each_field(blank, [&has](std::string_view name, const auto&) {
    has = has || (name != field::note.name && curriculum::is_private_field(name));
  });
  return has;
}

}  // namespace gradus::journal
