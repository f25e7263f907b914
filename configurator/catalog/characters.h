// ASCII characters by kind: unlike <cctype> the same in every locale, and for every value of a char.
#pragma once

namespace configurator {

constexpr bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// As in our own files, which have no carriage returns.
constexpr bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

}  // namespace configurator
