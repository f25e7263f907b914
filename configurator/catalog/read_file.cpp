// Reads whole files. Sizes are bounded: no file of ours is large, and a device must not fill the memory.
#include "configurator/catalog/read_file.h"

#include <fstream>
#include <iterator>

namespace configurator {

Result<std::string> readFile(const std::filesystem::path& path) {
  constexpr std::uintmax_t kLargest = 32U << 20U;
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) return failure(path.string() + ": there is no such file");
  if (!std::filesystem::is_regular_file(status)) return failure(path.string() + ": this is not a file");
  const auto size = std::filesystem::file_size(path, error);
  if (error) return failure(path.string() + ": " + error.message());
  if (size > kLargest) return failure(path.string() + ": larger than 32 MB");
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return failure(path.string() + ": cannot be read; check its permissions");
  std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (stream.bad()) return failure(path.string() + ": reading failed");
  return bytes;
}

}  // namespace configurator
