import FuzzSupport

// Any bytes as a scenario file of the largest shipped policy set.
Fuzzer.run(ScenarioInvariants.hold)
