#include "configurator/pack/module_families.h"

#include <utility>

namespace configurator {
namespace {

std::string mirroredId(std::string id) {
  const auto at = id.rfind("left");
  if (at != std::string::npos) id.replace(at, 4, "right");
  return id;
}

}  // namespace

FamilySpec::Parameter lengthArgument(const std::string& name) {
  return {name, false, {}, Dimension::Length, false};
}
FamilySpec::Parameter numberArgument(const std::string& name) {
  return {name, false, {}, Dimension::Number, false};
}

FamilySpec::Parameter wordArgument(const std::string& name, std::vector<std::string> words, bool required) {
  return {name, true, std::move(words), Dimension::Number, required};
}

FamilySpec moduleSpec(const std::string& name, bool host_required, std::vector<FamilySpec::Parameter> own) {
  FamilySpec spec;
  spec.name = name;
  spec.parameters = {wordArgument("host", {}, host_required),
                     lengthArgument("x"),
                     lengthArgument("y"),
                     lengthArgument("width"),
                     lengthArgument("height"),
                     wordArgument("centred", {"yes", "no"}),
                     wordArgument("must-hold", {"yes", "no"}),
                     wordArgument("name")};
  for (FamilySpec::Parameter& parameter : own) spec.parameters.push_back(std::move(parameter));
  spec.variables = {"host.width", "host.height",  "body.width",       "body.height",
                    "body.depth", "torso.length", "torso.chest-girth"};
  return spec;
}

std::vector<Side> sidesOf(const ModuleCall& call, PackDraft& draft, const std::string& left_host,
                          const std::string& sides) {
  const std::string wanted = call.word("sides", sides);
  const std::string left_id = call.word("host", left_host);
  const std::string left = placeOf(draft, left_id).id;
  const std::string right = placeOf(draft, mirroredId(left_id)).id;
  std::vector<Side> found;
  if (wanted != "right") found.push_back({left, "-left", false});
  if (wanted != "left" && (right != left || found.empty())) found.push_back({right, "-right", true});
  return found;
}

std::vector<FamilySpec::Parameter> pocketArguments() {
  return {lengthArgument("bellows"),
          lengthArgument("fullness"),
          numberArgument("pleats"),
          wordArgument("mouth", {"zip", "elastic", "binding", "flap", "open"}),
          numberArgument("zip"),
          wordArgument("zone"),
          wordArgument("lining", {"no", "yes"}),
          lengthArgument("corner-radius"),
          lengthArgument("slant")};
}

}  // namespace configurator
