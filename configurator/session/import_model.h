// Models of others in: read by a child process, so that a hostile file can only take that down. Linux.
#pragma once

#include <filesystem>
#include <stop_token>

#include "configurator/catalog/result.h"
#include "renderer/model.h"

namespace configurator {

/// What the child may use, and what it may answer with.
struct ImportLimits {
  renderer::ModelLimits model{128u << 20, 500'000};
  std::size_t drawn_triangles = 4000;  ///< a model with more gets coarser: no shipped one has
  int megabytes = 1536;                ///< of memory; without effect under AddressSanitizer
  int seconds = 20;                    ///< of processor time, and half as much again on the wall
};

/// A GLB, OBJ or STL file; `mm_per_unit` counts for the last two.
struct ForeignFile {
  std::filesystem::path path;
  double mm_per_unit = 1;
};

/// Runs `program import-model` on the file. The model is simplified to what a picture shows of it. The
/// message begins with the file's name and says what to do. Fails soon when asked to stop.
Result<renderer::Model> importModel(const std::filesystem::path& program, const ForeignFile& file,
                                    const ImportLimits& limits = {}, const std::stop_token& given_up = {});

}  // namespace configurator
