// Where a number cannot go one step further as the design stands, and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "configurator/design/design.h"
#include "configurator/session/figures.h"

namespace configurator {

/// A parameter's end in one direction.
struct StepBound {
  std::string parameter;
  int direction = 1;         ///< 1 or -1
  std::string value;         ///< the next step, that something stands against; empty where there is none
  std::string why, because;  ///< sentences
};

std::vector<StepBound> stepBoundsOf(const Catalog& catalog, const Design& design, const Figures& figures);

/// The next allowed value in a direction, or nothing at the end. `steps` ascend.
std::optional<double> nextStep(const std::vector<double>& steps, double value, int direction);

}  // namespace configurator
