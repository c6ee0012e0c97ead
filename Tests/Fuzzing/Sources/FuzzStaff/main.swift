import FuzzSupport

// Any bytes as staff records, and as an authorisation register.
Fuzzer.run(StaffInvariants.hold)
