import FuzzSupport

// Any bytes as a policy set: mistakes that hold to their rules, or a policy that decides.
Fuzzer.run(PolicyInvariants.hold)
