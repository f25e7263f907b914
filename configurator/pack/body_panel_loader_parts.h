// The steps in which a panel loader is put together, in order; only body_panel_loader.cpp calls them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "configurator/pack/body_box.h"
#include "configurator/pack/body_panel_loader_shape.h"

namespace configurator {

struct PanelLoaderBuild {
  const ModuleCall& call;
  PackDraft& draft;
  std::shared_ptr<const PanelLoaderShape> shape;
  std::shared_ptr<const GussetStrip> bottom, narrow, wide;
  double zip_size = 5, ring_zip = 0;
  std::string id(const std::string& name) const { return call.id(name); }
};

void addPanelLoaderPieces(const PanelLoaderBuild& build);
void addPanelLoaderZip(const PanelLoaderBuild& build);     ///< chain, sliders, pullers, end tabs, storm flap
void addPanelLoaderSeams(const PanelLoaderBuild& build);   ///< needs the pieces and the tabs
void addPanelLoaderPlaces(const PanelLoaderBuild& build);  ///< hosts, body seams, anchors

/// Where modules sit on a front or back panel: between two heights, as wide as the arch is at the upper one.
struct PanelPlace {
  double low = 0, high = 0, half = 0;
};
PanelPlace panelPlace(const PanelOutline& outline);
bool panelHasRoom(const PanelOutline& outline, const Promise& promise);
constexpr double kPanelSeamMargin = 5;  ///< a module stays clear of a seam by this

/// Runs all round, from the middle of the bottom over the wearer's right side: panel edges and gusset edges.
Run frontPanelRun(const PanelLoaderBuild& build);
Run backPanelRun(const PanelLoaderBuild& build, const std::string& piece, bool seen_from_inside);
Run gussetRun(const PanelLoaderBuild& build, bool front);

}  // namespace configurator
