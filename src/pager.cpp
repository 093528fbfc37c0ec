#include "pager.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string_view>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gradus {
namespace {

// A signal is ignored while this lives: the terminal sends Ctrl-C to the pager as well, which knows
// what to do with it.
class Ignored {
 public:
  explicit Ignored(int signal) : signal_(signal), before_(std::signal(signal, SIG_IGN)) {}
  ~Ignored() { (void)std::signal(signal_, before_); }
  Ignored(const Ignored&) = delete;
  Ignored& operator=(const Ignored&) = delete;
  Ignored(Ignored&&) = delete;
  Ignored& operator=(Ignored&&) = delete;

 private:
  int signal_;
  void (*before_)(int);
};

bool may_run(const std::string& program) {
  struct stat found {};  // of a folder, access says that it may be searched
  return stat(program.c_str(), &found) == 0 && S_ISREG(found.st_mode) &&
         access(program.c_str(), X_OK) == 0;
}

// Whether the shell will find the command's program. It would complain where nobody asked for a
// pager, so it is asked only if it does. What it reads in its own way is left to it.
bool is_there(const std::string& command) {
  constexpr std::string_view for_the_shell = "=$`'\"\\|&;<>(){}*?[]#~%!";
  std::string program;
  std::istringstream{command} >> program;
  if (program.find_first_of(for_the_shell) != std::string::npos) return true;
  if (program.find('/') != std::string::npos) return may_run(program);
  const char* path = std::getenv("PATH");
  std::istringstream folders{path == nullptr ? "" : path};
  for (std::string folder; std::getline(folders, folder, ':');)
    if (may_run((folder.empty() ? "." : folder) + "/" + program)) return true;
  return false;
}

}  // namespace

bool show_in_pager(const std::string& command, const std::string& text) {
  constexpr int not_runnable = 126;  // the shell's own words for it
  constexpr int not_found = 127;
  if (!is_there(command)) return false;
  // As git: quit at once what fits the screen, show colours, leave the text on the terminal.
  (void)setenv("LESS", "FRX", 0);
  std::cout.flush();  // what was said before stands above
  std::FILE* pager = popen(command.c_str(), "we");
  if (pager == nullptr) return false;
  const Ignored interrupt{SIGINT};
  const Ignored quit{SIGQUIT};
  const Ignored left_early{SIGPIPE};
  (void)std::fwrite(text.data(), 1, text.size(), pager);
  const int status = pclose(pager);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  return code != not_runnable && code != not_found;
}

}  // namespace gradus
