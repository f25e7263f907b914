#include "configurator/session/recovery.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "configurator/catalog/read_file.h"
#include "configurator/design/design_file.h"

namespace configurator {
namespace {

constexpr int kMostSessions = 1000;

std::filesystem::path lockOf(std::filesystem::path copy) {
  return copy.replace_extension(".lock");
}
/// Names the file that the copy was made of.
std::filesystem::path originOf(std::filesystem::path copy) {
  return copy.replace_extension(".from");
}

/// An open lock file, held; -1 when another process holds it or it cannot be made.
int tryLock(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) != 0) {
    ::close(file);
    return -1;
  }
  return file;
}

std::filesystem::path homeFolder(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? std::filesystem::path() : std::filesystem::path(value);
}

}  // namespace

std::filesystem::path recoveryFolder() {
  // The XDG base directory specification: a relative path is to be ignored.
  const std::filesystem::path state = homeFolder("XDG_STATE_HOME");
  if (state.is_absolute()) return state / "rucksmith" / "recovery";
  const std::filesystem::path home = homeFolder("HOME");
  return home.is_absolute() ? home / ".local" / "state" / "rucksmith" / "recovery" : std::filesystem::path();
}

std::vector<Leftover> findLeftovers(const std::filesystem::path& folder) {
  std::vector<Leftover> leftovers;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".ruck") continue;
    const int lock = tryLock(lockOf(entry.path()));
    if (lock < 0) continue;
    ::close(lock);
    leftovers.push_back({entry.path(), readFile(originOf(entry.path())).value_or("")});
  }
  std::sort(leftovers.begin(), leftovers.end(),
            [](const Leftover& a, const Leftover& b) { return a.copy.string() < b.copy.string(); });
  return leftovers;
}

Result<std::unique_ptr<RecoveryCopy>> RecoveryCopy::make(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return failure(folder.string() + ": " + error.message());
  for (int place = 1; place <= kMostSessions; ++place) {
    const std::filesystem::path copy = folder / (std::to_string(place) + ".ruck");
    const int lock = tryLock(lockOf(copy));
    if (lock < 0) continue;
    if (!std::filesystem::exists(copy, error))
      return std::unique_ptr<RecoveryCopy>(new RecoveryCopy(copy, lock));
    ::close(lock);
  }
  return failure(folder.string() + ": no recovery copy can be kept there.");
}

Result<std::unique_ptr<RecoveryCopy>> RecoveryCopy::takeOver(const Leftover& leftover) {
  const int lock = tryLock(lockOf(leftover.copy));
  if (lock < 0) return failure(leftover.copy.string() + ": another window has taken it.");
  return std::unique_ptr<RecoveryCopy>(new RecoveryCopy(leftover.copy, lock));
}

RecoveryCopy::~RecoveryCopy() {
  ::close(lock_);
}

Result<void> RecoveryCopy::write(const Design& design, const std::filesystem::path& original) const {
  auto named = saveFileAtomically(originOf(copy_), original.string());
  return named ? saveFileAtomically(copy_, writeDesign(design)) : named;
}

void RecoveryCopy::remove() const {
  std::error_code error;
  std::filesystem::remove(copy_, error);
  std::filesystem::remove(originOf(copy_), error);
}

}  // namespace configurator
