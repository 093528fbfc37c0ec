#pragma once

#include "gradus/plan/countdown.hpp"
#include "gradus/plan/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::plan {

// A plan as calendar events, as they were last told or are to be told next. An event keeps its name
// through every layout; `revision` is the plan revision in which it last changed, and a dropped
// event stays as cancelled. `calendar` begins the names of a track's events.

struct BlockEvent {
  std::string calendar;
  std::string week_key;
  int ordinal;  // the block's number in its week, from 1
  Block block;
  std::string title;  // of its week; empty if it is from before titles were kept
  // Of the local clock at its beginning, east of UTC; none for a block without a time, or if it is
  // not known.
  std::optional<Minutes> offset;
  int revision;
  bool cancelled;
  // Its day has come while its tier is locked: told as time for the open tier. `waited`: so when
  // this was last kept.
  bool waits = false;
  bool waited = false;
};

struct DueEvent {
  std::string calendar;
  curriculum::ArtefactId artefact;
  calendar::Date on;
  std::string title;  // the artefact's; empty if it is from before titles were kept
  int revision;
  bool cancelled;
};

// A line of what is planned for an exam, or the exam itself.
struct ExamEvent {
  std::string calendar;
  ExamLine line;
  int revision;
  bool cancelled;
};

struct Events {
  std::vector<BlockEvent> blocks;  // in order of time
  std::vector<DueEvent> due;       // in order of time
  std::vector<ExamEvent> exam{};   // in order of time
};

}  // namespace gradus::plan
