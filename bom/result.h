// How bom reports that something outside the program is wrong (a file, a price list, a tech pack).
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace bom {

/// A message for a person: it names the file and line where known, and what to do.
struct Error {
  std::string message;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(std::string message) {
  return tl::unexpected<Error>(Error{std::move(message)});
}

}  // namespace bom
