#pragma once

#include "gradus/curriculum/id.hpp"
#include "gradus/evidence/verified_artefact.hpp"
#include "gradus/report/document.hpp"

#include <string>
#include <vector>

namespace gradus::report {

using Verified = evidence::VerifiedArtefact;

[[nodiscard]] Document view(const Verified& verified);
[[nodiscard]] Document view(const std::vector<Verified>& list);
[[nodiscard]] std::string json(const Verified& verified);
[[nodiscard]] std::string json(const std::vector<Verified>& list);
// The answer for an artefact that can't be verified, with the reason.
[[nodiscard]] std::string unverifiable_json(const curriculum::ArtefactId& artefact,
                                            const std::string& reason);
// What the store keeps: the checks alone, on one line.
[[nodiscard]] std::string checks_json(const evidence::Verification& result);

// "abc1234", as git shortens it.
[[nodiscard]] std::string short_commit(const std::string& commit);

}  // namespace gradus::report
