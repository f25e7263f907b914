// A plain body to hang modules on: one rectangle per host, flat or bent to a cylinder, and the shipped
// catalog.
#pragma once

#include <string>

#include "configurator/pack/family.h"

namespace configurator {

/// The shipped catalog, read once.
const Catalog& shippedCatalog();

/// How the host rectangles are bent: 0 = flat; else the radius in mm of a vertical cylinder, outwards (> 0)
/// or hollow (< 0).
struct PlainBody {
  double width_mm = 280, height_mm = 460, depth_mm = 150, bend_radius_mm = 0;
};

/// A draft with the hosts and points that bodies and harnesses offer, each host on a piece of its own named
/// "body.HOST".
class ModuleDraft {
 public:
  explicit ModuleDraft(const PlainBody& body = {});
  ModuleDraft(const ModuleDraft&) = delete;
  ModuleDraft& operator=(const ModuleDraft&) = delete;

  PackDraft& draft() { return draft_; }
  const Pack& pack() const { return draft_.pack; }
  /// Builds a family as module `call.part`. REQUIRES that panelFamilies, carryFamilies or
  /// fittingFamilies has it.
  void build(const std::string& family, ModuleCall call);

 private:
  Choices choices_;
  PackDraft draft_;
};

ModuleCall callOf(const std::string& part, std::map<std::string, double> numbers = {},
                  std::map<std::string, std::string> words = {});

/// Grams of all pieces (cut area), fittings and thread whose assembly is `assembly` or below it.
double massOf(const Catalog& catalog, const Pack& pack, const std::string& assembly);

}  // namespace configurator
