#pragma once

#include "gradus/calendar/moment.hpp"
#include "gradus/exchange/reader.hpp"
#include "gradus/exchange/study_tags.hpp"

#include <memory>

namespace gradus::exchange {

// Reads what `timew export` writes: an interval is a session, on the local day it began. An
// interval is recognised by its start. Its minutes are those that a clock without seconds shows
// between start and end, so they depend on no other interval; any resulting difference in the total
// is reported, if it comes to a minute. The open interval is skipped and reported.
[[nodiscard]] std::unique_ptr<Reader> read_timewarrior(Source source, StudyTags tags,
                                                       calendar::OffsetOf offset_of);

}  // namespace gradus::exchange
