#include "configurator/session/import_child.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <exception>
#include <glm/common.hpp>
#include <new>

#include "configurator/session/import_words.h"
#include "renderer/model_bytes.h"
#include "renderer/simplify_model.h"

namespace configurator {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// The finest that pictures ask for (kModelTolerances).
constexpr float kTolerance_mm = 0.15f;
constexpr float kSmallest_mm = 1, kLargest_mm = 2000;

void writeAll(const Bytes& bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data() + done, bytes.size() - done);
    if (written < 0 && errno != EINTR) _exit(1);
    if (written > 0) done += static_cast<std::size_t>(written);
  }
}

/// Made before memory can run out.
Bytes& answerWithoutMemory() {
  static Bytes answer;
  return answer;
}

/// Readers catch bad_alloc and call it what they like; here it is what it is.
[[noreturn]] void outOfMemory() {
  writeAll(answerWithoutMemory());
  _exit(0);
}

void limit(int resource, rlim_t soft, rlim_t hard) {
  const rlimit limits{soft, hard};
  if (setrlimit(static_cast<__rlimit_resource>(resource), &limits) != 0) _exit(1);
}

/// No new file, socket, process or core; an end with the parent.
void keepToLimits(const ImportWords& words) {
  const auto seconds = static_cast<rlim_t>(words.seconds);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  limit(RLIMIT_CPU, seconds, seconds + 1);
  limit(RLIMIT_FSIZE, 0, 0);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_NOFILE, 3, 3);
  limit(RLIMIT_NPROC, 0, 0);
#ifndef __SANITIZE_ADDRESS__
  // AddressSanitizer's shadow is terabytes of address space, which this limit counts.
  const rlim_t bytes = static_cast<rlim_t>(words.megabytes) << 20;
  limit(RLIMIT_AS, bytes, bytes);
#endif
  answerWithoutMemory() = renderer::encodeRefusal("needs more than " + std::to_string(words.megabytes) +
                                                  " MB of memory to be read; simplify it");
  std::set_new_handler(outOfMemory);
}

Bytes readAll(std::size_t most) {
  Bytes bytes;
  std::array<std::uint8_t, 65536> some{};
  while (bytes.size() <= most) {
    const ssize_t count = ::read(STDIN_FILENO, some.data(), some.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    bytes.insert(bytes.end(), some.begin(), some.begin() + count);
  }
  return bytes;
}

float longestSideOf(const renderer::Model& model) {
  glm::vec3 low(1e30f), high(-1e30f);
  for (const renderer::ModelPart& part : model.parts) {
    for (const std::uint32_t index : part.mesh.indices) {
      low = glm::min(low, part.mesh.positions[index]);
      high = glm::max(high, part.mesh.positions[index]);
    }
  }
  return std::max({high.x - low.x, high.y - low.y, high.z - low.z});
}

std::string millimetres(float value) {
  if (!(value < 1e9f)) return "more than 1000000000";
  if (value >= 1) return std::to_string(static_cast<long>(value));
  return "less than 1";
}

Bytes answerTo(const ImportWords& words) {
  const Bytes bytes = readAll(words.file_bytes);
  const auto model = renderer::parseModel(bytes, {words.format, static_cast<float>(words.mm_per_unit)},
                                          {words.file_bytes, words.triangles});
  if (!model) return renderer::encodeRefusal(model.error().message);
  const float longest = longestSideOf(*model);
  if (!(longest >= kSmallest_mm && longest <= kLargest_mm)) {
    return renderer::encodeRefusal("is " + millimetres(longest) + " mm long; parts of packs are " +
                                   millimetres(kSmallest_mm) + " to " + millimetres(kLargest_mm) +
                                   " mm: state its unit or scale it");
  }
  const renderer::Model reduced = renderer::reducedModel(*model, kTolerance_mm, words.drawn_triangles);
  if (reduced.parts.empty()) {
    return renderer::encodeRefusal("cannot be simplified to " + std::to_string(words.drawn_triangles) +
                                   " triangles");
  }
  if (reduced.parts.size() > renderer::kMostModelParts) {
    return renderer::encodeRefusal("has " + std::to_string(reduced.parts.size()) +
                                   " parts; join them, or export the one that is meant");
  }
  return renderer::encodeModel(reduced);
}

}  // namespace

void runImportChild(const std::vector<std::string>& words) {
  const auto read = parseImportWords(words);
  if (!read) _exit(2);
  keepToLimits(*read);
  try {
    writeAll(answerTo(*read));
  } catch (const std::exception& error) {
    writeAll(renderer::encodeRefusal(std::string("cannot be read as a model (") + error.what() + ")"));
  }
  _exit(0);
}

}  // namespace configurator
