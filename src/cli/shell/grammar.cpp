#include "cli/command.hpp"
#include "cli/shell/requests.hpp"

#include <map>

namespace gradus::cli {

void add_shell_commands(Command& gradus) {
  add_help(gradus);
  gradus.add_command<PrintCompletion>(
      "completion", "Print a script that completes commands, options and ids in your shell.",
      "  source <(gradus completion bash)\n"
      "  gradus completion zsh > ~/.zfunc/_gradus\n"
      "  gradus completion fish > ~/.config/fish/completions/gradus.fish\n",
      [](Command& completion, PrintCompletion& request) {
        const std::map<std::string, Shell> shells{
            {"bash", Shell::bash}, {"zsh", Shell::zsh}, {"fish", Shell::fish}};
        completion
            .add_choice(
                "SHELL", {"bash", "zsh", "fish"},
                [&request, shells](const std::string& word) { request.shell = shells.at(word); },
                "The shell that is to read it")
            .required();
      });
}

}  // namespace gradus::cli
