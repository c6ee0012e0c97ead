import FuzzSupport

// Any bytes as a line of `decide`, for the largest shipped policy set.
Fuzzer.run(RequestInvariants.hold)
