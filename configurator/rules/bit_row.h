// A row of bits, as long as a model has variables: one design, or a set of values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace configurator::engine {

class BitRow {
 public:
  BitRow() = default;
  explicit BitRow(std::size_t size) : words_((size + 63) / 64) {}

  bool test(std::size_t bit) const { return ((words_[bit / 64] >> (bit % 64)) & 1) != 0; }
  void set(std::size_t bit) { words_[bit / 64] |= std::uint64_t{1} << (bit % 64); }
  void set(std::size_t bit, bool on) {
    const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
    words_[bit / 64] = on ? words_[bit / 64] | mask : words_[bit / 64] & ~mask;
  }
  std::size_t wordCount() const { return words_.size(); }
  std::uint64_t word(std::size_t index) const { return words_[index]; }
  std::uint64_t& word(std::size_t index) { return words_[index]; }
  bool operator==(const BitRow&) const = default;

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace configurator::engine
