#include "cli/progress.hpp"

#include "gradus/report/writers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <utility>

namespace gradus::cli {
namespace {

using std::chrono::microseconds;

constexpr std::chrono::milliseconds patience{500};
constexpr std::chrono::milliseconds between_drawings{200};
constexpr std::chrono::seconds between_lines{10};
constexpr std::uint64_t between_looks = 1000;  // at the clock, when counting
constexpr double least_share = 0.01;           // before, the time left is a guess

double in_seconds(microseconds time) {
  return std::chrono::duration<double>(time).count();
}

// "83,000"
std::string grouped(std::uint64_t number) {
  auto digits = fmt::to_string(number);
  for (auto place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, 1, ',');
  return digits;
}

// "40 s", "4 min 30 s"
std::string time_left(double left) {
  constexpr std::uint64_t minute = 60;
  const auto whole = static_cast<std::uint64_t>(std::round(left));
  if (whole <= minute) return fmt::format("{} s", whole);
  return fmt::format("{} min {} s", whole / minute, whole % minute);
}

}  // namespace

std::string progress_line(const std::string& doing, const Stage& stage, microseconds so_far) {
  const double time = std::max(in_seconds(so_far), 1e-6);
  std::string line = doing + ':';
  if (!stage.things.empty()) line += fmt::format(" {} {},", grouped(stage.done), stage.things);
  if (stage.share > 0) line += fmt::format(" {:.0f}%,", std::floor(stage.share * 100));
  if (!stage.things.empty())
    line +=
        fmt::format(" {} a second,",
                    grouped(static_cast<std::uint64_t>(static_cast<double>(stage.done) / time)));
  if (stage.share >= least_share)
    line += fmt::format(" {} left,", time_left(time * (1 - stage.share) / stage.share));
  line.pop_back();
  return line;
}

Onlooker onlooker(const Session& session) {
  return {session.world.err, session.quiet ? std::nullopt : session.world.err_width,
          session.animation, session.world.clock};
}

Progress::Progress(std::string doing, Onlooker onlooker)
    : doing_(std::move(doing)),
      onlooker_(std::move(onlooker)),
      begun_(onlooker_.clock()),
      next_(begun_ + patience) {}

Progress::~Progress() {
  clear();
}

void Progress::clear() {
  if (drawn_ > 0) onlooker_.err << '\r' << std::string(drawn_, ' ') << '\r' << std::flush;
  drawn_ = 0;
}

void Progress::tell(const Stage& stage) {
  if (!onlooker_.width) return;
  const auto now = onlooker_.clock();
  if (now < next_) return;
  auto line = progress_line(doing_, stage, now.since_1970() - begun_.since_1970());
  auto& err = onlooker_.err;
  if (!onlooker_.animation) {
    err << line << '\n' << std::flush;
    next_ = now + between_lines;
    return;
  }
  line.resize(std::min(line.size(), *onlooker_.width - 1));
  err << '\r' << line << std::string(drawn_ - std::min(drawn_, line.size()), ' ') << std::flush;
  drawn_ = line.size();
  next_ = now + between_drawings;
}

void Progress::count(const std::string& things) {
  if (++counted_ % between_looks == 0) tell({.done = counted_, .things = things});
}

std::function<void(int percent)> Progress::percent() {
  return [this](int percent) { tell({.share = percent / 100.0}); };
}

}  // namespace gradus::cli
