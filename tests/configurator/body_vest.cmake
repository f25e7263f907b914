# The torso and the running vest alone, on a catalog of one item per zone.
rucksmith_test(configurator_vest_tests
  body_vest_cloth_test.cpp
  body_vest_test.cpp
  body_vest_worn_test.cpp
  torso_test.cpp
  vest_fixture.cpp
  LIBRARIES configurator_fixtures)
