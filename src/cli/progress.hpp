#pragma once

#include "gradus/calendar/instant.hpp"

#include "cli/session.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

namespace gradus::cli {

// How far a long piece of work is.
struct Stage {
  std::uint64_t done = 0;  // of `things`
  std::string things{};    // "entries"; empty where only the share is known
  double share = 0;        // of the whole, 0 to 1; 0 where it isn't known
};

// "import: 412,000 entries, 41%, 83,000 a second, 7 s left": only what is known.
[[nodiscard]] std::string progress_line(const std::string& doing, const Stage& stage,
                                        std::chrono::microseconds so_far);

// Where progress is told, and by which clock. `width` is that of the terminal; nullopt where nobody
// looks on.
struct Onlooker {
  std::ostream& err;
  std::optional<std::size_t> width;
  bool animation;
  std::function<calendar::Instant()> clock;
};
[[nodiscard]] Onlooker onlooker(const Session& session);

// Tells on a terminal's stderr how far long work is, once it has taken half a second: in one line
// that is drawn again, and is gone at the end. Where nothing may move, a line each ten seconds.
class Progress {
 public:
  Progress(std::string doing, Onlooker onlooker);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  void tell(const Stage& stage);
  // Takes the line away, so that something else can be said. It is drawn again by the next `tell`.
  void clear();
  // One more of the things is done.
  void count(const std::string& things);
  // For work that only knows its share, such as a copy.
  [[nodiscard]] std::function<void(int percent)> percent();

 private:
  std::string doing_;
  Onlooker onlooker_;
  calendar::Instant begun_;
  calendar::Instant next_;  // nothing is told before
  std::size_t drawn_ = 0;   // how wide the line is that stands there
  std::uint64_t counted_ = 0;
};

}  // namespace gradus::cli
