// Triangles of what is not cut from cloth: webbing and zips (bands), cords (tubes), component models.
#pragma once

#include "configurator/pack/fill_shape.h"
#include "configurator/pack/pack.h"
#include "configurator/pack/piece_cells.h"
#include "renderer/model.h"
#include "renderer/scene.h"

namespace configurator {

/// A band with thickness along a path: closed, its outer face `thickness_mm` above the path. Path and edges
/// stay within the tolerance.
void appendRibbon(const RibbonShape& ribbon, double tolerance_mm, renderer::Mesh& mesh);
void appendCord(const CordShape& cord, double tolerance_mm, renderer::Mesh& mesh);
/// Where another model stands that is drawn in its own size in place of a component: its box's middle over
/// the middle of the component's, its underside level with that one's.
ModelShape inPlaceOf(const ModelShape& shape, const renderer::Model& component, const renderer::Model& other);
void appendModel(const ModelShape& shape, const renderer::Model& model, renderer::Mesh& mesh);
/// A piece's mesh as drawn, moved where there is a map: one sheet, or a slab with a rim from 1.5 mm thickness
/// on.
void appendPiece(const Piece& piece, const PieceBend::Cells& cells, const FillMap& map, renderer::Mesh& mesh);
/// What appendPiece will add, about.
std::size_t trianglesOf(const Piece& piece, const PieceBend::Cells& cells);

}  // namespace configurator
