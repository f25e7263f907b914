#include "configurator/session/drawings.h"

#include "configurator/session/pictures.h"

namespace configurator {
namespace {

std::string titleOf(const std::string& view, const std::string& colorway) {
  std::string title = view;
  title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title + " view, " + colorway;
}

Result<void> addDrawing(PictureStudio& studio, const PictureRequest& request, bom::Drawing drawing, DrawingSet& set) {
  const auto image = studio.draw(request);
  if (!image) return failure(image.error().message);
  const std::vector<std::uint8_t> png = renderer::encodePng(*image);
  set.files.emplace_back(drawing.file, std::string(png.begin(), png.end()));
  for (const PartAnchor& anchor : studio.anchors(request)) drawing.anchors.push_back({anchor.part_id, anchor.x, anchor.y});
  set.drawings.push_back(std::move(drawing));
  return {};
}

}  // namespace

Result<DrawingSet> makeDrawings(const Workshop& workshop, const Design& design, const Pack& pack) {
  auto studio = PictureStudio::make();
  if (!studio) return failure(studio.error().message);
  DrawingSet set;
  for (std::size_t i = 0; i < design.colorways.size(); ++i) {
    const DesignColorway& colorway = design.colorways[i];
    if (i == 0) (*studio)->show(workshop, pack, colorway);
    else (*studio)->recolor(workshop, colorway);
    for (const std::string& view : drawnViews()) {
      if (i > 0 && view != "three-quarter") continue;
      PictureRequest request;
      request.view = view;
      const std::string id = i == 0 ? "view-" + view : "view-" + view + "-" + colorway.code;
      auto added = addDrawing(**studio, request, {id, titleOf(view, colorway.name), id + ".png", {}}, set);
      if (!added) return failure(added.error().message);
    }
  }
  return set;
}

}  // namespace configurator
