// Unpacks an archive that lies in memory: minizip reads through callbacks, so nothing touches the disk.
#include "bom/prices/zip_archive.h"

#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

namespace bom {

namespace {

constexpr std::size_t kMostUnpacked = std::size_t{16} << 20U;
constexpr unsigned long kMostEntries = 2'000;
constexpr unsigned long kEncrypted = 1;  // bit 0 of an entry's flags

/// The bytes as a file with a place in it.
struct MemoryFile {
  std::string_view bytes;
  std::uint64_t at = 0;
};

MemoryFile& memoryOf(voidpf stream) {
  return *static_cast<MemoryFile*>(stream);
}

voidpf openMemory(voidpf opaque, const void* /*name*/, int /*mode*/) {
  return opaque;
}

uLong readMemory(voidpf /*opaque*/, voidpf stream, void* to, uLong size) {
  MemoryFile& file = memoryOf(stream);
  const auto rest = static_cast<uLong>(file.bytes.size() - file.at);
  const uLong count = std::min(size, rest);
  if (count > 0) std::memcpy(to, file.bytes.data() + file.at, count);
  file.at += count;
  return count;
}

ZPOS64_T tellMemory(voidpf /*opaque*/, voidpf stream) {
  return memoryOf(stream).at;
}

long seekMemory(voidpf /*opaque*/, voidpf stream, ZPOS64_T offset, int origin) {
  MemoryFile& file = memoryOf(stream);
  std::uint64_t from = 0;
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) from = file.at;
  if (origin == ZLIB_FILEFUNC_SEEK_END) from = file.bytes.size();
  // Offsets are unsigned, and those of a damaged archive may point anywhere.
  if (offset > file.bytes.size() || from + offset > file.bytes.size()) return -1;
  file.at = from + offset;
  return 0;
}

int closeMemory(voidpf /*opaque*/, voidpf /*stream*/) {
  return 0;
}

int noMemoryError(voidpf /*opaque*/, voidpf /*stream*/) {
  return 0;
}

struct CloseZip {
  void operator()(void* zip) const { unzClose(zip); }
};
using OpenZip = std::unique_ptr<void, CloseZip>;

OpenZip openZip(MemoryFile& file) {
  zlib_filefunc64_def functions{};
  functions.zopen64_file = openMemory;
  functions.zread_file = readMemory;
  functions.ztell64_file = tellMemory;
  functions.zseek64_file = seekMemory;
  functions.zclose_file = closeMemory;
  functions.zerror_file = noMemoryError;
  functions.opaque = &file;
  return OpenZip(unzOpen2_64("memory", &functions));
}

bool isXmlName(std::string_view name) {
  return name.ends_with(".xml") || name.ends_with(".rels");
}

/// The present entry's bytes, added to what `left` still allows.
Result<std::string> unpackEntry(unzFile zip, std::size_t& left, const std::string& file_name) {
  const std::string damaged = file_name + ": the file is damaged; save it again as .xlsx or as CSV";
  if (unzOpenCurrentFile(zip) != UNZ_OK) return failure(damaged);
  std::string bytes;
  std::array<char, 1U << 15U> chunk{};
  int count = 0;
  while ((count = unzReadCurrentFile(zip, chunk.data(), chunk.size())) > 0) {
    if (static_cast<std::size_t>(count) > left) {
      unzCloseCurrentFile(zip);
      return failure(file_name + ": unpacked it is larger than 16 MB; keep the price list alone in it");
    }
    left -= static_cast<std::size_t>(count);
    bytes.append(chunk.data(), static_cast<std::size_t>(count));
  }
  // Closing compares the checksum.
  const bool closed = unzCloseCurrentFile(zip) == UNZ_OK;
  if (count < 0 || !closed) return failure(damaged);
  return bytes;
}

}  // namespace

Result<std::map<std::string, std::string>> readZippedXml(std::string_view bytes,
                                                         const std::string& file_name) {
  const std::string damaged = file_name + ": the file is damaged; save it again as .xlsx or as CSV";
  MemoryFile file{bytes};
  const OpenZip zip = openZip(file);
  if (!zip) return failure(damaged);
  std::map<std::string, std::string> unpacked;
  std::size_t left = kMostUnpacked;
  unsigned long entries = 0;
  int at = unzGoToFirstFile(zip.get());
  for (; at == UNZ_OK && entries < kMostEntries; at = unzGoToNextFile(zip.get()), ++entries) {
    unz_file_info64 entry{};
    std::array<char, 512> name{};
    if (unzGetCurrentFileInfo64(zip.get(), &entry, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) !=
        UNZ_OK)
      return failure(damaged);
    if (!isXmlName(name.data())) continue;
    if ((entry.flag & kEncrypted) != 0)
      return failure(file_name + ": the file is encrypted; save it without a password");
    auto text = unpackEntry(zip.get(), left, file_name);
    if (!text) return tl::unexpected(text.error());
    unpacked[name.data()] = std::move(*text);
  }
  if (at != UNZ_OK && at != UNZ_END_OF_LIST_OF_FILE) return failure(damaged);
  return unpacked;
}

}  // namespace bom
