#include "configurator/session/earlier_export.h"

#include <algorithm>
#include <string_view>
#include <system_error>

#include "bom/xml_tree.h"
#include "configurator/catalog/read_file.h"

namespace configurator {
namespace {

constexpr const char* kModel = "pack.glb";
constexpr const char* kTechPack = "techpack.xml";

const std::string* findIn(const NamedBytes& files, const std::string& name) {
  for (const auto& [known, bytes] : files) {
    if (known == name) return &bytes;
  }
  return nullptr;
}

/// Names that differ from design to design: the others are written over.
bool isPictureName(std::string_view name) {
  return name.starts_with("view-") && name.ends_with(".png");
}

/// A picture on a mark, which the tech pack names.
bool isArtworkName(std::string_view name) {
  return name.starts_with("artwork-");
}

/// A tech pack without the files that it names beside itself: they follow what was asked of an export.
std::string withoutFiles(std::string_view xml) {
  auto root = bom::parseXmlTree(xml, kTechPack);
  if (!root) return {};
  for (bom::XmlElement& section : root->children)
    std::erase_if(section.attributes, [](const auto& attribute) { return attribute.first == "drawing"; });
  std::erase_if(root->children,
                [](const auto& section) { return section.name == "Drawings" || section.name == "Assets"; });
  return bom::writeXmlTree(*root);
}

bool saysTheSame(const std::filesystem::path& file, const std::string& hash, const std::string& now) {
  if (sha256Of(now) == hash) return true;
  if (file.filename() != kTechPack) return false;
  const auto before = readFile(file);
  return before && sha256Of(*before) == hash && withoutFiles(*before) == withoutFiles(now);
}

/// Pictures are not drawn again to be compared: the model that they show stands for them.
bool showTheSameModel(const Manifest& before, const ExportContents& contents) {
  const auto model = before.find(kModel);
  if (model == before.end()) return true;
  const std::string* now = findIn(contents.written, kModel);
  if (now == nullptr) now = findIn(contents.unasked, kModel);
  return now != nullptr && sha256Of(*now) == model->second;
}

bool drawsPictures(const NamedBytes& files) {
  return std::any_of(files.begin(), files.end(), [](const auto& file) { return isPictureName(file.first); });
}

}  // namespace

Manifest keepEarlier(const std::filesystem::path& folder, const ExportContents& contents) {
  const Manifest before = readManifest(folder).value_or(Manifest());
  const bool same_pictures = !drawsPictures(contents.written) && showTheSameModel(before, contents);
  Manifest kept;
  std::error_code error;
  for (const auto& [name, hash] : before) {
    const std::filesystem::path file = folder / name;
    if (findIn(contents.written, name) != nullptr || !std::filesystem::exists(file, error)) continue;
    const std::string* now = findIn(contents.unasked, name);
    const bool is_picture = isPictureName(name);
    if (is_picture ? same_pictures : now != nullptr && saysTheSame(file, hash, *now))
      kept.emplace(name, hash);
    else if ((is_picture || isArtworkName(name) || now != nullptr) && isUnchanged(file, hash))
      std::filesystem::remove(file, error);
  }
  return kept;
}

}  // namespace configurator
