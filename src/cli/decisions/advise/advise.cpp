#include "cli/command.hpp"
#include "cli/commands.hpp"

namespace gradus::cli {

void add_advise(Command& gradus) {
  gradus.add_family("advise",
                    "Advise on a certificate, a budget, a bootcamp or a stack, step by step.",
                    "  gradus advise certificate --budget 400 --weeks 8\n"
                    "  gradus advise budget --cap 300\n"
                    "  gradus advise bootcamp --placement 85% --salary 90000\n"
                    "  gradus advise stack --market europe\n",
                    [](Command& advise) {
                      add_advise_certificate(advise);
                      add_advise_budget(advise);
                      add_advise_bootcamp(advise);
                      add_advise_stack(advise);
                    });
}

}  // namespace gradus::cli
