// The views with words and lines: exploded, dimensions and pattern, each one picture. The other views are
// PictureStudio's alone.
#pragma once

#include "configurator/session/figures.h"
#include "configurator/session/pictures.h"

namespace configurator {

/// A design whose pack could be built, and the colorway that its studio shows.
struct ViewSubject {
  const Workshop& workshop;
  const Design& design;
  const Figures& figures;
  const DesignColorway& colorway;
};

/// Any of drawnViews(). REQUIRES that the studio shows the subject's pack.
Result<renderer::Image> drawView(PictureStudio& studio, const ViewSubject& subject,
                                 const PictureRequest& request);

}  // namespace configurator
