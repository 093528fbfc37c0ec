#include "gradus/decisions/advice.hpp"

#include <algorithm>

namespace gradus::decisions {
namespace {

KitItem exam_of(const Certificate& certificate) {
  return {certificate.id, certificate.title + " (exam)",
          certificate.exam_usd.value_or(curriculum::Usd{0}), "look up the price before you book"};
}

bool can_be_booked(const Certificate& certificate) {
  return !certificate.retired_on && certificate.exam_usd;
}

std::vector<KitItem> exams_of(const CertificateCatalogue& catalogue,
                              const std::optional<std::string>& own) {
  std::vector<KitItem> exams;
  for (const auto role : {CertificateRole::cloud, CertificateRole::tool})
    for (const auto& each : catalogue.certificates)
      if (each.role == role && can_be_booked(each) && (!own || each.id == *own))
        exams.push_back(exam_of(each));
  return exams;
}

const curriculum::Resource* free_one_of(const curriculum::Week& week,
                                        const curriculum::Curriculum& curriculum) {
  for (const auto& id : week.resources) {
    const auto found = std::ranges::find(curriculum.resources, id, &curriculum::Resource::id);
    if (found != curriculum.resources.end() && found->usd && found->usd->cents() == 0)
      return &*found;
  }
  return nullptr;
}

// The resource itself, or what the stack has in its place: the first free one of the week that used
// it.
const curriculum::Resource& of_stack(const curriculum::Resource& wanted,
                                     const curriculum::Curriculum& curriculum,
                                     const curriculum::Stack& stack) {
  const auto uses = [&](const curriculum::Week& week) {
    return std::ranges::find(week.resources, wanted.id) != week.resources.end();
  };
  const curriculum::Resource* instead = nullptr;
  for (const auto& tier : curriculum.tiers)
    for (const auto& week : tier.weeks) {
      const auto changed = stack.weeks.find(week.id);
      if (uses(changed == stack.weeks.end() ? week : changed->second)) return wanted;
      if (!instead && uses(week)) instead = free_one_of(changed->second, curriculum);
    }
  return instead ? *instead : wanted;
}

}  // namespace

StarterKit starter_kit(const curriculum::Curriculum& curriculum,
                       const CertificateCatalogue& catalogue,
                       const std::optional<curriculum::StackId>& stack) {
  StarterKit kit;
  const auto* own = stack ? &curriculum::find_stack(curriculum, stack->text()) : nullptr;
  if (!own || own->certificate)
    kit.exams = exams_of(catalogue, own ? own->certificate : std::nullopt);
  for (const auto& resource : curriculum.resources) {
    if (!resource.starter || resource.retired) continue;
    const auto& each = own ? of_stack(resource, curriculum, *own) : resource;
    const auto usd = each.usd.value_or(curriculum::Usd{0});
    (usd.cents() == 0 ? kit.free : kit.paid)
        .push_back({each.id.text(), each.title, usd, each.note});
  }
  std::ranges::stable_sort(kit.paid, {}, &KitItem::usd);
  return kit;
}

}  // namespace gradus::decisions
