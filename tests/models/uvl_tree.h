// A UVL file read: its features in a tree with attributes, and its constraints as expressions.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/models/uvl_expression.h"

namespace models {

struct UvlGroup {
  int parent = 0;
  std::string kind;         ///< mandatory, optional, or, alternative; "count" with least and most
  int least = 0, most = 0;  ///< most: negative for "any number"
  std::vector<int> children;
};

struct UvlFeature {
  std::string name;
  std::string type;                          ///< Boolean, Integer, Real, String
  std::map<std::string, double> attributes;  ///< those that are numbers
};

struct UvlTree {
  std::vector<UvlFeature> features;  ///< the root first
  std::vector<UvlGroup> groups;
  std::vector<UvlExpression> constraints;
};

/// Throws std::runtime_error with name, line and what is wrong.
UvlTree readUvlTree(const std::string& text, const std::string& name);

}  // namespace models
