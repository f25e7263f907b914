// A template of the program's in a studio, for tests that look at pictures of it.
#pragma once

#include <string>
#include <vector>

#include "configurator/session/product_views.h"

namespace configurator {

const Workshop& pictureWorkshop();

/// The shipped templates by their files, not by the program's list, so that none can be left out.
std::vector<std::string> templateFiles();

/// "field-research" as gtest takes it for a test's name.
std::string testName(std::string words);

struct ShownTemplate {
  Design design;
  Figures figures;

  ViewSubject subject() const { return {pictureWorkshop(), design, figures, design.colorways.front()}; }
};

/// Puts the template's pack into the studio, in its first colorway.
Result<ShownTemplate> showTemplate(PictureStudio& studio, const std::string& id);

}  // namespace configurator
