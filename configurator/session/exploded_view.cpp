#include "configurator/session/exploded_view.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vec4.hpp>
#include <map>
#include <utility>

#include "configurator/pack/part_text.h"

namespace configurator {
namespace {

constexpr float kNoteWidth = 0.165f;  // of the picture's width; longer notes are wrapped

renderer::Camera seenFrom() {
  renderer::Camera camera;
  camera.azimuth_deg = 42;
  camera.elevation_deg = 16;
  camera.field_of_view_deg = 4;  // far away: parts are laid out as if there were no perspective
  return camera;
}

/// The slot's name and the option's; an assembly that is no slot has its own name.
NamedPart nameOf(const Workshop& workshop, const Design& design, const Assembly& assembly) {
  NamedPart named{assembly.id, partText(assembly.name), "", {}};
  const Slot* slot = workshop.catalog.findSlot(assembly.id);
  if (slot == nullptr) return named;
  named.title = slot->name.text();
  const auto chosen = design.choices.options.find(slot->id);
  if (chosen == design.choices.options.end()) return named;
  if (const Option* option = workshop.catalog.findOption(slot->id, chosen->second.value))
    named.note = option->name.text();
  return named;
}

/// Middles of a part's larger triangles: on its surface, wherever that is.
std::vector<glm::vec3> surfacePoints(const renderer::Geometry& geometry,
                                     const std::vector<std::size_t>& nodes) {
  constexpr std::size_t kMost = 240;
  std::vector<glm::vec3> points;
  std::size_t triangles = 0;
  for (const std::size_t number : nodes)
    triangles += geometry.meshes[geometry.nodes[number].mesh].indices.size() / 3;
  const std::size_t step = 3 * (triangles / kMost + 1);
  for (const std::size_t number : nodes) {
    const renderer::Node& node = geometry.nodes[number];
    const renderer::Mesh& mesh = geometry.meshes[node.mesh];
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += step) {
      const glm::vec3 middle = (mesh.positions[mesh.indices[i]] + mesh.positions[mesh.indices[i + 1]] +
                                mesh.positions[mesh.indices[i + 2]]) /
                               3.0f;
      points.emplace_back(node.transform * glm::vec4(middle, 1.0f));
    }
  }
  return points;
}

/// The point nearest to the middle of all of them as they are seen.
glm::vec2 pointedAt(const std::vector<glm::vec3>& points, const Projection& project) {
  std::vector<glm::vec2> seen;
  glm::vec2 low(1e9f), high(-1e9f);
  for (const glm::vec3& point : points) {
    seen.push_back(project(point));
    low = glm::min(low, seen.back());
    high = glm::max(high, seen.back());
  }
  const glm::vec2 middle = 0.5f * (low + high);
  return *std::min_element(seen.begin(), seen.end(), [&](glm::vec2 a, glm::vec2 b) {
    return glm::distance(a, middle) < glm::distance(b, middle);
  });
}

Callout calloutOf(const NamedPart& named, const PictureSize& size, const renderer::Typeface& typeface,
                  const PictureSizes& sizes) {
  constexpr float kRoomForNotes = 55;  // of the words' size, the picture's width
  const float width = kNoteWidth * static_cast<float>(size.width);
  if (static_cast<float>(size.width) < kRoomForNotes * sizes.text) return {{}, named.title, {}};
  return {{}, named.title, wrapped(named.note, width, typeface, sizes.note)};
}

std::vector<Callout> calloutsOf(const ExplodedView& view, const PictureSize& size,
                                const renderer::Typeface& typeface, const PictureSizes& sizes) {
  std::vector<Callout> callouts;
  for (const NamedPart& named : view.names) callouts.push_back(calloutOf(named, size, typeface, sizes));
  return callouts;
}

}  // namespace

ExplodedView explodedView(const Workshop& workshop, const Design& design, const Pack& pack,
                          const renderer::Geometry& geometry) {
  ExplodedView view;
  view.parts = looseParts(pack, geometry, seenFrom());
  view.apart = moved(geometry, movesOf(view.parts, geometry.nodes.size()));
  view.points = framingPoints(view.apart);
  for (const Assembly& assembly : pack.assemblies) {
    const auto part = std::find_if(view.parts.begin(), view.parts.end(),
                                   [&](const LoosePart& one) { return one.assembly == assembly.id; });
    if (part == view.parts.end()) continue;
    view.names.push_back(nameOf(workshop, design, assembly));
    view.names.back().points = surfacePoints(view.apart, part->nodes);
  }
  return view;
}

renderer::Camera explodedCamera(const ExplodedView& view, const PictureSize& size,
                                const renderer::Typeface& typeface, const PictureSizes& sizes) {
  const float column = columnWidth(calloutsOf(view, size, typeface, sizes), typeface, sizes);
  const float aside = 2 * sizes.margin + column;
  const PixelFrame frame{{aside, 1.2f * sizes.margin},
                         {static_cast<float>(size.width) - aside,
                          static_cast<float>(size.height) - sizes.foot - 1.2f * sizes.margin}};
  return fitCamera(seenFrom(), view.points, frame, size);
}

CalloutLayout explodedNames(const ExplodedView& view, const renderer::Camera& camera, const PictureSize& size,
                            const renderer::Typeface& typeface, const PictureSizes& sizes) {
  const Projection project(camera, renderer::boundsOf(view.apart), size);
  CalloutFrame frame{sizes.margin, static_cast<float>(size.width) - sizes.margin, sizes.margin,
                     static_cast<float>(size.height) - sizes.foot - sizes.margin, true};
  std::vector<Callout> callouts = calloutsOf(view, size, typeface, sizes);
  for (std::size_t i = 0; i < callouts.size(); ++i) callouts[i].at = pointedAt(view.names[i].points, project);
  return layOut(std::move(callouts), frame, typeface, sizes);
}

}  // namespace configurator
