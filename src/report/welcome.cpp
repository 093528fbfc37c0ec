#include "gradus/report/welcome.hpp"

#include "report/json_values.hpp"

#include <array>

namespace gradus::report {
namespace {

struct Way {
  const char* command;
  const char* does;
};
constexpr std::array ways{
    Way{"gradus init", "starts the built-in curriculum, data engineering in 24 weeks, next Monday"},
    Way{"gradus init --what-if", "shows its plan, and stores nothing"},
    Way{"gradus curriculum list", "lists what else there is to learn; a file of your own will do"},
};

}  // namespace

Document view(const Welcome& /*welcome*/) {
  FactList list;
  for (const auto& way : ways) list.facts.emplace_back(way.command, way.does);
  return {{Paragraph{"gradus plans a curriculum week by week, keeps what you study and solve, and "
                     "says whether you may move on. Nothing is stored here yet. To begin:"},
           std::move(list), Paragraph{"Where you studied before, gradus import takes it in."}}};
}

std::string json(const Welcome& /*welcome*/) {
  auto begin = Json::array();
  for (const auto& way : ways) begin.push_back({{"command", way.command}, {"does", way.does}});
  return to_text({{"store", nullptr}, {"begin", std::move(begin)}});
}

}  // namespace gradus::report
