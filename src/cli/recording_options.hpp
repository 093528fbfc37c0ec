#pragma once

// For grammar files only.

#include "cli/command.hpp"
#include "cli/recording.hpp"

#include <string>

namespace gradus::cli {

inline void add_on(Command& command, std::string& on) {
  command.add_option("--on", on, "The day it was done: ISO, yesterday, -3d, tue").type_name("DATE");
}

inline void add_week_and_note(Command& command, std::string& week, std::string& note) {
  command.add_option("--week", week, "The week it counts for (default: the current one)")
      .type_name("ID")
      .completes(Completion::week);
  command.add_option("-n,--note", note, "Anything to remember; stays out of reports")
      .type_name("TEXT")
      .may_be_empty();
}

// The options of every command that records something done.
inline void add_recording_options(Command& command, Recording& recording) {
  add_on(command, recording.on);
  command.add_option("--at", recording.at, "The time it began by the clock").type_name("HH:MM");
  add_week_and_note(command, recording.week, recording.note);
}

}  // namespace gradus::cli
