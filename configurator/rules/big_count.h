// Whole numbers without a limit: how many designs there are.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace configurator::engine {

class BigCount {
 public:
  BigCount() = default;
  BigCount(std::uint64_t number);  // NOLINT(google-explicit-constructor): a number is a count

  BigCount& operator+=(const BigCount& other);
  BigCount operator*(const BigCount& other) const;
  bool isZero() const { return digits_.empty(); }
  bool operator==(const BigCount&) const = default;
  std::string text() const;  ///< decimal

 private:
  std::vector<std::uint32_t> digits_;  ///< base 2^32, lowest first, no leading zero
};

}  // namespace configurator::engine
