// Saves so that at every moment the path holds either the whole old file or the whole new one: temporary file
// in the same folder, fsync, rename, fsync of the folder.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "configurator/design/design_file.h"
#include "configurator/design/design_format.h"

namespace configurator {

namespace {

/// A file descriptor that closes itself.
class OpenFile {
 public:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  bool isOpen() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }
  /// Close errors count: on some file systems they are the first sign that writing failed.
  bool close() {
    const int result = ::close(descriptor_);
    descriptor_ = -1;
    return result == 0;
  }

 private:
  int descriptor_;
};

bool writeAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// The rights of the file that is replaced; for a new one what the user's mask leaves of rw-rw-rw-.
mode_t rightsFor(const std::filesystem::path& path) {
  struct stat old {};
  if (::stat(path.c_str(), &old) == 0) return old.st_mode & 07777U;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

tl::unexpected<Error> notSaved(const std::filesystem::path& path, const std::string& why) {
  std::error_code error;
  const bool had_one = std::filesystem::is_regular_file(path, error);
  return failure(path.string() + ": not saved" + (had_one ? ", the old file is untouched: " : ": ") + why);
}

}  // namespace

Result<void> saveFileAtomically(const std::filesystem::path& requested, std::string_view bytes) {
  // A link stays a link: what it points to is replaced.
  std::error_code error;
  const auto target = std::filesystem::weakly_canonical(requested, error);
  const std::filesystem::path path = error ? requested : target;
  if (std::filesystem::is_directory(path, error)) return notSaved(requested, std::strerror(EISDIR));
  // Renaming over a device or a pipe would put a file in its place.
  if (std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error))
    return notSaved(requested, "Not a regular file");
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  std::string name = (folder / ("." + path.filename().string() + ".XXXXXX.tmp")).string();
  OpenFile file(::mkostemps(name.data(), 4, O_CLOEXEC));
  if (!file.isOpen()) return notSaved(requested, std::strerror(errno));
  const bool written = ::fchmod(file.descriptor(), rightsFor(path)) == 0 &&
                       writeAll(file.descriptor(), bytes) && ::fsync(file.descriptor()) == 0 &&
                       file.close() && ::rename(name.c_str(), path.c_str()) == 0;
  if (!written) {
    const int why = errno;
    ::unlink(name.c_str());
    return notSaved(requested, std::strerror(why));
  }
  const OpenFile opened_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // Some file systems cannot sync folders; the new file is complete either way.
  if (opened_folder.isOpen()) ::fsync(opened_folder.descriptor());
  return {};
}

Result<void> saveDesign(const std::filesystem::path& path, const Design& design) {
  const Design moved = movedTo(design, path.parent_path());
  for (const auto& [part, file] : moved.artwork) {
    if (!isRelativePath(file))
      return notSaved(path, "the path of its picture " + file +
                                " has characters that mean something else "
                                "elsewhere; put the picture beside the design");
  }
  return saveFileAtomically(path, writeDesign(moved));
}

}  // namespace configurator
