// Which text may stand in a file of ours: valid UTF-8 without control characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace configurator {

/// Offset of the first byte that is no valid UTF-8, a control character (tab and newline are allowed) or a
/// noncharacter; std::string_view::npos when the text is clean.
std::size_t findUnclean(std::string_view text);

/// CR LF and lone CR become LF.
std::string withUnixLines(std::string_view text);

/// The text without spaces, tabs and newlines at its ends.
std::string trimmed(std::string_view text);

/// The text with unix lines and U+FFFD for every unclean byte: always clean.
std::string cleaned(std::string_view text);

}  // namespace configurator
