#pragma once

#include "curriculum/declared.hpp"

namespace gradus::curriculum {

// Notes every item whose "id" an earlier item of the list has.
void check_unique_ids(const text::Cursor& list);

// Enters the texts of the list, and notes every one that is there already: `entered` may hold those
// of other lists.
void check_unique_texts(const text::Cursor& list, Names& entered);

}  // namespace gradus::curriculum
