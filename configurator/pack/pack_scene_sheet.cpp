#include "configurator/pack/pack_scene_sheet.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace configurator {
namespace {

constexpr double kCell_mm = 12;
constexpr std::size_t kGroup = 32;  // triangles
constexpr double kSlack = 1e-3;     // of a triangle: what lies on the line between two is in either

Vec2 flatOf(const renderer::Mesh& mesh, std::uint32_t vertex) {
  return {static_cast<double>(mesh.uvs[vertex].x), static_cast<double>(mesh.uvs[vertex].y)};
}

double cross(const Vec2& a, const Vec2& b) {
  return a.x * b.y - a.y * b.x;
}

/// Twice the area in the flat: the inner sheet of a slab is the other way round, its rim has none.
double flatArea(const renderer::Mesh& mesh, std::size_t i) {
  const Vec2 a = flatOf(mesh, mesh.indices[i]);
  return cross(flatOf(mesh, mesh.indices[i + 1]) - a, flatOf(mesh, mesh.indices[i + 2]) - a);
}

bool overlap(const Box3& a, const Box3& b) {
  return a.low.x <= b.high.x && b.low.x <= a.high.x && a.low.y <= b.high.y && b.low.y <= a.high.y &&
         a.low.z <= b.high.z && b.low.z <= a.high.z;
}

}  // namespace

DrawnSheet::DrawnSheet(const renderer::Mesh& mesh, bool is_host) : mesh_(&mesh) {
  if (mesh.indices.empty()) return;
  boxes_.resize(mesh.indices.size() / 3);
  box_ = {corner(0, 0), corner(0, 0)};
  for (std::uint32_t t = 0; t < boxes_.size(); ++t) {
    boxes_[t] = {glm::min(corner(t, 0), glm::min(corner(t, 1), corner(t, 2))),
                 glm::max(corner(t, 0), glm::max(corner(t, 1), corner(t, 2)))};
    if (t % kGroup == 0) groups_.push_back(boxes_[t]);
    for (Box3* whole : {&groups_.back(), &box_})
      *whole = {glm::min(whole->low, boxes_[t].low), glm::max(whole->high, boxes_[t].high)};
  }
  if (is_host) addCells();
}

void DrawnSheet::addCells() {
  const renderer::Mesh& mesh = *mesh_;
  flat_ = {flatOf(mesh, 0), flatOf(mesh, 0)};
  for (std::uint32_t i = 0; i < mesh.uvs.size(); ++i) {
    flat_.low = glm::min(flat_.low, flatOf(mesh, i));
    flat_.high = glm::max(flat_.high, flatOf(mesh, i));
  }
  columns_ = static_cast<int>((flat_.high.x - flat_.low.x) / kCell_mm) + 1;
  rows_ = static_cast<int>((flat_.high.y - flat_.low.y) / kCell_mm) + 1;
  const auto triangles = static_cast<std::uint32_t>(mesh.indices.size() / 3);
  const auto overCells = [&](std::uint32_t t, const auto& visit) {
    if (flatArea(mesh, 3ul * t) <= 1e-9) return;
    Vec2 low = flatOf(mesh, mesh.indices[3ul * t]), high = low;
    for (std::size_t k = 1; k < 3; ++k) {
      low = glm::min(low, flatOf(mesh, mesh.indices[3ul * t + k]));
      high = glm::max(high, flatOf(mesh, mesh.indices[3ul * t + k]));
    }
    const auto column = [&](double x) { return static_cast<int>((x - flat_.low.x) / kCell_mm); };
    const auto row = [&](double y) { return static_cast<int>((y - flat_.low.y) / kCell_mm); };
    for (int y = row(low.y); y <= row(high.y); ++y)
      for (int x = column(low.x); x <= column(high.x); ++x)
        visit(static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x));
  };
  first_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1, 0);
  for (std::uint32_t t = 0; t < triangles; ++t) overCells(t, [&](std::size_t cell) { ++first_[cell + 1]; });
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  entries_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t t = 0; t < triangles; ++t)
    overCells(t, [&](std::size_t cell) { entries_[next[cell]++] = t; });
}

Vec3 DrawnSheet::corner(std::uint32_t triangle, std::size_t k) const {
  return Vec3(mesh_->positions[mesh_->indices[3ul * triangle + k]]);
}

SurfacePoint DrawnSheet::pointOf(std::uint32_t triangle, const Shares& shares) const {
  const auto normal = [&](std::size_t k) { return Vec3(mesh_->normals[mesh_->indices[3ul * triangle + k]]); };
  const Vec3 sum = shares.a * normal(0) + shares.b * normal(1) + shares.c * normal(2);
  const double size = glm::length(sum);
  return {shares.a * corner(triangle, 0) + shares.b * corner(triangle, 1) + shares.c * corner(triangle, 2),
          size > 1e-9 ? sum / size : Vec3{0, 0, 1}};
}

std::optional<SurfacePoint> DrawnSheet::at(Vec2 flat) const {
  if (first_.empty() || flat.x < flat_.low.x || flat.y < flat_.low.y || flat.x > flat_.high.x ||
      flat.y > flat_.high.y)
    return std::nullopt;
  const std::size_t cell =
      static_cast<std::size_t>((flat.y - flat_.low.y) / kCell_mm) * static_cast<std::size_t>(columns_) +
      static_cast<std::size_t>((flat.x - flat_.low.x) / kCell_mm);
  for (std::uint32_t i = first_[cell]; i < first_[cell + 1]; ++i) {
    const std::uint32_t t = entries_[i];
    const Vec2 a = flatOf(*mesh_, mesh_->indices[3ul * t]), b = flatOf(*mesh_, mesh_->indices[3ul * t + 1]),
               c = flatOf(*mesh_, mesh_->indices[3ul * t + 2]);
    const double whole = cross(b - a, c - a);
    const Shares shares{cross(c - b, flat - b) / whole, cross(a - c, flat - c) / whole,
                        cross(b - a, flat - a) / whole};
    if (shares.a >= -kSlack && shares.b >= -kSlack && shares.c >= -kSlack) return pointOf(t, shares);
  }
  return std::nullopt;
}

DrawnSheet::Facets DrawnSheet::within(const Box3& box) const {
  Facets facets;
  if (boxes_.empty() || !overlap(box_, box)) return facets;
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    if (!overlap(groups_[group], box)) continue;
    const std::size_t end = std::min(boxes_.size(), (group + 1) * kGroup);
    for (std::size_t t = group * kGroup; t < end; ++t)
      if (overlap(boxes_[t], box)) facets.push_back(static_cast<std::uint32_t>(t));
  }
  return facets;
}

// Möller and Trumbore, from the front only.
std::optional<SurfacePoint> DrawnSheet::hit(const Facets& facets, const Vec3& from, const Vec3& way,
                                            double reach_mm) const {
  std::optional<SurfacePoint> nearest;
  double best = reach_mm;
  for (const std::uint32_t t : facets) {
    const Vec3 a = corner(t, 0), ab = corner(t, 1) - a, ac = corner(t, 2) - a;
    const Vec3 p = glm::cross(way, ac);
    const double det = glm::dot(ab, p);
    if (det < 1e-9) continue;
    const double u = glm::dot(from - a, p) / det;
    const Vec3 q = glm::cross(from - a, ab);
    const double v = glm::dot(way, q) / det;
    const double distance = glm::dot(ac, q) / det;
    if (u < 0 || v < 0 || u + v > 1 || distance < 0 || distance >= best) continue;
    best = distance;
    nearest = pointOf(t, {1 - u - v, u, v});
  }
  return nearest;
}

}  // namespace configurator
