// The command line as a value: which command, with what. Parsing only; nothing is looked up or opened.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "configurator/catalog/result.h"
#include "configurator/cli/exit_code.h"

namespace configurator {

/// One command with its arguments; those that a command does not have stay at their defaults.
struct Arguments {
  std::string command;              ///< "show", "techpack read", "catalog check"
  std::string input;                ///< the template, .ruck file, XML file or folder that comes first
  std::vector<std::string> inputs;  ///< of `compare`: its designs
  std::string output;               ///< -o
  std::string report;               ///< of `bom`: "color", "size", "where-used"; empty: the bill itself
  std::vector<std::string> edits;   ///< KEY=VALUE
  std::string place;                ///< of `options`: that alone; empty: all
  bool anyway = false;              ///< of `set`: what the edits break is put right
  std::string repair;               ///< which of the ways; empty: the first
  std::string date;                 ///< of `new`; empty: today
  bool json = false;

  std::optional<std::string> pack_size;  ///< size M where none is asked
  std::vector<std::string> quantities;
  std::string origin, market, incoterm, currency, on;
  std::string target;  ///< of `cost`: what a pack may cost at most
  std::string minimise, and_minimise, max_cost, max_mass, min_capacity;  ///< of `find`
  bool no_new_warnings = false;                                          ///< of `find`
  bool explain = false;  ///< each line of a cost with how it is reckoned

  std::string view = "three-quarter", size = "1600x1200", colorway, background = "studio", fill = "100",
              turntable;

  std::vector<std::string> only;
  std::string edition = "factory", issued;
  bool draft = false;

  std::string list;  ///< LIST of `prices`
  bool preview = false, apply = false, remove = false;

  std::string seconds, iterations,
      seed = "1";  ///< of `marker`; neither of the first two: the final marker. `find` has --seconds too
};

/// The arguments of `words` (without the program's name), or what to print instead: help (exit 0) or what is
/// wrong with them (exit 2).
tl::expected<Arguments, Reply> parseArguments(const std::vector<std::string>& words);

}  // namespace configurator
