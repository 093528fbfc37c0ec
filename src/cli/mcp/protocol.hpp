#pragma once

// JSON-RPC 2.0 (https://www.jsonrpc.org/specification) as the Model Context Protocol has it: one
// message a line, ids are texts or whole numbers, parameters are an object, and there are no
// batches.

#include "gradus/text/json.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace gradus::cli::mcp {

// JSON-RPC's own, and below -32020 the protocol's.
enum class Code : int {
  not_json = -32700,
  invalid_request = -32600,
  no_such_method = -32601,
  invalid_params = -32602,
  internal = -32603,
  unsupported_version = -32022,
};

struct Request {
  text::Node id;  // a text or a whole number
  std::string method;
  text::Node params;  // an object; empty if there were none
};

// What is heard and not answered: a notification, or a reply to what was never asked.
struct Unanswered {};

// An answer that says why there is no other. Without an id where none could be read: the protocol's
// schema leaves it out then, and doesn't know null.
struct Refusal {
  std::optional<text::Node> id{};
  Code code{};
  std::string message;
  std::optional<text::Node> data{};
};

using Message = std::variant<Request, Unanswered, Refusal>;

// What a line says. Whatever it holds, this throws nothing.
[[nodiscard]] Message read_message(std::string_view line);

// Each on one line, without its end.
[[nodiscard]] std::string write_result(const text::Node& id, text::Node result);
[[nodiscard]] std::string write_refusal(const Refusal& refusal);

// A word of the other side for a sentence: at most 64 bytes of it, in quotes.
[[nodiscard]] std::string shortened(std::string_view word);

}  // namespace gradus::cli::mcp
