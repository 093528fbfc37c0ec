#pragma once

#include "gradus/calendar/moment.hpp"

namespace gradus::exchange {

using calendar::OffsetOf;

}  // namespace gradus::exchange
