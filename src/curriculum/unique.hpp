#pragma once

#include "curriculum/declared.hpp"

namespace gradus::curriculum {

// Notes every item whose "id" was used by an earlier item of the list.
void check_unique_ids(const text::Cursor& list);

// Adds the texts of the list to `entered`, and notes every one already there; it may hold those of
// other lists.
void check_unique_texts(const text::Cursor& list, Names& entered);

}  // namespace gradus::curriculum
