// A family: C++ that makes the pieces, seams and fittings of one kind of module from a catalog option's
// arguments.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "configurator/catalog/load_catalog.h"
#include "configurator/pack/draft.h"

namespace configurator {

/// One `<build>` of an option with its arguments evaluated in mm, l, kg, pieces.
struct ModuleCall {
  std::string slot;      ///< also the module's assembly id
  std::string part;      ///< part id prefix: pieces are part + ".name"
  std::string assembly;  ///< where its parts belong
  std::map<std::string, double> numbers;
  std::map<std::string, std::string> words;

  double number(const std::string& name, double fallback) const;
  std::string word(const std::string& name, const std::string& fallback) const;
  std::string id(const std::string& name) const { return part + "." + name; }
};

using BuildFamily = void (*)(const ModuleCall& call, PackDraft& draft);

struct Family {
  FamilySpec spec;
  BuildFamily build = nullptr;
};

/// Each file of families offers its own list; these are joined in families().
std::vector<Family> bodyFamilies();     // body_*.cpp: vest, panel-loader, roll-top, drawcord; expansion
std::vector<Family> panelFamilies();    // panels, pockets, sleeves: cloth on a host
std::vector<Family> carryFamilies();    // harness, hip belt, sternum, frames
std::vector<Family> fittingFamilies();  // webbing, cord, tape, hardware, branding, labels
const std::vector<Family>& families();
const Family* findFamily(const std::string& name);
std::vector<FamilySpec> familySpecs();

}  // namespace configurator
