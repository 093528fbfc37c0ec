#include "gradus/cli/run.hpp"

#include "heap.hpp"
#include "launch.hpp"
#include "pager.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <poll.h>
#include <random>
#include <string>
#include <sys/ioctl.h>
#include <system_error>
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

// The C library opens the file that TZ names, and waits for ever if it is a pipe. What is there and
// is no file counts for UTC, as a zone that isn't there does. The TZ that was set, if it was
// changed.
std::optional<std::string>& strange_zone() {
  static std::optional<std::string> zone;
  return zone;
}

void avoid_strange_zone() {
  const char* set = std::getenv("TZ");
  if (set == nullptr) return;
  const char* folder = std::getenv("TZDIR");
  const std::string zone = *set == ':' ? set + 1 : set;
  std::error_code failed;
  const auto file = std::filesystem::status(
      std::filesystem::path(folder == nullptr ? "/usr/share/zoneinfo" : folder) / zone, failed);
  if (zone.empty() || !std::filesystem::exists(file) || std::filesystem::is_regular_file(file))
    return;
  strange_zone() = set;
  ::setenv("TZ", "UTC0", 1);
}

std::optional<std::string> environment(const std::string& name) {
  if (name == "TZ" && strange_zone()) return strange_zone();
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

// The C library's offset at an instant, in seconds.
long offset_at(std::time_t instant) {
  std::tm local{};
  localtime_r(&instant, &local);
  return local.tm_gmtoff;
}

// By the C library's zone rules: those of a day before and a day after are tried, since clocks
// change but once in that time. A time that the clock skips has the offset of before the gap, as
// RFC 5545 (3.3.5) reads it; one that comes twice means the first.
gradus::calendar::LocalOffset local_offset(gradus::calendar::Date day,
                                           gradus::calendar::TimeOfDay time) {
  constexpr std::time_t one_day = 86'400;
  const auto since_1970 = std::chrono::sys_days{day.ymd()}.time_since_epoch();
  const std::time_t as_utc = std::chrono::seconds{since_1970 + time.since_midnight()}.count();
  const long before = offset_at(as_utc - one_day);
  const long after = offset_at(as_utc + one_day);
  for (const long offset : {std::max(before, after), std::min(before, after)})
    if (offset_at(as_utc - offset) == offset) return {in_minutes(offset), false};
  return {in_minutes(before), true};
}

// Columns of the terminal that a stream goes to. COLUMNS replaces what the terminal says, as for
// ls and git.
std::optional<std::size_t> terminal_width(int stream) {
  constexpr long most = 10'000;
  if (isatty(stream) == 0) return std::nullopt;
  if (const char* columns = std::getenv("COLUMNS"))
    if (const long set = std::strtol(columns, nullptr, 10); 0 < set && set <= most)
      return static_cast<std::size_t>(set);
  winsize size{};
  if (ioctl(stream, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

std::optional<std::string> ask(const std::string& question) {
  if (isatty(STDIN_FILENO) == 0 || isatty(STDERR_FILENO) == 0) return std::nullopt;
  std::cerr << question << std::flush;
  std::string answer;
  if (!std::getline(std::cin, answer)) return gradus::cli::ctrl_d;  // somebody was asked
  return answer;
}

gradus::cli::Heard listen_for(std::chrono::seconds time) {
  using gradus::cli::Heard;
  std::cout.flush();
  // What was read ahead of the last answer no longer shows on the terminal.
  if (std::cin.rdbuf()->in_avail() <= 0) {
    pollfd keyboard{STDIN_FILENO, POLLIN, 0};
    constexpr int milliseconds = 1'000;
    if (poll(&keyboard, 1, static_cast<int>(time.count()) * milliseconds) <= 0)
      return Heard::nothing;  // or woken, after the program was stopped and went on
  }
  std::string line;
  return std::getline(std::cin, line) ? Heard::line : Heard::end;
}

// A blocked Ctrl-C stays pending until it is waited for, so none is missed between two waits.
bool wait_for(std::chrono::seconds time) {
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  (void)sigprocmask(SIG_BLOCK, &interrupt, nullptr);
  const timespec most{time.count(), 0};
  return sigtimedwait(&interrupt, nullptr, &most) != SIGINT;
}

std::size_t read_input(char* bytes, std::size_t most) {
  for (;;) {
    const auto count = ::read(STDIN_FILENO, bytes, most);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) return 0;
  }
}

}  // namespace

int main(int argc, char** argv) {
  gradus::lay_out_heap();
  std::ios::sync_with_stdio(false);
  avoid_strange_zone();
  const gradus::cli::World world{.out = std::cout,
                                 .err = std::cerr,
                                 .today = now().on,
                                 .environment = environment,
                                 .random_bytes = random_bytes,
                                 .local_offset = local_offset,
                                 .terminal_width = terminal_width(STDOUT_FILENO),
                                 .err_width = terminal_width(STDERR_FILENO),
                                 .now = now,
                                 .clock = real_time,
                                 .ask = ask,
                                 .wait = wait_for,
                                 .listen = listen_for,
                                 .page = gradus::show_in_pager,
                                 .launch = gradus::launch,
                                 .read = read_input};
  return static_cast<int>(gradus::cli::run({argv + 1, argv + argc}, world));
}
