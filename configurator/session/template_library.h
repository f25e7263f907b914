// The starting designs in templates/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "configurator/design/design.h"
#include "configurator/session/workshop.h"

namespace configurator {

struct TemplateSummary {
  std::string id, name, type;  ///< type: the body option's pack-type
  double capacity_l = 0;
  std::string label_means;  ///< "capacity_l" or "carry_l"
  std::string description;
};

/// In the order lightweight, hydration, commuter, modular, endurance, then the others by id.
Result<std::vector<TemplateSummary>> listTemplates(const Workshop& workshop);

/// Says that there is no such template, with the nearest one; nothing when there is.
std::optional<std::string> objectionToTemplate(const Workshop& workshop, std::string_view template_id);

/// A design from a template with its order dated `date` (YYYY-MM-DD). Fails as objectionToTemplate says.
Result<Design> newDesign(const Workshop& workshop, std::string_view template_id, const std::string& date);

}  // namespace configurator
