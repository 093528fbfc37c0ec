#pragma once

#include "gradus/plan/plan.hpp"

#include <string>
#include <vector>

namespace gradus::plan {

// What a calendar is told of a plan. An event keeps its name through every layout; `revision` is
// that of the plan at which it last changed, and a dropped one stays as cancelled.

struct BlockEvent {
  std::string week_key;
  int ordinal;  // of the block in its week, from 1
  Block block;
  int revision;
  bool cancelled;
};

struct DueEvent {
  curriculum::ArtefactId artefact;
  calendar::Date on;
  int revision;
  bool cancelled;
};

struct Events {
  std::string uid;                 // with which the names of the track's events begin
  std::vector<BlockEvent> blocks;  // in order of time
  std::vector<DueEvent> due;       // in order of time
};

}  // namespace gradus::plan
