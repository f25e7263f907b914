#include "configurator/session/import_model.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "configurator/catalog/utf8.h"
#include "configurator/session/import_words.h"
#include "renderer/model_bytes.h"

namespace configurator {
namespace {

using Bytes = std::vector<std::uint8_t>;

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }
  int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

/// A regular file of no more than the limit. Never waits for the other end of a pipe.
Result<Descriptor> openModel(const std::filesystem::path& path, const renderer::ModelLimits& limits) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (file.number() < 0) return failure(std::strerror(errno));
  struct stat state {};
  if (fstat(file.number(), &state) != 0 || !S_ISREG(state.st_mode)) return failure("is not a file");
  const auto size = static_cast<std::size_t>(state.st_size);
  if (size > limits.file_bytes) {
    return failure("has " + std::to_string(size) + " bytes; the limit is " +
                   std::to_string(limits.file_bytes));
  }
  return file;
}

struct Pipe {
  Descriptor out, in;
};

std::optional<Pipe> makePipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// Standard input is the file, standard output the pipe; no other file of ours is open in it.
pid_t startChild(const std::filesystem::path& program, const ImportWords& words, int file, int answer) {
  std::vector<std::string> arguments = wordsOf(words);
  arguments.insert(arguments.begin(), program.string());
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, file, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, answer, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  pid_t child = -1;
  const int error = posix_spawn(&child, program.c_str(), &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? child : -1;
}

enum class Reading { Ended, TooLong, TooLate, GivenUp };

/// How long and how much the child may say, and whether anybody still waits for it.
struct Patience {
  std::chrono::milliseconds time;
  std::size_t longest = 0;
  std::stop_token given_up;
};

constexpr std::int64_t kLook_ms = 50;  // between looks whether it was given up

/// What the child says until it closes its end, says too much, takes too long or is not wanted any more.
Reading readAnswer(int from, const Patience& patience, Bytes& answer) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + patience.time;
  std::vector<std::uint8_t> some(std::size_t{1} << 16);
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0) return Reading::TooLate;
    if (patience.given_up.stop_requested()) return Reading::GivenUp;
    pollfd waited{from, POLLIN, 0};
    const int ready = poll(&waited, 1, static_cast<int>(std::min<std::int64_t>(left, kLook_ms)));
    if (ready <= 0) continue;  // nothing yet, or a signal
    const ssize_t count = ::read(from, some.data(), some.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return Reading::Ended;
    answer.insert(answer.end(), some.begin(), some.begin() + count);
    if (answer.size() > patience.longest) return Reading::TooLong;
  }
}

/// The child is gone afterwards; how it ended.
int endOf(pid_t child) {
  kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

std::string tooSlow(const ImportLimits& limits) {
  return "takes more than " + std::to_string(limits.seconds) + " s to be read; simplify it";
}

/// Why there is no answer. A child that has answered may have been killed while it ended.
std::string brokeDown(int status, const ImportLimits& limits) {
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) return tooSlow(limits);
  std::string how = "it ended without a word";
  if (WIFSIGNALED(status)) how = "signal " + std::to_string(WTERMSIG(status));
  if (WIFEXITED(status) && WEXITSTATUS(status) != 0) how = "exit " + std::to_string(WEXITSTATUS(status));
  return "broke the model reader (" + how + "); open it in a modelling program and export it again";
}

std::string oneLine(const std::string& text) {
  std::string line = cleaned(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

ImportWords wordsFor(const ForeignFile& file, renderer::ModelFormat format, const ImportLimits& limits) {
  ImportWords words;
  words.format = format;
  words.mm_per_unit = file.mm_per_unit;
  words.file_bytes = limits.model.file_bytes;
  words.triangles = limits.model.triangles;
  words.drawn_triangles = limits.drawn_triangles;
  words.megabytes = limits.megabytes;
  words.seconds = limits.seconds;
  return words;
}

Result<renderer::Model> answerOf(const std::filesystem::path& program, const ImportWords& words,
                                 Descriptor file, const ImportLimits& limits,
                                 const std::stop_token& given_up) {
  auto pipe = makePipe();
  if (!pipe) return failure(std::string("no pipe to the model reader: ") + std::strerror(errno));
  const pid_t child = startChild(program, words, file.number(), pipe->in.number());
  if (child < 0) return failure("the model reader cannot be started: " + program.string());
  pipe->in.close();
  const renderer::ModelLimits drawn{0, limits.drawn_triangles};
  Bytes answer;
  const Patience patience{std::chrono::milliseconds(1500 * limits.seconds), renderer::longestAnswer(drawn),
                          given_up};
  const Reading reading = readAnswer(pipe->out.number(), patience, answer);
  const int status = endOf(child);
  if (reading == Reading::GivenUp) return failure("was not read to its end");
  if (reading == Reading::TooLate) return failure(tooSlow(limits));
  if (answer.empty()) return failure(brokeDown(status, limits));
  if (reading == Reading::TooLong) return failure(renderer::kNotAnAnswer);
  auto model = renderer::decodeAnswer(answer, drawn);
  if (!model) return failure(model.error().message);
  return std::move(*model);
}

}  // namespace

Result<renderer::Model> importModel(const std::filesystem::path& program, const ForeignFile& file,
                                    const ImportLimits& limits, const std::stop_token& given_up) {
  const std::string name = file.path.string() + ": ";
  const auto format = renderer::modelFormatOf(file.path);
  if (!format) return failure(name + "is neither a .glb nor an .obj nor an .stl file");
  auto opened = openModel(file.path, limits.model);
  if (!opened) return failure(name + opened.error().message);
  auto model = answerOf(program, wordsFor(file, *format, limits), std::move(*opened), limits, given_up);
  if (!model) return failure(name + oneLine(model.error().message));
  for (renderer::ModelPart& part : model->parts) part.name = oneLine(part.name);
  return model;
}

}  // namespace configurator
