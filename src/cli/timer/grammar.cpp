#include "cli/command.hpp"
#include "cli/recording_options.hpp"
#include "cli/timer/requests.hpp"

namespace gradus::cli {
namespace {

void describe_start(Command& start, StartTimer& request) {
  start.add_choice(
      "KIND", words(journal::session_kinds),
      [&request](const std::string& word) { request.kind = journal::parse_session_kind(word); },
      "What it is for (default: that of today's first block, else read)");
  start.add_option("-t,--topic", request.topic, "A topic of the curriculum")
      .type_name("ID")
      .completes(Completion::topic);
  add_week_and_note(start, request.week, request.note);
  start.add_flag("--pomodoro", request.pomodoro,
                 "Count down 50 minutes of focus and 10 of notes, then record them; Ctrl-C ends it "
                 "earlier");
}

void describe_stop(Command& stop, StopTimer& request) {
  stop.add_option("--at", request.at, "When you really stopped, by the clock (default: now)")
      .type_name("HH:MM");
  stop.add_option("--after", request.after, "How long it really was").type_name("DURATION");
  add_on(stop, request.recording.on);
  add_week_and_note(stop, request.recording.week, request.recording.note);
}

}  // namespace

void add_timer_commands(Command& gradus) {
  gradus.add_command<StartTimer>("start", "Start the timer.",
                                 "  gradus start\n"
                                 "  gradus start lab --topic window-functions\n"
                                 "  gradus start read --pomodoro\n",
                                 describe_start);
  gradus.add_command<StopTimer>("stop", "Stop the timer and record the time.",
                                "  gradus stop\n"
                                "  gradus stop --note \"the self joins\"\n"
                                "  gradus stop --at 21:30\n"
                                "  gradus stop --after 50m\n",
                                describe_stop);
  gradus.add_command<CancelTimer>("cancel", "Drop the timer and record nothing.",
                                  "  gradus cancel\n");
}

}  // namespace gradus::cli
