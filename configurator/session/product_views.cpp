#include "configurator/session/product_views.h"

#include "configurator/session/dimension_drawing.h"
#include "configurator/session/exploded_view.h"
#include "configurator/session/pattern_drawing.h"

namespace configurator {
namespace {

Result<renderer::Image> drawExploded(PictureStudio& studio, const ViewSubject& subject,
                                     const PictureRequest& request, const renderer::Typeface& typeface) {
  const PictureSize size{request.width, request.height};
  const PictureSizes sizes = sizesOf(size.width, size.height);
  const ExplodedView view =
      explodedView(subject.workshop, subject.design, *subject.figures.pack, studio.scene().geometry);
  const renderer::Camera camera = explodedCamera(view, size, typeface, sizes);
  auto image = studio.drawMoved(movesOf(view.parts, view.apart.nodes.size()), camera, request);
  if (!image) return image;
  renderer::LineDrawing drawing;
  draw(explodedNames(view, camera, size, typeface, sizes), inksOf(request.background), drawing);
  renderer::paint(drawing, typeface, *image);
  return image;
}

Result<renderer::Image> drawDimensions(PictureStudio& studio, const ViewSubject& subject,
                                       const PictureRequest& request, const renderer::Typeface& typeface) {
  const PictureSize size{request.width, request.height};
  const PictureSizes sizes = sizesOf(size.width, size.height);
  const DimensionSheet sheet = dimensionSheet(subject.workshop.catalog, subject.design, *subject.figures.pack,
                                              studio.scene().geometry);
  const renderer::Camera camera = dimensionCamera(sheet, size, typeface, sizes);
  auto image = studio.drawOther(sheet.geometry, camera, request);
  if (!image) return image;
  const PictureInks inks = inksOf(request.background);
  renderer::paint(dimensionDrawing(sheet, camera, size, typeface, {sizes, inks}), typeface, *image);
  return image;
}

/// A sheet of its own: no scene, no OpenGL.
renderer::Image drawPattern(const ViewSubject& subject, const PictureRequest& request,
                            const renderer::Typeface& typeface) {
  const PictureSize size{request.width, request.height};
  const PatternSheet sheet = patternSheet(subject.workshop, {subject.design, subject.colorway},
                                          *subject.figures.pack, *subject.figures.product);
  const PatternLayout layout = layOut(sheet, size, typeface, sizesOf(size.width, size.height));
  const PictureInks inks = inksOf(request.background);
  renderer::Image image = blankImage(size.width, size.height, request.background);
  renderer::paint(patternDrawing(sheet, layout, inks), typeface, image);
  return image;
}

}  // namespace

Result<renderer::Image> drawView(PictureStudio& studio, const ViewSubject& subject,
                                 const PictureRequest& request) {
  const bool exploded = request.view == "exploded", dimensions = request.view == "dimensions";
  if (!exploded && !dimensions && request.view != "pattern") return studio.draw(request);
  const auto typeface = renderer::Typeface::load();
  if (!typeface) return failure(typeface.error().message);
  if (exploded) return drawExploded(studio, subject, request, *typeface);
  if (dimensions) return drawDimensions(studio, subject, request, *typeface);
  return drawPattern(subject, request, *typeface);
}

}  // namespace configurator
