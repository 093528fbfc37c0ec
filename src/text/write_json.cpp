#include "gradus/text/json.hpp"
#include "gradus/text/json_escapes.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <utility>

namespace gradus::text {
namespace {

using OrderedJson = nlohmann::ordered_json;

// Recursion is bounded by max_document_depth.
OrderedJson value_of(const Node& node) {
  switch (node.kind()) {
    case Node::Kind::null:
      break;
    case Node::Kind::flag:
      return node.flag();
    case Node::Kind::number:
      return node.whole() ? OrderedJson(static_cast<std::int64_t>(node.number()))
                          : OrderedJson(node.number());
    case Node::Kind::text:
      return node.text();
    case Node::Kind::list: {
      auto list = OrderedJson::array();
      for (const auto& item : node.items()) list.push_back(value_of(item));
      return list;
    }
    case Node::Kind::object: {
      auto object = OrderedJson::object();
      for (const auto& [key, member] : node.members()) object[key] = value_of(member);
      return object;
    }
  }
  return nullptr;
}

}  // namespace

std::string to_json(const Node& node) {
  return with_escapes(value_of(node).dump(-1, ' ', false, OrderedJson::error_handler_t::replace));
}

}  // namespace gradus::text
