#include "cli/decisions/advise/inputs.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"

#include "cli/error.hpp"

#include <fmt/format.h>

namespace gradus::cli {

const decisions::CertificateCatalogue& known_certificates() {
  static const auto catalogue =
      decisions::read_certificates(curriculum::builtin_text("catalog/certificates.json"));
  return catalogue;
}

std::string read_market(const Typed& typed) {
  return decisions::known_market(known_certificates(), typed.text);
}

std::function<double(const Typed&)> number_within(double least, double most,
                                                  std::string_view example) {
  return [least, most, example](const Typed& typed) {
    const double number = read_decimal(typed, example);
    if (number >= least && number <= most) return number;
    throw Error(
        fmt::format("{} \"{}\" is not a number from {} to {}", typed.name, typed.text, least, most),
        fmt::format("such as {} {}", typed.name, example));
  };
}

curriculum::Curriculum curriculum_with_stacks(const std::optional<TrackAtHand>& at_hand,
                                              const Session& session) {
  if (at_hand) {
    const auto stored = store::find_track(at_hand->store, session.track);
    auto own = curriculum::load_or_throw(stored.curriculum_text, stored.curriculum.text());
    if (!own.stacks.empty()) return own;
  }
  const auto name = fmt::format("curricula/{}.json", curriculum::default_curriculum);
  return curriculum::load_or_throw(curriculum::builtin_text(name), name);
}

std::optional<curriculum::StackId> own_stack(const std::optional<TrackAtHand>& at_hand) {
  return at_hand ? at_hand->track.stack : std::nullopt;
}

}  // namespace gradus::cli
