// Who holds a place's value: a slot's, a parameter's or a zone's, whichever the id names.
#pragma once

#include <string>

#include "configurator/catalog/choices.h"

namespace configurator {

/// By whom a place's value is and whether it is pinned.
struct PlaceHold {
  By by = By::Template;
  bool pinned = false;
};

/// A template's and free where the choices say nothing of the place.
PlaceHold holdOf(const Choices& choices, const std::string& place);

/// Of a place that the choices say nothing of, these change nothing.
void makeOwn(Choices& choices, const std::string& place);  ///< the user's own
void unpin(Choices& choices, const std::string& place);

}  // namespace configurator
