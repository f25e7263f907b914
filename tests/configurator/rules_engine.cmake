# Finite-domain models and their engines.
rucksmith_test(configurator_engine_tests
  engine_brute_force_test.cpp
  LIBRARIES foreign_models)
