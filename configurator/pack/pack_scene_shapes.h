// Triangles of what is not cut from cloth: webbing and zips (bands), cords (tubes), component models.
#pragma once

#include "configurator/pack/fill_shape.h"
#include "configurator/pack/pack.h"
#include "renderer/model.h"
#include "renderer/scene.h"

namespace configurator {

/// A band with thickness along a path: closed, its outer face `thickness_mm` above the path.
void appendRibbon(const RibbonShape& ribbon, renderer::Mesh& mesh);
void appendCord(const CordShape& cord, renderer::Mesh& mesh);
void appendModel(const ModelShape& shape, const renderer::Model& model, renderer::Mesh& mesh);
/// How a piece is cut into triangles, and where they are moved.
struct PieceDetail {
  double cell_mm = 12;
  FillMap map = {};
};
/// A piece's mesh as drawn: one sheet, or a slab with a rim from 1.5 mm thickness on.
void appendPiece(const Piece& piece, const PieceDetail& detail, renderer::Mesh& mesh);

}  // namespace configurator
