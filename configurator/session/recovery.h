// What brings a design back after a crash: a copy of it in the user's state folder while it has unsaved
// changes. Every running session has a copy of its own, held by a lock that the system drops when the process
// ends.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "configurator/catalog/result.h"
#include "configurator/design/design.h"

namespace configurator {

/// $XDG_STATE_HOME/rucksmith/recovery, else ~/.local/state/...; empty when the user has no home.
std::filesystem::path recoveryFolder();

/// A copy that no running session holds: its session ended without saving.
struct Leftover {
  std::filesystem::path copy;      ///< a .ruck file
  std::filesystem::path original;  ///< where it was opened from or saved last; empty for a new design
};
std::vector<Leftover> findLeftovers(const std::filesystem::path& folder);

/// One session's place in the folder.
class RecoveryCopy {
 public:
  /// Takes the first free place, never one with a leftover.
  static Result<std::unique_ptr<RecoveryCopy>> make(const std::filesystem::path& folder);
  /// Takes the place of a leftover. Fails when another session has just taken it.
  static Result<std::unique_ptr<RecoveryCopy>> takeOver(const Leftover& leftover);
  ~RecoveryCopy();  ///< the copy stays
  RecoveryCopy(const RecoveryCopy&) = delete;
  RecoveryCopy& operator=(const RecoveryCopy&) = delete;

  Result<void> write(const Design& design, const std::filesystem::path& original) const;
  /// After a save, or when the user gives the changes up.
  void remove() const;

 private:
  RecoveryCopy(std::filesystem::path copy, int lock) : copy_(std::move(copy)), lock_(lock) {}

  std::filesystem::path copy_;
  int lock_ = -1;
};

}  // namespace configurator
