// "Did you mean": the known word nearest to a mistyped one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace configurator {

/// ` (did you mean "vest"?)` for the candidate with the fewest typing slips, the first of equals; empty when
/// none is within one slip for each three letters of the word.
std::string didYouMean(std::string_view word, const std::vector<std::string>& candidates);

/// The same as a bare word, or empty.
std::string nearestWord(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace configurator
