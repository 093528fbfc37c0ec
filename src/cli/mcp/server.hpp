#pragma once

#include "cli/mcp/protocol.hpp"
#include "cli/mcp/tools.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gradus::cli::mcp {

// What a tool said.
struct Outcome {
  text::Node answer{};                 // an object; null where there is none
  std::vector<std::string> remarks{};  // sentences that go with it, or why there is none
  bool failed = false;
};

// Answers both eras of the protocol: that in which each request says its revision itself
// (2026-07-28), and that which begins with `initialize` (2025-11-25 and 2025-06-18), after which
// requests need not say it. Reads and writes nothing: lines come in, and lines go out.
class Server {
 public:
  using Call = std::function<Outcome(const Tool& tool, const text::Node& arguments)>;

  Server(std::vector<Tool> tools, Call call);

  // The answer to a line, without its end; nullopt to what asks for none.
  [[nodiscard]] std::optional<std::string> answer(std::string_view line);

 private:
  using Answer = std::variant<text::Node, Refusal>;

  [[nodiscard]] Answer answer(const Request& request);
  [[nodiscard]] Answer stateless(const Request& request) const;
  [[nodiscard]] Answer initialized(const Request& request);
  [[nodiscard]] Answer since_initialize(const Request& request);
  [[nodiscard]] Answer listed(const Request& request) const;
  [[nodiscard]] Answer called(const Request& request) const;

  std::vector<Tool> tools_;
  Call call_;
  bool initialized_ = false;
};

}  // namespace gradus::cli::mcp
