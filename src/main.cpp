#include "gradus/cli/run.hpp"

#include "heap.hpp"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <random>
#include <sys/ioctl.h>
#include <unistd.h>

namespace {

gradus::calendar::Minutes in_minutes(long seconds) {
  return std::chrono::duration_cast<gradus::calendar::Minutes>(std::chrono::seconds{seconds});
}

gradus::calendar::Moment now() {
  const std::time_t instant = std::time(nullptr);
  std::tm local{};
  localtime_r(&instant, &local);
  return {gradus::calendar::Date{std::chrono::year{local.tm_year + 1900} /
                                 std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)} /
                                 std::chrono::day{static_cast<unsigned>(local.tm_mday)}},
          gradus::calendar::TimeOfDay{std::chrono::hours{local.tm_hour} +
                                      gradus::calendar::Minutes{local.tm_min}},
          in_minutes(local.tm_gmtoff)};
}

gradus::calendar::Instant real_time() {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return gradus::calendar::Instant{std::chrono::floor<std::chrono::microseconds>(since_1970)};
}

std::optional<std::string> environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr) return std::nullopt;
  return value;
}

std::array<std::uint8_t, 16> random_bytes() {
  std::random_device device;
  std::array<std::uint8_t, 16> bytes{};
  for (auto& byte : bytes) byte = static_cast<std::uint8_t>(device());
  return bytes;
}

// By the C library's zone rules. A time that the clock skips has the offset of before the gap, as
// RFC 5545 (3.3.5) reads it; one that comes twice means the first.
gradus::calendar::LocalOffset local_offset(gradus::calendar::Date day,
                                           gradus::calendar::TimeOfDay time) {
  const auto ymd = day.ymd();
  const auto wanted = static_cast<int>(time.since_midnight().count());
  std::optional<std::pair<std::time_t, std::tm>> first;
  std::time_t near = 0;
  for (const int daylight_saving : {1, 0}) {
    std::tm local{};
    local.tm_year = static_cast<int>(ymd.year()) - 1900;
    local.tm_mon = static_cast<int>(static_cast<unsigned>(ymd.month())) - 1;
    local.tm_mday = static_cast<int>(static_cast<unsigned>(ymd.day()));
    local.tm_min = wanted;
    local.tm_isdst = daylight_saving;
    local.tm_wday = -1;  // set where the C library finds an answer
    const auto found = std::mktime(&local);
    if (local.tm_wday < 0) continue;
    near = found;
    // A zone that changes its side of the date line skips a whole day.
    const bool exists = local.tm_hour * 60 + local.tm_min == wanted &&
                        local.tm_mday == static_cast<int>(static_cast<unsigned>(ymd.day()));
    if (exists && (!first || near < first->first)) first = {near, local};
  }
  if (!first) {
    constexpr std::time_t longest_gap = 86'400;
    const std::time_t before = near - longest_gap;
    first.emplace(before, std::tm{});
    localtime_r(&before, &first->second);
    return {in_minutes(first->second.tm_gmtoff), true};
  }
  // Where a place changed its time without summer time, the C library may have found the second.
  constexpr std::time_t day_before = 86'400;
  const std::time_t earlier = first->first - day_before;
  std::tm before{};
  localtime_r(&earlier, &before);
  const std::time_t same_clock = first->first + first->second.tm_gmtoff - before.tm_gmtoff;
  std::tm shown{};
  localtime_r(&same_clock, &shown);
  if (shown.tm_gmtoff == before.tm_gmtoff) return {in_minutes(before.tm_gmtoff), false};
  return {in_minutes(first->second.tm_gmtoff), false};
}

std::optional<std::size_t> terminal_width() {
  if (isatty(STDOUT_FILENO) == 0) return std::nullopt;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

std::optional<std::string> ask(const std::string& question) {
  if (isatty(STDIN_FILENO) == 0 || isatty(STDERR_FILENO) == 0) return std::nullopt;
  std::cerr << question << std::flush;
  std::string answer;
  std::getline(std::cin, answer);  // Ctrl-D is an empty line: somebody was asked
  return answer;
}

// A blocked Ctrl-C stays pending until it is waited for, so none is missed between two waits.
bool wait(std::chrono::seconds time) {
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  (void)sigprocmask(SIG_BLOCK, &interrupt, nullptr);
  const timespec most{time.count(), 0};
  return sigtimedwait(&interrupt, nullptr, &most) != SIGINT;
}

}  // namespace

int main(int argc, char** argv) {
  gradus::lay_out_heap();
  std::ios::sync_with_stdio(false);
  const gradus::cli::World world{
      std::cout,        std::cerr, now().on,  environment, random_bytes, local_offset,
      terminal_width(), now,       real_time, ask,         wait};
  return static_cast<int>(gradus::cli::run({argv + 1, argv + argc}, world));
}
