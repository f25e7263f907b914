# What several test programs stand on, compiled once.
add_library(configurator_fixtures STATIC EXCLUDE_FROM_ALL
  one_item_catalog.cpp
  random_design.cpp
  rule_designs.cpp
  session_fixture.cpp)
target_include_directories(configurator_fixtures PUBLIC ${CMAKE_SOURCE_DIR})
target_link_libraries(configurator_fixtures PUBLIC configurator_session GTest::gtest)
