// How many cases of chance a test tries: one number for every day, one for a soak, few under the sanitizers.
#pragma once

#include <algorithm>
#include <cstdlib>

/// $RUCKSMITH_SOAK asks for the large counts, hours of them.
inline bool isSoak() {
  return std::getenv("RUCKSMITH_SOAK") != nullptr;
}

/// Under the sanitizers each case takes ten times as long, and the first few go through the same code.
inline bool isSanitized() {
#ifdef __SANITIZE_ADDRESS__
  return true;
#else
  return false;
#endif
}

/// `soak` in a soak; else `usual`, under the sanitizers an eighth of it.
inline int caseCount(int usual, int soak) {
  if (isSoak()) return soak;
  return isSanitized() ? std::max(1, usual / 8) : usual;
}
