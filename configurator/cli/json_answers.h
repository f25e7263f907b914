// Results as JSON objects with the contract's keys. A key whose figure is not reckoned is null.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bom/quality/quality_plan.h"
#include "configurator/design/design.h"
#include "configurator/pack/reflective_area.h"
#include "configurator/pack/size_table.h"
#include "configurator/session/figures.h"
#include "configurator/session/template_library.h"
#include "configurator/session/verify_folder.h"

namespace configurator {

/// A design with its figures: what show, bom, cost and check print.
struct DesignAnswer {
  const Workshop& workshop;
  const Design& design;
  const FigureRequest& request;
  const Figures& figures;
  bool explain = false;                 ///< each line of the cost too, with how it is reckoned
  std::optional<SizeTable> sizes = {};  ///< of a design that can be built: the sizes whose measures are asked
};

/// The one that is asked for, else the order's.
const std::string& incotermOf(const DesignAnswer& answer);

/// What `render` did.
struct Drawn {
  std::string file;                 ///< of a turntable: what moves
  std::vector<std::string> frames;  ///< of a turntable, a picture each
  int width = 0, height = 0;
  std::size_t triangles = 0;
  double ms = 0;
  bool valid = true;
  std::optional<std::array<ReflectiveView, 8>> reflective = {};  ///< by night
};

std::string templatesJson(const std::vector<TemplateSummary>& templates);
std::string showJson(const DesignAnswer& answer);
std::string bomJson(const DesignAnswer& answer);
std::string costJson(const DesignAnswer& answer);
/// `quality`: null where the design cannot be built or its figures fail.
std::string checkJson(const std::vector<Violation>& violations, const bom::QualityPlan* quality);
std::string walkJson(const Pack& pack, bool valid);
std::string renderJson(const Drawn& drawn);
std::string verifyJson(const Verification& verification);
/// Files that a command wrote.
std::string filesJson(const std::string& target, const std::vector<std::string>& files, bool valid);
std::string catalogJson(const std::vector<std::string>& messages);
/// {"schema": 1, "valid": ..., "file": ...}; without `valid` where the file is no design.
std::string fileJson(const std::string& file, std::optional<bool> valid);

}  // namespace configurator
