#include "gradus/exchange/edit.hpp"

#include "gradus/exchange/csv.hpp"
#include "gradus/exchange/jsonl.hpp"
#include "gradus/text/json.hpp"

#include "exchange/csv_value.hpp"
#include "exchange/decode_entry.hpp"

#include <algorithm>
#include <utility>

namespace gradus::exchange {

using text::Node;

journal::Entry edited(const journal::Entry& entry, const Changes& changes,
                      const std::vector<curriculum::Topic>& topics) {
  auto object = text::parse_json(to_json(entry)).root;
  auto& members = object.object();
  const CsvWords words{.topics = topics};
  for (const auto& [field, text] : changes) {
    auto value = text.empty() ? Node() : csv_value(entry.type(), field, text, words, Place{});
    const auto member = std::ranges::find(members, field, &Node::Member::first);
    if (member == members.end())
      members.emplace_back(field, std::move(value));
    else
      member->second = std::move(value);
  }
  const HintForMissing keep = [](std::string_view) { return "it can be changed, but not cleared"; };
  return decode_entry(
             object, Place{}, [&](const journal::Entry&) { return entry.id; }, keep)
      .entry;
}

}  // namespace gradus::exchange
