#include "cli/mcp/protocol.hpp"

#include "cli/mcp/values.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <utility>

namespace gradus::cli::mcp {
namespace {

using text::Node;
using Kind = Node::Kind;

bool may_be_id(const Node& node) {
  return node.kind() == Kind::text || (node.kind() == Kind::number && node.whole());
}

Refusal not_parsed(const text::ParseFailure& failure) {
  if (failure.over_limit)
    return {.code = Code::invalid_request,
            .message = fmt::format("the message is {}", failure.message)};
  return {.code = Code::not_json, .message = "the line is not JSON"};
}

// What makes an object a message of JSON-RPC; empty if it is one.
std::string fault_of(const Node& message) {
  const auto* const id = message.find("id");
  if (id != nullptr && !may_be_id(*id)) return "the id is neither a text nor a whole number";
  const auto* const version = message.find("jsonrpc");
  if (version == nullptr || version->text() != "2.0") return R"("jsonrpc" has to be "2.0")";
  const auto* const method = message.find("method");
  if (method == nullptr) return "the message names no method";
  return method->kind() == Kind::text ? "" : "the method is no text";
}

bool is_reply(const Node& message) {
  return message.find("method") == nullptr &&
         (message.find("result") != nullptr || message.find("error") != nullptr);
}

std::optional<Node> id_of(const Node& message) {
  const auto* const id = message.find("id");
  if (id == nullptr || !may_be_id(*id)) return std::nullopt;
  return *id;
}

Message message_of(const Node& root) {
  if (root.kind() == Kind::list)
    return Refusal{.code = Code::invalid_request,
                   .message = "several messages in one are not taken: send each on its own line"};
  if (root.kind() != Kind::object)
    return Refusal{.code = Code::invalid_request, .message = "a message is a JSON object"};
  if (is_reply(root)) return Unanswered{};
  const auto id = id_of(root);
  if (auto fault = fault_of(root); !fault.empty())
    return Refusal{.id = id, .code = Code::invalid_request, .message = std::move(fault)};
  if (!id) return Unanswered{};
  const auto* const params = root.find("params");
  if (params != nullptr && params->kind() != Kind::object)
    return Refusal{.id = id, .code = Code::invalid_params, .message = "params are no object"};
  return Request{*id, root.find("method")->text(), params == nullptr ? object_value({}) : *params};
}

std::string written(std::optional<Node> id, std::string key, Node value) {
  Node::Object members{{"jsonrpc", text_value("2.0")}};
  if (id) members.emplace_back("id", *std::move(id));
  members.emplace_back(std::move(key), std::move(value));
  return to_json(object_value(std::move(members)));
}

}  // namespace

Message read_message(std::string_view line) {
  const auto parsed = text::parse_json(line);
  if (parsed.failure) return not_parsed(*parsed.failure);
  return message_of(parsed.root);
}

std::string write_result(const Node& id, Node result) {
  return written(id, "result", std::move(result));
}

std::string write_refusal(const Refusal& refusal) {
  Node::Object error{{"code", whole_value(static_cast<int>(refusal.code))},
                     {"message", text_value(refusal.message)}};
  if (refusal.data) error.emplace_back("data", *refusal.data);
  return written(refusal.id, "error", object_value(std::move(error)));
}

std::string shortened(std::string_view word) {
  constexpr std::size_t most = 64;
  if (word.size() <= most) return fmt::format("\"{}\"", word);
  auto end = most;
  // Not in the middle of a character.
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) --end;
  return fmt::format("\"{}…\"", word.substr(0, end));
}

}  // namespace gradus::cli::mcp
