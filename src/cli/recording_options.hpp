#pragma once

// For grammar files only.

#include "cli/command.hpp"
#include "cli/recording.hpp"

namespace gradus::cli {

// The options of every command that records something.
inline void add_recording_options(Command& command, Recording& recording) {
  command.add_option("--on", recording.on, "The day it was done: ISO, yesterday, -3d, tue")
      .type_name("DATE");
  command.add_option("--at", recording.at, "The time it began by the clock").type_name("HH:MM");
  command.add_option("--week", recording.week, "The week it counts for (default: the current one)")
      .type_name("ID")
      .completes(Completion::week);
  command.add_option("--note", recording.note, "Anything to remember; stays out of reports")
      .type_name("TEXT")
      .may_be_empty();
}

}  // namespace gradus::cli
