// SHA256SUMS: written over an export's files, and held against a folder later. libmd's hash stays in this
// file.
#include <sha2.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "configurator/session/verify_folder.h"

namespace configurator {
namespace {

Result<std::string> readBytes(const std::filesystem::path& path) {
  std::error_code error;
  std::ifstream in(path, std::ios::binary);
  if (!in || !std::filesystem::is_regular_file(path, error))
    return failure(path.string() + ": cannot be read.");
  return std::string(std::istreambuf_iterator<char>(in), {});
}

bool isHash(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

/// Name -> hash, from "<64 hex digits>  <name>" lines.
Result<Manifest> parseManifest(const std::string& text, const std::string& file) {
  Manifest hashes;
  std::size_t at = 0;
  for (int line = 1; at < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string row = text.substr(at, end - at);
    at = end + 1;
    if (row.empty()) continue;
    const std::string name = row.size() > 66 ? row.substr(66) : "";
    const bool fine = row.size() > 66 && isHash(std::string_view(row).substr(0, 64)) &&
                      row.compare(64, 2, "  ") == 0 && name.find('/') == std::string::npos;
    if (!fine) return failure(file + ":" + std::to_string(line) + ": not a line of sha256sum.");
    hashes[name] = row.substr(0, 64);
  }
  return hashes;
}

}  // namespace

std::string sha256Of(std::string_view bytes) {
  char text[SHA256_DIGEST_STRING_LENGTH];
  SHA256Data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), text);
  return text;
}

std::string writeManifest(const Manifest& manifest) {
  std::string text;
  for (const auto& [name, hash] : manifest) text += hash + "  " + name + "\n";
  return text;
}

Result<Manifest> readManifest(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / kManifestName;
  const auto text = readBytes(file);
  if (!text) return failure(text.error().message);
  return parseManifest(*text, file.string());
}

bool isUnchanged(const std::filesystem::path& file, const std::string& hash) {
  const auto bytes = readBytes(file);
  return bytes && sha256Of(*bytes) == hash;
}

Result<Verification> verifyFolder(const std::filesystem::path& folder) {
  const auto hashes = readManifest(folder);
  if (!hashes) return failure(hashes.error().message);
  Verification result;
  std::set<std::string> present;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name != kManifestName) present.insert(name);
  }
  if (error) return failure(folder.string() + ": " + error.message());
  for (const auto& [name, hash] : *hashes) {
    if (present.count(name) == 0) {
      result.missing.push_back(name);
      continue;
    }
    if (!isUnchanged(folder / name, hash)) result.changed.push_back(name);
  }
  for (const std::string& name : present) {
    if (hashes->count(name) == 0) result.extra.push_back(name);
  }
  return result;
}

}  // namespace configurator
