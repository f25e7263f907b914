#include "configurator/session/drawings.h"

#include <cstdint>
#include <future>
#include <utility>

#include "configurator/session/product_views.h"

namespace configurator {
namespace {

std::string titleOf(const std::string& view, const std::string& colorway) {
  std::string title = view;
  title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title + " view, " + colorway;
}

PlannedDrawing planned(const Design& design, std::size_t colorway, const std::string& view) {
  PlannedDrawing plan;
  plan.picture.view = view;
  plan.colorway = colorway;
  plan.drawing.id = "view-" + view + (colorway == 0 ? "" : "-" + design.colorways[colorway].code);
  plan.drawing.title = titleOf(view, design.colorways[colorway].name);
  plan.drawing.file = plan.drawing.id + ".png";
  return plan;
}

std::string pngOf(const renderer::Image& image) {
  const std::vector<std::uint8_t> png = renderer::encodePng(image);
  return {png.begin(), png.end()};
}

}  // namespace

std::vector<PlannedDrawing> planDrawings(const Design& design, const PackScene& scene) {
  std::vector<PlannedDrawing> plans;
  for (const std::string& view : drawnViews()) plans.push_back(planned(design, 0, view));
  for (std::size_t i = 1; i < design.colorways.size(); ++i)
    plans.push_back(planned(design, i, "three-quarter"));
  for (PlannedDrawing& plan : plans) {
    if (drawsWords(plan.picture.view)) continue;  // names its parts itself
    for (const PartAnchor& anchor : anchorsOf(scene, plan.picture)) {
      plan.drawing.anchors.push_back({anchor.part_id, anchor.x, anchor.y});
    }
  }
  return plans;
}

Result<std::vector<std::pair<std::string, std::string>>> drawPictures(
    const Workshop& workshop, const Design& design, const Figures& figures, PackScene scene,
    const std::vector<PlannedDrawing>& planned) {
  auto studio = PictureStudio::make();
  if (!studio) return failure(studio.error().message);
  std::size_t shown = 0;
  (*studio)->show(workshop, std::move(scene), design.colorways.front());
  std::vector<std::pair<std::string, std::string>> files;
  std::future<std::string> encoding;  // a picture becomes a file while the next one is drawn
  for (const PlannedDrawing& plan : planned) {
    const DesignColorway& colorway = design.colorways[plan.colorway];
    if (plan.colorway != shown) (*studio)->recolor(workshop, colorway);
    shown = plan.colorway;
    auto image = drawView(**studio, {workshop, design, figures, colorway}, plan.picture);
    if (!image) return failure(image.error().message);
    if (encoding.valid()) files.back().second = encoding.get();
    files.emplace_back(plan.drawing.file, "");
    encoding = std::async(std::launch::async, pngOf, std::move(*image));
  }
  if (encoding.valid()) files.back().second = encoding.get();
  return files;
}

}  // namespace configurator
