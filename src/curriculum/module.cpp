#include "gradus/curriculum/module.hpp"

namespace gradus::curriculum {

WeekMinutes Module::net() const {
  WeekMinutes rest = minutes;
  for (const auto kind : calendar::block_kinds) rest.of(kind) -= overlap.of(kind);
  return rest;
}

}  // namespace gradus::curriculum
