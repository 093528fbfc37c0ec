#include "cli/mcp/protocol.hpp"

#include "cli/mcp/values.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <string>

namespace gradus::cli::protocol_test {

using namespace gradus::cli::mcp;

namespace {

Request request_of(const std::string& line) {
  const auto message = read_message(line);
  INFO(line);
  REQUIRE(std::holds_alternative<Request>(message));
  return std::get<Request>(message);
}

Refusal refusal_of(const std::string& line) {
  const auto message = read_message(line);
  INFO(line);
  REQUIRE(std::holds_alternative<Refusal>(message));
  return std::get<Refusal>(message);
}

bool is_unanswered(const std::string& line) {
  return std::holds_alternative<Unanswered>(read_message(line));
}

}  // namespace

TEST_CASE("a request has an id, a method and parameters", "[cli][mcp]") {
  const auto request = request_of(R"({"jsonrpc":"2.0","id":7,"method":"ping","params":{"a":[1]}})");
  CHECK(to_json(request.id) == "7");
  CHECK(request.method == "ping");
  CHECK(to_json(request.params) == R"({"a":[1]})");
  CHECK(to_json(request_of(R"({"method":"x","id":"é 1","jsonrpc":"2.0"})").id) == "\"é 1\"");
  CHECK(to_json(request_of(R"({"method":"x","id":-3,"jsonrpc":"2.0"})").params) == "{}");
}

TEST_CASE("notifications and replies get no answer", "[cli][mcp]") {
  CHECK(is_unanswered(R"({"jsonrpc":"2.0","method":"notifications/initialized"})"));
  CHECK(is_unanswered(R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":[]})"));
  CHECK(is_unanswered(R"({"jsonrpc":"2.0","id":1,"result":{}})"));
  CHECK(is_unanswered(R"({"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"?"}})"));
}

TEST_CASE("what is no message is refused with JSON-RPC's code", "[cli][mcp]") {
  CHECK(refusal_of("{\"jsonrpc\":").code == Code::not_json);
  CHECK(refusal_of("hello").code == Code::not_json);
  CHECK(refusal_of(std::string("\0", 1)).code == Code::not_json);
  CHECK(refusal_of("\"\xFF\"").code == Code::not_json);
  CHECK(refusal_of(std::string(100, '[') + std::string(100, ']')).code == Code::invalid_request);
  for (const auto* const line :
       {"[]", "null", "3", R"([{"jsonrpc":"2.0","id":1,"method":"ping"}])", "{}",
        R"({"id":1,"method":"ping"})", R"({"jsonrpc":"1.0","id":1,"method":"ping"})",
        R"({"jsonrpc":2.0,"id":1,"method":"ping"})", R"({"jsonrpc":"2.0","id":1})",
        R"({"jsonrpc":"2.0","id":1,"method":5})", R"({"jsonrpc":"2.0","id":null,"method":"ping"})",
        R"({"jsonrpc":"2.0","id":1.5,"method":"ping"})",
        R"({"jsonrpc":"2.0","id":[1],"method":"ping"})"}) {
    INFO(line);
    CHECK(refusal_of(line).code == Code::invalid_request);
  }
  CHECK(refusal_of(R"({"jsonrpc":"2.0","id":1,"method":"ping","params":[]})").code ==
        Code::invalid_params);
}

TEST_CASE("a refusal names the request where it can", "[cli][mcp]") {
  CHECK(
      write_refusal(refusal_of(R"({"id":4,"method":"ping"})")) ==
      R"({"jsonrpc":"2.0","id":4,"error":{"code":-32600,"message":"\"jsonrpc\" has to be \"2.0\""}})");
  CHECK(write_refusal(refusal_of("?")) ==
        R"({"jsonrpc":"2.0","error":{"code":-32700,"message":"the line is not JSON"}})");
}

TEST_CASE("an answer is one line, whatever is in it", "[cli][mcp]") {
  CHECK(write_result(text_value("a\nb"),
                     object_value({{"text", text_value("\n\x1b\xFF\u2028\u202E")}})) ==
        "{\"jsonrpc\":\"2.0\",\"id\":\"a\\nb\",\"result\":{\"text\":"
        "\"\\n\\u001b\xEF\xBF\xBD\\u2028\\u202e\"}"
        "}");
  CHECK(rc::check([] {
    const auto line = *rc::gen::string<std::string>();
    const auto message = read_message(line);
    if (const auto* const refusal = std::get_if<Refusal>(&message))
      RC_ASSERT(write_refusal(*refusal).find('\n') == std::string::npos);
  }));
}

TEST_CASE("a long word is cut between two characters", "[cli][mcp]") {
  CHECK(shortened("ping") == "\"ping\"");
  CHECK(shortened(std::string(63, 'x') + "éé") == "\"" + std::string(63, 'x') + "…\"");
  CHECK(shortened(std::string(1'000, '\x80')).size() < 100);
}

}  // namespace gradus::cli::protocol_test
