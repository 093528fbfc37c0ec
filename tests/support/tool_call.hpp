#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace gradus::testing {

// A message that calls a tool of `gradus mcp`, as a line.
[[nodiscard]] inline std::string tool_call(
    const std::string& tool, const nlohmann::json& arguments = nlohmann::json::object(),
    int id = 1) {
  const nlohmann::json meta{
      {"io.modelcontextprotocol/protocolVersion", "2026-07-28"},
      {"io.modelcontextprotocol/clientCapabilities", nlohmann::json::object()}};
  return nlohmann::json{{"jsonrpc", "2.0"},
                        {"id", id},
                        {"method", "tools/call"},
                        {"params", {{"name", tool}, {"arguments", arguments}, {"_meta", meta}}}}
             .dump() +
         "\n";
}

}  // namespace gradus::testing
