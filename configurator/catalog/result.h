// How the configurator reports that something outside the program is wrong (a catalog file, a design, a
// path).
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace configurator {

/// A message for a person: it names the file and line where known, and what to do.
struct Error {
  std::string message;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(std::string message) {
  return tl::unexpected<Error>(Error{std::move(message)});
}

}  // namespace configurator
