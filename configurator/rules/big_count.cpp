// Addition, multiplication and decimal text of unlimited whole numbers.
#include "configurator/rules/big_count.h"

#include <algorithm>

namespace configurator::engine {

BigCount::BigCount(std::uint64_t number) {
  for (; number != 0; number >>= 32) digits_.push_back(static_cast<std::uint32_t>(number));
}

BigCount& BigCount::operator+=(const BigCount& other) {
  digits_.resize(std::max(digits_.size(), other.digits_.size()));
  std::uint64_t carry = 0;
  for (std::size_t at = 0; at < digits_.size(); ++at) {
    carry += std::uint64_t{digits_[at]} + (at < other.digits_.size() ? other.digits_[at] : 0U);
    digits_[at] = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  if (carry != 0) digits_.push_back(static_cast<std::uint32_t>(carry));
  return *this;
}

BigCount BigCount::operator*(const BigCount& other) const {
  BigCount product;
  product.digits_.assign(digits_.size() + other.digits_.size(), 0);
  for (std::size_t one = 0; one < digits_.size(); ++one) {
    std::uint64_t carry = 0;
    for (std::size_t two = 0; two < other.digits_.size() || carry != 0; ++two) {
      carry += product.digits_[one + two];
      if (two < other.digits_.size()) carry += std::uint64_t{digits_[one]} * other.digits_[two];
      product.digits_[one + two] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
  }
  while (!product.digits_.empty() && product.digits_.back() == 0) product.digits_.pop_back();
  return product;
}

std::string BigCount::text() const {
  if (digits_.empty()) return "0";
  std::vector<std::uint32_t> left = digits_;
  std::string text;
  while (!left.empty()) {
    std::uint64_t rest = 0;
    for (std::size_t at = left.size(); at-- > 0;) {
      rest = (rest << 32) | left[at];
      left[at] = static_cast<std::uint32_t>(rest / 1'000'000'000);
      rest %= 1'000'000'000;
    }
    while (!left.empty() && left.back() == 0) left.pop_back();
    // Nine digits at a time; the highest nine without zeros before them.
    for (int digit = 0; digit < 9 && (!left.empty() || rest != 0); ++digit, rest /= 10) {
      text.push_back(static_cast<char>('0' + rest % 10));
    }
  }
  std::reverse(text.begin(), text.end());
  return text;
}

}  // namespace configurator::engine
