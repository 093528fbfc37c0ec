// Both eras of the protocol, with tools that do nothing.
#include "cli/mcp/server.hpp"

#include "cli/mcp/values.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace gradus::cli::mcp_server_test {

using namespace gradus::cli::mcp;
using nlohmann::json;

namespace {

const json revision_2026{{"io.modelcontextprotocol/protocolVersion", "2026-07-28"},
                         {"io.modelcontextprotocol/clientCapabilities", json::object()}};

// A server whose tools answer what they were asked.
class Peer {
 public:
  json ask(const std::string& method, json params = json::object()) {
    const json request{{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", params}};
    const auto line = server_.answer(request.dump());
    REQUIRE(line);
    auto answer = json::parse(*line);
    CHECK(answer["jsonrpc"] == "2.0");
    CHECK(answer["id"] == 1);
    return answer;
  }
  // The same since 2026-07-28.
  json ask_alone(const std::string& method, json params = json::object()) {
    params["_meta"] = revision_2026;
    return ask(method, std::move(params));
  }
  void initialize() {
    (void)ask("initialize", {{"protocolVersion", "2025-11-25"},
                             {"capabilities", json::object()},
                             {"clientInfo", {{"name", "test"}, {"version", "1"}}}});
  }
  std::optional<std::string> hear(const std::string& line) { return server_.answer(line); }

  std::vector<std::string> called;

 private:
  Server server_{tools({}), [this](const Tool& tool, const text::Node& arguments) {
                   called.push_back(std::string(tool.name) + to_json(arguments));
                   if (tool.name == "forecast")
                     return Outcome{.remarks = {"no store\nHint: gradus init"}, .failed = true};
                   return Outcome{.answer = object_value({{"ok", flag_value(true)}})};
                 }};
};

int code_of(const json& answer) {
  return answer["error"]["code"].get<int>();
}

}  // namespace

TEST_CASE("initialize agrees on a revision", "[cli][mcp]") {
  Peer peer;
  const auto asked =
      GENERATE(std::pair("2025-11-25", "2025-11-25"), std::pair("2025-06-18", "2025-06-18"),
               std::pair("2024-11-05", "2025-11-25"), std::pair("2026-07-28", "2025-11-25"));
  const auto result = peer.ask("initialize", {{"protocolVersion", asked.first}})["result"];
  CHECK(result["protocolVersion"] == asked.second);
  CHECK(result["capabilities"] == json{{"tools", json::object()}});
  CHECK(result["serverInfo"]["name"] == "gradus");
  CHECK_FALSE(result["serverInfo"]["version"].get<std::string>().empty());
  CHECK_FALSE(result.contains("resultType"));
  CHECK(code_of(peer.ask("initialize")) == -32602);
}

TEST_CASE("after initialize a request need not say its revision", "[cli][mcp]") {
  Peer peer;
  CHECK(peer.ask("ping")["result"] == json::object());
  CHECK(code_of(peer.ask("tools/list")) == -32602);
  CHECK(code_of(peer.ask("tools/call", {{"name", "today"}})) == -32602);
  peer.initialize();
  CHECK_FALSE(peer.hear(R"({"jsonrpc":"2.0","method":"notifications/initialized"})"));
  const auto list = peer.ask("tools/list")["result"];
  CHECK(list["tools"].size() == 8);
  CHECK_FALSE(list.contains("ttlMs"));
  const auto result = peer.ask("tools/call", {{"name", "today"}})["result"];
  CHECK(result["content"][0] == json{{"type", "text"}, {"text", R"({"ok":true})"}});
  CHECK(result["structuredContent"] == json{{"ok", true}});
  CHECK(result["isError"] == false);
  CHECK_FALSE(result.contains("resultType"));
  for (const auto* const method : {"prompts/list", "resources/list", "logging/setLevel", "", "x"})
    CHECK(code_of(peer.ask(method)) == -32601);
}

TEST_CASE("since 2026-07-28 every request stands alone", "[cli][mcp]") {
  Peer peer;
  const auto list = peer.ask_alone("tools/list")["result"];
  CHECK(list["resultType"] == "complete");
  CHECK(list["ttlMs"] > 0);
  CHECK(list["cacheScope"] == "private");
  CHECK(list["_meta"]["io.modelcontextprotocol/serverInfo"]["name"] == "gradus");
  const auto result =
      peer.ask_alone("tools/call", {{"name", "ready"}, {"arguments", {{"tier", "sql"}}}})["result"];
  CHECK(result["resultType"] == "complete");
  CHECK(result["structuredContent"] == json{{"ok", true}});
  CHECK(peer.called == std::vector<std::string>{R"(ready{"tier":"sql"})"});
  for (const auto* const method :
       {"initialize", "ping", "logging/setLevel", "resources/list", "subscriptions/listen"})
    CHECK(code_of(peer.ask_alone(method)) == -32601);
  // Nothing of it is remembered.
  CHECK(code_of(peer.ask("tools/list")) == -32602);
}

TEST_CASE("server/discover says what there is", "[cli][mcp]") {
  Peer peer;
  const auto result = peer.ask_alone("server/discover")["result"];
  CHECK(result["supportedVersions"] == json{"2026-07-28", "2025-11-25", "2025-06-18"});
  CHECK(result["capabilities"] == json{{"tools", json::object()}});
  CHECK(result["resultType"] == "complete");
  CHECK(result["cacheScope"] == "private");
  CHECK(result["instructions"].get<std::string>().find("data") != std::string::npos);
}

TEST_CASE("a request names its revision and what its client can do", "[cli][mcp]") {
  Peer peer;
  auto meta = revision_2026;
  CHECK(code_of(peer.ask("server/discover")) == -32602);
  CHECK(code_of(peer.ask("server/discover", {{"_meta", 5}})) == -32602);
  meta.erase("io.modelcontextprotocol/clientCapabilities");
  CHECK(code_of(peer.ask("tools/list", {{"_meta", meta}})) == -32602);
  meta["io.modelcontextprotocol/protocolVersion"] = 2026;
  CHECK(code_of(peer.ask("tools/list", {{"_meta", meta}})) == -32602);
  meta["io.modelcontextprotocol/protocolVersion"] = "1900-01-01";
  const auto answer = peer.ask("tools/list", {{"_meta", meta}});
  CHECK(code_of(answer) == -32022);
  CHECK(answer["error"]["data"] == json{{"supported", {"2026-07-28", "2025-11-25", "2025-06-18"}},
                                        {"requested", "1900-01-01"}});
  // An older one that it names is answered as after initialize.
  meta["io.modelcontextprotocol/protocolVersion"] = "2025-11-25";
  CHECK(peer.ask("ping", {{"_meta", meta}})["result"] == json::object());
}

TEST_CASE("both eras may share one stream", "[cli][mcp]") {
  Peer peer;
  peer.initialize();
  CHECK_FALSE(peer.ask("tools/list")["result"].contains("resultType"));
  CHECK(peer.ask_alone("tools/list")["result"].contains("resultType"));
  CHECK(code_of(peer.ask_alone("ping")) == -32601);
  CHECK(peer.ask("ping")["result"] == json::object());
}

TEST_CASE("a tool that is not there, or is not called as one, is refused", "[cli][mcp]") {
  Peer peer;
  const auto refused = [&](json params) { return peer.ask_alone("tools/call", std::move(params)); };
  CHECK(code_of(refused({{"name", "todya"}})) == -32602);
  CHECK(refused({{"name", "todya"}})["error"]["message"] ==
        "there is no tool \"todya\"; did you mean today?");
  CHECK(refused({{"name", "log"}})["error"]["message"] ==
        "log is not allowed here: gradus mcp --allow log allows it");
  CHECK(code_of(refused({{"name", std::string(100'000, 'x')}})) == -32602);
  CHECK(code_of(refused(json::object())) == -32602);
  CHECK(code_of(refused({{"name", 5}})) == -32602);
  CHECK(code_of(refused({{"name", "today"}, {"arguments", {1}}})) == -32602);
  CHECK(code_of(peer.ask_alone("tools/list", {{"cursor", "2"}})) == -32602);
  CHECK(peer.called.empty());
}

TEST_CASE("a command's error is a result that says so", "[cli][mcp]") {
  Peer peer;
  const auto result = peer.ask_alone("tools/call", {{"name", "forecast"}})["result"];
  CHECK(result["isError"] == true);
  CHECK(result["content"][0]["text"] == "no store\nHint: gradus init");
  CHECK_FALSE(result.contains("structuredContent"));
}

TEST_CASE("the list of tools is the same every time", "[cli][mcp]") {
  Peer peer;
  const auto request = R"({"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":)" +
                       revision_2026.dump() + "}}";
  CHECK(peer.hear(request) == Peer{}.hear(request));
}

}  // namespace gradus::cli::mcp_server_test
