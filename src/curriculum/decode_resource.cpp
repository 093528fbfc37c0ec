#include "curriculum/decode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::curriculum {
namespace {

constexpr double most_dollars = 1e9;

std::optional<Usd> decode_usd(const text::Cursor& from) {
  const std::optional<double> dollars = from.number(0, most_dollars);
  if (!dollars) return std::nullopt;
  const std::optional<Usd> usd = Usd::of(*dollars);
  if (!usd) {
    from.error(fmt::format("{} has fractions of a cent", *dollars),
               fmt::format("write {:.2f}", *dollars));
  }
  return usd;
}

std::string decode_per(const text::Cursor& from) {
  std::string per = from.text();
  const std::vector<std::string> known{"once", "month", "year"};
  if (!per.empty() && std::ranges::find(known, per) == known.end()) {
    from.error_none_of(per, known);
  }
  return per;
}

}  // namespace

Resource decode_resource(const text::Cursor& from, const Scope& scope) {
  text::Object object{from};
  const text::Cursor usd = object.optional("usd");
  const text::Cursor usd_to = object.optional("usd_to");
  Resource resource{.id = text::id<ResourceId>(object.required("id")),
                    .title = object.required("title").text(),
                    .usd = usd.is(text::Node::Kind::null) ? std::nullopt : decode_usd(usd),
                    .usd_to = decode_usd(usd_to),
                    .per = decode_per(object.optional("per")),
                    .url = object.optional("url").text(),
                    .note = object.optional("note").text(),
                    .starter = object.optional("starter").flag(),
                    .tiers = list_of(object.optional("tiers"),
                                     [&](const text::Cursor& tier) {
                                       return reference<TierId>(tier, scope.declared.tiers, "tier");
                                     }),
                    .retired = object.optional("retired").flag()};
  object.no_other_keys();
  if (resource.usd_to && resource.usd_to < resource.usd) {
    object.place().error("\"usd_to\" is below \"usd\"", "write the lower price as \"usd\"");
  }
  return resource;
}

}  // namespace gradus::curriculum
