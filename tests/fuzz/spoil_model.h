// Small models of each kind, and files made of them by spoiling: the same file for the same number, always.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace configurator::test {

struct ModelFile {
  std::string ending;  ///< "glb", "obj" or "stl"
  std::string bytes;
};

/// Each can be read.
std::vector<ModelFile> soundModels();

/// One of soundModels(), spoilt in one to four ways that `number` decides.
ModelFile spoiltModel(std::uint32_t number);

/// A GLB file of a JSON text and a binary chunk, each filled up to four bytes.
std::string glbOf(std::string json, std::string binary);

/// A binary STL file of a wavy sheet of `cells` x `cells` squares, 100 mm wide: twice as many triangles.
std::string wavySheet(int cells);

}  // namespace configurator::test
